"""The sentence around a quotation, and the attribution that is read from it."""

from dataclasses import dataclass

from scraper.parsers.quotes.spans import Attribution


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
