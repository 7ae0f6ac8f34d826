"""Lays a page's blocks and containers out as arrays, in one pass over each.

What class names and ids say is looked up in a learned table of their parts (``post-body`` is
``post`` and ``body``): a number below zero for what is mostly boilerplate, above for what is
mostly body.
"""

import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from lxml import etree
from numpy.typing import NDArray

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
            found = (min(0.0, *parts), max(0.0, *parts), sum(parts)) if parts else _NOTHING
            if len(self._known) >= _CACHE_LIMIT:
                self._known.clear()
            self._known[value] = found
        return found


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


def lay_out(blocks: list[TextBlock], containers: list[Container], hints: Hints) -> Layout:
    """Return the arrays of a page that has at least one block."""
    rows = _Rows(len(containers))
    rows.fill(containers, hints)
    return Layout(
        own=np.array([block.container for block in blocks], np.int64),
        first=np.frombuffer(rows.first, np.int64),
        end=np.frombuffer(rows.end, np.int64),
        up=np.frombuffer(rows.up, np.int64),
        depth=np.frombuffer(rows.depth, np.float32),
        tag=np.frombuffer(rows.tag, np.float32),
        bits=np.frombuffer(rows.bits, np.int64),
        least=np.frombuffer(rows.least, np.float32),
        most=np.frombuffer(rows.most, np.float32),
        path_least=np.frombuffer(rows.path_least, np.float32),
        path_most=np.frombuffer(rows.path_most, np.float32),
        path_sum=np.frombuffer(rows.path_sum, np.float32),
        family=np.frombuffer(rows.family, np.int64),
        kin=np.frombuffer(rows.kin, np.int64),
    )


def _integers(size: int) -> "array[int]":
    return array("q", bytes(8 * size))


def _floats(size: int) -> "array[float]":
    return array("f", bytes(4 * size))


class _Rows:
    """The columns of the layout in the making; containers without blocks keep zeros.

    Machine arrays, so that numpy can look at them without reading every number again.
    """

    def __init__(self, size: int) -> None:
        self.first, self.end, self.up = _integers(size), _integers(size), _integers(size)
        self.bits, self.family, self.kin = _integers(size), _integers(size), _integers(size)
        self.depth, self.tag = _floats(size), _floats(size)
        self.least, self.most = _floats(size), _floats(size)
        self.path_least, self.path_most = _floats(size), _floats(size)
        self.path_sum = _floats(size)

    def fill(self, containers: list[Container], hints: Hints) -> None:
        """Go through the containers, outermost first.

        This is the one pass in Python over all containers, so it keeps to local names.
        """
        families: dict[tuple[int, str, str], int] = {}
        kins: dict[tuple[int, str, str], int] = {}
        codes, ancestors = TAG_CODES, ANCESTOR_BITS
        all_bits, kin = self.bits, self.kin
        for container in containers:
            index, first, end = container.index, container.first, container.end
            self.first[index], self.end[index] = first, end
            self.depth[index] = container.depth
            if first == end:
                continue
            tag, parent = container.tag, container.parent if index else 0
            name, bits, hint = "", 0, _NOTHING
            if index and (attributes := container.attributes):
                name, bits, hint = _told(attributes, tag, hints)
            around = containers[parent]
            all_bits[index] = all_bits[parent] | bits | ancestors.get(tag, 0)
            self.tag[index] = codes.get(tag, 0)
            self.family[index] = families.setdefault((parent, tag, name), len(families))
            kin[index] = kins.setdefault((kin[parent], tag, name), len(kins) + 1)
            self._inherit(index, parent, same=around.first == first and around.end == end)
            if hint is not _NOTHING:
                self._add(index, hint)

    def _inherit(self, index: int, parent: int, *, same: bool) -> None:
        """Give a container the hints of what is around it; ``same`` says that its blocks are."""
        self.path_least[index] = self.path_least[parent]
        self.path_most[index] = self.path_most[parent]
        self.path_sum[index] = self.path_sum[parent]
        if same:
            self.up[index] = self.up[parent]
            self.least[index], self.most[index] = self.least[parent], self.most[parent]
        else:
            self.up[index] = parent

    def _add(self, index: int, hint: tuple[float, float, float]) -> None:
        """Add what a container's own attributes say."""
        least, most, total = hint
        self.least[index] = min(self.least[index], least)
        self.most[index] = max(self.most[index], most)
        self.path_least[index] = min(self.path_least[index], least)
        self.path_most[index] = max(self.path_most[index], most)
        self.path_sum[index] += total


def _told(
    attributes: dict[str, str], tag: str, hints: Hints
) -> tuple[str, int, tuple[float, float, float]]:
    """Return class name, ancestor bits and hints that an element's attributes give."""
    name = attributes.get("class", "")
    hint = hints.of(name) if name else _NOTHING
    if name and len(attributes) == 1:
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


def whole_mark(block: TextBlock, codes: Mapping[str, int], share: float = 0.8) -> int:
    """Return the code of an inline element that covers most of a block, 0 for none."""
    enough = len(block.raw) * share
    whole = 0
    for start, end, element in block.raw_marks:
        if end - start >= enough:
            whole = max(whole, codes.get(_tag(element), 0))
    return whole


def _tag(element: etree._Element) -> str:
    return str(element.tag)
