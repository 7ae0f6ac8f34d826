"""Finds reference lists and notes, and cuts them into entries.

Four signs lead to a list, in this order: a heading that names it, anchors that lead from markers
in the text to notes, running numbers that the text uses, and full references that stand alone.
What the fields of an entry are is read by ``reference_fields``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from schemas import Reference
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.reference_fields import parse_reference
from scraper.parsers.references.again import with_repeated_names
from scraper.parsers.references.anchors import anchors_of, find_places, link_markers
from scraper.parsers.references.entries import Entry, word_label
from scraper.parsers.references.headings import find_headings, first_heading
from scraper.parsers.references.lone import lone_sections, run_sections
from scraper.parsers.references.looks import is_comment, talks
from scraper.parsers.references.markers import Marker, find_markers
from scraper.parsers.references.sections import Boundaries, Section, read_section
from scraper.parsers.references.unheaded import anchored_sections, numbered_section
from scraper.parsers.references.units import Span

_MOST_ENTRIES = 20_000
"""Entries read on one page; a longer list is no article's."""
_MOST_FIELDS = 5_000
"""Entries whose fields are read; further ones have their text, label and links only."""
_BRACKETED_FIRST = ("[1]", "[1,", "[1;", "[1–", "[1-", "[^1]")
_RAISED_FIRST = ("¹", "₁")
"""What a text that uses the numbers of a list has somewhere, in brackets or raised."""
_MANY_BROTHERS = 200
_OWN_TITLE = 36
"""Characters of the page's title that show an entry to be the page itself."""


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The entries of all lists of a page, with what links citations to them."""

    entries: tuple[Reference, ...] = ()
    anchors: tuple[frozenset[str], ...] = ()
    """For each entry the fragment ids that lead to it."""
    claimed: frozenset[int] = frozenset()
    """Indexes of the page blocks that are the lists (headings included)."""
    markers: tuple[Marker, ...] = ()
    """Markers in the text that may cite: raised numbers and short anchors."""
    targets: tuple[int | None, ...] = ()
    """For each marker the entry that it is anchored to."""
    beginnings: Mapping[int, int] = field(default_factory=dict)
    """For claimed blocks that hold text before the list: where the list begins in them."""
    blocks: tuple[int, ...] = ()
    """For each entry the page block in which it begins."""
    linked: tuple[int, ...] = ()
    """For each entry how many of its characters are links to other pages."""
    notes: frozenset[int] = frozenset()
    """Indexes of the entries that stand among notes, or that a mark leads to: they may talk."""
    warnings: tuple[str, ...] = ()
    """What was left unread, for the record."""


def find_references(page: Page, body: Body) -> ReferenceList:
    """Return the page's reference lists and notes; empty where it has none.

    Entries keep page order; a list that the page repeats (for print, for phones) is given once.
    Works on the blocks of the whole page, as lists often stand outside the article's body.
    """
    first = min((source.index for source in body.sources), default=0)
    markers = find_markers(page, max(first, 0))
    sections = _sections(page, body, markers, max(first, 0))
    entries = [entry for section in sections for entry in section.entries]
    warnings = _limit_warnings(len(entries))
    entries = entries[:_MOST_ENTRIES]
    notes = [section.notes for section in sections for _ in section.entries][:_MOST_ENTRIES]
    claimed = frozenset(block for section in sections for block in section.claimed)
    markers = [
        marker
        for marker in markers
        if marker.block not in claimed or _stands_in_text(marker, sections)
    ]
    if not entries:
        return ReferenceList(markers=tuple(markers), targets=(None,) * len(markers))
    places = find_places(page, (m.fragment for m in markers if m.fragment))
    targets = link_markers(markers, entries, places)
    entries = _labelled_as_cited(entries, markers, targets)
    paths = _Paths(page)
    references = [
        _reference(paths, entry, notes=own, whole=number < _MOST_FIELDS)
        for number, (entry, own) in enumerate(zip(entries, notes, strict=True))
    ]
    return ReferenceList(
        entries=tuple(with_repeated_names(references)),
        anchors=tuple(anchors_of(page, entries)),
        claimed=claimed,
        markers=tuple(markers),
        targets=tuple(targets),
        beginnings={min(s.claimed): s.within for s in sections if s.within},
        blocks=tuple(entry.unit.first for entry in entries),
        linked=tuple(entry.linked for entry in entries),
        notes=_among_notes(entries, notes, targets),
        warnings=warnings,
    )


def _among_notes(
    entries: Sequence[Entry], notes: Sequence[bool], targets: Sequence[int | None]
) -> frozenset[int]:
    """Return the entries of lists of notes, and those that marks lead to or that lead back."""
    marked = {target for target in targets if target is not None}
    own = {n for n, (e, listed) in enumerate(zip(entries, notes, strict=True)) if listed or e.back}
    return frozenset(own | marked)


def _limit_warnings(count: int) -> tuple[str, ...]:
    """Return what is said of a list that is too long to be read whole."""
    if count > _MOST_ENTRIES:
        return (f"references: only the first {_MOST_ENTRIES} of {count} entries are kept",)
    if count > _MOST_FIELDS:
        return (f"references: only the first {_MOST_FIELDS} of {count} entries have their fields",)
    return ()


def _labelled_above(page: Page, section: Section) -> Section:
    """Return a list whose entries have the labels that stand in blocks of their own above them."""
    entries: list[Entry] = []
    claimed = section.claimed
    for entry in section.entries:
        above = entry.unit.first - 1
        label = word_label(page.blocks[above]) if above >= 0 and entry.label is None else None
        if label is None or entry.unit.spans[0].start:
            entries.append(entry)
            continue
        span = Span(above, 0, len(page.blocks[above].text))
        unit = replace(entry.unit, spans=(span, *entry.unit.spans))
        entries.append(replace(entry, label=label, unit=unit))
        claimed |= {above}
    return replace(section, entries=tuple(entries), claimed=claimed)


def _labelled_as_cited(
    entries: list[Entry], markers: Sequence[Marker], targets: Sequence[int | None]
) -> list[Entry]:
    """Return entries whose number is only implied with the number that the text gives them."""
    given: dict[int, str] = {}
    for marker, target in zip(markers, targets, strict=True):
        if target is not None and marker.label.isdecimal():
            given.setdefault(target, marker.label)
    return [
        replace(entry, label=given[place])
        if place in given and (entry.label is None or entry.implied)
        else entry
        for place, entry in enumerate(entries)
    ]


def _stands_in_text(marker: Marker, sections: Sequence[Section]) -> bool:
    """Return whether a marker stands in a claimed block but outside its entries."""
    section = next((section for section in sections if marker.block in section.claimed), None)
    if section is None:
        return True
    spans = (span for entry in section.entries for span in entry.unit.spans)
    listed = any(s.block == marker.block and s.start <= marker.start < s.end for s in spans)
    return not listed and len(section.claimed) == 1


def _sections(page: Page, body: Body, markers: Sequence[Marker], first: int) -> list[Section]:
    """Return the lists of the page, without overlaps and repetitions, in page order.

    ``first`` is the block where the article begins.
    """
    headings = find_headings(page, first_heading(page, first))
    found: list[Section] = []
    if headings:
        used = frozenset(number for marker in markers for number in marker.numbers)
        boundaries = Boundaries(page, headings)
        taken: set[int] = set()
        for heading in headings:
            if heading.block in taken:
                continue
            section = read_section(page, heading, boundaries, used)
            if section is not None:
                found.append(section)
                taken |= section.claimed
    if markers:
        found = _merged(found, anchored_sections(page, markers, _claimed(found)))
    if markers or _uses_numbers(body.text):
        numbered = numbered_section(page, body, markers, found)
        if numbered is not None:
            found = _merged(found, [numbered])
    found = _merged(found, run_sections(page, body, _claimed(found)))
    found = _merged(found, lone_sections(page, body, _claimed(found)))
    found = [section for section in found if not _is_self(page, section)]
    found = [_labelled_above(page, section) for section in found]
    found.sort(key=lambda section: min(section.claimed))
    return list(_unrepeated(found))


def _uses_numbers(text: str) -> bool:
    """Return whether a text may use the numbers of a list; most have no square bracket at all."""
    bracketed = "[" in text and any(sign in text for sign in _BRACKETED_FIRST)
    return bracketed or any(sign in text for sign in _RAISED_FIRST)


def _is_self(page: Page, section: Section) -> bool:
    """Return whether a list is the page's advice on how to cite the page itself."""
    if len(section.entries) != 1:
        return False
    text = section.entries[0].text.casefold()
    if page.url and page.url.split("#")[0].rstrip("/").casefold() in text:
        return True
    own = " ".join((page.root.findtext(".//title") or "").split())[:_OWN_TITLE].casefold()
    return len(own) * 2 >= _OWN_TITLE and own in text


def _claimed(sections: Sequence[Section]) -> frozenset[int]:
    return frozenset(block for section in sections for block in section.claimed)


def _merged(found: list[Section], more: Sequence[Section]) -> list[Section]:
    """Return lists with those added that do not overlap one that is there."""
    taken = set(_claimed(found))
    for section in more:
        if taken.isdisjoint(section.claimed):
            found.append(section)
            taken |= section.claimed
    return found


def _unrepeated(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the lists, a repeated one with its blocks claimed but no entries."""
    seen: set[str] = set()
    for section in sections:
        texts = [entry.text for entry in section.entries]
        known = sum(text in seen for text in texts)
        if texts and known * 5 >= len(texts) * 4:
            yield Section((), section.claimed)
        else:
            seen.update(texts)
            yield section


class _Paths:
    """Gives XPaths of containers; brothers in a long list are counted once for all."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: dict[etree._Element, str] = {}

    def of(self, container: int) -> str | None:
        """Return the XPath of a container, None without one."""
        if container < 0:
            return None
        element = self._page.containers[container].element
        known = self._known.get(element)
        if known is not None:
            return known
        # Counting an element's children takes as long as there are; so this once a parent.
        parent = element.getparent()
        if parent is None or len(parent) < _MANY_BROTHERS:
            return self._page.xpath_of(element)
        self._count(parent)
        return self._known[element]

    def _count(self, parent: etree._Element) -> None:
        base = self._page.xpath_of(parent)
        counts: Counter[str] = Counter()
        for child in parent:
            counts[child.tag] += 1
            self._known[child] = f"{base}/{child.tag}[{counts[child.tag]}]"


def _reference(paths: _Paths, entry: Entry, *, notes: bool, whole: bool) -> Reference:
    """Return the record of an entry, with its fields read if it is to be read whole."""
    reference = (
        parse_reference(entry.text, links=entry.hrefs, label=entry.label)
        if whole
        else Reference(text=entry.text, label=entry.label)
    )
    if notes:
        comment = talks(entry.text, entry.score)
    else:
        comment = bool(entry.back) and entry.score < (3 if is_comment(entry.text) else 1)
    where = paths.of(entry.unit.container)
    kind = "note" if comment else "source"
    update: dict[str, str | None] = {"kind": kind, "where": where}
    if kind == "note":
        # A note talks: what the labeller takes for a publisher there is a phrase.
        update["publisher"] = None
    return reference.model_copy(update=update)
