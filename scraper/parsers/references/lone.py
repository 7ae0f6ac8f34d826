"""Finds references that stand alone: the book under review, a list without heading or numbers."""

import re

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.references.entries import Entry, read_entries
from scraper.parsers.references.looks import (
    AUTHOR_YEAR,
    has_imprint,
    is_comment,
    looks,
    opens_as_reference,
)
from scraper.parsers.references.sections import Section
from scraper.parsers.references.units import Span, Unit
from scraper.text import TextBlock

_LONE_SIGNS = re.compile(
    r"\([^()]{2,40}:\s[^()]{2,60},\s(?:1[5-9]|20)\d\d\)|\(\d{1,4}\)\s?[:,]\s?\d|;\s?\d{1,4}[(:]"
)
_LONGEST_LONE = 450
_SHORTEST_ENTRY = 40
_SHORTEST_RUN = 2
_RUN_SCORE = 4
"""Signs of a reference that each entry of a run without a heading shows."""


def _on_page(page: Page, body: Body) -> list[TextBlock]:
    """Return the body's blocks that stand on the page; a body out of scripts has others."""
    blocks = page.blocks
    count = len(blocks)
    return [s for s in body.sources if 0 <= s.index < count and blocks[s.index] is s]


def lone_sections(page: Page, body: Body, claimed: frozenset[int]) -> list[Section]:
    """Return full references that stand alone: the book under review, a list without a heading."""
    found: list[Section] = []
    signs = _has_lone_signs(body.text)
    for source in _on_page(page, body):
        if source.index in claimed or source.tag == "li" or not (signs or "\n" in source.text):
            continue
        units = _lone_units(source)
        if units:
            entries = read_entries(page, units)
            if len(entries) > 1 or (len(units) == 1 and entries and _is_full(entries[0])):
                found.append(Section(tuple(entries), frozenset((source.index,))))
    return found


def run_sections(page: Page, body: Body, claimed: frozenset[int]) -> list[Section]:
    """Return runs of list items or paragraphs that all open and read as references do.

    A list at the end of an article needs no heading: names, year, title and imprint one below the
    other are nothing else.
    """
    runs: list[list[TextBlock]] = []
    before: tuple[int, str, int] | None = None
    for source in _on_page(page, body):
        if source.index in claimed or not _opens_entry(source):
            continue
        parent = page.containers[source.container].parent if source.container >= 0 else -1
        if before == (source.index - 1, source.tag, parent):
            runs[-1].append(source)
        else:
            runs.append([source])
        before = (source.index, source.tag, parent)
    found: list[Section] = []
    for run in runs:
        if len(run) < _SHORTEST_RUN:
            continue
        units = [_line_unit(source, 0, len(source.text)) for source in run]
        entries = [e for e in read_entries(page, units) if e.score >= _RUN_SCORE]
        if len(entries) == len(run):
            found.append(Section(tuple(entries), frozenset(source.index for source in run)))
    return found


def _opens_entry(source: TextBlock) -> bool:
    """Return whether a block of the body may be an entry: short, with names and a year in front."""
    text = source.text
    if source.tag not in ("li", "p") or not _SHORTEST_ENTRY <= len(text) <= _LONGEST_LONE:
        return False
    if "19" not in text and "20" not in text:
        return False
    return opens_as_reference(text) and not is_comment(text)


def _lone_units(source: TextBlock) -> list[Unit]:
    """Return the lines of a block that are references, or the block if it is one."""
    text = source.text
    if "\n" in text and ("19" in text or "20" in text):
        units: list[Unit] = []
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
    return "ISBN" in text or "10." in text or _LONE_SIGNS.search(text) is not None


def _line_unit(source: TextBlock, start: int, end: int) -> Unit:
    return Unit((Span(source.index, start, end),), source.container, "p")


def _is_full(entry: Entry) -> bool:
    text = entry.text
    if entry.score < 6 or not has_imprint(text) or is_comment(text):
        return False
    return "ISBN" in text or opens_as_reference(text)
