"""Time as the crawler sees it, so that tests need not wait.

Pauses are measured on the monotonic clock, which no correction of the wall clock moves; only
what is kept for later runs carries wall-clock time. A server's time shows where that is wrong.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

_BEHIND = timedelta(days=1)
"""By so much a server's clock has to be ahead before this machine's is doubted."""
_AHEAD = timedelta(days=60)
"""By so much it has to be behind: what a cache kept bears the date at which it was made."""


class Clock(Protocol):
    """What the crawler asks of time."""

    def now(self) -> float:
        """Return seconds since 1970."""

    def monotonic(self) -> float:
        """Return seconds of a clock that is never set."""

    async def sleep(self, seconds: float) -> None:
        """Return after ``seconds``."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def monotonic(self) -> float:
        """Return seconds of a clock that is never set."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Return after ``seconds``."""
        await asyncio.sleep(seconds)


def to_datetime(seconds: float) -> datetime:
    """Return seconds since 1970 as a moment in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def explain_skew(host: str, told: datetime | None, arrived_at: datetime) -> str | None:
    """Return what to say of a clock that differs from a server's, None where they agree."""
    if told is None or -_AHEAD < told - arrived_at < _BEHIND:
        return None
    days = abs((told - arrived_at).days)
    which = "behind that" if told > arrived_at else "ahead of that"
    return (
        f"this machine's clock ({arrived_at:%Y-%m-%d}) is {days:,} days {which} of {host} "
        f"({told:%Y-%m-%d}); if it is wrong, set it: times of fetches are by it"
    )
