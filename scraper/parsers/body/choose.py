"""Chooses the blocks of the body from their probabilities.

The threshold follows from the one that promises the best word score on this page: with
probabilities that can be trusted, a block belongs in when its own is above half of the score that
the whole choice can expect. Then gaps in the text are filled, what stands twice is taken once, and
pitches and lines of the site's furniture go.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from scraper.parsers.body.copies import drop_copies
from scraper.parsers.body.features import Described
from scraper.parsers.body.furniture import drop_furniture
from scraper.parsers.body.layout import Floats, Layout
from scraper.parsers.body.left_alone import without_left_alone
from scraper.parsers.body.pitches import drop_pitches
from scraper.parsers.body.threshold import best_threshold
from scraper.parsers.rules.boilerplate import TAG_CODES
from scraper.text import TextBlock

_THRESHOLD_SHARE = 0.75
"""Part of the best threshold that is asked for. The probabilities of blocks err together, so that
whole parts of an article are missed where a few words of something else would be taken."""
_LEAST_THRESHOLD = 0.2
"""What is less likely than this is not taken, even where the page has nothing better."""
_CODE_LEAST = 0.02
_CODE_REACH = 2
"""Code within this many blocks of chosen ones, before and behind, belongs to the text."""
_SIBLING_SHARE = 0.6
_SIBLING_LEAST = 0.15
"""What is asked of a block next to a chosen one of the same kind: lists belong together."""
_GAP_LEAST = 0.2
_GAP_REACH = 3
"""A gap of up to this many blocks is filled with what is at least so likely."""
_REPEAT_REACH = 8
"""Blocks before and behind one in which others of its kind are looked for."""
_TEXT_LINKS = 0.5
"""What is link for half of its length is not added to text because of where it stands."""
_GAP_HINT = 0.5
"""What its own class names as something else, by more than this, is no part of the text."""
_OPENING_LEAST = 0.7
"""What stands before the first sentence of the body has to be so likely: it may be a share bar."""
_H1, _LI = TAG_CODES["h1"], TAG_CODES["li"]
_HOLDER_SHARE = 0.9


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
    asked = max(threshold * _THRESHOLD_SHARE, _LEAST_THRESHOLD)
    keep = probabilities >= asked
    keep_code(blocks, probabilities, keep)
    add_between(described, probabilities, asked, keep)
    trim_opening(described, probabilities, keep)
    drop_copies(blocks, described, probabilities, keep)
    drop_pitches(blocks, described, probabilities, keep)
    drop_furniture(blocks, described, keep)
    kept = without_left_alone(blocks, described, np.flatnonzero(keep).tolist())
    return Choice(kept, expected, threshold)


def keep_code(blocks: Sequence[TextBlock], probabilities: Floats, keep: NDArray[np.bool_]) -> None:
    """Add code that stands within the text: its characters look like no sentence's."""
    chosen = keep.copy()
    for block in blocks:
        index = block.index
        if block.tag == "pre" and not keep[index] and probabilities[index] >= _CODE_LEAST:
            before = chosen[max(index - _CODE_REACH, 0) : index]
            after = chosen[index + 1 : index + 1 + _CODE_REACH]
            keep[index] = before.any() and after.any()


def add_between(
    described: Described, probabilities: Floats, asked: float, keep: NDArray[np.bool_]
) -> None:
    """Add what is not so likely, but stands beside or between chosen blocks of its kind."""
    # A page has three such blocks, and every other one has none: they are gone through one by one.
    found = np.flatnonzero(~keep & (probabilities >= np.float32(_SIBLING_LEAST))).tolist()
    density = described.masses.link_density
    unsure = [index for index in found if density[index] < _TEXT_LINKS]
    if not unsure:
        return
    places = _Places(described.layout)
    least = np.float32(max(asked * _SIBLING_SHARE, _SIBLING_LEAST))
    add_siblings(places, [index for index in unsure if probabilities[index] >= least], keep)
    least = np.float32(_GAP_LEAST)
    likely = [index for index in unsure if probabilities[index] >= least and not keep[index]]
    headings = described.masses.headings
    fill_gaps(places, likely, headings[1:] > headings[:-1], keep)
    add_repeated(places, [index for index in likely if not keep[index]], keep)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where blocks stand, told of those that are asked for."""

    layout: Layout

    def own(self, index: int) -> int:
        """Return a block's innermost container."""
        return int(self.layout.own[index])

    def around(self, index: int) -> int:
        """Return the innermost container that holds more than a block."""
        layout, own = self.layout, self.own(index)
        return int(layout.up[own]) if layout.end[own] - layout.first[own] == 1 else own

    def are_alike(self, index: int, other: int) -> bool:
        """Return whether two blocks are of the same container, element and class."""
        kin = self.layout.kin
        if kin[self.own(index)] != kin[self.own(other)]:
            return False
        return self.around(index) == self.around(other)


def add_siblings(places: _Places, likely: Sequence[int], keep: NDArray[np.bool_]) -> None:
    """Add likely blocks next to chosen ones of the same container, element and class."""
    for index in likely:
        keep[index] = index > 0 and keep[index - 1] and places.are_alike(index, index - 1)
    for index in reversed(likely):
        if index + 1 < len(keep) and keep[index + 1] and places.are_alike(index, index + 1):
            keep[index] = True


def fill_gaps(
    places: _Places,
    likely: Sequence[int],
    is_heading: NDArray[np.bool_],
    keep: NDArray[np.bool_],
) -> None:
    """Add what stands in a short gap between chosen blocks of the same container.

    Page builders give headings and items of lists the same elements as boilerplate has; between
    two paragraphs of an article they are part of it. A heading is part of what it stands right
    above, whatever is before its container.
    """
    if not likely:
        return
    chosen = np.flatnonzero(keep).tolist()
    hints = places.layout.path_least
    for index in likely:
        behind = bisect_left(chosen, index)
        if not 0 < behind < len(chosen):
            continue
        before, after = chosen[behind - 1], chosen[behind]
        is_above = is_heading[index] and after == index + 1
        if after - before > _GAP_REACH + 1 and not is_above:
            continue
        shared = places.around(index)
        is_within = is_above or places.around(before) == shared
        keep[index] = (
            is_within
            and places.around(after) == shared
            and hints[places.own(index)] >= hints[shared] - np.float32(_GAP_HINT)
        )


def add_repeated(places: _Places, likely: Sequence[int], keep: NDArray[np.bool_]) -> None:
    """Add single blocks between chosen ones where others of their kind near by were chosen.

    Questions of an accordion and dates of a programme stand each in a container of its own: what
    ties them together is that they repeat.
    """
    chosen = keep.copy()
    for place in likely:
        if 0 < place < len(keep) - 1 and chosen[place - 1] and chosen[place + 1]:
            near = slice(max(place - _REPEAT_REACH, 0), place + _REPEAT_REACH + 1)
            kin = places.layout.kin[places.layout.own[near]]
            own = places.layout.kin[places.own(place)]
            keep[place] = bool((chosen[near] & (kin == own)).any())


def trim_opening(described: Described, probabilities: Floats, keep: NDArray[np.bool_]) -> None:
    """Take out what is unsure before the first running text, but for headings and their lists.

    Readers see at once what is wrong there: a share bar, a line of names and dates.
    """
    running = np.flatnonzero(keep & (described.masses.running > 0))
    if not len(running):
        return
    first = int(running[0])
    unsure = keep[:first] & (probabilities[:first] < _OPENING_LEAST)
    if unsure.any():
        unsure &= ~_headed(described, keep, first)
        keep[:first] &= ~unsure


def _headed(described: Described, keep: NDArray[np.bool_], end: int) -> NDArray[np.bool_]:
    """Return which of the first blocks are headings, or items of a list below a chosen one.

    "Key points" stand before the text; below the headline itself stands a share bar.
    """
    tag = described.layout.tag[described.layout.own[:end]]
    headings = described.masses.headings
    is_heading = headings[1 : end + 1] > headings[:end]
    index = np.arange(end)
    heads = is_heading & keep[:end] & (tag != _H1)
    last_head = np.maximum.accumulate(np.where(heads, index, -1))
    last_other = np.maximum.accumulate(np.where(~heads & (tag != _LI), index, -1))
    listed: NDArray[np.bool_] = (tag == _LI) & (last_head > last_other)
    return is_heading | listed


def holder(described: Described, choice: Choice) -> int:
    """Return the index of the narrowest container that holds nearly all of the choice."""
    layout, kept = described.layout, choice.kept
    sums = list(accumulate(described.masses.mass[kept].tolist(), initial=0.0))
    # What holds nearly all of it holds its middle; the first such, from the inside, is narrowest.
    middle = kept[bisect_left(sums, sums[-1] / 2) - 1]
    container = int(layout.own[middle])
    while True:
        low = bisect_left(kept, int(layout.first[container]))
        high = bisect_left(kept, int(layout.end[container]))
        if sums[high] - sums[low] >= _HOLDER_SHARE * sums[-1]:
            return container
        container = int(layout.up[container])
