"""Reads what a page says about itself in a machine's words, once a page.

Covers JSON-LD, ``meta`` elements under any of their key attributes, ``link`` elements, and items
in microdata and RDFa. Values are given as found; what they mean is left to the field parsers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from scraper.attributes import read_attributes
from scraper.census import Census
from scraper.remembering import remembered
from scraper.structured.item import Item, clean
from scraper.structured.json_ld import Json, parse_json, read_json_ld
from scraper.structured.marked import TYPE_NAMES, read_items

__all__ = [
    "HeadLink",
    "Item",
    "Json",
    "Meta",
    "Structured",
    "clean",
    "parse_json",
    "read_structured",
]


class Meta(NamedTuple):
    """One ``meta`` element with a key and a content."""

    key: str
    """Value of ``property``, ``name``, ``itemprop`` or ``http-equiv``, in lower case."""
    value: str
    """Its content, entities resolved, white space made single."""


class HeadLink(NamedTuple):
    """One ``link`` element."""

    rel: frozenset[str]
    href: str
    type: str | None
    hreflang: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Structured:
    """All structured data of a page."""

    items: tuple[Item, ...] = ()
    """Items of JSON-LD, then microdata, then RDFa, outer ones before the ones they hold."""
    meta: tuple[Meta, ...] = ()
    links: tuple[HeadLink, ...] = ()
    """Links of the head, without those that only say what a browser loads."""
    warnings: tuple[str, ...] = ()
    by_key: Mapping[str, list[str]] = field(default_factory=dict)

    def metas(self, *keys: str) -> list[str]:
        """Return the contents of the first of the keys that has any."""
        for key in keys:
            if found := self.by_key.get(key):
                return found
        return []

    def first_meta(self, *keys: str) -> tuple[str, str] | None:
        """Return (key, content) of the first of the keys that has a content that is not blank."""
        for key in keys:
            for value in self.by_key.get(key, ()):
                if value:
                    return key, value
        return None

    def of_type(self, *names: str) -> list[Item]:
        """Return the items one of whose types ends in one of the names."""
        return [item for item in self.items if item.is_a(*names)]


def read_structured(census: Census) -> Structured:
    """Return the structured data of a parsed page.

    Returns:
        Everything found; scripts that can't be read give a warning, never an error.
    """
    metas = tuple(_read_metas(census.tags["meta"]))
    by_key: dict[str, list[str]] = {}
    for entry in metas:
        by_key.setdefault(entry.key, []).append(entry.value)
    warnings: list[str] = []
    items = read_json_ld(census.tags["script"], warnings)
    for syntax in TYPE_NAMES:
        items += read_items(census.marked[syntax], syntax)
    links = tuple(_read_links(census.tags["link"]))
    return Structured(tuple(items), metas, links, tuple(warnings), by_key)


def _read_metas(elements: list[etree._Element]) -> Iterator[Meta]:
    for element in elements:
        attributes = read_attributes(element)
        if "content" not in attributes:
            continue
        value = clean(attributes["content"])
        for name in ("property", "name", "itemprop", "http-equiv"):
            if key := attributes.get(name):
                yield Meta(key.strip().lower(), value)


@remembered(256)
def _relations(rel: str) -> frozenset[str]:
    """Return the relations that a link states; a page's links have a few between them."""
    return frozenset(rel.lower().split())


_FOR_BROWSERS = frozenset(
    "stylesheet preload modulepreload prefetch dns-prefetch preconnect icon".split()
)
"""Relations to what a browser loads or gets ready (HTML Living Standard, 4.6.7): most links of a
page state one of these alone."""


def _read_links(elements: list[etree._Element]) -> Iterator[HeadLink]:
    for element in elements:
        rel = element.get("rel")
        if not rel or rel in _FOR_BROWSERS:
            continue
        attributes = read_attributes(element)
        if href := attributes.get("href"):
            yield HeadLink(
                _relations(rel),
                href.strip(),
                attributes.get("type"),
                attributes.get("hreflang"),
                attributes.get("title"),
            )
