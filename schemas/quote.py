"""Quotations: words that the article presents as exactly those of someone."""

from typing import Literal

from schemas.base import Confidence, Model, Offset


class QuotePart(Model):
    """One uninterrupted stretch of an interrupted quotation."""

    text: str
    """The words of the stretch, as printed, without outer marks."""

    start: Offset
    """Where the stretch starts in ``Article.body``."""

    end: Offset
    """Where it ends (exclusive): ``body[start:end] == text``."""


class Quote(Model):
    """One quotation with who said it and where it stands."""

    text: str
    """The words as printed, without outer marks. For an interrupted quotation the texts of its
    parts joined by a space; for all others exactly ``body[start:end]``."""

    kind: Literal["direct", "block", "pull"] = "direct"
    """``direct`` in running text, ``block`` set off on its own, ``pull`` a display repetition of
    words that the body holds anyway."""

    speaker: str | None = None
    """Whose words they are: the fullest form of the name on the page, without titles and roles.
    None where the page does not name the source."""

    speaker_mention: str | None = None
    """The source as worded in the sentence (``she``, ``the minister``). None without one."""

    cue: str | None = None
    """The reporting word or phrase (``said``, ``according to``). None without one."""

    parts: list[QuotePart] = []
    """The stretches of a quotation that an attribution interrupts (“A,” she said. “B.”), in
    order; empty for an uninterrupted quotation."""

    citation: int | None = None
    """Index into ``Article.citations`` of the citation that backs the quotation; for one that
    stands in a note, of the citation right behind it there, else of the mark that leads to the
    note."""

    start: Offset | None = None
    """Start of the first word in ``Article.body``; None for a pull quote kept outside the body."""

    end: Offset | None = None
    """End of the last word (exclusive)."""

    prefix: str | None = None
    """Up to 32 characters before the quotation (W3C Web Annotation, TextQuoteSelector)."""

    suffix: str | None = None
    """Up to 32 characters behind the quotation (W3C Web Annotation, TextQuoteSelector)."""

    fragment_url: str | None = None
    """Link with a ``#:~:text=`` fragment that opens the live page at the quotation (WICG
    Scroll-to-Text Fragment). None where the page has no URL."""

    confidence: Confidence = 0.5
    """How sure the parser is that this is a quotation."""

    speaker_confidence: Confidence | None = None
    """How sure the parser is of the speaker; None without a speaker."""
