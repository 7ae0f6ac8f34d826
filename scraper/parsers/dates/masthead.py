"""Tells today's date in a page's header from the day of its article.

Papers print the day of the visit above everything, with its weekday. Where the time of the fetch
is unknown nothing but its place, its weekday and an older day beside the headline tell so. Blogs
print the day of a post above its headline in the same words, as a heading or beside the headline.
"""

import re

from scraper.page import Page
from scraper.parsers.dates.day import VISIBLE
from scraper.parsers.dates.lines import is_day
from scraper.parsers.dates.mentions import Mention
from scraper.parsers.rules.weekdays import WEEKDAYS
from scraper.text import HEADING_TAGS, TextBlock

_LONGEST = 60
"""Characters of a header's line with a day in it."""
_LONGEST_BYLINE = 90
_LETTERS = re.compile(r"[^\s\d,.:;|()]+")
_TODAY = WEEKDAYS | {"today", "heute"}
_BESIDE = frozenset({"behind-headline:0", "behind-headline:1-2", "behind-headline:3-6"})


def without_masthead(mentions: list[Mention], page: Page, headline: int) -> list[Mention]:
    """Return the mentions without a later day above the headline than all that stand below it.

    Only a line with a weekday, or with nothing but the day, goes, and only where no data state a
    publication and a short line right below the headline prints a day: the later one may be when
    the article changed, else.

    Args:
        headline: Index of the headline's block, -1 where none is displayed.
    """
    if any(m.kind == "published" and m.source not in VISIBLE for m in mentions):
        return mentions
    below = [m.moment.ordinal for m in mentions if _is_of_byline(m, page)]
    if not below:
        return mentions
    newest = max(below)
    return [
        m for m in mentions if m.moment.ordinal <= newest or not _is_masthead(m, page, headline)
    ]


def _is_of_byline(mention: Mention, page: Page) -> bool:
    """Return whether a line right behind the headline prints a day as bylines or datelines do."""
    if mention.source not in VISIBLE or _BESIDE.isdisjoint(mention.features):
        return False
    text = page.blocks[mention.block].text if mention.block >= 0 else ""
    if "dateline" in mention.features:
        return True
    return 0 < len(text) <= _LONGEST_BYLINE and not text.endswith((".", "!", "?"))


def _is_masthead(mention: Mention, page: Page, headline: int) -> bool:
    """Return whether a line above the headline, apart from it, prints the day of the visit."""
    if mention.source != "text" or "label:published" in mention.features:
        return False
    if not 0 <= mention.block < headline:
        return False
    block = page.blocks[mention.block]
    if block.tag in HEADING_TAGS or _box(block, page) == _box(page.blocks[headline], page):
        return False
    text = block.text
    named = not _TODAY.isdisjoint(_LETTERS.findall(text.lower()))
    return len(text) <= _LONGEST and (named or is_day(text))


def _box(block: TextBlock, page: Page) -> int:
    """Return the index of the container around that of a block: a line's, or a headline's, box."""
    return page.containers[block.container].parent if block.container >= 0 else -1
