"""Finds the lines at the body's beginning that show what has a field of its own.

The headline and the dek stand in ``title`` and ``subtitle``; a reader of the body does not want
them again.
"""

import re

from scraper.parsers.body_text import Body
from scraper.parsers.found import Found

_WORD = re.compile(r"\w+")
_LEADING = 3
"""Blocks of the body, from its first, that are looked at."""
_OPENING = 40
"""Characters of a block that are compared before all of it."""
_BELOW_HEADLINE = 80
"""Characters below the headline in its own block that are no text yet: a date, a name."""
_KICKER = 40
"""Characters above the headline in its own block: a place, a section."""
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_MARKED_DEK = 0.8
"""Confidence of a dek that is found by its class."""


def headline_blocks(body: Body, title: Found[str] | None) -> set[int]:
    """Return the indexes of leading blocks that display the headline, which has its own field."""
    if title is None:
        return set()
    words = _WORD.findall(title.value.casefold())
    leading = body.sources[:_LEADING]
    return {s.index for s in leading if _displays(s.text, words)}


def _displays(text: str, headline: list[str]) -> bool:
    """Return whether a block displays the headline, with at most a date and a name below it.

    A kicker may stand above it.
    """
    first, _, below = text.partition("\n")
    if below and len(first) <= _KICKER and _WORD.findall(below.casefold()) == headline:
        return True
    # The last word may be cut; most blocks begin with another one than the headline.
    opening = _WORD.findall(first[:_OPENING].casefold())[:-1]
    if opening != headline[: len(opening)]:
        return False
    if _WORD.findall(text.casefold()) == headline:
        return True
    is_text = len(below) > _BELOW_HEADLINE or below.endswith(_STOPS)
    return not is_text and _WORD.findall(first.casefold()) == headline


def dek_blocks(body: Body, subtitle: Found[str] | None) -> set[int]:
    """Return the indexes of leading blocks that are the dek, where the page's markup says so.

    Sites that have a dek keep it apart from the text; a heading that could be one stays.
    """
    if subtitle is None or subtitle.evidence.confidence < _MARKED_DEK:
        return set()
    leading = body.sources[:_LEADING]
    return {s.index for s in leading if s.text.replace("\n", " ") == subtitle.value}
