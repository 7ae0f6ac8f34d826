"""Finds the elements that are looked for on every page, in one walk over all of them.

A search for a tag or an attribute touches every element of a page, and its memory is what takes
the time. ``census_c.pyx`` finds all that several searches find in one walk.
"""

from dataclasses import dataclass

from lxml import etree

from scraper.native import twin
from scraper.tree import having

TAGS = ("a", "abbr", "article", "base", "h1", "link", "meta", "script", "time", "title")
SYNTAXES = {"microdata": ("itemscope", "itemprop"), "rdfa": ("typeof", "property")}
"""For each syntax of structured data the attributes that begin an item and that name a property."""

TRAIL_CLASS_WORDS = ("rumb", "ootline", "ariane", "rotkrum")
"""Parts of the classes of a trail of links (breadcrumb, rootline, fil d'Ariane, Brotkrumen),
without first letters, which come in either case. Each word costs a search through the page's
classes: rarer ones are left out."""
NAMED: dict[str, dict[str, tuple[str, ...]]] = {
    "trail": {"aria-label": ("rumb",), "id": ("rumb",), "class": TRAIL_CLASS_WORDS},
    "category": {"rel": ("category",)},
    "tag": {"rel": ("tag",), "class": ("tag",)},
}
"""What says of an element that it is a trail of links, or leads to a category or a tag: one of some
attributes holds one of some texts."""

_NAMED = {
    name: having(**{attribute.replace("-", "_"): words for attribute, words in held.items()})
    for name, held in NAMED.items()
}
_MARKED = {
    syntax: having(**dict.fromkeys(attributes, "")) for syntax, attributes in SYNTAXES.items()
}


@dataclass(frozen=True, slots=True)
class Census:
    """What a page has of the elements that are looked for, in document order."""

    tags: dict[str, list[etree._Element]]
    """For each of ``TAGS`` the elements of the page, the root among them."""
    marked: dict[str, list[etree._Element]]
    """For each of ``SYNTAXES`` the elements that have one of its attributes, but no more than the
    first few thousand that have the same."""
    named: dict[str, list[etree._Element]]
    """For each of ``NAMED`` the elements that are named so, as many for each attribute."""


_Elements = dict[str, list[etree._Element]]


def count(root: etree._Element) -> tuple[_Elements, _Elements, _Elements]:
    """Return the fields of the census of a page.

    ``census_c.pyx`` has the same for a compiler.
    """
    return (
        {tag: list(root.iter(tag)) for tag in TAGS},
        {syntax: find(root) for syntax, find in _MARKED.items()},
        {name: find(root) for name, find in _NAMED.items()},
    )


_count = twin(count)


def take_census(root: etree._Element) -> Census:
    """Return the census of a page."""
    return Census(*_count(root))
