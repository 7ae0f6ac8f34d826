"""Adds the rows that were missed of tables that belong to the text.

The head of a table and rows of short names and numbers look like no sentence, so that the model
gives them little; a reader can do nothing with a table without its head, nor with an article
without its tables. A table belongs to the text when half of it was chosen, or when the text goes
on right behind it.
"""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from scraper.parsers.body.layout import Floats
from scraper.parsers.body.pieces import CELLS
from scraper.text import Container, TextBlock, outwards

_SHARE = 0.5
"""Part of a table's text that has to be chosen."""
_BETWEEN = 3
"""Blocks between a table and the text on either side: its caption, a note, a tag of the author."""
_INSIDE_LEAST = 0.1
"""Mean asked of a table amid the text: those of shops and sponsors have less."""
_LEAST = 0.05
"""What is asked of a row: hidden rows and rows of buttons have less."""
_CELL_LEAST = 0.2
"""What is asked of a cell beside chosen ones: it may be a button."""
_CELL_LETTERS = 2
"""Letters of such a cell: signs and numbers alone may be drawn bars and buttons."""
_TEXT_LINKS = 0.5


def with_whole_tables(
    blocks: Sequence[TextBlock],
    containers: Sequence[Container],
    probabilities: Floats,
    kept: Sequence[int],
) -> list[int]:
    """Return the chosen blocks with whole rows that are missing of tables of data."""
    tables: dict[int, list[range]] = {}
    for row in containers:
        if row.tag == "tr" and _is_data(containers, row):
            tables.setdefault(_table(containers, row), []).append(range(row.first, row.end))
    if not tables:
        return list(kept)
    chosen = set(kept)
    for table, rows in tables.items():
        texts = [sum(len(blocks[index].text) for index in row) for row in rows]
        found = [sum(len(blocks[index].text) for index in row if index in chosen) for row in rows]
        whole = range(rows[0].start, rows[-1].stop)
        if (sum(found) >= _SHARE * sum(texts) and any(found)) or (
            _is_inside(blocks, probabilities, kept, whole) and not _asks(containers, table)
        ):
            for cells, size in zip(rows, found, strict=True):
                if not size and _is_row(blocks, probabilities, cells):
                    chosen.update(cells)
                elif size:
                    chosen.update(i for i in cells if _is_cell(blocks[i], probabilities[i]))
    return sorted(chosen) if len(chosen) > len(kept) else list(kept)


def _is_data(containers: Sequence[Container], row: Container) -> bool:
    """Return whether a row's cells are no containers, as in tables of data (``scraper.cut``)."""
    inner = row.index + 1
    return row.end > row.first and not (
        inner < row.stop
        and containers[inner].tag in CELLS
        and containers[inner].parent == row.index
    )


def _table(containers: Sequence[Container], row: Container) -> int:
    around = outwards(containers, row.parent)
    return next((box.index for box in around if box.tag not in ("tbody", "thead", "tfoot")), -1)


def _is_inside(
    blocks: Sequence[TextBlock], probabilities: Floats, kept: Sequence[int], table: range
) -> bool:
    """Return whether a table stands amid chosen blocks, and is text rather than links."""
    before, behind = bisect_left(kept, table.start), bisect_left(kept, table.stop)
    if not before or behind == len(kept):
        return False
    if table.start - kept[before - 1] > _BETWEEN + 1 or kept[behind] - table.stop > _BETWEEN:
        return False
    sizes = np.array([len(blocks[index].text) for index in table])
    links = sum(blocks[index].link_chars for index in table)
    mean = sizes @ probabilities[table.start : table.stop]
    return bool(links < _TEXT_LINKS * sizes.sum() and mean >= _INSIDE_LEAST * sizes.sum())


def _asks(containers: Sequence[Container], table: int) -> bool:
    """Return whether readers fill in something in a table: their address, what they look for."""
    fields = containers[table].element.iter("form", "input", "select") if table >= 0 else ()
    return next(iter(fields), None) is not None


def _is_row(blocks: Sequence[TextBlock], probabilities: Floats, row: range) -> bool:
    """Return whether the blocks of a row are two cells or more, and text rather than links."""
    texts = [blocks[index].text for index in row]
    if len(texts) == 1 and "\t" not in texts[0].strip("\t"):
        return False
    links = sum(blocks[index].link_chars for index in row)
    return bool(probabilities[row.start : row.stop].min() >= _LEAST) and links < _TEXT_LINKS * sum(
        map(len, texts)
    )


def _is_cell(block: TextBlock, probability: float) -> bool:
    """Return whether a block beside chosen ones of its row is text."""
    return bool(probability >= _CELL_LEAST) and sum(map(str.isalpha, block.text)) >= _CELL_LETTERS
