"""Runs a job from its archive alone: new parsers over every page that was ever fetched.

Where the database knows the job's runs, each page is read anew and the records take the place of
those that are there, whose earlier versions are kept. Where it is missing, since only the archive
was kept or moved, the whole history is played into a new one, so that the next crawl goes on from
there. Nothing is fetched in either case.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from schemas import CrawlJob, FetchRecord
from scraper.crawler.archive import ArchivedPage, cut_to_committed, read_archive
from scraper.crawler.clock import Clock, SystemClock
from scraper.crawler.crawl import Ended, finish_run, lock_store
from scraper.crawler.extractors import Extractors
from scraper.crawler.finished import to_new_record
from scraper.crawler.frames import Reading
from scraper.crawler.lock import LOCK, job_lock
from scraper.crawler.opening import NewReader, Setting, count_workers
from scraper.crawler.rebuilding import History
from scraper.crawler.replay_reading import READ_STATUSES, Told, read_ahead, to_task
from scraper.crawler.stopping import Stop
from scraper.crawler.tools import Listener, PageReader
from scraper.durable import sync_folder
from scraper.errors import InputError
from scraper.sites import load_site_parsers
from scraper.store import Harvest, Run, SharedStore, Store, find_address, open_store
from scraper.store.opening import DATABASE
from scraper.urls import host_of

HARVEST = "pullquote.harvest.db"
REBUILT = "pullquote.rebuilt.db"
REBUILT_SCHEMA = "+rebuilt"
"""Added to a job's name, in which it can't stand itself."""
_LONGEST_S = 30 * 86400.0
"""Nobody else fills the new store, so its lease need not be made longer."""
_AHEAD = 4
"""Pages given to each worker ahead of the one whose reading is waited for."""


def replay_job(
    job: CrawlJob,
    output: Path,
    base: Path | None,
    listener: Listener,
    clock: Clock | None = None,
    new_reader: NewReader = Extractors,
) -> Ended:
    """Make a job's records, exports and report anew from its archive.

    Args:
        job: The job; pages are judged by its rules of today.
        base: Folder that the job's ``sites`` is relative to; the current one without it.

    Raises:
        InputError: The job has no archive.
        JobLocked: A run of the job is going on.
        StoreError: The database can't be used; what it held is as it was.
        ExportError: An export can't be written; the records are safe in the database.
    """
    clock = clock or SystemClock()
    folder = output / job.name
    find_archive(folder)
    address = find_address(job.store)
    sites = (base or Path()) / job.sites if job.sites else None
    load_site_parsers(sites)
    told = Told(listener)
    with job_lock(folder / LOCK), _held(folder, job, address, listener):
        reader = new_reader(job, sites, count_workers(job))
        run = asyncio.run(_replay(job, folder, reader, told, clock))
        with open_store(folder, job.name, address) as store:
            setting = Setting(job, folder, sites, store, run, listener, clock)
            return finish_run(setting, Stop(), told.notes())


@contextmanager
def _held(folder: Path, job: CrawlJob, address: str | None, listener: Listener) -> Iterator[None]:
    """Hold a store that other machines reach; a file is held by the job's lock."""
    if address is None:
        yield
        return
    with open_store(folder, job.name, address) as store:
        lock_store(store, listener)
        yield


async def _replay(job: CrawlJob, folder: Path, reader: PageReader, told: Told, clock: Clock) -> Run:
    """Read the archive into the job's database; return the run that is to be finished."""
    files = find_archive(folder)
    ahead = _AHEAD * count_workers(job)
    await reader.start()
    try:
        with open_store(folder, job.name, find_address(job.store)) as store:
            cut_to_committed(folder / "warc", store.archive_sizes())
            if store.runs.last_begin() is not None:
                return await _renew(
                    store, folder / HARVEST, reader, files, told, clock.now(), ahead
                )
        return await _rebuild(job, folder, reader, told, ahead)
    finally:
        await reader.close()


def _cleared(path: Path) -> Path:
    """Return a path at which nothing is left of a rebuilding that was broken off."""
    for leftover in path.parent.glob(f"{path.name}*"):
        leftover.unlink()
    return path


async def _rebuild(job: CrawlJob, folder: Path, reader: PageReader, told: Told, ahead: int) -> Run:
    """Play the archive into a new database and put it in the empty one's place."""
    address = find_address(job.store)
    if address is not None:
        name = f"{job.name}{REBUILT_SCHEMA}"
        with SharedStore(address, name, lease_s=_LONGEST_S) as shared:
            shared.start_alone()
            run = await History(job, shared, told).play(reader, find_archive(folder), ahead)
            shared.end_as(job.name)
        return run
    path = _cleared(folder / REBUILT)
    with Store(path) as store:
        run = await History(job, store, told).play(reader, find_archive(folder), ahead)
    # Closing a database moves its journal into it, so that one file is all there is.
    # The journal of the old one has to be gone for good first: SQLite would read it into the new.
    sync_folder(folder)
    path.replace(folder / DATABASE)
    sync_folder(folder)
    return run


def find_archive(folder: Path) -> list[Path]:
    """Return the WARC files of a job in the order in which they were written.

    Raises:
        InputError: There are none.
    """
    files = sorted(path for path in (folder / "warc").glob("*.warc*") if path.is_file())
    if not files:
        message = f"{folder / 'warc'} holds no WARC file; crawl with archive = true first"
        raise InputError(message)
    return files


async def _renew(
    store: Store,
    harvest_path: Path,
    reader: PageReader,
    files: list[Path],
    told: Told,
    now: float,
    ahead: int,
) -> Run:
    """Read every page anew; put what came of it in place of the records, all at once."""
    pages = ((page, to_task(page)) for path in files for page in read_archive(path))
    notices = store.runs.notice_times()
    with Harvest(harvest_path) as harvest:
        async for page, reading in read_ahead(reader, pages, ahead):
            if page.status in READ_STATUSES and not _was_notice(page, notices):
                # What can't be read says nothing about the record that is there.
                url = page.url if reading.outcome == "ok" else ""
                harvest.put(url, to_new_record(page.url, reading))
            told.count(_to_fetch(page, reading), store.records.count() if told.pages == 0 else 0)
        with store.transaction():
            run = store.runs.begin(now, is_crawl=False)
            told.retired = _put_in_place(store, harvest, run)
    return run


def _was_notice(page: ArchivedPage, notices: Mapping[str, Sequence[tuple[float, float]]]) -> bool:
    """Return whether a crawl held an answer back: it came between two of the moments given."""
    moment = page.fetched_at.timestamp()
    return any(begin <= moment <= end for begin, end in notices.get(page.url, ()))


def _put_in_place(store: Store, harvest: Harvest, run: Run) -> int:
    """Replace records by those made anew; return how many no page gives any more."""
    for record in harvest:
        store.records.renew(record, run.id)
    gone = [name for name, url in store.records.iter_urls() if harvest.lacks(name, url)]
    for record_id in gone:
        store.records.retire(record_id, run.id)
    return len(gone)


def _to_fetch(page: ArchivedPage, reading: Reading) -> FetchRecord:
    return FetchRecord(
        url=page.url,
        host=host_of(page.url),
        kind=reading.kind,
        depth=0,
        outcome=reading.outcome,
        message=reading.message,
        status=page.status,
        started_at=page.fetched_at,
        elapsed_s=0.0,
        attempts=0,
        size_bytes=len(page.content),
        article_id=reading.record_id,
    )
