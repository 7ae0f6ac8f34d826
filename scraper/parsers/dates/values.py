"""Reads dates in values made for machines: ISO 8601, Unix time, what programs print by default.

What follows no such form may still be a date as people print it (``content="3 May 2021"``).
"""

import re

from scraper.parsers.dates.clock import OFFSET, read_offset, with_zone_name
from scraper.parsers.dates.moment import Moment, from_epoch, make_moment
from scraper.parsers.dates.reading import find_month, find_printed, month_number
from scraper.parsers.dates.solar import LANGUAGES as SOLAR_LANGUAGES
from scraper.patterns import late

LONGEST_VALUE = 90
"""Characters of a value made for machines, at most."""
_ISO = late(
    r"([12]\d{3})(-?)(\d\d)(?:\2(\d\d)"
    r"(?:[T\s_]{0,2}(\d\d)[:h]?(\d\d)(?:[:.]?(\d\d)(?:[.,](\d{1,9}))?)?)?)?"
    r"\s?(?:(Z|z|UTC|GMT)|([+\-−]\d\d:?(?:\d\d)?|(?<=:\d\d)\s\d{4}|[A-Z]{2,4})(?!\w))?(?![\d/])"
)
_COARSE = late(
    r"(?P<year>1[5-9]\d\d|20\d\d)(?:[-/.](?P<month>\d{1,2})(?:[-/.]00?)?)?"
    r"|(?P<first>\d{1,2})[-/.](?P<last>1[5-9]\d\d|20\d\d)",
    re.A,
)
_EPOCH = late(r"(?:/Date\()?(1\d{9}|\d{9})(\d{3})?(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?", re.A)
_CTIME = late(
    r"(?:[^\W\d]{3,9},?\s)?([^\W\d]{3,9})\s{1,2}(\d{1,2})\s(\d\d):(\d\d)(?::(\d\d))?\s"
    rf"(?:([A-Z]{{2,5}}|{OFFSET})\s)?((?:19|20)\d\d)"
)


def read_value(value: str, *, month_first: bool = False, language: str = "") -> Moment | None:
    """Return the moment that a machine-readable value states, or None.

    Takes ISO 8601 in all its spellings, compact digits, Unix time in seconds and milliseconds,
    RFC 5322, what C, Java and JavaScript print by default, and printed dates.

    Args:
        value: The value as it stands, at most about 90 characters.
        month_first: Whether ``05/06/2007`` is 6 May.
        language: Primary language of the page, for month names that languages share.
    """
    value = value.strip(" \t\r\n\"'")
    if not value or len(value) > LONGEST_VALUE:
        return None
    if epoch := _EPOCH.fullmatch(value):
        return _in_range(from_epoch(int(epoch.group(1))))
    iso = None if language in SOLAR_LANGUAGES and value[:2] in ("13", "14") else _ISO.match(value)
    if iso and (moment := _from_iso(iso)):
        return moment
    if (ctime := _CTIME.match(value)) and (moment := _from_ctime(ctime)):
        return moment
    first = next(iter(find_printed(value, month_first=month_first, language=language)), None)
    return first.moment if first else None


def read_coarse(value: str, language: str = "") -> Moment | None:
    """Return the month or year that a value states, or None where it states a day or neither.

    Takes ``2016-03``, ``2016/3``, ``03/2016``, ``2016``, a printed month, and the zeros of
    libraries' records for what is not known (``2016-03-00``).

    Args:
        value: The value as it stands.
        language: Primary language of the page, for month names that languages share.
    """
    value = value.strip(" \t\r\n\"'")
    if match := _COARSE.fullmatch(value):
        year = match["year"] or match["last"]
        month = int(match["month"] or match["first"] or 0)
        return make_moment(int(year), month) if month else make_moment(int(year))
    printed = find_month(value, language)
    return printed.moment if printed and printed.end - printed.start == len(value) else None


def _in_range(moment: Moment | None) -> Moment | None:
    """Return a moment of Unix time unless it is before the web or decades ahead of it."""
    return moment if moment and 1994 <= moment.year <= 2100 else None


def _from_iso(match: re.Match[str]) -> Moment | None:
    year, dash, month, day, hour, minute, second, fraction, zulu, offset = match.groups()
    if day is None:
        return make_moment(int(year), int(month)) if dash and match.end() >= 7 else None
    clock = None
    if hour is not None:
        clock = (int(hour), int(minute), int(second) if second else None, fraction or "")
    minutes = 0 if zulu else read_offset(offset) if offset else None
    if offset and minutes is None:
        moment = make_moment(int(year), int(month), int(day), clock)
        return with_zone_name(moment, offset) if moment else None
    is_zulu = bool(zulu) and zulu in "Zz"
    return make_moment(int(year), int(month), int(day), clock, minutes, zulu=is_zulu)


def _from_ctime(match: re.Match[str]) -> Moment | None:
    word, day, hour, minute, second, zone, year = match.groups()
    month = month_number(word)
    if month is None:
        return None
    clock = (int(hour), int(minute), int(second) if second else None, "")
    moment = make_moment(int(year), month, int(day), clock)
    return with_zone_name(moment, zone or "") if moment else None
