"""Tells tables that hold data from those that lay out a page."""

from lxml import etree

from scraper.text import inner_text

_ROWS_LOOKED_AT = 20
_CELL_TEXT_LIMIT = 300
_LONG_PARTS = ("p", "h1", "h2", "h3", "h4", "form", "article", "section", "br")


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
    for part in cell.iter(*_LONG_PARTS):
        # Editors leave empty paragraphs in cells.
        breaks += 1 if part.tag == "br" else 2 * bool(inner_text(part))
        if breaks > 4:
            return True
    return len(inner_text(cell).split()) > _CELL_TEXT_LIMIT // 5
