"""Tells what a printed text looks like: a person, an organisation, a job, a credential.

Only the form counts here; where a text stands on the page is weighed by the callers.
"""

import re
import unicodedata
from functools import cache

from scraper.parsers.rules import names as rules
from scraper.parsers.rules.credited import PICTURING
from scraper.parsers.rules.given_names import given_names
from scraper.remembering import remembered

LONGEST_NAME = 70
MOST_WORDS = 7
ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
"""Chinese, Japanese or Korean writing."""
INITIAL = re.compile(r"(?:[^\W\d_]\.?-?){1,3}\.|[^\W\d_]")
ASIAN_TAIL = re.compile(
    r"(?:\s*(?:記者|记者|特派員|(?:\s?(?:선임|수습|인턴|객원|전문))?기자|특파원|氏|さん|先生|編集長|編集部員|님)|"
    r"(?:[\s／/]+[\u3400-\u9fff]{0,6})?(?:報導|报导|報道|报道))$"
)
DOTS = str.maketrans("", "", ".®™*†‡")
_WORD = re.compile(r"\w+")
_CODE = re.compile(r"[A-Z]{2}")
_ASIAN_NAME = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\u3005]{1,4}(?:[\s·・][\u3400-\u9fff]{1,4})?|"
    r"[\u30a0-\u30ff]+(?:[・＝\s][\u30a0-\u30ff]+){1,3}|[\uac00-\ud7af]{2,4}|"
    r"[\u3400-\u9fff\u3040-\u309f]{2,7}"
)
_CASELESS = re.compile(r"[\u0590-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff]")
_LONGEST_JOB = 9
"""Words up to which a line with a full stop may be a job."""
_HANGUL_LENGTH = 3
"""Syllables of nearly all Korean names."""
_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|de|org|net)\b/|\S+@\S+\.\w+", re.I)
"""What it matches has a colon or a full stop."""
_NO_NAME_SIGNS = frozenset("?!:=<>{}@#%&$€|")
_AROUND_WORD = ".,'’\"“”()"
_SITE = re.compile(r"[\w-]{3,}\.(?:[a-z]{2,3}|info|news|co\.[a-z]{2})")
_NICKNAME = re.compile(r"[\"“”„'‘’«»(\[].+[\"“”'‘’«»)\]]")


@remembered(4096)
def name_key(text: str) -> str:
    """Return a name folded for comparison: no accents, case, marks; single spaces."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    if not plain.isascii():
        plain = "".join([c for c in plain if not unicodedata.combining(c)])
    return " ".join(_WORD.findall(plain.casefold().replace("_", " ")))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(map(name_key, rules.MORE_GIVEN_NAMES | given_names().keys()))


def is_given_name(word: str) -> bool:
    """Return whether a word (or the first half of a double name) is a frequent given name."""
    known = _given_names()
    if word.isascii() and word.isalpha():
        return word.lower() in known
    key = name_key(word)
    return key in known or ("-" in word and key.split(" ")[0] in known)


@remembered(4096)
def looks_like_person(text: str) -> float:
    """Return how much a text looks like the name of one person, 0 to 1, by its form alone.

    Full names of two to four capitalised words get 0.6 and more, with a frequent given name 0.9;
    single words 0.2 to 0.5; sentences, addresses, desks and labels next to nothing.
    """
    text = text.strip()
    if not text or len(text) > LONGEST_NAME:
        return 0.0
    if ("." in text or ":" in text) and _ADDRESS.search(text):
        return 0.0
    if not text.isascii() and ASIAN.search(text):
        return _asian_likelihood(text)
    words = text.split()
    if len(words) > MOST_WORDS or not _NO_NAME_SIGNS.isdisjoint(text):
        return 0.0
    lower = [word.strip(_AROUND_WORD) for word in text.casefold().split()]
    if _has_label(lower) and not _is_full_name(lower):
        return 0.02
    if looks_like_organization(text) or (len(words) > 1 and _is_town(text, lower[0])):
        return 0.05
    if is_role_word(lower[-1]) and not is_given_name(lower[0]):
        return 0.1
    if any(map(str.isdigit, text)):
        return 0.1 if len(words) == 1 else 0.05
    return _form_likelihood(words, lower)


def _is_town(text: str, first: str) -> bool:
    return first in rules.TOWNS_BEGIN or name_key(text) in rules.CITIES


def _has_label(lower: list[str]) -> bool:
    """Return whether words hold one that no name has; behind the first it may be a particle."""
    if rules.NOT_NAMES.isdisjoint(lower):
        return False
    return lower[0] in rules.NOT_NAMES or not _LABELS.isdisjoint(lower[1:])


_LABELS = rules.NOT_NAMES - rules.PARTICLES


def _is_full_name(lower: list[str]) -> bool:
    """Return whether words hold a given name before one that also is a label ("April Mai").

    What Vietnamese families are followed by are words elsewhere ("Nguyễn Hoài An").
    """
    return (lower[0] in rules.VIETNAMESE_SURNAMES and len(lower) > 1) or (
        len(lower) in (2, 3)
        and is_given_name(lower[0])
        and lower[0] not in rules.NOT_NAMES
        and lower[-1] in _MONTHS_AS_NAMES
        and lower != ["per", "page"]
    )


_MONTHS_AS_NAMES = frozenset(
    "april may june august januar mai juni july march best page new "
    "montag freitag samstag sonntag jeudi".split()
)


def _form_likelihood(words: list[str], lower: list[str]) -> float:
    known = is_given_name(lower[0]) or lower[0] in rules.VIETNAMESE_SURNAMES
    if len(words) == 1:
        if words[0].islower():
            return 0.15
        return 0.5 if known else 0.3
    caseless = not words[0].isascii() and _CASELESS.search(words[0]) is not None
    proper = 0
    for word, folded in zip(words, lower, strict=True):
        if word[0].isupper() or caseless or INITIAL.fullmatch(word):
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
    elif len(words) > proper and words[1] in _FAMILY_BEGINS:
        likelihood += 0.25
    elif lower[-1] in rules.GIVEN_NAMES_BEHIND or any(map(INITIAL.fullmatch, words[:-1])):
        likelihood += 0.2
    return min(likelihood, 0.95)


_FAMILY_BEGINS = frozenset("van von vander ter ten".split())
"""What families begin with, written small behind a given name, and hardly any firm or place."""


def _asian_likelihood(text: str) -> float:
    bare = ASIAN_TAIL.sub("", text)
    match = _ASIAN_NAME.fullmatch(bare)
    if match is None:
        return 0.05
    if any(label in bare for label in rules.ASIAN_LABELS):
        return 0.02
    length = len(bare.replace(" ", ""))
    if bare[0] in rules.HAN_SURNAMES and 2 <= length <= 4:
        return 0.85
    if bare.startswith(rules.JAPANESE_SURNAMES) and 3 <= length <= 6:
        return 0.85
    if bare[0] in rules.HANGUL_SURNAMES and length == _HANGUL_LENGTH:
        return 0.85
    # Katakana with a dot are a foreign name. Any other few characters may be a word.
    return 0.6 if "・" in bare or "·" in bare else 0.5 if 2 <= len(bare) <= 5 else 0.35


@remembered(4096)
def looks_like_organization(text: str) -> bool:
    """Return whether a text has the words of an organisation, a desk or an agency."""
    words = [w.strip(".,()'’\"") for w in text.casefold().replace("/", " ").split()]
    given = words[:1] == ["heraldo"] and not rules.PARTICLES.issuperset(words[1:2])
    if not _ORGANIZATION.isdisjoint(words[given:]):
        return True
    if len(words) > 1 and words[0] in rules.INSTITUTIONS:
        return True
    if words and len(words[-1]) > _LEAST_HOUSE and words[-1].endswith(rules.INSTITUTION_ENDS):
        return True
    if "-" in text and any(w.rpartition("-")[2] in _LAST_PARTS for w in words):
        return True
    # What follows holds an agency's name, or the full stop of an address.
    if "." not in text and rules.AGENCIES.isdisjoint(words):
        return False
    if not words or (is_given_name(words[0]) and len(words) > 1):
        return False
    agency = any(w.rsplit(".", 1)[0] in rules.AGENCIES for w in words)
    return agency or _SITE.fullmatch(text.strip()) is not None


_LEAST_HOUSE = 3
"""Letters of the last word of an institution's name have more than these."""
_LAST_PARTS = frozenset(
    "redaktion team agentur agenturen pressestelle verlag verband stiftung verein gesellschaft "
    "institut zeitung".split()
)
_ORGANIZATION = rules.ORGANIZATION_WORDS | _LAST_PARTS


def is_agency(text: str) -> bool:
    """Return whether a text is the short name of a news agency, or of several ("dpa/AFP")."""
    first = _WORD.search(text)
    if first is None or first.group().casefold() not in rules.AGENCIES_ALONE:
        return False
    words = [word for word in _AGENCY_BORDER.split(text.casefold().strip("()[].")) if word]
    return all(word in rules.AGENCIES_ALONE for word in words)


_AGENCY_BORDER = re.compile(r"\s(?:and|und|et|y|e|mit|with|avec|con)\s|[\s/,|•-]+")


@remembered(4096)
def is_label(text: str) -> bool:
    """Return whether a text holds words around bylines, or of accounts, and nothing else."""
    printed = text.split()
    if len(printed) > 1 and all(map(_CODE.fullmatch, printed)):
        # A switch of languages: "DE FR IT".
        return True
    words = [word.strip(".,:;").casefold() for word in printed]
    if not _PLACEHOLDERS.isdisjoint(words):
        # "Guest contributor": a job does not make a person of an account.
        words = [word for word in words if word not in rules.ROLE_WORDS]
    return all(word in _LABEL_WORDS or _ADMIN.fullmatch(word) for word in words)


_ADMIN = re.compile(
    r"(?:(?:wp|wordpress|web|site|blog|host|super|sys|my|the|main|content|news)[-_.]?)?"
    r"admin(?:istrator)?[-_.]?\d{0,4}"
)
"""Accounts that systems are set up with, folded."""
_PLACEHOLDERS = frozenset(
    word.casefold() for word in rules.PLACEHOLDERS | rules.HAN_PLACEHOLDERS | {"guest"}
)
_LABEL_WORDS = rules.NOT_NAMES | frozenset(rules.ASIAN_LABELS) | _PLACEHOLDERS


@remembered(4096)
def is_japanese_name(text: str) -> bool:
    """Return whether characters end as given names of Japan do, which words and towns seldom do."""
    name = text.replace(" ", "").replace("\u3000", "")
    return len(name) in _JAPANESE_LENGTHS and name[-1] in rules.JAPANESE_NAME_ENDS


def is_role(text: str) -> bool:
    """Return whether a text is a job title rather than a name ("Senior Science Writer")."""
    plain = text.casefold().replace("/", " ").replace("&", " ")
    words = [w.strip(".,()") for w in plain.split()]
    if not words or len(words) > 14:
        return False
    if len(words) > _LONGEST_JOB and text.endswith("."):
        # Where nothing shows the end of a name, a whole sentence begins with a job.
        return False
    hits = sum(map(is_role_word, words))
    if not hits:
        return False
    if is_given_name(words[0]) and len(words) > 1 and not is_role_word(words[1]):
        return False
    return hits * 5 >= len(words) or is_role_word(words[-1]) or is_role_word(words[0])


def is_picturing(role: str) -> bool:
    """Return whether a job is nothing but to take or draw pictures; "Text and photos" is more."""
    words = role.casefold().split()
    return bool(words) and PICTURING.isdisjoint(words[:-1]) and words[-1] in PICTURING


def is_role_word(word: str) -> bool:
    """Return whether a word, in lower case and without signs, names a job."""
    return (
        word in _ROLE_WORDS
        or (len(word) > 12 and word.endswith(_JOB_ENDS))
        or (len(word) > 2 and word.endswith(rules.HAN_JOBS))
    )


_JAPANESE_LENGTHS = range(3, 7)
_ROLE_WORDS = frozenset(map(str.casefold, rules.ROLE_WORDS | PICTURING))
"""Folded, as a sigma at a word's end is."""
_JOB_ENDS = ("redakteur", "redakteurin", "korrespondent", "leiter")


def is_credential(text: str) -> bool:
    """Return whether a text is nothing but degrees and memberships ("PhD, RD")."""
    words = re.sub(r"\([^)]*\)", " ", text).replace(",", " ").split()
    if not words:
        return False
    return all(is_credential_word(w, alone=len(words) == 1) for w in words)


def is_credential_word(word: str, *, alone: bool = False) -> bool:
    """Return whether a word is a degree or a membership; alone, any short capitals may be."""
    bare = word.translate(DOTS).casefold()
    if bare in rules.CREDENTIALS and (any(map(str.isupper, word)) or "." in word):
        return bare not in rules.SUFFIXES and (len(bare) > 1)
    return alone and word.isupper() and 2 <= len(bare) <= 6 and not is_given_name(bare)
