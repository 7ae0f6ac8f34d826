"""Runs a job from beginning to end: lock, plan, crawl, mark duplicates, export, report."""

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from schemas import CrawlJob, CrawlReport, FetchRecord
from scraper.crawler.archive import Archive
from scraper.crawler.clock import Clock, SystemClock
from scraper.crawler.duplicates import find_duplicates
from scraper.crawler.engine import Engine, Listener, Tools
from scraper.crawler.extractors import Extractors
from scraper.crawler.fetcher import Fetcher
from scraper.crawler.guard import Guard
from scraper.crawler.likeness import FIRST
from scraper.crawler.lock import HostLocks, job_lock
from scraper.crawler.politeness import Politeness
from scraper.crawler.report import build_report, write_report
from scraper.crawler.revisit import LONGEST
from scraper.crawler.robots import RobotsCache, product_of
from scraper.crawler.scope import Scope
from scraper.errors import JobError, StoreError
from scraper.exporters import write_exports
from scraper.sites import load_site_parsers
from scraper.store import Candidate, Kind, Run, Store
from scraper.urls import canonicalize
from scraper.version import __version__

DATABASE = "pullquote.db"
LOCK = "pullquote.lock"
_AGENT = f"Pullquote/{__version__}"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run happens in."""

    job: CrawlJob
    folder: Path
    """The job's output folder."""
    sites: Path | None
    """Folder of the user's site parsers."""
    store: Store
    run: Run
    listener: Listener
    clock: Clock


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
        job: What to crawl.
        output: Folder that holds the job's folder.
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
) -> Ended:
    """Run a job as ``crawl`` does, telling a listener; SIGINT and SIGTERM interrupt it."""
    clock = clock or SystemClock()
    folder = output / job.name
    sites = (base or Path()) / job.sites if job.sites else None
    load_site_parsers(sites)
    seeds = to_seeds(job)
    _make_folder(folder)
    with job_lock(folder / LOCK), Store(folder / DATABASE) as store:
        run = _begin(job, store, seeds, clock)
        setting = Setting(job, folder, sites, store, run, listener, clock)
        signals: list[int] = []
        notes = asyncio.run(_crawl(setting, signals))
        return _finish(setting, signals, notes)


def to_seeds(job: CrawlJob) -> list[Candidate]:
    """Return the seeds of a job as the frontier takes them.

    Raises:
        JobError: One of them is no address.
    """
    found = []
    for seed in job.seeds:
        url = canonicalize(seed)
        if url is None:
            message = f'seeds: {seed!r} is no web address; write it like "https://news.example/"'
            raise JobError(message)
        last = url.rpartition("/")[2].lower()
        kind = Kind.SITEMAP if "sitemap" in last else Kind.PAGE
        found.append(Candidate(url, kind, FIRST))
    return found


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"cannot make {folder}: {error.strerror}; check the folder and its permissions"
        raise StoreError(message) from error


def _begin(job: CrawlJob, store: Store, seeds: list[Candidate], clock: Clock) -> Run:
    """Return the run to go on with, else a new one for which everything due is queued."""
    with store.transaction():
        run = store.runs.find_open()
        if run is None:
            run = store.runs.begin(clock.now())
            store.frontier.queue_due(clock.now(), horizon_s=2 * LONGEST * job.revisit + 86400)
        store.frontier.add(seeds)
    return run


async def _crawl(setting: Setting, signals: list[int]) -> list[str]:
    """Crawl; return what the operator should know. Signals that came are added to ``signals``."""
    job = setting.job
    workers = job.workers or min(2, os.cpu_count() or 1)
    async with _open_tools(setting, workers) as tools:
        engine = Engine(job, setting.run, tools, workers)
        loop = asyncio.get_running_loop()

        def interrupt(number: int) -> None:
            signals.append(number)
            engine.stop()

        with contextlib.suppress(ValueError, RuntimeError):
            # Outside of the main thread signals are the caller's business.
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, interrupt, number)
        await engine.run()
        return engine.notes


@asynccontextmanager
async def _open_tools(setting: Setting, workers: int) -> AsyncIterator[Tools]:
    """Yield everything that the engine works with, and close it in the end."""
    job, store, clock = setting.job, setting.store, setting.clock
    politeness = Politeness(job.delay, job.concurrency, clock, job.connections)
    agent = to_user_agent(job)
    guard = Guard.of(job.allow_private_hosts)
    fetcher = Fetcher(agent, job.contact, job.limits, guard, politeness, clock)
    extractors = Extractors(job, setting.sites, workers)
    archive = None
    if job.archive:
        folder = setting.folder / "warc"
        archive = Archive(folder, job.name, setting.run.id, store.archive_sizes())
    hosts = HostLocks()
    await extractors.start()
    seeds = [seed.url for seed in to_seeds(job)]
    try:
        yield Tools(
            store=store,
            fetcher=fetcher,
            robots=RobotsCache(fetcher, store, politeness, clock, product_of(agent)),
            extractors=extractors,
            archive=archive,
            scope=Scope(seeds, job.allow, job.deny),
            clock=clock,
            listener=setting.listener,
            hosts=hosts,
        )
    finally:
        hosts.close()
        await extractors.close()
        await fetcher.close()
        if archive is not None:
            archive.close()


def to_user_agent(job: CrawlJob) -> str:
    """Return the User-Agent of a job: its name for itself, and how to reach its operator."""
    agent = job.user_agent or _AGENT
    return f"{agent} (+{job.contact})" if job.contact else agent


def _finish(setting: Setting, signals: list[int], notes: list[str]) -> Ended:
    """Mark duplicates, write the exports and the report, and close the run."""
    job, folder, store, run = setting.job, setting.folder, setting.store, setting.run
    clock = setting.clock
    with store.transaction():
        store.records.mark_duplicates(find_duplicates(store.records.iter_signatures()))
    records = store.iter_articles(with_duplicates=job.export_duplicates)
    files = write_exports(records, folder, job.exports)
    warnings = [*notes, *_warnings(job)]
    report = build_report(
        job,
        store,
        run,
        clock.now(),
        files=[str(path.relative_to(folder)) for path in files],
        warnings=warnings,
        interrupted=bool(signals),
    )
    write_report(report, folder)
    if not signals:
        with store.transaction():
            store.runs.finish(run.id, clock.now(), report.model_dump_json())
    return Ended(report, signals[0] if signals else None)


def _warnings(job: CrawlJob) -> Iterator[str]:
    if job.contact is None:
        yield "contact is not set: site operators cannot reach you; set it in the job file"
    if not job.obey_robots:
        yield "obey_robots is false: robots.txt was not read"
