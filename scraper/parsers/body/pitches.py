"""Takes out of the chosen text what asks its reader to subscribe, to give, to follow or to agree.

Sites set such lines between the paragraphs of an article, often in its own elements. What says so
is the line; where it stands in a small box of its own, its heading and its prices go with it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from scraper.needles import make_needles
from scraper.parsers.body.features import Described
from scraper.parsers.body.layout import Floats
from scraper.parsers.rules.pitches import CHANNEL_PITCH, PART_PITCH, PITCH_LIMIT, PITCHES
from scraper.text import TextBlock

_OF: dict[str, list[int]] = {}
"""For each stem the places of its patterns in ``PITCHES``."""
for _place, (_stems, _) in enumerate(PITCHES):
    for _stem in _stems:
        _OF.setdefault(_stem, []).append(_place)
_STEMS = make_needles(_OF)
_SURE = 0.99
"""What is surer than this is not looked at: 1 of 39 pitches was, and half of all text."""
_FEW = 4
_MOST_SHARE = 0.2
"""A page with more pitches than this among its unsure lines is about them: a privacy policy."""
_BOX_CHARS = 500
"""A box of more text holds more than a pitch."""
_BOX_REACH = 4
"""Containers looked at from the line outwards."""


def drop_pitches(
    blocks: Sequence[TextBlock],
    described: Described,
    probabilities: Floats,
    keep: NDArray[np.bool_],
) -> None:
    """Take out of ``keep`` pitches, and the small boxes around them."""
    unsure = np.flatnonzero(keep & (probabilities < _SURE)).tolist()
    short = [place for place in unsure if len(blocks[place].text) <= PITCH_LIMIT]
    pitches = [short[number] for number in find_pitches([blocks[place].text for place in short])]
    if not pitches or len(pitches) > max(_FEW, _MOST_SHARE * len(short)):
        return  # None, or so many that they are what the page is about.
    opening = int(np.flatnonzero(keep)[0])
    chars = np.concatenate(([0.0], np.cumsum(described.characters.length * keep)))
    for place in pitches:
        line = blocks[place].text.lower()
        if PART_PITCH.search(line) or CHANNEL_PITCH.search(line):
            keep[place] = False  # Recipes and stories end so in a box of their own.
            continue
        first, end = _box(described, place, chars, opening)
        keep[first:end] = False


def find_pitches(texts: Sequence[str]) -> list[int]:
    """Return which texts ask their reader to subscribe, to join, to give, to follow or to agree.

    Args:
        texts: Of one block each; longer ones than a pitch may be are none.

    Returns:
        Their numbers, rising.
    """
    lines = [text.lower() if len(text) <= PITCH_LIMIT else "" for text in texts]
    joined = "\n".join(lines)
    held = _STEMS.held_in(joined)
    if not held:
        return []
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    # Only the lines that hold a stem are looked at, and only for its patterns.
    asked = {(n, at) for stem in held for n in _holding(stem, joined, starts) for at in _OF[stem]}
    return sorted({n for n, at in asked if PITCHES[at][1].search(lines[n]) is not None})


def _holding(stem: str, text: str, starts: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the lines that hold a stem."""
    at = text.find(stem)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        yield number
        at = text.find(stem, starts[number + 1])


def _box(
    described: Described, place: int, chars: NDArray[np.float64], opening: int
) -> tuple[int, int]:
    """Return the range of blocks of the widest box around a pitch that holds little else.

    A box that holds the page's first chosen block (``opening``) is a short article.
    """
    layout = described.layout
    found = (place, place + 1)
    container = int(layout.own[place])
    for _ in range(_BOX_REACH):
        first, end = int(layout.first[container]), int(layout.end[container])
        if first <= opening or chars[end] - chars[first] > _BOX_CHARS:
            break
        found = (min(first, place), max(end, place + 1))
        container = int(layout.up[container])
    return found
