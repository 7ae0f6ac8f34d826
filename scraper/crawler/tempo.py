"""How fast a feed moves on: an entry that came and went between two looks at it is never seen."""

from collections.abc import Iterable

from scraper.crawler.frames import Found

_MADE_AT_ONCE_S = 60.0
"""Entries that are younger on average are stamped by whatever wrote the feed, all with one time."""
LEAST_ENTRIES = 5
"""A feed with fewer tells the latest thing only, and nobody means it to be complete."""


def find_tempo(
    entries: Iterable[Found], new: int, now: float, last_read: float | None
) -> tuple[float | None, bool]:
    """Return how soon a feed has to be read again, and whether entries may have been lost.

    Half of its entries are younger than their median age, so that in twice that time all of them
    are others. One that tells nothing but new entries was read too late: it had as many others, or
    more, since it was last read.

    Args:
        entries: Of the feed, with their dates where they have some.
        new: How many of them were not known before.
        now: Seconds since 1970.
        last_read: When it was read before, in seconds since 1970; None for never.

    Returns:
        Seconds, None where nothing tells them.
    """
    count, times = 0, []
    for entry in entries:
        count += 1
        if entry.changed_at is not None:
            times.append(entry.changed_at)
    if count < LEAST_ENTRIES:
        return None, False
    told = []
    if len(times) == count:
        told.append(now - sorted(times)[count // 2])
    is_late = last_read is not None and new == count
    if is_late and last_read is not None:
        told.append((now - last_read) / 2)
    return min((age for age in told if age >= _MADE_AT_ONCE_S), default=None), is_late
