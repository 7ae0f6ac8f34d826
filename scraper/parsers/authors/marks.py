"""Tells what the attributes of an element within a line say of it as the name of an author."""

from collections.abc import Set as AbstractSet
from functools import lru_cache

from lxml import etree

from scraper.parsers.authors import regions as region
from scraper.parsers.rules import byline_classes
from scraper.parsers.rules import bylines as rules


def inline_marks(element: etree._Element) -> AbstractSet[str]:
    """Return what an inline element's attributes say of it as the name of an author."""
    get = element.get
    value, itemprop = get("class"), get("itemprop")
    flags = region.class_flags(value) if value else 0
    path = rel = None
    if element.tag == "a":
        path, rel = _path_mark(get("href")), get("rel")
        if rel and "author" not in (rel := rel.lower()) and "tag" not in rel:
            rel = None
    if not (flags & region.AUTHOR or path or rel or itemprop):
        return _NO_MARKS
    if itemprop in _TOPICS or (rel and "tag" in rel.split()):
        return TOPIC
    if value and byline_classes.TOPIC_ELEMENT.search(value.lower()):
        return TOPIC
    marks = {path} if path else set()
    if flags & region.AUTHOR:
        marks.add("class-strong" if flags & region.STRONG_AUTHOR else "class")
    if itemprop in ("author", "creator") or (itemprop == "name" and _in_person(element)):
        marks.add("itemprop")
    if rel and "author" in rel.split():
        marks.add("rel")
    return marks


_NO_MARKS: AbstractSet[str] = frozenset()
_TOPICS = ("articleSection", "keywords")
TOPIC: AbstractSet[str] = frozenset({"topic"})
"""What is said of the name of a section or a tag: ``rel=tag`` (HTML Living Standard, 4.6.7),
``itemprop=articleSection``, or a class like ``byline__category``."""


@lru_cache(maxsize=4096)
def _path_mark(href: str | None) -> str | None:
    """Return the mark of a link to an author's page; menus repeat on all pages of a site."""
    lower = (href or "").lower()
    if "author" not in lower and rules.AUTHOR_PATH_START.search(lower) is None:
        return None
    if rules.AUTHOR_PATH.search(lower) is None:
        return None
    return "link-strong" if rules.STRONG_AUTHOR_PATH.search(lower) else "link"


def _in_person(element: etree._Element) -> bool:
    """Return whether an element stands in the item of an author."""
    for number, parent in enumerate(element.iterancestors()):
        if number > 3:
            return False
        if parent.get("itemscope") is not None:
            return parent.get("itemprop") in ("author", "creator")
    return False
