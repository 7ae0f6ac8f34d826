"""Notices that a run does not come to its end, and says so.

A site may publish faster than its pace lets pages be fetched: what is queued then never gets
fewer, and a run that is to end when nothing is left goes on for ever, without an export. In the
first crawl of a large site the queue grows for days, too; nothing here tells the two apart.
"""

from collections.abc import Callable

_DAY_S = 86400.0


class Standstill:
    """Compares what is queued with what was a day ago.

    Args:
        now: Seconds of a clock that is never set.
    """

    def __init__(self, queued: int, now: float) -> None:
        self._queued, self._since = queued, now
        self._days = 0

    def find(self, count: Callable[[], int], now: float) -> str | None:
        """Return what to say of a day in which nothing was gained; None on all other calls.

        Args:
            count: Counts what is queued; it is called once a day.
            now: Seconds of the clock.
        """
        if now - self._since < _DAY_S:
            return None
        queued = count()
        before, self._queued, self._since = self._queued, queued, now
        self._days += 1
        if queued < before:
            return None
        days = "1 day" if self._days == 1 else f"{self._days} days"
        return (
            f"the run has been going on for {days}, and of {before:,} queued URLs "
            f"{queued:,} are left: as much was found as its pace lets be fetched (the first crawl "
            "of a large site, or a site that publishes faster); exports are written when it ends: "
            "with max_pages in the job file a run ends, and the next goes on with the rest"
        )
