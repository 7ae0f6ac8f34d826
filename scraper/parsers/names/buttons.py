"""Tells the words of a button from the name that it is about: "More from Jane Doe", "Follow"."""

import re

from scraper.parsers.names.looks import looks_like_person

_MORE = re.compile(
    r"(?:(?:see|read) )?more (?:(?:stories|articles|posts) )?(?:by|from)\s+|"
    r"mehr (?:artikel )?von\s+|plus (?:d['’]articles )?de\s+|más (?:artículos )?de\s+|"
    r"mais (?:artigos )?de\s+|meer (?:artikelen )?van\s+|altri articoli di\s+",
    re.I,
)
_BEHIND = re.compile(
    r"\s+(?:Follow(?: Author)?|Folgen|Suivre|Seguir|View Bio|Bio|Contact|E-?[Mm]ail|Share|Website)$"
)
_KNOWN = 0.85
"""Likelihood of a full name with a frequent given name; sections are offered so, too."""


def cut_lead(text: str) -> str:
    """Return a full name without the words before it that lead to more of the writer's texts."""
    match = _MORE.match(text)
    if match is None or looks_like_person(text[match.end() :]) < _KNOWN:
        return text
    return text[match.end() :]


def cut_button(text: str) -> str:
    """Return a name without the button behind it."""
    return _BEHIND.sub("", text)
