"""Reads runs of capitalised words: the names in them, without titles, roles and articles."""

from collections.abc import Sequence

from scraper.native import twin
from scraper.parsers.quotes.naming import Naming, naming_of, without_roles
from scraper.parsers.quotes.texts import UPPER
from scraper.parsers.rules.given_names import given_names
from scraper.parsers.rules.quote_people import (
    NAME_PARTICLES,
    NOT_NAMES,
    ORGANISATION_ENDINGS_DE,
    ORGANISATIONS,
    ORGANISATIONS_ELSEWHERE,
    PLACES,
    ROLES,
    TITLES,
)
from scraper.parsers.rules.quote_words import CREDENTIALS
from scraper.patterns import late
from scraper.remembering import remembered

SHORT_TITLES = (
    "Dr Mr Mrs Ms Prof St Gen Sen Rep Gov Lt Col Capt Rev Hon Sgt Jr Sr Sra Dra Md".split()
)
_CAPITAL = (
    rf"(?:(?:{'|'.join(SHORT_TITLES)})\.|"
    rf"[{UPPER}]\.(?:[{UPPER}]\.)*|[{UPPER}][\w’'&-]*)"
)
JOINING = frozenset(NAME_PARTICLES | {"of", "the", "for", "&"})
"""Words within a run, none of which begins with a capital."""
MOST_JOINING, MOST_FURTHER = 2, 7
"""Joining words before one with a capital, and words with a capital behind the first, at most."""
_FURTHER = (
    rf"(?:[ ](?:(?:{'|'.join(sorted(JOINING))})[ ]){{0,{MOST_JOINING}}}{_CAPITAL})"
    rf"{{0,{MOST_FURTHER}}}"
)
RUN = late(rf"(?<![\w’'])(?:[a-z]{{1,2}}[’'-])?{_CAPITAL}{_FURTHER}")
_BEGINS = r"(?:(?<![\w’'].)|(?<=(?<![\w’'])[a-z][’'].)|(?<=(?<![\w’'])[a-z]{2}[’'].))"
"""Behind the capital letter of a run: no word goes on to it, but for an elided article."""
_TITLE_ENDS = "|".join(f"(?<={title[0]}){title[1:]}" for title in SHORT_TITLES)
_FROM_CAPITAL = late(
    rf"[{UPPER}]{_BEGINS}(?:(?:{_TITLE_ENDS})\.|\.(?:[{UPPER}]\.)*|[\w’'&-]*){_FURTHER}"
)
"""``RUN`` from its first capital letter on."""
_ELIDED_BEFORE = late(r"(?<![\w’'])[a-z]{1,2}[’'-]$")
_CREDENTIALS = late(rf",?\s+(?:{CREDENTIALS})\.?(?=$|[\s,])")
ENGLISH = naming_of("en")
OWNER_ENDS = ("’s", "'s", "s’", "s'")
"""How a name ends that owns what follows."""
_CONTRACTED = late(r"[’'](?:m|ll|ve|re|d)$|n[’']t$")
_ADVERB = late(r"\w{3,}ly")
_OF = frozenset(("of", "de", "du", "des"))
_ELIDED = late(r"(?:Nell|Dell|All|Sull|Dall|Quell|Un|L|D|C|S|N|J|Qu|M|T)[’'][^\WA-Z_]")
_GENITIVE = late(r"\b(?:degli|dei|dell[aeo]|de la|des|du|del|dos|das)\s$")
_GENERATIONS = (["Jr."], ["Sr."], ["Jr"], ["Sr"])
_TWO = 2
_DATIVES = (("u", ""), ("ovi", ""), ("owi", ""), ("у", ""), ("ові", ""), ("i", "a"))
"""Endings of given names to whom something is said, and of the same names by themselves."""
_NOUN_AND_NAME = 3


def find_runs(text: str) -> list[tuple[int, str]]:
    """Return start and words of what ``RUN`` finds in a long text.

    ``RUN`` itself is tried at every character, because it may begin with small letters. Here one
    class of characters, the capital letters, is searched for, and the small ones are added.
    ``runs_c.pyx`` has the same for a compiler.
    """
    found: list[tuple[int, str]] = []
    place = 0
    for run in _FROM_CAPITAL.finditer(text):
        start, end = run.span()
        if text[start - 1 : start] in ("’", "'", "-"):
            elided = _ELIDED_BEFORE.search(text, max(start - 3, place), start)
            start = elided.start() if elided is not None else start
        found.append((start, text[start:end]))
        place = end
    return found


def given_gender(word: str) -> str | None:
    """Return the gender that a given name speaks of: ``m``, ``f``, ``p`` for either, or None."""
    plain = word.casefold()
    return given_names().get(plain) or given_names().get(plain.split("-")[0])


def is_organisation(words: Sequence[str]) -> bool:
    """Return whether a name is one of an organisation, by its words."""
    return _names_organisation(tuple(words))


@remembered(4096)
def _names_organisation(words: tuple[str, ...]) -> bool:
    plain = [word.strip(".,").casefold() for word in words]
    if not ORGANISATIONS.isdisjoint(plain):
        return True
    if len(words) > 1 and not ORGANISATIONS_ELSEWHERE.isdisjoint(plain):
        return True
    if len(words) > 1 and plain[0].endswith(ORGANISATION_ENDINGS_DE):
        return True
    return len(words) == 1 and words[0].isupper() and len(words[0]) > 1


@remembered(4096)
def strip_name(text: str, naming: Naming = ENGLISH) -> tuple[str, bool]:
    """Return a name without titles, roles, credentials and possessive; whether one was there."""
    text = _CREDENTIALS.sub("", text).strip(" ,")
    text = without_possessive(text)
    words = _without_owner(text.split())
    titled = False
    cut = 0
    # The last word is a name, whatever else it means ("King"), and so is that before "Jr.".
    ending = 2 if words[-1:] in _GENERATIONS else 1
    for place, word in enumerate(words[:-ending]):
        plain = word.strip(",").casefold()
        if plain in TITLES or plain in ROLES or plain in ("vice", "managing", "chief"):
            cut, titled = place + 1, True
    if 0 < cut < len(words) - 2 and words[cut] in _OF:
        # ``Chef de Mission Finch``: what somebody is head of is no part of the name.
        cut += 2
    words = words[cut:]
    while words and _only_opens(words, naming):
        words.pop(0)
    if len(words) > _TWO and words[0].casefold() in PLACES and given_gender(words[1]) in ("m", "f"):
        # ``the U.S. attorney for Massachusetts Ada Finch``: where the post is, then who.
        words = words[1:]
    if words and naming.leading:
        words = _without_noun(words)
    if naming.nouns:
        words = list(without_roles(words))
    while words and words[-1].casefold() in NAME_PARTICLES:
        words.pop()
    if words and not words[-1].endswith(("Jr.", "Sr.", "Inc.")) and len(words[-1]) > 2:
        words[-1] = words[-1].rstrip(".")
    return " ".join(words), titled


def without_told(run: str) -> str:
    """Return capitalised words up to a given name in the Slavic dative, behind a whole name.

    ``rekla je Ana Kovač Ivanu Horvatu``: he was told, and speaks no more than ``Blikknek``.
    """
    words = run.split(" ")
    for place, word in enumerate(words[_TWO:], _TWO):
        if given_gender(words[place - 1]) or not any(map(given_gender, words[: place - 1])):
            continue  # ``Dr. Kovács Mari``, ``Nagy Anna Mari``
        for end, nominative in _DATIVES:
            if word.endswith(end) and given_gender(word.removesuffix(end) + nominative):
                return " ".join(words[:place])
    return run


def without_possessive(name: str) -> str:
    """Return a name without the sign that it owns what follows (``Finch’s``, ``the Parrs’``)."""
    if not name.endswith(OWNER_ENDS):
        return name
    return name[:-1] if name.endswith(OWNER_ENDS[2:]) else name[:-2]


def _without_owner(words: list[str]) -> list[str]:
    """Return a person's name without whose somebody is (``Harbour Watch’s Ada Finch``)."""
    for place in range(len(words) - 2, 0, -1):
        if words[place - 1].endswith(OWNER_ENDS) and given_gender(words[place]) is not None:
            return words[place:]
    return words


def _without_noun(words: list[str]) -> list[str]:
    """Return a name without what stands before its given name in other languages than English.

    ``la ministre de la Santé Ada Finch`` and ``Nell’attacco di Hamas``: a noun with a capital,
    or an article that elides, is no part of a name.
    """
    if len(words) > 1 and _ELIDED.match(words[0]):
        words = words[1:]
        while words and words[0].casefold() in NAME_PARTICLES:
            words = words[1:]
    if len(words) < _NOUN_AND_NAME or given_gender(words[0]) or is_organisation(words):
        return words
    return words[1:] if given_gender(words[1]) is not None else words


def behind_genitive(before: str, run: str) -> str:
    """Return a run of capitalised words without the nouns that a genitive binds to what precedes.

    ``il ministro degli Affari Esteri Ada Finch``: the table of given names holds *Esteri* as well,
    but no article stands before a person.
    """
    words = run.split(" ")
    if len(words) < _NOUN_AND_NAME or _GENITIVE.search(before) is None:
        return run
    given = [place for place, word in enumerate(words[1:-1], 1) if given_gender(word) is not None]
    return " ".join(words[given[-1] :]) if given else run


def _only_opens(words: Sequence[str], naming: Naming) -> bool:
    """Return whether the first of capitalised words opens a sentence and no name.

    ``I’m Ada Finch`` and ``Accordingly Finch`` hold a name behind it.
    """
    first = words[0].casefold()
    if first in NOT_NAMES or first in naming.leading or _CONTRACTED.search(first):
        return True
    return len(words) > 1 and _ADVERB.fullmatch(first) is not None and not given_gender(first)


def split_run(run: str, naming: Naming = ENGLISH) -> list[str]:
    """Return the names in a run: ``Jane Roe of Leeds University`` holds two, ``Bank of X`` one."""
    if naming.nouns:
        head, joint, rest = run.partition(" von ")
        if joint and " " not in head and given_gender(head) is None:
            # ``Seitenhieb von Finch``: a noun, and whose it is.
            return [head, *_ARTICLE_JOINT.split(rest)]
        return _ARTICLE_JOINT.split(run)
    head, joint, rest = _JOINT.split(run, maxsplit=1) if _JOINT.search(run) else (run, "", "")
    if not joint or is_organisation(head.split()[-1:]) or is_organisation(head.split()[:1]):
        return [run]
    return [head, *split_run(rest)]


_JOINT = late(r"( of the | of | for the | for | the )")
_ARTICLE_JOINT = late(r"(?<! [Vv]an)(?<! [Vv]on)(?<! auf) (?:der|des|dem|den|das|die) ")
read_runs = twin(find_runs)
