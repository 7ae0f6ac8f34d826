"""A date at the precision of its source: a year, a month, a day, or a time with or without zone.

``datetime`` cannot say "this day, no time" and "this time, zone unknown" in one type, which is
what pages print; this value can, and writes itself as the ISO 8601 text of the record.
"""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime

_MINUTES_A_DAY = 1440
LARGEST_OFFSET = 14 * 60
"""Minutes from UTC of the place that is furthest from it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as a page states it; no part is there that the page does not give."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int = 0
    second: int | None = None
    fraction: str = ""
    """Digits behind the decimal point of the second, six at most."""
    offset: int | None = None
    """Minutes that local time is ahead of UTC; None where no zone is given."""
    zulu: bool = False
    """Whether the zone is written as ``Z``."""

    def iso(self) -> str:
        """Return the ISO 8601 text at the precision of the value."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        day = f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if self.hour is None:
            return day
        clock = f"T{self.hour:02d}:{self.minute:02d}"
        if self.second is not None:
            clock += f":{self.second:02d}"
            if self.fraction:
                clock += f".{self.fraction}"
        return day + clock + self._zone()

    def _zone(self) -> str:
        if self.offset is None:
            return ""
        if self.zulu:
            return "Z"
        hours, minutes = divmod(abs(self.offset), 60)
        return f"{'-' if self.offset < 0 else '+'}{hours:02d}:{minutes:02d}"

    @property
    def ordinal(self) -> int:
        """Day number (proleptic Gregorian) of the day as written; needs a day."""
        return date(self.year, self.month or 1, self.day or 1).toordinal()

    @property
    def clock(self) -> tuple[int, int] | None:
        """Hour and minute as written; None for a value without time."""
        return None if self.hour is None else (self.hour, self.minute)

    @property
    def is_midnight(self) -> bool:
        """Whether the time is 00:00:00, which systems write where they know the day only."""
        return (
            self.hour == 0 and self.minute == 0 and not self.second and not self.fraction.strip("0")
        )

    def utc_minutes(self) -> int | None:
        """Return minutes since day 0 in UTC; None without time or zone."""
        if self.hour is None or self.offset is None:
            return None
        return self.local_minutes() - self.offset

    def local_minutes(self) -> int:
        """Return minutes since day 0 on the clock as written (midnight for a day)."""
        return self.ordinal * _MINUTES_A_DAY + (self.hour or 0) * 60 + self.minute

    def as_day(self) -> "Moment":
        """Return the day alone."""
        return Moment(self.year, self.month, self.day)


def make_moment(
    year: int,
    month: int | None = None,
    day: int | None = None,
    clock: tuple[int, int, int | None, str] | None = None,
    offset: int | None = None,
    *,
    zulu: bool = False,
) -> Moment | None:
    """Return a moment, or None where the parts are no date of the calendar.

    Args:
        year: Four digits.
        month: 1 to 12, or None for a year alone.
        day: Day of the month, or None for a month alone.
        clock: Hour, minute, second (or None) and its decimals.
        offset: Minutes ahead of UTC.
        zulu: Whether the zone is written as ``Z``.
    """
    if not MINYEAR < year < MAXYEAR:
        return None
    if month is None:
        return Moment(year)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Moment(year, month)
    try:
        date(year, month, day)
    except ValueError:
        return None
    if clock is None:
        return Moment(year, month, day)
    hour, minute, second, fraction = clock
    if second == 60:
        second = 59
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return Moment(year, month, day)
    if offset is not None and abs(offset) > LARGEST_OFFSET:
        offset = None
    return Moment(
        year, month, day, hour, minute, second, fraction[:6], offset, zulu and offset == 0
    )


def from_epoch(seconds: int) -> Moment | None:
    """Return the moment of a Unix time stamp, in UTC; None out of range."""
    try:
        stamp = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return Moment(
        stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second, "", 0, True
    )
