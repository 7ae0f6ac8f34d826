"""Knows lines of links that sell, or lead back: by how they are drawn, or by what they say."""

import re

from lxml import etree

from scraper.parsers.rules.boilerplate import BUTTON_LIMIT, BUTTON_NAME, CALLS
from scraper.patterns import late
from scraper.text import HEADING_TAGS, TextBlock

_LONGEST_FIRST = sorted(CALLS, key=len, reverse=True)
_CALL = late(rf"\W*(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?!\w)", re.I)
_CALL_STARTS = frozenset(call[:2] for call in CALLS)
_SELLER = "bei amazon"
_WHAT_FOLLOWS = (
    *("the ", "now", "here", "it ", "at ", "on ", "chez ", "sur ", "auf ", "bei ", "en ", "su "),
    *("kaufen", "ansehen", "bestellen", "prüfen", "ahora", "ora", "maintenant"),
)
"""Words in small letters behind a single verb that sells."""
_CALL_LIMIT = 80
_WAY_OUT_LIMIT = 25
"""Longer links below a text may be what it is about; of 47 shorter ones 43 were not."""
_MOSTLY_LINK = 0.8
_ITEMS = frozenset("li dt dd td".split())


def is_button(block: TextBlock) -> bool:
    """Return whether a block is nothing but links that are drawn as buttons, or read so.

    In lists the same words may be what the list is about ("Buy or lease").
    """
    length = len(block.text)
    if (
        length > _CALL_LIMIT
        or block.tag in HEADING_TAGS
        or block.link_chars < _MOSTLY_LINK * length
    ):
        return False
    if block.tag not in _ITEMS and is_call(block.text):
        return True
    links = [mark.element for mark in block.raw_marks if mark.element.tag == "a"]
    return length <= BUTTON_LIMIT and bool(links) and all(map(_is_drawn, links))


def is_call(text: str) -> bool:
    """Return whether a link's words sell, or lead to the page's top."""
    # Signs may stand before them; of other lines the first letters tell most.
    may_call = not text[:1].isalnum() or text[:2].lower() in _CALL_STARTS
    match = _CALL.match(text) if may_call else None
    return match is not None and _goes_on(match.group(), text[match.end() :].lstrip())


def _goes_on(call: str, rest: str) -> bool:
    """Return whether what follows a call's first words may be what it sells, or where.

    A single verb begins sentences, too ("Shop owners protest"): it sells what has a capital.
    """
    words = [word for word in call.casefold().split() if word[-1:].isalnum()]
    if len(words) > 1 and " ".join(words) != _SELLER:
        return True
    return not rest[:1].islower() or rest.startswith(_WHAT_FOLLOWS)


def _is_drawn(link: etree._Element) -> bool:
    return BUTTON_NAME.search(link.get("class", "")) is not None


def is_way_out(block: TextBlock) -> bool:
    """Return whether a block is a short link and nothing else: "Back", "Home", a place."""
    length = len(block.text)
    return length <= _WAY_OUT_LIMIT and block.link_chars >= _MOSTLY_LINK * length > 0
