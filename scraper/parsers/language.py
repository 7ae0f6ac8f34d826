"""Finds the language of the text."""

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found


def find_language(page: Page, body: Body) -> Found[str] | None:
    """Return the BCP 47 tag of the article's language."""
    return None
