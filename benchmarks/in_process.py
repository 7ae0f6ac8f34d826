"""Reads pages where the crawl runs, for simulations that start crawls by the hundred."""

from pathlib import Path

from schemas import CrawlJob
from scraper.crawler.frames import Reading, Task
from scraper.crawler.reading import Reader
from scraper.sites import load_site_parsers


class InProcess:
    """Reads pages where the crawl runs, in place of the worker processes."""

    def __init__(self, job: CrawlJob, sites: Path | None, workers: int) -> None:
        del workers
        self._reader = Reader(job, load_site_parsers(sites))

    async def start(self) -> None:
        """Do nothing."""

    async def close(self) -> None:
        """Do nothing."""

    async def read(self, task: Task) -> Reading:
        """Return the reading of a response."""
        return self._reader.read(task)
