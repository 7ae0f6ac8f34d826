"""Numbers of articles that grow with their dates.

A full-text index gives what it finds in the order of numbers, from either end. If a later article
has a larger number, the newest articles with a word that is everywhere are the first that the
index gives, and nothing has to be collected and sorted.
"""

import re
from datetime import MAXYEAR, date

_MINUTES_A_DAY = 1_440
A_MINUTE = 1 << 16
"""Numbers of each minute; articles without a time are of the first minute of their day, and what
goes beyond takes numbers of the next."""

FIRST_DATED = _MINUTES_A_DAY * A_MINUTE
"""The first number of the first day of the year 1; articles without a date are below."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d).*)?")


def first_number(text: str) -> int:
    """Return the smallest number of an article of a date, in the time zone it is stated in.

    A year or month begins with its first day. What is no date comes before all that are: 0.
    """
    found = _DATE.fullmatch(text)
    if found is None:
        return 0
    year, month, day, hour, minute = (int(part) if part else None for part in found.groups())
    try:
        ordinal = date(year or 0, month or 1, day or 1).toordinal()
    except ValueError:
        return 0
    return (ordinal * _MINUTES_A_DAY + (hour or 0) * 60 + (minute or 0)) * A_MINUTE


def end_number(text: str) -> int:
    """Return the number behind all articles of a day, month or year; 0 for what is none."""
    start = first_number(text)
    if not start:
        return 0
    parts = text.split("T", maxsplit=1)[0].split("-")
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
    if len(parts) == 3:
        return first_number("-".join(parts)) + _MINUTES_A_DAY * A_MINUTE
    if month < 12:
        return first_number(f"{year:04}-{month + 1:02}")
    return first_number(f"{year + 1:04}") if year < MAXYEAR else 1 << 62
