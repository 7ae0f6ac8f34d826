"""Reads what opens a line: a by-word, a credit, a word of a comment.

A line in nested boxes is asked about several times, menus and teasers print the same bylines on
every page of a site, and the patterns try some hundred words each: so what they say is kept.
``openings_c.pyx`` finds the few texts of a page that are worth a look.
"""

import re
from functools import lru_cache
from itertools import pairwise

from scraper.native import twin
from scraper.parsers.rules import bylines as rules

_KEPT = 4096
"""Lines whose opening is remembered."""
_LONGEST_WORD = max(map(len, rules.OPENING_WORDS))
_GLUED = ("By", "by", "Vo", "vo")
_DATE_FIRST = re.compile(
    r"^[^A-Za-z]{0,4}[\w.,\s/:-]{4,40}?\s(?:by|von|par|por|di|door|av)\s+", re.I
)


def may_open(line: str) -> bool:
    """Return whether a line's first word is one of a by-word: a quick test, true for few."""
    start = line[:2]
    if start not in rules.OPENING_STARTS:
        return start >= rules.CASELESS_FROM
    token = line[: _LONGEST_WORD + 1].split(" ", 1)[0]
    if token.isalnum() and start not in _GLUED:
        # Nothing but letters up to the space: the first word, or the begin of a longer one.
        return token.lower() in rules.OPENING_WORDS
    word = rules.FIRST_WORD.match(line)
    return word is not None and word.group().lower() in rules.OPENING_WORDS


_may_open = twin(may_open)


def find_openings(texts: list[str]) -> tuple[list[int], list[int]]:
    """Return the indexes of the texts that are worth a look, of all of a page's blocks at once.

    Args:
        texts: The text of each block.

    Returns:
        Those that may open with a by-word or a credit, or that hold a line break, behind which one
        may stand; and those with which the text behind them begins again. Both in order.
    """
    opening = [n for n, text in enumerate(texts) if may_open(text) or "\n" in text]
    pairs = enumerate(pairwise(texts))
    return opening, [n for n, (text, below) in pairs if below.startswith(text)]


read_openings = twin(find_openings)


def opens(line: str) -> bool:
    """Return whether a by-word or a credit opens a line."""
    return _may_open(line) and (
        cut_credit(line) is not None or (len(line) > 4 and byword_end(line) > 0)
    )


@lru_cache(maxsize=_KEPT)
def cut_credit(text: str) -> tuple[str, str] | None:
    """Return the credit that opens a text and what follows it, or None where none does."""
    match = rules.CREDIT.match(text)
    return (match.group("role"), text[match.end() :]) if match else None


@lru_cache(maxsize=_KEPT)
def byword_end(text: str) -> int:
    """Return where the by-word that opens a text ends; 0 where none does."""
    match = rules.BYLINE.match(text)
    return match.end() if match else 0


@lru_cache(maxsize=_KEPT)
def is_written(text: str) -> bool:
    """Return whether a word opens a text that says of nothing but a text who wrote it."""
    return rules.WRITTEN.match(text) is not None


@lru_cache(maxsize=_KEPT)
def is_commented(text: str) -> bool:
    """Return whether a text begins as the line above a comment does."""
    return rules.COMMENTED.match(text) is not None


@lru_cache(maxsize=_KEPT)
def cut_byword(text: str) -> tuple[str, bool]:
    """Return a line without the word that announces its author, and whether it had one."""
    text = text.lstrip(" ,;·|")
    if end := byword_end(text):
        rest = text[end:]
        return rest[byword_end(rest) :], True
    dated = _DATE_FIRST.match(text) if any(c.isdigit() for c in text[:40]) else None
    return (text[dated.end() :], True) if dated else (text, False)
