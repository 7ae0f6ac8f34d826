"""Opens what a run works with, as the job asks for it, and closes it in the end.

The one place that knows which fetcher and which reader a job gets.
"""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from schemas import CrawlJob
from scraper.crawler.archive import Archive
from scraper.crawler.browser.chromium import Chromium
from scraper.crawler.browser.find import find_chromium
from scraper.crawler.browser.parts import Parts
from scraper.crawler.browser.rendering import RenderingReader
from scraper.crawler.clock import Clock
from scraper.crawler.extractors import Extractors
from scraper.crawler.fetcher import Fetcher
from scraper.crawler.guard import Guard
from scraper.crawler.likeness import FIRST
from scraper.crawler.lock import HostLocks
from scraper.crawler.politeness import Politeness
from scraper.crawler.response import PageFetcher
from scraper.crawler.robots import RobotsCache, product_of
from scraper.crawler.scope import Scope
from scraper.crawler.tools import Listener, PageReader, Tools
from scraper.crawler.turns import TurnFetcher
from scraper.errors import JobError
from scraper.store import Candidate, Kind, Run, Store
from scraper.urls import canonicalize
from scraper.version import __version__

_AGENT = f"Pullquote/{__version__}"

NewReader = Callable[[CrawlJob, Path | None, int], PageReader]
"""Makes what reads pages: (job, folder of site parsers, number of processes)."""


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
    new_reader: NewReader = Extractors
    part: str = ""
    """What tells the archive files of this worker from others' of the same run."""


def count_workers(job: CrawlJob) -> int:
    """Return how many processes read a job's pages."""
    return job.workers or min(2, os.cpu_count() or 1)


@asynccontextmanager
async def open_tools(setting: Setting) -> AsyncIterator[Tools]:
    """Yield everything that the engine works with, and close it in the end."""
    job, store, clock = setting.job, setting.store, setting.clock
    politeness = Politeness(job.delay, job.concurrency, clock, job.connections)
    hosts = HostLocks(pace=politeness)
    fetcher = TurnFetcher(_new_fetcher(setting, politeness), hosts, clock)
    agent = product_of(to_user_agent(job))
    robots = RobotsCache(fetcher, store, politeness, clock, agent)
    reader = _new_reader(setting, fetcher, robots)
    archive = _new_archive(setting)
    await reader.start()
    seeds = [seed.url for seed in to_seeds(job)]
    try:
        yield Tools(
            store=store,
            fetcher=fetcher,
            robots=robots,
            extractors=reader,
            archive=archive,
            scope=Scope(seeds, job.allow, job.deny),
            clock=clock,
            listener=setting.listener,
            hosts=hosts,
        )
    finally:
        hosts.close()
        await reader.close()
        await fetcher.close()
        if archive is not None:
            archive.close()


def _new_fetcher(setting: Setting, politeness: Politeness) -> PageFetcher:
    job = setting.job
    guard = Guard.of(job.allow_private_hosts)
    agent = to_user_agent(job)
    return Fetcher(agent, job.contact, job.limits, guard, politeness, setting.clock)


def _new_reader(setting: Setting, fetcher: PageFetcher, robots: RobotsCache) -> PageReader:
    """Return what reads pages, in a browser first where the job asks for one."""
    job = setting.job
    reader = setting.new_reader(job, setting.sites, count_workers(job))
    if job.browser == "never":
        return reader
    parts = Parts(fetcher, robots if job.obey_robots else None)
    path = find_chromium(job.browser_path)
    chromium = Chromium(path, to_user_agent(job), parts, job.limits)
    return RenderingReader(job.browser, reader, chromium, setting.listener)


def _new_archive(setting: Setting) -> Archive | None:
    if not setting.job.archive:
        return None
    sizes = setting.store.archive_sizes()
    name, run = setting.job.name, setting.run.id

    def commit(file: str, size: int) -> None:
        with setting.store.transaction():
            setting.store.put_archive_size(file, size)
        setting.store.sync()

    return Archive(setting.folder / "warc", name, run, sizes, setting.part, commit)


def to_user_agent(job: CrawlJob) -> str:
    """Return the User-Agent of a job: its name for itself, and how to reach its operator."""
    agent = job.user_agent or _AGENT
    return f"{agent} (+{job.contact})" if job.contact else agent


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
