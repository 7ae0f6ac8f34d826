"""Asks a tree of lxml for what parsers want of many elements at once.

Two of the functions run in libxml2, as XPath; their compiled twins (``tree_c.pyx``) read its nodes,
which takes a tenth of the time: no set of nodes is made and sorted, and nothing is translated.
"""

from collections.abc import Callable
from typing import cast

from lxml import etree

MOST_FOUND = 4000
_STRING = etree.XPath("string()")


def string_of(element: etree._Element) -> str:
    """Return all text below an element as it stands."""
    return str(_STRING(element))


def links_to(links: list[etree._Element], held: str, longest: int) -> list[etree._Element]:
    """Return those of some links that may lead to some address.

    Args:
        links: Elements ``a``.
        held: What the address holds, not empty.
        longest: Addresses are taken, too, whose path has at most so many bytes in UTF-8 (what
            stands before "?", without slashes at its end), but for empty ones.
    """
    found = []
    for link in links:
        href = link.get("href")
        if href and (held in href or len(href.partition("?")[0].rstrip("/").encode()) <= longest):
            found.append(link)
    return found


def having(**values: str | tuple[str, ...]) -> Callable[[etree._Element], list[etree._Element]]:
    """Return a search for the elements that have one of some attributes, in document order.

    Args:
        values: For each attribute (``aria_label`` for ``aria-label``) a text that its value must
            hold, or several, one of which it must hold; empty for any value.

    Returns:
        A function that looks at an element and all below it.

    From an element to its attributes and back libxml2 goes three times as fast as it asks every
    element whether it has one. It looks for each one found among those before it, so that only
    the first few thousand of an attribute are taken: no article has more.
    """
    steps = [
        f"(descendant-or-self::*/@{name.replace('_', '-')}{_condition(held)})"
        f"[position() <= {MOST_FOUND}]/.."
        for name, held in values.items()
    ]
    return cast(Callable[[etree._Element], list[etree._Element]], etree.XPath(" | ".join(steps)))


def _condition(held: str | tuple[str, ...]) -> str:
    """Return the predicate for what a value must hold."""
    words = (held,) if isinstance(held, str) else held
    tests = [f"contains(., '{word}')" for word in words if word]
    return f"[{' or '.join(tests)}]" if tests else ""
