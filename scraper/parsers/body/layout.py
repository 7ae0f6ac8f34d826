"""Lays a page's blocks and containers out as arrays, in one pass over each.

What class names and ids say is looked up in a learned table of their parts (``post-body`` is
``post`` and ``body``): a number below zero for what is mostly boilerplate, above for what is
mostly body.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from scraper.native import twin
from scraper.parsers.rules.boilerplate import (
    ANCESTOR_BITS,
    HIDDEN,
    ROLE_BITS,
    TAG_CODES,
    WORD_LIMIT,
)
from scraper.text import Container, TextBlock

Floats = NDArray[np.float32]
Indexes = NDArray[np.int64]

NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""A word within a class name or id, in any of the usual ways of joining words."""

HINT_KEYS = ("class", "id", "itemprop")
"""Attributes whose words say what an element is for."""

_TELLING = frozenset(("id", "itemprop", "role", "hidden", "aria-hidden", "style"))
"""Attributes besides the class that may say something."""

_CACHE_LIMIT = 20_000
_NOTHING = (0.0, 0.0, 0.0)


def name_parts(value: str) -> list[str]:
    """Return the different words of a class attribute or id, in lower case."""
    found = NAME_PART.findall(value[:WORD_LIMIT])
    return list(dict.fromkeys(part.lower() for part in found if len(part) > 1))


@dataclass(slots=True)
class Hints:
    """What the words of class names and ids say, remembered per attribute value."""

    weights: Mapping[str, float]
    _known: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def of(self, value: str) -> tuple[float, float, float]:
        """Return least, greatest and summed weight of an attribute's words; 0 bounds both."""
        found = self._known.get(value)
        if found is None:
            parts = [self.weights[part] for part in name_parts(value) if part in self.weights]
            found = (min(0.0, *parts), max(0.0, *parts), _total(parts)) if parts else _NOTHING
            if len(self._known) >= _CACHE_LIMIT:
                self._known.clear()
            self._known[value] = found
        return found

    def forget(self) -> None:
        """Let go of all that is remembered."""
        self._known.clear()


def _total(weights: list[float]) -> float:
    """Return the sum, added one after the other: ``sum`` is more exact from Python 3.12 on."""
    total = 0.0
    for weight in weights:
        total += weight
    return total


@dataclass(frozen=True, slots=True)
class Layout:
    """The containers as arrays (one number a container), and where each block stands."""

    own: Indexes
    """For each block its innermost container."""
    first: Indexes
    end: Indexes
    up: Indexes
    """The next container outwards that holds more blocks; the outermost for itself."""
    depth: Floats
    tag: Floats
    bits: Indexes
    """What the container stands in: ``ANCESTOR_BITS``."""
    least: Floats
    """Least hint of the container and of those around it that hold the same blocks."""
    most: Floats
    path_least: Floats
    """Least hint from the outermost container down to this one."""
    path_most: Floats
    path_sum: Floats
    family: Indexes
    """Number of the containers with one parent, tag and class: repeated siblings share it."""
    kin: Indexes
    """Number of the containers whose tags and classes agree all the way up."""


FIRST, END, UP, DEPTH, TAG, BITS, FAMILY, KIN = range(8)
"""Rows of whole numbers, one number a container."""
LEAST, MOST, PATH_LEAST, PATH_MOST, PATH_SUM = range(5)
"""Rows of hints."""


def lay_out(blocks: list[TextBlock], containers: list[Container], hints: Hints) -> Layout:
    """Return the arrays of a page that has at least one block."""
    numbers, hinted = _read_rows(containers, hints)
    return Layout(
        own=_integers([block.container for block in blocks]),
        first=numbers[FIRST],
        end=numbers[END],
        up=numbers[UP],
        depth=numbers[DEPTH].astype(np.float32),
        tag=numbers[TAG].astype(np.float32),
        bits=numbers[BITS],
        least=hinted[LEAST],
        most=hinted[MOST],
        path_least=hinted[PATH_LEAST],
        path_most=hinted[PATH_MOST],
        path_sum=hinted[PATH_SUM],
        family=numbers[FAMILY],
        kin=numbers[KIN],
    )


def read_rows(containers: list[Container], hints: Hints) -> tuple[Indexes, Floats]:
    """Return the rows of whole numbers and of hints, one column a container.

    ``layout_c.pyx`` has the same for a compiler.
    """
    rows = _Rows()
    rows.fill(containers, hints)
    numbers = (
        [container.first for container in containers],
        [container.end for container in containers],
        rows.up,
        [container.depth for container in containers],
        [TAG_CODES.get(container.tag, 0) for container in containers],
        rows.bits,
        rows.family,
        rows.kin,
    )
    return np.array(numbers, np.int64), _to_rows(rows.hinted)


def _integers(values: list[int]) -> Indexes:
    return np.array(values, np.int64)


def _to_rows(hinted: "list[_Hinted]") -> Floats:
    """Return one row a hint and one column a container; numpy is slow to read tuples itself."""
    numbers = np.fromiter(chain.from_iterable(hinted), np.float32, 5 * len(hinted))
    # The compiled table of features wants each row in one piece, whoever made it.
    return np.ascontiguousarray(numbers.reshape(-1, 5).T)


_Hinted = tuple[float, float, float, float, float]
"""Least and greatest hint of the containers of the same blocks; least, greatest and sum of all
from the outermost container down."""
_UNHINTED: _Hinted = (0.0, 0.0, 0.0, 0.0, 0.0)


class _Rows:
    """The columns of the layout in the making; containers without blocks keep zeros.

    What a container takes over from the one around it is one tuple, which most share.
    """

    def __init__(self) -> None:
        self.up: list[int] = []
        self.bits: list[int] = []
        self.hinted: list[_Hinted] = []
        self.family: list[int] = []
        self.kin: list[int] = []

    def fill(self, containers: list[Container], hints: Hints) -> None:
        """Go through the containers, outermost first.

        This is the one pass in Python over all containers, so it keeps to local names.
        """
        families: dict[tuple[int, str, str], int] = {}
        kins: dict[tuple[int, str, str], int] = {}
        ups, all_bits, all_hinted, all_kins = self.up, self.bits, self.hinted, self.kin
        add_family, ancestors = self.family.append, ANCESTOR_BITS
        for container in containers:
            first, end, tag, parent = (
                container.first,
                container.end,
                container.tag,
                container.parent,
            )
            if first == end:
                self._leave_out()
                continue
            name, bits, hint = "", 0, _NOTHING
            up, hinted, kin = 0, _UNHINTED, 0
            if parent >= 0:
                if attributes := container.attributes:
                    name, bits, hint = _told(attributes, tag, hints)
                around, hinted, kin = containers[parent], all_hinted[parent], all_kins[parent]
                bits |= all_bits[parent]
                if around.first == first and around.end == end:
                    up = ups[parent]
                else:
                    up, hinted = parent, (0.0, 0.0, *hinted[2:])
            ups.append(up)
            all_bits.append(bits | ancestors.get(tag, 0))
            all_hinted.append(hinted if hint is _NOTHING else _joined(hinted, hint))
            add_family(families.setdefault((parent, tag, name), len(families)))
            all_kins.append(kins.setdefault((kin, tag, name), len(kins) + 1))

    def _leave_out(self) -> None:
        """Give a container without blocks the place it has by its number."""
        for column in (self.up, self.bits, self.family, self.kin):
            column.append(0)
        self.hinted.append(_UNHINTED)


def _joined(hinted: _Hinted, hint: "_Hint") -> _Hinted:
    """Return the hints around a container with what its own attributes say."""
    least, most, path_least, path_most, path_sum = hinted
    low, high, total = hint
    # Comparisons, as the calls of min() and max() take three times as long here.
    if low < path_least:  # noqa: PLR1730
        path_least = low
    if high > path_most:  # noqa: PLR1730
        path_most = high
    if low < least:  # noqa: PLR1730
        least = low
    if high > most:  # noqa: PLR1730
        most = high
    return least, most, path_least, path_most, path_sum + total


def _told(
    attributes: dict[str, str], tag: str, hints: Hints
) -> tuple[str, int, tuple[float, float, float]]:
    """Return class name, ancestor bits and hints that an element's attributes give."""
    name = attributes.get("class", "")
    hint = hints.of(name) if name else _NOTHING
    if _TELLING.isdisjoint(attributes):
        return name, 0, hint
    # ids of headings are made of their text: words of some language
    if "id" in attributes and tag[0] != "h":
        hint = _both(hint, hints.of(attributes["id"]))
    if "itemprop" in attributes:
        hint = _both(hint, hints.of(attributes["itemprop"]))
    bits = ROLE_BITS.get(attributes["role"], 0) if "role" in attributes else 0
    if _is_hidden(attributes):
        bits |= HIDDEN
    return name, bits, hint


_Hint = tuple[float, float, float]


def _both(one: _Hint, other: _Hint) -> _Hint:
    """Return what two attributes say together."""
    if other is _NOTHING:
        return one
    return min(one[0], other[0]), max(one[1], other[1]), one[2] + other[2]


def _is_hidden(attributes: dict[str, str]) -> bool:
    """Return whether an element's attributes keep it from readers."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and "none" in style and "display" in style


_read_rows = twin(read_rows)


def whole_mark(block: TextBlock, codes: Mapping[str, int], share: float = 0.8) -> int:
    """Return the code of an inline element that covers most of a block, 0 for none."""
    enough, found = len(block.raw) * share, 0
    for start, end, element in block.raw_marks:
        if end - start >= enough:
            found = max(found, codes.get(element.tag, 0))
    return found
