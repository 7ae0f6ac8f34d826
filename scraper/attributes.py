"""Reads all attributes of an element: hundreds of elements a page are asked for theirs."""

from typing import cast

from lxml import etree

from scraper.native import twin


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return an element's attributes by name, ``{namespace}name`` where they have one.

    ``attributes_c.pyx`` has the same for a compiler.
    """
    return dict(cast("list[tuple[str, str]]", element.items()))


read_attributes = twin(attributes_of)
