"""The clean text with everything that was found in it marked: data for a template.

A block is cut at every place where a mark begins or ends, so that marks may nest and cross; each
segment knows what it belongs to.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from schemas import Article, Block, Quote

_MENTION_REACH = 240
"""Characters around a quotation in which its speaker is looked for: the sentence and the next."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the body: quotation, speaker, citation, reference or bio, by its number."""

    start: int
    end: int
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Text with the same marks throughout."""

    text: str
    quote: int | None = None
    citation: int | None = None
    speaker: int | None = None
    reference: int | None = None
    bio: int | None = None
    opens: tuple[str, ...] = ()
    """Ids (``quote-2``) of the marks that begin here."""

    @property
    def classes(self) -> str:
        """The names of its kinds, parted by spaces."""
        kinds = ("speaker", "reference", "bio")
        return " ".join(kind for kind in kinds if getattr(self, kind) is not None)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block with its segments, or the cells of a table's row."""

    kind: str
    level: int
    ordinal: int | None
    segments: tuple[Segment, ...]
    notes: tuple[int, ...] = ()
    """Quotations that end in the block, for the margin."""

    @property
    def cells(self) -> list[list[Segment]]:
        """The segments of a table's row, parted at the tabs."""
        cells: list[list[Segment]] = [[]]
        for segment in self.segments:
            first, *others = segment.text.split("\t")
            cells[-1].append(replace(segment, text=first))
            cells += [[replace(segment, text=text, opens=())] for text in others]
        return cells


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together: the items of a list, the rows of a table, or one block."""

    kind: str
    blocks: tuple[TextBlock, ...]


def view_text(record: Article) -> list[Group]:
    """Return the body of a record in groups of blocks, everything found in it marked."""
    marks = sorted(find_marks(record), key=lambda mark: (mark.start, -mark.end))
    opened: set[str] = set()
    blocks = [_to_block(block, marks, opened) for block in _blocks(record)]
    return [
        Group(kind, tuple(group))
        for (kind, _), grouped in groupby(enumerate(blocks), key=_together)
        for group in [[block for _, block in grouped]]
    ]


def _together(item: tuple[int, TextBlock]) -> tuple[str, int]:
    """Return what neighbouring blocks of one group have in common."""
    number, block = item
    if block.kind in ("list_item", "table_row"):
        return block.kind, -1
    return block.kind, number


def _blocks(record: Article) -> Iterable[Block]:
    if record.blocks or not record.body:
        return record.blocks
    position, blocks = 0, []
    for part in record.body.split("\n\n"):
        blocks.append(Block(kind="paragraph", text=part, start=position, end=position + len(part)))
        position += len(part) + 2
    return blocks


def find_marks(record: Article) -> Iterator[Mark]:
    """Yield everything that has a place in the body."""
    for number, quote in enumerate(record.quotes):
        for stretch in quote.parts or (quote,):
            if stretch.start is not None and stretch.end is not None:
                yield Mark(stretch.start, stretch.end, "quote", number)
        mention = find_mention(record.body, quote)
        if mention is not None:
            yield Mark(*mention, "speaker", number)
    for number, citation in enumerate(record.citations):
        if citation.start is not None and citation.end is not None:
            yield Mark(citation.start, citation.end, "citation", number)
    for number, work in enumerate(record.references):
        yield from _standing(record.body, work.text, "reference", number)
    for number, author in enumerate(record.authors):
        for paragraph in (author.bio or "").split("\n\n"):
            yield from _standing(record.body, paragraph, "bio", number)


def _standing(body: str, text: str, kind: str, number: int) -> Iterator[Mark]:
    start = body.find(text) if text else -1
    if start >= 0:
        yield Mark(start, start + len(text), kind, number)


def find_mention(body: str, quote: Quote) -> tuple[int, int] | None:
    """Return where the words that name the speaker stand, nearest to the quotation."""
    words = quote.speaker_mention or quote.speaker
    if not words or quote.start is None or quote.end is None:
        return None
    first = max(quote.start - _MENTION_REACH, 0)
    stretch = body[first : quote.end + _MENTION_REACH]
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    spans = [(first + m.start(), first + m.end()) for m in re.finditer(pattern, stretch)]
    outside = [span for span in spans if not _within(span, quote)]
    start, end = quote.start, quote.end
    return min(outside, key=lambda span: max(start - span[1], span[0] - end), default=None)


def _within(span: tuple[int, int], quote: Quote) -> bool:
    """Return whether a span lies in the quoted words; between the parts is where speakers are."""
    stretches = [(part.start, part.end) for part in quote.parts]
    if not stretches and quote.start is not None and quote.end is not None:
        stretches = [(quote.start, quote.end)]
    return any(span[0] < end and span[1] > start for start, end in stretches)


def _to_block(block: Block, marks: Sequence[Mark], opened: set[str]) -> TextBlock:
    if block.start is None or block.end is None:
        segments = [Segment(block.text)]
        here: list[Mark] = []
    else:
        here = [mark for mark in marks if mark.start < block.end and mark.end > block.start]
        segments = list(_segments(block, here, opened))
    end = block.end or 0
    notes = dict.fromkeys(m.number for m in here if m.kind == "quote" and m.end <= end)
    return TextBlock(block.kind, block.level or 1, block.ordinal, tuple(segments), tuple(notes))


def _segments(block: Block, marks: Sequence[Mark], opened: set[str]) -> Iterator[Segment]:
    start, end = block.start or 0, block.end or 0
    cuts = {start, end}
    cuts |= {place for m in marks for place in (m.start, m.end) if start < place < end}
    # A citation is one link: what is marked within it stays unmarked here.
    for mark in marks:
        if mark.kind == "citation":
            cuts -= {place for place in cuts if mark.start < place < mark.end}
    for a, b in pairwise(sorted(cuts)):
        covering = [mark for mark in marks if mark.start <= a and mark.end >= b]
        names = [f"{mark.kind}-{mark.number}" for mark in covering]
        opens = tuple(name for name in names if name not in opened)
        opened.update(opens)
        kinds = {mark.kind: mark.number for mark in covering}
        yield Segment(
            block.text[a - start : b - start],
            quote=kinds.get("quote"),
            citation=kinds.get("citation"),
            speaker=kinds.get("speaker"),
            reference=kinds.get("reference"),
            bio=kinds.get("bio"),
            opens=opens,
        )
