"""What the parsers of authors and bios hand on."""

from dataclasses import dataclass

from schemas import Author
from scraper.parsers.found import Found


@dataclass(frozen=True, slots=True)
class Byline:
    """Everybody whom the page credits, in printed order."""

    authors: tuple[Found[Author], ...] = ()
    contributors: tuple[Found[Author], ...] = ()
    claimed: frozenset[int] = frozenset()
    """Indexes of page blocks that are byline or bio, hence not body."""
    warnings: tuple[str, ...] = ()
