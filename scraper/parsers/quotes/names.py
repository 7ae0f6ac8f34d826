"""The cast of a page: the people and organisations that it names, and who a mention means.

Names are runs of capitalised words, with particles, seen in headline, body and bylines. A mention
is resolved to the fullest name that holds its words; a name that could be two people's goes to
the one named last.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from scraper.parsers.quotes.naming import Naming, is_declined, nouns_of
from scraper.parsers.quotes.runs import (
    ENGLISH,
    OWNER_ENDS,
    RUN,
    behind_genitive,
    given_gender,
    is_organisation,
    read_runs,
    split_run,
    strip_name,
    without_possessive,
    without_told,
)
from scraper.parsers.rules.given_names import given_names
from scraper.parsers.rules.quote_people import (
    NOT_NAMES,
    ROLES,
)
from scraper.patterns import late

_SMALL = frozenset("of for and the in & on de".split())
"""Words of an organisation's name that its acronym leaves out."""
_ACRONYM_LETTERS = 4
_MAX_NAMES = 4000
_LONG_RUN = 4
"""Words from which on a run is seldom one name."""
_LONGEST_HEADING = 160
_LONG_WORD = 4
"""Letters of a word that such a heading gives a capital to; shorter ones may be small ("and")."""
_BEFORE = 8
"""Characters before a name in which a genitive stands."""
_MOST_PLACES = 200
_MOST_ADMITTED = 100
"""Names that the text is searched for, one by one."""
_SAME_STEM = 64


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the cast."""

    text: str
    words: tuple[str, ...]
    organisation: bool
    first: int
    """Offset in the body where it is seen first; -1 for headline and bylines."""

    @property
    def gender(self) -> str | None:
        """``m`` or ``f`` where the given name says so, ``p`` for either, ``o`` for no person."""
        if self.organisation:
            return "o"
        return given_gender(self.words[0])


@dataclass(slots=True)
class Cast:
    """The names of a page, by their words."""

    names: list[Name] = field(default_factory=list)
    by_word: dict[str, list[int]] = field(default_factory=dict)
    seen: list[tuple[int, int]] = field(default_factory=list)
    """(offset, index of the name), in order, for people named in the body."""
    acronyms: dict[str, str] = field(default_factory=dict)
    speaking: set[str] = field(default_factory=set)
    """Names that some sentence makes the subject of a reporting verb."""
    known_gender: dict[str, str] = field(default_factory=dict)
    runs: dict[str, list[int]] = field(default_factory=dict)
    """Names by the run of capitalised words that they were seen in."""
    index: dict[tuple[str, ...], int] = field(default_factory=dict)
    stems: dict[str, list[Name]] = field(default_factory=dict)
    """Names by the first two letters of their last word, where names are declined."""
    _fits: dict[tuple[str, ...], tuple[int, list[Name]]] = field(default_factory=dict)
    """Names that hold some words, and how many names there were when they were looked for."""
    admitted: int = 0
    naming: Naming = ENGLISH
    nouns: frozenset[str] = frozenset()
    """Words that are nouns on this page, where every noun has a capital."""

    def add(self, text: str, place: int, *, organisation: bool | None = None) -> int | None:
        """Add a name; return its index, or None where the words are none."""
        words = tuple(text.split())
        if not words or len(self.names) >= _MAX_NAMES:
            return None
        known = self.index.get(words)
        if known is None:
            org = is_organisation(words) if organisation is None else organisation
            known = len(self.names)
            self.index[words] = known
            self.names.append(Name(text, words, org, place))
            for word in {w.casefold() for w in words}:
                self.by_word.setdefault(word, []).append(known)
        if place >= 0:
            self.seen.append((place, known))
        return known

    def admit(self, name: str, text: str) -> None:
        """Add somebody of one name who speaks on the page (``ScreamMyName told me``).

        Words that stand alone are no names of the cast otherwise, as most only open a sentence.
        """
        if " " in name or name.casefold() in self.by_word or name.casefold() in NOT_NAMES:
            return
        if self.admitted >= _MOST_ADMITTED:
            return
        self.admitted += 1
        pattern = re.compile(rf"(?<![\w@]){re.escape(name)}(?!\w)")
        places = [match.start() for match in islice(pattern.finditer(text), _MOST_PLACES)]
        for place in places:
            self.add(name, place, organisation=False)
        self.seen.sort()

    def may_name(self, words: Sequence[str]) -> bool:
        """Return whether words are a name and not nouns, where nouns have a capital as well."""
        if not self.naming.nouns or is_organisation(words):
            return True
        if len(words) == 1:
            return words[0].casefold() in self.by_word or words[0].casefold() in given_names()
        if given_gender(words[0]) is not None:
            return True
        return words[0].casefold() not in self.nouns and words[-1].casefold() not in self.nouns

    def leave_out(self, stretches: Sequence[tuple[int, int]]) -> None:
        """Forget the places of names within stretches of the body, given in order.

        Somebody named inside a quotation is not the one whom a pronoun behind it means.
        """
        starts = [start for start, _ in stretches]
        kept: list[tuple[int, int]] = []
        for place, index in self.seen:
            slot = bisect_right(starts, place) - 1
            if slot < 0 or place >= stretches[slot][1]:
                kept.append((place, index))
        self.seen = kept

    def fullest(self, words: Sequence[str], place: int) -> Name | None:
        """Return the fullest name that holds these words, the one named last before a place."""
        fits = self._holders(tuple(words))
        if len(fits) < 2:
            return fits[0] if fits else None
        words = [word.casefold() for word in words]
        best = max(fits, key=lambda name: _fit(name, words, place))
        longer = [
            n for n in fits if len(n.words) > len(best.words) and n.words[-1] == best.words[-1]
        ]
        longer = [n for n in longer if set(best.words) <= set(n.words)]
        return max(longer, key=lambda n: len(n.words), default=best)

    def named(self, words: Sequence[str], place: int) -> Name:
        """Return the fullest name of the cast for a name, or the name itself."""
        words = tuple(words)
        known = self.acronyms.get(" ".join(words))
        if known is not None:
            return Name(known, tuple(known.split()), organisation=True, first=0)
        nominative = self.undeclined(words)
        if nominative is not None:
            return nominative
        own = Name(" ".join(words), words, organisation=is_organisation(words), first=place)
        full = self.fullest(words, place)
        if full is None and len(words) > 1:
            full = self.fullest(words[-1:], place)
            full = full if full is not None and full.words[0] == words[0] else None
        if full is None or (own.organisation and not full.organisation):
            return own
        if self.naming.unknown and given_gender(full.words[0]) is None:
            return own
        alone = len(words) == 1 and full.words[0] != words[0]
        return own if full.organisation and alone and not own.organisation else full

    def _holders(self, words: tuple[str, ...]) -> list[Name]:
        """Return the names that hold some words; a page asks for the same ones many times."""
        count, fits = self._fits.get(words, (-1, []))
        if count == len(self.names):
            return fits
        folded = [word.casefold() for word in words]
        joined = "&" in folded
        rarest = min((self.by_word.get(word, []) for word in folded), key=len, default=[])
        fits = [
            name
            for name in map(self.names.__getitem__, rarest[:64])
            # ``Delgado & Price`` in a citation is two people, neither of whom bears both names.
            if _holds(name, folded) and ("&" in name.words) == joined
        ]
        self._fits[words] = (len(self.names), fits)
        return fits

    def undeclined(self, words: Sequence[str]) -> Name | None:
        """Return the person of the page whose name these words are in another case, or None.

        The nominative is told by a given name of the table, or by the subject of a reporting verb.
        """
        endings = self.naming.endings
        if not endings or " ".join(words) in self.speaking:
            return None
        if not self.stems:
            for name in self.names:
                self.stems.setdefault(name.words[-1][:2], []).append(name)
        for name in self.stems.get(words[-1][:2], [])[:_SAME_STEM]:
            if name.organisation or len(name.words) < max(len(words), 2):
                continue
            nominative = name.text in self.speaking or given_gender(name.words[0]) is not None
            pairs = zip(name.words[-len(words) :], words, strict=True)
            if nominative and all(is_declined(one, two, endings) for one, two in pairs):
                return name
        return None

    def last_person(self, place: int, gender: str | None, floor: int) -> Name | None:
        """Return the person named last before a place whose gender does not speak against it."""
        slot = bisect_right(self.seen, (place, -1)) - 1
        while slot >= 0 and self.seen[slot][0] >= floor:
            name = self.names[self.seen[slot][1]]
            slot -= 1
            full = self.fullest(name.words, place) or name
            if not self.is_person(full):
                continue
            known = self.known_gender.get(full.text) or full.gender
            if gender in ("m", "f") and known in ("m", "f") and known != gender:
                continue
            return full
        return None

    def is_person(self, name: Name) -> bool:
        """Return whether a name is surely a person's: by given name, or since they speak."""
        if name.organisation:
            return False
        if name.text in self.known_gender or name.text in self.speaking:
            return True
        return len(name.words) > 1 and name.gender is not None and len(name.words) < 6


def _holds(name: Name, words: Sequence[str]) -> bool:
    """Return whether a name holds the words in order."""
    rest = iter(word.casefold() for word in name.words)
    return all(any(word == other for other in rest) for word in words)


def _fit(name: Name, words: Sequence[str], place: int) -> tuple[bool, bool, bool, bool, bool, int]:
    """Rank: fuller names first, by their last word, then people, then those named before."""
    return (
        len(name.words) > 1 and name.words[-1].casefold() == words[-1],
        len(name.words) > 1 and name.words[0].casefold() == words[0] and not name.organisation,
        not name.organisation,
        len(name.words) > 1 and not name.organisation,
        name.first <= place,
        min(len(name.words), 5) if name.words[-1].casefold() == words[-1] else -len(name.words),
    )


_ACRONYM = late(r"\(([A-Z][A-Za-z&]{1,9})\)")


def build_cast(
    text: str, title: str | None, authors: Iterable[str], naming: Naming = ENGLISH
) -> Cast:
    """Return the names of a page.

    Args:
        naming: How names are told in the language of the page.
    """
    cast = Cast(naming=naming, nouns=nouns_of(text) if naming.nouns else frozenset())
    for author in authors:
        cast.add(author, -1)
        cast.speaking.add(author)
    for match in RUN.finditer(title or ""):
        if not _shouts(match.group()):
            _add_run(cast, match.group(), -1)
    runs = read_runs(text)
    for place, run in runs:
        if " " in run and not _is_of_headline(text, place, run):
            before = text[max(place - _BEFORE, 0) : place] if naming.leading else ""
            _add_run(cast, behind_genitive(before, run), place)
    # Single words count where they are part of a name: most others only open a sentence.
    for place, run in runs:
        if " " not in run:
            plain = without_possessive(run)
            if plain.casefold() in cast.by_word and plain.casefold() not in NOT_NAMES:
                cast.add(plain, place)
    if naming.nouns:
        _join_genitives(cast)
    cast.seen.sort()
    for match in _ACRONYM.finditer(text):
        _add_acronym(cast, text, match)
    return cast


def _join_genitives(cast: Cast) -> None:
    """Count ``Ada Finchs`` as the Ada Finch whom a German page names elsewhere."""
    bare: dict[int, int] = {}
    for place, name in enumerate(cast.names):
        words = (*name.words[:-1], name.words[-1].removesuffix("s"))
        if words != name.words and words in cast.index:
            bare[place] = cast.index[words]
    cast.seen = [(place, bare.get(index, index)) for place, index in cast.seen]


def _shouts(run: str) -> bool:
    """Return whether a run of a headline is set in capitals: it may hold verbs and all else."""
    words = run.split()
    return len(words) > 1 and run.isupper() and any(len(word) > _ACRONYM_LETTERS for word in words)


def _is_of_headline(text: str, place: int, run: str) -> bool:
    """Return whether a long run stands in a heading that gives each word a capital, verbs too."""
    words = run.split()
    if len(words) < _LONG_RUN or given_gender(words[0]) is not None:
        return False
    # No further: there may be as many runs as a text without lines has words.
    first, last = max(place - _LONGEST_HEADING - 1, 0), place + _LONGEST_HEADING + 1
    start = text.rfind("\n", first, place) + 1 or first
    end = text.find("\n", place, last)
    line = text[start : end if end >= 0 else last]
    if len(line) > _LONGEST_HEADING:
        return False
    return not any(word[:1].islower() and len(word) >= _LONG_WORD for word in line.split())


def _add_run(cast: Cast, run: str, place: int) -> None:
    """Add the name in a run of capitalised words."""
    known = cast.runs.get(run)
    if known is not None:
        if place >= 0:
            cast.seen.extend((place, index) for index in known)
        return
    before = len(cast.seen)
    _add_new_run(cast, run, place)
    if place >= 0 and len(cast.seen) > before:
        cast.runs[run] = [index for _, index in cast.seen[before:]]


def _add_new_run(cast: Cast, run: str, place: int) -> None:
    """Add the names in a run that was not seen before."""
    run = without_told(run) if cast.naming.unknown else run
    for part in split_run(run, cast.naming):
        name, _ = strip_name(part, cast.naming)
        if (
            name
            and cast.may_name(name.split())
            and not (" " not in name and name.casefold() in ROLES)
        ):
            cast.add(name, place)
    # "Nadia Parr’s Institute" names her as well.
    for word in run.split()[:-1]:
        if word.endswith(OWNER_ENDS):
            owner, _ = strip_name(run[: run.index(word) + len(word)], cast.naming)
            if owner and cast.may_name(owner.split()):
                cast.add(owner, place)
            break


def _add_acronym(cast: Cast, text: str, match: re.Match[str]) -> None:
    """Remember the name whose initials a bracket gives."""
    letters = [c for c in match.group(1) if c.isupper()]
    words = text[max(match.start() - 120, 0) : match.start()].split()
    place = len(words)
    for letter in reversed(letters):
        place -= 1
        while place >= 0 and words[place].casefold() in _SMALL:
            place -= 1
        if place < 0 or words[place][:1].upper() != letter:
            return
    cast.acronyms[match.group(1)] = " ".join(words[place:]).lstrip('(“"‘')
