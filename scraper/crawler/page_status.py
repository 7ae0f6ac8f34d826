"""Says of one URL where it stands in a job, how its fetches ended, and why there is no record.

From the job's database, and from its file where a URL was never met: what its scope leaves out is
nowhere kept.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from schemas import CrawlJob, FetchRecord
from scraper.crawler.clock import to_datetime
from scraper.crawler.opening import to_seeds
from scraper.crawler.scope import Scope
from scraper.crawler.status import open_known
from scraper.crawler.traps import find_shape_trap
from scraper.errors import InputError
from scraper.store import RecordState, State
from scraper.urls import canonicalize, id_of

_FETCHES = 5


@dataclass(frozen=True, slots=True)
class PageStatus:
    """Where one URL stands."""

    url: str
    """In its canonical form."""
    state: str
    """``queued``, ``done``, ``failed``, ``left``, ``too deep`` or ``unknown``."""
    reason: str | None
    """Why it is too deep or unknown, or why a page that was read gave no record."""
    depth: int | None
    """Links from a seed."""
    due: datetime | None
    """From when on it is asked for again."""
    fetches: tuple[tuple[int, FetchRecord], ...]
    """Run and fetch of the latest ones, newest first."""
    record: RecordState | None
    """What is known of the record that it leads to."""


def read_page_status(folder: Path, url: str, job: CrawlJob | None = None) -> PageStatus:
    """Return where a URL stands.

    Args:
        url: In any spelling.
        job: The job, whose scope says why a URL was never met.

    Raises:
        InputError: It is no address, or the job never ran.
        StoreError: The database can't be read.
    """
    canonical = canonicalize(url)
    if canonical is None:
        raise InputError(f"{url!r} is no web address; write it like https://news.example/a")
    with open_known(folder, job) as store:
        target, found = store.frontier.target_of(canonical), store.frontier.find(canonical)
        record = store.records.find_state((target and target.record) or id_of(canonical))
        if target is None or found is None:
            reason: str | None = _why_unknown(canonical, job)
            return PageStatus(canonical, "unknown", reason, None, None, (), record)
        _, state, _, due = found
        if state is State.TOO_DEEP:
            reason = "it lies deeper than max_depth allows"
        else:
            # A page that is as it was says nothing of why it gave no record before.
            reason = None if record else store.runs.last_message(target.id, "ok")
        return PageStatus(
            url=canonical,
            state=state.words,
            reason=reason,
            depth=target.depth,
            due=None if due is None else to_datetime(due),
            fetches=tuple(store.runs.last_fetches(target.id, _FETCHES)),
            record=record,
        )


def _why_unknown(url: str, job: CrawlJob | None) -> str:
    trap = find_shape_trap(url)
    if trap is not None:
        return f"{trap}: it looks like a trap, and such links are not taken"
    if job is not None:
        seeds = [seed.url for seed in to_seeds(job)]
        if url not in Scope(seeds, job.allow, job.deny):
            return "the job's allow and deny leave it out"
    scope = "" if job else "it may be out of the job's scope (name the job's file to know), or "
    return f"{scope}nothing that was read leads to it but perhaps links marked nofollow"
