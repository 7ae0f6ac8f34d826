"""When a URL is asked for again, by how it ended and how often it changes.

An unchanged page is asked for half as often the next time, a changed one twice as often, between
the job's ``revisit`` and sixteen times that; lists, feeds and sitemaps are looked at hourly.
"""

from schemas import FetchRecord
from schemas.fetch import SUCCESSES, TRANSIENT
from scraper.crawler.response import Response
from scraper.store import State, Visit

LONGEST = 16
"""Times the job's ``revisit`` that an unchanged page may wait."""
_LIST_S = 3600.0
_RETRY_S = 3600.0
_GIVE_UP = frozenset({"out-of-scope", "trap", "gone", "blocked-address"})
_VALIDATED = frozenset({"ok"})


def plan_visit(
    fetch: FetchRecord,
    before: Visit | None,
    response: Response | None,
    fingerprint: str | None,
    *,
    revisit_s: float,
    now: float,
) -> tuple[Visit, State, float | None]:
    """Return what to keep of a fetch, where its URL stands, and when it is due again.

    Args:
        fetch: How it ended.
        before: What was kept of the fetch before; None on the first.
        response: The answer, for its validators.
        fingerprint: Of its body.
        revisit_s: The job's ``revisit``.
        now: Seconds since 1970.

    Returns:
        The due time is None for what is never asked for again.
    """
    if fetch.outcome == "not-modified" and before is not None:
        interval = _grown(before.interval_s, _least(fetch, revisit_s))
        headers = response.headers if response else {}
        kept = Visit(
            now,
            before.changed_at,
            interval,
            # RFC 9111, 4.3.4: what an answer says of itself takes the place of what was kept. A
            # server may also send the same bytes under a new tag, and is asked by that one then.
            headers.get("etag", before.etag),
            headers.get("last-modified", before.last_modified),
            before.fingerprint,
        )
        return kept, State.DONE, now + interval
    if fetch.outcome in SUCCESSES:
        return _plan_changed(fetch, before, response, fingerprint, revisit_s, now)
    changed_at = before.changed_at if before else now
    visit = Visit(now, changed_at, before.interval_s if before else revisit_s)
    if fetch.outcome in _GIVE_UP:
        return visit, State.LEFT, None
    if fetch.outcome in TRANSIENT or fetch.outcome == "http-error":
        return visit, State.FAILED, now + min(_RETRY_S, revisit_s)
    return visit, State.FAILED, now + 4 * revisit_s


def _plan_changed(
    fetch: FetchRecord,
    before: Visit | None,
    response: Response | None,
    fingerprint: str | None,
    revisit_s: float,
    now: float,
) -> tuple[Visit, State, float | None]:
    least = _least(fetch, revisit_s)
    interval = least if before is None else max(before.interval_s / 2, least)
    headers = response.headers if response and fetch.outcome in _VALIDATED else {}
    visit = Visit(
        checked_at=now,
        changed_at=now,
        interval_s=interval,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
        fingerprint=fingerprint if fetch.outcome in _VALIDATED else None,
    )
    return visit, State.DONE, now + interval


def _least(fetch: FetchRecord, revisit_s: float) -> float:
    """Return the shortest interval for what a URL is: lists change oftener than articles."""
    if fetch.kind != "page" or (fetch.article_id is None and fetch.outcome != "redirect"):
        return min(revisit_s, _LIST_S)
    return revisit_s


def _grown(interval_s: float, least_s: float) -> float:
    return min(max(2 * interval_s, least_s), LONGEST * least_s) if least_s else 0.0
