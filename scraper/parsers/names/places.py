"""Tells what papers print behind a name from the name: its place, the section of the article.

"Jane Doe, Lisbon", "Jane Doe in Culture" and "Jane Doe dans Culture" name one person each.
"""

import re

from scraper.parsers.names.looks import is_role, looks_like_person

_FOR = re.compile(
    r"\s+(?:for|para|pour|für|per|voor|till|för)\s+(?:the\s+)?[A-ZÀ-Þ].*$|"
    r"(?<=\w),?\s+(?:in|aus|à|dans|em|în)\s+[A-ZÀ-Þ][\w-]+(?:\s[A-Z][\w-]+)?$",
    re.I,
)
_FOR_WORDS = frozenset("for para pour für per voor till för in aus à dans em în".split())
_A_NAME = 0.6
"""Likelihood from which on a text is taken for a full name."""
_PLACE = 0.3
"""Likelihood of a single word that is no frequent given name."""
_NO_NAME = 0.2
"""Likelihood under which a word is none: of an organisation, of a line beside a byline."""


def cut_place(text: str) -> str:
    """Return a name without the place or section behind it, and without whom it was written for."""
    words = text.lower().split()
    if not _FOR_WORDS.isdisjoint(words[1:-1]):
        # Both may stand behind a name: "Jane Doe in Springfield for The Lantern".
        text = _FOR.sub("", _FOR.sub("", text))
    return text


def without_places(parts: list[str]) -> list[str]:
    """Return what commas part without the place behind the only full name.

    Args:
        parts: The pieces of one line, each stripped; those that a word for *and* joins are in
            other lines.

    Returns:
        The parts without the only word behind a full name ("Jane Doe, Lisbon").
        Frequent given names, jobs, employers, words in capitals and all with more than one word
        stay.
    """
    if len(parts) == 2 and _may_be_place(parts[1]) and _is_full(parts[0]):
        return parts[:1]
    return parts


def _may_be_place(part: str) -> bool:
    """Return whether a part is a single word with a capital: no given name, no job or employer."""
    cased = part[:1].isupper() and not part.isupper()
    if not (cased and part.replace("-", "").isalpha()):
        return False
    return _NO_NAME <= looks_like_person(part) <= _PLACE and not is_role(part)


def _is_full(part: str) -> bool:
    name = cut_place(part)
    return " " in name and looks_like_person(name) >= _A_NAME
