"""Reads times told from now (``2 hours ago``, ``gestern``), given when the page was fetched."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from scraper.parsers.dates.moment import Moment
from scraper.parsers.rules import dates as rules
from scraper.patterns import late

_AMOUNT = late(
    r"(?:(?<![\d.,:/])(\d{1,2})|\b(?:an?|une?|ein\w{0,2}|una?|uma?|één|een|jeden|один))\s?([^\s\d.,:/()|]{1,14})"
)
_LONGEST_LINE = 60


def read_relative(text: str, fetched_at: datetime) -> Moment | None:
    """Return the day that a short line tells from now, or None.

    Args:
        text: A line like ``2 hours ago``, ``vor 3 Tagen`` or ``Yesterday``.
        fetched_at: The reader's now.

    Returns:
        A day: the hour of "2 hours ago" is rounded by nobody knows what.
    """
    if len(text) > _LONGEST_LINE:
        return None
    lowered = text.lower()
    if any(word in lowered for word in rules.RELATIVE_WORDS):
        for amount, minutes in _amounts(lowered):
            return _day(fetched_at - timedelta(minutes=amount * minutes))
    for word, days in rules.DAYS_AGO.items():
        if lowered.startswith(word) or lowered.endswith(word):
            return _day(fetched_at - timedelta(days=days))
    return None


def _amounts(text: str) -> Iterator[tuple[int, int]]:
    """Yield (number, minutes of the unit) of each stretch of time in a text."""
    for match in _AMOUNT.finditer(text):
        for minutes, stems, wholes in _units():
            if match[2] in wholes or match[2].startswith(stems):
                yield int(match[1] or 1), minutes
                break


@cache
def _units() -> tuple[tuple[int, tuple[str, ...], frozenset[str]], ...]:
    """Return minutes of a unit, beginnings of its names, and its names of one letter."""
    found = []
    for minutes, words in rules.RELATIVE_UNITS.values():
        stems = tuple(word for word in words.split() if not word.endswith("@"))
        wholes = frozenset(word[:-1] for word in words.split() if word.endswith("@"))
        found.append((minutes, stems, wholes))
    return tuple(found)


def _day(moment: datetime) -> Moment:
    return Moment(moment.year, moment.month, moment.day)
