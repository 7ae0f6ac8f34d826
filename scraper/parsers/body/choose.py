"""Chooses the blocks of the body from their probabilities.

The threshold is the one that promises the best word score on this page: with probabilities
that can be trusted, a block belongs in when its own is above half of the score that the whole
choice can expect. Then what stands twice is taken once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.parsers.body.features import Described
from scraper.parsers.body.layout import Floats
from scraper.text import TextBlock

_LEAST_THRESHOLD = 0.2
"""What is less likely than this is not taken, even where the page has nothing better."""
_HOLDER_SHARE = 0.9
_COPY_LENGTH = 40
"""Shorter texts may stand twice in one article: headings, cells, refrains."""
_COPY_SHARE = 0.5
"""A container with this share of text seen before is a copy as a whole."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen blocks."""

    kept: list[int]
    """Indexes of the blocks, in order."""
    expected: float
    """Word F1 that the probabilities promise for this choice."""
    threshold: float


def choose(blocks: Sequence[TextBlock], described: Described, probabilities: Floats) -> Choice:
    """Return the blocks of the body."""
    threshold, expected = best_threshold(probabilities, described.characters.words)
    keep = probabilities >= max(threshold, _LEAST_THRESHOLD)
    drop_copies(blocks, described, keep)
    return Choice([int(index) for index in np.flatnonzero(keep)], expected, threshold)


def best_threshold(probabilities: Floats, words: Floats) -> tuple[float, float]:
    """Return the threshold with the best expected word F1, and that F1."""
    order = np.argsort(-probabilities, kind="stable")
    sure = probabilities[order] * words[order]
    hits = np.cumsum(sure)
    scores = 2 * hits / (np.cumsum(words[order]) + hits[-1] + 1e-9)
    best = int(np.argmax(scores))
    return float(probabilities[order[best]]), float(scores[best])


def holder(described: Described, choice: Choice) -> int:
    """Return the index of the narrowest container that holds nearly all of the choice."""
    mass = np.zeros(len(described.masses.mass))
    mass[choice.kept] = described.masses.mass[choice.kept]
    sums = np.concatenate(([0.0], np.cumsum(mass)))
    layout = described.layout
    held = sums[layout.end] - sums[layout.first] >= _HOLDER_SHARE * sums[-1]
    width = np.where(held, layout.end - layout.first, len(mass) + 1)
    return int(np.flatnonzero(width == width.min())[-1])


def drop_copies(blocks: Sequence[TextBlock], described: Described, keep: NDArray[np.bool_]) -> None:
    """Take out of ``keep`` what repeats an earlier kept text (copies for phones or print)."""
    origin = _origins(blocks, keep)
    if not origin:
        return
    layout, mass = described.layout, described.masses.mass
    kept_mass = np.concatenate(([0.0], np.cumsum(mass * keep)))
    copied: dict[int, float] = {}
    for index, first in origin.items():
        container, outer = int(layout.own[index]), -1
        while container != outer and first < layout.first[container]:
            copied[container] = copied.get(container, 0.0) + float(mass[index])
            outer, container = container, int(layout.up[container])
        keep[index] = False
    for container, copy in copied.items():
        low, high = int(layout.first[container]), int(layout.end[container])
        if copy >= _COPY_SHARE * (kept_mass[high] - kept_mass[low]):
            keep[low:high] = False


def _origins(blocks: Sequence[TextBlock], keep: NDArray[np.bool_]) -> dict[int, int]:
    """Return for each kept block that repeats an earlier one the index of that one."""
    seen: dict[str, int] = {}
    origin: dict[int, int] = {}
    for place in np.flatnonzero(keep):
        index = int(place)
        text = blocks[index].text
        if len(text) >= _COPY_LENGTH:
            first = seen.setdefault(text, index)
            if first != index:
                origin[index] = first
    return origin
