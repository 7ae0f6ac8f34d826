"""What the parsers of authors and bios hand on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from schemas import Author
from scraper.parsers.authors.regions import Regions
from scraper.parsers.found import Found
from scraper.structured import Item


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one name beside its spelling."""

    hrefs: tuple[str, ...] = ()
    """Addresses that the displayed name links to, as written."""
    blocks: tuple[int, ...] = ()
    """Indexes of the page's blocks that display it."""
    items: tuple[Item, ...] = ()
    """Items of structured data that describe the person."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Everybody whom the page credits, in printed order."""

    authors: tuple[Found[Author], ...] = ()
    contributors: tuple[Found[Author], ...] = ()
    claimed: frozenset[int] = frozenset()
    """Indexes of page blocks that are byline or bio, hence not body."""
    warnings: tuple[str, ...] = ()
    seen: Mapping[str, Seen] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """By ``name_key`` of the author's name."""
    regions: Regions | None = field(default=None, repr=False, compare=False)
    """The page's geography, so that it is read once."""
