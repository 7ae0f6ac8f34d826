"""When a URL is asked for again, by how it ended and how often it changes.

An unchanged page is asked for half as often the next time, a changed one twice as often, between
the job's ``revisit`` and sixteen times that; lists, feeds and sitemaps from hourly on, and a feed
before its entries are others (``tempo``), if the job runs so often. What counts
is what was made of a page, not its bytes: a counter in its footer is no change. What fails is
asked for ever more rarely, and what is gone for good not at all.
"""

from dataclasses import replace

from schemas import FetchRecord
from schemas.fetch import SUCCESSES, TRANSIENT
from scraper.crawler.response import Response
from scraper.store import State, Visit

LONGEST = 16
"""Times the job's ``revisit`` that an unchanged page may wait."""
_TRUSTED = 8
"""Times the longest wait for which a server may say that nothing has changed before its page is
asked for without a condition: one in eight visits of what never changes sends its bytes."""
_LIST_S = 3600.0
_FASTEST_S = 300.0
"""No feed is asked for more often, however fast its entries change."""
_RETRY_S = 3600.0
_NEVER = frozenset({"out-of-scope", "trap", "blocked-address"})
_VALIDATED = frozenset({"ok"})
_MOST_NOT_FOUND = 10
"""Times in a row that a page may be missing before it is held to be gone: half a year, daily."""
_MOST_GONE = 2
"""A 410 is likely to be final (RFC 9110, 15.5.11), but some were a night's mistake."""
_FOR_GOOD = frozenset({301, 308})
"""Statuses of redirects that say that the page has moved (RFC 9110, 15.4)."""
_LONGEST_RETRY = 4
"""Times the job's ``revisit`` that a host may be left after a failure that passes by itself."""


def plan_visit(
    fetch: FetchRecord,
    before: Visit | None,
    response: Response | None,
    fingerprint: str | None,
    *,
    revisit_s: float,
    now: float,
    is_same: bool = False,
) -> tuple[Visit, State, float | None]:
    """Return what to keep of a fetch, where its URL stands, and when it is due again.

    Args:
        before: What was kept of the fetch before; None on the first.
        revisit_s: The job's ``revisit``.
        now: Seconds since 1970.
        is_same: Whether it gave what it had given before, whatever its bytes.

    Returns:
        The due time is None for what is never asked for again.
    """
    if before is not None and before.checked_at > now:
        before = _before_the_clock_jumped(before)
    if fetch.outcome == "not-modified" and before is not None:
        interval = _grown(fetch, before.interval_s, revisit_s)
        headers = response.headers if response else {}
        # RFC 9111, 4.3.4: what an answer says of itself takes the place of what was kept. A server
        # may also send the same bytes under a new tag, and is asked by that one then.
        validators = (
            headers.get("etag", before.etag),
            headers.get("last-modified", before.last_modified),
        )
        if _is_to_be_seen(fetch, before, now, revisit_s):
            validators = (None, None)
        kept = Visit(now, before.changed_at, interval, *validators, before.fingerprint)
        return kept, State.DONE, now + interval
    if fetch.outcome in SUCCESSES:
        is_same = is_same or _leads_there_again(fetch, before)
        visit = _visit_of(fetch, before, response, revisit_s=revisit_s, now=now, is_same=is_same)
        kept = replace(visit, fingerprint=fingerprint if fetch.outcome in _VALIDATED else None)
        return kept, State.DONE, now + kept.interval_s
    return _plan_failed(fetch, before, revisit_s, now)


def _is_to_be_seen(fetch: FetchRecord, before: Visit, now: float, revisit_s: float) -> bool:
    """Return whether a page that is said to be as it was is to be seen in full the next time.

    Some servers, and what stands before them, say so whatever they are asked.
    """
    age_s, known_s = now - before.changed_at, before.checked_at - before.changed_at
    trust_s = _TRUSTED * _longest(fetch, revisit_s)
    return trust_s > 0 and age_s // trust_s > known_s // trust_s


def keep_up(visit: Visit, within_s: float) -> tuple[Visit, float]:
    """Return what to keep of a feed that was read, and when it is due: before it is another one.

    Args:
        visit: What would be kept otherwise.
        within_s: How soon it has to be read again (``tempo``), in seconds.
    """
    kept = replace(visit, interval_s=min(visit.interval_s, max(within_s, _FASTEST_S)))
    return kept, kept.checked_at + kept.interval_s


def _before_the_clock_jumped(before: Visit) -> Visit:
    """Return what was kept of a visit by a clock that was ahead, worth no time without a change.

    That visit doubled the wait of an unchanged page, as this one will, though between it and the
    next one no time has passed: a page that is looked at twice in a day would be left for weeks.
    """
    return replace(before, interval_s=before.interval_s / 4)


def wait_for_text(times: int, revisit_s: float) -> float:
    """Return how long to wait for a page that answers with a notice, in seconds.

    Args:
        times: How often in a row it did.
        revisit_s: The job's ``revisit``.
    """
    first = min(_RETRY_S, revisit_s)
    return float(min(first * 2.0 ** min(times - 1, 30), _LONGEST_RETRY * revisit_s))


def has_left(fetch: FetchRecord) -> bool:
    """Return whether what was at a URL is there no more: gone, or moved for good."""
    moved = fetch.outcome == "redirect" and fetch.status in _FOR_GOOD
    return moved or fetch.outcome in ("not-found", "gone")


def _leads_there_again(fetch: FetchRecord, before: Visit | None) -> bool:
    if fetch.outcome != "redirect" or before is None:
        return False
    return before.redirect_to is not None and fetch.redirect_to == before.redirect_to


def _visit_of(
    fetch: FetchRecord,
    before: Visit | None,
    response: Response | None,
    *,
    revisit_s: float,
    now: float,
    is_same: bool,
) -> Visit:
    """Return what to keep of a fetch that was answered."""
    least = _least(fetch, revisit_s)
    if before is None:
        interval = least
    elif is_same:
        interval = _grown(fetch, before.interval_s, revisit_s)
    else:
        interval = max(before.interval_s / 2, least)
    headers = response.headers if response and fetch.outcome in _VALIDATED else {}
    return Visit(
        checked_at=now,
        changed_at=before.changed_at if before and is_same else now,
        interval_s=interval,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
    )


def _plan_failed(
    fetch: FetchRecord, before: Visit | None, revisit_s: float, now: float
) -> tuple[Visit, State, float | None]:
    failures = _failures_before(fetch, before) + 1
    known = before or Visit(now, now, revisit_s)
    visit = replace(known, checked_at=now, failures=failures, redirect_to=None)
    if fetch.outcome in ("not-found", "gone"):
        # A page that comes back has to be read, so that its record is no longer marked as gone.
        visit = replace(visit, etag=None, last_modified=None, fingerprint=None)
    elif fetch.outcome == "http-error" and not _passes(fetch):
        # Some servers, and what stands before them, refuse what is asked under a condition.
        visit = replace(visit, etag=None, last_modified=None)
    if fetch.outcome in _NEVER or (fetch.outcome == "gone" and failures >= _MOST_GONE):
        return visit, State.LEFT, None
    if fetch.outcome == "not-found" and failures > _MOST_NOT_FOUND:
        return visit, State.LEFT, None
    first, most = _first_wait(fetch, revisit_s)
    return visit, State.FAILED, now + min(first * 2.0 ** min(failures - 1, 30), max(first, most))


def _failures_before(fetch: FetchRecord, before: Visit | None) -> int:
    """Return how often a URL has failed in a row in this way: an outage is no missing page."""
    if before is None:
        return 0
    was_down = before.outcome in TRANSIENT or before.outcome == "http-error"
    is_alike = before.outcome == fetch.outcome or (was_down and _passes(fetch))
    return before.failures if is_alike else 0


def _first_wait(fetch: FetchRecord, revisit_s: float) -> tuple[float, float]:
    """Return the shortest and the longest wait after a failure, in seconds."""
    if _passes(fetch):
        return min(_RETRY_S, revisit_s), _LONGEST_RETRY * revisit_s
    if fetch.kind != "page" and fetch.outcome == "not-html":
        # A page in place of a list is mostly that of an error which is no list's for long.
        return min(_RETRY_S, revisit_s), LONGEST * revisit_s
    if fetch.outcome in ("not-found", "http-error", "robots-denied"):
        return revisit_s, LONGEST * revisit_s
    return _LONGEST_RETRY * revisit_s, LONGEST * revisit_s


def _passes(fetch: FetchRecord) -> bool:
    """Return whether a failure says nothing about the page, and may be over soon."""
    if fetch.outcome == "http-error":
        return fetch.status is None or fetch.status >= 500 or fetch.status == 429
    return fetch.outcome in TRANSIENT


def _least(fetch: FetchRecord, revisit_s: float) -> float:
    """Return the shortest interval for what a URL is: lists change oftener than articles."""
    if _is_list(fetch):
        return min(revisit_s, _LIST_S)
    return revisit_s


def _is_list(fetch: FetchRecord) -> bool:
    return fetch.kind != "page" or (fetch.article_id is None and fetch.outcome != "redirect")


def _grown(fetch: FetchRecord, interval_s: float, revisit_s: float) -> float:
    """Return the interval of what did not change.

    Seeds, feeds and sitemaps, where what is new is told first, never wait long; a page without an
    article that never changes (who we are, what is forbidden) is no more news than an old story.
    """
    least = _least(fetch, revisit_s)
    floor = min(least, _FASTEST_S) if fetch.kind == "feed" else least
    return min(max(2 * interval_s, floor), _longest(fetch, revisit_s)) if least else 0.0


def _longest(fetch: FetchRecord, revisit_s: float) -> float:
    """Return the longest interval for what a URL is."""
    tells = fetch.kind != "page" or (_is_list(fetch) and fetch.depth == 0)
    return LONGEST * (_least(fetch, revisit_s) if tells else revisit_s)
