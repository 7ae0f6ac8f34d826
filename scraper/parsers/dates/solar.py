"""Reads dates of the Solar Hijri calendar, which Iran and Afghanistan print.

The calendar's year begins at the spring equinox; leap years follow cycles of 33 years, which gives
the days of the official calendar from 1178 to 1633 (1799 to 2255 of the common era).
"""

import re
from collections.abc import Iterator
from datetime import date

from scraper.parsers.dates.moment import Moment, make_moment
from scraper.parsers.rules.months import SOLAR_MONTHS
from scraper.patterns import late

LANGUAGES = frozenset(("fa", "ps", "prs"))
"""Languages whose dates in digits are of this calendar where the year is one of it."""

_NUMBERS = {
    form: number for number, forms in enumerate(SOLAR_MONTHS, 1) for form in forms.split("/")
}
_IN_WORDS = late(
    rf"(?<!\d)(\d{{1,2}})\s?({'|'.join(_NUMBERS)})(?:\s?ماه)?\s?[،,]?\s?(1[34]\d\d)(?!\d)"
)
_IN_DIGITS = late(r"(?<![\d/.-])(1[34]\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?![\d/.-])")
_ANCHOR_YEAR = 1400
_ANCHOR = date(2021, 3, 21)
"""The first day of 1400."""
_LONG_MONTHS = 6
_LAST_MONTH = 12


def find_solar(text: str, language: str) -> Iterator[tuple[re.Match[str], Moment]]:
    """Yield the dates of the calendar in a text, with their matches, in order of their form.

    Args:
        text: A line, digits in ASCII.
        language: Primary language subtag; dates in digits are read in Persian and Pashto only.
    """
    if "13" not in text and "14" not in text:
        return
    for match in _IN_WORDS.finditer(text):
        if moment := to_moment(int(match[3]), _NUMBERS[match[2]], int(match[1])):
            yield match, moment
    if language in LANGUAGES:
        for match in _IN_DIGITS.finditer(text):
            if moment := to_moment(int(match[1]), int(match[3]), int(match[4])):
                yield match, moment


def to_moment(year: int, month: int, day: int) -> Moment | None:
    """Return the day of the common era, or None where the calendar has no such day."""
    if not 1 <= month <= _LAST_MONTH or not 1 <= day <= _month_days(year, month):
        return None
    step = 1 if year >= _ANCHOR_YEAR else -1
    years = range(min(year, _ANCHOR_YEAR), max(year, _ANCHOR_YEAR))
    first = _ANCHOR.toordinal() + step * sum(366 if is_leap(one) else 365 for one in years)
    passed = sum(_month_days(year, one) for one in range(1, month))
    found = date.fromordinal(first + passed + day - 1)
    return make_moment(found.year, found.month, found.day)


def is_leap(year: int) -> bool:
    """Return whether a year has 366 days."""
    return (25 * year + 11) % 33 < 8


def _month_days(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < _LAST_MONTH or is_leap(year) else 29
