"""Cuts a parsed page into text blocks and the containers that hold them.

A block is the longest run of text that no block-level element interrupts; a container is a
block-level element, kept as the half-open range of blocks below it. Everything that reads the
page's text works on these two flat lists, so that the tree is walked once.

Inline elements join without a space (``fact<sup>1</sup>`` is ``fact1``), as a browser shows
them; their places are kept as marks, which are only worked out for blocks that are asked.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from lxml import etree

DROPPED_TAGS = frozenset(
    "audio canvas datalist embed frame frameset head iframe input link map math meta noframes "
    "noscript object option param script select source style svg template textarea title track "
    "video".split()
)
"""Elements whose text no reader sees as text of the page."""

MARKED_TAGS = frozenset(
    "a abbr b cite code dfn em i kbd mark q samp small strong sub sup time u var".split()
)
"""Inline elements whose places are kept: what they mean matters to some parser."""

INLINE_TAGS = MARKED_TAGS | frozenset(
    "acronym bdi bdo big blink br data del font img ins nobr output picture rb rp rt ruby s span "
    "strike tt wbr".split()
)
"""Elements that do not interrupt a line (HTML Living Standard, phrasing content)."""

BR = "\x1e"
"""Stands for ``br`` in raw text: a control character that no page can hold, see ``_CONTROL``."""

CELL = "\x1f"
"""Stands for the border between two table cells in raw text."""

_CELLS = ("td", "th")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CONTROL = re.compile("[\x1e\x1f]")
_TOKEN = re.compile(r"\S+")
_ROWS_LOOKED_AT = 20
_CELL_TEXT_LIMIT = 300


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
            items = cast("list[tuple[str, str]]", self.element.items())
            found = self._attributes = dict(items)
        return found


@dataclass(slots=True, eq=False)
class TextBlock:
    """A run of text that no block-level element interrupts.

    To be read only; not frozen for the reason that ``Container`` is not.
    """

    text: str
    """White space made single; ``br`` is a line break, a border of table cells a tab; text of
    ``pre`` as it stands."""
    index: int
    container: int
    """Index of the innermost container; -1 for text that did not come from the tree."""
    tag: str
    """Tag of the innermost container."""
    link_chars: int = 0
    """Characters of the text that stand inside links (counted before folding white space)."""
    raw: str = ""
    raw_marks: tuple[Mark, ...] = ()
    _marks: list[Mark] | None = field(default=None, repr=False)

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
        if self.raw == self.text:
            return sorted(self.raw_marks, key=_in_order)
        places = _Places(self.raw, self.text)
        found = [Mark(*places.span(m.start, m.end), m.element) for m in self.raw_marks]
        return sorted(found, key=_in_order)


class _Places:
    """Translates offsets of a block's raw text to offsets of its folded text."""

    def __init__(self, raw: str, text: str) -> None:
        # Tokens are the same in both texts, but for the characters that folding removes, so
        # that each token's start can be aligned; within a token the removed ones are counted.
        self._raw = raw
        self._starts: list[int] = []
        self._folded: list[int] = []
        self._lengths: list[int] = []
        place = 0
        for token in _TOKEN.finditer(raw):
            visible = _INVISIBLE.sub("", token.group())
            if not visible:
                continue
            place = text.find(visible, place)
            self._starts.append(token.start())
            self._folded.append(place)
            self._lengths.append(len(visible))
            place += len(visible)
        self._total = len(text)

    def _at(self, offset: int) -> tuple[int, bool]:
        """Return the folded offset, and whether it lies behind the end of its token."""
        slot = bisect_right(self._starts, offset) - 1
        if slot < 0:
            return 0, False
        start = self._starts[slot]
        inside = len(_INVISIBLE.sub("", self._raw[start:offset])) if offset - start else 0
        length = self._lengths[slot]
        if inside <= length:
            return self._folded[slot] + inside, inside == length
        return self._folded[slot] + length, True

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the folded span of a raw one, without white space at its ends."""
        if end <= start:
            place = self._at(start)[0]
            return place, place
        stripped = self._raw[start:end]
        lead = len(stripped) - len(stripped.lstrip())
        trail = len(stripped) - len(stripped.rstrip())
        if lead == len(stripped):
            place = self._at(start)[0]
            return place, place
        return self._at(start + lead)[0], self._at(end - trail)[0]


def fold(raw: str) -> str:
    """Return raw block text as readers see it: single spaces, no invisible characters."""
    if not raw.isascii():
        raw = _INVISIBLE.sub("", raw)
    if BR in raw:
        lines = (" ".join(line.split()) for line in raw.split(BR))
        return "\n".join(line for line in lines if line)
    if CELL in raw:
        return "\t".join(" ".join(cell.split()) for cell in raw.split(CELL)).rstrip("\t")
    return " ".join(raw.split())


class _Walk:
    """The state of one walk over a tree; see ``cut`` for the walk itself."""

    __slots__ = (
        *("after_break", "blocks", "borders", "containers", "data_rows", "length", "link_chars"),
        *("links_open", "marks", "marks_open", "open", "pre_open", "raw"),
    )

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.containers: list[Container] = []
        self.open: list[Container] = []
        # Parts of the block in hand, and what is known of it so far.
        self.raw: list[str] = []
        self.length = 0
        self.borders = 0
        self.link_chars = 0
        self.after_break = False
        self.marks: list[Mark] = []
        # What is open around the place in hand.
        self.marks_open: list[tuple[etree._Element, int]] = []
        self.links_open = 0
        self.pre_open = 0
        self.data_rows: set[etree._Element] = set()

    def add_break(self) -> None:
        """Append a line break; the second in a row ends the block, as authors of `br` soup mean."""
        if self.after_break and not self.pre_open:
            self.flush()
        else:
            self.add_border(BR)
            self.after_break = True

    def add_border(self, sign: str) -> None:
        """Append the sign of a line break or of the border of a table cell."""
        self.raw.append(sign)
        self.length += 1
        self.borders += 1

    def flush(self) -> None:
        """End the block in hand; a block without visible text is dropped."""
        if self.raw:
            raw = "".join(self.raw)
            if not raw.isprintable() and raw.count(BR) + raw.count(CELL) != self.borders:
                # The page itself holds such a character: only ours may stay.
                raw = "".join(p if p in (BR, CELL) else _CONTROL.sub(" ", p) for p in self.raw)
            text = raw.replace(BR, "\n").strip("\n").rstrip() if self.pre_open else fold(raw)
            if text and not text.isspace():
                self._append(raw, text)
            self.raw.clear()
            self.after_break = False
            self.length = self.borders = self.link_chars = 0
        self.marks = []
        if self.marks_open:
            self.marks_open = [(element, 0) for element, _ in self.marks_open]

    def _append(self, raw: str, text: str) -> None:
        marks = self.marks
        if self.marks_open:
            length = self.length
            marks = [*marks, *(Mark(start, length, e) for e, start in self.marks_open)]
        if self.pre_open and marks:
            # Offsets of code count from its first line; its text keeps its white space.
            lead = len(raw) - len(raw.replace(BR, "\n").lstrip("\n"))
            size = len(text)
            marks = [
                Mark(min(max(m.start - lead, 0), size), min(max(m.end - lead, 0), size), m.element)
                for m in marks
            ]
            raw = text
        container = self.open[-1]
        self.blocks.append(
            TextBlock(
                text,
                len(self.blocks),
                container.index,
                container.tag,
                min(self.link_chars, len(text)),
                raw,
                tuple(marks),
            )
        )

    def open_mark(self, element: etree._Element, tag: str) -> None:
        """Note the start of an inline element."""
        self.marks_open.append((element, self.length))
        if tag == "a":
            self.links_open += 1

    def close_mark(self, element: etree._Element, tag: str) -> None:
        """Note the end of an inline element.

        An empty one is kept only as an anchor; a link around blocks has its marks there.
        """
        start = self.marks_open.pop()[1]
        if start < self.length or len(element) == 0:
            self.marks.append(Mark(start, self.length, element))
        if tag == "a":
            self.links_open -= 1

    def enter(self, element: etree._Element, tag: str) -> None:
        """Open a container, or put a border where a table cell of a data row begins."""
        if tag in _CELLS and element.getparent() in self.data_rows:
            if element.getprevious() is not None:
                self.add_border(CELL)
            return
        if self.raw or self.marks or self.marks_open:
            self.flush()
        depth = len(self.open)
        parent = self.open[-1].index if depth else -1
        container = Container(element, tag, len(self.containers), parent, depth, len(self.blocks))
        self.containers.append(container)
        self.open.append(container)
        if tag == "pre":
            self.pre_open += 1
        elif tag == "table" and is_data_table(element):
            self.data_rows.update(element.iter("tr"))

    def leave(self, tag: str) -> None:
        """Close the innermost container."""
        if self.raw or self.marks or self.marks_open:
            self.flush()
        container = self.open.pop()
        container.end = len(self.blocks)
        container.stop = len(self.containers)
        if tag == "pre":
            self.pre_open -= 1


_STRING = etree.XPath("string()")


def inner_text(element: etree._Element) -> str:
    """Return all text below an element, white space made single."""
    return fold(str(_STRING(element)))


def is_data_table(table: etree._Element) -> bool:
    """Return whether a table holds data, so that a row reads as one line.

    A table that lays out a page (nested tables, long cells, ``role=presentation``) is read
    cell by cell instead. The rule follows what HTML 4.9.1 advises authors to avoid.
    """
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    columns = rows = 0
    for row in table.iter("tr"):
        rows += 1
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        columns = max(columns, len(cells))
        if any(_is_long(cell) for cell in cells):
            return False
        if rows == _ROWS_LOOKED_AT:
            break
    return rows > 1 and columns > 1


def _is_long(cell: etree._Element) -> bool:
    """Return whether a table cell holds more than a datum."""
    length = breaks = 0
    for text in cell.itertext():
        length += len(text)
        if length > _CELL_TEXT_LIMIT * 3:
            return True
    for part in cell.iter("p", "h1", "h2", "h3", "h4", "form", "article", "section", "br"):
        breaks += 2 if part.tag != "br" else 1
        if breaks > 4:
            return True
    return len(inner_text(cell).split()) > _CELL_TEXT_LIMIT // 5


def cut(root: etree._Element) -> tuple[list[TextBlock], list[Container]]:
    """Cut a tree into blocks and containers, both in document order.

    Args:
        root: The element to read; itself the first container.

    Returns:
        Blocks with text, and containers with their block ranges. Linear in the tree's size.
    """
    walk = _Walk()
    raw, opened = walk.raw, walk.open
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in DROPPED_TAGS and element is not root:
                walker.skip_subtree()
                continue
            _start(walk, element, tag)
            text = element.text
        else:
            if tag in MARKED_TAGS:
                walk.close_mark(element, tag)
            elif opened and opened[-1].element is element:
                walk.leave(tag)
            text = element.tail if element is not root else None
        if not text:
            continue
        is_space = text.isspace()
        # Half of all text is white space between blocks.
        if raw or not is_space or walk.pre_open:
            raw.append(text)
            walk.length += len(text)
            if not is_space:
                walk.after_break = False
            if walk.links_open:
                walk.link_chars += len(text)
    return walk.blocks, walk.containers


def _start(walk: _Walk, element: etree._Element, tag: str) -> None:
    """Read an element's start."""
    if tag not in INLINE_TAGS:
        if "-" not in tag or _stands_alone(element):
            walk.enter(element, tag)
    elif tag in MARKED_TAGS:
        walk.open_mark(element, tag)
    elif tag == "br":
        walk.add_break()


def _stands_alone(element: etree._Element) -> bool:
    """Return whether a custom element is a component of its own, not part of a sentence."""
    before = element.getprevious()
    text = before.tail if before is not None else _parent_text(element)
    return not ((text and not text.isspace()) or (element.tail and not element.tail.isspace()))


def _parent_text(element: etree._Element) -> str | None:
    parent = element.getparent()
    return parent.text if parent is not None else None
