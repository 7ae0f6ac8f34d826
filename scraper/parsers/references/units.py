"""Cuts a range of blocks into units: what the page's markup sets apart as one entry each.

The containers tell: items of lists, rows of tables, repeated divisions, else single blocks. A
unit whose text holds several entries (lines, running numbers) is cut further, and a label or an
address that stands alone is joined to the unit it belongs to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile

from scraper.page import Page
from scraper.parsers.references.cuts import (
    ENTRY_TAGS,
    is_label,
    is_whole,
    label_cuts,
    line_cuts,
    printed_label,
)
from scraper.parsers.references.looks import is_url, looks
from scraper.patterns import late
from scraper.text import outwards

_LIST_TAGS = frozenset("ol ul table tbody thead dl menu".split())
_SOURCE_SIGNS = 3
"""Signs that make a paragraph a source, see ``looks``."""
_DEEPEST = 60
"""Levels of nested containers that are followed; deeper markup is read block by block."""

_COUNT = late(r"-?[0-9]{1,6}")
_NAMES_AND_YEAR = late(r"[^\W\d_][^()\[\]\d“”\"]{3,160}\s\((?:1[5-9]|20)\d\d[a-z]?\)[.,:]?")
"""An author–date entry cut behind its year: the title stands in the next block."""
_BETWEEN = late(r"\s*(?:[,;|•·]|,?\s(?:and|und|et|y)\s)\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one block of the page."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One stretch of the page that is one entry."""

    spans: tuple[Span, ...]
    container: int
    """Container that holds it, for evidence and ids."""
    tag: str
    number: int | None = None
    """Place in a numbered list, as the markup counts."""

    def text(self, page: Page) -> str:
        """Return the unit's text in one line."""
        parts = (page.blocks[s.block].text[s.start : s.end] for s in self.spans)
        return " ".join(" ".join(parts).split())

    @property
    def first(self) -> int:
        """Index of the first block."""
        return self.spans[0].block

    @property
    def last(self) -> int:
        """Index of the last block."""
        return self.spans[-1].block


def cut_units(page: Page, first: int, end: int) -> list[Unit]:
    """Return the units of the blocks ``first`` to ``end`` (exclusive), in order."""
    if end <= first:
        return []
    top = _common_container(page, first, end)
    return _units(page, top, first, end, 0)


def _common_container(page: Page, first: int, end: int) -> int:
    """Return the container around the widest ones that the range fills.

    A list of one item is filled by the item: its list has to be seen all the same.
    """
    around = outwards(page.containers, page.blocks[first].container)
    holders = (c for c in around if c.end >= end and (c.first < first or c.end > end))
    return next((container.index for container in holders), -1)


def _child(page: Page, top: int, block: int) -> int:
    """Return the container directly below ``top`` that holds a block; -1 if none does."""
    around = islice(outwards(page.containers, page.blocks[block].container), _DEEPEST)
    below = takewhile(lambda container: container.index != top, around)
    return next((container.index for container in below if container.parent == top), -1)


def _units(page: Page, top: int, first: int, end: int, depth: int) -> list[Unit]:
    found: list[Unit] = []
    numbers = _Numbers(page, top)
    groups = _groups(page, top, first, end)
    repeated = _repeated(page, groups)
    for child, block, stop in groups:
        if child < 0 or depth > _DEEPEST:
            found.append(_single(page, block, top))
            continue
        container = page.containers[child]
        if container.tag == "tr" and _is_header(page, child):
            continue
        if container.tag in ENTRY_TAGS and not is_shelf(page, child):
            found.append(_joined(page, child, block, stop, numbers.of(child)))
        elif container.tag in _LIST_TAGS or container.tag == "aside":
            found.extend(_units(page, child, block, stop, depth + 1))
        elif container.tag == "dd" and found and _is_term(page, found[-1]):
            found.append(_joined(page, child, block, stop, None))
        elif stop - block == 1:
            found.append(_deepest(page, child, block, depth))
        else:
            inner = _units(page, child, block, stop, depth + 1)
            if _is_list(page, inner, repeated=child in repeated):
                found.extend(inner)
            else:
                found.append(_joined(page, child, block, stop, None))
    return _definitions(page, top, found)


def _is_header(page: Page, row: int) -> bool:
    """Return whether a row of a table only names its columns."""
    cells = [cell.tag for cell in page.containers[row].element if cell.tag in ("td", "th")]
    return len(cells) > 1 and "td" not in cells


def is_shelf(page: Page, index: int) -> bool:
    """Return whether an aside holds notes that are asides themselves, as docutils sets them."""
    element = page.containers[index].element
    return element.tag == "aside" and element.find("aside") is not None


def _is_term(page: Page, unit: Unit) -> bool:
    """Return whether a unit is a label, with its entry in the ``dd`` behind it."""
    return unit.tag == "dt" and is_label(unit.text(page))


def _groups(page: Page, top: int, first: int, end: int) -> list[tuple[int, int, int]]:
    """Return (child container or -1, first block, end) of what stands directly below ``top``."""
    groups: list[tuple[int, int, int]] = []
    block = first
    while block < end:
        child = _child(page, top, block)
        stop = min(page.containers[child].end, end) if child >= 0 else block + 1
        groups.append((child, block, max(stop, block + 1)))
        block = groups[-1][2]
    return groups


def _repeated(page: Page, groups: Sequence[tuple[int, int, int]]) -> set[int]:
    """Return child containers of several blocks that have a sibling of their kind."""
    kinds: dict[tuple[str, str], list[int]] = {}
    for child, block, stop in groups:
        if child >= 0 and stop - block > 1:
            container = page.containers[child]
            key = (container.tag, container.element.get("class") or "")
            kinds.setdefault(key, []).append(child)
    return {child for same in kinds.values() if len(same) > 1 for child in same}


def _is_list(page: Page, inner: Sequence[Unit], *, repeated: bool) -> bool:
    """Return whether the units within a division are entries of their own."""
    items = sum(unit.tag in ENTRY_TAGS for unit in inner)
    if items:
        return items > 1 or not repeated
    labels = [is_label(unit.text(page)) for unit in inner]
    alone = labels[:1] == [True] and sum(labels) == 1
    if alone and (repeated or len(inner) == 2):
        # One label and the parts of one entry.
        return False
    if not repeated:
        return len(inner) > 1
    # Two columns of one list are two divisions of a kind, too.
    return len(inner) > 3 or (len(inner) > 1 and all(is_whole(unit.text(page)) for unit in inner))


def _single(page: Page, block: int, container: int) -> Unit:
    text = page.blocks[block].text
    return Unit((Span(block, 0, len(text)),), container, page.blocks[block].tag)


def _deepest(page: Page, child: int, block: int, depth: int) -> Unit:
    """Return the unit of a container with one block; an item inside keeps its number."""
    around = outwards(page.containers, page.blocks[block].container)
    for container in islice(around, _DEEPEST - min(depth, _DEEPEST)):
        if container.tag in ENTRY_TAGS and container.parent >= 0:
            number = _Numbers(page, container.parent).of(container.index)
            return _joined(page, container.index, block, block + 1, number)
        if container.index == child:
            break
    return _joined(page, child, block, block + 1, None)


def _joined(page: Page, child: int, first: int, end: int, number: int | None) -> Unit:
    spans = tuple(Span(i, 0, len(page.blocks[i].text)) for i in range(first, end))
    return Unit(spans, child, page.containers[child].tag, number)


class _Numbers:
    """Counts the items of a numbered list as a browser does."""

    def __init__(self, page: Page, top: int) -> None:
        container = page.containers[top] if top >= 0 else None
        self._page = page
        self._counts = container is not None and container.tag == "ol"
        self._next = 1
        self._last: int | None = None
        if container is not None and self._counts:
            start = container.element.get("start")
            self._next = int(start) if start and _COUNT.fullmatch(start) else 1
            previous = container.element
            self._counts = previous.get("reversed") is None

    def of(self, child: int) -> int | None:
        """Return the number of the next item."""
        if not self._counts:
            return None
        element = self._page.containers[child].element
        value = element.get("value")
        if value and _COUNT.fullmatch(value):
            self._next = int(value)
        number = self._next
        self._next += 1
        return number


def _definitions(page: Page, top: int, found: list[Unit]) -> list[Unit]:
    """Join each ``dt`` (a label) with the ``dd`` behind it."""
    if top < 0 or page.containers[top].tag != "dl":
        return found
    joined: list[Unit] = []
    for unit in found:
        before = joined[-1] if joined else None
        if before is not None and unit.tag == "dd" and before.tag == "dt":
            joined[-1] = replace(before, spans=(*before.spans, *unit.spans), tag="dd")
        else:
            joined.append(unit)
    return joined


def join_continued(page: Page, units: Sequence[Unit]) -> list[Unit]:
    """Return units in which paragraphs between two numbered ones belong to the first of them."""
    texts = [unit.text(page) for unit in units]
    labels = [printed_label(text, plain=True) for text in texts]
    if sum(label is not None and label[0].isdecimal() for label in labels) < 2:
        return list(units)
    last = max(place for place, label in enumerate(labels) if label is not None)
    joined: list[Unit] = []
    expected = 0
    for place, (unit, label) in enumerate(zip(units, labels, strict=True)):
        number = int(label[0]) if label is not None and label[0].isdecimal() else None
        continued = place < last or _is_of_note(page, unit, joined[-1:])
        if number is None and joined and expected and continued:
            joined[-1] = replace(joined[-1], spans=(*joined[-1].spans, *unit.spans))
            continue
        if number is not None and (not expected or number == expected):
            expected = number + 1
        joined.append(unit)
    return joined


def _is_of_note(page: Page, unit: Unit, before: Sequence[Unit]) -> bool:
    """Return whether a paragraph behind the last note goes on with it.

    They stand in one container, with nothing else, and the paragraph is no source of its own.
    """
    blocks = page.blocks
    if not before or unit.tag != "p" or before[0].last + 1 != unit.first:
        return False
    index = page.containers[blocks[unit.first].container].parent
    other = page.containers[blocks[before[0].last].container].parent
    return index == other >= 0 and looks(unit.text(page)) < _SOURCE_SIGNS


def tidy_units(page: Page, units: Sequence[Unit]) -> list[Unit]:
    """Return units with lone labels and addresses joined and runs of entries cut."""
    return _cut_runs(page, _join_parts(page, units))


def _join_parts(page: Page, units: Sequence[Unit]) -> list[Unit]:
    joined: list[Unit] = []
    for unit in units:
        text = unit.text(page)
        before = joined[-1] if joined else None
        if before is not None and _belongs_to(before.text(page), text, before, unit):
            number = before.number if before.number is not None else unit.number
            joined[-1] = replace(before, spans=(*before.spans, *unit.spans), number=number)
        else:
            joined.append(unit)
    return joined


def _belongs_to(before: str, text: str, first: Unit, unit: Unit) -> bool:
    """Return whether a unit goes on with the one before it."""
    if (len(before) <= 6 or before[0] == "[") and is_label(before):
        return not is_label(text)
    if unit.tag in ENTRY_TAGS and first.tag in ENTRY_TAGS:
        return False
    if _NAMES_AND_YEAR.fullmatch(before) and not _NAMES_AND_YEAR.match(text):
        return True
    return is_url(text) and not is_url(before) and "http" not in before and len(before) > 8


def _cut_runs(page: Page, units: Sequence[Unit]) -> list[Unit]:
    found: list[Unit] = []
    for unit in units:
        if len(unit.spans) == 1:
            found.extend(_cut_block(page, unit))
        else:
            found.append(unit)
    return found


def _cut_block(page: Page, unit: Unit) -> Iterator[Unit]:
    """Yield the entries that one block holds: its lines, or its numbered stretches."""
    span = unit.spans[0]
    text = page.blocks[span.block].text[span.start : span.end]
    cuts = line_cuts(text, unit.tag) or label_cuts(text) or _link_cuts(page, span)
    if not cuts:
        yield unit
        return
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        piece = text[start:end]
        if piece.strip():
            yield replace(
                unit, spans=(Span(span.block, span.start + start, span.start + end),), number=None
            )


def _link_cuts(page: Page, span: Span) -> list[int]:
    """Return where links begin if a block is nothing but links parted by commas."""
    block = page.blocks[span.block]
    if 10 * block.link_chars < 7 * len(block.text) or span.start:
        return []
    links = [mark for mark in block.marks() if mark.element.tag == "a" and mark.end > mark.start]
    if len(links) < 2 or links[0].start:
        return []
    for one, other in pairwise(links):
        if _BETWEEN.fullmatch(block.text, one.end, other.start) is None:
            return []
    return [link.start for link in links]
