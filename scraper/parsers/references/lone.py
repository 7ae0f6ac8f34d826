"""Finds references that stand alone: the book under review, a list without heading or numbers."""

from collections.abc import Sequence
from itertools import pairwise

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.references.cuts import is_label, printed_label, stretch_cuts
from scraper.parsers.references.entries import Entry, read_entries
from scraper.parsers.references.looks import (
    AUTHOR_YEAR,
    NO_DATE,
    has_imprint,
    is_comment,
    looks,
    opens_as_reference,
)
from scraper.parsers.references.sections import Section
from scraper.parsers.references.units import Span, Unit, cut_units, tidy_units
from scraper.patterns import late
from scraper.text import TextBlock

_IN_BRACKETS = late(r"\((?:[^()]{2,40}:\s[^()]{2,60},\s(?:1[5-9]|20)\d\d\)|\d{1,4}\)\s?[:,]\s?\d)")
_VOLUME = late(r";\s?\d{1,4}[(:]")
"""Each begins with one sign that is searched for; both in one pattern take thrice as long."""
_LONGEST_LONE = 450
_SHORTEST_ENTRY = 40
_SHORTEST_RUN = 2
_RUN_SCORE = 4
"""Signs of a reference that most entries of a run without a heading show."""
_LEAST_SCORE = 3
"""Signs that each of them shows."""
_LONGEST_LABEL = 6
_GAP = 2
_UNDATED = (
    "press", "n.d", "n. d", "forthcoming", "o. J", "o.J", "s. f", "s.f", "s. d", "s.d", "Druck",
    "печати", "б. г", "stampa", "prensa", "paraître", "印刷中", "年不明", "无日期",
)  # fmt: skip
"""Parts of what stands in place of a year: a quick test before the pattern."""
_RUN_TAGS = frozenset("li p dd tr td div".split())


def _on_page(page: Page, body: Body) -> list[TextBlock]:
    """Return the body's blocks that stand on the page; a body out of scripts has others."""
    blocks = page.blocks
    count = len(blocks)
    return [s for s in body.sources if 0 <= s.index < count and blocks[s.index] is s]


def lone_sections(page: Page, body: Body, claimed: frozenset[int]) -> list[Section]:
    """Return full references that stand alone: the book under review, a list without a heading."""
    found: list[Section] = []
    signs = _has_lone_signs(body.text)
    sources = [
        source
        for source in _on_page(page, body)
        if (signs or "\n" in source.text) and source.tag != "li" and source.index not in claimed
    ]
    for source in sources:
        units = _lone_units(source)
        if units:
            entries = read_entries(page, units)
            if len(entries) > 1 or (len(units) == 1 and entries and _is_full(entries[0])):
                found.append(Section(tuple(entries), frozenset((source.index,))))
    return found


def run_sections(page: Page, body: Body, claimed: frozenset[int]) -> list[Section]:
    """Return runs of items, rows or paragraphs that all open and read as references do.

    A list at the end of an article needs no heading: names, year, title and imprint one below the
    other are nothing else. Numbers that stand in blocks of their own do not interrupt a run.
    """
    runs: list[list[TextBlock]] = []
    before: TextBlock | None = None
    for source in _dated_neighbours(page, body, claimed):
        if not _opens_entry(source):
            continue
        if before is not None and _is_next(page, before, source):
            runs[-1].append(source)
        else:
            runs.append([source])
        before = source
    sections = (_read_run(page, run) for run in runs if len(run) >= _SHORTEST_RUN)
    return [section for section in sections if section is not None]


def _dated_neighbours(page: Page, body: Body, claimed: frozenset[int]) -> list[TextBlock]:
    """Return the short blocks with a year next to another one: what else is no run is cheap."""
    short = [
        source
        for source in _on_page(page, body)
        if source.tag in _RUN_TAGS and _SHORTEST_ENTRY // 2 <= len(source.text) <= _LONGEST_LONE
    ]
    held = ["19" in source.text or "20" in source.text for source in short]
    if any(held):
        _hold_undated(short, held)
    dated = [s for s, own in zip(short, held, strict=True) if own and s.index not in claimed]
    if len(dated) < _SHORTEST_RUN:
        return []
    beside = [_is_next(page, one, other) for one, other in pairwise(dated)]
    return [
        source
        for source, after, ahead in zip(dated, [False, *beside], [*beside, False], strict=True)
        if after or ahead
    ]


def _hold_undated(short: Sequence[TextBlock], held: list[bool]) -> None:
    """Hold blocks beside held ones that print what stands in place of a year (``in press``)."""
    for step in (1, -1):
        for near in [place for place, own in enumerate(held) if own]:
            place = near + step
            while 0 <= place < len(short) and not held[place]:
                gap = abs(short[place].index - short[place - step].index)
                held[place] = gap <= _GAP and _is_undated(short[place].text)
                if not held[place]:
                    break
                place += step


def _is_undated(text: str) -> bool:
    """Return whether a text prints what stands in place of a year."""
    return any(map(text.__contains__, _UNDATED)) and NO_DATE.search(text) is not None


def _is_next(page: Page, one: TextBlock, other: TextBlock) -> bool:
    """Return whether a block follows another of its kind, but for a number between them."""
    if one.tag != other.tag or other.index - one.index > _GAP:
        return False
    between = page.blocks[one.index + 1 : other.index]
    return all(len(block.text) <= _LONGEST_LABEL for block in between)


def _read_run(page: Page, run: Sequence[TextBlock]) -> Section | None:
    """Return the list that a run of blocks is, if each is an entry."""
    first, end = run[0].index, run[-1].index + 1
    if first and len(page.blocks[first - 1].text) <= _LONGEST_LABEL < len(run[0].text):
        first -= is_label(page.blocks[first - 1].text)
    entries = read_entries(page, tidy_units(page, cut_units(page, first, end)))
    if len(entries) != len(run):
        entries = read_entries(page, [_line_unit(source, 0, len(source.text)) for source in run])
    signs = sorted(entry.score for entry in entries)
    if not signs or signs[0] < _LEAST_SCORE or signs[(len(signs) - 1) // 2] < _RUN_SCORE:
        return None
    return Section(tuple(entries), frozenset(range(first, end)))


def _opens_entry(source: TextBlock) -> bool:
    """Return whether a short block with a year opens as entries do."""
    text = source.text
    if len(text) < _SHORTEST_ENTRY and text.isascii():
        return False
    text = text.lstrip()
    label = printed_label(text, plain=False)
    own = text[label[1] :] if label is not None else text
    return opens_as_reference(own.lstrip()) and not is_comment(own)


def _lone_units(source: TextBlock) -> list[Unit]:
    """Return the lines of a block that are references, or the block if it is one."""
    text = source.text
    if "\n" in text and ("19" in text or "20" in text):
        units: list[Unit] = []
        cuts = stretch_cuts(text) if source.tag == "pre" else []
        stretches = list(zip(cuts, (*cuts[1:], len(text)), strict=True)) if cuts else []
        sure = sum(looks(text[a:b]) >= _LEAST_SCORE for a, b in stretches)
        if stretches and 2 * sure > len(stretches):
            # Calls with names in quotation marks have two signs of a reference: a year, a title.
            return [_line_unit(source, a, b) for a, b in stretches]
        start = 0
        for line in text.split("\n"):
            if 20 < len(line) <= _LONGEST_LONE and AUTHOR_YEAR.match(line) and looks(line) >= 3:
                units.append(_line_unit(source, start, start + len(line)))
            start += len(line) + 1
        return units if len(units) > 1 else []
    if len(text) > _LONGEST_LONE:
        return []
    if not _has_lone_signs(text):
        return []
    return [_line_unit(source, 0, len(text))]


def _has_lone_signs(text: str) -> bool:
    return (
        "ISBN" in text
        or "10." in text
        or ("(" in text and _IN_BRACKETS.search(text) is not None)
        or (";" in text and _VOLUME.search(text) is not None)
    )


def _line_unit(source: TextBlock, start: int, end: int) -> Unit:
    return Unit((Span(source.index, start, end),), source.container, "p")


def _is_full(entry: Entry) -> bool:
    text = entry.text
    if entry.score < 6 or not has_imprint(text) or is_comment(text):
        return False
    return "ISBN" in text or opens_as_reference(text)
