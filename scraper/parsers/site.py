"""Finds the name of the site, the article's own address, and how it is filed there."""

from scraper.page import Page
from scraper.parsers.found import Found


def find_site_name(page: Page) -> Found[str] | None:
    """Return the name of the site or publication."""
    return None
