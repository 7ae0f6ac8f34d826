"""Reads what opens a line: a by-word, a credit, a word of a comment.

A line in nested boxes is asked about several times, menus and teasers print the same bylines on
every page of a site, and the patterns try some hundred words each: so what they say is kept.
``openings_c.pyx`` finds the few texts of a page that are worth a look.
"""

import re

from scraper.native import twin
from scraper.parsers.rules import bylines as rules
from scraper.remembering import remembered

_KEPT = 4096
"""Lines whose opening is remembered."""
_LONGEST_ANNOUNCING = max(map(len, rules.ANNOUNCING_WORDS))
_COMMENTING = frozenset(("co", "ko", "re"))
"""The first letters of the line above a comment."""
GLUED_WORDS = ("By", "by", "Von", "von")
_DATE_FIRST = re.compile(
    r"^[^A-Za-z]{0,4}[\w.,\s/:-]{4,40}?\s(?:by|von|par|por|di|door|av)\s+", re.I
)


def may_announce(text: str) -> bool:
    """Return whether a by-word or a credit may open a text: a quick test, true for few."""
    token = text[: _LONGEST_ANNOUNCING + 1].split(" ", 1)[0]
    if token.isalnum():
        # Nothing but letters up to the space: the first word, or the begin of a longer one.
        first = token.lower() in rules.ANNOUNCING_WORDS or text.startswith(GLUED_WORDS)
        return first or text >= rules.CASELESS_FROM
    word = rules.FIRST_WORD.match(text)
    if word is None:
        return text.startswith(("[", "【"))
    return word.group().lower() in rules.ANNOUNCING_WORDS or text >= rules.CASELESS_FROM


def find_openings(texts: list[str]) -> list[int]:
    """Return the indexes of the texts that a by-word or a credit may open a line of, in order."""
    return [
        n for n, text in enumerate(texts) if may_announce(text) or ("\n" in text and _goes_on(text))
    ]


def _goes_on(text: str) -> bool:
    """Return whether a by-word or a credit may open one of a text's lines behind the first."""
    return any(may_announce(line.strip()) for line in text.split("\n")[1:])


may_be_announced = twin(may_announce)
read_openings = twin(find_openings)


def opens(line: str) -> bool:
    """Return whether a by-word or a credit opens a line."""
    return cut_credit(line) is not None or (len(line) > 4 and byword_end(line) > 0)


def cut_credit(text: str) -> tuple[str, str] | None:
    """Return the credit that opens a text and what follows it, or None where none does."""
    return _cut_credit(text) if may_be_announced(text) else None


@remembered(_KEPT)
def _cut_credit(text: str) -> tuple[str, str] | None:
    match = rules.CREDIT.match(text)
    return (match.group("role"), text[match.end() :]) if match else None


def byword_end(text: str) -> int:
    """Return where the by-word that opens a text ends; 0 where none does."""
    return _byword_end(text) if may_be_announced(text) else 0


@remembered(_KEPT)
def _byword_end(text: str) -> int:
    match = rules.BYLINE.match(text)
    return match.end() if match else 0


def is_written(text: str) -> bool:
    """Return whether a word opens a text that says of nothing but a text who wrote it."""
    return may_be_written(text) and _is_written(text)


def may_be_written(text: str) -> bool:
    """Return whether such a word may open a text: a quick test."""
    return may_be_announced(text) or text[:4].lower() == "the "


@remembered(_KEPT)
def _is_written(text: str) -> bool:
    return rules.WRITTEN.match(text) is not None


def is_commented(text: str) -> bool:
    """Return whether a text begins as the line above a comment does."""
    return text[:2].lower() in _COMMENTING and rules.COMMENTED.match(text) is not None


@remembered(_KEPT)
def cut_byword(text: str) -> tuple[str, bool]:
    """Return a line without the word that announces its author, and whether it had one."""
    text = text.lstrip(" ,;·|")
    if end := byword_end(text):
        rest = text[end:]
        return rest[byword_end(rest) :], True
    dated = _DATE_FIRST.match(text) if any(map(str.isdigit, text[:40])) else None
    return (text[dated.end() :], True) if dated else (text, False)
