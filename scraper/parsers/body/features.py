"""Describes each text block by numbers: what the body model reads.

Everything is relative to the page (shares, densities, distances), nothing depends on the words
of a language. Groups: the block's own characters; where it stands in the tree; the five
containers around it that hold more and more blocks; its distance from the core (the container
that holds most running text directly); its place in reading order; its neighbours.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.parsers.body.characters import Characters, count_characters
from scraper.parsers.body.layout import Floats, Hints, Layout, lay_out, whole_mark
from scraper.parsers.rules.boilerplate import ANCESTORS, TAG_CODES, WHOLE_MARKS
from scraper.text import Container, TextBlock

Sums = NDArray[np.float64]
Columns = dict[str, NDArray[np.float32] | NDArray[np.float64] | NDArray[np.int64]]

LEVELS = 5
FAMILY_LEVELS = 4
WINDOWS = (3, 8, 20)
_H1, _H6 = TAG_CODES["h1"], TAG_CODES["h6"]
_RUNNING_WORDS = 8
_TITLE_LENGTH = range(8, 301)
_TITLE_SHARE = 0.3
_CORE_DEPTH = 40
_NO_HEADLINE = -999.0
_FADING = 600
"""Distance from the headline, in letters, at which running text counts half."""


@dataclass(frozen=True, slots=True)
class Masses:
    """Weights of the blocks, and their running totals (one number more than blocks)."""

    mass: Floats
    link_density: Floats
    running: Floats
    """Mass of running text: sentences outside links; 0 for all other blocks."""
    all_: Sums
    links: Sums
    prose: Sums
    paragraphs: Sums
    headings: Sums
    digits: Sums
    total: float
    total_prose: float


@dataclass(frozen=True, slots=True)
class Described:
    """A page's blocks as the model sees them, with what the later steps need again."""

    columns: Columns
    layout: Layout
    characters: Characters
    masses: Masses
    core: int
    """Index of the container that holds most running text directly."""

    def matrix(self, names: list[str]) -> Floats:
        """Return the named features, one row a feature and one column a block."""
        return np.array([self.columns[name] for name in names], np.float32)


def describe(
    blocks: list[TextBlock], containers: list[Container], title: str, hints: Hints
) -> Described:
    """Return the features of a page that has at least one block.

    Args:
        blocks: All blocks of the page.
        containers: All containers of the page.
        title: Content of the ``title`` element in lower case; empty where there is none.
        hints: What the words of class names say.
    """
    texts = [block.text for block in blocks]
    layout = lay_out(blocks, containers, hints)
    chars = count_characters(texts)
    links = np.array([block.link_chars for block in blocks], np.float32)
    masses = _weigh(chars, links, layout.tag[layout.own])
    title_shares = _title_shares(texts, title)
    top = _headline(layout.tag[layout.own], title_shares)
    core = find_core(masses.running, layout)
    lead = find_core(_faded(masses, top), layout)
    columns: Columns = {}
    _add_own(columns, blocks, chars, masses)
    _add_tree(columns, layout, masses)
    _add_levels(columns, layout, masses)
    _add_core(columns, "core", layout, masses, core)
    _add_core(columns, "lead", layout, masses, lead)
    _add_best(columns, layout, masses)
    columns["title"] = title_shares
    _add_place(columns, layout, masses, top)
    _add_copies(columns, texts, layout, masses)
    _add_neighbours(columns, masses)
    return Described(columns, layout, chars, masses, core)


def running_total(values: NDArray[np.float32] | NDArray[np.bool_]) -> Sums:
    """Return sums of the first 0, 1, 2 … values."""
    sums = np.zeros(len(values) + 1)
    np.cumsum(values, out=sums[1:])
    return sums


def _weigh(chars: Characters, links: Floats, tag: Floats) -> Masses:
    density = np.minimum(links / chars.length, 1)
    is_prose = (density < 0.5) & (chars.words >= _RUNNING_WORDS) & (chars.stops > 0)
    running = np.where(is_prose, np.maximum(chars.mass - links, 0), 0).astype(np.float32)
    all_, prose = running_total(chars.mass), running_total(running)
    return Masses(
        mass=chars.mass,
        link_density=density,
        running=running,
        all_=all_,
        links=running_total(links),
        prose=prose,
        paragraphs=running_total(running > 0),
        headings=running_total((tag >= _H1) & (tag <= _H6)),
        digits=running_total(chars.digits),
        total=max(float(all_[-1]), 1.0),
        total_prose=max(float(prose[-1]), 1.0),
    )


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
            [whole_mark(block, WHOLE_MARKS) if block.raw_marks else 0 for block in blocks],
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


def _add_levels(columns: Columns, layout: Layout, masses: Masses) -> None:
    """Add the containers around a block, each holding more blocks than the one before."""
    first, end = layout.first, layout.end
    count = np.maximum(end - first, 1)
    mass = masses.all_[end] - masses.all_[first]
    whole = np.maximum(mass, 1)
    links = masses.links[end] - masses.links[first]
    prose = masses.prose[end] - masses.prose[first]
    head_links = np.append(masses.link_density, 0)[first]
    digits = masses.digits
    family = layout.family
    size = int(family.max()) + 1
    siblings = np.bincount(family, minlength=size)
    family_mass = np.bincount(family, mass, size)
    family_links = np.bincount(family, links, size)
    family_prose = np.bincount(family, prose, size)
    names = (
        *("count", "links", "mean", "least", "most", "share", "prose", "density", "headings"),
        *("paragraphs", "digits", "head_links", "siblings", "family_links", "family_prose"),
        *("family_mean", "family_head"),
    )
    table = np.array(
        (
            count,
            links / whole,
            mass / count,
            layout.least,
            layout.most,
            mass / masses.total,
            prose / masses.total_prose,
            prose / whole,
            masses.headings[end] - masses.headings[first],
            masses.paragraphs[end] - masses.paragraphs[first],
            (digits[end] - digits[first]) / whole,
            head_links,
            siblings[family],
            (family_links / np.maximum(family_mass, 1))[family],
            family_prose[family] / masses.total_prose,
            (family_mass / siblings.clip(1))[family],
            (np.bincount(family, head_links, size) / siblings.clip(1))[family],
        ),
        np.float32,
    )
    level = layout.own
    index = np.arange(len(level))
    for number in range(LEVELS):
        rows = table[:, level]
        kept = len(names) if number < FAMILY_LEVELS else len(names) - 5
        for name, row in zip(names[:kept], rows, strict=False):
            columns[f"{name}_{number}"] = row
        columns[f"tag_{number}"] = layout.tag[level]
        columns[f"start_{number}"] = index - first[level]
        columns[f"before_{number}"] = (masses.all_[index] - masses.all_[first[level]]) / whole[
            level
        ]
        level = layout.up[level]


def find_core(worth: Floats, layout: Layout) -> int:
    """Return the container that holds most of some worth of blocks directly.

    A block counts for the innermost container that holds more than it, and half for the next
    one, so that an article cut into sections is found as their common container.
    """
    own, up = layout.own, layout.up
    single = layout.end[own] - layout.first[own] == 1
    near = np.where(single, up[own], own)
    size = len(layout.first)
    score = np.bincount(near, worth, size) + 0.5 * np.bincount(up[near], worth, size)
    return int(np.argmax(score))


def _faded(masses: Masses, top: int) -> Floats:
    """Return running text that counts the less the further it is below the headline.

    A page of comments or of further stories may hold more text than the article, but below it.
    """
    if top < 0:
        return masses.running
    distance = masses.all_[:-1] - masses.all_[top]
    faded = masses.running / (np.maximum(distance, 0) + _FADING)
    return np.where(distance >= 0, faded, 0).astype(np.float32)


def _common(core: int, layout: Layout) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each block the steps from the core outwards to what holds both, and that."""
    index = np.arange(len(layout.own))
    steps = np.zeros(len(index), np.int64)
    shared = np.full(len(index), core)
    here = core
    for step in range(1, _CORE_DEPTH):
        outside = (index < layout.first[here]) | (index >= layout.end[here])
        wider = int(layout.up[here])
        if wider == here or not outside.any():
            break
        here = wider
        steps[outside] = step
        shared[outside] = here
    return steps, shared


def _add_core(columns: Columns, name: str, layout: Layout, masses: Masses, core: int) -> None:
    """Add how far a block is from the core, in the tree and in reading order."""
    steps, shared = _common(core, layout)
    first, end = layout.first, layout.end
    all_, prose, total = masses.all_, masses.prose, masses.total_prose
    low, high = int(first[core]), int(end[core])
    index = np.arange(len(steps))
    before, after = index < low, index >= high
    shared_mass = all_[end[shared]] - all_[first[shared]]
    shared_prose = prose[end[shared]] - prose[first[shared]]
    core_mass, core_prose = all_[high] - all_[low], prose[high] - prose[low]
    shared_links = masses.links[end[shared]] - masses.links[first[shared]]
    junk = all_ - prose
    kin = layout.kin[layout.own]
    columns |= {
        f"{name}_steps": steps,
        f"{name}_prose": shared_prose / total,
        f"{name}_links": shared_links / np.maximum(shared_mass, 1),
        f"{name}_gain": (shared_prose - core_prose) / max(core_prose, 1.0),
        f"{name}_density": (shared_prose - core_prose) / np.maximum(shared_mass - core_mass, 1),
        f"{name}_share": np.full(len(index), core_prose / total),
        f"{name}_offset": np.where(before, index - low, np.where(after, index - high + 1, 0)),
        f"{name}_junk": np.where(
            before, junk[low] - junk[index + 1], np.where(after, junk[index] - junk[high], 0)
        ),
        f"{name}_down": layout.depth[layout.own] - layout.depth[shared],
        f"{name}_kin": kin == np.bincount(kin[low:high]).argmax() if high > low else kin == -1,
    }


def _add_best(columns: Columns, layout: Layout, masses: Masses) -> None:
    """Add whether a block stands in the narrowest container that holds most of the text."""
    prose = masses.prose[layout.end] - masses.prose[layout.first]
    mass = masses.all_[layout.end] - masses.all_[layout.first]
    links = masses.links[layout.end] - masses.links[layout.first]
    score = prose / masses.total_prose + 0.02 * np.minimum(layout.depth, 20)
    score -= 0.3 * links / np.maximum(mass, 1) + (prose < 0.5 * masses.total_prose)
    best = int(np.argmax(score))
    index = np.arange(len(layout.own))
    columns["best_in"] = (index >= layout.first[best]) & (index < layout.end[best])
    columns["best_depth"] = layout.depth[layout.own] - layout.depth[best]


def _title_shares(texts: list[str], title: str) -> Floats:
    """Return for each block the share of the title that it repeats, 0 if it says more."""
    shares = np.zeros(len(texts), np.float32)
    if title:
        for index, text in enumerate(texts):
            if len(text) in _TITLE_LENGTH and text.lower() in title:
                shares[index] = len(text) / len(title)
    return shares


def _headline(tag: Floats, title: Floats) -> int:
    """Return the index of the block that is the headline, -1 if none can be."""
    tops = np.flatnonzero(tag == _H1)
    told = tops[title[tops] > _TITLE_SHARE]
    for found in (told, tops, np.flatnonzero(title > _TITLE_SHARE)):
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
        "headline_offset": index - top if top >= 0 else np.full(size, _NO_HEADLINE),
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
    for offset in (-2, -1, 1, 2):
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
