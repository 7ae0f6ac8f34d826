"""Tells on which day readers saw a story that its page states in UTC."""

from collections.abc import Mapping

from scraper.parsers.dates.day import UPDATE_LABELS, VISIBLE, Day
from scraper.parsers.dates.days import Candidates

_LATEST_SHIFT = 12 * 60
_EARLIEST_SHIFT = 10 * 60
"""Minutes of a UTC day that fall on the day before (west of Greenwich, to UTC-12) and on the day
after (east of it, to UTC+14)."""
_NEAR = ("behind-headline:0", "behind-headline:1-2", "behind-headline:3-6", "before-headline:1-2")
_MADE_FOR_DATE = ("alone", "mostly", "has-clock", "label:published", "label:leading")


def displayed_day(day: Day, candidates: Candidates) -> Day:
    """Return the day on which readers saw what is stated in UTC, if it is another one.

    Systems store UTC; a story of the evening carries the next day's date there (11 of 799 pages
    of htmldate-eval). The day by the headline, or in the address, is the publisher's own clock.
    """
    if "url" in day.features or any(
        _is_own_display(mention.features)
        for mention in day.mentions
        # An element in UTC may hold the text of another day.
        if mention.source == "text" or (mention.source == "time" and mention.moment.offset != 0)
    ):
        return day
    stated = [m for m in day.mentions if m.source not in VISIBLE and m.kind != "modified"]
    if not stated or any(m.moment.offset != 0 or m.moment.is_midnight for m in stated):
        return day
    minutes = [(m.moment.hour or 0) * 60 + m.moment.minute for m in stated]
    for other in candidates.rivals:
        step = other.ordinal - day.ordinal
        reachable = (step == -1 and max(minutes) < _LATEST_SHIFT) or (
            step == 1 and min(minutes) >= _EARLIEST_SHIFT
        )
        displayed = "url" in other.features or any(_is_own_display(p) for p in other.visible)
        if reachable and displayed:
            return other
    return day


def _is_own_display(place: Mapping[str, float]) -> bool:
    """Return whether a place near the headline is made for the article's date."""
    return (
        any(name in place for name in _NEAR)
        and not (UPDATE_LABELS & place.keys())
        and any(name in place for name in _MADE_FOR_DATE)
    )
