"""Tells whom a description means: a role (``the minister``), an age, a writing (``the report``).

A role goes to the only person of the page who is introduced with it, an age to the one whose age
the page prints. A writing speaks for who issued it, a spokesperson for who is named behind them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from scraper.parsers.quotes.mentioned import is_common
from scraper.parsers.quotes.names import Cast, Name
from scraper.parsers.quotes.runs import RUN, given_gender, is_organisation, strip_name
from scraper.parsers.rules.quote_people import ROLES, TEXTS_OF
from scraper.parsers.rules.quote_words import AGED, ARE, MOUTHPIECES
from scraper.patterns import late

_ARTICLES = frozenset("the this der die le la l el il lo o a de".split())
_ENGLISH = frozenset(("the", "this"))
_GENDER_OF_ARTICLE = {
    "der": "m", "die": "f", "le": "m", "la": "f", "el": "m", "il": "m", "o": "m", "a": "f"
}  # fmt: skip
_MOST_WORDS = 3
_BESIDE = 80
"""Characters before a description in which its bearer is named."""
_MOST_PLACES = 200
"""Places of a description that are looked at."""
_MOST_SOUGHT = 100
"""Roles, and ages, that the text is searched for, one by one."""
_SHORTEST_NOUN = 4
_PARTS = late(r"[\s’']+")
_AGE = late(rf"(?<!\d)(?P<years>\d{{1,3}})(?:{AGED})(?!\w)")
_ISSUED_WITHIN = 3000
"""Characters before a mention in which the issuer of a writing is looked for."""
_ARTICLE = r"(?:(?:an?|the|eine?|der|die|une?|uma?|le|la|el|il|o)\s|l[’'])"
_SPEAKS_FOR = late(
    r"(?:^|(?<=\n)|(?<=[.!?”\"»“] ))"
    r"(?:(?:But|Yet|And|However|Meanwhile|Doch|Aber|Mais|Pero|Ma|Maar|Mas),?\s)?"
    rf"(?i:{_ARTICLE})(?:[^\WA-Z_]\w*\s)?(?i:{MOUTHPIECES})\s(?:for|of|der|des|von|vom|de|du|del|della|do|da|van)\s{_ARTICLE}?"
    rf"({RUN.pattern}(?:\sand\s{RUN.pattern})?)(?:\s\(([A-Z][A-Za-z&]{{1,9}})\))?"
)
_BLANK = late(r"\s")
_EXPLAINED = late(rf"(?:,\s|\s(?:{ARE})\s){_ARTICLE}?(?:[^\WA-Z_]+\s)?$")
"""What stands between a name and what its bearer is (``, der neue ``, `` ist ``)."""
_AGED = late(r"\s?\($|,\s(?:aged\s)?$")
_OF_AGE = late(rf"(?:{AGED})\s(?:[^\WA-Z_]\w*\s){{0,2}}")


@dataclass(slots=True)
class Descriptions:
    """Whom the descriptions on a page mean; each role and each age is looked up once."""

    cast: Cast
    text: str
    """The body's text."""
    _bearers: dict[str, str | None] = field(default_factory=dict)
    _aged: dict[str, frozenset[str]] = field(default_factory=dict)

    def meant(self, mention: str, place: int) -> tuple[str, float] | None:
        """Return who is meant by a role or a writing behind its article, and how sure that is."""
        words = [word.casefold() for word in _PARTS.split(mention.strip(" ,.")) if word]
        if not words or words[0] not in _ARTICLES or len(words) > _MOST_WORDS:
            return None
        noun = words[-1]
        if noun in TEXTS_OF and len(words) == 2:
            return self._issuer(noun, place)
        if noun in ROLES:
            bearer = self._bearer(noun, self._holders)
        elif self._is_noun(words[0], mention.rsplit(maxsplit=1)[-1]):
            bearer = self._bearer(noun, self._introduced)
        else:
            return None
        return (bearer, 0.6) if bearer is not None else None

    def _is_noun(self, article: str, word: str) -> bool:
        """Return whether a word that no table knows may tell what somebody is.

        In English too many things say something (``the paper said``).
        """
        capital = word[:1].isupper() or not self.cast.naming.nouns
        return article not in _ENGLISH and len(word) >= _SHORTEST_NOUN and capital

    def of_age(self, mention: str) -> frozenset[str]:
        """Return the people whose age, as a mention gives it, is printed on the page."""
        age = _AGE.search(mention)
        if age is None:
            return frozenset()
        years = age.group("years")
        if years not in self._aged and len(self._aged) < _MOST_SOUGHT:
            self._aged[years] = frozenset(self._people_aged(years))
        return self._aged.get(years, frozenset())

    def _people_aged(self, years: str) -> Iterator[str]:
        """Yield who is named right beside a number of years."""
        for place in self._places(rf"(?<!\d){years}(?!\d)"):
            for name in (self._before(place, _AGED), self._behind(place, _OF_AGE)):
                if name is not None:
                    yield name.text

    def spoken_for(self, start: int, place: int) -> str | None:
        """Return for whom somebody without a name spoke last between two places, or None."""
        matches = list(_SPEAKS_FOR.finditer(self.text, start, place))
        if not matches:
            return None
        found = matches[-1]
        known = self.cast.acronyms.get(found.group(2) or "")
        name, _, second = found.group(1).partition(" and ")
        if second and is_organisation(second.split()):
            name = found.group(1)
        full = self.cast.fullest(name.split(), place)
        return known or (full.text if full is not None and full.organisation else name)

    def _issuer(self, noun: str, place: int) -> tuple[str, float] | None:
        """Return the organisation whose report, statement … was named last."""
        window = self.text[max(place - _ISSUED_WITHIN, 0) : place]
        pattern = re.compile(
            rf"({RUN.pattern})(?:[’']s?)?(?:\s+\w+){{0,3}}?\s+(?:{noun}|{noun.removesuffix('s')}s)\b"
        )
        found = None
        for match in pattern.finditer(window):
            name, _ = strip_name(match.group(1))
            if name and not is_common(name):
                found = name
        if found is None:
            return None
        return self.cast.named(found.split(), place).text, 0.6

    def _bearer(self, role: str, holders: Callable[[str], Iterable[str]]) -> str | None:
        """Return the only person on the page who is introduced with a role."""
        if role not in self._bearers and len(self._bearers) < _MOST_SOUGHT:
            people = set(holders(role)) - {""}
            self._bearers[role] = people.pop() if len(people) == 1 else None
        return self._bearers.get(role)

    def _holders(self, role: str) -> Iterator[str]:
        """Yield who is named behind a role of the table, or before it in an apposition."""
        for match in re.finditer(rf"\b{re.escape(role)}\b", self.text, re.IGNORECASE):
            after = RUN.match(self.text, match.end() + 1)
            if after and " " in after.group():
                yield strip_name(after.group())[0]
            before = self.text[max(match.start() - 60, 0) : match.start()]
            named = re.search(rf"({RUN.pattern}),\s[^.,;“”\"]*$", before)
            name = strip_name(named.group(1))[0] if named else ""
            if " " in name:
                yield name

    def _introduced(self, noun: str) -> Iterator[str]:
        """Yield people whose full name stands right beside a noun that no table knows.

        ``Virologe Jan Holm``, ``Jan Holm, Virologe in Kiel``, ``Jan Holm ist Virologe``.
        """
        for place in self._places(rf"(?<!\w)(?:\w+-)?{re.escape(noun)}(?!\w)"):
            for name in (self._before(place, _EXPLAINED), self._behind(place, _BLANK)):
                if name is not None:
                    yield name.text

    def _places(self, pattern: str) -> Iterator[re.Match[str]]:
        return islice(re.finditer(pattern, self.text, re.IGNORECASE), _MOST_PLACES)

    def _before(self, place: re.Match[str], joint: re.Pattern[str]) -> Name | None:
        """Return the person named before a place, with nothing but a joint between."""
        window = self.text[max(place.start() - _BESIDE, 0) : place.start()]
        joined = joint.search(window)
        if joined is None:
            return None
        runs = [run for run in RUN.finditer(window) if run.end() == joined.start()]
        return self._person(runs[-1].group(), place.start()) if runs else None

    def _behind(self, place: re.Match[str], joint: re.Pattern[str]) -> Name | None:
        """Return the person named behind a place, with nothing but a joint between."""
        joined = joint.match(self.text, place.end())
        run = RUN.match(self.text, joined.end()) if joined is not None else None
        return self._person(run.group(), place.start()) if run is not None else None

    def _person(self, run: str, place: int) -> Name | None:
        """Return the person that a run of capitalised words names in full, or None."""
        words = strip_name(run, self.cast.naming)[0].split()
        if len(words) < 2 or given_gender(words[0]) is None or is_organisation(words):
            return None
        return self.cast.named(words, place)


def gender_of_article(mention: str) -> str | None:
    """Return the gender that the article before a description shows: ``m``, ``f`` or None."""
    return _GENDER_OF_ARTICLE.get(_PARTS.split(mention, maxsplit=1)[0].casefold())


def tells_age(mention: str) -> bool:
    """Return whether a mention is somebody's age (``der 24-Jährige``, ``the 24-year-old``)."""
    return _AGE.search(mention) is not None and len(mention.split()) <= _MOST_WORDS


def tells_age_alone(mention: str) -> bool:
    """Return whether nothing but an article and an age stands in a mention."""
    return tells_age(mention) and _AGE.sub("", mention).count(" ") == 1
