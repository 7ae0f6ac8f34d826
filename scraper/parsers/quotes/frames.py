"""The sentence around a quotation, and the attribution that is read from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.parsers.quotes.spans import Attribution, Span
from scraper.parsers.quotes.texts import sentence_end, sentence_start


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a span stands in its block: what the search may read."""

    text: str
    block: int
    lead: int
    """Start of the sentence, or end of the quotation before it."""
    left: int
    right: int
    tail: int
    """End of the sentence behind, or start of the next quotation."""
    ended: bool
    """Whether the words end a sentence inside the marks."""


def made(
    frame: Frame,
    mention: tuple[str, int] | None,
    cue: str | None,
    strength: float,
    reach: int,
    place: str = "after",
) -> Attribution:
    """Return an attribution from its mention (words and offset), cue and strength."""
    words, anchor = mention if mention is not None else (None, frame.left)
    return Attribution(
        words,
        cue,
        "before" if place == "before" else "after",
        strength,
        (frame.block, anchor),
        max(reach, 0),
    )


def frame_of(texts: Sequence[str], span: Span, before: Span | None, behind: Span | None) -> Frame:
    """Return the sentence around a span, between its neighbours.

    A span over several paragraphs is framed by its last paragraph, where the attribution is.
    """
    text = texts[span.last]
    left = span.left if span.last == span.block else 0
    floor = before.right if before is not None and before.last == span.block == span.last else 0
    ceiling = behind.left if behind is not None and behind.block == span.last else len(text)
    words = text[span.start : span.end] if span.last == span.block else text[: span.end]
    return Frame(
        text,
        span.last,
        sentence_start(text, floor, left),
        left,
        span.right,
        sentence_end(text, span.right, ceiling),
        words[-1:] in ".!…。",
    )


def opening_frame(texts: Sequence[str], span: Span, before: Span | None) -> Frame:
    """Return the sentence that leads into the first paragraph of a span over several."""
    text = texts[span.block]
    floor = before.right if before is not None and before.last == span.block else 0
    lead = sentence_start(text, floor, span.left)
    return Frame(text, span.block, lead, span.left, len(text), len(text), ended=True)
