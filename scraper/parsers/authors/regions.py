"""Tells where on the page a block stands: headline, body, comments, teasers, menus.

The containers are gone through once, in document order, so that each inherits what the ones
around it are; classes and addresses recur, so that the patterns run once for each spelling.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from scraper.native import twin
from scraper.page import Page
from scraper.parsers.authors.stems import make_stems
from scraper.parsers.body_text import Body
from scraper.parsers.names import name_key
from scraper.parsers.rules import byline_classes as rules
from scraper.remembering import remembered
from scraper.text import Container, outwards

COMMENT = 1
RELATED = 2
OUTSIDE = 4
AUTHOR = 8
STRONG_AUTHOR = 16
BIO = 32
NO_AUTHOR = 64
NO_COMMENT = 128
META = 256
MENU = 512
QUOTE = 1024
CAPTION = 2048
WITHIN = 4096
"""Whether the innermost ``article`` element is the body's."""
NOT_OF_MAIN = COMMENT | RELATED | AUTHOR | STRONG_AUTHOR | BIO | MENU
"""What the class of a container with a large part of the page does not tell of it."""
ASIDE = COMMENT | RELATED | OUTSIDE | MENU
"""What the page's headline does not stand in, whatever the class says."""
WORK = 8192
"""What is said of a work that the article is about: a box with its director and writer."""
INHERITED = COMMENT | RELATED | OUTSIDE | MENU | QUOTE | CAPTION | WORK | WITHIN
_DIGITS = "0123456789"
_NONE: Mapping[str, str] = {}
TAG_FLAGS = {
    "address": AUTHOR,
    "aside": OUTSIDE,
    "blockquote": QUOTE,
    "figcaption": CAPTION,
    "figure": CAPTION,
    "footer": OUTSIDE,
    "nav": OUTSIDE | MENU,
}
_HEADINGS = frozenset("h1 h2 h3".split())
_NEAR = 12
END_BLOCKS = 6
"""Blocks on both sides of the body's end in which people sign."""
_TITLE_CHARS = 400
_TITLE_DIFFERENCE = 20
"""Characters by which a line that is no heading may differ from the headline in length."""
_LEAST_PART = 8
"""Characters that a heading has more of, if it displays only a part of the headline."""
BEFORE_END, BEHIND_END = 3, 12
"""Blocks before and behind the last one of the body, among which boxes of authors stand."""
_BEFORE_BODY = 12
"""Blocks before the body that bylines stand in, where no headline is displayed."""
SMALL_PAGE = 12
"""Blocks of a page up to which it has no main part."""
MAIN_SHARE = 3
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
    holder: tuple[int, int]
    """Half-open range of blocks of the smallest container that holds headline and body."""
    near: frozenset[int] = field(repr=False)
    """Blocks around the headline, and right before the body."""
    ends: frozenset[int] = field(repr=False)
    """Blocks around the body's end."""
    texts: list[str] = field(repr=False)
    """The text of each block of the page."""
    index_of: dict[etree._Element, int] = field(repr=False, default_factory=dict)
    """Container index of an element; filled when it is first asked for."""

    def is_menu(self, block: int) -> bool:
        """Return whether a block stands in a menu, and not beside headline or body's end."""
        return (
            self.flags[self.page.blocks[block].container] & MENU != 0
            and block not in self.near
            and block not in self.ends
        )

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

    def is_in_teaser(self, block: int) -> bool:
        """Return whether a block stands in an ``article`` element that isn't the body's."""
        around = outwards(self.page.containers, self.page.blocks[block].container)
        article = next((box for box in around if box.tag == "article"), None)
        return article is not None and not article.first <= self.body_first < article.end

    def is_at_end(self, block: int) -> bool:
        """Return whether a block stands where a text is signed: right before or behind its end."""
        return -BEFORE_END <= block - self.body_last <= BEHIND_END and self.body_last >= 0

    def container_of(self, element: etree._Element) -> int | None:
        """Return the innermost container that is or holds an element."""
        if not self.index_of:
            self.index_of.update({c.element: c.index for c in self.page.containers})
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


@remembered(16384)
def class_flags(*values: str | None) -> int:
    """Return what class, id and similar values say of an element, as bits."""
    flags = 0
    for value in values:
        if value:
            flags |= value_flags(value)
    return settled(flags)


@cache
def settled(flags: int) -> int:
    """Return what all values of an element say together: some words take back what others say."""
    if flags & NO_AUTHOR:
        flags &= ~(AUTHOR | STRONG_AUTHOR)
    if flags & NO_COMMENT:
        flags &= ~COMMENT
    if flags & CAPTION:
        flags &= ~STRONG_AUTHOR
    return flags & ~(NO_AUTHOR | NO_COMMENT)


def value_flags(value: str) -> int:
    """Return what the words of one value say by themselves, as bits."""
    flags = 0
    for word in CLASSES.words(value):
        flags |= word_flags(unnumbered(word))
    return flags


def unnumbered(word: str) -> str:
    """Return a word with a zero for the number at its end.

    Entries of menus, comments and boxes are numbered ("menu-item-4711"), which says nothing of
    what they are: so a page has one such word instead of dozens.
    """
    return f"{word.rstrip(_DIGITS)}0" if word and word[-1] in _DIGITS else word


@remembered(16384)
def word_flags(word: str) -> int:
    """Return what one class says, as bits; classes recur far more than their combinations."""
    lower = word.lower().removeprefix(rules.BUILDER_PREFIX)
    if lower.startswith(rules.TOPIC_CLASSES):
        return 0
    if "footer" in lower:
        lower = rules.OWN_FOOTER.sub("", lower)
    flags = 0
    for flag, search in _searches(CLASSES.told(lower)):
        if search(lower):
            flags |= flag
    # "Quote_author": who is quoted.
    return flags & ~(AUTHOR | STRONG_AUTHOR) if flags & QUOTE else flags


_CLASSES = (
    (AUTHOR, rules.AUTHOR_CLASS, rules.AUTHOR_STEMS),
    (STRONG_AUTHOR, rules.STRONG_AUTHOR_CLASS, rules.STRONG_AUTHOR_STEMS),
    (NO_AUTHOR, rules.NOT_AUTHOR_CLASS, rules.NOT_AUTHOR_STEMS),
    (BIO, rules.BIO_CLASS, rules.BIO_STEMS),
    (COMMENT, rules.COMMENT_CLASS, rules.COMMENT_STEMS),
    (NO_COMMENT, rules.NOT_COMMENT_CLASS, rules.NOT_COMMENT_STEMS),
    (RELATED, rules.RELATED_CLASS, rules.RELATED_STEMS),
    (META, rules.META_CLASS, rules.META_STEMS),
    (CAPTION, rules.CAPTION_CLASS, rules.CAPTION_STEMS),
    (QUOTE, rules.QUOTE_CLASS, rules.QUOTE_STEMS),
    (MENU, rules.MENU_CLASS, rules.MENU_STEMS),
    (WORK, rules.WORK_CLASS, rules.WORK_STEMS),
)


@cache
def _searches(may: int) -> tuple[tuple[int, Callable[[str], re.Match[str] | None]], ...]:
    """Return the bits that stems allow, each with the search that tells; they recur."""
    return tuple((flag, pattern.search) for flag, pattern, _ in _CLASSES if may & flag)


def _stems() -> dict[str, int]:
    """Return for each stem of class values the bits of the patterns that it may let match."""
    told: dict[str, int] = {}
    for flag, _, stems in _CLASSES:
        told.update((stem, told.get(stem, 0) | flag) for stem in stems)
    return told


CLASSES = make_stems(_stems(), r"[\s_-]")
"""What class values may say, told by their letters."""


def read_regions(page: Page, title: str | None, body: Body) -> Regions:
    """Return the geography of a page; linear in its containers."""
    # A body that scripts hold has no blocks on the page.
    indexes = [s.index for s in body.sources if s.index >= 0 and s.container >= 0]
    first, last = (min(indexes), max(indexes)) if indexes else (-1, -1)
    headline = _headline(page, title, first)
    flags, own = _read_flags(page.containers, headline, first, last, len(page.blocks))
    holder = _holder(page, [index for index in (headline, first, last) if index >= 0])
    near, ends = _near(headline, first), _around(last, END_BLOCKS, END_BLOCKS)
    places = (headline, first, last, title or "", body.text, holder, near, ends)
    return Regions(page, flags, own, *places, [block.text for block in page.blocks])


def read_flags(
    containers: list[Container], headline: int, first: int, last: int, whole: int
) -> tuple[list[int], list[int]]:
    """Return what each container is with the ones around it, and what each is by itself, as bits.

    Args:
        containers: Those of a page, outermost first.
        headline: Index of the block that displays the headline; -1 where none does.
        first: Index of the body's first block; -1 where there is none.
        last: That of its last one.
        whole: How many blocks the page has.
    """
    flags, own = [0] * len(containers), [0] * len(containers)
    for index, container in enumerate(containers):
        start, end, parent, tag = container.first, container.end, container.parent, container.tag
        around = flags[parent] & INHERITED if parent >= 0 else 0
        if tag == "article":
            around = around | WITHIN if start <= first < end else around & ~WITHIN
        # Nothing stands in a container without text: what it is says nothing. Nor does the class
        # of one that holds the whole body: it names the sort of article, or what is beside it.
        empty = start == end or (start <= first and last < end)
        attributes = _NONE if empty else container.attributes
        if attributes or (tag in TAG_FLAGS and not empty):
            mine = _own_flags(container, attributes, whole)
            if mine & OUTSIDE and around & WITHIN and tag == "footer":
                mine &= ~OUTSIDE
            if start <= headline < end:
                mine &= ~ASIDE
            elif (0 <= headline < start and end <= first) or start <= first < end:
                # Comments stand behind what they comment on: the first post of a thread is none.
                mine &= ~COMMENT
            own[index] = mine
            around |= mine
        flags[index] = around
    return flags, own


_read_flags = twin(read_flags)


def signed_spans(parts: list[etree._Element]) -> list[etree._Element]:
    """Return the elements of style alone that a class or ``itemprop`` may mark as an author's.

    Blocks do not keep the places of ``span`` and ``font``, of which a page has hundreds.
    """
    return [
        element
        for part in parts
        for element in part.iter("span", "font")
        if element.get("itemprop") or class_flags(element.get("class")) & AUTHOR
    ]


find_signed_spans = twin(signed_spans)


def _near(headline: int, first: int) -> frozenset[int]:
    """Return the blocks around the headline, and right before the body."""
    return _around(headline, _NEAR // 2, _NEAR) | _around(first, END_BLOCKS, 2)


def _around(block: int, before: int, behind: int) -> frozenset[int]:
    """Return the indexes from so many before a block to so many behind it; none without one."""
    return frozenset(range(block - before, block + behind + 1) if block >= 0 else ())


def _holder(page: Page, held: Sequence[int]) -> tuple[int, int]:
    """Return the range of blocks of the smallest container around some blocks."""
    if not held:
        return 0, 0
    around = outwards(page.containers, page.blocks[held[0]].container)
    holding = (b for b in around if b.first <= min(held) and max(held) < b.end)
    return next(((box.first, box.end) for box in holding), (0, len(page.blocks)))


def _own_flags(container: Container, attributes: Mapping[str, str], whole: int) -> int:
    """Return what a container's tag and attributes say, on a page of so many blocks."""
    tag = container.tag
    if tag == "body":
        return 0
    value, name = attributes.get("class"), attributes.get("id")
    if len(attributes) > (value is not None) + (name is not None):
        flags = class_flags(value, name, attributes.get("itemprop"), attributes.get("rel"))
    else:
        flags = class_flags(value, name)
    flags |= TAG_FLAGS.get(tag, 0)
    if flags and (container.end - container.first) * MAIN_SHARE > whole > SMALL_PAGE:
        flags &= ~NOT_OF_MAIN
    return flags


def _headline(page: Page, title: str | None, body_first: int) -> int:
    """Return the index of the block that displays the headline, headings preferred."""
    if not title:
        return -1
    key = name_key(title)
    best, best_rank = -1, 0
    least, most = len(title) - _TITLE_DIFFERENCE, len(title) + _TITLE_DIFFERENCE
    for block in page.blocks:
        if best >= 0 and 0 <= body_first < block.index:
            break
        heading = block.tag in _HEADINGS
        length = len(block.text)
        if length > _TITLE_CHARS or not (heading or (best < 0 and length >= least)):
            continue
        line = block.text.split("\n", 1)[0]
        if not heading and not (least <= len(line) <= most and _may_begin(line, key)):
            continue
        rank = _title_rank(name_key(line), key, heading=heading)
        if rank > best_rank:
            best, best_rank = block.index, rank
    return best


def _may_begin(line: str, key: str) -> bool:
    """Return whether a line has the first letter of a name key: a quick test."""
    first = line[:1]
    return not (first.isascii() and first.isalnum()) or key.startswith(first.lower())


def _title_rank(found: str, key: str, *, heading: bool) -> int:
    """Return how surely a line displays the headline, 0 where it doesn't; both as name keys."""
    if found == key:
        return (4 if heading else 2) if found else 0
    return 3 if heading and len(found) > _LEAST_PART and (found in key or key in found) else 0
