"""What a language does to names: words that only open a phrase, and nouns with a capital.

English prints little but names with a capital. German prints every noun so; there a name is told
by its given name, by the role before it, or by the page, where a noun has its article somewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.parsers.rules import quote_people as table
from scraper.parsers.rules.given_names import given_names
from scraper.parsers.rules.languages import FUNCTION_WORDS
from scraper.parsers.rules.quote_cues import VERBS
from scraper.patterns import WORD_BEGINS, by_first_letter, late
from scraper.remembering import remembered

HANDLE = late(r"(?<![\w@’'])(?:@\w{2,30}|u/[\w-]{2,30}|[a-z]\w{0,20}\d\w{0,10})(?![\w’'])")
"""What users of a site call themselves: ``@pier_watch``, ``u/tern``, ``tern88``."""
_ARTICLES = f"{table.ARTICLES_DE}|{table.ARTICLES_DE.title()}|{table.ARTICLES_DE.upper()}"
_ARTICLE = late(
    rf"(?:{by_first_letter(_ARTICLES, WORD_BEGINS)})\s(?:[^\WA-ZÄÖÜ_]\w*\s)?([^\Wa-zäöü_][\w-]+)"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """How the names of a page are told."""

    leading: frozenset[str] = frozenset()
    """Words, in lower case, that open a phrase with a capital and are no part of a name."""
    nouns: bool = False
    """Whether every noun has a capital."""
    unknown: bool = False
    """Whether no table knows the language, so that a run of capitals may hold more than a name."""
    endings: frozenset[str] = frozenset()
    """By what the cases of a name differ; empty where names are not declined."""
    kin: frozenset[str] = frozenset()
    """Words, in lower case, for one's own people, which alone are no name."""
    bare: bool = False
    """Whether nouns have no articles, so that one may open a sentence."""


@remembered(256)
def naming_of(language: str | None) -> Naming:
    """Return how names are told in a language (BCP 47 tag), as in English without one."""
    code = (language or "en").split("-")[0].lower()
    kin = frozenset(table.KIN.get("no" if code in ("nb", "nn") else code, "").split())
    if code == "en":
        return Naming(kin=kin)
    words = FUNCTION_WORDS.get(code, "").split()
    leading = frozenset(words) | table.LEADING.get(code, frozenset())
    endings = table.CASE_ENDINGS.get(code, frozenset())
    unknown = code not in VERBS
    return Naming(
        leading,
        nouns=code in ("de", "lb"),
        unknown=unknown,
        endings=endings,
        kin=kin,
        bare=code in table.BARE,
    )


def is_declined(word: str, other: str, endings: frozenset[str]) -> bool:
    """Return whether two words can be one name in two cases: ``Ewy`` and ``Ewa``."""
    shared = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        shared += 1
    return shared > 1 and word[shared:] in endings and other[shared:] in endings


def nouns_of(text: str) -> frozenset[str]:
    """Return the words of a German text that stand behind an article, and so are nouns."""
    return frozenset(match.group(1).casefold() for match in _ARTICLE.finditer(text))


def without_roles(words: Sequence[str]) -> Sequence[str]:
    """Return a German run of nouns from its given name on, or without the roles before it.

    ``Klimaforscherin Ada Finch`` and ``Verbands-Chef Finch`` are told apart from
    ``Auswärtiges Amt`` by given names and by the endings of words for people.
    """
    for place, word in enumerate(words[:-1]):
        if _is_given(word):
            return words[place : _end_of_name(words, place)]
    place = 0
    while place < len(words) - 1 and ("-" in words[place].strip("-") or _is_role(words[place])):
        place += 1
    return words[place:]


def _is_role(word: str) -> bool:
    """Return whether a German word is one for people, in any gender, number and case."""
    low = word.lower()
    return word.isalnum() and any(
        low.endswith(ending) and low.removesuffix(ending).endswith(table.ROLE_STEMS_DE)
        for ending in table.ROLE_ENDINGS_DE
    )


def _end_of_name(words: Sequence[str], place: int) -> int:
    """Return where the name ends that starts with a given name: with its first family name."""
    end = place + 1
    while end < len(words) - 1 and (
        words[end].casefold() in table.NAME_PARTICLES
        or (_is_given(words[end]) and words[end - 1].casefold() not in table.NAME_PARTICLES)
    ):
        end += 1
    return end + 1 + (words[end + 1 : end + 2] in (["Jr."], ["Sr."]))


def _is_given(word: str) -> bool:
    """Return whether a word is a given name, or several joined by hyphens."""
    return all(part in given_names() for part in word.casefold().split("-"))
