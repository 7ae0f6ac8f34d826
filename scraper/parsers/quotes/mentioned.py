"""Reads how a mention words its source: a name, somebody's post, or what they belong to."""

import re
from itertools import islice
from typing import NamedTuple

from scraper.parsers.quotes.names import Cast, Name
from scraper.parsers.quotes.naming import Naming
from scraper.parsers.quotes.runs import (
    RUN,
    behind_genitive,
    given_gender,
    is_organisation,
    split_run,
    strip_name,
)
from scraper.parsers.quotes.texts import UPPER
from scraper.parsers.rules.quote_people import DESCRIPTORS, NOT_NAMES, ROLES, TEXTS_OF, TITLES
from scraper.patterns import late
from scraper.remembering import remembered

_ASIDE = late(r"(?<=\S)\s(?:of|at|for|from|with|in|on|to|about|near|behind|regarding|among)\s")
"""What tells where somebody is, or what a writing is about (``residents of Leeds``)."""
_ASIDE_ELSEWHERE = late(
    rf"(?<=[^\WA-Z_]{{3}})\s(?:(?:de|du|des|della|del|do|da)\s|(?:d|dell|dall)[’'])(?=[{UPPER}])"
)
"""The same behind a noun in Romance languages (``l’avocate de Finch``), not within a name."""
MOUTHPIECE = late(
    r"\b(?:spokes\w+|representatives?|authors?|researchers?|data|\w*sprecher(?:in)?|\w*vertreter(?:in)?|"
    r"porte-parole|portavoz|portavoce|porta-voz|woordvoerder|rzeczni\w+|"
    rf"{'|'.join(sorted(TEXTS_OF))})\b",
    re.IGNORECASE,
)
"""Words of those who speak for the one that is named behind them."""
_SMALL_WORD = late(r"\s[^\WA-Z_\d]")
_WITHIN = late(rf"[\w,;)] ([{UPPER}]\w*)")
"""A word with a capital within a sentence."""
_MOST_LETTERS, _MOST_WORDS, _ENDS = 24, 20_000, 6
"""Of such words at most, and last letters of each without which it is kept, too: a hostile page
has a hundred thousand."""
_CASE_ENDING, _SHORTEST_STEM = 2, 4
"""Letters by which the cases of a name differ at most, and of what is looked for at least."""
_OWNED_WORDS = 3
"""Words behind an owner among which a writing is the owner's (``Finch’s latest annual report``)."""
UNNAMED = late(
    r"(?i:an?|one|another|some|the|two|three|several|many)\s(?:[^\WA-Z_][^\s]*\s){0,4}"
    rf"{RUN.pattern}(?:,?\s[^\WA-Z_]\S*)+"
)
"""A person told by where they belong (``a DUP councillor``), or by some noun behind a name."""


def reach_of(mention: str) -> int:
    """Return where the part of a mention ends in which its speaker can be named.

    Names behind a preposition tell where somebody is or what it is about (``residents of
    Leeds``), unless the head of the phrase speaks for others (``a spokesman for Leeds``).
    """
    if MOUTHPIECE.search(mention):
        return len(mention)
    aside = _ASIDE.search(mention) or _ASIDE_ELSEWHERE.search(mention)
    return aside.start() if aside is not None else len(mention)


def is_post(name: str) -> bool:
    """Return whether capitalised words end in what somebody is: ``Conservative MP``."""
    words = name.split()
    last = words[-1].casefold() in ROLES
    return last and len(words) > 1 and given_gender(words[0]) is None


def is_owner(mention: str, run: re.Match[str]) -> bool:
    """Return whether a name only tells whose somebody is (``Ronnie’s family``).

    Writings and spokespeople speak for the one that is named.
    """
    rest = mention[run.end() :]
    owns = run.group().endswith(("’s", "'s", "s’", "s'")) and _SMALL_WORD.match(rest) is not None
    return owns and MOUTHPIECE.search(" ".join(rest.split()[:_OWNED_WORDS])) is None


def may_be_person(name: Name, *, titled: bool) -> bool:
    """Return whether a name in a mention can be a person's: not ``Harbour Events Co-Owner``."""
    role = name.words[-1].casefold().split("-")[-1] in ROLES
    return not name.organisation and (titled or (len(name.words) > 1 and not role))


def is_common(word: str) -> bool:
    """Return whether a word is a title, a role, or one that only opens sentences."""
    plain = word.casefold().rstrip(".")
    one = plain.removesuffix("s")
    return plain in NOT_NAMES or plain in TITLES or not {plain, one}.isdisjoint(ROLES | DESCRIPTORS)


def _is_kin(word: str, mention: str, naming: Naming) -> bool:
    """Return whether a word tells somebody's own people, and is not a given name that is alone.

    ``Mia nonna diceva``, but ``Mia diceva``.
    """
    alone = word == mention and given_gender(word) is not None
    return word.casefold() in naming.kin and not alone


def only_opens(word: str, cast: Cast, text: str) -> bool:
    """Return whether a word, no name of the cast, has its capital for opening a sentence.

    Where nouns have no articles (``Лесник сказал``); a name stands within some sentence, too.
    """
    if not cast.naming.bare or " " in word or word.casefold() in cast.by_word:
        return False
    if given_gender(word) is not None or is_organisation([word]):
        return False
    stem = word[: max(len(word) - _CASE_ENDING, _SHORTEST_STEM)]
    return stem[:_MOST_LETTERS] not in _begun_within(text)


@remembered(4)
def _begun_within(text: str) -> frozenset[str]:
    """Return how words with a capital begin that stand within sentences, up to their endings."""
    found = islice(_WITHIN.finditer(text), _MOST_WORDS)
    words = {match.group(1)[:_MOST_LETTERS] for match in found}
    return frozenset(w[:end] for w in words for end in range(max(len(w) - _ENDS, 1), len(w) + 1))


class Part(NamedTuple):
    """A name in a mention."""

    name: str
    """Without titles and roles."""
    titled: bool
    """Whether one stood before it."""
    common: bool
    """Whether it is one word, and that a common one."""


@remembered(1024)
def parts_of(mention: str, naming: Naming) -> tuple[Part, ...]:
    """Return the names in a mention, as far as it tells without the page; no posts.

    Asked twice of each mention: who speaks on the page, and whose words each quotation is.
    """
    found: list[Part] = []
    for run in RUN.finditer(mention, 0, reach_of(mention)):
        if is_owner(mention, run):
            continue
        bare = behind_genitive(mention[: run.start()], run.group())
        for part in split_run(bare, naming):
            name, titled = strip_name(part, naming)
            if name and (titled or not is_post(name)):
                common = " " not in name and (is_common(name) or _is_kin(name, mention, naming))
                found.append(Part(name, titled, common))
    return tuple(found)
