"""Reads archived answers ahead of where they are needed, and counts what came of them."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from itertools import islice

from schemas import FetchRecord
from schemas.fetch import FetchKind, meaning_of
from scraper.crawler.archive import ArchivedPage
from scraper.crawler.frames import Reading, Task
from scraper.crawler.tools import Listener, PageReader

READ_STATUSES = frozenset({200, 203})
"""Statuses of answers that are pages."""
_MOST_TOLD = 5


@dataclass(slots=True)
class Told:
    """What the operator should know in the end."""

    listener: Listener
    pages: int = 0
    retired: int = 0
    failed: int = 0
    examples: list[str] = field(default_factory=list)

    def count(self, fetch: FetchRecord, records: int) -> None:
        """Count a page and pass it on."""
        self.pages += 1
        if meaning_of(fetch.outcome) == "failure" and fetch.status in READ_STATUSES:
            self.failed += 1
            if len(self.examples) < _MOST_TOLD:
                self.examples.append(f"{fetch.url} could not be read: {fetch.outcome}")
        self.listener.on_fetch(fetch, 0, records)

    def notes(self) -> list[str]:
        """Return what happened in a few lines."""
        lines = [f"made from the archive, without the network: {self.pages} answers read"]
        if not self.pages:
            lines.append("no file of the archive holds an answer that can be read: are they WARC?")
        if self.retired:
            lines.append(f"{self.retired} records are given by no page any more and were taken out")
        if self.failed > len(self.examples):
            lines.append(f"{self.failed} pages could not be read, among them:")
        return lines + self.examples


async def read_ahead(
    reader: PageReader, pages: Iterator[tuple[ArchivedPage, Task]], ahead: int
) -> AsyncIterator[tuple[ArchivedPage, Reading]]:
    """Yield pages with their readings, in order, while those behind them are being read."""
    waiting: deque[tuple[ArchivedPage, asyncio.Task[Reading]]] = deque()

    def fill(most: int) -> None:
        for page, task in islice(pages, most):
            waiting.append((page, asyncio.create_task(_read(reader, page, task))))

    fill(ahead)
    while waiting:
        page, reading = waiting.popleft()
        result = await reading
        fill(1)
        yield page, result


async def _read(reader: PageReader, page: ArchivedPage, task: Task) -> Reading:
    return await reader.read(task) if page.status in READ_STATUSES else Reading(kind=task.kind)


def to_task(page: ArchivedPage, kind: FetchKind = "page", depth: int = 0) -> Task:
    """Return an archived page as a reader takes it."""
    return Task(
        url=page.url,
        depth=depth,
        kind=kind,
        status=page.status,
        headers=page.headers,
        fetched_at=page.fetched_at.isoformat(),
        content=page.content,
        # Which of them will be asked about is not known before all are read.
        is_signed=True,
    )
