"""Finds markers: raised or linked numbers that may point to a note or a source.

A marker is only a candidate: whether it cites is decided by what it leads to (a fragment id, or
an entry with its number). Footnote software prints it as ``sup``, ``sub`` or a plain anchor;
the anchor leads forth to the note, and the note's back-link leads to an id at the marker.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml import etree

from scraper.page import Page
from scraper.parsers.references.worth import LONGEST_MARKER, RAISED, find_marker_blocks
from scraper.patterns import late
from scraper.text import Mark, TextBlock

_NUMBERS = r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3})*"
MARKER_TEXT = late(
    rf"[\[(]?\s*(?:(?:note|nota|fn\.?|anm\.|n\.|nb|N)\s?)?"
    rf"({_NUMBERS}|[a-z]{{1,2}}|[*†‡§¶]{{1,4}}|[ivx]{{1,5}})\s*(?:[\])]|\(pp?\.?\s?([\d–-]+)\))?",
    re.I,
)
_ONE_BRACKET = late(r"[\[(][^\[\]()]{1,12}[\])]")
SMALL_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_DIGITS = str.maketrans(SMALL_DIGITS, "0123456789" * 2)
_OTHER_ID = late(
    r"(?:aff|author|corr|fig|tab|tbl|equ|sec(?:tion)?[\W_\d]|slide|respond|comment|reply)", re.I
)
"""Ids of affiliations, figures, tables, forms: what numbers in a text lead to besides notes."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One candidate in a block of the page."""

    block: int
    """Index of the page's block."""
    start: int
    end: int
    label: str
    """The number, letter or sign without brackets; a list or range as printed."""
    fragment: str | None = None
    """The fragment id that it links to on this page."""
    ids: tuple[str, ...] = ()
    """Ids at the marker, to which a note's back-link may lead."""
    locator: str | None = None
    """The page behind the number, as the AMA prints it (``3(p14)``)."""
    raised: str = ""
    """``sup``, ``sub`` or empty for a plain anchor."""
    scripted: bool = False
    """A link without a target of its own, opened by a script."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The single labels, ranges expanded."""
        return expand_numbers(self.label)


def plain_digits(text: str) -> str:
    """Return text with raised and lowered digits as plain ones."""
    return text if text.isascii() else text.translate(_DIGITS)


def expand_numbers(label: str) -> tuple[str, ...]:
    """Return the single numbers of ``1-3, 7``; other labels as they are."""
    if not label[:1].isdecimal():
        return (label,)
    found: list[str] = []
    for part in re.split(r"\s*[,;]\s*", label):
        ends = [end.strip() for end in re.split(r"[–—-]", part)]
        if len(ends) == 2 and ends[0].isdecimal() and ends[1].isdecimal():
            first, last = int(ends[0]), int(ends[1])
            if first < last <= first + 60:
                found.extend(str(number) for number in range(first, last + 1))
                continue
        found.extend(end for end in ends if end)
    return tuple(found)


def same_page_fragment(page: Page, href: str | None) -> str | None:
    """Return the fragment id that a link leads to on the same page, or None."""
    if not href or "#" not in href:
        return None
    base, _, fragment = href.strip().partition("#")
    if not fragment or fragment.startswith((":~:", "!")):
        return None
    if base and _path_of(base) not in page.once(_own_paths):
        return None
    return unquote(fragment) if "%" in fragment else fragment


def _own_paths(page: Page) -> set[str]:
    """Return the paths of the page's own addresses, without scheme and host."""
    own = {_path_of(page.url)} if page.url else set()
    canonical = page.root.find(".//link[@rel='canonical']")
    if canonical is not None:
        own.add(_path_of(canonical.get("href") or ""))
    return own


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path.rstrip("/")
    except ValueError:
        return address


def find_markers(page: Page, first: int = 0) -> list[Marker]:
    """Return the candidates of all blocks from one on, in page order."""
    blocks = find_marker_blocks(page.blocks[first:])
    return [marker for block in blocks for marker in _markers_of(page, block)]


def _markers_of(page: Page, block: TextBlock) -> Iterator[Marker]:
    marks = [mark for mark in block.marks() if mark.end > mark.start]
    anchors = [
        mark
        for mark in marks
        if mark.element.tag == "a" and mark.end - mark.start <= 4 * LONGEST_MARKER
    ]
    starts = [anchor.start for anchor in anchors]
    seen: set[tuple[int, int]] = set()
    covered = -1
    for mark in marks:
        if mark.element.tag in RAISED and mark.end - mark.start <= 4 * LONGEST_MARKER:
            for start, end in _pieces(block.text, mark):
                anchor = _anchor_at(anchors, starts, start, end)
                marker = _make(page, block, (start, end), mark, anchor)
                if marker is not None and (start, end) not in seen:
                    seen.add((start, end))
                    covered = max(covered, end)
                    yield marker
        elif mark.element.tag == "a" and mark.end - mark.start <= LONGEST_MARKER:
            if mark.start < covered or _holds_raised(marks, mark):
                continue
            marker = _make(page, block, (mark.start, mark.end), None, mark)
            if marker is not None and (marker.fragment or marker.scripted):
                yield marker


def _holds_raised(marks: list[Mark], anchor: Mark) -> bool:
    """Return whether a raised mark stands in an anchor: then that one is the marker."""
    place = bisect_left(marks, anchor.start, key=lambda mark: mark.start)
    while place < len(marks) and marks[place].start < anchor.end:
        if marks[place].element.tag in RAISED:
            return True
        place += 1
    return False


def _pieces(text: str, mark: Mark) -> Iterator[tuple[int, int]]:
    """Yield the spans of single markers in a raised stretch (``[1][2]`` are two)."""
    raised = text[mark.start : mark.end]
    brackets = list(_ONE_BRACKET.finditer(raised)) if raised.count("[") > 1 else []
    if brackets:
        for bracket in brackets:
            yield mark.start + bracket.start(), mark.start + bracket.end()
    else:
        yield mark.start, mark.end


def _anchor_at(anchors: list[Mark], starts: list[int], start: int, end: int) -> Mark | None:
    """Return the first short link that overlaps a stretch."""
    for anchor in anchors[
        bisect_left(starts, start - 4 * LONGEST_MARKER) : bisect_left(starts, end)
    ]:
        if start < anchor.end:
            return anchor
    return None


def _make(
    page: Page, block: TextBlock, span: tuple[int, int], raised: Mark | None, anchor: Mark | None
) -> Marker | None:
    start, end = span
    text = plain_digits(block.text[start:end].strip())
    match = MARKER_TEXT.fullmatch(text)
    if match is None:
        return None
    href = anchor.element.get("href") if anchor is not None else None
    fragment = same_page_fragment(page, href)
    if fragment is not None and _OTHER_ID.match(fragment):
        return None
    elements = [mark.element for mark in (raised, anchor) if mark is not None]
    return Marker(
        block=block.index,
        start=start,
        end=end,
        label=match.group(1),
        locator=match.group(2),
        fragment=fragment,
        ids=tuple(_ids(elements)),
        raised=str(raised.element.tag) if raised is not None else "",
        scripted=bool(anchor is not None and (not href or href.startswith(("javascript", "#")))),
    )


def _ids(elements: list[etree._Element]) -> Iterator[str]:
    """Yield ids at and right around some inline elements."""
    for element in elements:
        around = element.getparent()
        for near in (element, around, *element):
            if near is not None:
                value = near.get("id") or (near.get("name") if near.tag == "a" else None)
                if value:
                    yield value


_BEFORE_EXPONENT = late(
    r"(?:^|[\s(\[/·*×+=−–-])(?:[^\W\d_]|km|cm|mm|dm|nm|µm|ft|yd|mi|kg|log|sin|cos|tan|"
    r"[A-Za-z]?\d[\d.,]*\s?[A-Za-z]{0,2})$|[)\]=+×^|√π]$"
)
_FORMULA = late(r"(?:^|[^A-Za-z])(?:[A-Z][a-z]?\d*){1,5}$")


def may_cite(text: str, marker: Marker) -> bool:
    """Return whether a raised number may be a note mark rather than an exponent.

    A note mark stands behind a word, a full stop or a closing quotation mark; behind a unit, a
    single letter, a number or a closing bracket of a formula it is an exponent, and lowered
    digits behind chemical symbols are a formula.
    """
    if not marker.raised or marker.fragment is not None:
        return True
    before = text[max(0, marker.start - 24) : marker.start]
    if not before.strip():
        return marker.start > 0
    if before[-1].isspace() or before[-1] in '.,;:!?”"»’':
        return True
    if marker.raised == "sub":
        return _FORMULA.search(before) is None and _BEFORE_EXPONENT.search(before) is None
    return _BEFORE_EXPONENT.search(before) is None
