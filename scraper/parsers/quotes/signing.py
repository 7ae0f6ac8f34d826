"""Finds who signs a set-off quotation: within it, at the end of its words, or right outside it."""

import re
from collections.abc import Sequence
from itertools import islice

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.runs import RUN, given_gender, strip_name
from scraper.parsers.quotes.texts import last_before
from scraper.parsers.rules.quote_blocks import SIGNATURE_CLASSES
from scraper.parsers.rules.quote_people import NAME_PARTICLES, ROLES
from scraper.patterns import late
from scraper.text import Container, TextBlock, inner_text, outwards

_DASH_SIGNATURE = late(r"(?:^|\s)[—–―~-]{1,2}\s*(?=[^\Wa-z_\d])")
_CLOSED_THEN_NAME = late(r"(?s)([“\"«„].{20,}[”\"»“])[\s,—–-]+([^\Wa-z_\d][^“”\"«»]{2,160})$")
_CLOSED_ALONE = late(
    rf"(?s)([^“\"«„]{{20,}}[.!?…][”\"»])\s+({RUN.pattern}(?:[,|(][^“”\"«»]{{1,80}})?\.?)$"
)
"""The same where the opening mark was forgotten."""
_ROLE_CLASS = late(r"(?:^|[\s_-])(?:title|role|position|job|company|affiliation)(?:$|[\s_-])")
_SIGNATURE_WORDS = 16
_NAMED = 60
"""Characters of a signature that only its name shows to be one."""
_HANDLED = late(r"\(@[\w.@-]+\)")


def signature_of(
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
        signs = _signs(page, final, container) or is_signature(final)
        if signs and len(text.split()) <= _SIGNATURE_WORDS:
            return signer(_caption_name(text, holder) if holder is not None else text), last - 1
    final = page.blocks[container.end - 1]
    if final.index > body.sources[last - 1].index:
        holder = page.containers[final.container]
        signs = _signs(page, final, container) or is_signature(final)
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


def _signs(page: Page, block: TextBlock, container: Container) -> bool:
    """Return whether a block's element, up to the quotation, is one for signatures."""
    for holder in outwards(page.containers, block.container):
        if holder.index <= container.index:
            return False
        if holder.tag in ("footer", "figcaption", "cite", "address"):
            return True
        classes = (holder.attributes.get("class") or "").lower()
        if classes and any(name in classes for name in SIGNATURE_CLASSES):
            return True
    return False


def _signature_outside(page: Page, container: Container) -> str | None:
    """Return the caption of the figure around a quotation, or the signature behind it."""
    for parent in islice(outwards(page.containers, container.parent), 3):
        # Outside a figure only what follows at once: farther down stand others' signatures.
        reach = 3 if parent.tag == "figure" else 1
        for block in page.blocks[container.end : min(parent.end, container.end + reach)]:
            holder = page.containers[block.container]
            captions = parent.tag == "figure" and holder.tag == "figcaption"
            short = len(block.text.split()) <= _SIGNATURE_WORDS * 2
            if short and (captions or _signs(page, block, parent)) and RUN.search(block.text):
                return _caption_name(block.text, holder)
        if parent.tag == "figure":
            return None
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


def inline_signature(text: str, end: int) -> int | None:
    """Return where a signature behind a dash, or on a line of its own, starts at a text's end."""
    closed = _CLOSED_THEN_NAME.match(text) or _CLOSED_ALONE.match(text)
    if closed is not None and len(closed.group(2).split()) <= _SIGNATURE_WORDS * 2:
        return closed.end(1)
    for match in _DASH_SIGNATURE.finditer(text, max(end - 120, 1)):
        rest = text[match.end() :]
        before = last_before(text, match.start())
        name, _ = strip_name(rest.split(",")[0])
        if len(rest.split()) <= _SIGNATURE_WORDS and before in '.!?…”"’»“' and name:
            return match.start()
    return None


def name_part(signature: str) -> str:
    """Return the part of a signature that names somebody: the first, or one that is a person's.

    Behind a title the name comes second (``The long way home, Ada Finch, 2016``).
    """
    parts = [part.strip(" —–-") for part in signature.split("\n", maxsplit=1)[0].split(",")]
    return next((part for part in parts if _is_person(part)), parts[0])


def _is_person(part: str) -> bool:
    run = RUN.fullmatch(part)
    return run is not None and " " in part and given_gender(part.split(maxsplit=1)[0]) is not None


def signing_name(signature: str) -> str | None:
    """Return the name in a signature; None where it describes somebody without naming them."""
    part = name_part(signature)
    runs = list(RUN.finditer(part))
    if not runs:
        return part if part and not part.isascii() and len(part) <= 8 else None
    if _is_office(runs):
        return None
    run = runs[-1] if " " in runs[-1].group() else runs[0]
    name, _ = strip_name(run.group())
    plain = [w for w in part.split() if w[:1].islower() and w.casefold() not in NAME_PARTICLES]
    known = " " in name and run.start() == 0 and given_gender(name.split()[0]) is not None
    if not name or (plain and not known and (" " not in name or run.end() < len(part))):
        return None
    return name


def _is_office(runs: Sequence[re.Match[str]]) -> bool:
    """Return whether a signature gives nothing but a post (``Senior Information Consultant``)."""
    words = [word.strip(".,") for run in runs for word in run.group().split()]
    named = any(given_gender(word) is not None for word in words)
    first = runs[0].group().split()
    several = len(runs) > 1 and not ROLES.isdisjoint(map(str.casefold, first))
    return (first[-1].casefold() in ROLES or several) and not named and len(first) > 1
