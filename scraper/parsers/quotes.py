"""Finds quotations and who said them."""

from collections.abc import Sequence

from schemas import Author, Quote
from scraper.page import Page
from scraper.parsers.body_text import Body


def find_quotes(
    page: Page, body: Body, authors: Sequence[Author], language: str | None
) -> list[Quote]:
    """Return the article's quotations in order."""
    return []
