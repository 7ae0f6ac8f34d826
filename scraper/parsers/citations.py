"""Finds in-text citations and links them to entries and quotations."""

from collections.abc import Sequence

from schemas import Citation, Quote
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.references import ReferenceList


def find_citations(page: Page, body: Body, references: ReferenceList) -> list[Citation]:
    """Return the article's in-text citations in order."""
    return []


def link_quotes(
    body: Body, quotes: Sequence[Quote], citations: Sequence[Citation]
) -> tuple[list[Quote], list[Citation]]:
    """Return quotations and citations with the links between them."""
    return list(quotes), list(citations)
