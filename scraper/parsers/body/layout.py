"""Lays a page's blocks and containers out as arrays, in one pass over each.

What class names and ids say is looked up in a learned table of their parts (``post-body`` is
``post`` and ``body``): a number below zero for what is mostly boilerplate, above for what is
mostly body.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

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
    pass_ = _Pass(len(containers), hints)
    for index, container in enumerate(containers):
        pass_.read(index, container, containers)
    return Layout(
        own=np.array([block.container for block in blocks], np.int64),
        first=np.array([container.first for container in containers], np.int64),
        end=np.array([container.end for container in containers], np.int64),
        up=np.array(pass_.up, np.int64),
        depth=np.array([container.depth for container in containers], np.float32),
        tag=np.array(pass_.tag, np.float32),
        bits=np.array(pass_.bits, np.int64),
        **pass_.hint_arrays(),
        family=np.array(pass_.family, np.int64),
        kin=np.array(pass_.kin, np.int64),
    )


class _Pass:
    """The state of one pass over the containers, outermost first."""

    def __init__(self, size: int, hints: Hints) -> None:
        self.up = [0] * size
        self.tag = [0] * size
        self.bits = [0] * size
        self.family = [0] * size
        self.kin = [0] * size
        self.hint: list[tuple[float, float, float, float, float]] = [(0.0,) * 5] * size
        self._hints = hints
        self._families: dict[tuple[int, str, str | None], int] = {}
        self._kins: dict[tuple[int, str, str | None], int] = {}

    def read(self, index: int, container: Container, containers: list[Container]) -> None:
        """Read one container; those without any block keep zeros, as nothing asks for them."""
        if container.first == container.end:
            return
        tag = container.tag
        parent = container.parent if index else 0
        self.tag[index] = TAG_CODES.get(tag, 0)
        bits = self.bits[parent] | ANCESTOR_BITS.get(tag, 0)
        least = most = total = 0.0
        name: str | None = None
        if index:
            for key, value in cast(list[tuple[str, str]], container.element.items()):
                if key == "class":
                    name = value
                elif key == "role":
                    bits |= ROLE_BITS.get(value, 0)
                elif _is_hidden(key, value):
                    bits |= HIDDEN
                if key == "class" or (key == "id" and tag[0] != "h"):
                    # ids of headings are made of their text: words of some language
                    low, high, both = self._hints.of(value)
                    least, most, total = min(least, low), max(most, high), total + both
        self.bits[index] = bits
        self._place(index, parent, (least, most, total), containers)
        key_ = (parent, tag, name)
        self.family[index] = self._families.setdefault(key_, len(self._families))
        key_ = (self.kin[parent], tag, name)
        self.kin[index] = self._kins.setdefault(key_, len(self._kins) + 1)

    def _place(
        self,
        index: int,
        parent: int,
        hint: tuple[float, float, float],
        containers: list[Container],
    ) -> None:
        """Join a container's hints with those around it."""
        least, most, total = hint
        outer_least, outer_most, path_least, path_most, path_sum = self.hint[parent]
        path = (min(least, path_least), max(most, path_most), path_sum + total)
        here, around = containers[index], containers[parent]
        if here.first == around.first and here.end == around.end:
            self.up[index] = self.up[parent]
            least, most = min(least, outer_least), max(most, outer_most)
        else:
            self.up[index] = parent
        self.hint[index] = (least, most, *path)

    def hint_arrays(self) -> dict[str, Floats]:
        """Return the joined hints by the names of ``Layout``'s fields."""
        table = np.array(self.hint, np.float32).T
        names = ("least", "most", "path_least", "path_most", "path_sum")
        return dict(zip(names, table, strict=True))


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
