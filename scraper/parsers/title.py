"""Finds the headline as displayed, and the dek beneath it."""

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.found import Found


def find_title(page: Page) -> Found[str] | None:
    """Return the headline, without site name, kicker or section."""
    for element in page.root.iter("h1"):
        text = " ".join("".join(element.itertext()).split())
        if text:
            return Found(text, Evidence(source="heading", where=page.xpath_of(element), confidence=0.6))
    return None


def find_subtitle(page: Page, title: Found[str] | None) -> Found[str] | None:
    """Return the dek: the line beneath the headline."""
    return None
