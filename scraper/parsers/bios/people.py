"""Reads which person of the byline a line of the page names.

Most lines name nobody: before a name is read, the words of the byline's names are looked for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.parsers.authors.openings import byword_end, cut_credit
from scraper.parsers.bios.beginnings import SHORT
from scraper.parsers.bios.signs import is_name, opening_name
from scraper.parsers.names import is_role, name_key, read_name, same_person, split_names
from scraper.parsers.rules import bios as rules
from scraper.parsers.rules.conjunctions import AND_PATTERN


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the byline, as cards are matched to them."""

    name: str
    reviewer: bool = False
    organization: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """Everybody of the byline."""

    persons: tuple[Person, ...] = ()
    words: tuple[str, ...] = ()
    """First and last words of their names in lower case, by which a text may mention them."""

    def __bool__(self) -> bool:
        return bool(self.persons)

    def may_be_in(self, text: str) -> bool:
        """Return whether a text can hold one of the names."""
        return any(map(text.lower().__contains__, self.words))

    def have(self, name: str) -> bool:
        """Return whether a name is of one of them."""
        most = len(name.split()) - _MORE_WORDS
        return any(
            same_person(name, person.name)
            for person in self.persons
            if most <= len(person.name.split())
        )

    def have_house(self, name: str) -> bool:
        """Return whether a name is of an organisation among them."""
        return any(p.organization and same_person(name, p.name) for p in self.persons)


NOBODY = People()
_GOES_ON = re.compile(rf",? (?!{AND_PATTERN} )[^\W\d_A-ZÀ-Þ]|,? \(| [—–] (?=[а-яё])|\n")
"""What follows a name that a sentence is about: no second name."""
_ARTICLE = re.compile(r"(?:[ΗΟ]|Οι) ")
"""What Greek sentences put before a name."""
_DASH = re.compile(r"\s?[—–|]\s")
_JOINED = re.compile(rf",? {AND_PATTERN} |, (?=[^\Wa-zß-ÿ_\d])")
_SENTENCE = re.compile(r"[.!?…][)”»\"]?\s+(?=[^\Wa-zß-ÿ_\d])")
_WIDE_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff・]{2,12}|[\uac00-\ud7a3]{3}")
_WIDE_ENDS = ("。", "！", "）", ".")
_FULL = 0.6
_WIDE = 0.5
"""Likelihood of a name alone in a line; of one in Han or kana with a job in brackets."""
_MORE_WORDS = 2
"""Words that a name line may have beside the byline's form of the name (a middle name, a title)."""


def to_people(persons: Sequence[Person]) -> People:
    """Return people with the words by which texts mention them."""
    names = [person.name.lower().split() for person in persons]
    words = dict.fromkeys(word for name in names for word in (*name[:1], *name[-1:]))
    return People(tuple(persons), tuple(words))


def named(text: str, people: People) -> str | None:
    """Return the name of a name line, if it is of the byline."""
    if not people.may_be_in(text):
        return None
    announced = byword_end(text)
    credit = None if announced else cut_credit(text)
    rest = credit[1] if credit else text[announced:]
    about = rules.ABOUT.match(rest)
    names = split_names(rest[about.end() :] if about else rest)
    if len(names) == 1 and people.have(names[0].name):
        return names[0].name
    # Boxes set the job behind the name in type, not with a comma.
    for person in people.persons:
        if rest.startswith(f"{person.name} ") and is_role(rest[len(person.name) :].strip()):
            return person.name
    return None


def heading_name(text: str, people: People) -> str | None:
    """Return the name that a heading holds ("About Jane Doe"), of the byline or not."""
    bare = text.strip(" :.•-–—*")
    match = rules.HEADING.match(bare)
    rest = bare[match.end() :].strip(" :-–—|") if match else ""
    if not rest:
        about = rules.ABOUT.match(bare)
        rest = rules.COUNT.sub("", bare[about.end() :].rstrip("? ")) if about else ""
    if not rest or rules.HEADING.fullmatch(rest) or rules.HEADING.fullmatch(bare):
        return None
    if known := named(rest, people):
        return known
    name = read_name(rest)
    return name.name if name and is_name(rest) else None


def line_name(text: str, people: People) -> str | None:
    """Return the name that a line under a heading prints, of the byline or not."""
    if known := named(text, people):
        return known
    if rules.NOISE_LINE.match(text) or len(text) > SHORT:
        return None
    names = split_names(text)
    if len(names) != 1 or text.endswith((".", "?", "!")):
        return None
    name = names[0]
    least = _WIDE if name.role and is_wide(name.name) else _FULL
    return name.name if name.likelihood >= least or name.kind == "organization" else None


def starting_name(text: str, people: People, *, boxed: bool = False) -> str | None:
    """Return the full name of the byline that a text starts with, if a sentence follows it.

    The verb may be any: that a paragraph's first words are the author's own name is enough. In a
    box of its own (``boxed``) a dash may part the name from the text.
    """
    head = _ARTICLE.sub("", text.lstrip("(–—-*« "))
    for person in people.persons:
        name = person.name
        if not head.startswith(name):
            continue
        if " " in name and _GOES_ON.match(head, len(name)):
            return name
        if boxed and _DASH.match(head, len(name)):
            return name
        lines = head[len(name) :].split("\n") if is_wide(name) else ()
        if any(line.rstrip().endswith(_WIDE_ENDS) for line in lines):
            return name
    return None


def joint_names(text: str, people: People, start: int = 0) -> tuple[str, ...]:
    """Return the full names of the byline that a sentence is about ("Jane Doe and Max Roe are").

    One name if it is about one of them; none if no full name stands there, or if no verb can
    follow the last.
    """
    names: list[str] = []
    place = start
    while True:
        person = next((p for p in people.persons if text.startswith(p.name, place)), None)
        if person is None or " " not in person.name:
            return ()
        names.append(person.name)
        place += len(person.name)
        joined = _JOINED.match(text, place)
        if joined is None:
            break
        place = joined.end()
    return tuple(names) if _GOES_ON.match(text, place) else ()


def owners(text: str, people: People) -> list[tuple[int, tuple[str, ...]]]:
    """Return where the sentences begin that open with authors' names, with these names."""
    if not people.may_be_in(text):
        return []
    starts = (0, *(match.end() for match in _SENTENCE.finditer(text)))
    found = ((start, joint_names(text, people, start)) for start in starts)
    return [(start, names) for start, names in found if names]


def mentions(text: str, name: str) -> bool:
    """Return whether a text holds a part of a name as a word; any text may hold "van" or "los"."""
    if is_wide(name):
        return name in text
    words = set(name_key(text).split())
    parts = " ".join(part for part in name.split() if not part.islower()) or name
    return any(len(word) > 2 and word in words for word in name_key(parts).split())


def is_wide(name: str) -> bool:
    """Return whether a name is in a script without spaces, whose words have no borders."""
    return len(name) > 1 and _WIDE_NAME.fullmatch(name) is not None


def repeated_name(text: str, people: People) -> str | None:
    """Return the name of a name line that is glued to the bio that opens with it again."""
    for person in people.persons:
        first = person.name.split()[0]
        if text.startswith(person.name):
            again = text.find(first, len(person.name), len(person.name) + SHORT)
            if again > 0 and (opening_name(text[again:]) or starting_name(text[again:], people)):
                return person.name
    return None
