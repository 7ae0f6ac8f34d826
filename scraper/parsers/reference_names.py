"""Splits the printed authors or editors of a reference into names.

Every common order is read: ``Fenge, L.`` and ``Fenge LA`` (family first), ``L. Fenge`` and
``Lea Fenge`` (given first), the first turned and the others not (MLA), several parted by commas,
semicolons, slashes or a word for *and*. What has the words of an organisation stays whole.
"""

import re
from collections.abc import Sequence

from schemas import Name
from scraper.parsers.rules import references as rules
from scraper.parsers.rules.conjunctions import AND_PATTERN
from scraper.parsers.rules.given_names import given_names
from scraper.patterns import late

_MOST_NAMES = 200
_MAX_CHARS = 3000
_MOST_FAMILY_WORDS = 3
_LONGEST_INITIALS = 2

_ET_AL = late(
    r"[\s,;]*(?<!\w)(?:et\.?\s?al(?:\.|ii)?|and\s(?:others|colleagues)|u\.\s?a\.|et\scoll\.?|y\scols?\.?|m\.\s?fl\.?)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
_NOISE = late(
    r"\((?:eds?|hrsg|hg|dir|coord|org|trans|comps?)\.?\)|\b(?:eds?|hrsg|hg|dirs?|coords?)\.(?!\w)"
    r"|\b(?:edited|herausgegeben)\s(?:by|von)\b|^\s*(?:by|von|par|por)\s(?![\w’'-]+,)",
    re.IGNORECASE,
)
_OPENING_EDITORS = late(
    r"(?P<names>[^()\[\]“”„«»\"\d:]{3,200}?),?\s"
    r"\((?:eds?|hgg?|hrsg|éds?|dirs?|coords?|red|a cura di)\.?\)",
    re.IGNORECASE,
)
_SPLIT_AND = late(
    rf"\s*,?\s+(?:{AND_PATTERN}|AND|a(?=\s[^\W\d_a-z][^\W\d_]))\s+(?=[^\W\d_])|\s*,?\s*&\s*"
)
_SPLIT_STRONG = late(
    r"\s*[;•]\s*|\s*(?<=[^\W\d_]|[.])/(?=[^\W\d_])\s*|\s+/\s+|(?<=\.)\s–\s(?=[^\W\d_a-z])"
)
_INITIALS = late(r"(?:[^\W\d_]{1,2}\.[\s‐-]?|[^\W\d_](?:[\s‐-]|$)){1,6}")
_CAPITALS = late(r"[^\W\d_a-zß-ÿ](?:[-‐]?[^\W\d_a-zß-ÿ]){0,3}")
_ORGANISATION = rules.INSTITUTION_WORDS | frozenset(
    "of for the für pour on gmbh inc network gallery research".split()
)
_PERSON_SUFFIX = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md"))
_MARKS = " ,;:.\"“”„«»*†‡§’'"


def opening_editors(text: str) -> list[Name]:
    """Return the names that open a reference if a bracket calls them its editors, else none.

    ``Weiß, Otto (Hg.): Mühlen`` and ``Ruiz, M., & Weiss, O. (Eds.). (2020)`` have no author.
    """
    match = _OPENING_EDITORS.match(text)
    return split_names(match.group("names")) if match is not None else []


def split_names(text: str) -> list[Name]:
    """Return the names of a printed list, in order, without *et al.* and role words.

    Args:
        text: What the reference prints for its authors or editors; only the first 3,000
            characters are read.

    Returns:
        Names with ``family`` (particles included) and ``given`` as printed where the order is
        clear, else with ``literal``; no empty names, 200 at most.
    """
    text = _NOISE.sub(" ", _ET_AL.sub("", text[:_MAX_CHARS]))
    text = " ".join(text.split()).strip(_MARKS.replace(".", ""))
    if not any(character.isalpha() for character in text):
        return []
    names: list[Name] = []
    for block in _SPLIT_STRONG.split(text):
        names += _split_block(block)
    return names[:_MOST_NAMES]


def _split_block(block: str) -> list[Name]:
    if _is_organisation(block):
        return [Name(literal=block.strip(_MARKS))]
    names: list[Name] = []
    for group in _SPLIT_AND.split(block):
        parts = [part.strip(' ;:"“”„«»*†‡§') for part in group.split(",")]
        names += _pair(_join_suffixes([part for part in parts if part.strip(_MARKS)]))
    return names


def _is_organisation(block: str) -> bool:
    words = [word.strip(_MARKS).casefold() for word in block.split()]
    if any(is_initials(part) for part in block.split(",")[1:2]):
        return False
    return len(words) > 1 and not _ORGANISATION.isdisjoint(words)


def is_initials(part: str) -> bool:
    """Return whether a text is only initials: ``L. A.``, ``LA``, ``J.-P.``."""
    part = part.strip(" ,;")
    if not part or not part[0].isupper():
        return False
    return bool(
        _INITIALS.fullmatch(part + ("" if part.endswith(".") else " "))
        or _CAPITALS.fullmatch(part.rstrip("."))
    )


def _join_suffixes(parts: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for part in parts:
        if joined and part.strip(" .").casefold() in _PERSON_SUFFIX:
            joined[-1] = f"{joined[-1]} {part.strip()}"
        else:
            joined.append(part)
    return joined


def _pair(parts: Sequence[str]) -> list[Name]:
    """Join ``family, given`` parts that belong together."""
    names = []
    place = 0
    if _alternate(parts):
        return [
            Name(family=family.strip(_MARKS), given=given.strip(" ,;"))
            for family, given in zip(parts[::2], parts[1::2], strict=True)
        ]
    while place < len(parts):
        part = parts[place]
        following = parts[place + 1] if place + 1 < len(parts) else None
        if following is not None and _is_family(part) and _is_given(part, following):
            names.append(Name(family=part.strip(_MARKS), given=following.strip(" ,;")))
            place += 2
        else:
            names += _single(part)
            place += 1
    return names


def _alternate(parts: Sequence[str]) -> bool:
    """Return whether every second part is a given name: families before it may have two words."""
    if len(parts) % 2 or not any(len(part.split()) > 1 for part in parts[::2]):
        return False
    known = given_names()

    def given(part: str) -> bool:
        return all(w.casefold() in known or _is_initial(w) for w in part.split())

    def family(part: str) -> bool:
        words = part.split()
        # "OKAFOR Lena" is a whole name.
        bare = not 0 < _capital_run(words) < len(words)
        bare = bare and not _is_initial(words[0]) and not _is_initial(words[-1])
        named = [word for word in words if word.casefold() not in rules.PARTICLES]
        return bare and len(named) <= _MOST_FAMILY_WORDS and not given(part)

    return all(map(family, parts[::2])) and all(map(given, parts[1::2]))


def _is_initial(word: str) -> bool:
    """Return whether a word is initials for certain; family names are in capitals, too."""
    return is_initials(word) and ("." in word or len(word) <= _LONGEST_INITIALS)


def _is_family(part: str) -> bool:
    """Return whether a part before a comma can be a family name alone."""
    words = part.split()
    return not any(is_initials(word) and len(words) > 1 for word in words[-1:] + words[:1])


def _is_given(part: str, following: str) -> bool:
    if is_initials(following):
        return True
    words = [word for word in part.split() if word.casefold() not in rules.PARTICLES]
    if len(words) > 1 and not part.isupper():
        return False
    after = following.split()
    if len(after) == 1 and len(following) > 3 and following.isupper() and part.isupper():
        return False  # "ANQUETIN, FREYERMUTH": two families
    return is_initials(after[-1]) or len(after) <= 2 or after[0].casefold() in rules.GIVEN_NAMES


def _single(part: str) -> list[Name]:
    words = part.strip(_MARKS.replace(".", "")).split()
    words = [word for word in words if word.strip(_MARKS)]
    if not words:
        return []
    if len(words) == 1 or is_initials(part):
        return [Name(literal=words[0].strip(_MARKS) or words[0])] if len(part) > 2 else []
    suffix = words[-1].strip(".").casefold()
    tail = [words.pop()] if suffix in _PERSON_SUFFIX and len(words) > 2 else []
    cut, family_first = _boundary(words)
    front, back = words[:cut], words[cut:]
    family, given = (front, back) if family_first else (back, front)
    return [Name(family=" ".join(family).strip(_MARKS), given=" ".join([*given, *tail]) or None)]


def _boundary(words: Sequence[str]) -> tuple[int, bool]:
    """Return where family and given names part, and whether the family stands first."""
    count = len(words)
    start = count
    while start > 1 and is_initials(words[start - 1]):
        start -= 1
    if start < count:
        return start, True
    if _capital_run(words) and not words[-1].isupper():
        return _capital_run(words), True
    last_given = words[-1].strip(_MARKS).casefold() in rules.GIVEN_NAMES
    if (
        count == 2
        and last_given
        and words[0].casefold() not in rules.GIVEN_NAMES
        and not is_initials(words[0])
    ):
        return 1, True
    cut = count - 1
    while (
        cut > 1 and words[cut - 1].casefold() in rules.PARTICLES and not is_initials(words[cut - 1])
    ):
        cut -= 1
    return cut, False


def _capital_run(words: Sequence[str]) -> int:
    """Return how many words at the start are in capitals (family names of French lists)."""
    count = 0
    long = False
    for word in words:
        small = word.casefold() in rules.PARTICLES
        if not word.isupper() or "." in word or (len(word) < 3 and not small):
            break
        long = long or not small
        count += 1
    return count if long else 0
