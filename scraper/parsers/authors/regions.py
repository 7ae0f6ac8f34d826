"""Tells where on the page a block stands: headline, body, comments, teasers, menus.

The containers are gone through once, in document order, so that each inherits what the ones
around it are; classes and addresses recur, so that the patterns run once for each spelling.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.names import name_key
from scraper.parsers.rules import bylines as rules
from scraper.text import Container

COMMENT = 1
RELATED = 2
OUTSIDE = 4
AUTHOR = 8
STRONG_AUTHOR = 16
BIO = 32
_NO_AUTHOR = 64
_NO_COMMENT = 128
META = 256
_INHERITED = COMMENT | RELATED | OUTSIDE
_HEADINGS = frozenset("h1 h2 h3".split())
_TITLE_CHARS = 400
_BEFORE_BODY = 12
"""Blocks before the body that bylines stand in, where no headline is displayed."""
_MAIN_SHARE = 3
"""A container with more than a third of the page's blocks is no teaser, whatever its class."""


@dataclass(frozen=True, slots=True)
class Regions:
    """The page's geography."""

    page: Page
    flags: list[int]
    """For each container what it and the ones around it are, as bits."""
    own: list[int]
    """For each container what its own attributes say, as bits."""
    headline: int
    """Index of the block that displays the headline; -1 where none does."""
    body_first: int
    body_last: int
    title: str = field(repr=False)
    """The headline; empty where there is none."""
    text: str = field(repr=False)
    """The body's text."""
    index_of: dict[etree._Element, int] = field(repr=False)
    """Container index of an element."""

    def block_flags(self, block: int) -> int:
        """Return the bits of the container that holds a block."""
        return self.flags[self.page.blocks[block].container]

    def is_beside(self, block: int) -> bool:
        """Return whether a block stands where bylines do: by the headline, or before the body."""
        headline, first = self.headline, self.body_first
        if headline < 0:
            return first >= 0 and -_BEFORE_BODY <= block - first <= 2
        distance = block - headline
        if -3 <= distance <= 4 or (distance > 4 and (block < first or distance <= 10)):
            return True
        return first >= 0 and -5 <= block - first <= 2

    def container_of(self, element: etree._Element) -> int | None:
        """Return the innermost container that is or holds an element."""
        found = self.index_of.get(element)
        node = element
        while found is None:
            parent = node.getparent()
            if parent is None:
                return None
            node = parent
            found = self.index_of.get(node)
        return found

    def block_of(self, element: etree._Element, text: str) -> int | None:
        """Return the index of the block that holds an inline element's text."""
        found = self.container_of(element)
        if found is None:
            return None
        container = self.page.containers[found]
        for block in self.page.blocks[container.first : container.end]:
            if text in block.text:
                return block.index
        return None


@lru_cache(maxsize=8192)
def class_flags(*values: str | None) -> int:
    """Return what class, id and similar values say of an element, as bits."""
    flags = 0
    for value in values:
        if value:
            for word in value.split():
                flags |= _word_flags(word)
    if flags & _NO_AUTHOR:
        flags &= ~(AUTHOR | STRONG_AUTHOR)
    if flags & _NO_COMMENT:
        flags &= ~COMMENT
    return flags & ~(_NO_AUTHOR | _NO_COMMENT)


@lru_cache(maxsize=16384)
def _word_flags(word: str) -> int:
    """Return what one class says, as bits; classes recur far more than their combinations."""
    flags = 0
    lower = word.lower()
    if rules.AUTHOR_STEM.search(lower):
        for pattern, flag in _AUTHOR_PATTERNS:
            if pattern.search(lower):
                flags |= flag
    if rules.PLACE_STEM.search(f"-{lower}"):
        for pattern, flag in _PLACE_PATTERNS:
            if pattern.search(lower):
                flags |= flag
    return flags


_AUTHOR_PATTERNS = (
    (rules.AUTHOR_CLASS, AUTHOR),
    (rules.STRONG_AUTHOR_CLASS, STRONG_AUTHOR),
    (rules.NOT_AUTHOR_CLASS, _NO_AUTHOR),
    (rules.BIO_CLASS, BIO),
)
_PLACE_PATTERNS = (
    (rules.COMMENT_CLASS, COMMENT),
    (rules.NOT_COMMENT_CLASS, _NO_COMMENT),
    (rules.RELATED_CLASS, RELATED),
    (rules.META_CLASS, META),
)


def read_regions(page: Page, title: str | None, body: Body) -> Regions:
    """Return the geography of a page; linear in its containers."""
    flags: list[int] = []
    own: list[int] = []
    index_of = {container.element: container.index for container in page.containers}
    whole = len(page.blocks)
    for container in page.containers:
        # Nothing stands in a container without text: what it is says nothing.
        mine = _own_flags(container, whole) if container.first < container.end else 0
        own.append(mine)
        around = flags[container.parent] & _INHERITED if container.parent >= 0 else 0
        flags.append(mine | around)
    indexes = [source.index for source in body.sources if source.index >= 0]
    first, last = (min(indexes), max(indexes)) if indexes else (-1, -1)
    return Regions(
        page,
        flags,
        own,
        _headline(page, title, first),
        first,
        last,
        title or "",
        body.text,
        index_of,
    )


def _own_flags(container: Container, whole: int) -> int:
    attributes = container.element.attrib
    flags = 0
    if attributes:
        get = attributes.get
        flags = class_flags(get("class"), get("id"), get("itemprop"), get("rel"))
    if container.tag in rules.OUTSIDE_TAGS:
        flags |= OUTSIDE
    elif container.tag == "address":
        flags |= AUTHOR
    elif container.tag == "body":
        return 0
    if flags and (container.end - container.first) * _MAIN_SHARE > whole > 12:
        flags &= ~(COMMENT | RELATED | AUTHOR | STRONG_AUTHOR | BIO)
    return flags


def _headline(page: Page, title: str | None, body_first: int) -> int:
    """Return the index of the block that displays the headline, headings preferred."""
    if not title:
        return -1
    key = name_key(title)
    best, best_rank = -1, 0
    for block in page.blocks:
        if len(block.text) > _TITLE_CHARS or (0 <= body_first < block.index and best >= 0):
            continue
        heading = block.tag in _HEADINGS
        line = block.text.split("\n", 1)[0]
        if not heading and (best >= 0 or abs(len(line) - len(title)) > 20):
            continue
        found = name_key(line)
        if not found:
            continue
        rank = 0
        if found == key:
            rank = 4 if heading else 2
        elif heading and (found in key or key in found) and len(found) > 8:
            rank = 3
        if rank > best_rank:
            best, best_rank = block.index, rank
    return best
