"""What came of a URL, before it is written, and as the store, the archive and the books take it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from schemas import FetchRecord
from schemas.fetch import SUCCESSES
from scraper.crawler.exchange import Exchange
from scraper.crawler.frames import Reading
from scraper.crawler.response import Attempted, Response
from scraper.store import NewRecord, Original, Target
from scraper.urls import CanonicalUrl, id_of

_HALF = "it ends amid the text that it had: half of the page came"
MOST_HALVES = 3
"""Answers that are half a page, since it last came whole, before it is held for the page."""
_TORN_CHARS = 80
"""At the end of half a page: a torn word, or a line that is no more than what was left of one."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A URL with everything that came of it, ready to be written."""

    target: Target
    attempted: Attempted
    reading: Reading


def _article_of(finished: Finished) -> str | None:
    """Return the record that a page gave, or had given: it may be hidden for a night only."""
    read = finished.attempted.outcome == "ok"
    given = finished.reading.record_id if read else None
    return given or finished.target.record


def is_ended(response: Response) -> bool:
    """Return whether a page says where it ends: many do not, and have all the same come whole."""
    return any(response.content.rfind(end) >= 0 for end in (b"</html", b"</HTML"))


def may_be_half(finished: Finished) -> bool:
    """Return whether a page that was read says nowhere where it ends."""
    attempted, reading = finished.attempted, finished.reading
    is_read = attempted.outcome == "ok" and reading.kind == "page" and reading.rendered is None
    return is_read and attempted.response is not None and not is_ended(attempted.response)


def is_half(finished: Finished, before: str) -> bool:
    """Return whether a page that says no end has but the beginning of the text that it had.

    Some proxies end so, properly, what they had of it. A record may be another URL's that has more
    of it, as a teaser's is: that is no half.
    """
    new, old = json.loads(finished.reading.record), json.loads(before)
    if new["url"] != old["url"]:
        return False
    body, had = new["body"], old["body"]
    kept = body[: max(len(body) - _TORN_CHARS, len(body) // 2)]
    return len(body) < len(had) and had.startswith(kept)


def is_believed(latest: Iterable[FetchRecord]) -> bool:
    """Return whether a page came in half again and again; its latest fetches, newest first."""
    failed = takewhile(lambda fetch: fetch.outcome not in SUCCESSES, latest)
    return sum(fetch.message == _HALF for fetch in failed) >= MOST_HALVES


def to_cut(finished: Finished) -> Finished:
    """Return a page of which half came as one that was cut off."""
    attempted, response = finished.attempted, finished.attempted.response
    kept = replace(response, content=b"", truncated="disconnect") if response else None
    cut = replace(attempted, outcome="body-cut", message=_HALF, response=kept)
    return replace(finished, attempted=cut, reading=Reading(kind=finished.reading.kind))


def fingerprint_of(response: Response) -> str:
    """Return what tells changed bytes from unchanged."""
    return hashlib.sha256(response.content).hexdigest()[:32]


def to_fetch_record(finished: Finished, host: str, found: int) -> FetchRecord:
    """Return the record of a finished URL."""
    attempted, reading = finished.attempted, finished.reading
    response = attempted.response
    read = attempted.outcome == "ok"
    return FetchRecord(
        url=finished.target.url,
        host=host,
        kind=reading.kind,
        depth=finished.target.depth,
        outcome=reading.outcome if read else attempted.outcome,
        message=reading.message if read else attempted.message,
        status=attempted.status,
        started_at=attempted.started_at,
        elapsed_s=attempted.elapsed_s,
        attempts=attempted.attempts,
        size_bytes=len(response.content) if response else 0,
        wire_bytes=len(response.packed) if response else 0,
        redirect_to=attempted.redirect_to,
        article_id=_article_of(finished),
        found=found,
    )


def to_new_record(url: str, reading: Reading) -> NewRecord | None:
    """Return the record of a reading as it is stored, None where there is none."""
    if reading.record_id is None:
        return None
    return NewRecord(
        id=reading.record_id,
        url=url,
        is_own=reading.is_own,
        digest=reading.digest,
        signature=reading.signature_bytes(),
        json=reading.record.decode("utf-8", "surrogatepass"),
    )


def own_id_of(finished: Finished) -> str | None:
    """Return the id of a page's record if the one that it states turns out to be another's."""
    is_own = finished.reading.record_id is None or finished.reading.is_own
    return None if is_own else id_of(CanonicalUrl(finished.target.url))


def records_of(batch: Iterable[Finished]) -> set[str]:
    """Return the ids of the records that a batch may write."""
    return {
        record
        for finished in batch
        for record in (finished.reading.record_id, finished.target.record, own_id_of(finished))
        if record is not None
    }


def with_record(finished: Finished, record: NewRecord) -> Finished:
    """Return a finished URL whose page gives another record than it says."""
    reading = replace(
        finished.reading,
        record_id=record.id,
        is_own=record.is_own,
        digest=record.digest,
        record=record.json.encode("utf-8", "surrogatepass"),
    )
    return replace(finished, reading=reading)


def to_exchange(finished: Finished, original: Original | None) -> Exchange:
    """Return what the archive keeps of a finished URL."""
    attempted, reading = finished.attempted, finished.reading
    read = attempted.outcome == "ok"
    return Exchange(
        url=finished.target.url,
        outcome=reading.outcome if read else attempted.outcome,
        started_at=attempted.started_at,
        elapsed_s=attempted.elapsed_s,
        attempts=attempted.attempts,
        depth=finished.target.depth,
        response=attempted.response,
        message=reading.message if read else attempted.message,
        redirect_to=attempted.redirect_to,
        article_id=_article_of(finished),
        original=original,
        rendered=reading.rendered,
    )
