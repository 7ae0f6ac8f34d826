"""Finds when the article was published and last changed."""

from dataclasses import dataclass

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found


@dataclass(frozen=True, slots=True)
class Dates:
    """Both dates of an article, at the precision of their source (ISO 8601)."""

    published: Found[str] | None = None
    modified: Found[str] | None = None
    warnings: tuple[str, ...] = ()


def find_dates(page: Page, title: Found[str] | None, body: Body) -> Dates:
    """Return when the article was published and last changed."""
    return Dates()
