"""What the finders of citations hand over: spans with cited works, before they are accepted."""

from dataclasses import dataclass
from typing import Literal

from schemas.citation import Citation, CitationItem

Kind = Literal["author-date", "narrative", "numeric", "footnote"]


@dataclass(frozen=True, slots=True)
class Item:
    """One cited work."""

    authors: tuple[str, ...] = ()
    year: str | None = None
    suffix: str | None = None
    locator: str | None = None
    number: str | None = None
    reference: int | None = None
    initial: str = ""
    """First letter printed before the first author's name (``P. Smith``)."""
    again: bool = False
    """Cites the work before once more (``ibid.``)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a citation."""

    start: int
    end: int
    kind: Kind
    items: tuple[Item, ...]
    score: int = 0
    """Weight of the signs for it; negative ones count against."""
    plain: bool = False
    """Nothing but one surname and a year: the barest form, which little else takes."""
    label: bool = False
    """Surname and year as one word in square brackets: ``[Lund1984]``."""


def to_citation(
    candidate: Candidate, text: str, *, offset: int | None, note: int | None = None
) -> Citation:
    """Return the record of a candidate in a text.

    Args:
        candidate: What was found, in offsets of ``text``.
        text: Text of the body or of a block outside it.
        offset: Where ``text`` starts in the body; None where it stands outside.
        note: The entry whose text it is, if that is a note.
    """
    items = [
        CitationItem(
            authors=list(item.authors),
            year=item.year,
            suffix=item.suffix,
            locator=item.locator,
            number=item.number,
            reference=item.reference,
        )
        for item in candidate.items
    ]
    return Citation(
        text=text[candidate.start : candidate.end],
        kind=candidate.kind,
        items=items,
        reference=next((item.reference for item in items if item.reference is not None), None),
        start=None if offset is None else offset + candidate.start,
        end=None if offset is None else offset + candidate.end,
        note=note,
    )
