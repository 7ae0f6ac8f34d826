"""Sums up how the text of a page is spread over its blocks.

``spread_c.pyx`` has the same for a compiler, in one pass over the blocks.
"""

from typing import NamedTuple

from scraper.native import twin
from scraper.parsers.rules import page_type as rules
from scraper.text import TextBlock

HEADING_TAGS = frozenset(("h2", "h3", "h4"))
PRICE_LIMIT = 200
"""Longer texts speak of prices, shorter ones state them."""


class Spread(NamedTuple):
    """How the text of a page is spread."""

    shown: int
    """Characters of all blocks."""
    linked: int
    """Those of them that stand inside links."""
    teasers: int
    """Headings below the first level that are links, or nearly so."""
    prices: int
    """Short blocks that state a price."""


def spread_of(blocks: list[TextBlock]) -> Spread:
    """Return how the text of some blocks is spread."""
    texts = [block.text for block in blocks]
    headings = [block for block in blocks if block.tag in HEADING_TAGS]
    return Spread(
        sum(map(len, texts)),
        sum([block.link_chars for block in blocks]),
        sum([block.link_chars * 5 > len(block.text) * 4 for block in headings]),
        _count_prices([text for text in texts if len(text) < PRICE_LIMIT]),
    )


def _count_prices(texts: list[str]) -> int:
    """Return how many short texts hold a price.

    Most pages name no currency at all, and of the others most texts: plain searches find that out.
    """
    together = "\n".join(texts)
    named = [name for name in rules.CURRENCIES if name in together]
    pricing: dict[int, str] = {}
    for name in named:
        pricing.update([(number, text) for number, text in enumerate(texts) if name in text])
    return sum(rules.PRICE.search(text) is not None for text in pricing.values())


find_spread = twin(spread_of)
