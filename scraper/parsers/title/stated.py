"""Reads the titles that a page states for machines, and what its site may call itself."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from unicodedata import normalize

from lxml import etree

from scraper.page import Page
from scraper.parsers.rules import titles as rules
from scraper.parsers.site import home_names, host_label, squash, title_borders
from scraper.remembering import remembered
from scraper.structured import clean

_CJK = "\u3040-\u30ff\u3400-\u9fff"
WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
"""A word, or a sign of Chinese or Japanese: without blanks, a part of a title has to show."""
_TITLES_READ = 16
_ITEMS_READ = 60
_LONGEST_READ = 1000
"""Characters of a title that are read: separators are looked for from each place to the end."""
_SHORTEST_NAME = 3
_SHORTEST_TAGLINE = 8


@dataclass(frozen=True, slots=True)
class StatedTitle:
    """A machine-readable title."""

    text: str
    kind: str
    """``title``, ``og``, ``twitter``, ``meta``, the syntax of an article's item, ``other-item``."""
    where: str
    key: str
    """Its words, folded."""
    element: etree._Element | None = None
    """The element that says where, instead of ``where``."""

    def cuts(self) -> tuple[re.Match[str], ...]:
        """Return the separators that themes put between a headline and the names around it."""
        return title_borders(self.text)


@remembered(256)
def to_key(text: str) -> str:
    """Return the words of a title, folded, to compare spellings."""
    if not text.isascii():
        text = normalize("NFKC", text)
    return " ".join(WORD.findall(text.casefold()))


def read_head_titles(page: Page) -> list[StatedTitle]:
    """Return the machine-readable titles of the page's head: ``title`` and ``meta`` elements."""
    found = []
    element = next(iter(page.census.tags["title"]), None)
    if element is not None and (text := unglued(clean((element.text or "")[:_LONGEST_READ]))):
        found.append(StatedTitle(text, "title", "", to_key(text), element))
    by_key = page.structured.by_key
    for key, kind in rules.META_KEYS.items():
        if (values := by_key.get(key)) and (text := unglued(values[0][:_LONGEST_READ])):
            found.append(StatedTitle(text, kind, key, to_key(text)))
    return found


@remembered(64)
def unglued(title: str) -> str:
    """Return a title without the tagline that a theme set right behind its headline.

    Some write it twice, once without a blank: "The old bridgeNews of the valley | News of the
    valley". A tagline without a capital may just be how the last word ends, and in scripts without
    blanks or capitals the headline may name the site.
    """
    borders = title_borders(title)
    if not borders:
        return title
    border = borders[-1]
    front, tagline = title[: border.start()].rstrip(), title[border.end() :].strip()
    headline = front.removesuffix(tagline)
    is_told = len(tagline) >= _SHORTEST_TAGLINE and tagline[0].isupper()
    glued = is_told and headline != front and headline[-1:].isalnum()
    return f"{headline} | {tagline}" if glued else title


def read_titles(page: Page) -> list[StatedTitle]:
    """Return all machine-readable titles: those of the head, then those of the page's items."""
    found = read_head_titles(page)
    for item in page.structured.items[:_ITEMS_READ]:
        if "headline" not in item.values and "name" not in item.values:
            continue
        is_article = item.is_a(*rules.ARTICLE_TYPES)
        if is_article or item.is_a(*rules.OTHER_TYPES):
            name = "headline" if item.text("headline") else "name"
            if stated := (item.text(name) or "")[:_LONGEST_READ]:
                kind = item.syntax if is_article else "other-item"
                found.append(StatedTitle(stated, kind, f"{item.where}.{name}", to_key(stated)))
    return found[:_TITLES_READ]


def stated_names(page: Page) -> frozenset[str]:
    """Return what the page's metadata and address call the site, squashed."""
    names = {squash(name) for name in page.structured.metas("og:site_name")[:1]}
    return frozenset({*names, host_label(page.host)} - {""})


def site_names(page: Page) -> frozenset[str]:
    """Return all that the page calls its site, squashed: its logo's text and its items, too."""
    items = [i for i in page.structured.items[:_ITEMS_READ] if i.is_a("WebSite", "Organization")]
    names = [
        *page.structured.metas("application-name")[:1],
        *home_names(page),
        *_before_archive(page),
        *filter(None, (item.text("name") for item in items)),
    ]
    squashed = {squash(name) for name in names}
    return stated_names(page) | {name for name in squashed if len(name) >= _SHORTEST_NAME}


def _before_archive(page: Page) -> list[str]:
    """Return what stands before "Blog Archive" in the page's title: the site's name."""
    element = next(iter(page.census.tags["title"]), None)
    text = (element.text or "")[:_LONGEST_READ] if element is not None else ""
    match = rules.BLOG_ARCHIVE.match(clean(text)) if "rchiv" in text else None
    return [match[1]] if match else []


def names_site(text: str, sites: Collection[str]) -> bool:
    """Return whether a part of a title is, holds or abbreviates a name of the site."""
    squashed = squash(text)
    return bool(squashed) and any(site in squashed or squashed in site for site in sites)
