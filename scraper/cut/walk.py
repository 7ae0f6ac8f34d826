"""Cuts a parsed page into text blocks and the containers that hold them, in one walk.

What a block and a container are, and what is kept of them, is told in ``scraper.text``. The walk
is the part of the program that touches every element of a page, so that it keeps to one look-up
an element and to plain lists, and counts children to know where an element ends: lxml can count
them, but not report an end, for next to nothing.

``walk_c.pyx`` is the same walk for a compiler, function by function: what is changed here is
changed there, and a test holds the two to the same blocks and containers.
"""

from itertools import pairwise

from lxml import etree

from scraper.cut.kinds import (
    BLOCK,
    BREAK,
    CELL_TAG,
    CONTROL,
    DROPPED,
    FORMULA,
    INLINE,
    KINDS,
    MARKED,
    NOTED,
    SPECIAL,
    UNKNOWN,
)
from scraper.cut.tables import is_data_table
from scraper.formulas import formula_text
from scraper.text import BR, CELL, MEDIA_TAGS, Container, Mark, TextBlock, fold

LONGEST_LINE = 260
"""Characters of a text in which is looked for words that touch; longer ones are sentences."""


def is_link(element: etree._Element) -> bool:
    """Return whether an ``a`` leads somewhere, and is no place to be led to (``<a name="top">``).

    Hand-written pages leave such places open, so that all that follows stands in them. One that
    has neither address nor name leads somewhere by script.
    """
    return element.get("name") is None or element.get("href") is not None


class _Walk:
    """The state of one walk over a tree; see ``cut`` for the walk itself."""

    __slots__ = (
        *("blocks", "borders", "containers", "controls", "data_rows", "length", "link_chars"),
        *("links_open", "marks", "marks_open", "media", "open", "pre_open", "raw"),
    )

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.containers: list[Container] = []
        self.open: list[Container] = []
        # Parts of the block in hand, and what is known of it so far.
        self.raw: list[str] = []
        self.length = 0
        self.link_chars = 0
        self.borders = 0
        self.media = 0
        self.controls = 0
        self.marks: list[Mark] = []
        # What is open around the place in hand.
        self.marks_open: list[tuple[etree._Element, int]] = []
        self.links_open = 0
        self.pre_open = 0
        self.data_rows: set[etree._Element] = set()

    def add_text(self, text: str) -> None:
        """Append text."""
        self.raw.append(text)
        self.length += len(text)
        if self.links_open:
            self.link_chars += len(text)

    def add_break(self) -> None:
        """Append a line break; the second in a row ends the block, as authors of `br` soup mean."""
        if not self.pre_open:
            for part in reversed(self.raw):
                if part is BR:
                    self.flush()
                    return
                if not part.isspace():
                    break
        self.add_border(BR)

    def add_border(self, sign: str) -> None:
        """Append the sign of a line break or of the border of a table cell."""
        self.raw.append(sign)
        self.length += 1
        self.borders += 1

    def flush(self) -> None:
        """End the block in hand; a block without visible text is dropped."""
        parts = self.raw
        if parts:
            raw = parts[0] if len(parts) == 1 else "".join(parts)
            if raw.isprintable() and "  " not in raw and not self.pre_open:
                # As most blocks: no sign of ours, no white space but single spaces.
                text = raw.strip(" ")
            else:
                raw, text = read_parts(parts, raw, self.borders, self.pre_open)
            if text and not text.isspace():
                is_line = len(parts) > 1 and len(raw) <= LONGEST_LINE and not self.pre_open
                self._append(raw, text, touching(parts) if is_line else ())
            parts.clear()
            self.length = self.borders = self.link_chars = 0
        if self.pre_open:
            parts.append("")
        if self.marks:
            self.marks = []
        if self.marks_open:
            self.marks_open = [(element, 0) for element, _ in self.marks_open]

    def _append(self, raw: str, text: str, touch: tuple[int, ...]) -> None:
        marks = self.marks
        if self.marks_open:
            length = self.length
            marks = [*marks, *[Mark(start, length, e) for e, start in self.marks_open]]
        if self.pre_open and marks:
            raw, marks = in_code(raw, text, marks)
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
                self.media,
                self.controls,
                touch,
            )
        )
        self.media = self.controls = 0

    def open_mark(self, element: etree._Element, tag: str) -> None:
        """Note the start of an inline element."""
        self.marks_open.append((element, self.length))
        if tag == "a" and is_link(element):
            self.links_open += 1

    def close_mark(self, element: etree._Element) -> None:
        """Note the end of an inline element.

        An empty one is kept only as an anchor; a link around blocks has its marks there.
        """
        start = self.marks_open.pop()[1]
        if start < self.length or len(element) == 0:
            self.marks.append(Mark(start, self.length, element))
        if element.tag == "a" and is_link(element):
            self.links_open -= 1

    def enter(self, element: etree._Element, tag: str) -> None:
        """Open a container."""
        if self.raw or self.marks or self.marks_open:
            self.flush()
        containers, opened = self.containers, self.open
        depth = len(opened)
        parent = opened[-1].index if depth else -1
        container = Container(element, tag, len(containers), parent, depth, len(self.blocks))
        containers.append(container)
        opened.append(container)

    def leave(self) -> None:
        """Close the innermost container."""
        if self.raw or self.marks or self.marks_open:
            self.flush()
        container = self.open.pop()
        container.end = len(self.blocks)
        container.stop = len(self.containers)
        if container.tag == "pre":
            self.pre_open -= 1
            if not self.pre_open:
                self.raw.clear()

    def enter_special(self, element: etree._Element, tag: str) -> None:
        """Open code, whose white space stays, or a table, which may hold rows of data."""
        self.enter(element, tag)
        if tag == "pre":
            self.pre_open += 1
            self.raw.append("")
        elif is_data_table(element):
            self.data_rows.update(element.iter("tr"))

    def enter_cell(self, element: etree._Element, tag: str) -> int:
        """Put a border where a cell of a data row begins; open a container for another cell."""
        if not self.data_rows or element.getparent() not in self.data_rows:
            self.enter(element, tag)
            return BLOCK
        if element.getprevious() is not None:
            self.add_border(CELL)
        return INLINE

    def note(self, tag: str, element: etree._Element) -> None:
        """Count pictures and form fields, which have no text but say what is around them."""
        if tag in MEDIA_TAGS:
            self.media += 1
        elif element.get("type") != "hidden":
            self.controls += 1

    def start(self, element: etree._Element, tag: str, kind: int) -> int:
        """Read the start of an element; return what its end is to be taken for."""
        if kind == MARKED:
            self.open_mark(element, tag)
            return MARKED
        if kind == BREAK:
            self.add_break()
            return INLINE
        if kind == CELL_TAG:
            return self.enter_cell(element, tag)
        if kind == SPECIAL:
            self.enter_special(element, tag)
            return BLOCK
        if kind == FORMULA:
            self.add_text(formula_text(element))
            return DROPPED
        if kind <= NOTED:
            if kind == NOTED:
                self.note(tag, element)
            return DROPPED
        # A custom element within a sentence is no container.
        if "-" in tag and not _stands_alone(element):
            return INLINE
        self.enter(element, tag)
        return BLOCK


def touching(parts: list[str]) -> tuple[int, ...]:
    """Return the offsets at which one part ends in a word or number and the next begins another.

    Two numbers touch; so do a small letter or a digit and a capital, and two letters of a script
    without capitals that parts words by blanks (Hebrew, Arabic, Korean).
    """
    at = 0
    found: list[int] = []
    for before, behind in pairwise(parts):
        at += len(before)
        if before and behind and _are_two(before[-1], behind[0]):
            found.append(at)
    return tuple(found)


def _are_two(last: str, first: str) -> bool:
    if first.isdigit():
        return last.isdigit()
    if first.isupper():
        return last.islower() or last.isdigit()
    return _is_caseless(first) and _is_caseless(last)


def _is_caseless(letter: str) -> bool:
    return ("\u05d0" <= letter <= "\u06ff" and letter.isalpha()) or "\uac00" <= letter <= "\ud7af"


def read_parts(parts: list[str], raw: str, borders: int, pre_open: int) -> tuple[str, str]:
    """Return the raw and the readable text of a block with signs or white space in it.

    Args:
        raw: The same, joined.
        borders: How many of the parts are signs for breaks and borders of cells.
        pre_open: How many elements ``pre`` it stands in.
    """
    if raw.count(BR) + raw.count(CELL) != borders:
        # The page itself holds such a character: only ours may stay.
        raw = "".join(p if p in (BR, CELL) else CONTROL.sub(" ", p) for p in parts)
    return raw, raw.replace(BR, "\n").strip("\n").rstrip() if pre_open else fold(raw)


def in_code(raw: str, text: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """Return raw text and marks of code: offsets count from its first line, white space stays."""
    lead = len(raw) - len(raw.replace(BR, "\n").lstrip("\n"))
    size = len(text)
    return text, [
        Mark(min(max(start - lead, 0), size), min(max(end - lead, 0), size), element)
        for start, end, element in marks
    ]


def cut(root: etree._Element) -> tuple[list[TextBlock], list[Container]]:
    """Cut a tree into blocks and containers, both in document order.

    Returns:
        Blocks with text, and containers with their block ranges. Linear in the tree's size.
    """
    walk = _Walk()
    if KINDS.get(root.tag) == SPECIAL:
        walk.enter_special(root, root.tag)
    else:
        walk.enter(root, root.tag)
    if root.text and not root.text.isspace():
        walk.add_text(root.text)
    _walk_below(walk, root)
    walk.leave()
    return walk.blocks, walk.containers


def _walk_below(walk: _Walk, root: etree._Element) -> None:  # noqa: PLR0912 - one loop, no calls
    """Read all elements below one; what they are is said by ``KINDS``."""
    raw, kinds = walk.raw, KINDS
    # The elements that are open, and how many children of each have not ended.
    opened, left = [(root, BLOCK)], [len(root)]
    # The element that is left out, and how many elements below it are to be passed over.
    dropped, below = root, 0
    for started in root.iterdescendants():
        if below:
            below += len(started) - 1
            if below:
                continue
            element, kind = dropped, DROPPED
        else:
            element, tag = started, started.tag
            kind = kinds.get(tag, UNKNOWN)
            if kind == BLOCK:
                walk.enter(element, tag)
            elif kind != INLINE:
                kind = walk.start(element, tag, kind)
            children = len(element)
            if kind == DROPPED:
                if children:
                    dropped, below = element, children
                    continue
            else:
                text = element.text
                # Half of all text is white space between blocks.
                if text and (raw or not text.isspace()):
                    walk.add_text(text)
                if children:
                    opened.append((element, kind))
                    left.append(children)
                    continue
        # The element ends here, and so do those around it whose last child it is.
        while True:
            if kind == BLOCK:
                walk.leave()
            elif kind == MARKED:
                walk.close_mark(element)
            text = element.tail
            if text and (raw or not text.isspace()):
                walk.add_text(text)
            left[-1] -= 1
            if left[-1] or len(left) == 1:
                break
            left.pop()
            element, kind = opened.pop()


def _stands_alone(element: etree._Element) -> bool:
    """Return whether a custom element is a component of its own, not part of a sentence."""
    before = element.getprevious()
    text = before.tail if before is not None else _parent_text(element)
    return not ((text and not text.isspace()) or (element.tail and not element.tail.isspace()))


def _parent_text(element: etree._Element) -> str | None:
    parent = element.getparent()
    return parent.text if parent is not None else None
