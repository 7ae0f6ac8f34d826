"""Reads what stands around a name in its line: words before it, a date beside it, what follows."""

import re

from scraper.parsers.authors.leads import cut_last_byword
from scraper.parsers.names import (
    is_agency,
    is_given_name,
    is_japanese_name,
    is_role,
    looks_like_organization,
    looks_like_person,
)
from scraper.parsers.rules import bylines as rules
from scraper.text import TextBlock

LEAD_CHARS = 40
"""Characters beside a name that may say something of it."""
_MOST_BEFORE = 300
"""Characters before a name that are looked at, so that a list of names costs no square."""
_DATE_CHARS = 25
"""Characters beside a name in which a date is next to it."""
_DATED = re.compile(
    r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2}|\b(?:19|20)\d\d\b|\d{1,2}:\d\d|"
    r"\d\s?(?:min|日|月)"
)
"""A date, a time of day or a reading time, as bylines have beside the name."""
_DIGIT = re.compile(r"\d")
_BEHIND_NAME = re.compile(
    r"\s*(?:$|[|•·–—\n\t,;(/@»]|[-:]\s|\d|(?:on|am|um|at|le|el|den|in|for|und|and|y|et|&|"
    r"vom|veröffentlicht|published|posted|updated|last|contributor)\b)",
    re.I,
)
"""What a byline goes on with behind its names."""
_PREFIXED = re.compile(r"\b(Mc|Mac|Fitz|[ODL]['’]) · (?=[^\W\d_])")
_TWO_WORDS = re.compile(r"([^\W\d_]+) · ([^\W\d_]+)")
_WITH = frozenset("mit with avec con com met med z ze s se".split())
_WORDS_WITH = 5
"""Words before a name, one of which is "with" where somebody is asked: a quick test."""
_PICTURES = ("Getty", "Shutterstock", "iStock", "Alamy", "Unsplash", "Pexels", "Imago", "EPA")
"""Agencies that sell pictures."""
_OPENING_BRACKETS = tuple("([（【〔")
_BETWEEN_WRITERS = re.compile(r"[·,、]\s?|(?<=\S\S)\s(?=\S\S)")
_PICTURED = ("摄", "攝", "图", "圖")
_KNOWN = 0.85
"""Likelihood of a name that begins with a frequent family's."""
_LONGEST_HAN = 4
_A_NAME = 0.55
"""Likelihood from which on a line is taken for a full name."""
_DASHES = frozenset("- – — ― ~ --".split())


def printed_line(block: TextBlock) -> str:
    """Return a block's text with a dot where style sheets keep its parts aside.

    Parts of one name stay together: "Jane", "Doe" and the end of "McDonald" in bold letters.
    """
    if not block.touching:
        return block.text
    text = _PREFIXED.sub(r"\1", block.parted(" · "))
    whole = _TWO_WORDS.fullmatch(text)
    if whole and is_given_name(whole[1]) and not is_role(whole[2]):
        return f"{whole[1]} {whole[2]}"
    return text


def without_institutes(text: str) -> str:
    """Return the names of a box in one line, where each has its institute on the line below."""
    lines = text.split("\n")
    kept = [line for line in lines if not looks_like_organization(line)]
    people = [line for line in kept if looks_like_person(line) >= _A_NAME]
    return "; ".join(kept) if len(people) > 1 and len(kept) < len(lines) else text


def dateline_writers(text: str) -> list[str]:
    """Return who wrote, in front of a first sentence, as the press of East Asia prints it.

    Nobody where the brackets hold another word ("记者招待会", a press conference) or who took the
    picture that the line tells of.
    """
    if not (text >= rules.HAN_FROM or text.startswith(_OPENING_BRACKETS)):
        return []
    signed = rules.WRITER_IN_DATELINE.match(text)
    if signed is None:
        return []
    names = _BETWEEN_WRITERS.split(next(filter(None, signed.groups())).strip())
    return [name for name in names if signed["after"] or _may_write(name)]


def _may_write(name: str) -> bool:
    known = looks_like_person(name) >= _KNOWN and len(name) <= _LONGEST_HAN
    return (known or is_japanese_name(name)) and not name.endswith(_PICTURED)


def ends_there(line: str, start: int, name: str) -> bool:
    """Return whether a line ends with a name, or goes on with a date, a place, a separator."""
    return start >= 0 and _BEHIND_NAME.match(line, start + len(name)) is not None


def is_near_date(line: str, start: int, name: str) -> bool:
    """Return whether a date stands right before or right behind a name in its line."""
    if start < 0:
        return False
    end = start + len(name)
    around = (line[max(start - _DATE_CHARS, 0) : start], line[end : end + _DATE_CHARS])
    return any(is_dated(text) for text in around)


def words_before(line: str, start: int) -> int:
    """Return how many words without a digit stand before a name in its line."""
    if start <= 0:
        return 0
    before = line[max(start - _MOST_BEFORE, 0) : start].rsplit("\n", 1)[-1]
    words = before.split()
    if not any(map(str.isdigit, before)):
        return len(words)
    return sum(not any(map(str.isdigit, word)) for word in words)


def told_around(line: str, start: int, name: str) -> set[str]:
    """Return what the words right before and behind a name in its line say against an author."""
    found = set()
    before = line[max(start - LEAD_CHARS, 0) : start].rsplit("\n", 1)[-1].rstrip()
    behind = line[start + len(name) : start + len(name) + LEAD_CHARS]
    if behind and rules.SPEAKING.match(behind):
        found.add("speaks")
    agency = rules.AGENCY_BEHIND.match(behind) if "/" in behind else None
    if agency and (
        is_agency(agency[1].split()[0]) or agency[1].startswith(_PICTURES) or is_agency(name)
    ):
        found.add("slashed")
    if before:
        words = before.lower().split()[-_WORDS_WITH:]
        if not _WITH.isdisjoint(words) and rules.INTERVIEWED_END.search(before):
            found.add("interviewed")
        if before.endswith("/") and not (_parts_only(before) or cut_last_byword(before)):
            found.add("slashed")
        elif before in _DASHES:
            # "— Jane Doe (@jane) May 3, 2025" signs a post that is quoted.
            found.add("speaks" if behind.lstrip().startswith("(@") else "dashed")
    return found


def _parts_only(before: str) -> bool:
    """Return whether a slash only parts: it opens the line, or stands behind a date."""
    lead = before[:-1].rstrip()
    return not lead or lead[-1].isdigit()


def is_dated(text: str) -> bool:
    """Return whether a text holds a date, a time of day or a reading time: all begin in a digit."""
    first = _DIGIT.search(text)
    return first is not None and _DATED.search(text, first.start()) is not None
