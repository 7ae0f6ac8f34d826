"""The body as a value: chosen blocks put together as one text with offsets.

``find_body`` chooses the blocks; what reads the body afterwards (quotations, citations, links)
works on this value, and can go back from any offset to the element that the words stand in.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree
from pydantic import TypeAdapter

from schemas import Block, Evidence
from schemas.article import BlockKind
from scraper.native import twin
from scraper.text import TextBlock

TIGHT: frozenset[BlockKind] = frozenset({"list_item", "table_row"})
"""Kinds whose blocks follow each other line by line instead of with a blank line between."""
_BLOCKS = TypeAdapter(list[Block])


@dataclass(slots=True, eq=False)
class Piece:
    """One block chosen for the body, or a caption beside it; what a ``Block`` of the record says.

    The parsers work on these, and the record's blocks are made of them once, at its border: to
    build and check a model takes eight times as long. To be read only; not frozen for the same
    reason.
    """

    source: TextBlock
    kind: BlockKind
    level: int | None = None
    ordinal: int | None = None
    start: int | None = None
    """Where it starts in the body's text, once it has its place; None for captions."""
    end: int | None = None

    @property
    def text(self) -> str:
        """The text of the page's block."""
        return self.source.text


@dataclass(frozen=True, slots=True)
class BodyMark:
    """An inline element in the body, in offsets of the body's text."""

    start: int
    end: int
    element: etree._Element
    block: int
    """Index into ``Body.blocks``."""


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text with its blocks, and the page's blocks they came from."""

    text: str = ""
    blocks: tuple[Piece, ...] = ()
    """Blocks in reading order; captions have no offsets."""
    sources: tuple[TextBlock, ...] = ()
    """For each of ``blocks`` the page's block it came from; the texts are equal."""
    score: float = 0.0
    """How sure the parser is that this is the article's whole body, 0 to 1."""
    evidence: Evidence | None = None
    warnings: tuple[str, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _order: tuple[int, ...] = field(default=(), repr=False)

    def block_at(self, offset: int) -> int | None:
        """Return the index into ``blocks`` of the block that holds an offset of ``text``."""
        slot = bisect_right(self._starts, offset) - 1
        if slot < 0:
            return None
        index = self._order[slot]
        end = self.blocks[index].end
        return index if end is not None and offset <= end else None

    def marks(self) -> Iterator[BodyMark]:
        """Yield the inline elements of all blocks with offsets, in order."""
        for index, (block, source) in enumerate(zip(self.blocks, self.sources, strict=True)):
            if block.start is not None:
                for mark in source.marks():
                    yield BodyMark(
                        block.start + mark.start, block.start + mark.end, mark.element, index
                    )

    def to_blocks(self, above: Sequence[Piece]) -> list[Block]:
        """Return the blocks as the record keeps them, captions ``above`` the text before them."""
        # Made and checked as one list: to call the model for each takes half as long again.
        return _BLOCKS.validate_python(
            [
                {
                    "kind": piece.kind,
                    "text": piece.source.text,
                    "level": piece.level,
                    "ordinal": piece.ordinal,
                    "start": piece.start,
                    "end": piece.end,
                }
                for piece in (*above, *self.blocks)
            ]
        )

    def without(self, indexes: Collection[int]) -> "Body":
        """Return the body without the page's blocks of these indexes (``TextBlock.index``).

        Used for blocks that a later parser claims for a field of its own (a bio at the end).
        """
        pieces = [piece for piece in self.blocks if piece.source.index not in indexes]
        if len(pieces) == len(self.blocks):
            return self
        made = assemble(pieces)
        return replace(made, score=self.score, evidence=self.evidence, warnings=self.warnings)


def place(pieces: Iterable[Piece]) -> tuple[list[Piece], str, list[int], list[int]]:
    """Return copies of pieces in their places, the text, and where its pieces start in it.

    ``body_text_c.pyx`` has the same for a compiler.

    Returns:
        The copies; the text; the starts of all that have one, and the index of each of these.
    """
    placed: list[Piece] = []
    parts: list[str] = []
    starts: list[int] = []
    order: list[int] = []
    length = 0
    last: BlockKind | None = None
    for index, piece in enumerate(pieces):
        made = Piece(piece.source, piece.kind, piece.level, piece.ordinal)
        placed.append(made)
        if made.kind == "caption":
            continue
        if last is not None:
            gap = "\n" if made.kind == last and last in TIGHT else "\n\n"
            parts.append(gap)
            length += len(gap)
        starts.append(length)
        order.append(index)
        parts.append(made.text)
        made.start, made.end = length, length + len(made.text)
        length, last = made.end, made.kind
    return placed, "".join(parts), starts, order


_place = twin(place)


def assemble(pieces: Iterable[Piece]) -> Body:
    """Return the body made of pieces in reading order; the pieces given stay as they are.

    Blocks are parted by a blank line; neighbouring items of lists and rows of tables by a line
    break. Captions keep their place among the blocks, outside the text.
    """
    placed, text, starts, order = _place(pieces)
    return Body(
        text=text,
        blocks=tuple(placed),
        sources=tuple([piece.source for piece in placed]),
        _starts=tuple(starts),
        _order=tuple(order),
    )


def with_evidence(body: Body, evidence: Evidence, score: float) -> Body:
    """Return the body with who says so, and how sure."""
    return replace(body, evidence=evidence, score=score)
