"""Rebuilds a job's database from its archive: the fetches of all runs, in the order they were made.

Everything that the archive tells comes back: pages, records with their versions, links that were
found, what vanished, validators for the next request. What it doesn't tell (refused URLs, times
of failed fetches) is found again by the next crawl.
"""

import re
from dataclasses import replace
from pathlib import Path

from schemas import CrawlJob
from scraper.crawler.archive import ArchivedPage, read_archive
from scraper.crawler.committer import Committer
from scraper.crawler.duplicates import find_duplicates
from scraper.crawler.fetcher.answers import Failed, find_success, judge
from scraper.crawler.finished import Finished
from scraper.crawler.frames import Reading, Task
from scraper.crawler.notices import hold_notices
from scraper.crawler.opening import to_seeds
from scraper.crawler.replay_reading import Told, read_ahead, to_task
from scraper.crawler.response import Attempted, Response
from scraper.crawler.scope import Scope
from scraper.crawler.tools import PageReader
from scraper.errors import InputError
from scraper.store import Candidate, Run, Store, Target

_RUN = re.compile(r"-(\d{5})(?:-w\d+)?-\d{3}\.warc(?:\.gz)?$")
"""The end of a file's name: run, worker where there were several, serial number."""


def run_number(path: Path) -> int:
    """Return the run that wrote an archive file; 1 where its name does not say."""
    match = _RUN.search(path.name)
    return int(match[1]) if match else 1


class _Then:
    """The clock of the archive: the time at which the page in hand was fetched."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> float:
        """Return seconds since 1970."""
        return self.time

    def monotonic(self) -> float:
        """Return the same, since nothing is paused by it."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Pass over."""
        self.time += seconds


class History:
    """Plays archived fetches into an empty store, as the runs that made them did."""

    def __init__(self, job: CrawlJob, store: Store, told: Told) -> None:
        self._job = job
        self._store = store
        self._told = told
        self._clock = _Then()
        seeds = to_seeds(job)
        self._scope = Scope([seed.url for seed in seeds], job.allow, job.deny)
        self._run: Run | None = None
        self._committer: Committer | None = None
        with store.transaction():
            store.frontier.add(seeds)

    async def play(self, reader: PageReader, files: list[Path], ahead: int) -> Run:
        """Play all files; return the last run, still open."""
        for path in files:
            self._begin_run(path)
            pages = ((page, self._task_of(page)) for page in read_archive(path))
            async for page, reading in read_ahead(reader, pages, ahead):
                self._commit(page, reading)
            with self._store.transaction():
                self._store.put_archive_size(path.name, path.stat().st_size)
        if self._run is None:
            raise InputError("the archive has no file")
        return self._run

    def _begin_run(self, path: Path) -> None:
        """Begin the run that wrote a file, unless it is the one that is open."""
        number = run_number(path)
        if self._run is not None and self._run.id == number:
            return
        first = next(read_archive(path), None)
        with self._store.transaction():
            if self._run is not None:
                self._end_run(self._run)
            self._clock.time = first.fetched_at.timestamp() if first else path.stat().st_mtime
            self._store.notices.begin()
            self._run = self._store.runs.begin(self._clock.time, number=number)
        self._committer = Committer(
            self._job, self._run, self._store, self._scope, None, self._clock
        )

    def _end_run(self, run: Run) -> None:
        """Take back what was a notice and mark what repeats another, as the run did; close it.

        What a run marked tells the next one which pages were one story.
        """
        revisit_s = self._job.revisit
        duplicates = self._find_duplicates()
        if hold_notices(self._store, run.id, duplicates, revisit_s, self._clock.time):
            duplicates = self._find_duplicates()
        self._store.records.mark_duplicates(duplicates)
        self._store.runs.finish(run.id, self._clock.time, None)

    def _find_duplicates(self) -> dict[str, str]:
        records = self._store.records
        return find_duplicates(records.iter_signatures(), records.vanished())

    def _task_of(self, page: ArchivedPage) -> Task:
        target = self._store.frontier.target_of(page.url)
        if target is None:
            return to_task(page)
        return to_task(page, target.kind.word, target.depth)

    def _commit(self, page: ArchivedPage, reading: Reading) -> None:
        if self._committer is None:
            return
        self._clock.time = page.fetched_at.timestamp()
        target = self._target_of(page.url)
        attempted = _to_attempted(page)
        if attempted.outcome != "ok":
            reading = Reading(kind=target.kind.word)
        done = self._committer.commit([Finished(target, attempted, reading)])
        for fetch in done.fetches:
            self._told.count(fetch, self._committer.records)

    def _target_of(self, url: str) -> Target:
        """Return a URL as a target; one that no page led to is queued first."""
        found = self._store.frontier.target_of(url)
        if found is None:
            with self._store.transaction():
                self._store.frontier.add([Candidate(url)])
            found = self._store.frontier.target_of(url)
        if found is None:
            raise InputError(f"{url} is no address that a crawl could have fetched")
        return found


def _to_attempted(page: ArchivedPage) -> Attempted:
    """Return how the fetch of an archived answer ended, by its status."""
    response = Response(page.url, page.status, page.headers, page.content, b"", page.fetched_at)
    attempted = Attempted(
        outcome="ok",
        started_at=page.fetched_at,
        elapsed_s=0.0,
        attempts=1,
        response=response,
        status=page.status,
    )
    try:
        outcome = find_success(judge(response).status)
    except Failed as failure:
        return replace(attempted, outcome=failure.outcome, message=failure.message)
    return replace(attempted, outcome=outcome, redirect_to=page.headers.get("location"))
