"""Finds quotations that are set off on a block of their own, with or without marks.

Markup alone proves little: on many pages ``blockquote`` holds notes, code or links. A block
counts as a quotation if marks surround it, someone signs it, a sentence or a citation leads into
it, or its class says what it is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from scraper.needles import make_needles
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.collect import trimmed
from scraper.parsers.quotes.features import is_verbal
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.runs import RUN, strip_name
from scraper.parsers.quotes.signing import inline_signature, signature_of
from scraper.parsers.quotes.spans import Span
from scraper.parsers.quotes.texts import count_words, sentence_start
from scraper.parsers.rules.quote_blocks import (
    CALLOUT_CLASSES,
    CALLOUT_OPENINGS,
    EMBED_CLASSES,
    PULL_CLASSES,
    QUOTE_CLASSES,
)
from scraper.parsers.rules.quote_marks import CLOSERS
from scraper.patterns import late
from scraper.remembering import remembered
from scraper.text import Container, outwards

_TAIL_CITATION = late(r"[\s.]*\((?:[^()]{2,120}?\b(?:1[6-9]|20)\d\d[a-z]?[^()]{0,60})\)[.\s]*$")
_EDITED = late(r"\[[^\]]{1,40}\]|…|\. \. \.|\.\.\.")
_LEAD_OUT = late(r"[:：,，]\s*[“\"]?$")
_INDENT_CLASS = late(r"(?:^|[\s_-])(?:indent(?:ed)?\d?|inset|extract)(?:$|[\s_-])", re.IGNORECASE)
_INDENT_STYLE = late(
    r"(?:margin|padding)(?:-left)?\s*:[^;]*?\b(?:[2-9]\d|1\d\d)px|"
    r"(?:margin|padding)-left\s*:\s*(?:[1-9](?:\.\d+)?r?em|[3-9]%|1\d%)",
    re.IGNORECASE,
)
_SAMPLED = late(
    r"\b(?:(?:might|could|can|may|should|would) (?:\w+ ){0,3}"
    r"(?:say|write|start|look|read|be|ask|use|try)\b|(?:something|look|looks|looked) like\b"
    r"|for (?:example|instance)\W*$|(?:sample|template|prompt)\b)",
    re.IGNORECASE,
)
"""What leads into words that nobody said: a sample, a template, a prompt to copy."""
_CLASS_HINTS = ("quot", "testimon", "epigraph", "review")
"""What all classes of quotations hold, in lower case."""
_INDENT_HINTS = ("indent", "inset", "extract")
_TELLING = make_needles((*_CLASS_HINTS, *_INDENT_HINTS, *EMBED_CLASSES))
"""One of these stands in each class value that says something; few do."""
_NEVER = frozenset("body html main article figcaption footer".split())
_OUTER = frozenset(CLOSERS) - frozenset("'`")
_BLOCKS_LIMIT = 40
"""Page blocks in one quotation: more is a part of the page, whatever its class says."""
_SET_OFF_LIMIT = 300
"""Set-off quotations that are read on one page."""
_FRAME_BLOCKS = 3
"""Blocks that an element around a quotation has beside it: a heading, a signature, a link."""
_WORDS_LIMIT = 600


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


def read_set_off(page: Page, body: Body, grammar: Grammar) -> tuple[list[SetOff], list[Container]]:
    """Return the quotations that are blocks of their own, in order, and posts not in the body."""
    place_of = {source.index: place for place, source in enumerate(body.sources)}
    found: list[SetOff] = []
    behind = -1
    doubtful: list[SetOff] = []
    posts: list[Container] = []
    if not body.sources:
        return [], []
    for container in _quoting(page.containers, body):
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


def _quoting(containers: Sequence[Container], body: Body) -> Iterator[Container]:
    """Yield containers that by tag or class hold one quotation, among the body's blocks."""
    opening, first = body.sources[0], body.sources[0].index
    stop = bisect_right(containers, body.sources[-1].index, key=attrgetter("first"))
    # What begins before the first block's container ends before it, or holds it.
    around = list(outwards(containers, opening.container))[::-1]
    for container in (*around, *containers[opening.container + 1 : stop]):
        begins, end = container.first, container.end
        if end <= first or not begins < end <= begins + _BLOCKS_LIMIT:
            continue
        if container.tag == "blockquote":
            yield container
        elif container.tag not in _NEVER and (attributes := container.attributes):
            names, style = attributes.get("class"), attributes.get("style")
            if (names and _is_telling(names)) or (style and _is_set_in(style)):
                yield container


@remembered(4096)
def _is_telling(names: str) -> bool:
    """Return whether classes say that an element quotes, is an embedded post, or is set in."""
    if not _TELLING.held_in(names.lower()):
        return False
    return _is_quoting(names) or is_post(names) or _INDENT_CLASS.search(names) is not None


def _is_set_in(style: str) -> bool:
    """Return whether a style sets an element in."""
    low = style.lower()
    return ("margin" in low or "padding" in low) and _INDENT_STYLE.search(style) is not None


def is_post(names: str) -> bool:
    """Return whether classes say that an element is an embedded post."""
    return any(name in names for name in EMBED_CLASSES)


def _is_quoting(names: str) -> bool:
    """Return whether classes say that an element quotes."""
    low = names.lower()
    if not any(hint in low for hint in _CLASS_HINTS):
        return False
    return not QUOTE_CLASSES.isdisjoint(_class_words(low))


def _class_words(names: str) -> list[str]:
    """Return class names, those of CSS modules and BEM by their first part too."""
    whole = names.split()
    return whole + [re.split(r"__|_|--", name, maxsplit=1)[0] for name in whole]


def _text(body: Body, span: Span) -> str:
    if span.last == span.block:
        return body.blocks[span.block].text[span.start : span.end]
    return body.blocks[span.block].text[span.start :]


def _classes(page: Page, container: Container) -> str:
    """Return the classes of a container and of a close one around it, in lower case.

    One that holds more is the article's, and its class says what kind of post that is.
    """
    parts = [container.attributes.get("class") or ""]
    around = page.containers[container.parent] if container.parent >= 0 else None
    size = container.end - container.first
    if around is not None and around.end - around.first <= size + _FRAME_BLOCKS:
        parts.append(page.containers[container.parent].element.get("class") or "")
    return " ".join(parts).lower()


class _Words(NamedTuple):
    """Where a quotation's words begin in its first block and end in its last, and what is by."""

    start: int
    end: int
    marks: tuple[str, str] | None
    signature: str | None
    cited: bool
    """Whether a citation ended them."""


def _read(
    page: Page, body: Body, container: Container, places: tuple[int, int], grammar: Grammar
) -> tuple[SetOff | None, bool]:
    """Return the quotation in a container, and whether it surely is one."""
    first, last = places
    classes = _classes(page, container)
    signature, last = signature_of(page, body, container, first, last)
    texts = [body.blocks[i].text for i in range(first, last)]
    if not texts or not _fits(texts, classes, body, first, last):
        return None, False
    words = _words(texts, signature)
    if last - first == 1 and count_words(texts[0][words.start : words.end]) < 3:
        return None, False
    lead = _lead_in(body, first, grammar, verbal=is_verbal(" ".join(texts)))
    opened, closed = words.marks or (None, None)
    span = Span(first, words.start, words.end, last - 1, 0, len(texts[-1]), opened, closed, "block")
    pull = any(name in classes for name in PULL_CLASSES)
    embed = any(name in classes for name in EMBED_CLASSES)
    named = _is_quoting(container.attributes.get("class") or "")
    if not (named or embed) and container.tag != "blockquote" and lead is None:
        return None, False
    sure = bool(words.marks or words.signature or lead or words.cited or embed or named or pull)
    end = last if words.signature is None else places[1]
    is_marked = words.marks is not None
    return SetOff(span, (first, end), words.signature, lead, pull, is_marked), sure


def _words(texts: Sequence[str], signature: str | None) -> _Words:
    """Return where the words of a quotation stand in its blocks, without marks and source.

    Args:
        texts: The blocks, one at least, without those of the signature.
        signature: Of blocks of its own; without one it may end the last of the texts.
    """
    start, end, marks = _inside(texts)
    inline = inline_signature(texts[-1], end) if signature is None else None
    if inline is not None:
        signature, end = texts[-1][inline:].lstrip(" —–―~-\n"), inline
        start, end, marks = _inside([*texts[:-1], texts[-1][:end]])
    if marks is None and len(texts) == 1:
        end = _without_lone_closer(texts[0], end)
    cited = _TAIL_CITATION.search(texts[-1], 0, end)
    if cited:
        kept = texts[-1][: cited.start() + 1]
        end = cited.start() + (1 if kept[-1:] in ".!?" else 0)
    start, _ = trimmed(texts[0], start, len(texts[0]))
    _, end = trimmed(texts[-1], 0, end)
    return _Words(start, end, marks, signature, cited is not None)


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


def _without_lone_closer(text: str, end: int) -> int:
    """Return the end of a block's words without a closing mark whose opening one is missing."""
    words = text[:end].rstrip()
    lone = words[-1:] in ("”", "»") and not any(mark in words for mark in '“„«"')
    return len(words) - 1 if lone else end


def _is_balanced(inner: str, opened: str, closers: str) -> bool:
    """Return whether no pair closes within: ``“A,” she said, “B”`` is not in marks as a whole."""
    opening = inner.count(opened)
    if opened in closers:
        return opening % 2 == 1 or (opening == 0 and not any(c in inner for c in closers))
    return opening >= sum(inner.count(c) for c in closers)


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
