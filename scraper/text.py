"""Text blocks of a page, the containers that hold them, and the marks within a block.

A block is the longest run of text that no block-level element interrupts; a container is a
block-level element, kept as the half-open range of blocks below it. Everything that reads the
page's text works on these two flat lists, so that the tree is walked once (by ``scraper.cut``).

Inline elements join without a space (``fact<sup>1</sup>`` is ``fact1``), as a browser shows
them; their places are kept as marks, which are only worked out for blocks that are asked.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from scraper import tree
from scraper.attributes import read_attributes
from scraper.native import twin

DROPPED_TAGS = frozenset(
    "audio canvas datalist embed frame frameset head iframe input link map meta noframes "
    "noscript object option param rp rt script select source style svg template textarea title "
    "track video".split()
)
"""Elements whose text no reader sees in a line of the page: ``rt`` says beside it how to read."""

MEDIA_TAGS = frozenset("audio embed iframe img object video".split())
"""Elements that show a picture, a film or another page."""

CONTROL_TAGS = frozenset("input select textarea".split())
"""Elements that readers fill in."""

MARKED_TAGS = frozenset(
    "a abbr b cite code dfn em i kbd mark q samp small strong sub sup time u var".split()
)
"""Inline elements whose places are kept: what they mean matters to some parser."""

INLINE_TAGS = MARKED_TAGS | frozenset(
    "acronym bdi bdo big blink br data del font img ins nobr output picture rb ruby s span "
    "strike tt wbr".split()
)
"""Elements that do not interrupt a line (HTML Living Standard, phrasing content)."""

BLOCK_TAGS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend "
    "li main menu nav ol p section summary tbody tfoot thead tr ul".split()
)
"""The usual block-level elements; so is every other one that is not named here."""

HEADING_TAGS = frozenset("h1 h2 h3 h4 h5 h6".split())
SECTION_TAGS = HEADING_TAGS - {"h1"}
"""Headings of parts; the first is the page's or the article's."""
SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")

BR = "\x1e"
"""Stands for ``br`` in raw text: a control character, taken out where a page itself holds it."""

CELL = "\x1f"
"""Stands for the border between two table cells in raw text."""

_INVISIBLE_SIGNS = "\u00ad\u200b\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_INVISIBLE_SIGNS}]")
_TOKEN = re.compile(r"\S+")


class Mark(NamedTuple):
    """An inline element and the stretch of a block's text that it covers."""

    start: int
    end: int
    element: etree._Element


def _in_order(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


@dataclass(slots=True, eq=False)
class Container:
    """A block-level element with the half-open range of blocks below it.

    A page has hundreds: this class is not frozen because that would make it five times slower to
    build; only ``cut`` writes to it.
    """

    element: etree._Element
    tag: str
    index: int
    parent: int
    """Index of the next container outwards; -1 for the outermost."""
    depth: int
    first: int
    """Index of the first block below."""
    end: int = 0
    """Index behind the last block below."""
    stop: int = 0
    """Index behind the last container below: ``containers[index:stop]`` is the subtree."""
    _attributes: dict[str, str] | None = field(default=None, repr=False)

    @property
    def attributes(self) -> dict[str, str]:
        """The element's attributes, read from the tree once for all parsers; not to be changed."""
        found = self._attributes
        if found is None:
            found = self._attributes = read_attributes(self.element)
        return found


@dataclass(slots=True, eq=False)
class TextBlock:
    """A run of text that no block-level element interrupts.

    To be read only; not frozen for the reason that ``Container`` is not.
    """

    text: str
    """White space made single; ``br`` is a line break (a space in a table's row), a border of table
    cells a tab; text of ``pre`` as it stands."""
    index: int
    container: int
    """Index of the innermost container; -1 for text that did not come from the tree."""
    tag: str
    """Tag of the innermost container."""
    link_chars: int = 0
    """Characters of the text that stand inside links (counted before folding white space)."""
    raw: str = ""
    raw_marks: tuple[Mark, ...] = ()
    media: int = 0
    """Pictures, films and frames between the block before and the end of this one."""
    controls: int = 0
    """Form fields between the block before and the end of this one."""
    touching: tuple[int, ...] = ()
    """Places in ``raw`` where two elements' words or numbers touch; none in long texts."""
    _marks: list[Mark] | None = field(default=None, repr=False)

    def parted(self, sign: str = " ") -> str:
        """Return the text with a blank where style sheets keep two elements apart.

        A byline whose parts are set side by side has no white space between them: its text is
        "Jane Doe8 March 20164 min read".
        """
        if not self.touching:
            return self.text
        ends = (0, *self.touching, len(self.raw))
        return fold(sign.join([self.raw[start:end] for start, end in pairwise(ends)]))

    def marks(self) -> list[Mark]:
        """Return the inline elements (links, raised numbers, emphasis …) with their places.

        Returns:
            Marks in order of their start, in characters of ``text``; empty elements (anchors)
            have ``start == end``. Worked out once for all parsers: not to be changed.
        """
        if self._marks is None:
            self._marks = self._placed() if self.raw_marks else []
        return self._marks

    def _placed(self) -> list[Mark]:
        marks = self.raw_marks
        if self.raw == self.text:
            return sorted(marks, key=_in_order)
        spans = [_stripped(self.raw, start, end) for start, end, _ in marks]
        places = folded_offsets(self.raw, self.text, {at for span in spans for at in span})
        if places is not None:
            spans = [(places[start], places[end]) for start, end in spans]
        else:
            exact = _Places(self.raw, self.text)
            spans = [exact.span(start, end) for start, end in spans]
        found = [
            Mark(start, end, mark.element) for (start, end), mark in zip(spans, marks, strict=True)
        ]
        return sorted(found, key=_in_order)


def _stripped(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without white space at its ends; an empty one where it began."""
    part = raw[start:end]
    inner = part.lstrip()
    if not inner:
        return start, start
    first = start + len(part) - len(inner)
    return first, first + len(inner.rstrip())


def folded_offsets(raw: str, text: str, offsets: Collection[int]) -> dict[int, int] | None:
    """Return offsets of raw text as those of its folded text.

    Every run of white space, borders among it, is one character of most folded texts, so that it
    is enough to count on from one offset to the next. None where it is not: empty cells have
    borders of their own, and invisible characters are gone.
    """
    if not raw.isascii() and _INVISIBLE.search(raw) is not None:
        return None
    found: dict[int, int] = {}
    before = length = 0
    for offset in sorted(offsets):
        length = _folded_on(raw, before, offset, length)
        # Where a word begins, the space before it has been passed.
        begins = offset < len(raw) and not raw[offset].isspace()
        found[offset] = length + (begins and length > 0 and raw[offset - 1].isspace())
        before = offset
    return found if _folded_on(raw, before, len(raw), length) == len(text) else None


def _folded_on(raw: str, start: int, end: int, length: int) -> int:
    """Return the folded length of raw text up to ``end``, from that up to ``start``."""
    words = raw[start:end].split()
    if not words:
        return length
    parted = length > 0 and (raw[start].isspace() or raw[start - 1].isspace())
    return length + parted + len(" ".join(words))


class _Places:
    """Translates offsets of a block's raw text to offsets of its folded text, whatever it is."""

    def __init__(self, raw: str, text: str) -> None:
        # Tokens are the same in both texts, but for the characters that folding removes, so
        # that each token's start can be aligned; within a token the removed ones are counted.
        self._raw = raw
        self._has_invisible = not raw.isascii() and _INVISIBLE.search(raw) is not None
        self._starts: list[int] = []
        self._folded: list[int] = []
        self._lengths: list[int] = []
        place = 0
        for token in _TOKEN.finditer(raw):
            visible = self._visible(token.group())
            if not visible:
                continue
            place = text.find(visible, place)
            self._starts.append(token.start())
            self._folded.append(place)
            self._lengths.append(len(visible))
            place += len(visible)
        self._total = len(text)

    def _visible(self, part: str) -> str:
        return _INVISIBLE.sub("", part) if self._has_invisible else part

    def at(self, offset: int) -> int:
        """Return the folded offset; the end of the last token for one in white space."""
        slot = bisect_right(self._starts, offset) - 1
        if slot < 0:
            return 0
        inside = len(self._visible(self._raw[self._starts[slot] : offset]))
        return self._folded[slot] + min(inside, self._lengths[slot])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the folded span of a raw one that has no white space at its ends."""
        return self.at(start), self.at(end)


def outwards(containers: Sequence[Container], index: int) -> Iterator[Container]:
    """Yield a container and those around it, the innermost first; nothing for an index of -1."""
    while index >= 0:
        container = containers[index]
        yield container
        index = container.parent


def fold(raw: str) -> str:
    """Return raw block text as readers see it: single spaces, no invisible characters."""
    if not raw.isascii() and any(sign in raw for sign in _INVISIBLE_SIGNS):
        raw = _INVISIBLE.sub("", raw)
    if CELL in raw:
        # A row is one line: a break within a cell is white space like any other.
        return "\t".join(" ".join(cell.split()) for cell in raw.split(CELL)).rstrip("\t")
    if BR in raw:
        lines = (" ".join(line.split()) for line in raw.split(BR))
        return "\n".join(line for line in lines if line)
    return " ".join(raw.split())


_string_of = twin(tree.string_of)
find_links_to = twin(tree.links_to)
having = twin(tree.having)
"""Returns a search for the elements that have one of some attributes: see ``tree.having``."""


def fold_case(text: str) -> str:
    """Return a text in one case for comparing; every letter of Turkish that is an i becomes one."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def inner_text(element: etree._Element) -> str:
    """Return all text below an element, white space made single."""
    return fold(_string_of(element))
