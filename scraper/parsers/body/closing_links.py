"""Takes lists of links to the site's other pages off both ends of the chosen text.

Below their last sentence many sites list what else they have written, with or without a label
("Related reads:"), in the article's own elements. The model takes such items for those of a list.
What tells in every language is the place and where they lead: nothing of the article follows, and
each leads to another page of the same site. What leads elsewhere is a source, or further reading.
"""

import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from scraper.page import Page
from scraper.text import SECTION_TAGS, TextBlock

_MOSTLY_LINK = 0.8
_LINKS_LEAST = 3
"""Two links may be what the last sentence speaks of: of 4 such pairs 4 were part of the text."""
_MOST_SHARE = 0.25
"""Where links are more of the text than this they are what the page is about."""
_BETWEEN = re.compile(r"\n|\s[|·•»>/–—-](?=\s)")
"""What stands between the links of a line."""
_LABEL_LIMIT = 120
_LEAD_IN_ENDS = (":", "：")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|epub|mp[34]|ics)$", re.I)
"""What is offered for download belongs to the text that speaks of it."""


def without_closing_links(page: Page, kept: Sequence[int]) -> list[int]:
    """Return the chosen blocks less a closing list of links to the site's other pages.

    Returns:
        The same blocks where fewer than three such links end the text, or where they are much of
        it. The labels above and between them go as well.
    """
    end = _linked(page, kept[::-1], is_label=_is_label)
    return list(kept[: len(kept) - end])


def without_opening_links(page: Page, kept: Sequence[int]) -> list[int]:
    """Return the chosen blocks less a line or list of such links before all text.

    Pages written by hand have their menu in a paragraph, which nothing else tells from the text.
    """
    return list(kept[_linked(page, kept, is_label=lambda _: False) :])


def _linked(page: Page, places: Sequence[int], is_label: Callable[[TextBlock], bool]) -> int:
    """Return how many of the first blocks, in this order, are links to other pages of the site.

    Labels behind such links count with them. None where there are fewer than three links, or where
    they are much of the text.
    """
    blocks = page.blocks
    end = links = chars = 0
    for passed, index in enumerate(places, 1):
        block = blocks[index]
        within = _links_within(page, block)
        if within:
            links, chars = links + within, chars + len(block.text)
        elif not (links and is_label(block)):
            break
        end = passed
    if links < _LINKS_LEAST or chars > _MOST_SHARE * sum(len(blocks[i].text) for i in places):
        return 0
    return end


def _links_within(page: Page, block: TextBlock) -> int:
    """Return how many links a block has that is nothing but links to pages of the same site."""
    if not block.link_chars:
        return 0
    if block.link_chars < _MOSTLY_LINK * len(_BETWEEN.sub("", block.text)):
        return 0
    # A place to be led to (``<a name="top">``) is no link, nor is what only a script follows.
    addresses = [mark.element.get("href") for mark in block.raw_marks if mark.element.tag == "a"]
    links = [href.strip() for href in addresses if href is not None]
    return len(links) if all(_is_other_page(page, href) for href in links) else 0


def _is_other_page(page: Page, href: str) -> bool:
    if not href or ("#" in href and _is_within(page, href)):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if parts.scheme not in ("", "http", "https") or _FILE.search(parts.path):
        return False
    return not parts.netloc or _bare(parts.hostname) == _bare(page.host) != ""


def _is_within(page: Page, href: str) -> bool:
    """Return whether an address with a ``#`` is one of the page itself, written out or not."""
    address = page.resolve(href) or href
    return address.partition("#")[0] in ("", (page.url or "").partition("#")[0])


def _bare(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")


def _is_label(block: TextBlock) -> bool:
    """Return whether a block may stand above a list: a heading, or a short line with a colon."""
    if len(block.text) > _LABEL_LIMIT:
        return False
    return block.tag in SECTION_TAGS or block.text.endswith(_LEAD_IN_ENDS)
