"""Takes a text once that a page holds several times, and keeps what is said of several things.

Pages repeat their text for phones, for print and as pull quotes. Lists, tables and cards repeat a
line as well ("Price: free" below each of ten programs), and there it belongs to each of them.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.parsers.body.features import Described
from scraper.parsers.body.layout import Floats
from scraper.parsers.rules.boilerplate import TAG_CODES
from scraper.text import TextBlock

_COPY_LENGTH = 40
"""Shorter texts may stand twice in one article: headings, cells, refrains."""
_COPY_REACH = 12
"""Containers around a copy that may be copies as a whole."""
_COPY_SHARE = 0.5
"""A container with this share of text seen before is a copy as a whole."""
_LISTS = frozenset(TAG_CODES[tag] for tag in "ul ol dl li dd table tbody tr".split())
"""What holds records: of 83 repeated lines beside new ones in these 76 were in reference texts."""
_LIST_MOST = 0.5
"""Part of the chosen text that a list of records has at most: what holds more lays out the page."""
_HEADINGS = frozenset(TAG_CODES[f"h{level}"] for level in range(1, 7))
_LINK = 0.8
_RECORD_SURE = 0.8
_CARD_MOST = 0.2
"""Part of the chosen text that one of several records in plain elements has at most."""
_CARD_NEW = 0.2
"""Part of a record in plain elements that is new, at least."""


def drop_copies(
    blocks: Sequence[TextBlock],
    described: Described,
    probabilities: Floats,
    keep: NDArray[np.bool_],
) -> None:
    """Take out of ``keep`` what repeats an earlier kept text (copies for phones or print)."""
    origin = _origins(blocks, described, keep)
    if not origin:
        return
    layout, mass = described.layout, described.masses.mass
    kept_mass = np.concatenate(([0.0], np.cumsum(mass * keep)))
    records = _Records(blocks, described, keep)
    copied: dict[int, float] = {}
    for index, first in origin.items():
        container = int(layout.own[index])
        if layout.end[container] - layout.first[container] == 1:
            container = int(layout.up[container])
        if first >= layout.first[container]:
            continue  # a refrain, or a phrase set off for display: it belongs there
        if records.hold(index, is_sure=probabilities[index] >= _RECORD_SURE):
            continue
        keep[index] = False
        for _ in range(_COPY_REACH):
            copied[container] = copied.get(container, 0.0) + float(mass[index])
            outer = int(layout.up[container])
            if outer == container or first >= layout.first[outer]:
                break
            container = outer
    for container, copy in copied.items():
        low, high = int(layout.first[container]), int(layout.end[container])
        if copy >= _COPY_SHARE * (kept_mass[high] - kept_mass[low]):
            keep[low:high] = False


class _Records:
    """Lists, rows and cards that say again of one thing what was said of another.

    "Price: free" may stand below each of ten programs. What tells a record from a copy is that
    something in it is new.
    """

    def __init__(
        self, blocks: Sequence[TextBlock], described: Described, keep: NDArray[np.bool_]
    ) -> None:
        self._layout = described.layout
        chosen = np.flatnonzero(keep).tolist()
        seen: set[str] = set()
        fresh = np.zeros(len(keep), bool)
        for index in chosen:
            fresh[index] = blocks[index].text not in seen
            seen.add(blocks[index].text)
        mass = described.masses.mass * keep
        self._counts = np.concatenate(([0], np.cumsum(keep)))
        self._masses = np.concatenate(([0.0], np.cumsum(mass)))
        self._fresh = np.concatenate(([0.0], np.cumsum(mass * fresh)))

    def hold(self, index: int, *, is_sure: bool) -> bool:
        """Return whether a repeated text belongs to a record: the smallest around it decides."""
        layout = self._layout
        box = int(layout.own[index])
        own_tag = int(layout.tag[box])
        for _ in range(_COPY_REACH):
            low, high = int(layout.first[box]), int(layout.end[box])
            if self._counts[high] - self._counts[low] > 1:
                break
            box = int(layout.up[box])
        new = self._fresh[high] - self._fresh[low]
        all_ = self._masses[high] - self._masses[low]
        if int(layout.tag[box]) in _LISTS:
            return bool(new > 0 and all_ <= _LIST_MOST * self._masses[-1])
        is_card = all_ <= _CARD_MOST * self._masses[-1] and new >= _CARD_NEW * all_
        return bool(is_sure and is_card and own_tag not in _HEADINGS)


def _origins(
    blocks: Sequence[TextBlock], described: Described, keep: NDArray[np.bool_]
) -> dict[int, int]:
    """Return for each kept block that repeats an earlier one the index of that one.

    A heading repeats no link: that stands in a list of contents, and goes.
    """
    layout, density = described.layout, described.masses.link_density
    seen: dict[str, int] = {}
    origin: dict[int, int] = {}
    for place in np.flatnonzero(keep):
        index = int(place)
        text = blocks[index].text
        if len(text) >= _COPY_LENGTH:
            first = seen.setdefault(text, index)
            if first == index:
                continue
            if density[first] >= _LINK and int(layout.tag[layout.own[index]]) in _HEADINGS:
                keep[first] = False
                seen[text] = index
            else:
                origin[index] = first
    return origin
