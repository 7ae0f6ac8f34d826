"""What a crawl works with, and what each replaceable part must be able to do.

The engine knows these protocols only: pages may come from the network, a browser or an archive,
and may be read by worker processes or in the crawling one.
"""

from dataclasses import dataclass
from typing import Protocol

from schemas import FetchRecord
from scraper.crawler.archive import Archive
from scraper.crawler.clock import Clock
from scraper.crawler.frames import Reading, Task
from scraper.crawler.lock import HostLocks
from scraper.crawler.response import PageFetcher
from scraper.crawler.robots import RobotsCache
from scraper.crawler.scope import Scope
from scraper.store import Store


class PageReader(Protocol):
    """Reads responses: what record they hold, and where they lead."""

    async def start(self) -> None:
        """Make ready to read."""

    async def read(self, task: Task) -> Reading:
        """Return the reading of a response; whatever goes wrong is its outcome."""

    async def close(self) -> None:
        """Let go of everything, at once."""


class Listener(Protocol):
    """Is told what the crawl does, as it does it."""

    def on_fetch(self, fetch: FetchRecord, queued: int, records: int) -> None:
        """A URL is finished and written."""

    def on_note(self, note: str) -> None:
        """Something that the operator should know."""


@dataclass(slots=True)
class Tools:
    """What the engine works with; every part can be replaced in tests."""

    store: Store
    fetcher: PageFetcher
    robots: RobotsCache
    extractors: PageReader
    archive: Archive | None
    scope: Scope
    clock: Clock
    listener: Listener
    hosts: HostLocks
