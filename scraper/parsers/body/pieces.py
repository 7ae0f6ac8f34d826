"""Says what each chosen block is: paragraph, heading, list item, table row, code, caption."""

from collections.abc import Sequence

from schemas.article import BlockKind
from scraper.parsers.body_text import Piece
from scraper.text import Container, TextBlock

_KINDS: dict[str, BlockKind] = {"li": "list_item", "tr": "table_row", "pre": "code"}


def to_pieces(
    blocks: Sequence[TextBlock], containers: Sequence[Container], kept: Sequence[int]
) -> list[Piece]:
    """Return the pieces of the body, in order."""
    return [_piece(blocks[index]) for index in kept]


def _piece(block: TextBlock) -> Piece:
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Piece(block, "heading", int(block.tag[1]))
    return Piece(block, _KINDS.get(block.tag, "paragraph"))
