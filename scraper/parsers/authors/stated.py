"""Reads the authors that structured data states: JSON-LD, microdata, RDFa, ``meta``."""

from collections.abc import Iterator
from dataclasses import dataclass

from scraper.page import Page
from scraper.parsers.names import (
    PersonName,
    is_credential,
    is_given_name,
    is_label,
    is_role,
    looks_like_organization,
    name_key,
    split_names,
)
from scraper.parsers.other_articles import describes_another
from scraper.parsers.rules import bylines as rules
from scraper.structured import Item

_ARTICLE = ("Article", "Posting", "Report", "BlogPost", "Blog", "NewsItem")
_OTHER = tuple(
    "WebPage Recipe Page HowTo Review CreativeWork Book Question Chapter VideoObject "
    "Course Product Event Thesis".split()
)
_OF_WORKS = ("itemReviewed", "about", "mentions")
"""Properties whose value is what the page speaks of."""
_MOST_ITEMS = 40
_MOST_VALUES = 60
_MOST_CHARS = 300


@dataclass(frozen=True, slots=True)
class Stated:
    """One name that structured data gives."""

    name: PersonName
    source: str
    """``json-ld``, ``microdata``, ``rdfa`` or ``meta``."""
    kind: str
    """What sort of place it is, for the ranker."""
    where: str
    item: Item | None = None
    """The person's own item, with profile, accounts and description."""
    organization: bool = False
    """Whether the item calls itself an organisation."""


def find_stated(page: Page, title: str | None) -> list[Stated]:
    """Return the names that structured data gives as authors, most telling places first."""
    found = list(_of_items(page, title))
    found.extend(_of_meta(page))
    return [entry for entry in found if not is_label(entry.name.name)][:_MOST_VALUES]


def _of_items(page: Page, title: str | None) -> Iterator[Stated]:
    main, items = _main_item(page, title), page.structured.items[:_MOST_ITEMS]
    # Who wrote the book has not written its review.
    works = [work for item in items for key in _OF_WORKS for work in item.items(key)]
    for item in items:
        if item is not main and any(item is work for work in works):
            continue
        if item is main:
            kind = f"{item.syntax}-main"
        elif item.is_a(*_ARTICLE):
            if describes_another(item, page, title):
                continue
            kind = f"{item.syntax}-article"
        elif (item.is_a(*_OTHER) and not item.is_a("Review")) or (item.is_a("Review") and item.top):
            kind = f"{item.syntax}-other"
        else:
            continue
        for key in ("author", "creator", "byline"):
            for value in item.values.get(key, ())[:_MOST_VALUES]:
                yield from _of_value(value, item, kind, f"{item.where}.{key}")


def _main_item(page: Page, title: str | None) -> Item | None:
    """Return the article item that describes this page: by headline, else the first."""
    articles = [item for item in page.structured.items[:_MOST_ITEMS] if item.is_a(*_ARTICLE)]
    key = name_key(title or "")
    for item in articles:
        stated = name_key(item.text("headline") or item.text("name") or "")
        if stated and key and (stated in key or key in stated):
            return item
    articles = [item for item in articles if not describes_another(item, page, title)]
    for item in articles:
        if item.top and not item.is_a("Blog"):
            return item
    return articles[0] if articles else None


def _of_value(value: str | Item, item: Item, kind: str, where: str) -> Iterator[Stated]:
    if isinstance(value, Item):
        text = value.text("name") or _joined(value)
        organization = value.is_a("Organization", "Corporation")
        person = value
    else:
        text, organization, person = value, False, None
    if text and len(text) <= _MOST_CHARS and "://" not in text[:8]:
        for name in split_names(text):
            yield Stated(name, item.syntax, kind, where, person, organization)


def _joined(person: Item) -> str:
    parts = person.text("givenName"), person.text("familyName")
    return " ".join(part for part in parts if part)


def _of_meta(page: Page) -> Iterator[Stated]:
    for number, key in enumerate(rules.META_AUTHOR_KEYS):
        values = page.structured.by_key.get(key)
        if not values:
            continue
        if key == "twitter:data1":
            label = page.structured.by_key.get("twitter:label1", [""])[0]
            if not rules.WRITTEN_BY_LABELS.search(label):
                continue
        kind = (
            "meta-author"
            if number == 0
            else "meta-citation"
            if "citation" in key
            else ("meta-article" if key.startswith("article") else "meta-other")
        )
        if key == "twitter:data1":
            kind = "meta-label"
        for value in values[:_MOST_VALUES]:
            if "://" in value[:8] or len(value) > _MOST_CHARS * 2:
                continue
            if key == "twitter:creator" and " " not in value:
                # An account, with or without its sign.
                continue
            is_inverted = kind == "meta-citation" or (key in _CATALOGUED and _is_name(value))
            for name in split_names(turned(value) if is_inverted else value):
                yield Stated(name, "meta", kind, key)


_CATALOGUED = frozenset("dc.creator dcterms.creator dc.contributor.author".split())
"""Tags that repositories fill from their catalogue, family name first, and newspapers from bylines
("Jane Doe, political editor")."""
_MOST_GIVEN = 3


def _is_name(value: str) -> bool:
    """Return whether what stands behind the comma of a catalogued name can be given names."""
    family, _, given = value.partition(",")
    if is_role(given.strip()) or is_credential(given.strip()) or looks_like_organization(given):
        return False
    first, *others = family.split() or [""]
    if others and is_given_name(first) and not all(map(is_given_name, given.split())):
        return False  # "Jane Doe, John Roe", "Jane Doe, Leeds", but "García Márquez, Gabriel".
    return given.istitle() and len(given.split()) <= _MOST_GIVEN > len(others) + 1


def turned(value: str) -> str:
    """Return a cited author's name given name first: scholarly tags have it last ("Doe, Jane")."""
    family, comma, given = value.partition(",")
    if not comma or "," in given or not given.strip():
        return value
    return f"{given.strip()} {family.strip()}"
