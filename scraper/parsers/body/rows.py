"""Puts each row of a data table together: one line a row, each cell in its column.

Editors write paragraphs, lists and boxes into cells (``<td><p>…``), so that the page's blocks are
cells or parts of cells. A row reads as one line all the same (``scraper.cut.tables`` says which
tables hold data), and a cell that spans columns or rows leaves those behind and below it in their
places (HTML 4.9.12).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from lxml import etree

from scraper.parsers.body.pieces import CELLS, LOOK_OUT
from scraper.parsers.body_text import Piece
from scraper.text import BR, CELL, Container, Mark, TextBlock, fold, inner_text, outwards

_COLUMNS = 100
"""Columns that cells are put into; a hostile table may ask for a thousand in each cell."""
_ROWS = 1000
"""Rows that a cell may reach down; HTML allows 65,534."""
_UNJOINED = ("heading", "code")
"""Kinds that are no cell's text: a row with one lays out the page, or its lines mean something."""

_Part = tuple[str, tuple[Mark, ...]]
"""Raw text of a block or a part of it, and the inline elements in it."""


def join_rows(pieces: Sequence[Piece], containers: Sequence[Container]) -> Sequence[Piece]:
    """Return the pieces with those of each row of a data table joined.

    Returns:
        The pieces; cells are parted by tabs, parts of a cell by a space. Where a cell spans
        columns or rows, the others have empty cells.
    """
    if not any(piece.kind == "table_row" for piece in pieces):
        return pieces
    rows = _Rows(containers)
    joined: list[Piece] = []
    for row, group in groupby(pieces, key=rows.of):
        parts = list(group)
        joined += parts if row < 0 else rows.join(row, parts)
    return joined


class _Rows:
    """The rows of data tables that pieces stand in; each table is laid out once."""

    def __init__(self, containers: Sequence[Container]) -> None:
        self._containers = containers
        self._rows: dict[int, int] = {}
        self._columns: dict[etree._Element, Mapping[etree._Element, int]] = {}

    def of(self, piece: Piece) -> int:
        """Return the index of the data row that a piece stands in, -1 where it stands in none."""
        if piece.kind == "caption":
            return -1
        inner = piece.source.container
        found = self._rows.get(inner)
        if found is None:
            found = self._rows[inner] = self._climb(inner)
        return found

    def _climb(self, index: int) -> int:
        for _ in range(LOOK_OUT):
            if index < 0 or self._containers[index].tag in (*CELLS, "table"):
                # Cells that are containers belong to tables that lay out the page.
                return -1
            if self._containers[index].tag == "tr":
                return index
            index = self._containers[index].parent
        return -1

    def join(self, index: int, pieces: list[Piece]) -> list[Piece]:
        """Return the pieces of one row as one, or as they are where they make no line."""
        row = self._containers[index]
        cells = [cell for cell in row.element if cell.tag in CELLS]
        if not cells:
            return pieces
        columns = self._columns_of(row)
        if not columns and len(pieces) == 1 and _is_whole(pieces[0].source, index, cells):
            return pieces
        if any(piece.kind in _UNJOINED for piece in pieces):
            return pieces
        parts: list[list[_Part]] = [[] for _ in cells]
        for place, part in self._placed(index, cells, pieces):
            parts[place].append(part)
        starts = [columns.get(cell, place) for place, cell in enumerate(cells)]
        return [Piece(_line(index, pieces, zip(starts, parts, strict=True)), "table_row")]

    def _placed(
        self, index: int, cells: Sequence[etree._Element], pieces: Iterable[Piece]
    ) -> Iterator[tuple[int, _Part]]:
        """Yield the parts of a row's blocks with the place of the cell that each stands in."""
        places = {cell: place for place, cell in enumerate(cells)}
        place = 0
        for piece in pieces:
            source = piece.source
            if source.container != index:
                place = self._cell(index, source.container, places, place)
                yield place, (source.raw, source.raw_marks)
                continue
            for number, part in enumerate(_parts(source)):
                words = fold(part[0])
                # Borders go with empty boxes, and comments before a row's first cell make one.
                place = _holding(words, cells, place, number > 0)
                if words:
                    yield place, part

    def _cell(
        self, row: int, index: int, places: Mapping[etree._Element, int], default: int
    ) -> int:
        while self._containers[index].parent != row:
            index = self._containers[index].parent
        element: etree._Element | None = self._containers[index].element
        while element is not None and element is not self._containers[row].element:
            if element in places:
                return places[element]
            element = element.getparent()
        return default

    def _columns_of(self, row: Container) -> Mapping[etree._Element, int]:
        """Return the columns in which cells of a row's table begin, nothing if none spans any."""
        around = outwards(self._containers, row.parent)
        table = next((box.element for box in around if box.tag == "table"), None)
        if table is None:
            return {}
        if table not in self._columns:
            self._columns[table] = _lay_out(table)
        return self._columns[table]


def _is_whole(block: TextBlock, index: int, cells: Sequence[etree._Element]) -> bool:
    """Return whether a block is a row as it stands: none of its borders went with an empty box."""
    return block.container == index and block.raw.count(CELL) == len(cells) - 1


def _holding(words: str, cells: Sequence[etree._Element], place: int, is_behind: bool) -> int:  # noqa: FBT001
    """Return the place of the first cell from a place on that holds words.

    Args:
        words: Text of a block between two borders.
        place: Place of the text before.
        is_behind: Whether there is a border between; what stands behind it is looked at first.
    """
    behind = min(place + is_behind, len(cells) - 1)
    # A break parts words in a block, and no words in a cell's text.
    solid = "".join(words.split())
    near = (*range(behind, min(behind + _COLUMNS, len(cells))), place) if solid else ()
    found = (p for p in near if solid in "".join(inner_text(cells[p]).split()))
    return next(found, behind)


def _parts(block: TextBlock) -> Iterator[_Part]:
    """Yield the stretches of a block between the borders of cells."""
    start, at = 0, 0
    inside = sorted(block.raw_marks, key=_beginning)
    for raw in block.raw.split(CELL):
        end = start + len(raw)
        first = at
        while at < len(inside) and inside[at].start <= end:
            at += 1
        marks = [mark for mark in inside[first:at] if mark.end <= end]
        yield raw, tuple([Mark(m.start - start, m.end - start, m.element) for m in marks])
        start = end + 1


def _beginning(mark: Mark) -> int:
    return mark.start


def _line(
    index: int, pieces: Sequence[Piece], cells: Iterable[tuple[int, Sequence[_Part]]]
) -> TextBlock:
    """Return a row's line as a block: its cells' parts, each cell at its column."""
    raw, marks, column = "", [], 0
    for place, (start, parts) in enumerate(cells):
        # Cells behind the last column that is counted stand one behind the other.
        behind = max(start, column + 1) if place else start
        raw += CELL * (behind - column)
        column = behind
        for number, (part, inside) in enumerate(parts):
            raw += " " if number else ""
            marks += [Mark(m.start + len(raw), m.end + len(raw), m.element) for m in inside]
            raw += part
    first = pieces[0].source
    raw = raw.replace(BR, " ")
    text = fold(raw)
    links = min(sum(piece.source.link_chars for piece in pieces), len(text))
    return TextBlock(text, first.index, index, "tr", links, raw, tuple(marks), first.media)


def _lay_out(table: etree._Element) -> Mapping[etree._Element, int]:
    """Return the column in which each cell of a table begins; nothing where no cell spans."""
    if not any(
        _span(cell, "colspan") > 1 or _span(cell, "rowspan") > 1 for cell in table.iter(*CELLS)
    ):
        return {}
    columns: dict[etree._Element, int] = {}
    section, reaching = None, [0] * _COLUMNS
    for row in table.iter("tr"):
        if row.getparent() is not section:
            # No cell reaches from the head into the body of a table.
            section, reaching = row.getparent(), [0] * _COLUMNS
        column = 0
        below = [max(rows - 1, 0) for rows in reaching]
        for cell in row.iterchildren(*CELLS):
            while column < _COLUMNS - 1 and reaching[column]:
                column += 1
            columns[cell] = column
            end = min(column + _span(cell, "colspan"), _COLUMNS - 1)
            below[column:end] = [max(_span(cell, "rowspan") - 1, 0)] * (end - column)
            column = end
        reaching = below
    return columns


def _span(cell: etree._Element, name: str) -> int:
    """Return how many columns or rows a cell spans, at least 1."""
    value = cell.get(name, "1").strip()
    limit = _COLUMNS if name == "colspan" else _ROWS
    is_number = value.isascii() and value.isdigit() and len(value) <= len(str(_ROWS))
    return min(max(int(value), 1), limit) if is_number else 1
