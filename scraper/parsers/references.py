"""Finds reference lists and notes, and cuts them into entries."""

from dataclasses import dataclass

from schemas import Reference
from scraper.page import Page
from scraper.parsers.body_text import Body


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The entries of all lists of a page, with what links citations to them."""

    entries: tuple[Reference, ...] = ()
    anchors: tuple[frozenset[str], ...] = ()
    """For each entry the fragment ids that lead to it."""
    claimed: frozenset[int] = frozenset()
    """Indexes of the page blocks that are the lists (headings included)."""


def find_references(page: Page, body: Body) -> ReferenceList:
    """Return the page's reference lists."""
    return ReferenceList()
