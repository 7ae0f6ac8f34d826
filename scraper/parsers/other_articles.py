"""Tells the items of structured data that describe another article than the page's.

Themes mark teasers as articles, too: with a headline, an address, a day and a writer of their own.
"""

from urllib.parse import urlsplit

from scraper.page import Page
from scraper.parsers.site import squash
from scraper.structured import Item
from scraper.urls import canonicalize

_MOST_ITEMS = 40


def describes_another(item: Item, page: Page, title: str | None) -> bool:
    """Return whether an item bears another headline than the page and leads to another page.

    Either alone says nothing: headlines are shortened, and pages have several addresses.

    JSON-LD is left alone: it describes its page, and only what is marked up can be a teaser's.
    """
    if item.syntax == "json-ld":
        return False
    name = squash(item.text("headline") or item.text("name") or "")
    address = item.text("url")
    if not (name and address and title and page.url) or " " in address:
        return False
    key = squash(title)
    if name in key or key in name:
        return False
    led = _place(address, page.url)
    # An item that leads to the front page names its site so.
    return led is not None and led[1] != "" and led not in _places(page)


def values_of_others(page: Page, title: str | None) -> frozenset[str]:
    """Return the plain values that items of other articles state, ``meta`` elements among them."""
    return frozenset(
        value
        for item in page.structured.items[:_MOST_ITEMS]
        if item.syntax != "json-ld" and describes_another(item, page, title)
        for values in item.values.values()
        for value in values
        if isinstance(value, str)
    )


def _places(page: Page) -> list[tuple[str, str] | None]:
    """Return host and path of each address that the page gives itself."""
    stated = [link.href for link in page.structured.links if "canonical" in link.rel]
    stated += page.structured.by_key.get("og:url", [])
    base = page.url or ""
    return [_place(address, base) for address in (base, *stated)]


def _place(address: str, base: str) -> tuple[str, str] | None:
    """Return host and path of an address, without what tells its spellings apart."""
    url = canonicalize(address, base)
    if url is None:
        return None
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")
