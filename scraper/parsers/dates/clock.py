"""Reads the clock times that stand beside a printed date, and their zones.

Languages put different words between day and time, some the weekday; what is written before a date
(``09:12 Uhr, 2.2.2022``) counts, too.
"""

import re
from dataclasses import replace

from scraper.parsers.dates.moment import LARGEST_OFFSET, Moment, make_moment
from scraper.parsers.rules import dates as rules
from scraper.patterns import late

Clock = tuple[int, int, int | None, str]
"""Hour, minute, second and the digits of its fraction."""

OFFSET = r"[+\-−]\d\d:?(?:\d\d)?"
_ZONE = (
    rf"(?:(UTC|GMT)?\s?({OFFSET}|(?:(?<=[CT])|(?<=[CT]\s))[+\-−]\d{{1,2}}(?!\d))"
    r"|([A-Z]{1,5}|МСК)(?![\w'’]))?"
)
_DAY_PERIOD = r"(?:([ap]\.?\s?m\b\.?|[ap](?=\s)))?"
_CLOCK_AFTER = late(
    # "year", "day" and the weekday, where a language puts them behind a date.
    rf"(?:\s?(?:{rules.BEHIND_DATE}))?(?:[\s,.]{{0,3}}[(（]?(?:{rules.WEEKDAYS})[)）.]?)?"
    r"(?:\s?T|[\s,،|·•.@(–\-]{0,4}(?:\([^()\d]{1,12}\)\s?)?"
    rf"(?:{rules.BEFORE_CLOCK})?[\s:,]{{0,2}}"
    r"(上午|下午|午前|午後|오전|오후|早上|晚上|凌晨|中午)?\s?)"
    r"(?<![\d.])(\d{1,2})\s?([:.hHu時时點点시])\s?(\d{2}|\d(?=\s?[分분]))?(?:\s?[分분])?"
    r"(?:[:.'](\d\d)(?:\.(\d{1,6}))?)?"
    rf"(?!\d)[\s)]?{_DAY_PERIOD}(?:(?:Uhr|hrs?|uur|ч|น)\b\.?|h\b)?\s?\(?{_ZONE}",
    re.I,
)
_CLOCK_AFTER_HOUR = late(
    rf"[\s,|·•@–\-]{{1,4}}(?:at\s)?(\d{{1,2}})\s?([ap]\.?\s?m\b\.?)\s?\(?{_ZONE}", re.I
)
_CLOCK_BEFORE = late(
    rf"(?<![\d:.,/-])(\d{{1,2}})[:.](\d\d)(?::(\d\d))?\s?{_DAY_PERIOD}(?:Uhr|hrs?)?\s?{_ZONE}"
    r"\s?[\s,|·•–\-]{0,3}(?:on\s|am\s|del?\s)?(?:[^\W\d]{2,10},?\s)?$",
    re.I,
)
_BEFORE_CHARS = 40


def find_clock(text: str, start: int, end: int) -> tuple[Clock, str, int] | None:
    """Return the time that stands behind or before a date, if one does.

    Returns:
        The time, its zone as printed (empty without one), and where date and time end.
    """
    after = _CLOCK_AFTER.match(text, end)
    if after and (clock := _clock_after(after)):
        return clock, _zone_of(after, 8), after.end()
    hour = _CLOCK_AFTER_HOUR.match(text, end)
    if hour and (number := _hour(int(hour[1]), hour[2])) is not None:
        return (number, 0, None, ""), _zone_of(hour, 3), hour.end()
    lead = text[max(start - _BEFORE_CHARS, 0) : start]
    before = _CLOCK_BEFORE.search(lead) if ":" in lead or "." in lead else None
    if before and (number := _hour(int(before[1]), before[4])) is not None:
        seconds = int(before[3]) if before[3] else None
        return (number, int(before[2]), seconds, ""), _zone_of(before, 5), end
    return None


def _clock_after(match: re.Match[str]) -> tuple[int, int, int | None, str] | None:
    period, hour, mark, minute, second, fraction, english = match.groups()[:7]
    if minute is None and mark not in "hH時时点시":
        return None
    number = _hour(int(hour), period or english)
    if number is None or int(minute or 0) > 59:
        return None
    return number, int(minute or 0), int(second) if second else None, fraction or ""


def _hour(hour: int, period: str | None) -> int | None:
    """Return the hour of the day of a clock time with or without day period."""
    if hour > 23:
        return None
    period = (period or "").lower().replace(" ", "")
    if period in rules.AFTERNOON or period == "p":
        return hour if hour >= 12 else hour + 12
    if period in rules.FORENOON or period == "a":
        return 0 if hour == 12 else hour
    return hour


def _zone_of(match: re.Match[str], group: int) -> str:
    """Return the offset or the abbreviation behind a time; ``group`` is the first of three."""
    return match[group + 1] or match[group + 2] or match[group] or ""


# --- zones ------------------------------------------------------------------------------------


def read_offset(text: str) -> int | None:
    """Return the minutes that an offset (``+0100``, ``-05:00``, ``+2``) stands for, or None."""
    text = text.replace("−", "-")
    sign = -1 if text.startswith("-") else 1
    digits = "".join(char for char in text if char.isdigit())
    if not digits or text[0].isalpha():
        return None
    hours, minutes = int(digits[:2]), int(digits[2:4] or 0)
    return sign * (hours * 60 + minutes)


def with_zone_name(moment: Moment, zone: str) -> Moment:
    """Return a moment with the zone of an abbreviation or an offset, if a place has it."""
    if moment.hour is None or not zone:
        return moment
    offset = read_offset(zone)
    if offset is None:
        offset = rules.ZONES.get(zone.upper())
    if offset is None and zone in rules.AMERICAN_ZONES:
        offset = rules.AMERICAN_ZONES[zone] + 60 * _is_american_summer(moment)
    if offset is None or abs(offset) > LARGEST_OFFSET:
        return moment
    return replace(moment, offset=offset, zulu=False)


def _is_american_summer(moment: Moment) -> bool:
    """Return whether the United States have summer time that day (rule of 2007)."""
    march = make_moment(moment.year, 3, 8)
    november = make_moment(moment.year, 11, 1)
    if march is None or november is None:
        return False
    first = march.ordinal + (7 - march.ordinal % 7) % 7
    last = november.ordinal + (7 - november.ordinal % 7) % 7
    return first <= moment.ordinal < last
