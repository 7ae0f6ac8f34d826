"""Reads the names of authors in a citation: persons, organisations, "et al."."""

import re
from dataclasses import dataclass

from scraper.parsers.rules.citations import (
    ARABIC_ARTICLES,
    CONJUNCTION_PATTERN,
    ET_AL_PATTERN,
    NOT_AUTHORS,
    ORG_SMALL_WORDS,
    ORG_WORDS,
    PARTICLES,
    PLACE_NAMES,
    PUBLISHER_WORDS,
)
from scraper.parsers.rules.references import GIVEN_NAMES
from scraper.patterns import late

_LONGEST = 160
_MOST_WORDS = 9
_ET_AL = late(ET_AL_PATTERN, re.I)
_SEPARATOR = late(
    rf"\s*(?:[,;/、・]|\s{CONJUNCTION_PATTERN}\s|&|(?<=[一-鿿])[和与與](?=[一-鿿])"
    r"|(?<=[가-힣])(?:·|[와과]\s)(?=[가-힣])|(?<=[^\W\d_])–(?=[^\W\d_]))"
    rf"\s*(?:{CONJUNCTION_PATTERN}\s+)?"
)
_INITIALS = late(r"(?:[^\W\d_]\.?-?){1,3}\.|[A-Z]{1,2}\.?")
_WORD = late(r"[^\W\d_](?:[^\W_]|['’.&-])*")
_SUFFIX = late(r"(?:Jr|Sr|II|III|IV)\.?")
_POSSESSIVE = late(r"['’]s?$")
_SHORT_FORM = late(r"\s*\[[^\[\]]{2,14}\]")
_EDITORS = late(r"\s*[(\[]?\b(?:eds?|Hrsg|Hg|dir|coord|red)\b\.?[)\]]?$")


@dataclass(frozen=True, slots=True)
class Authors:
    """The names of one cited work and what their form says."""

    names: tuple[str, ...]
    et_al: bool = False
    initial: str = ""
    """First letter of a given name before the first one (``P. Smith``)."""
    organisation: bool = False
    publisher: bool = False
    place: bool = False

    @property
    def several(self) -> bool:
        """Whether more than one author is named, or meant."""
        return self.et_al or len(self.names) > 1


def parse_authors(text: str) -> Authors | None:
    """Return the names that a text consists of, or None if it is anything else.

    Surnames come without initials and given names, organisations in full.
    """
    text = _SHORT_FORM.sub("", text.strip(" ,;:()[–—-"))
    text = _EDITORS.sub("", text).strip(" ,;[]()")
    text = _POSSESSIVE.sub("", text)
    if not text or len(text) > _LONGEST:
        return None
    match = next(reversed(list(_ET_AL.finditer(text))), None)
    et_al = match is not None and not text[match.end() :].strip(" .,'’s")
    if match is not None and et_al:
        text = text[: match.start()]
    text = text.strip(" ,;.")
    text, sign, imprint = text.partition(":")
    text = text.strip()
    words = text.split()
    if not words or len(words) > 22 or (_is_no_name(words) and not _is_office(words)):
        return None
    # "Leeds: Saltmarsh House, 1998" is a place and a publisher.
    printed = bool(sign) and _is_capitalised(imprint.split()) and imprint[:1] == " "
    if _is_whole_organisation(text, words) or _is_office(words):
        publisher = printed or _is_publisher(words)
        return Authors((text,), et_al, organisation=True, publisher=publisher)
    names = _names(text)
    if not names:
        return None
    lowered = {word.strip(".,").casefold() for word in words}
    places = [_is_place(name) for name in names]
    return Authors(
        tuple(names),
        et_al,
        text[0] if text[1:2] == "." else "",
        organisation=len(names) == 1 and _is_organisation(names[0]),
        publisher=printed or not lowered.isdisjoint(PUBLISHER_WORDS),
        place=any(places),
    )


_NO_OFFICES = frozenset("microsoft ms open libre star box ticket head back front my".split())


def _is_no_name(words: list[str]) -> bool:
    first = words[0].strip(".,:'’").casefold()
    last = words[-1].strip(".,:'’").casefold()
    if last == "office" and len(words) > 1:
        # The Home Office writes reports; the one of Microsoft is a product, the box office a sum.
        return first in NOT_AUTHORS or first in _NO_OFFICES
    return first in NOT_AUTHORS or last in NOT_AUTHORS


def _is_office(words: list[str]) -> bool:
    """Return whether words name an office by what it is for (``Office des statistiques``).

    Languages that write such names in small letters join them with a preposition.
    """
    if len(words) < 3 or len(words) > _MOST_WORDS or not words[0][0].isupper():
        return False
    if words[0].casefold() not in ORG_WORDS or not all(map(_is_plain, words)):
        return False
    if _is_capitalised(words):
        return not ORG_SMALL_WORDS.isdisjoint(words[1:-1])
    return not _OF.isdisjoint(word.casefold() for word in words[1:-1])


def _is_plain(word: str) -> bool:
    return word.replace("-", "").replace("’", "").replace("'", "").isalpha()


_OF = frozenset("de des du del della dello delle dei degli da do dos das".split())


def _is_whole_organisation(text: str, words: list[str]) -> bool:
    """Return whether a conjunction in a name is part of it (``Department of Health and …``)."""
    if len(words) < 3 or "," in text or "/" in text or ";" in text:
        return False
    inner = {word.casefold() for word in words}
    if inner.isdisjoint({"and", "und", "et", "y", "&", "e", "of", "for", "in", "für", "de"}):
        return False
    return not inner.isdisjoint(ORG_WORDS) and _is_capitalised(words)


def _is_capitalised(words: list[str]) -> bool:
    return all(word[0].isupper() or word.casefold() in ORG_SMALL_WORDS for word in words)


def _is_publisher(words: list[str]) -> bool:
    return not PUBLISHER_WORDS.isdisjoint(word.strip(".,").casefold() for word in words)


def _is_place(name: str) -> bool:
    return name.casefold().replace(" ", "-") in PLACE_NAMES


def _is_organisation(name: str) -> bool:
    words = name.split()
    if name.isupper() and len(name) > 1:
        return True
    return not ORG_WORDS.isdisjoint(word.casefold() for word in words) or len(words) > 3


def _names(text: str) -> list[str]:
    """Return the surnames of a list of names; nothing if a part is no name."""
    names: list[str] = []
    for piece in _SEPARATOR.split(f" {text} "):
        part = piece.strip()
        part = part if _INITIALS.fullmatch(part) else part.strip(" .")
        if not part or _SUFFIX.fullmatch(part):
            continue
        if names and all(_INITIALS.fullmatch(word) for word in part.split()):
            continue
        name = surname_of(part)
        if name is None:
            return []
        names.append(name)
    return names if len(names) <= 12 else []


def surname_of(part: str) -> str | None:
    """Return the surname in one name, or the whole of an organisation's; None for no name."""
    words = _without_initials(part.split())
    if not words or len(words) > _MOST_WORDS or not all(map(_may_be_word, words)):
        return None
    if words[0][:1].isdecimal() or words[0].casefold().strip(".") in NOT_AUTHORS:
        return None
    capitals = [not word[0].islower() or _is_elided(word) for word in words]
    for place, word in enumerate(words):
        small = 0 < place < len(words) - 1 and word.casefold().strip(".,") in ORG_SMALL_WORDS
        if not (capitals[place] or small or _is_particle(word)):
            return None
    return _without_given(words) if any(capitals) else None


def _without_initials(words: list[str]) -> list[str]:
    """Return the words of a name without the initials before or behind it."""
    while len(words) > 1 and words[0].endswith(".") and _INITIALS.fullmatch(words[0]):
        words = words[1:]
    while len(words) > 1 and words[-1].endswith(".") and _INITIALS.fullmatch(words[-1]):
        words = words[:-1]
    return words


def _may_be_word(word: str) -> bool:
    return word[:1].isdecimal() or _WORD.fullmatch(word.strip('()“”"')) is not None


def _is_particle(word: str) -> bool:
    return word.casefold() in PARTICLES or word.casefold()[:2] in ("d'", "d’", "l'", "l’")


def _is_elided(word: str) -> bool:
    """Return whether a word is a name behind its particle (``d’Aubigny``, ``al-Khatib``)."""
    particle, hyphen, _ = word.partition("-")
    length = len(particle) if hyphen and particle in ARABIC_ARTICLES else 1
    return word[length : length + 1] in ("'", "’", "-") and word[length + 1 : length + 2].isupper()


def _without_given(words: list[str]) -> str:
    if len(words) in (2, 3) and words[0].casefold().strip(".") in GIVEN_NAMES:
        rest = words[1:]
        while len(rest) > 1 and _INITIALS.fullmatch(rest[0]):
            rest = rest[1:]
        return " ".join(rest)
    return " ".join(words)
