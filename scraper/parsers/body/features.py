"""Describes each text block by numbers: what the body model reads.

Everything is relative to the page (shares, densities, distances), nothing depends on the words
of a language. Groups: the block's own characters; where it stands in the tree; what is around it
(``surroundings``); its place in reading order; its neighbours.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.native import twin
from scraper.parsers.body.characters import Characters, count_characters
from scraper.parsers.body.feature_names import NAMES, OFFSETS, WINDOWS
from scraper.parsers.body.layout import Floats, Hints, Layout, lay_out, whole_mark
from scraper.parsers.body.masses import Columns, Masses, running_total, weigh
from scraper.parsers.body.surroundings import NO_HEADLINE, add_surroundings
from scraper.parsers.rules.boilerplate import ANCESTORS, TAG_CODES, WHOLE_MARKS
from scraper.text import Container, TextBlock

H1 = TAG_CODES["h1"]
TITLE_SHORTEST, TITLE_LONGEST = 8, 300
TITLE_SHARE = 0.3
_ROWS = {name: row for row, name in enumerate(NAMES)}
WHOLE_SHARE = 0.8
"""Part of a block that an inline element covers as a whole."""


@dataclass(frozen=True, slots=True)
class Described:
    """A page's blocks as the model sees them, with what the later steps need again."""

    table: Floats
    """All features: one row a name of ``NAMES``, one column a block."""
    layout: Layout
    characters: Characters
    masses: Masses
    core: int
    """Index of the container that holds most running text directly."""

    @property
    def columns(self) -> dict[str, Floats]:
        """The features by name."""
        return dict(zip(NAMES, self.table, strict=True))

    def matrix(self, names: list[str]) -> Floats:
        """Return the named features, one row a feature and one column a block."""
        return self.table[[_ROWS[name] for name in names]]


def describe(
    blocks: list[TextBlock], containers: list[Container], title: str, hints: Hints
) -> Described:
    """Return the features of a page that has at least one block.

    Args:
        title: Content of the ``title`` element in lower case; empty where there is none.
        hints: What the words of class names say.
    """
    texts = [block.text for block in blocks]
    layout = lay_out(blocks, containers, hints)
    chars = count_characters(texts)
    links = np.array([block.link_chars for block in blocks], np.float32)
    masses = weigh(chars, links, layout.tag[layout.own])
    table, core = _tabulate(blocks, title, layout, chars, masses)
    return Described(table, layout, chars, masses, core)


def tabulate(
    blocks: list[TextBlock], title: str, layout: Layout, chars: Characters, masses: Masses
) -> tuple[Floats, int]:
    """Return all features, one row a name of ``NAMES``, and the container of the core.

    ``features_c.pyx`` has the same for a compiler.
    """
    texts = [block.text for block in blocks]
    title_shares = _title_shares(texts, title)
    top = _headline(layout.tag[layout.own], title_shares)
    columns: Columns = {}
    _add_own(columns, blocks, chars, masses)
    _add_tree(columns, layout, masses)
    core = add_surroundings(columns, blocks, layout, masses, top)
    columns["title"] = title_shares
    _add_place(columns, layout, masses, top)
    _add_copies(columns, texts, layout, masses)
    _add_neighbours(columns, masses)
    return np.array([columns[name] for name in NAMES], np.float32), core


def _add_own(columns: Columns, blocks: list[TextBlock], chars: Characters, masses: Masses) -> None:
    """Add what a block is made of."""
    length, words = chars.length, chars.words
    columns |= {
        "mass": chars.mass,
        "words": words,
        "word_length": length / words,
        "link_density": masses.link_density,
        "stops": chars.stops,
        "commas": chars.commas,
        "upper": chars.upper / length,
        "capitals": chars.capitals / words,
        "digits": chars.digits / length,
        "symbols": chars.symbols / length,
        "quotes": chars.quotes,
        "lines": chars.lines,
        "cells": chars.cells,
        "lead": chars.lead,
        "last": chars.last,
        "whole": np.array(
            [
                whole_mark(block, WHOLE_MARKS, WHOLE_SHARE) if block.raw_marks else 0
                for block in blocks
            ],
            np.float32,
        ),
        "marks": np.array([len(block.raw_marks) for block in blocks], np.float32),
    }


def _add_tree(columns: Columns, layout: Layout, masses: Masses) -> None:
    """Add where a block stands in the tree, and how common that place is on the page."""
    own = layout.own
    bits = layout.bits[own]
    columns["tag"] = layout.tag[own]
    columns["depth"] = layout.depth[own]
    columns["path_least"] = layout.path_least[own]
    columns["path_most"] = layout.path_most[own]
    columns["path_sum"] = layout.path_sum[own]
    for place, name in enumerate(ANCESTORS):
        columns[f"in_{name}"] = (bits >> place) & 1
    kin = layout.kin[own]
    size = int(layout.kin.max()) + 1
    count = np.bincount(kin, minlength=size)
    mass = np.bincount(kin, masses.mass, size)
    prose = np.bincount(kin, masses.running, size)
    links = np.bincount(kin, masses.link_density * masses.mass, size)
    columns["kin_count"] = count[kin]
    columns["kin_prose"] = prose[kin] / masses.total_prose
    columns["kin_links"] = links[kin] / mass[kin]
    columns["kin_mean"] = mass[kin] / count[kin]


def _title_shares(texts: list[str], title: str) -> Floats:
    """Return for each block the share of the title that it repeats, 0 if it says more."""
    shares = np.zeros(len(texts), np.float32)
    if title:
        longest = min(TITLE_LONGEST, len(title))
        for index, text in enumerate(texts):
            if TITLE_SHORTEST <= len(text) <= longest and text.lower() in title:
                shares[index] = len(text) / len(title)
    return shares


def _headline(tag: Floats, title: Floats) -> int:
    """Return the index of the block that is the headline, -1 if none can be."""
    tops = np.flatnonzero(tag == H1)
    told = tops[title[tops] > TITLE_SHARE]
    for found in (told, tops, np.flatnonzero(title > TITLE_SHARE)):
        if len(found):
            return int(found[0])
    return -1


def _add_place(columns: Columns, layout: Layout, masses: Masses, top: int) -> None:
    """Add the place in reading order: after how much text, how far from headline and heading."""
    tag = layout.tag[layout.own]
    size = len(tag)
    index = np.arange(size)
    prose, total = masses.prose, masses.total_prose
    is_heading = masses.headings[1:] > masses.headings[:-1]
    heading = np.maximum.accumulate(np.where(is_heading, index, -1))
    columns |= {
        "index": index,
        "rest": size - index,
        "mass_before": masses.all_[:-1] / masses.total,
        "prose_before": prose[:-1] / total,
        "prose_after": 1 - prose[1:] / total,
        "headline_offset": index - top if top >= 0 else np.full(size, NO_HEADLINE),
        "headline_prose": (prose[:-1] - prose[max(top, 0)]) / total,
        "since_heading": index - heading,
        "heading_tag": np.where(heading >= 0, tag[np.maximum(heading, 0)], 0),
    }


def _add_copies(columns: Columns, texts: list[str], layout: Layout, masses: Masses) -> None:
    """Add whether a text stands more than once: menus and desktop copies do."""
    seen: dict[str, int] = {}
    twice = np.zeros(len(texts), np.float32)
    later = np.zeros(len(texts), np.float32)
    for index, text in enumerate(texts):
        earlier = seen.setdefault(text, index)
        if earlier != index:
            later[index] = twice[index] = twice[earlier] = 1
    wide = layout.up[layout.up[layout.own]]
    mass = masses.all_[layout.end[wide]] - masses.all_[layout.first[wide]]
    copied = running_total(twice * masses.mass)
    again = running_total(later * masses.mass)
    columns["twice"] = twice
    columns["later"] = later
    columns["copied_2"] = (copied[layout.end[wide]] - copied[layout.first[wide]]) / mass
    columns["again_2"] = (again[layout.end[wide]] - again[layout.first[wide]]) / mass


def _add_neighbours(columns: Columns, masses: Masses) -> None:
    """Add features of the blocks around, and of windows of blocks."""
    size = len(masses.mass)
    for offset in OFFSETS:
        for name in ("mass", "link_density", "tag", "path_sum"):
            columns[f"{name}{offset:+d}"] = _shifted(np.asarray(columns[name]), offset)
    index = np.arange(size)
    prose, total = masses.prose, masses.total_prose
    for width in WINDOWS:
        low, high = np.maximum(index - width, 0), np.minimum(index + width + 1, size)
        mass = masses.all_[high] - masses.all_[low]
        columns[f"window_links_{width}"] = (masses.links[high] - masses.links[low]) / mass
        columns[f"window_prose_{width}"] = (prose[high] - prose[low]) / total
        columns[f"window_before_{width}"] = (prose[index] - prose[low]) / total
        columns[f"window_after_{width}"] = (prose[high] - prose[index + 1]) / total


def _shifted(values: NDArray[np.float32], offset: int) -> Floats:
    """Return for each block the value of the block so many places on, -1 past the ends."""
    moved = np.full(len(values), -1, np.float32)
    if abs(offset) < len(values):
        if offset > 0:
            moved[:-offset] = values[offset:]
        else:
            moved[-offset:] = values[:offset]
    return moved


_tabulate = twin(tabulate)
