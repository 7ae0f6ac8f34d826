"""The values that the quotation parser passes from step to step.

A ``Span`` is a stretch of one block between two marks (or set off in another way); an
``Attribution`` is what its sentence says about the source. Both count characters within the text
of a block; offsets in the body are worked out once, at the end.
"""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["marks", "q", "dash", "block"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words that may be a quotation."""

    block: int
    """Index into ``Body.blocks`` of the block where it starts."""
    start: int
    """First character of the words in that block."""
    end: int
    """Behind the last character, in the text of block ``last``."""
    last: int
    """Index of the block where it ends; other than ``block`` over several paragraphs."""
    left: int
    """Where the opening mark starts; ``start`` without one."""
    right: int
    """Behind the closing mark, in block ``last``; ``end`` without one."""
    open_mark: str | None = None
    close_mark: str | None = None
    shape: Shape = "marks"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the sentence around a span says about its source."""

    mention: str | None
    """The source as worded (``she``, ``the report``); None for a bare cue."""
    cue: str | None
    place: Literal["before", "after", "signature", "context"]
    strength: float
    """How sure the pattern is, 0 to 1."""
    anchor: tuple[int, int] = (0, 0)
    """Block index and offset where the mention starts: names are resolved from here."""
    reach: int = 0
    """Characters between the mark and the cue, for the classifier."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span with its attribution and how likely it is a quotation."""

    span: Span
    text: str
    attribution: Attribution | None
    score: float
    group: int = 0
    """Spans of one interrupted quotation share a number; 0 for none."""
