"""Citations: the pointers in the text to the works that it rests on."""

from typing import Literal

from schemas.base import Model, Offset


class CitationItem(Model):
    """One cited work within a citation."""

    authors: list[str] = []
    """Surnames as printed, organisations in full, without ``et al.``."""

    year: str | None = None
    """Year of four digits, or ``n.d.``, ``in press``, ``forthcoming`` as printed."""

    suffix: str | None = None
    """The letter of ``2017a``."""

    locator: str | None = None
    """Page, section or chapter without its label: ``33``, ``4-7``."""

    number: str | None = None
    """The number of a numeric citation or footnote mark."""

    reference: int | None = None
    """Index into ``Article.references``; None where the page lists no such work."""


class Citation(Model):
    """The smallest span that a reader would replace if the cited work changed."""

    text: str
    """The span as printed, brackets included: ``(Ofsted, 2016: 33)``."""

    kind: Literal["author-date", "narrative", "numeric", "footnote"]
    """How it cites: names and year in brackets or in the signature below a quotation (in a note
    also without brackets: ``Holm, Tides, p. 7``, ``Ibid.``), author in the sentence, a bracketed
    number, or a raised or linked number."""

    items: list[CitationItem] = []
    """The works cited, in printed order."""

    reference: int | None = None
    """Index into ``Article.references`` of the first item that is resolved."""

    quote: int | None = None
    """Index into ``Article.quotes`` of the quotation that the citation backs."""

    start: Offset | None = None
    """Where the span starts in ``Article.body``; None where it stands outside (a caption, a
    note)."""

    end: Offset | None = None
    """Where it ends (exclusive): ``body[start:end] == text``."""

    note: int | None = None
    """Index into ``Article.references`` of the note in whose ``text`` the span stands. None for
    what the article itself cites; a count of its citations leaves the others out."""
