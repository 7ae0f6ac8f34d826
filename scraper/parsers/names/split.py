"""Splits printed lines into names, each freed of what is no part of it."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from scraper.parsers.names.buttons import cut_button, cut_lead
from scraper.parsers.names.jobs import cut_role
from scraper.parsers.names.looks import (
    ASIAN_TAIL,
    DOTS,
    INITIAL,
    LONGEST_NAME,
    MOST_WORDS,
    is_agency,
    is_credential,
    is_credential_word,
    is_given_name,
    is_role,
    looks_like_organization,
    looks_like_person,
)
from scraper.parsers.names.places import cut_place, without_places, without_sections
from scraper.parsers.names.plain import is_plain, part_photographers, without_leading_job
from scraper.parsers.names.tails import EDGE, cut_tail
from scraper.parsers.rules import names as rules
from scraper.remembering import remembered

Kind = Literal["person", "organization"]

_MOST_CHARS = 400
_MOST_NAMES = 60
_SPLIT_STRONG = re.compile(
    r"(?<=[^\W\d_]{3})/(?=[A-Z][A-Z-]{1,5}$)|\s+/\s+|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3,}\s)|\s*(?:[;•●∙|\n\t＆]|、|・(?=.*、)|，)\s*|\s+[·+]\s+"
)
_SIGNS = frozenset("/;•●∙|\n\t＆、・，·+")
"""One of which stands wherever ``_SPLIT_STRONG`` parts a line."""
_AND = re.compile(rf"\s*(?:,\s*)?(?:\s(?:{rules.JOINERS})\s+|\s*&\s*|\s\+\s)(?=\S)", re.I)
_AND_PREFIXED = re.compile(r"\s[ו\u0648](\w{2,})(?=\s)")
_SOFT_AND = re.compile(rf"\s+(?:{rules.SOFT_JOINERS})\s+", re.I)
_JOINING = frozenset(rules.JOINERS.replace("|", " ").split())
_SOFT_JOINING = frozenset(rules.SOFT_JOINERS.split("|"))
"""Words of those that join names."""
_ASIDE = re.compile(
    r"\s*[(<\[](?:https?:|www\.|mailto:|@|\S+@)[^)>\]]*[)>\]]|\s*(?:https?://|mailto:)\S*", re.I
)
_WITH_IN_BRACKETS = re.compile(r"\s*\((?:avec|with|mit|con|met|med)\s+([^)]*)\)", re.I)
_PARTED_BRACKETS = re.compile(r"\s\(([^(),]+),\s?([^(),]+)\)")
"""A comma in brackets, which parts no names: "Jane Doe (Lisbon, correspondent)"."""
_SLASHED_PLACE = re.compile(r"(?<=[^\W\d_]{2})\s?/\s?([A-ZÀ-ÞĞİŞ]{4,15})$")
"""A place in capitals, or what somebody is, behind a slash: "Jane Doe/LISBON"."""
_HANDLE = re.compile(r"\s+\(@?\w+\)$|\s+@\w+$|\s+\(?(?:\S+@|[a-z\d._+-]+\sat\s)\S+\.\w+\)?$")
_LOGIN = re.compile(r"[a-z]{2,}[._][a-z]{2,}")
_KNOWN = 0.85
"""Likelihood of a full name with a frequent given name: "Jane Doe — São Paulo" is one name."""
_A_NAME = 0.6
"""Likelihood from which on a text is taken for a full name."""
_PLACE = 0.3
"""Likelihood of a single word that is no frequent given name."""
_NO_NAME = 0.2
"""Likelihood under which a text is no name."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_LEAD_CREDIT = re.compile(
    r"^(?:(?:by|von|par|por|di|av|af|door)\s*:?\s+|(?:author|autor(?:in)?|text|redaktion):\s*)",
    re.I,
)
_LEADS = ("by", "von", "par", "por", "di", "av", "af", "door")
_LONGEST_LEAD = 4


@dataclass(slots=True)
class PersonName:
    """One name of a printed line, with what was printed around it kept apart.

    To be read only: names are remembered. Not frozen because that makes it five times slower to
    build.
    """

    name: str
    """As printed, without honorific, credentials and role; inverted names are turned."""
    kind: Kind = "person"
    honorific: str | None = None
    role: str | None = None
    """Job title or employer printed behind (or, with its own mark, before) the name."""
    credentials: str | None = None
    likelihood: float = 0.0
    """What ``looks_like_person`` says of the name, 0 to 1."""


# --- one name -------------------------------------------------------------------------------


@remembered(4096)
def read_name(text: str) -> PersonName | None:
    """Return one printed name without honorific and credentials, or None where it is no name."""
    if is_plain(text):
        kind: Kind = "organization" if looks_like_organization(text) else "person"
        return PersonName(text, kind, likelihood=looks_like_person(text))
    text = _once(_without_credit(cut_lead(text.strip(EDGE))))
    if "@" in text or " at " in text or text.endswith(")"):
        text = _HANDLE.sub("", text)
    text = text.strip(EDGE)
    text, title = _cut_honorific(_without_owner(text))
    text, role = cut_role(text, titled=title is not None)
    text = cut_place(without_leading_job(cut_button(text)))
    text, honorific = _cut_honorific(text)
    text, credentials = _cut_credentials(text)
    if not text.isascii():
        text = ASIAN_TAIL.sub("", text)
    text = text.strip(EDGE)
    if text.endswith(".") and len(text.split()[-1]) > 3 and text.count(".") == 1:
        text = text[:-1]
    if not _is_readable(text):
        return None
    if _LOGIN.fullmatch(text) and is_given_name(text.replace("_", ".").split(".")[0]):
        text = text.replace("_", " ").replace(".", " ").title()
    kind = "organization" if looks_like_organization(text) else "person"
    return PersonName(text, kind, title or honorific, role, credentials, looks_like_person(text))


def _without_credit(text: str) -> str:
    """Return a name without the by-word or the label before it."""
    if ":" in text or text[:_LONGEST_LEAD].lower().startswith(_LEADS):
        return _LEAD_CREDIT.sub("", text)
    return text


def _once(text: str) -> str:
    """Return a text without its copy behind it: one is for screens, one for readers of them."""
    half = len(text) // 2
    return text[:half] if half > 1 and text[:half] == text[half:] else text


def _without_owner(text: str) -> str:
    """Return a name without the words before it that call the writer the paper's ("our editor")."""
    words = text.split()
    if len(words) < 2 or words[0].casefold() not in rules.OURS:
        return text
    rest = words[1:]
    while rest and (rest[0].islower() or is_role(rest[0])):
        rest = rest[1:]
    return " ".join(rest) or text


def _is_readable(text: str) -> bool:
    if not text or len(text) > LONGEST_NAME or text.startswith("@") or "://" in text:
        return False
    if text in _BETWEEN:
        return False
    if text[0].isdigit() and _CLOCK.match(text):
        return False
    letters = sum(map(str.isalpha, text))
    if letters < len(text) and any(map(str.isdigit, text)):
        words = [word.strip(".,()").casefold() for word in text.split()]
        if len(words) > 1 and any(w in rules.NOT_NAMES or w in _MONTH_FORMS for w in words):
            return False
    return letters >= 2 and letters * 3 >= len(text) and len(text.split()) <= MOST_WORDS + 1


_BETWEEN = frozenset("von am um vom at on by par le de por el di da av af".split())
"""What is left of a line whose name is missing: "von am 3. Mai"."""
_MONTH_FORMS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mär dez okt janv févr avr juil août déc ene "
    "abr ago dic gen mag giu lug set ott uhr am pm".split()
)


def _cut_honorific(text: str) -> tuple[str, str | None]:
    words = text.split()
    if len(words) > 2 and words[0].casefold() == "the" and _is_honorific(words[1], words[2]):
        # "The Revd Jane Doe": some titles have an article.
        words = words[1:]
    count = 0
    while count < len(words) - 1 and _is_honorific(words[count], words[count + 1]):
        count += 1
    if not count:
        return text, None
    if count == len(words) - 1 and words[0].casefold().rstrip(".") in _KEPT_HONORIFICS:
        return text, None
    return " ".join(words[count:]), " ".join(words[:count])


_KEPT_HONORIFICS = frozenset("herr frau mr mrs ms miss sir lord lady don pan pani".split())
"""Titles that make a pen name when a single word follows ("Mr Money")."""


_STOPPED_TITLES = frozenset("em don ing ir gen mag hon bc".split()) | rules.FACULTIES
"""Short forms that are names or initials, too, and need their full stop ("Em.", "Phil.")."""
_SMALL_TITLES = frozenset("dr prof mgr inż hab doc drs".split())
"""Degrees that are printed small before a name, with or without a full stop."""


def _is_honorific(word: str, following: str) -> bool:
    bare = word.casefold().rstrip(".")
    if bare not in rules.HONORIFICS:
        return False
    if word[0].islower() and not word.endswith(".") and bare not in _SMALL_TITLES:
        return False
    return word.endswith(".") or (bare not in _STOPPED_TITLES and following[:1].isalpha())


def _cut_credentials(text: str) -> tuple[str, str | None]:
    words = text.split()
    end = len(words)
    capitals = text.isupper()
    while end > 1 and not capitals and is_credential_word(words[end - 1].strip(",")):
        if end == 2 and len(words[1].translate(DOTS)) <= 2 and "." not in words[1]:
            break
        end -= 1
    if end == len(words):
        return text, None
    return " ".join(words[:end]).rstrip(" ,"), " ".join(words[end:])


# --- several names --------------------------------------------------------------------------


def split_names(text: str) -> list[PersonName]:
    """Return the names of a printed line in order, each freed of what is no part of it.

    Args:
        text: A byline without its opening word, or the value of an author field; only the
            first 400 characters are read.

    Returns:
        Names with their job titles, at most 60. Joined names are split at words for *and* in
        some twenty languages; inverted names (``Doe, Jane``) are turned; what is neither name
        nor job title is left out.
    """
    return list(_split_line(text[:_MOST_CHARS]))


@remembered(4096)
def _split_line(text: str) -> tuple[PersonName, ...]:
    """Split a line; a line in nested boxes is asked for several times."""
    if is_plain(text):
        name = read_name(text)
        return () if name is None else (name,)
    if "(" in text or "<" in text or "[" in text or "://" in text or "mailto:" in text:
        text = _WITH_IN_BRACKETS.sub(r"; \1", part_photographers(_ASIDE.sub("", text))[0])
        text = _PARTED_BRACKETS.sub(r" (\1 \2)", text)
    text = text.strip(EDGE)
    if not text:
        return ()
    if whole := _whole_organization(text):
        return (whole,)
    found: list[PersonName] = []
    text = cut_tail(text)
    if "/" in text and (place := _SLASHED_PLACE.search(text)) and not is_agency(place[1]):
        text = text[: place.start()]
    if "\u05d0" <= text[:1] <= "\u06ff":
        text = _AND_PREFIXED.sub(_apart, text)
    for line in [text] if _SIGNS.isdisjoint(text) else _SPLIT_STRONG.split(text):
        for piece in (line,) if _is_employed(line) else _split_and(line):
            _read_commas(piece, found)
    return tuple(_without_places_between(found)[:_MOST_NAMES])


def _apart(match: re.Match[str]) -> str:
    """Return a name parted from the one before, behind the "and" that is written on to it."""
    return f";{match[1]}" if is_given_name(match[1]) else match[0]


def _without_places_between(found: list[PersonName]) -> list[PersonName]:
    """Return names without single words between full ones: papers print the place of each."""
    full = sum(name.likelihood >= _A_NAME for name in found)
    single = [n for n in found if n.likelihood <= _PLACE and " " not in n.name and not n.role]
    if full < 2 or not 0 < len(single) <= full or found[0] in single:
        return found
    return [name for name in found if name not in single]


_WITH = frozenset("with mit avec con com met med z s".split())


def _whole_organization(text: str) -> PersonName | None:
    """Return an organisation whose name holds a word for *and* ("Food and Drug Office")."""
    if is_agency(text):
        return PersonName(text, "organization")
    first, _, agency = text.partition(" ")
    if first.lower() in _WITH and is_agency(agency):
        # "Avec AFP": the paper's own writer is named nowhere.
        return PersonName(agency, "organization")
    if len(text) > LONGEST_NAME or "," in text or not looks_like_organization(text):
        return None
    parts = _AND.split(text)
    if len(parts) > 1 and not any(looks_like_person(cut_place(part)) >= _A_NAME for part in parts):
        return replace(PersonName(text), kind="organization")
    return None


def _is_employed(line: str) -> bool:
    """Return whether a line is a person and an employer with a word for *and* in its name.

    "Jane Doe, Agriculture and Forestry University" names one person, "Jane Doe, John Roe and the
    press team" two.
    """
    name, comma, employer = line.partition(",")
    if not comma or "," in employer or looks_like_person(name.strip()) < _A_NAME:
        return False
    parts = [part.strip() for part in _AND.split(employer)]
    if len(parts) < 2 or any(looks_like_person(part) >= _KNOWN for part in parts):
        return False
    return looks_like_organization(parts[-1]) and not looks_like_organization(parts[0])


def _split_and(line: str) -> list[str]:
    """Split a line at words for *and*; those that stand in names too only between full names."""
    words = line.lower().split()
    joined = "&" in line or "+" in line or not _JOINING.isdisjoint(words)
    soft = not _SOFT_JOINING.isdisjoint(words)
    if not joined and not soft:
        return [line] if words else []
    pieces: list[str] = []
    for piece in _AND.split(line) if joined else (line,):
        start = 0
        for match in _SOFT_AND.finditer(piece) if soft else ():
            left, right = piece[start : match.start()], piece[match.end() :]
            if _is_full(left.split(",")[-1]) and _is_full(right.split(",")[0]):
                pieces.append(left)
                start = match.end()
        pieces.append(piece[start:])
    return without_sections([piece for piece in pieces if piece.strip()])


def _is_full(text: str) -> bool:
    words = _SOFT_AND.split(text.strip())[0].split()
    return len(words) >= 2 and looks_like_person(" ".join(words)) >= 0.6


def _read_commas(piece: str, found: list[PersonName]) -> None:
    """Append the names of a piece that only commas may still divide."""
    parts = [part for p in piece.split(",") if (part := p.strip(EDGE))]
    if len(parts) == 2 and _is_inverted(*parts):
        parts = [f"{parts[1]} {parts[0]}"]
    if len(parts) > 1:
        parts = without_places(parts)
    for number, part in enumerate(parts):
        if number or found:
            if part.casefold().rstrip(".") in rules.SUFFIXES and found:
                found[-1] = replace(found[-1], name=f"{found[-1].name} {part}")
                continue
            if found and is_credential(part):
                before = found[-1].credentials
                joined = f"{before}, {part}" if before else part
                found[-1] = replace(found[-1], credentials=joined)
                continue
        name = read_name(part)
        if name is None:
            continue
        if found and _belongs_to(name, part, found[-1], joined=number == 0):
            role = f"{found[-1].role}, {part}" if found[-1].role else part
            found[-1] = replace(found[-1], role=role)
            continue
        found.append(name)


def _belongs_to(name: PersonName, part: str, before: PersonName, *, joined: bool) -> bool:
    """Return whether a part behind a comma is the job or employer of the name before it.

    Behind a word for *and* it is one only where a job was named before ("Writer & Educator").
    """
    if joined:
        # "Jane Doe, Counsel, Project on Speech and Technology Office": an employer's name goes on.
        employer = name.kind == "organization" and not is_agency(part)
        return (
            before.role is not None and name.likelihood < _NO_NAME and (employer or is_role(part))
        )
    if before.kind != "person" or name.likelihood >= (0.9 if before.role else 0.6):
        return False
    return (
        is_role(part)
        or before.role is not None
        or (name.kind == "organization" and before.likelihood >= 0.6)
        or (name.likelihood < 0.2 and before.likelihood >= 0.6)
    )


def _is_inverted(first: str, second: str) -> bool:
    """Return whether two parts around a comma are one name, family name first."""
    words, given = first.split(), second.split()
    if not given or len(given) > 3 or is_credential(second) or is_role(second) or is_role(first):
        return False
    if second.casefold().rstrip(".") in rules.SUFFIXES:
        return False
    if len(words) > 1 and not all(w.casefold() in rules.PARTICLES for w in words[:-1]):
        return False
    if is_given_name(first) and is_given_name(second.split(maxsplit=1)[0]):
        return False
    if len(given) == 1 and not is_given_name(given[0]):
        return bool(INITIAL.fullmatch(given[0])) and len(given[0]) > 1
    return (
        is_given_name(given[0])
        or bool(INITIAL.fullmatch(given[-1]))
        or (given[-1].casefold() in rules.PARTICLES)
    )
