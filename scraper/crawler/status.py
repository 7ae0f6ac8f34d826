"""Says where a job stands, from its database alone: what waits, is done, or failed and why."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from schemas import CrawlJob, CrawlReport
from schemas.fetch import SUCCESSES, TRANSIENT, Meaning, meaning_of
from scraper.crawler.clock import SystemClock, to_datetime
from scraper.crawler.lock import LOCK, is_held
from scraper.crawler.schedule import next_run
from scraper.errors import InputError
from scraper.store import SharedStore, Store, find_address, find_store
from scraper.store.opening import DATABASE
from scraper.urls import without_credentials

_EXAMPLES = 3
_HOSTS = 5

_AGAIN = {
    "robots-unreachable": "in the next run",
    "gone": "once more, after four times the job's revisit",
    "not-found": "at the job's revisit, then ever later",
    "robots-denied": "at the job's revisit, then ever later",
    "http-error": "an hour (5xx, 429) or the job's revisit from now, then ever later",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A URL that shows how fetches ended."""

    url: str
    message: str | None
    """What happened; None where the outcome says all."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How many fetches of the latest run ended in one way."""

    outcome: str
    count: int
    meaning: Meaning
    again: str
    """When these URLs are asked for again, in words."""
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A host with URLs that are queued."""

    host: str
    queued: int


@dataclass(frozen=True, slots=True)
class JobStatus:
    """Where a job stands."""

    job: str
    run: int
    """Number of the latest crawl; 0 before the first."""
    state: Literal["never run", "finished", "going on", "interrupted", "going on or interrupted"]
    """The last where a store in a database does not tell which."""
    began: datetime | None
    ended: datetime | None
    next_run: datetime | None
    """When its schedule runs it next; None without a schedule."""
    next_due: datetime | None
    """When the first URL is to be asked for again; a run before that finds only what is queued."""
    records: int
    vanished: int
    """Records whose page is gone."""
    urls: dict[str, int]
    """URLs by where they stand: queued, done, failed, not to be had (nothing is there, it is no
    page, or robots.txt refuses it), left, too deep."""
    waiting: tuple[Waiting, ...]
    """Hosts with most queued."""
    endings: tuple[Ending, ...]
    """How the fetches of the latest run ended, most frequent first."""
    traps: tuple[str, ...]
    """Endless families of URLs that were left."""


def find_folder(job: str, output: Path) -> Path:
    """Return the output folder of a job that is named by itself, its folder or its database."""
    path = Path(job)
    if path.name == DATABASE:
        path = path.parent
    return path if (path / DATABASE).exists() else output / job


def read_status(folder: Path, job: CrawlJob | None = None, now: float | None = None) -> JobStatus:
    """Return where a job stands.

    Raises:
        InputError: The job never ran.
        StoreError: Its database can't be read.
    """
    now = SystemClock().now() if now is None else now
    with open_known(folder, job) as store:
        open_run = store.runs.find_open()
        last = store.runs.last_report()
        report = CrawlReport.model_validate_json(last) if last else None
        number = open_run.id if open_run else report.run if report else 0
        began = store.runs.last_begin()
        due = store.frontier.next_due()
        return JobStatus(
            job=folder.name,
            run=number,
            state=_state_of(folder, store, is_open=open_run is not None, has_report=bool(report)),
            began=to_datetime(began) if began is not None else None,
            ended=report.ended_at if report and not open_run else None,
            next_run=_next_run(job, began, now),
            next_due=to_datetime(due) if due is not None else None,
            records=store.records.count(),
            vanished=store.records.count_vanished(),
            urls=_urls(store),
            waiting=tuple(Waiting(*row) for row in store.frontier.hosts_waiting(_HOSTS)),
            endings=tuple(_endings(store, number)),
            traps=tuple(store.traps()),
        )


def _urls(store: Store) -> dict[str, int]:
    urls = {state.words: count for state, count in store.frontier.counts().items()}
    outcomes = store.frontier.failures()
    refused = sum(count for name, count in outcomes.items() if meaning_of(name) == "decision")
    # A run that goes on may have asked again for some between the two looks.
    refused = min(refused, urls.get("failed", 0))
    urls |= {"failed": urls.get("failed", 0) - refused, "not to be had": refused}
    return {words: count for words, count in urls.items() if count}


def open_known(folder: Path, job: CrawlJob | None) -> Store:
    """Return the store of a job that ran.

    Raises:
        InputError: The job never ran.
        StoreError: Its database can't be read.
    """
    name = job.name if job else folder.name
    known = find_store(folder, name, find_address(job.store if job else None))
    if known is None:
        message = (
            f"no run of this job is known ({folder / DATABASE} is missing); crawl it first, name "
            "the folder of its output with --output, or its job file if that says where its store "
            "is"
        )
        raise InputError(message)
    return known


def _state_of(
    folder: Path, store: Store, *, is_open: bool, has_report: bool
) -> Literal["never run", "finished", "going on", "interrupted", "going on or interrupted"]:
    if not is_open:
        return "finished" if has_report else "never run"
    if isinstance(store, SharedStore):
        return "going on or interrupted"
    return "going on" if is_held(folder / LOCK) else "interrupted"


def _next_run(job: CrawlJob | None, began: float | None, now: float) -> datetime | None:
    """Return when a schedule runs next: now, where a run was missed."""
    if job is None or job.schedule is None:
        return None
    moment = next_run(job.schedule, now if began is None else min(began, now))
    return to_datetime(max(moment, now))


def _endings(store: Store, run: int) -> list[Ending]:
    return [
        Ending(
            outcome=outcome,
            count=count,
            meaning=meaning_of(outcome),
            again=again_of(outcome),
            examples=tuple(
                Example(without_credentials(url), message)
                for url, message in store.runs.examples(run, outcome, _EXAMPLES)
            ),
        )
        for outcome, count in store.runs.outcomes(run).items()
    ]


def again_of(outcome: str) -> str:
    """Return when a URL with this outcome is asked for again, as ``revisit`` decides."""
    if outcome in SUCCESSES:
        return "when it is due"
    if outcome in ("out-of-scope", "trap", "blocked-address"):
        return "never"
    return _AGAIN.get(outcome) or (
        "in a run an hour from now, then ever later"
        if outcome in TRANSIENT
        else "after four times the job's revisit, then ever later"
    )
