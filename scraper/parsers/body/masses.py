"""Weighs the text blocks of a page, with running totals so that any stretch is one subtraction."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.native import twin
from scraper.parsers.body.characters import Characters
from scraper.parsers.body.layout import Floats
from scraper.parsers.rules.boilerplate import TAG_CODES

Sums = NDArray[np.float64]
Columns = dict[str, NDArray[np.float32] | NDArray[np.float64] | NDArray[np.int64]]

H1, H6 = TAG_CODES["h1"], TAG_CODES["h6"]
RUNNING_WORDS = 8


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


def running_total(values: NDArray[np.float32] | NDArray[np.bool_]) -> Sums:
    """Return sums of the first 0, 1, 2 … values; of each row, where there are several."""
    sums = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.cumsum(values, axis=-1, out=sums[..., 1:])
    return sums


def weigh(chars: Characters, links: Floats, tag: Floats) -> Masses:
    """Return the weights of blocks; of each its characters, letters in links, and tag's code."""
    (density, running), sums = _to_rows(chars, links, tag)
    all_, link_sums, prose, paragraphs, headings, digits = sums
    return Masses(
        mass=chars.mass,
        link_density=density,
        running=running,
        all_=all_,
        links=link_sums,
        prose=prose,
        paragraphs=paragraphs,
        headings=headings,
        digits=digits,
        total=max(float(all_[-1]), 1.0),
        total_prose=max(float(prose[-1]), 1.0),
    )


def to_rows(chars: Characters, links: Floats, tag: Floats) -> tuple[Floats, Sums]:
    """Return two rows, link density and running text, and the six running totals of ``Masses``.

    ``masses_c.pyx`` has the same for a compiler.
    """
    density = np.minimum(links / chars.length, 1)
    is_prose = (density < 0.5) & (chars.words >= RUNNING_WORDS) & (chars.stops > 0)
    running = np.where(is_prose, np.maximum(chars.mass - links, 0), 0)
    is_heading = (tag >= H1) & (tag <= H6)
    weights = (chars.mass, links, running, running > 0, is_heading, chars.digits)
    return np.array((density, running), np.float32), running_total(np.array(weights, np.float32))


_to_rows = twin(to_rows)
