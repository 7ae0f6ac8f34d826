"""Describes what is around a block: the containers that hold it, the core, headline and section.

Containers hold ranges of blocks, so that every sum over one is a difference of running totals.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.parsers.body.feature_names import LEVELS, MEDIA_LEVELS, TOP, level_names
from scraper.parsers.body.layout import Floats, Layout
from scraper.parsers.body.masses import Columns, Masses, Sums, running_total
from scraper.text import TextBlock

NO_HEADLINE = -999.0
CORE_DEPTH = 40
FADING = 600
"""Distance from the headline, in letters, at which running text counts half."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What each container holds, one number a container."""

    mass: Sums
    links: Sums
    prose: Sums


def add_surroundings(
    columns: Columns, blocks: list[TextBlock], layout: Layout, masses: Masses, top: int
) -> int:
    """Add all features of this module, and return the index of the core's container.

    Args:
        top: Index of the block that is the headline, -1 where none is.
    """
    first, end = layout.first, layout.end
    held = _Held(*(sums[end] - sums[first] for sums in (masses.all_, masses.links, masses.prose)))
    core = find_core(masses.running, layout)
    lead = find_core(_faded(masses, top), layout)
    _add_levels(columns, layout, masses, held)
    _add_core(columns, "core", layout, masses, held, core)
    _add_core(columns, "lead", layout, masses, held, lead)
    _add_best(columns, layout, masses, held)
    _add_top(columns, layout, masses, held, top)
    _add_media(columns, blocks, layout)
    _add_sections(columns, masses)
    return core


def _add_levels(columns: Columns, layout: Layout, masses: Masses, held: _Held) -> None:
    """Add the containers around a block, each holding more blocks than the one before."""
    first, end = layout.first, layout.end
    count = np.maximum(end - first, 1)
    mass, links, prose = held.mass, held.links, held.prose
    whole = np.maximum(mass, 1)
    head_links = np.append(masses.link_density, 0)[first]
    digits = masses.digits
    family = layout.family
    size = int(family.max()) + 1
    siblings = np.bincount(family, minlength=size)
    family_mass = np.bincount(family, mass, size)
    family_links = np.bincount(family, links, size)
    family_prose = np.bincount(family, prose, size)
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
        *names, tag, start, before = level_names(number)
        columns |= zip(names, table[: len(names)][:, level], strict=True)
        columns[tag] = layout.tag[level]
        columns[start] = index - first[level]
        columns[before] = (masses.all_[index] - masses.all_[first[level]]) / whole[level]
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
    faded = masses.running / (np.maximum(distance, 0) + FADING)
    return np.where(distance >= 0, faded, 0).astype(np.float32)


def _common(core: int, layout: Layout) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each block the steps from the core outwards to what holds both, and that."""
    chain = [core]
    while len(chain) < CORE_DEPTH:
        wider = int(layout.up[chain[-1]])
        if wider == chain[-1]:
            break
        chain.append(wider)
    around = np.array(chain)
    index = np.arange(len(layout.own))
    # Each range holds the one before, so that those that a block is not in are the first ones.
    begin_behind = np.searchsorted(-layout.first[around], -index, "left")
    end_before = np.searchsorted(layout.end[around], index, "right")
    steps = np.minimum(np.maximum(begin_behind, end_before), len(chain) - 1)
    return steps, around[steps]


def _add_core(
    columns: Columns, name: str, layout: Layout, masses: Masses, held: _Held, core: int
) -> None:
    """Add how far a block is from the core, in the tree and in reading order."""
    steps, shared = _common(core, layout)
    first, end = layout.first, layout.end
    total = masses.total_prose
    low, high = int(first[core]), int(end[core])
    index = np.arange(len(steps))
    before, after = index < low, index >= high
    shared_mass, shared_prose = held.mass[shared], held.prose[shared]
    core_mass, core_prose = held.mass[core], held.prose[core]
    junk = masses.all_ - masses.prose
    kin = layout.kin[layout.own]
    columns |= {
        f"{name}_steps": steps,
        f"{name}_prose": shared_prose / total,
        f"{name}_links": held.links[shared] / np.maximum(shared_mass, 1),
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


def _add_best(columns: Columns, layout: Layout, masses: Masses, held: _Held) -> None:
    """Add whether a block stands in the narrowest container that holds most of the text."""
    prose = held.prose
    score = prose / masses.total_prose + 0.02 * np.minimum(layout.depth, 20)
    score -= 0.3 * held.links / np.maximum(held.mass, 1) + (prose < 0.5 * masses.total_prose)
    best = int(np.argmax(score))
    index = np.arange(len(layout.own))
    columns["best_in"] = (index >= layout.first[best]) & (index < layout.end[best])
    columns["best_depth"] = layout.depth[layout.own] - layout.depth[best]


def _add_top(columns: Columns, layout: Layout, masses: Masses, held: _Held, top: int) -> None:
    """Add how far a block is from the headline in the tree, and what holds both."""
    if top < 0:
        columns |= {f"top_{name}": np.full(len(masses.mass), NO_HEADLINE) for name in TOP}
        return
    steps, shared = _common(int(layout.own[top]), layout)
    mass = held.mass[shared]
    columns |= {
        "top_steps": steps,
        "top_down": layout.depth[layout.own] - layout.depth[shared],
        "top_share": mass / masses.total,
        "top_prose": held.prose[shared] / masses.total_prose,
        "top_links": held.links[shared] / np.maximum(mass, 1),
    }


def _add_media(columns: Columns, blocks: list[TextBlock], layout: Layout) -> None:
    """Add the pictures and form fields a block in the containers around it.

    Teasers have a picture each, comment and newsletter forms have fields.
    """
    first, end = layout.first, layout.end
    count = np.maximum(end - first, 1)
    media = running_total(np.array([block.media for block in blocks], np.float32))
    controls = running_total(np.array([block.controls for block in blocks], np.float32))
    level = layout.own
    for number in MEDIA_LEVELS:
        level = layout.up[level]
        for name, sums in (("media", media), ("controls", controls)):
            columns[f"{name}_{number}"] = ((sums[end] - sums[first]) / count)[level]


def _add_sections(columns: Columns, masses: Masses) -> None:
    """Add what stands between the last heading and the next one.

    A heading alone does not tell whether a part of the article follows or a list of others.
    """
    size = len(masses.mass)
    index = np.arange(size)
    is_heading = masses.headings[1:] > masses.headings[:-1]
    first = np.maximum.accumulate(np.where(is_heading, index, -1)) + 1
    heading = np.minimum.accumulate(np.where(is_heading, index, size)[::-1])[::-1]
    end = np.append(heading[1:], size)
    mass = masses.all_[end] - masses.all_[first]
    prose = masses.prose[end] - masses.prose[first]
    count = end - first
    columns |= {
        "section_count": count,
        "section_mean": mass / np.maximum(count, 1),
        "section_links": (masses.links[end] - masses.links[first]) / np.maximum(mass, 1),
        "section_prose": prose / np.maximum(mass, 1),
        "section_share": prose / masses.total_prose,
        "section_left": end - index,
    }
