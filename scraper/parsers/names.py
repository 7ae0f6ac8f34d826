"""Reads the names of people and organisations as pages print them.

A printed line is split into names, and each name freed of what is not part of it: honorifics,
credentials, job titles, employers, dates that were glued on. Whether a text is the name of a
person is answered as a likelihood from its form alone; where it stands on the page is weighed by
the callers.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from scraper.parsers.rules import names as rules

Kind = Literal["person", "organization"]

_MOST_CHARS = 400
_MOST_NAMES = 60
_LONGEST_NAME = 70
_MOST_WORDS = 7

_WORD = re.compile(r"\w+")
_DOTS = str.maketrans("", "", ".®™*†‡")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_ASIAN_NAME = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\u3005]{1,4}(?:[\s·・][\u3400-\u9fff]{1,4})?|"
    r"[\u30a0-\u30ff]+(?:[・＝\s][\u30a0-\u30ff]+){1,3}|[\uac00-\ud7af]{2,4}|"
    r"[\u3400-\u9fff\u3040-\u309f]{2,7}"
)
_ASIAN_TAIL = re.compile(r"\s*(?:記者|记者|기자|氏|さん|先生|編集長|編集部員|님)$")
_CASELESS = re.compile(r"[\u0590-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff]")
_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|de|org|net)\b/|\S+@\S+\.\w+", re.I)
_INITIAL = re.compile(r"(?:[^\W\d_]\.?-?){1,3}\.|[^\W\d_]")
_NICKNAME = re.compile(r"[\"“”„'‘’«»(\[].+[\"“”'‘’«»)\]]")
_TAIL = re.compile(
    r"\s*(?:\s[|•·●∙–—]\s|\s-\s|[|•·●∙]|\t|\n|"
    r"\bon behalf of\b|\b(?:[Oo]n|am|[Ll]e|[Ee]l|vom|[Uu]pdated|[Pp]ublished|[Pp]osted|[Ll]ast)\s+(?=\w+\.?,?\s+\d|\d)|"
    r"\b(?=\d{1,2}[./\s]\s?(?:\d{1,2}[./]\s?|[^\W\d_]{3,10}\.?,?\s)\d{2,4})|"
    r"(?<=[a-zß-ÿ])(?=\d{1,2}[./\s]\s?[^\W_])|"
    r"(?<=[a-zß-ÿ])(?=(?:Published|Updated|Posted|Follow|Contributor|Share|Staff|Editor|Senior)\b)|"
    r"\b(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d))",
)
"""Where something else than names begins in a line: separators, dates."""

_FOR = re.compile(
    r"\s+(?:for|para|pour|für|per|voor|till|för)\s+(?:the\s+)?[A-ZÀ-Þ].*$|"
    r"(?<=\w),?\s+(?:in|aus|à|en|em|da)\s+[A-ZÀ-Þ][\w-]+(?:\s[A-Z][\w-]+)?$",
    re.I,
)
_FOR_START = re.compile(r"\s(?:for|para|pour|für|per|voor|för|in|aus|à)\s", re.I)
_POSSESSIVE_ROLE = re.compile(
    r"^(?:[\w&-]+-)?(?:[\w-]*(?:redakteur|redaktor|experte|expert|autor|reporter|korrespondent|"
    r"kolumnist|mitarbeiter|journalist|chef)(?:in)?)\s+(?=[^\W\d_])",
    re.I,
)
_SPLIT_STRONG = re.compile(
    r"(?<=[^\W\d_]{3})/(?=[A-Z][A-Z-]{1,5}$)|\s+/\s+|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3,}\s)|\s*(?:[;•●∙|\n\t＆]|、|・(?=.*、)|，)\s*|\s+[·+]\s+"
)
_AND = re.compile(rf"\s*(?:,\s*)?(?:\s(?:{rules.JOINERS})\s+|\s*&\s*|\s\+\s)(?=\S)", re.I)
_SOFT_AND = re.compile(rf"\s+(?:{rules.SOFT_JOINERS})\s+", re.I)
_ASIDE = re.compile(
    r"\s*[(<\[](?:https?:|www\.|mailto:|@|\S+@)[^)>\]]*[)>\]]|\s*https?://\S*", re.I
)
_WITH_IN_BRACKETS = re.compile(r"\s*\((?:avec|with|mit|con|met|med)\s+([^)]*)\)", re.I)
_BUTTON = re.compile(
    r"\s+(?:Follow(?: Author)?|Folgen|Suivre|Seguir|View Bio|Bio|Contact|E-?[Mm]ail|Share|Website)$"
)
_HANDLE = re.compile(r"\s+\(@?\w+\)$|\s+@\w+$|\s+\(?\S+@\S+\.\w+\)?$")
_LOGIN = re.compile(r"[a-z]{2,}[._][a-z]{2,}")
_LEAD_DATE = re.compile(
    r"^\W*(?:[^\W\d_]{2,10}[.,]?\s)?(?:[^\W\d_]{3,10}\.?\s)?\d{1,4}[.,/-]?\s?"
    r"(?:[^\W\d_]{3,10}\.?,?\s|\d{1,2}[./-]\s?)?\d{2,4}(?:[^|•·●∙–—\w]|\d|um|at|à|uhr|am|pm)*"
    r"\s*[|•·●∙–—-]\s*",
    re.I,
)
"""A date and a separator in front of the names."""
_EDGE = ' \t\n,;:|/·•●∙–—-_*#»«›‹>"“”„…→←▸►✍✎'
_LEAD_CREDIT = re.compile(r"^(?:by|von|par|por|di|av|af|door)\s*:?\s+", re.I)


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name of a printed line, with what was printed around it kept apart."""

    name: str
    """As printed, without honorific, credentials and role; inverted names are turned."""
    kind: Kind = "person"
    honorific: str | None = None
    role: str | None = None
    """Job title or employer printed behind (or, with its own mark, before) the name."""
    credentials: str | None = None
    likelihood: float = 0.0
    """What ``looks_like_person`` says of the name, 0 to 1."""


# --- what a text looks like ---------------------------------------------------------------


def name_key(text: str) -> str:
    """Return a name folded for comparison: no accents, case, marks; single spaces."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain.casefold().replace("_", " ")))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name_key(name) for name in rules.GIVEN_NAMES)


def is_given_name(word: str) -> bool:
    """Return whether a word (or the first half of a double name) is a frequent given name."""
    key = name_key(word)
    known = _given_names()
    return key in known or ("-" in word and key.split(" ")[0] in known)


@lru_cache(maxsize=4096)
def looks_like_person(text: str) -> float:
    """Return how much a text looks like the name of one person, 0 to 1, by its form alone.

    Full names of two to four capitalised words get 0.6 and more, with a frequent given name 0.9;
    single words 0.2 to 0.5; sentences, addresses, desks and labels next to nothing.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST_NAME or _ADDRESS.search(text):
        return 0.0
    if _ASIAN.search(text):
        return _asian_likelihood(text)
    words = text.split()
    if len(words) > _MOST_WORDS or any(c in text for c in "?!:=<>{}@#%&$€|"):
        return 0.0
    lower = [word.casefold().strip(".,'’\"“”()") for word in words]
    labels = [
        w in rules.NOT_NAMES and not (n and w in rules.PARTICLES) for n, w in enumerate(lower)
    ]
    if any(labels) and not _is_full_name(lower):
        return 0.02
    if looks_like_organization(text):
        return 0.05
    if _is_role_word(lower[-1]) and not is_given_name(lower[0]):
        return 0.1
    if any(c.isdigit() for c in text):
        return 0.1 if len(words) == 1 else 0.05
    return _form_likelihood(words, lower)


def _is_full_name(lower: list[str]) -> bool:
    """Return whether words hold a given name before one that also is a label ("April Mai")."""
    return (
        len(lower) in (2, 3)
        and is_given_name(lower[0])
        and lower[0] not in rules.NOT_NAMES
        and lower[-1] in _MONTHS_AS_NAMES
    )


_MONTHS_AS_NAMES = frozenset(
    "april may june august januar mai juni july march best page new".split()
)


def _form_likelihood(words: list[str], lower: list[str]) -> float:
    known = is_given_name(lower[0])
    if len(words) == 1:
        if words[0].islower():
            return 0.15
        return 0.5 if known else 0.3
    caseless = _CASELESS.search(words[0]) is not None
    proper = 0
    for word, folded in zip(words, lower, strict=True):
        if _INITIAL.fullmatch(word) or word[0].isupper() or caseless:
            proper += 1
        elif folded in rules.PARTICLES or folded in rules.SUFFIXES or _NICKNAME.fullmatch(word):
            continue
        elif "'" in word or "’" in word:
            proper += 1
        else:
            return 0.45 if known and len(words) == 2 else 0.08
    if proper < 2:
        return 0.3 if known else 0.15
    likelihood = 0.6 if len(words) <= 4 else 0.4
    if caseless:
        likelihood = 0.5
    if known:
        likelihood += 0.35
    elif any(_INITIAL.fullmatch(word) for word in words[:-1]):
        likelihood += 0.2
    return min(likelihood, 0.95)


def _asian_likelihood(text: str) -> float:
    bare = _ASIAN_TAIL.sub("", text)
    match = _ASIAN_NAME.fullmatch(bare)
    if match is None:
        return 0.05
    if bare[0] in rules.HAN_SURNAMES and 2 <= len(bare.replace(" ", "")) <= 4:
        return 0.85
    return 0.6 if 2 <= len(bare) <= 5 else 0.35


@lru_cache(maxsize=4096)
def looks_like_organization(text: str) -> bool:
    """Return whether a text has the words of an organisation, a desk or an agency."""
    words = [w.strip(".,()'’\"").casefold() for w in re.split(r"[\s/]+", text) if w]
    if not words:
        return False
    if any(w in rules.ORGANIZATION_WORDS or w.split("-")[-1] in _LAST_PARTS for w in words):
        return True
    if is_given_name(words[0]) and len(words) > 1:
        return False
    return any(w.rsplit(".", 1)[0] in rules.AGENCIES for w in words) or bool(
        re.fullmatch(r"[\w-]{3,}\.(?:[a-z]{2,3}|info|news|co\.[a-z]{2})", text.strip())
    )


_LAST_PARTS = frozenset("redaktion team agentur agenturen pressestelle verlag verband".split())


def is_role(text: str) -> bool:
    """Return whether a text is a job title rather than a name ("Senior Science Writer")."""
    words = [w.strip(".,()").casefold() for w in re.split(r"[\s/&]+", text) if w]
    if not words or len(words) > 14:
        return False
    hits = sum(_is_role_word(word) for word in words)
    if not hits:
        return False
    if is_given_name(words[0]) and len(words) > 1 and not _is_role_word(words[1]):
        return False
    return hits * 5 >= len(words) or _is_role_word(words[-1]) or _is_role_word(words[0])


def _is_role_word(word: str) -> bool:
    return word in rules.ROLE_WORDS or (
        len(word) > 12 and word.endswith(("redakteur", "redakteurin", "korrespondent", "leiter"))
    )


def is_credential(text: str) -> bool:
    """Return whether a text is nothing but degrees and memberships ("PhD, RD")."""
    words = re.sub(r"\([^)]*\)", " ", text).replace(",", " ").split()
    if not words:
        return False
    return all(_is_credential_word(w, alone=len(words) == 1) for w in words)


def _is_credential_word(word: str, *, alone: bool = False) -> bool:
    bare = word.translate(_DOTS).casefold()
    if bare in rules.CREDENTIALS and (any(c.isupper() for c in word) or "." in word):
        return bare not in rules.SUFFIXES and (len(bare) > 1)
    return alone and word.isupper() and 2 <= len(bare) <= 6 and not is_given_name(bare)


# --- one name -------------------------------------------------------------------------------


def read_name(text: str) -> PersonName | None:
    """Return one printed name without honorific and credentials, or None where it is no name."""
    text = _LEAD_CREDIT.sub("", text.strip(_EDGE))
    text = _HANDLE.sub("", text).strip(_EDGE)
    text = _BUTTON.sub("", text)
    text = _POSSESSIVE_ROLE.sub("", text)
    if _FOR_START.search(text):
        text = _FOR.sub("", text)
    text, honorific = _cut_honorific(text)
    text, credentials = _cut_credentials(text)
    text = _ASIAN_TAIL.sub("", text).strip(_EDGE)
    if text.endswith(".") and len(text.split()[-1]) > 3 and text.count(".") == 1:
        text = text[:-1]
    if not _is_readable(text):
        return None
    if _LOGIN.fullmatch(text) and is_given_name(text.replace("_", ".").split(".")[0]):
        text = text.replace("_", " ").replace(".", " ").title()
    kind: Kind = "organization" if looks_like_organization(text) else "person"
    return PersonName(
        text, kind, honorific, credentials=credentials, likelihood=looks_like_person(text)
    )


def _is_readable(text: str) -> bool:
    if not text or len(text) > _LONGEST_NAME or text.startswith("@") or "://" in text:
        return False
    letters = sum(c.isalpha() for c in text)
    if letters < len(text) and any(c.isdigit() for c in text):
        words = [word.strip(".,()").casefold() for word in text.split()]
        if len(words) > 1 and any(w in rules.NOT_NAMES or w in _MONTH_FORMS for w in words):
            return False
    return letters >= 2 and letters * 3 >= len(text) and len(text.split()) <= _MOST_WORDS + 1


_MONTH_FORMS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mär dez okt janv févr avr juil août déc ene "
    "abr ago dic gen mag giu lug set ott uhr am pm".split()
)


def _cut_honorific(text: str) -> tuple[str, str | None]:
    words = text.split()
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


def _is_honorific(word: str, following: str) -> bool:
    bare = word.casefold().rstrip(".")
    if bare not in rules.HONORIFICS or not (word[0].isupper() or word.endswith(".")):
        return False
    # Short forms that are names or initials too need their full stop ("Em.", "Don").
    return (
        word.endswith(".")
        or bare not in ("em", "don", "ing", "ir", "gen", "mag", "hon", "bc")
        and following[:1].isalpha()
    )


def _cut_credentials(text: str) -> tuple[str, str | None]:
    words = text.split()
    end = len(words)
    capitals = text.isupper()
    while end > 1 and not capitals and _is_credential_word(words[end - 1].strip(",")):
        if end == 2 and len(words[1].translate(_DOTS)) <= 2 and "." not in words[1]:
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
    text = _ASIDE.sub("", text[:_MOST_CHARS])
    text = _WITH_IN_BRACKETS.sub(r"; \1", text).strip(_EDGE)
    if not text:
        return []
    if whole := _whole_organization(text):
        return [whole]
    found: list[PersonName] = []
    for line in _SPLIT_STRONG.split(_cut_tail(text)):
        for piece in _split_and(line):
            _read_commas(piece, found)
    return found[:_MOST_NAMES]


def _cut_tail(text: str) -> str:
    text = _LEAD_DATE.sub("", text, count=1).strip(_EDGE)
    match = _TAIL.search(text, 1)
    if match is None:
        return text
    rest = text[match.end() :]
    head = text[: match.start()]
    following = re.split(r"[|•·\n\t]|\s[–—-]\s", rest, maxsplit=1)[0].strip()
    if is_role(following) and len(following) < _LONGEST_NAME:
        return f"{head}, {following}"
    if not any(c.isdigit() for c in rest[:40]) and looks_like_person(rest.strip()) >= 0.6:
        return f"{head};{rest}"
    return head


def _whole_organization(text: str) -> PersonName | None:
    """Return an organisation whose name holds a word for *and* ("Food and Drug Office")."""
    if len(text) > _LONGEST_NAME or "," in text or not looks_like_organization(text):
        return None
    parts = _AND.split(text)
    if len(parts) > 1 and not any(looks_like_person(part) >= 0.6 for part in parts):
        return replace(PersonName(text), kind="organization")
    return None


def _split_and(line: str) -> list[str]:
    """Split a line at words for *and*; those that stand in names too only between full names."""
    pieces: list[str] = []
    for piece in _AND.split(line):
        start = 0
        for match in _SOFT_AND.finditer(piece):
            left, right = piece[start : match.start()], piece[match.end() :]
            if _is_full(left.split(",")[-1]) and _is_full(right.split(",")[0]):
                pieces.append(left)
                start = match.end()
        pieces.append(piece[start:])
    return [piece for piece in pieces if piece.strip()]


def _is_full(text: str) -> bool:
    words = _SOFT_AND.split(text.strip())[0].split()
    return len(words) >= 2 and looks_like_person(" ".join(words)) >= 0.6


def _read_commas(piece: str, found: list[PersonName]) -> None:
    """Append the names of a piece that only commas may still divide."""
    parts = [part for part in (p.strip(_EDGE) for p in piece.split(",")) if part]
    if len(parts) == 2 and _is_inverted(*parts):
        parts = [f"{parts[1]} {parts[0]}"]
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
        if number and found and _belongs_to(name, part, found[-1]):
            role = f"{found[-1].role}, {part}" if found[-1].role else part
            found[-1] = replace(found[-1], role=role)
            continue
        found.append(name)


def _belongs_to(name: PersonName, part: str, before: PersonName) -> bool:
    """Return whether a part behind a comma is the job or employer of the name before it."""
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
    if not given or len(given) > 3 or is_credential(second) or is_role(second):
        return False
    if second.casefold().rstrip(".") in rules.SUFFIXES:
        return False
    if len(words) > 1 and not all(w.casefold() in rules.PARTICLES for w in words[:-1]):
        return False
    if is_given_name(first) and is_given_name(second.split()[0]):
        return False
    if len(given) == 1 and not is_given_name(given[0]):
        return bool(_INITIAL.fullmatch(given[0])) and len(given[0]) > 1
    return (
        is_given_name(given[0])
        or bool(_INITIAL.fullmatch(given[-1]))
        or (given[-1].casefold() in rules.PARTICLES)
    )


# --- spellings and parts --------------------------------------------------------------------


def same_person(one: str, other: str) -> bool:
    """Return whether two names can be forms of one: equal, initials, or one within the other."""
    first, second = name_key(one).split(), name_key(other).split()
    if not first or not second:
        return False
    if first == second or "".join(first) == "".join(second):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        return len(short[0]) > 2 and short[0] in (long[0], long[-1])
    if short[-1] != long[-1] and short[-1] not in long:
        return False
    return (
        short[0] == long[0]
        or (min(len(short[0]), len(long[0])) == 1 and short[0][0] == long[0][0])
        or set(short) <= set(long)
    )


def spelling_rank(name: str) -> int:
    """Rank spellings of one name: mixed case before all capitals before a login form."""
    letters = [c for c in name if c.isalpha()]
    if any(c.isdigit() for c in name) or "_" in name or ("." in name and " " not in name):
        return 0
    if all(c.islower() for c in letters):
        return 1
    if len(letters) > 3 and name.isupper():
        return 2
    return 3


def name_parts(name: str) -> tuple[str | None, str | None]:
    """Return (given, family) where the split is certain, else (None, None).

    Certain are: two words the first of which is a frequent given name or an initial; names
    whose family name begins with a particle; three words with an initial in the middle.
    """
    words = name.split()
    if not 2 <= len(words) <= 5 or _ASIAN.search(name) or not all(w[0].isalpha() for w in words):
        return None, None
    suffix = ""
    if len(words) > 2 and words[-1].casefold().rstrip(".") in rules.SUFFIXES:
        suffix = f" {words.pop()}"
    first_known = is_given_name(words[0])
    if not first_known and not _INITIAL.fullmatch(words[0]):
        return None, None
    for place, word in enumerate(words[1:-1], 1):
        if word.casefold() in rules.PARTICLES and word[0].islower():
            return " ".join(words[:place]), " ".join(words[place:]) + suffix
    if len(words) == 2 or all(_INITIAL.fullmatch(w) for w in words[1:-1]):
        return " ".join(words[:-1]), words[-1] + suffix
    return None, None
