"""Finds the body: the blocks that are the article, and nothing else of the page.

``find`` puts the parts together: a boosted-tree model says for each block how likely it is part
of the article (``features``, ``trees``), ``choose`` takes the set of blocks that promises the
best result, ``pieces`` says what each block is. ``docs/model-card.md`` tells how the model was
trained and what it is worth.
"""

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found

__all__ = ["find_body"]


def find_body(page: Page, title: Found[str] | None) -> Body:
    """Return the article's body; an empty one where the page has none."""
    # numpy comes with the first page, so that commands which read none start quickly.
    from scraper.parsers.body.find import find_body as find

    return find(page, title)
