"""Finds quotations that are set off on a block of their own, with or without marks.

Markup alone proves little: on many pages ``blockquote`` holds notes, code or links. A block
counts as a quotation if marks surround it, someone signs it, a sentence or a citation leads into
it, or its class says what it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.collect import trimmed
from scraper.parsers.quotes.features import is_verbal
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.names import RUN, given_gender, strip_name
from scraper.parsers.quotes.spans import Span
from scraper.parsers.quotes.texts import count_words, sentence_start
from scraper.parsers.rules.quote_blocks import (
    CALLOUT_CLASSES,
    CALLOUT_OPENINGS,
    EMBED_CLASSES,
    PULL_CLASSES,
    QUOTE_CLASSES,
    SIGNATURE_CLASSES,
)
from scraper.parsers.rules.quote_marks import CLOSERS
from scraper.text import Container, TextBlock, inner_text

_DASH_SIGNATURE = re.compile(r"(?:^|\s)[—–―~-]{1,2}\s*(?=[^\Wa-z_\d])")
_TAIL_CITATION = re.compile(
    r"[\s.]*\((?:[^()]{2,120}?\b(?:1[6-9]|20)\d\d[a-z]?[^()]{0,60})\)[.\s]*$"
)
_EDITED = re.compile(r"\[[^\]]{1,40}\]|…|\. \. \.|\.\.\.")
_LEAD_OUT = re.compile(r"[:：,，]\s*[“\"]?$")
_CLOSED_THEN_NAME = re.compile(r"(?s)([“\"«„].{20,}[”\"»“])[\s,—–-]+([^\Wa-z_\d][^“”\"«»]{2,160})$")
_INDENT_CLASS = re.compile(
    r"(?:^|[\s_-])(?:indent(?:ed)?\d?|inset|extract)(?:$|[\s_-])", re.IGNORECASE
)
_INDENT_STYLE = re.compile(
    r"(?:margin|padding)(?:-left)?\s*:[^;]*?\b(?:[2-9]\d|1\d\d)px|"
    r"(?:margin|padding)-left\s*:\s*(?:[1-9](?:\.\d+)?r?em|[3-9]%|1\d%)",
    re.IGNORECASE,
)
_ROLE_CLASS = re.compile(r"(?:^|[\s_-])(?:title|role|position|job|company|affiliation)(?:$|[\s_-])")
_SAMPLED = re.compile(
    r"\b(?:(?:might|could|can|may|should|would) (?:\w+ ){0,3}"
    r"(?:say|write|start|look|read|be|ask|use|try)\b|(?:something|look|looks|looked) like\b"
    r"|for (?:example|instance)\W*$|(?:sample|template|prompt)\b)",
    re.IGNORECASE,
)
"""What leads into words that nobody said: a sample, a template, a prompt to copy."""
_CLASS_HINT = re.compile("quot|testimon|epigraph|review", re.IGNORECASE)
_NEVER = frozenset("body html main article figcaption footer".split())
_OUTER = frozenset(CLOSERS) - frozenset("'`")
_BLOCKS_LIMIT = 40
"""Page blocks in one quotation: more is a part of the page, whatever its class says."""
_SET_OFF_LIMIT = 300
"""Set-off quotations that are read on one page."""
_WORDS_LIMIT = 600
_SIGNATURE_WORDS = 16
_NAMED = 60
"""Characters of a signature that only its name shows to be one."""
_HANDLED = re.compile(r"\(@[\w.@-]+\)")


@dataclass(frozen=True, slots=True)
class SetOff:
    """A block quotation with what names its source."""

    span: Span
    blocks: tuple[int, int]
    """Half-open range of body blocks that it takes, signature included."""
    signature: str | None
    """The words that sign it, or None."""
    lead_in: tuple[int, int] | None
    """Block and offset of the sentence that leads into it, or None."""
    pull: bool
    """Whether its class says that it repeats words of the article."""
    marked: bool


def find_set_off(page: Page, body: Body, grammar: Grammar) -> list[SetOff]:
    """Return the quotations that are blocks of their own, in order."""
    return read_set_off(page, body, grammar)[0]


def read_set_off(page: Page, body: Body, grammar: Grammar) -> tuple[list[SetOff], list[Container]]:
    """Return the quotations that are blocks of their own, and posts that the body leaves out."""
    place_of = {source.index: place for place, source in enumerate(body.sources)}
    found: list[SetOff] = []
    behind = -1
    doubtful: list[SetOff] = []
    posts: list[Container] = []
    if not body.sources:
        return [], []
    near = (body.sources[0].index, body.sources[-1].index)
    for container in _quoting(page.containers, near):
        if len(found) > _SET_OFF_LIMIT:
            break
        places = [place_of[i] for i in range(container.first, container.end) if i in place_of]
        if not places and is_post(container.attributes.get("class") or ""):
            posts.append(container)
        if not places or places[0] <= behind or len(places) > 12:
            continue
        first, last = places[0], places[-1] + 1
        made, sure = _read(page, body, container, (first, last), grammar)
        if made is None:
            continue
        behind = made.blocks[1] - 1
        if found and _is_signature_of(found[-1], _text(body, made.span)):
            continue
        (found if sure else doubtful).append(made)
    if found:
        # A page that quotes in this way goes on so: editorial marks are enough then.
        found += [d for d in doubtful if _EDITED.search(_text(body, d.span))]
    return sorted(found, key=lambda s: s.span.block), posts


def _is_signature_of(before: SetOff, text: str) -> bool:
    """Return whether a block only signs the quotation before it, in a box of its own."""
    return before.signature is not None and before.signature.strip() == text.strip()


def _quoting(containers: Sequence[Container], near: tuple[int, int]) -> Iterator[Container]:
    """Yield containers that by tag or class hold one quotation, among the body's blocks."""
    first, last = near
    for container in containers:
        if container.first > last:
            break
        if not 0 < container.end - container.first <= _BLOCKS_LIMIT or container.end <= first:
            continue
        if container.tag == "blockquote":
            yield container
        elif container.tag not in _NEVER:
            names = container.attributes.get("class")
            style = container.attributes.get("style")
            if (names and _is_telling(names)) or (style and _INDENT_STYLE.search(style)):
                yield container


@lru_cache(maxsize=4096)
def _is_telling(names: str) -> bool:
    """Return whether classes say that an element quotes, is an embedded post, or is set in."""
    return _is_quoting(names) or is_post(names) or _INDENT_CLASS.search(names) is not None


@lru_cache(maxsize=4096)
def is_post(names: str) -> bool:
    """Return whether classes say that an element is an embedded post."""
    return any(name in names for name in EMBED_CLASSES)


@lru_cache(maxsize=4096)
def _is_quoting(names: str) -> bool:
    """Return whether classes say that an element quotes; pages repeat them all the time."""
    if _CLASS_HINT.search(names) is None:
        return False
    return not QUOTE_CLASSES.isdisjoint(_class_words(names))


def _class_words(names: str) -> list[str]:
    """Return class names in lower case, those of CSS modules and BEM by their first part too."""
    whole = names.lower().split()
    return whole + [re.split(r"__|_|--", name, maxsplit=1)[0] for name in whole]


def _text(body: Body, span: Span) -> str:
    if span.last == span.block:
        return body.blocks[span.block].text[span.start : span.end]
    return body.blocks[span.block].text[span.start :]


def _classes(page: Page, container: Container) -> str:
    """Return the classes of a container and of the one around it, in lower case."""
    parts = [container.attributes.get("class") or ""]
    if container.parent >= 0:
        parts.append(page.containers[container.parent].element.get("class") or "")
    return " ".join(parts).lower()


def _read(
    page: Page, body: Body, container: Container, places: tuple[int, int], grammar: Grammar
) -> tuple[SetOff | None, bool]:
    """Return the quotation in a container, and whether it surely is one."""
    first, last = places
    classes = _classes(page, container)
    signature, last = _signature(page, body, container, first, last)
    texts = [body.blocks[i].text for i in range(first, last)]
    if not texts or not _fits(texts, classes, body, first, last):
        return None, False
    start, end, marks = _inside(texts)
    inline = _inline_signature(texts[-1], end) if signature is None else None
    if inline is not None:
        signature, end = texts[-1][inline:].lstrip(" —–―~-\n"), inline
        start, end, marks = _inside([*texts[:-1], texts[-1][:end]])
    cited = _TAIL_CITATION.search(texts[-1], 0, end)
    if cited:
        kept = texts[-1][: cited.start() + 1]
        end = cited.start() + (1 if kept[-1:] in ".!?" else 0)
    start, _ = trimmed(texts[0], start, len(texts[0]))
    _, end = trimmed(texts[-1], 0, end)
    if last - first == 1 and count_words(texts[0][start:end]) < 3:
        return None, False
    lead = _lead_in(body, first, grammar, verbal=is_verbal(" ".join(texts)))
    span = Span(
        first,
        start,
        end,
        last - 1,
        0,
        len(texts[-1]),
        marks[0] if marks else None,
        marks[1] if marks else None,
        "block",
    )
    pull = any(name in classes for name in PULL_CLASSES)
    embed = any(name in classes for name in EMBED_CLASSES)
    named = _is_quoting(container.attributes.get("class") or "")
    if not (named or embed) and container.tag != "blockquote" and lead is None:
        return None, False
    sure = bool(marks or signature or lead or cited or embed or named or pull)
    behind = last - 1 if signature is None else places[1] - 1
    return SetOff(span, (first, behind + 1), signature, lead, pull, marks is not None), sure


def _fits(texts: Sequence[str], classes: str, body: Body, first: int, last: int) -> bool:
    """Return whether blocks can be one quotation by size, kind and opening words."""
    if any(body.blocks[i].kind in ("code", "table_row") for i in range(first, last)):
        return False
    opening = texts[0].casefold().lstrip('“"*-–— ')
    if opening.startswith(CALLOUT_OPENINGS):
        return False
    words = set(re.split(r"[\s_-]+", classes))
    if any(name in words for name in CALLOUT_CLASSES) and "quote" not in classes:
        return False
    if sum(b.link_chars for b in body.sources[first:last]) * 2 > sum(map(len, texts)):
        return False
    return sum(len(text) for text in texts) < _WORDS_LIMIT * 8


def _inside(texts: Sequence[str]) -> tuple[int, int, tuple[str, str] | None]:
    """Return where the words start and end within the marks around the whole, and the marks."""
    opened, final = texts[0][:1], texts[-1].rstrip()
    closed = final[-1:]
    if opened in _OUTER and closed in CLOSERS[opened] and (len(texts) > 1 or len(final) > 1):
        inner = final[1:-1] if len(texts) == 1 else ""
        if _is_balanced(inner, opened, CLOSERS[opened]):
            return 1, len(final) - 1, (opened, closed)
    return 0, len(texts[-1]), None


def _is_balanced(inner: str, opened: str, closers: str) -> bool:
    """Return whether no pair closes within: ``“A,” she said, “B”`` is not in marks as a whole."""
    opening = inner.count(opened)
    if opened in closers:
        return opening % 2 == 1 or (opening == 0 and not any(c in inner for c in closers))
    return opening >= sum(inner.count(c) for c in closers)


def _signature(
    page: Page, body: Body, container: Container, first: int, last: int
) -> tuple[str | None, int]:
    """Return the words that sign a block, and the place where the quoted blocks end.

    A signature is a last block in ``footer``, ``cite``, ``figcaption`` or of a telling class
    within the quotation or its ``figure``; or a short last block behind a dash.
    """
    if last - first > 1:
        final = body.sources[last - 1]
        text = body.blocks[last - 1].text
        holder = page.containers[final.container] if final.container >= 0 else None
        signs = _signs(page, holder, container) or is_signature(final)
        if signs and len(text.split()) <= _SIGNATURE_WORDS:
            return signer(_caption_name(text, holder) if holder is not None else text), last - 1
    final = page.blocks[container.end - 1]
    if final.index > body.sources[last - 1].index:
        holder = page.containers[final.container]
        signs = _signs(page, holder, container) or is_signature(final)
        if signs and len(final.text.split()) <= _SIGNATURE_WORDS:
            return signer(_caption_name(final.text, holder)), last
    return _signature_outside(page, container), last


def is_signature(source: TextBlock) -> bool:
    """Return whether a short last block signs by itself.

    It does by a ``cite`` around it, a dash before a name, a user's handle behind one, or as
    nothing but a name with what somebody is or wrote.
    """
    if any(mark.element.tag == "cite" and mark.start == 0 for mark in source.raw_marks):
        return True
    text = source.text
    if _DASH_SIGNATURE.match(text) or _HANDLED.search(text):
        return True
    run = RUN.match(text)
    if run is None or " " not in run.group() or text.rstrip()[-1:] in ".!?…":
        return False
    named = given_gender(run.group().split()[0]) is not None
    return named and text[run.end() : run.end() + 1] in ("", ",", " ", "\n") and len(text) < _NAMED


def signer(text: str) -> str:
    """Return the name before a handle (``A post shared by Ada Finch (@ada)``), else the line."""
    handle = _HANDLED.search(text)
    names = [run.group() for run in RUN.finditer(text, 0, handle.start())] if handle else []
    return names[-1] if names else text.lstrip("—–―~- ")


def _signs(page: Page, holder: Container | None, container: Container) -> bool:
    """Return whether a block's element, up to the quotation, is one for signatures."""
    while holder is not None and holder.index > container.index:
        if holder.tag in ("footer", "figcaption", "cite", "address"):
            return True
        classes = (holder.attributes.get("class") or "").lower()
        if classes and any(name in classes for name in SIGNATURE_CLASSES):
            return True
        holder = page.containers[holder.parent] if holder.parent >= 0 else None
    return False


def _signature_outside(page: Page, container: Container) -> str | None:
    """Return the caption of the figure around a quotation, or the signature behind it."""
    index, steps = container.parent, 0
    while index >= 0 and steps < 3:
        parent = page.containers[index]
        # Outside a figure only what follows at once: farther down stand others' signatures.
        reach = 3 if parent.tag == "figure" else 1
        for block in page.blocks[container.end : min(parent.end, container.end + reach)]:
            holder = page.containers[block.container]
            captions = parent.tag == "figure" and holder.tag == "figcaption"
            short = len(block.text.split()) <= _SIGNATURE_WORDS * 2
            if short and (captions or _signs(page, holder, parent)) and RUN.search(block.text):
                return _caption_name(block.text, holder)
        if parent.tag == "figure":
            return None
        index, steps = parent.parent, steps + 1
    return None


def _caption_name(text: str, holder: Container) -> str:
    """Return the name part of a caption.

    That is what stands before an element whose class is one for roles, or what is emphasised.
    """
    for element in holder.element.iter("span", "small", "em", "div"):
        if _ROLE_CLASS.search(element.get("class") or ""):
            role = inner_text(element)
            if role and text.endswith(role) and RUN.search(text.removesuffix(role)):
                return text.removesuffix(role).rstrip(" ,|–—-")
    for element in holder.element.iter("strong", "b", "cite"):
        inner = inner_text(element)
        leads = element.tag != "cite" or text.lstrip("—–―~- ").startswith(inner)
        if leads and RUN.search(inner):
            return inner
    return text


def _inline_signature(text: str, end: int) -> int | None:
    """Return where a signature behind a dash, or on a line of its own, starts at a text's end."""
    closed = _CLOSED_THEN_NAME.match(text)
    if closed is not None and len(closed.group(2).split()) <= _SIGNATURE_WORDS * 2:
        return closed.end(1)
    for match in _DASH_SIGNATURE.finditer(text, max(end - 120, 1)):
        rest = text[match.end() :]
        before = text[: match.start()].rstrip()[-1:]
        name, _ = strip_name(rest.split(",")[0])
        if len(rest.split()) <= _SIGNATURE_WORDS and before in '.!?…”"’»“' and name:
            return match.start()
    return None


def _lead_in(body: Body, first: int, grammar: Grammar, *, verbal: bool) -> tuple[int, int] | None:
    """Return the sentence that leads into a block, if one does by cue or colon.

    A name and a colon are enough only for words with a verb: else it may be a sample of output.
    """
    place = first - 1
    while place >= 0 and body.blocks[place].kind == "caption":
        place -= 1
    if place < 0 or body.blocks[place].kind == "heading":
        return None
    text = body.blocks[place].text
    if not _LEAD_OUT.search(text):
        return None
    start = sentence_start(text, 0, len(text) - 1)
    sentence = text[start:]
    if _SAMPLED.search(sentence):
        return None
    cue = grammar.cue.search(sentence) or grammar.phrase.search(sentence)
    named = [r for r in RUN.finditer(sentence, 1) if strip_name(r.group())[0]]
    quoting = re.search(
        r"\b(?:quot|passage|excerpt|statement|letter|words|writes?|wrote)", sentence
    )
    return (place, start) if verbal and (cue or named or quoting) else None
