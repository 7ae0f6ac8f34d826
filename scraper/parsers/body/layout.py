"""Lays a page's blocks and containers out as arrays, in one pass over each.

What class names and ids say is looked up in a learned table of their parts (``post-body`` is
``post`` and ``body``): a number below zero for what is mostly boilerplate, above for what is
mostly body.
"""

import re
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
    rows = _rows(containers, hints)
    table = np.array(rows, np.float32).T
    return Layout(
        own=np.array([block.container for block in blocks], np.int64),
        first=np.array([container.first for container in containers], np.int64),
        end=np.array([container.end for container in containers], np.int64),
        up=table[0].astype(np.int64),
        depth=np.array([container.depth for container in containers], np.float32),
        tag=table[1],
        bits=np.array([row[2] for row in rows], np.int64),
        least=table[3],
        most=table[4],
        path_least=table[5],
        path_most=table[6],
        path_sum=table[7],
        family=table[8].astype(np.int64),
        kin=table[9].astype(np.int64),
    )


_Row = tuple[int, int, int, float, float, float, float, float, int, int]
_EMPTY: _Row = (0, 0, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0)


def _rows(containers: list[Container], hints: Hints) -> list[_Row]:
    """Return one row a container, outermost first; those without blocks keep zeros.

    This is the one pass in Python over all containers, so it keeps to local names.
    """
    rows = [_EMPTY] * len(containers)
    families: dict[tuple[int, str, str], int] = {}
    kins: dict[tuple[int, str, str], int] = {}
    codes, ancestors = TAG_CODES, ANCESTOR_BITS
    for container in containers:
        index, first, end = container.index, container.first, container.end
        if first == end:
            continue
        tag, parent = container.tag, max(container.parent, 0)
        outer = rows[parent]
        name, bits, least, most, total = "", 0, 0.0, 0.0, 0.0
        if index:
            attributes = container.attributes
            if attributes:
                name, bits, least, most, total = _told(attributes, tag, hints)
        around = containers[parent]
        same = around.first == first and around.end == end
        family = families.setdefault((parent, tag, name), len(families))
        kin = kins.setdefault((outer[9], tag, name), len(kins) + 1)
        rows[index] = (
            outer[0] if same else parent,
            codes.get(tag, 0),
            outer[2] | bits | ancestors.get(tag, 0),
            min(least, outer[3]) if same else least,
            max(most, outer[4]) if same else most,
            min(least, outer[5]),
            max(most, outer[6]),
            outer[7] + total,
            family,
            kin,
        )
    return rows


def _told(
    attributes: dict[str, str], tag: str, hints: Hints
) -> tuple[str, int, float, float, float]:
    """Return class name, ancestor bits and hints that an element's attributes give."""
    name, bits = "", 0
    least = most = total = 0.0
    for key, value in attributes.items():
        if key == "class":
            name = value
        elif key == "id":
            # ids of headings are made of their text: words of some language
            if tag[0] == "h":
                continue
        elif key == "role":
            bits |= ROLE_BITS.get(value, 0)
            continue
        else:
            if _is_hidden(key, value):
                bits |= HIDDEN
            continue
        low, high, both = hints.of(value)
        least, most, total = min(least, low), max(most, high), total + both
    return name, bits, least, most, total


def _is_hidden(key: str, value: str) -> bool:
    """Return whether an attribute keeps its element from readers."""
    if key == "style":
        return "none" in value and "display" in value
    return key == "hidden" or (key == "aria-hidden" and value == "true")


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
