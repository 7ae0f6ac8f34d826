"""Reads the list behind a heading: how far it goes, and whether it is a reference list at all."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from scraper.page import Page
from scraper.parsers.references.cuts import is_whole, label_cuts, printed_label, stretch_cuts
from scraper.parsers.references.entries import Entry, leads_off, read_entries
from scraper.parsers.references.headings import ListHeading, heading_level, stands_aside
from scraper.parsers.references.looks import (
    has_imprint,
    is_comment,
    is_url,
    looks,
    opens_as_reference,
)
from scraper.parsers.references.units import Span, Unit, cut_units, join_continued, tidy_units
from scraper.parsers.rules.reference_lists import LINK_LABELS
from scraper.patterns import late
from scraper.text import outwards

_LEVELS_UP = 8
"""How many containers around a heading are tried for its list."""
_SURE = 3
"""Signs of a reference that only one has."""
_FEW = 2
_INTRODUCTION = 5
"""Units between a heading and its first item that may introduce the list."""
_LONGEST_ENTRY = 2500
_LONGEST_RUN = 5000
"""Paragraphs behind a heading that are read as its entries at most."""
_SEPARATOR = late(r"\s*(?:;|\s[•·|]\s)\s+|\n")
_ITEM_TAGS = frozenset("li tr dd".split())
_BOILERPLATE = late(
    r"©|\(c\)\s|copyright|all rights reserved|last (?:updated|modified|reviewed)|aktualisiert|"
    r"updated on|share this|posted (?:in|on|by)|filed under|tags?:|categories:|read more|related|"
    r"leave a (?:comment|reply)|subscribe|sign up|written by|about the author|image credit|"
    r"photo credit|show more|see all|view all|load more|back to top|teilen|kommentar",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Section:
    """One list: its entries and the blocks that it takes up."""

    entries: tuple[Entry, ...]
    claimed: frozenset[int]
    notes: bool = False
    within: int = 0
    """Where the list begins in its first block, if text stands before it there."""


class Boundaries:
    """Where sections end: the next heading that is not below one's own."""

    def __init__(self, page: Page, headings: Sequence[ListHeading]) -> None:
        own = {heading.block: heading.level for heading in headings if not heading.content}
        rows = [
            (block.index, own.get(block.index) or heading_level(block) or 0)
            for block in page.blocks
            if block.index in own or heading_level(block) is not None
        ]
        self._blocks = [index for index, _ in rows]
        self._levels = [level for _, level in rows]
        self._total = len(page.blocks)

    def after(self, block: int, level: int | None) -> int:
        """Return the block at which a section headed by ``block`` ends."""
        slot = bisect_right(self._blocks, block)
        while slot < len(self._blocks):
            other = self._levels[slot]
            if level is None or other == 0 or other <= level:
                return self._blocks[slot]
            slot += 1
        return self._total


def read_section(
    page: Page, heading: ListHeading, boundaries: Boundaries, used: frozenset[str]
) -> Section | None:
    """Return the list that a heading heads, or None if nothing behind it is one."""
    if heading.content:
        return _read_on(page, heading, boundaries, used) or _read_label(page, heading)
    limit = boundaries.after(heading.block, heading.level)
    tried = 0
    around = outwards(page.containers, page.blocks[heading.block].container)
    for container in islice(around, _LEVELS_UP):
        end = min(container.end, limit)
        if end > max(heading.block + 1, tried):
            tried = end
            units = tidy_units(page, cut_units(page, heading.block + 1, end))
            entries = choose(page, heading, units, used)
            if entries:
                own = range(entries[0].unit.first, entries[-1].unit.last + 1)
                return Section(tuple(entries), frozenset((heading.block, *own)), heading.notes)
        if container.end >= limit:
            return None
    return None


def _read_on(
    page: Page, heading: ListHeading, boundaries: Boundaries, used: frozenset[str]
) -> Section | None:
    """Return the list whose first entry stands in the heading's block, the others below it."""
    block = page.blocks[heading.block]
    container = page.containers[block.container] if block.container >= 0 else None
    around = container.parent if container is not None else -1
    content = block.text[heading.content :]
    label = printed_label(content, plain=False)
    if around < 0 or looks(content[label[1] :] if label else content) < _SURE:
        return None
    end = min(page.containers[around].end, boundaries.after(heading.block, None))
    first = Unit((Span(block.index, heading.content, len(block.text)),), block.container, "p")
    below = cut_units(page, heading.block + 1, end)
    entries = choose(page, heading, tidy_units(page, [first, *below]), used)
    if len(entries) < 2 or entries[-1].unit.last == heading.block:
        return None
    few = len(entries) == _FEW or not heading.strong
    if few and not all(is_whole(entry.unit.text(page)) for entry in entries[1:]):
        return None
    claimed = frozenset(range(heading.block, entries[-1].unit.last + 1))
    return Section(tuple(entries), claimed, heading.notes, heading.within)


def choose(
    page: Page, heading: ListHeading, units: Sequence[Unit], used: frozenset[str]
) -> list[Entry]:
    """Return the entries among the units behind a heading; none if they are something else."""
    items = _items(page, units)
    if items:
        entries = [e for e in read_entries(page, items) if e.text.casefold() not in LINK_LABELS]
        entries = _without_tail(_without_other_lists(page, entries))
    else:
        run = join_continued(page, units[:_LONGEST_RUN])
        entries = _run(page, heading, read_entries(page, run))
    if not entries or not _is_plausible(page, heading, entries, used):
        return []
    return entries


def _items(page: Page, units: Sequence[Unit]) -> list[Unit]:
    """Return the list items near the start of the units, up to where the list is over."""
    first = next((i for i, unit in enumerate(units) if unit.tag in _ITEM_TAGS), None)
    if first is None or first > _INTRODUCTION:
        return []
    before = read_entries(page, units[:first])
    sure = _count_signed(before, _SURE)
    if sure * 2 > len(before) or (sure and all(entry.label for entry in before)):
        return []
    chosen: list[Unit] = []
    gap = 0
    for unit in units[first:]:
        if unit.tag == units[first].tag:
            chosen.append(unit)
            gap = 0
        else:
            gap += 1
            if gap > 1 or len(unit.text(page)) > 60:
                break
    return chosen


def _without_tail(entries: list[Entry]) -> list[Entry]:
    """Return entries without those at the end that lack the printed label all others have."""
    kept = list(entries)
    labelled = sum(entry.label is not None for entry in entries)
    if labelled * 10 >= len(entries) * 8 and labelled > 2:
        while kept and kept[-1].label is None:
            kept.pop()
    return kept


def _without_other_lists(page: Page, entries: list[Entry]) -> list[Entry]:
    """Return entries without a last list of another kind: who wrote the page, what to read on."""
    if not entries:
        return entries
    lists = [page.containers[entry.unit.container].parent for entry in entries]
    if lists[0] == lists[-1]:
        return entries
    start = next(place for place, own in enumerate(lists) if own == lists[-1])
    before, last = entries[:start], entries[start:]
    if 2 * _likely(before) > len(before) and 2 * _likely(last) < len(last):
        return before
    return entries


def _likely(entries: Sequence[Entry]) -> int:
    """Return how many entries show two signs of a reference, or lead off the site."""
    return sum(entry.score >= 2 or bool(entry.hrefs) for entry in entries)


def _run(page: Page, heading: ListHeading, entries: Sequence[Entry]) -> list[Entry]:
    """Return the run of paragraphs that read as entries, from the first one that does."""
    start = next((i for i, e in enumerate(entries) if _may_be_entry(page, heading, e)), None)
    if start is None or start > 2:
        return []
    start += _is_introduction(entries[start : start + 2])
    chosen: list[Entry] = []
    parent = _parent(page, entries[start])
    for place in range(start, len(entries)):
        entry = entries[place]
        if chosen and _parent(page, entry) != parent and not _is_alike(chosen[-1], entry):
            break
        if _may_be_entry(page, heading, entry, chosen[-1] if chosen else None):
            chosen.append(entry)
            continue
        following = entries[place + 1] if place + 1 < len(entries) else None
        if _is_stray(entry, following):
            chosen.append(entry)
            continue
        break
    return chosen


def _parent(page: Page, entry: Entry) -> int:
    index = entry.unit.container
    if index >= 0 and page.containers[index].tag in ("p", "li", "div"):
        return page.containers[index].parent
    return index


def _is_alike(one: Entry, other: Entry) -> bool:
    return (one.label is not None) == (other.label is not None) and (
        other.label is not None or other.score >= 3
    )


def _may_be_entry(
    page: Page, heading: ListHeading, entry: Entry, before: Entry | None = None
) -> bool:
    text = entry.text
    if len(text) > _LONGEST_ENTRY or len(text) < 3:
        return False
    if entry.label is not None:
        return before is None or before.label is not None
    if before is not None and before.label is not None:
        return False
    if _BOILERPLATE.search(text) and entry.score < 3:
        return False
    if entry.score >= 2 or is_url(text):
        return True
    linked = leads_off(page, entry)
    if heading.strong:
        return (entry.score >= 1 and len(text) < 500) or (linked and len(text) < 300)
    return linked and 2 * entry.linked > len(text)


def _is_introduction(entries: Sequence[Entry]) -> bool:
    """Return whether the first of two paragraphs talks about the list that the second begins."""
    if len(entries) < 2 or entries[0].label is not None or entries[0].hrefs:
        return False
    return (
        is_comment(entries[0].text)
        and not opens_as_reference(entries[0].text)
        and opens_as_reference(entries[1].text)
        and entries[1].score >= _SURE
    )


def _is_stray(entry: Entry, following: Entry | None) -> bool:
    """Return whether an entry without signs stands among entries that have them."""
    return (
        following is not None
        and entry.label is None
        and following.score >= 3
        and 15 < len(entry.text) < 400
        and not _BOILERPLATE.search(entry.text)
    )


def _is_plausible(
    page: Page, heading: ListHeading, entries: Sequence[Entry], used: frozenset[str]
) -> bool:
    """Return whether entries taken together are a reference list."""
    count = len(entries)
    linked = sum(leads_off(page, entry) for entry in entries)
    signs = _count_signed(entries, 1)
    labels = {entry.label for entry in entries if entry.label}
    matched = bool(used and labels & used)
    long = sum(len(entry.text) > _LONGEST_ENTRY for entry in entries)
    if 2 * long > count:
        return False
    if heading.further:
        return 2 * _count_signed(entries, _SURE) > count
    whole = sum(entry.linked * 10 >= len(entry.text) * 9 for entry in entries)
    if whole == count and linked == 0 and count > 1:
        # All entries are links to the site's own pages: a menu or related posts.
        return False
    if whole == count and not signs and stands_aside(page, heading.block):
        return False
    if not linked and all(map(_talks, entries)):
        return False
    if heading.strong:
        return not heading.notes or matched or _has_notes(entries, used)
    if heading.notes:
        return matched or 2 * _count_signed(entries, _SURE) > count
    if count == 1 and entries[0].score < 2 and not matched:
        return False
    return matched or 5 * max(signs, linked) >= 3 * count


def _count_signed(entries: Sequence[Entry], least: int) -> int:
    """Return how many entries show so many signs of a reference."""
    return sum(entry.score >= least for entry in entries)


def _talks(entry: Entry) -> bool:
    """Return whether an entry is a paragraph about sources rather than one of them."""
    return entry.label is None and is_comment(entry.text) and not opens_as_reference(entry.text)


def _has_notes(entries: Sequence[Entry], used: frozenset[str]) -> bool:
    """Return whether a list headed as notes is one: back-links, or signs of references."""
    return (
        any(entry.back for entry in entries)
        or 2 * _count_signed(entries, 2) > len(entries)
        or (not used and all(entry.label for entry in entries))
    )


def _read_label(page: Page, heading: ListHeading) -> Section | None:
    """Return the entries behind a label in the same block (``Sources: A; B; C``)."""
    block = page.blocks[heading.block]
    content = block.text[heading.content :]
    if len(content) > 4 * _LONGEST_ENTRY:
        return None
    cuts = label_cuts(content) or stretch_cuts(content) or _separated(content)
    ends = [*cuts[1:], len(content)]
    units = [
        Unit((Span(block.index, heading.content + a, heading.content + b),), block.container, "p")
        for a, b in zip(cuts, ends, strict=True)
        if content[a:b].strip(" ;•·|\n")
    ]
    entries = [_trimmed(entry) for entry in read_entries(page, units)]
    if len(entries) == 1:
        good = entries[0].score >= 4 and (has_imprint(entries[0].text) or entries[0].score >= 6)
        good = good and len(entries[0].text) < 600
    else:
        likely = sum(entry.score >= 2 or leads_off(page, entry) for entry in entries)
        good = likely * 3 >= len(entries) * 2 and len(entries) > 1
    if not good:
        return None
    return Section(tuple(entries), frozenset((block.index,)), heading.notes, heading.within)


def _trimmed(entry: Entry) -> Entry:
    return replace(entry, text=entry.text.strip(" ;•·|"))


def _separated(content: str) -> list[int]:
    """Return where the parts of a line of sources begin."""
    cuts = [0]
    for match in _SEPARATOR.finditer(content):
        if match.end() - cuts[-1] > 6 and len(content) - match.end() > 4:
            cuts.append(match.end())
    return cuts
