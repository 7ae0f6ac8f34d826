"""Tells what papers print behind a name from the names: its place, and the section of the article.

"Jane Doe, Lisbon" and "Jane Doe in Culture, Travel" name one person each. A section or a place
follows its preposition, and what only a comma parts from it goes on with the list.
"""

import re

from scraper.parsers.names.looks import is_given_name, is_role, looks_like_person

_FOR = re.compile(
    r"\s+(?:for|para|pour|für|per|voor|till|för)\s+(?:the\s+)?[A-ZÀ-Þ].*$|"
    r"(?<=\w),?\s+(?:in|aus|à)\s+[A-ZÀ-Þ][\w-]+(?:\s[A-Z][\w-]+)?$",
    re.I,
)
_FOR_WORDS = frozenset("for para pour für per voor till för in aus à".split())
_SECTION = re.compile(r"\s(?:in|IN|dans|DANS|en|EN|em|EM|în|в|В|на|НА)\s(?=[^\W\d_a-z])")
"""Words before a section or a place. Those that stand in surnames ("i", "da") are none."""
_SECTION_WORDS = frozenset("in dans en em în в на".split())
_A_NAME = 0.6
"""Likelihood from which on a text is taken for a full name."""
_PLACE = 0.3
"""Likelihood of a single word that is no frequent given name."""
_NO_NAME = 0.2
"""Likelihood under which a word is none: of an organisation, of a line beside a byline."""
_CASELESS, _HAN = "\u0590", "\u2e80"
"""The first letters of scripts without capitals, and of those without blanks."""
_SCANDINAVIAN_WORDS = frozenset(("i", "under"))
_MOST_WORDS = 4
"""Words of a section."""
_SINGLE_NAME = 0.5
"""Likelihood of a frequent given name that stands alone."""
_SCANDINAVIAN = re.compile(
    r"\s(?:i|under)\s(?:nyheter|nyheder|sport|kultur|ekonomi|økonomi|debatt|debat|opinion|ledare|"
    r"leder|krönika|nöje|livsstil|politik|politikk|resor|rejser|mat|musik|film|teknik|blogg|"
    r"allmänt|lokalt|utrikes|inrikes)\b.*$",
    re.I,
)
"""A section behind "i", which stands in surnames of other languages too, so that it is told by
its own word."""


def cut_place(text: str) -> str:
    """Return a name without the place or section behind it, and without whom it was written for."""
    words = text.lower().split()
    if not _FOR_WORDS.isdisjoint(words[1:-1]):
        # Both may stand behind a name: "Jane Doe in Springfield for The Lantern".
        text = _FOR.sub("", _FOR.sub("", text))
    if not _SCANDINAVIAN_WORDS.isdisjoint(words):
        text = _SCANDINAVIAN.sub("", text)
    match = None if _SECTION_WORDS.isdisjoint(words) else _SECTION.search(text)
    # Behind "in" a job may name the country of its office: only the short ones go, above.
    foreign = match is not None and match.group().strip().lower() != "in"
    return text[: match.start()] if match and foreign and _parts(text, match) else text


def _parts(text: str, match: re.Match[str]) -> bool:
    """Return whether a full name ends before a preposition, and a section stands behind it."""
    behind = text[match.end() :].split()
    # "en" is a Dutch word for *and*, too.
    if len(behind) > _MOST_WORDS or is_given_name(behind[0]):
        return False
    before = text[: match.start()]
    return " " in before and looks_like_person(before) >= _A_NAME


def without_places(parts: list[str]) -> list[str]:
    """Return what commas part without the sections and the place behind the only full name.

    Args:
        parts: The pieces of one line, each stripped; those that a word for *and* joins are in
            other lines.

    Returns:
        The parts without the single words behind one whose section is named ("Jane Doe in
        Culture, Travel"), and without the only word behind a full name ("Jane Doe, Lisbon").
        Frequent given names, jobs, employers, words in capitals and all with more than one word
        stay.
    """
    kept = without_sections(parts)
    if len(kept) == 2 and _may_be_place(kept[1]) and _is_full(kept[0]):
        return kept[:1]
    return kept


def names_section(piece: str) -> bool:
    """Return whether a piece of a line is a full name and its section, with more behind commas."""
    match = _SECTION.search(piece)
    if match is None:
        return False
    first, *others = piece.split(",")
    return match.end() < len(first) and _parts(first, match) and all(map(_may_be_section, others))


def _may_be_section(part: str) -> bool:
    """Return whether a part is a single word with a capital; given names are sections too."""
    part = part.strip()
    return part[:1].isupper() and part.isalpha() and looks_like_person(part) <= _SINGLE_NAME


def without_sections(pieces: list[str]) -> list[str]:
    """Return parts of a line without the single words behind a name with its section.

    "Jane Doe in Fashion, Life & Style" names one person.
    """
    if len(pieces) < 2:
        return pieces
    kept: list[str] = []
    section = False
    for piece in pieces:
        if section and _may_be_section(piece):
            continue
        section = names_section(piece)
        kept.append(piece)
    return kept


def _may_be_place(part: str) -> bool:
    """Return whether a part is a single word with a capital: no given name, no job or employer."""
    cased = part[:1].isupper() and not part.isupper()
    if _CASELESS <= part[:1] < _HAN and " " not in part:
        return looks_like_person(part) <= _PLACE and not is_role(part)
    if not (cased and part.replace("-", "").isalpha()):
        return False
    return _NO_NAME <= looks_like_person(part) <= _PLACE and not is_role(part)


def _is_full(part: str) -> bool:
    name = cut_place(part)
    least = _SINGLE_NAME if name[:1] >= _CASELESS else _A_NAME  # No capitals speak for it.
    return " " in name and looks_like_person(name) >= least
