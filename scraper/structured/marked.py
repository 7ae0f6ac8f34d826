"""Reads items that a page marks up in its text: microdata and RDFa.

Source: WHATWG HTML, 5 "Microdata"; RDFa Lite 1.1. ``itemref`` is not followed.
"""

from typing import TypeAlias

from lxml import etree

from scraper.census import SYNTAXES
from scraper.structured.item import Item, bare_type, clean
from scraper.text import inner_text

TYPE_NAMES = {"microdata": "itemtype", "rdfa": "typeof"}
"""For each syntax the attribute that gives an item's type."""
_URL_PROPERTIES = frozenset({"url", "sameAs", "mainEntityOfPage", "schema:url"})
"""Properties whose value is where a link leads, as the standard says; of others it is the text."""
_TEXT_LIMIT_CHARS = 100_000
_Values: TypeAlias = dict[str, list[str | Item]]


def read_items(marked: list[etree._Element], syntax: str) -> list[Item]:
    """Return the items of one syntax in document order.

    A property belongs to the nearest item around its element.

    Args:
        marked: Elements that begin an item or are a property's value, in document order.
        syntax: ``microdata`` or ``rdfa``.
    """
    scope_name, property_name = SYNTAXES[syntax]
    type_name = TYPE_NAMES[syntax]
    if not any(element.get(scope_name) is not None for element in marked):
        return []
    tree = marked[0].getroottree()
    found: list[Item] = []
    inside: dict[etree._Element, _Values | None] = {}
    for element in marked:
        outer = _values_around(element, inside)
        names = (element.get(property_name) or "").split()
        value: str | Item | None = None
        if element.get(scope_name) is not None:
            types = tuple(map(bare_type, (element.get(type_name) or "").split()))
            values = inside[element] = {}
            top = not names or outer is None
            value = Item(types, values, tree.getpath(element), syntax, top)
            found.append(value)
        elif outer is not None and names:
            value = _value_of(element, names)
        if outer is not None and value is not None:
            for name in names:
                outer.setdefault(name.rsplit(":", 1)[-1], []).append(value)
    return found


def _values_around(
    element: etree._Element, inside: dict[etree._Element, _Values | None]
) -> _Values | None:
    """Return the values of the item around an element, None outside of all.

    ``inside`` says what is known of elements: to which values all that they hold belongs. What is
    found is noted there, so that no element's ancestors are climbed twice.
    """
    found: _Values | None = None
    climbed = []
    for parent in element.iterancestors():
        if parent in inside:
            found = inside[parent]
            break
        climbed.append(parent)
    inside.update(dict.fromkeys(climbed, found))
    return found


def _value_of(element: etree._Element, names: list[str]) -> str:
    """Return the value of the element of a property with these names.

    Source: WHATWG HTML, 5.2.4 "Values".
    """
    href = element.get("href")
    if href is not None and not _URL_PROPERTIES.isdisjoint(names):
        return href.strip()
    for name in ("content", "datetime"):
        stated = element.get(name)
        if stated is not None:
            return clean(stated)
    if element.tag in ("img", "audio", "video", "source", "iframe", "embed", "track"):
        return (element.get("src") or "").strip()
    text = clean(inner_text(element)[:_TEXT_LIMIT_CHARS])
    if not text and element.tag in ("a", "area", "link"):
        return (href or "").strip()
    return text
