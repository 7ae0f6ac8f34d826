"""Runs a job from beginning to end: lock, plan, crawl, mark duplicates, export, report."""

import asyncio
import contextlib
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from schemas import CrawlJob, CrawlReport, FetchRecord
from scraper.crawler.advice import advise
from scraper.crawler.archive import cut_to_committed
from scraper.crawler.clock import Clock, SystemClock
from scraper.crawler.engine import Engine
from scraper.crawler.exporting import Exported, export_records, find_exported
from scraper.crawler.extractors import Extractors
from scraper.crawler.lock import LOCK, job_lock
from scraper.crawler.marking import Again, mark_duplicates
from scraper.crawler.metrics import write_metrics
from scraper.crawler.opening import NewReader, Setting, count_workers, open_tools, to_seeds
from scraper.crawler.report import build_report, write_report
from scraper.crawler.revisit import LONGEST
from scraper.crawler.shared import Share, work
from scraper.crawler.stopping import GivenUp, Stop
from scraper.crawler.tools import Listener
from scraper.durable import make_folder
from scraper.errors import JobError, JobLocked, StoreError
from scraper.sites import load_site_parsers
from scraper.store import Candidate, Run, SharedStore, Store, find_address, open_store

LOCK_WAIT_S = 10.0
"""How long a run waits for another's end that the database may not have noticed."""
_REACH = {"seeds", "allow", "deny", "max_depth", "allow_private_hosts"}
"""Keys of a job that decide which URLs it may ask for."""


class Fleet(Protocol):
    """Crawls with several workers."""

    def crawl(self, setting: Setting, stop: Stop) -> list[str]:
        """Return what the operator should know; ``stop`` takes the signals that come."""


class Silent:
    """A listener that is told everything and says nothing."""

    def on_fetch(self, fetch: FetchRecord, queued: int, records: int) -> None:
        """Say nothing."""

    def on_note(self, note: str) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    report: CrawlReport
    signal: int | None = None
    """The signal that interrupted it."""


def crawl(job: CrawlJob, output: Path = Path("output"), base: Path | None = None) -> CrawlReport:
    """Run a job, or go on with its interrupted run, and return the run's report.

    Args:
        base: Folder that the job's ``sites`` is relative to; the current one without it.

    Raises:
        JobError: The job can't be used.
        JobLocked: Another run of the job is going on.
        StoreError: The database or the output folder can't be used.
        ExportError: An export can't be written; the records are safe in the database.
    """
    return run_job(job, output, base, Silent()).report


def run_job(
    job: CrawlJob,
    output: Path,
    base: Path | None,
    listener: Listener,
    clock: Clock | None = None,
    new_reader: NewReader = Extractors,
    fleet: Fleet | None = None,
) -> Ended:
    """Run a job as ``crawl`` does, telling a listener; SIGINT and SIGTERM interrupt it.

    ``new_reader`` makes what reads pages: worker processes, unless a test says otherwise.
    ``fleet`` crawls with several workers; without it this process does.
    """
    clock = clock or SystemClock()
    folder = output / job.name
    sites = (base or Path()) / job.sites if job.sites else None
    load_site_parsers(sites)
    seeds = to_seeds(job)
    _make_folder(folder)
    address = find_address(job.store)
    if fleet is not None and address is None:
        raise JobError(
            "several workers need a store that all of them reach: write "
            'store = "postgresql://user@host/database" in the job file, or set PULLQUOTE_STORE'
        )
    with job_lock(folder / LOCK), open_store(folder, job.name, address) as store:
        lock_store(store, listener)
        told = _explain_strangers(store, seeds, folder)
        for note in told:
            listener.on_note(note)
        run = _begin(job, store, seeds, clock)
        setting = Setting(job, folder, sites, store, run, listener, clock, new_reader)
        stop = Stop()
        crawl_on = Again(setting, stop)
        if fleet is not None:
            notes = fleet.crawl(setting, stop)
            notes += fleet.crawl(setting, stop) if crawl_on.is_wanted() else []
        else:
            notes = asyncio.run(_crawl(setting, stop, crawl_on))
        if isinstance(store, SharedStore):
            # Each worker keeps to its own files, so what a lost one left is cut off here.
            cut_to_committed(folder / "warc", store.archive_sizes())
        return finish_run(setting, stop, [*told, *notes], is_marked=crawl_on.has_marked)


def lock_store(store: Store, listener: Listener) -> None:
    """Hold a store that other machines reach for this run.

    The server may notice only after a while that a run was killed, and its machine with it.
    """
    if not isinstance(store, SharedStore) or store.lock_job():
        return
    other = "another run of this job is going on, perhaps on another machine"
    listener.on_note(f"{other}, or was killed a moment ago: waiting {LOCK_WAIT_S:g} s for it")
    if not store.lock_job(LOCK_WAIT_S):
        raise JobLocked(other)


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as error:
        message = f"cannot make {folder}: {error.strerror}; check the folder and its permissions"
        raise StoreError(message) from error


def _explain_strangers(store: Store, seeds: list[Candidate], folder: Path) -> list[str]:
    """Return a line where no seed is known to the folder: a job file that was copied, perhaps."""
    count = store.records.count()
    if not count or any(store.frontier.find(seed.url) for seed in seeds):
        return []
    holds = f"{folder} holds {count:,} records of other seeds, and this run adds to them"
    return [f"{holds}: if this is another job, stop it and give it a name of its own"]


def _begin(job: CrawlJob, store: Store, seeds: list[Candidate], clock: Clock) -> Run:
    """Return the run to go on with, else a new one for which everything due is queued."""
    with store.transaction():
        run = store.runs.find_open()
        if run is None:
            now, before = clock.now(), store.runs.last_crawl()
            is_clock_back = store.runs.has_seen_ahead(now)
            store.notices.begin()
            run = store.runs.begin(now)
            horizon_s = 2 * LONGEST * job.revisit + 86400
            if is_clock_back:
                store.frontier.due.make_due_seen_ahead(now)
            store.frontier.due.queue(now, horizon_s, _most_again(job, store, before), before)
            # Whoever mends a job whose seeds failed, and runs it again, means them.
            store.frontier.queue_again(seed.url for seed in seeds)
        reach = job.model_dump_json(include=_REACH)
        store.frontier.due.queue_within_reach(reach, job.max_depth)
        store.frontier.add(seeds)
    return run


def _most_again(job: CrawlJob, store: Store, last_run: int) -> int | None:
    """Return how many pages that are due a run may queue, None for any number.

    With those that an earlier run has queued and not come to they are half of ``max_pages`` where
    new ones wait for the rest: a job that knows more pages than it may ask for would come to no
    new one any more. Hosts that the last run left, and their pages, count for nothing.
    """
    if job.max_pages is None:
        return None
    known, new = store.frontier.due.pages_queued(last_run)
    return max(0, max(job.max_pages - new, (job.max_pages + 1) // 2) - known)


async def _crawl(setting: Setting, stop: Stop, crawl_on: Again) -> list[str]:
    """Crawl; return what the operator should know. ``stop`` takes the signals that come."""
    job, store = setting.job, setting.store
    if isinstance(store, SharedStore):
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(ValueError, RuntimeError):
                asyncio.get_running_loop().add_signal_handler(number, stop.take, number)
        share = Share(setting, store, 1, lambda: stop.is_told)
        notes = await work(share)
        return notes + (await work(share) if crawl_on.is_wanted() else [])
    async with open_tools(setting) as tools:
        engine = Engine(job, setting.run, tools, count_workers(job))
        loop = asyncio.get_running_loop()

        def interrupt(number: int) -> None:
            stop.take(number)
            engine.stop()

        with contextlib.suppress(ValueError, RuntimeError):
            # Outside of the main thread signals are the caller's business.
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, interrupt, number)
        await engine.run()
        if crawl_on.is_wanted():
            await engine.run()
        with store.transaction():
            store.frontier.due.park(engine.parked_hosts, setting.run.id)
        return engine.notes


def finish_run(setting: Setting, stop: Stop, notes: list[str], *, is_marked: bool = False) -> Ended:
    """Mark duplicates, if that is not done, write the exports and the report, and close the run.

    A run that is told to stop, before or meanwhile, gives up what takes longer than some seconds:
    marks and exports stay those of an earlier run, whole, and it stays open for the next start.
    """
    job, folder, store, run = setting.job, setting.folder, setting.store, setting.run
    clock = setting.clock
    with stop.listening():
        exported, late = _conclude(setting, stop, is_marked=is_marked)
        is_told = stop.is_told
        free = shutil.disk_usage(folder).free
        # A run of days meets the same thing again and again, and each worker by itself.
        told = [*notes, *late, *advise(job, store, run, clock.now(), free)]
        warnings = list(dict.fromkeys(told))
        report = build_report(
            job,
            store,
            run,
            clock.now(),
            exported=exported,
            warnings=warnings,
            interrupted=is_told,
        )
        write_report(report, folder)
        write_metrics(report, folder)
        if not is_told:
            with store.transaction():
                store.runs.finish(run.id, clock.now(), report.model_dump_json())
    return Ended(report, stop.signals[0] if is_told else None)


def _conclude(setting: Setting, stop: Stop, *, is_marked: bool) -> tuple[Exported, list[str]]:
    """Mark duplicates and write the exports; return these and what the operator should know."""
    job, folder, store = setting.job, setting.folder, setting.store
    try:
        if not is_marked:
            mark_duplicates(setting, stop)
        # What an interrupted run had written before, another state of the package may have.
        since = setting.run.id + setting.run.resumed
        exported = export_records(job, store, folder, stop, since)
        return exported, _explain_stale(exported.stale)
    except GivenUp:
        exported = find_exported(store, folder)
        which = "are those of an earlier run" if exported.files else "are not there yet"
        note = (
            f"told to stop before the exports were written: they {which}; the records are in the "
            "database, and the next run writes them (or `pullquote export`)"
        )
        setting.listener.on_note(note)
        return exported, [note]


def _explain_stale(files: list[str]) -> list[str]:
    """Return what to say of exports that a reader would take for those of today."""
    if not files:
        return []
    names = ", ".join(files)
    why = "of an earlier run, since the job exports such files no more"
    return [f"{names}: {why}; delete them, or put their format back into exports"]
