"""Finds lists that no heading names: by anchors from the text, by the numbers that it uses."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.references.anchors import Place, find_places
from scraper.parsers.references.cuts import LABEL
from scraper.parsers.references.entries import Entry, read_entries
from scraper.parsers.references.looks import is_comment, looks
from scraper.parsers.references.markers import (
    MARKER_TEXT,
    SMALL_DIGITS,
    Marker,
    expand_numbers,
    may_cite,
    plain_digits,
)
from scraper.parsers.references.sections import Section
from scraper.parsers.references.units import Span, Unit, cut_units, is_shelf, tidy_units
from scraper.patterns import late
from scraper.text import TextBlock, outwards

_LONGEST_NOTE = 2500
_PROSE = 12
"""Characters beside a marker that make its block text rather than a row of buttons."""
_GAP = 3
"""Blocks between two notes of one list."""
_STEP = 3
"""Largest step between the numbers of two notes of one list."""
_CLIMB = 12
_FEWEST_COUNTED = 2
_PRINTED = 2
"""Signs of a reference that tell a note in preformatted text from the output of a program."""
_MOST_LISTS = 40
"""Numbered lists that are tried for the one whose numbers the text uses."""
_LONGEST_DEFINITION = 4
"""Blocks of the definition behind a number at most."""
_ITEM_TAGS = frozenset("li dd tr aside p".split())
_SHELVES = {"li": ("ol", "ul"), "aside": ("aside",)}
"""What holds the items of one list, by their tag; docutils sets notes as asides in an aside."""
_TOO_WIDE = frozenset("body main article section".split())
_BRACKETED = late(r"\[\^?(\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,30})(?:[,:;]\s?[^\[\]\n]{1,40})?\]")
_SMALL = late(
    rf"([{SMALL_DIGITS}](?<=(?:[^\W\d_][^\W\d_]|[.,;:!?”\"»’)] |.[.,;:!?”\"»’)。，、」』）]).)"
    rf"[{SMALL_DIGITS}]{{0,2}})"
)


def anchored_sections(
    page: Page, markers: Sequence[Marker], claimed: frozenset[int]
) -> list[Section]:
    """Return the notes that markers in the text are anchored to."""
    leading = [
        marker
        for marker in markers
        if marker.fragment
        and marker.label != "0"
        and marker.block not in claimed
        and _in_text(page, marker)
    ]
    places = find_places(page, (m.fragment for m in leading if m.fragment))
    ends: dict[str, Place] = {}
    for marker in leading:
        place = places.get(marker.fragment or "")
        if place is not None and place.block not in claimed and place.block > marker.block:
            ends[marker.fragment or ""] = place
    if not ends:
        return []
    own = frozenset(marker.block for marker in leading if marker.fragment in ends)
    units = _note_units(page, sorted(set(ends.values())), own)
    return _grouped(page, units, leading)


def _in_text(page: Page, marker: Marker) -> bool:
    """Return whether a marker stands in running text."""
    return len(page.blocks[marker.block].text) - (marker.end - marker.start) >= _PROSE


def _note_units(page: Page, places: Sequence[Place], text: frozenset[int]) -> list[Unit]:
    """Return the unit of each place: the widest container that holds no other, nor a marker."""
    blocks = [place.block for place in places]
    busy = sorted(text)
    units: list[Unit] = []
    for number, place in enumerate(places):
        following = places[number + 1] if number + 1 < len(places) else None
        same = following is not None and following.block == place.block
        if same or (number and places[number - 1].block == place.block):
            size = len(page.blocks[place.block].text)
            stop = following.offset if following is not None and same else size
            start = place.offset if number and places[number - 1].block == place.block else 0
            units.append(Unit((Span(place.block, start, stop),), place.container, "p"))
            continue
        units.append(_widest(page, place, blocks, busy))
    return units


def _widest(page: Page, place: Place, blocks: Sequence[int], busy: Sequence[int]) -> Unit:
    chosen = -1
    for container in islice(outwards(page.containers, place.container), _CLIMB):
        if container.tag in _TOO_WIDE or _count(blocks, container.first, container.end) > 1:
            break
        if _count(busy, container.first, container.end) or container.end - container.first > 12:
            break
        if container.first != place.block or is_shelf(page, container.index):
            break
        # With a single note nothing tells where its list begins: stay within the item.
        lone = len(blocks) == 1 and chosen >= 0 and not _is_label(page, chosen)
        if lone and container.tag not in _ITEM_TAGS:
            break
        chosen = container.index
    if chosen < 0:
        size = len(page.blocks[place.block].text)
        return Unit((Span(place.block, 0, size),), place.container, "p")
    container = page.containers[chosen]
    end = container.end if container.tag != "dt" else _end_of_definition(page, chosen, blocks)
    spans = tuple(Span(i, 0, len(page.blocks[i].text)) for i in range(place.block, end))
    return Unit(spans, chosen, container.tag)


def _end_of_definition(page: Page, index: int, places: Sequence[int]) -> int:
    """Return where the ``dd`` behind a ``dt`` ends: the id stands at the number, not the note."""
    term = page.containers[index]
    parent = page.containers[term.parent].end if term.parent >= 0 else term.end
    following = bisect_left(places, term.end)
    limit = places[following] if following < len(places) else parent
    return min(limit, parent, term.end + _LONGEST_DEFINITION)


def _is_label(page: Page, index: int) -> bool:
    container = page.containers[index]
    texts = (page.blocks[i].text for i in range(container.first, container.end))
    return sum(len(text) for text in texts) <= 5


def _count(blocks: Sequence[int], first: int, end: int) -> int:
    return bisect_left(blocks, end) - bisect_left(blocks, first)


def _grouped(page: Page, units: Sequence[Unit], markers: Sequence[Marker]) -> list[Section]:
    """Return notes that stand together as one list, completed by their unmarked neighbours."""
    groups: list[list[Unit]] = []
    for unit in units:
        if groups and unit.first - groups[-1][-1].last <= _GAP:
            groups[-1].append(unit)
        else:
            groups.append([unit])
    sections: list[Section] = []
    labels = {number for marker in markers for number in marker.numbers}
    own = {value for marker in markers for value in marker.ids}
    raised = {unit.first for unit in units} if any(m.raised for m in markers) else set()
    for group in groups:
        entries = [
            entry
            for entry in read_entries(page, tidy_units(page, _completed(page, group)))
            # A single letter heads a part of an index, and is linked from the row of letters.
            if 1 < len(entry.text) <= _LONGEST_NOTE
        ]
        if entries and _is_note_list(entries, labels, own, raised):
            claimed = _claimed(entries, markers)
            notes = any(e.back for e in entries) or all(
                is_comment(e.text) or e.score < 2 for e in entries
            )
            sections.append(Section(tuple(entries), claimed, notes))
    return sections


def _claimed(entries: Sequence[Entry], markers: Sequence[Marker]) -> frozenset[int]:
    """Return the blocks of notes and what stands between them, but no text that has markers.

    Sidenotes follow the paragraph that they belong to.
    """
    own = {span.block for entry in entries for span in entry.unit.spans}
    text = {marker.block for marker in markers} - own
    between = range(entries[0].unit.first, entries[-1].unit.last + 1)
    return frozenset(block for block in between if block not in text)


def _completed(page: Page, group: list[Unit]) -> list[Unit]:
    """Return the items of the list that the notes are items of."""
    parents = {page.containers[unit.container].parent for unit in group if unit.container >= 0}
    if len(parents) == 1 and min(parents) >= 0 and group[0].tag in _SHELVES:
        parent = page.containers[parents.pop()]
        alike = all(unit.tag == group[0].tag for unit in group)
        if alike and parent.tag in _SHELVES[group[0].tag]:
            return cut_units(page, parent.first, parent.end)
    pairs = zip(group, [*group[1:], None], strict=True)
    return [each for unit, after in pairs for each in _up_to(page, unit, after)]


def _up_to(page: Page, unit: Unit, after: Unit | None) -> list[Unit]:
    """Return a note and those up to the next that nothing leads to: their marks are in code."""
    found = [unit]
    own = _block_label(page.blocks[unit.first])
    limit = _block_label(page.blocks[after.first]) if after is not None else None
    if own is None or limit is None or after is None or limit[0] - own[0] < 2:
        return found
    number = own[0]
    for index in range(unit.last + 1, after.first):
        label = _block_label(page.blocks[index])
        if label is not None and label[0] == number + 1 < limit[0]:
            number += 1
            found.append(_labelled_unit(page, page.blocks[index]))
    return found


def _is_note_list(
    entries: Sequence[Entry], labels: set[str], own: set[str], raised: set[int]
) -> bool:
    """Return whether anchored stretches are notes.

    Notes are labelled as in the text, linked back, look like references, or are what a raised
    number leads to.
    """
    known = sum(
        bool(entry.back & own)
        or entry.label in labels
        or entry.score >= 3
        or entry.unit.first in raised
        for entry in entries
    )
    return 2 * known >= len(entries)


def numbered_section(
    page: Page, body: Body, markers: Sequence[Marker], found: Sequence[Section]
) -> Section | None:
    """Return a run of blocks that begin with the numbers used as markers in the text."""
    claimed = frozenset(block for section in found for block in section.claimed)
    listed = {entry.label for section in found for entry in section.entries}
    used = _used_numbers(page, body, markers, claimed)
    missing = {number for number in used if number not in listed}
    if not missing or 2 * len(missing) < len(used):
        return None
    run = _best_run(page, used, claimed)
    if not run:
        return _counted_section(page, used, claimed)
    entries = read_entries(page, tidy_units(page, run))
    shared = sum(entry.label in used for entry in entries)
    if 2 * shared < len(entries) or 5 * shared < 2 * len(used):
        return None
    claimed = frozenset(range(run[0].first, run[-1].last + 1))
    return Section(tuple(entries), claimed, notes=True)


def _counted_section(page: Page, used: dict[str, int], claimed: frozenset[int]) -> Section | None:
    """Return the numbered list behind the markers whose items, as the markup counts, they use."""
    first = min(used.values())
    wanted = [int(number) for number in used if number.isdecimal()]
    lists = (
        container
        for container in page.containers
        if container.tag == "ol" and container.first > first and container.first not in claimed
    )
    for container in islice(lists, _MOST_LISTS):
        units = cut_units(page, container.first, container.end)
        numbers = {unit.number for unit in units}
        if len(units) < _FEWEST_COUNTED or sum(number in numbers for number in wanted) < len(units):
            continue
        entries = read_entries(page, units)
        if 2 * sum(entry.score >= 2 for entry in entries) > len(entries):
            span = frozenset(range(container.first, container.end))
            return Section(tuple(entries), span, notes=True)
    return None


def _used_numbers(
    page: Page, body: Body, markers: Sequence[Marker], claimed: frozenset[int]
) -> dict[str, int]:
    """Return the numbers that the text uses as markers, with the blocks of their first use."""
    used: dict[str, int] = {}
    for marker in markers:
        text = page.blocks[marker.block].text
        if marker.block in claimed or not (marker.raised and marker.label[0].isdecimal()):
            continue
        if may_cite(text, marker) and _in_text(page, marker) and text[: marker.start].strip():
            for number in marker.numbers:
                used.setdefault(number, marker.block)
    printed = [_BRACKETED] if "[" in body.text else []
    if not body.text.isascii():
        printed.append(_SMALL)
    for pattern in printed:
        for match in pattern.finditer(body.text):
            index = body.block_at(match.start())
            if index is None or body.blocks[index].kind == "code":
                continue
            if match.start() > (body.blocks[index].start or 0):
                for number in expand_numbers(plain_digits(match.group(1))):
                    used.setdefault(number, body.sources[index].index)
    return used


@dataclass(slots=True)
class _Run:
    """Labelled blocks that follow each other with rising numbers."""

    units: list[Unit] = field(default_factory=list)
    last: int = 0
    known: int = 0
    """How many of the numbers the text uses."""
    raised: bool = True
    """All numbers are raised or in brackets."""

    def goes_on(self, block: int, number: int) -> bool:
        """Return whether a labelled block continues the run."""
        near = block - self.units[-1].last <= _GAP
        return near and self.last < number <= self.last + _STEP

    @property
    def weight(self) -> tuple[int, bool]:
        """What makes a run better than another."""
        return self.known, self.raised


def _best_run(page: Page, used: dict[str, int], claimed: frozenset[int]) -> list[Unit]:
    """Return the run of labelled blocks behind the first marker that holds most used numbers."""
    runs: list[_Run] = []
    for block in page.blocks[min(used.values()) + 1 :]:
        label = _block_label(block) if block.index not in claimed else None
        if label is None:
            continue
        number, raised = label
        is_used = str(number) in used
        if not (runs and runs[-1].goes_on(block.index, number)):
            if not is_used:
                continue
            runs.append(_Run())
        run = runs[-1]
        run.units.append(_labelled_unit(page, block))
        run.last = number
        run.known += is_used
        run.raised = run.raised and raised
    best = max(runs, key=lambda run: run.weight, default=None)
    if best is None or not (len(best.units) > 1 or best.raised):
        return []
    return best.units


def _block_label(block: TextBlock) -> tuple[int, bool] | None:
    """Return the number that a block begins with, and whether it is raised or bracketed."""
    text = block.text
    if len(text) > _LONGEST_NOTE or not (text[0] in "[(" or plain_digits(text[0]).isdecimal()):
        return None
    if block.tag[0] == "h" and block.tag[1:].isdecimal():
        return None
    for mark in block.marks() if block.raw_marks else ():
        if mark.start > 2:
            break
        if mark.element.tag in ("sup", "sub", "a") and mark.end - mark.start <= 5:
            match = MARKER_TEXT.fullmatch(plain_digits(text[mark.start : mark.end].strip()))
            if match is not None and match.group(1).isdecimal():
                return int(match.group(1)), True
    if len(text) <= 4 and text.strip("[]().").isdecimal():
        return int(text.strip("[]().")), False
    match = LABEL.match(text)
    if match is None:
        return None
    label = plain_digits(match.group(match.lastgroup or 0))
    if not label.isdecimal():
        return None
    if block.tag == "pre" and looks(text[match.end() :]) < _PRINTED:
        # What R prints begins with ``[1]``.
        return None
    return int(label), match.lastgroup in ("bracket", "small")


def _labelled_unit(page: Page, block: TextBlock) -> Unit:
    """Return the unit that a labelled block begins: a lone label goes with the next block."""
    last = block.index
    if len(block.text) <= 4:
        container = page.containers[block.container]
        last = min(max(container.end - 1, last + 1), len(page.blocks) - 1)
        last = min(last, block.index + 3)
    spans = tuple(Span(i, 0, len(page.blocks[i].text)) for i in range(block.index, last + 1))
    return Unit(spans, block.container, block.tag)
