"""Reads the dates of a reference: as precise as they are printed, never more.

Numbers whose order differs between countries (``03/04/2021``) give the year alone, unless one of
them can only be a day.
"""

from schemas.base import is_on_calendar
from scraper.parsers.rules.references import MONTHS
from scraper.patterns import late

_ISO = late(
    r"(?<!\d)((?:1[4-9]|20)\d\d)[-/.](0?[1-9]|1[0-2])(?:[-/.](0?[1-9]|[12]\d|3[01]))?(?!\d)"
)
_DAY_FIRST = late(
    r"(?<!\d)(0?[1-9]|[12]\d|3[01])([./-])\s?(0?[1-9]|1[0-2])\2\s?((?:1[4-9]|20)\d\d)(?!\d)"
)
_MONTH_FIRST = late(r"(?<!\d)(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/((?:1[4-9]|20)\d\d)(?!\d)")
_YEAR = late(r"(?<![\d.])((?:1[4-9]|20)\d\d)([a-z](?![a-z]))?(?!\d)")
_WORD = late(r"[^\W\d_]+|\d{1,2}(?!\d)")
_LAST_UNSURE_DAY = 12


def parse_date(text: str) -> tuple[str | None, str | None]:
    """Return the date of a text as ISO 8601 and the letter behind its year.

    Returns:
        ``("2019-02-26", None)``, ``("2017", "a")``; (None, None) without a year. A month needs
        its name or an unmistakable order of numbers, a day needs a month that has it.
    """
    numeric = _numeric(text)
    if numeric:
        return _without_lacking_day(numeric), None
    match = _YEAR.search(text)
    if match is None:
        return None, None
    year, suffix = match.group(1), match.group(2)
    around = (
        text[max(0, match.start() - 40) : match.start()]
        + " | "
        + text[match.end() : match.end() + 25]
    )
    month, day = _month_and_day(_WORD.findall(around))
    if not month:
        return year, suffix
    found = f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
    return _without_lacking_day(found), suffix


def _without_lacking_day(found: str) -> str:
    """Return the month alone where its day is a slip that the calendar lacks (31 June)."""
    return found if is_on_calendar(found) else found[: len("2019-06")]


def _numeric(text: str) -> str | None:
    match = _ISO.search(text)
    if match:
        year, month, day = match.groups()
        return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])
    match = _MONTH_FIRST.search(text)
    if match:
        return f"{match.group(3)}-{match.group(1).zfill(2)}-{match.group(2)}"
    match = _DAY_FIRST.search(text)
    if match:
        day, mark, month, year = match.groups()
        if mark == "." or int(day) > _LAST_UNSURE_DAY:
            return f"{year}-{month.zfill(2)}-{day.zfill(2)}"
    return None


def _month_and_day(words: list[str]) -> tuple[int, int]:
    for place, word in enumerate(words):
        month = MONTHS.get(word.casefold())
        if month is None:
            continue
        beside = [words[other] for other in (place - 1, place + 1) if 0 <= other < len(words)]
        days = [int(other) for other in beside if other.isdigit() and 1 <= int(other) <= 31]
        return month, days[0] if len(days) == 1 else 0
    return 0, 0
