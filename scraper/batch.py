"""Extraction of many saved pages, by several processes, in the order they came.

Only a window of pages is in memory at any time. A page that can't be read becomes a message, and
the others go on.
"""

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from schemas import Article
from scraper.errors import InputError
from scraper.extract import extract
from scraper.inputs import SavedPage, read_bytes, to_page
from scraper.sites import load_site_parsers

T = TypeVar("T")
R = TypeVar("R")

_WINDOW_A_JOB = 4
"""Pages handed out ahead for each process: keeps it busy while the oldest page is slow."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of one page: its record, or why there is none."""

    name: str
    record: Article | None = None
    error: str | None = None


def extract_pages(
    pages: Iterable[SavedPage], *, jobs: int = 1, sites: Path | None = None
) -> Iterator[Extracted]:
    """Yield what became of each page, in order.

    Args:
        pages: Pages to extract; read as they are needed.
        jobs: Processes; 1 works in this one.
        sites: Folder of the user's own site parsers.

    Raises:
        InputError: The site parsers can't be loaded, or a process was killed.
    """
    load_site_parsers(sites)
    yield from map_in_order(_ExtractPage(sites), pages, jobs)


@dataclass(frozen=True, slots=True)
class _ExtractPage:
    """Extraction of one page with the parsers of a folder; goes to other processes as it is."""

    sites: Path | None

    def __call__(self, page: SavedPage) -> Extracted:
        try:
            saved = read_bytes(page)
        except InputError as error:
            return Extracted(page.name, error=str(error))
        return Extracted(
            page.name, record=extract(to_page(saved), sites=load_site_parsers(self.sites))
        )


def map_in_order(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """Yield ``function(item)`` for each item in order, computed by ``jobs`` processes.

    Unlike ``Executor.map``, items are taken only as results are, so that memory stays flat.

    Raises:
        InputError: The system killed a process, most often for want of memory.
    """
    if jobs <= 1:
        yield from map(function, items)
        return
    source = iter(items)
    with ProcessPoolExecutor(jobs) as pool:
        pending: deque[Future[R]] = deque()
        try:
            for item in itertools.islice(source, jobs * _WINDOW_A_JOB):
                pending.append(pool.submit(function, item))
            while pending:
                yield pending.popleft().result()
                for item in itertools.islice(source, 1):
                    pending.append(pool.submit(function, item))
        except BrokenProcessPool as error:
            message = "a process was killed, perhaps for want of memory; try again with --jobs 1"
            raise InputError(message) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
