"""Finds when the article was published and last changed.

Every date of the page is a candidate, with what speaks for it; a small trained ranker chooses the
day of publication or says that there is none, written rules choose the most exact moment of that
day, and the modification behind it. See ``docs/dates.md``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.dates.choice import choose_moment, find_modified
from scraper.parsers.dates.coarse import SURE_OF_COARSE, find_coarse, find_stated
from scraper.parsers.dates.day import STATED, Day
from scraper.parsers.dates.days import Candidates, find_candidates, rank_days
from scraper.parsers.dates.mentions import Mention
from scraper.parsers.dates.moment import Moment
from scraper.parsers.dates.shown import displayed_day
from scraper.parsers.found import Found

_READ = frozenset({"text", "url"})
_SURE_OF_MODIFIED = 0.9
_SURE_OF_STATED = 0.9
_LEAST_LIKELIHOOD = 0.25
"""A day less likely than this is not given: many equal ones, of teasers as a rule, share the rest
(of the development sets' days below it none is right, five are given to pages without one)."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Both dates of an article, at the precision of their source (ISO 8601)."""

    published: Found[str] | None = None
    modified: Found[str] | None = None
    warnings: tuple[str, ...] = ()


def find_dates(page: Page, title: Found[str] | None, body: Body) -> Dates:
    """Return when the article was published and last changed.

    Args:
        page: The page; ``seen_at``, if known, bounds all dates and resolves relative ones.
        title: The headline, near which the article's own date stands.
        body: The article's text; dates within it belong to its subject.

    Returns:
        ISO 8601 values at the precision of the page: a day stays a day, a time keeps its
        offset or its lack of one. Each is None where the page does not give it; a warning
        names each stated day of publication that was not taken.
    """
    candidates = find_candidates(page, title, body)
    likely, day = rank_days(candidates)[0] if candidates.days else (0.0, None)
    if likely < _LEAST_LIKELIHOOD or (day and _is_of_a_deposit(page, title, day)):
        day = None
    published: Found[str] | None = None
    moment: Moment | None = None
    instant: Moment | None = None
    used: Mention | None = None
    if day is not None:
        instant, used = choose_moment(day, candidates)
        moment, shown = instant, displayed_day(day, candidates)
        if shown is not day:
            moment, used = choose_moment(_as_read(shown), candidates)
        published = Found(moment.iso(), _evidence(page, used, round(likely, 3)))
    elif coarse := find_coarse(page, title, body):
        sure = SURE_OF_COARSE.get(coarse.source, _SURE_OF_STATED)
        published = Found(coarse.moment.iso(), _evidence(page, coarse, sure))
    change = find_modified(candidates, instant, used)
    modified = (
        Found(_modified_text(change), _evidence(page, change, _SURE_OF_MODIFIED))
        if change
        else None
    )
    warnings = tuple(_disagreements(candidates, moment)) if moment else ()
    return Dates(published, modified, warnings)


def _is_of_a_deposit(page: Page, title: Found[str] | None, day: Day) -> bool:
    """Return whether a repository states a day of its own, and the issue's year or month besides.

    It tells when it was given a work (``dcterms.available``) and when that was published (2019).
    """
    if any(m.source != "meta" or m.kind != "generic" for m in day.mentions):
        return False
    issued = find_stated(page, title)
    return issued is not None and issued.kind == "published"


def _as_read(day: Day) -> Day:
    """Return a day with what readers see as a date only, no clocks of other events."""
    return replace(day, mentions=[m for m in day.mentions if m.source in _READ] or day.mentions)


def _modified_text(change: Mention) -> str:
    moment = change.moment.as_day() if change.moment.is_midnight else change.moment
    return moment.iso()


def _evidence(page: Page, mention: Mention, confidence: float) -> Evidence:
    where = mention.where
    if mention.element is not None:
        where = page.xpath_of(mention.element)
    elif mention.block >= 0:
        where = page.path_of(page.blocks[mention.block])
    return Evidence(source=mention.source, where=where, confidence=confidence)


def _disagreements(candidates: Candidates, chosen: Moment) -> Iterator[str]:
    """Yield a warning for each day that the page states and that was not chosen."""
    for day in candidates.days:
        if abs(day.ordinal - chosen.ordinal) <= 1:
            continue
        for mention in day.mentions:
            if mention.kind == "published" and mention.source in STATED:
                yield (
                    f"date_published: {mention.source} ({mention.where}) says "
                    f"{mention.moment.as_day().iso()}, taken was {chosen.as_day().iso()}"
                )
                break
