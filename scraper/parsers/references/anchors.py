"""Resolves fragment ids to places on the page, and markers to the entries they lead to."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree

from scraper.page import Page
from scraper.parsers.references.entries import Entry
from scraper.parsers.references.markers import Marker, same_page_fragment


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a fragment id leads to."""

    block: int
    offset: int
    container: int
    """The element itself if it is a container, else the one that holds it."""


_IDENTIFIED = cast(
    Callable[[etree._Element], list[etree._Element]],
    etree.XPath("descendant-or-self::*[@id or @name]"),
)
"""What a fragment may lead to; a name counts for links only. Asked of every element, as going from
the attributes back to them takes the square of their number, and pages with notes have many."""


def find_places(page: Page, fragments: Iterable[str]) -> dict[str, Place]:
    """Return the place of each fragment id that exists on the page."""
    wanted = set(fragments)
    if not wanted:
        return {}
    identified = page.once(_identified)
    elements = {value: element for value, element in identified.items() if value in wanted}
    if not elements:
        return {}
    containers = page.once(_container_of)
    inline = _inline_places(page, {e for e in elements.values() if e not in containers})
    places: dict[str, Place] = {}
    for fragment, element in elements.items():
        place = inline.get(element) or _place_of(page, element, containers)
        if place is not None:
            places[fragment] = place
    return places


def _identified(page: Page) -> dict[str, etree._Element]:
    """Return the first element of each fragment id of the page, in document order."""
    found: dict[str, etree._Element] = {}
    for element in _IDENTIFIED(page.root):
        ident, name = element.get("id"), element.get("name")
        if ident is not None:
            found.setdefault(ident, element)
        if name is not None and (ident is not None or element.tag == "a"):
            found.setdefault(name, element)
    return found


def _container_of(page: Page) -> dict[etree._Element, int]:
    """Return the index of the container that an element is."""
    return {container.element: container.index for container in page.containers}


def _place_of(
    page: Page, element: etree._Element, containers: dict[etree._Element, int]
) -> Place | None:
    """Return the start of the element, or of what holds it."""
    for near in (element, *element.iterancestors()):
        index = containers.get(near)
        if index is not None:
            first = page.containers[index].first
            return Place(first, 0, index) if first < len(page.blocks) else None
    return None


def _inline_places(page: Page, wanted: set[etree._Element]) -> dict[etree._Element, Place]:
    """Return the places of inline elements that are marks of a block, or hold one directly."""
    holders = {inner: element for element in wanted for inner in (element, *element)}
    places: dict[etree._Element, Place] = {}
    if not holders:
        return places
    for block in page.blocks:
        if not any(mark.element in holders for mark in block.raw_marks):
            continue
        for mark in block.marks():
            if (element := holders.get(mark.element)) is not None:
                places.setdefault(element, Place(block.index, mark.start, block.container))
    return places


def link_markers(
    markers: Sequence[Marker],
    entries: Sequence[Entry],
    places: dict[str, Place],
) -> list[int | None]:
    """Return for each marker the entry it is anchored to, forth or back; None without one."""
    starts, owners = _spans_of(entries)
    back = {fragment: i for i, entry in enumerate(entries) for fragment in entry.back}
    linked: list[int | None] = []
    for marker in markers:
        found: int | None = None
        place = places.get(marker.fragment) if marker.fragment else None
        if place is not None:
            found = _entry_at(starts, owners, entries, place)
        if found is None:
            found = next((back[own] for own in marker.ids if own in back), None)
        linked.append(found)
    return linked


def anchors_of(page: Page, entries: Sequence[Entry]) -> list[frozenset[str]]:
    """Return for each entry the fragment ids of links on the page that lead to it."""
    marks = (mark.element for block in page.blocks for mark in block.raw_marks)
    hrefs = (element.get("href") for element in marks if element.tag == "a")
    wanted = {fragment for href in hrefs if (fragment := same_page_fragment(page, href))}
    starts, owners = _spans_of(entries)
    found: list[set[str]] = [set() for _ in entries]
    for fragment, place in find_places(page, wanted).items():
        entry = _entry_at(starts, owners, entries, place)
        if entry is not None:
            found[entry].add(fragment)
    return [frozenset(ids) for ids in found]


def _spans_of(entries: Sequence[Entry]) -> tuple[list[tuple[int, int]], list[int]]:
    rows = sorted(
        ((span.block, span.start), index)
        for index, entry in enumerate(entries)
        for span in entry.unit.spans
    )
    return [start for start, _ in rows], [index for _, index in rows]


def _entry_at(
    starts: list[tuple[int, int]],
    owners: list[int],
    entries: Sequence[Entry],
    place: Place,
) -> int | None:
    """Return the entry that holds a place."""
    slot = bisect_right(starts, (place.block, place.offset)) - 1
    for owner in owners[max(slot, 0) : slot + 2]:
        for span in entries[owner].unit.spans:
            if span.block == place.block and span.start <= place.offset <= span.end:
                return owner
    return None
