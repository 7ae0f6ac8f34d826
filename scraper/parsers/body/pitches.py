"""Takes out of the chosen text what asks its reader to subscribe, to join or to give.

Sites set such lines between the paragraphs of an article, often in its own elements. What says so
is the line; where it stands in a small box of its own, its heading and its prices go with it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.parsers.body.features import Described
from scraper.parsers.body.layout import Floats
from scraper.parsers.rules.pitches import (
    NEWSLETTER_PITCH,
    PITCH_LIMIT,
    PITCH_STEMS,
    SUBSCRIBERS_ONLY,
    SUPPORT_PITCH,
)
from scraper.text import TextBlock

_PATTERNS = (NEWSLETTER_PITCH, SUBSCRIBERS_ONLY, SUPPORT_PITCH)
_SURE = 0.99
"""What is surer than this is not looked at: 1 of 39 pitches was, and half of all text."""
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
    # Asked of all lines at once, the stems cost a quarter of what they cost line by line.
    joined = "\n".join(blocks[place].text for place in short).lower()
    stems = [stem for stem in PITCH_STEMS if stem in joined]
    pitches = [place for place in short if stems and is_pitch(blocks[place].text, stems)]
    if not pitches:
        return
    opening = int(np.flatnonzero(keep)[0])
    chars = np.concatenate(([0.0], np.cumsum(described.characters.length * keep)))
    for place in pitches:
        first, end = _box(described, place, chars, opening)
        keep[first:end] = False


def is_pitch(text: str, stems: Sequence[str] = PITCH_STEMS) -> bool:
    """Return whether a text asks its reader to subscribe, to become a member or to give.

    Args:
        text: Of one block.
        stems: Those of all stems that stand somewhere on the page, in lower case.
    """
    if len(text) > PITCH_LIMIT:
        return False
    lower = text.lower()
    if not any(stem in lower for stem in stems):
        return False
    return any(pattern.search(text) for pattern in _PATTERNS)


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
