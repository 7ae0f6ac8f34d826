"""Worker processes that read responses, so that fetching never waits for parsing.

Each worker is given its next response while it reads the last. One that takes too long for a
page, or dies of it, is replaced: that page has its outcome, all others go on.
"""

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from schemas import CrawlJob
from schemas.fetch import Outcome
from scraper.crawler.frames import (
    FRAME_HEAD_BYTES,
    Reading,
    Task,
    frame_sizes,
    parse_head,
    to_frame,
)
from scraper.crawler.nursery import Nursery, Worker

_PIPELINE = 2
"""Responses that a worker has at once: the one it reads, and the next."""
_STARTUP_S = 60.0
"""More time for the first page of all, while what reads it is loaded."""
_ELAPSED = 4
"""A page that computes has its limit in seconds of processor time, which its worker keeps: where a
machine is busy, all pages take long. One that only waits, as in a site's parser that sleeps, is
abandoned after this many times its limit on the clock."""
_PAGES_A_WORKER = 500
"""Pages that a process reads before another takes its place: what its memory has grown by, in holes
between what is in use, goes back. A new one costs a fork."""
_LARGE_BYTES = 1 << 20
"""A reading beyond this is the last of its process: the list of a sitemap with 50,000 URLs leaves
one 30 MiB larger."""

_MAX_DEATHS = 3
"""Workers that a page may be reading when they die before it is held to be the reason."""


@dataclass(slots=True)
class _Waiting:
    """A response that waits for its reading."""

    frame: bytes
    reading: "asyncio.Future[Reading]"
    deaths: int = 0
    since: float = 0.0
    """Since when it is the one that is read, in seconds of the monotonic clock."""


class Extractors:
    """A pool of worker processes."""

    def __init__(self, job: CrawlJob, sites: Path | None, workers: int) -> None:
        self._setup = _setup_frame(job, sites)
        self._timeout_s = job.limits.parse
        self._startup_s = _STARTUP_S
        self._count = workers
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []
        self._nursery = Nursery()
        self._pending: set[asyncio.Future[Reading]] = set()
        self._problem: BaseException | None = None

    async def start(self) -> None:
        """Make ready; each process starts with the first response that it is to read."""
        self._tasks = [asyncio.create_task(self._serve()) for _ in range(self._count)]
        for task in self._tasks:
            task.add_done_callback(self._look_at_end)

    async def read(self, task: Task) -> Reading:
        """Return the reading of a response; whatever goes wrong is its outcome."""
        waiting = _Waiting(task.to_frame(), asyncio.get_running_loop().create_future())
        if self._problem is not None:
            raise self._problem
        self._pending.add(waiting.reading)
        waiting.reading.add_done_callback(self._pending.discard)
        await self._queue.put(waiting)
        return await waiting.reading

    def _look_at_end(self, task: "asyncio.Task[None]") -> None:
        """End every wait when a task that keeps a worker fails: the crawl must not stand still.

        So it is when the package is replaced by another version while a crawl is going on.
        """
        if task.cancelled() or (problem := task.exception()) is None:
            return
        self._problem = self._problem or problem
        for reading in list(self._pending):
            if not reading.done():
                reading.set_exception(problem)

    async def close(self) -> None:
        """End the processes, at once."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._nursery.close()

    async def _serve(self) -> None:
        """Keep one process at work, and replace it when it fails."""
        waiting: deque[_Waiting] = deque()
        while True:
            if not waiting:
                # A run in which nothing has changed reads no page, and needs no process.
                waiting.append(await self._queue.get())
            worker = await self._nursery.fork()
            try:
                await self._work(worker, waiting)
            except TimeoutError:
                self._abandon(waiting)
            except (asyncio.IncompleteReadError, ConnectionError):
                if waiting and time.monotonic() - waiting[0].since >= self._timeout_s:
                    self._abandon(waiting)
                elif waiting:
                    waiting[0].deaths += 1
                    if waiting[0].deaths >= _MAX_DEATHS:
                        _fail(waiting, "parse-error", f"{_MAX_DEATHS} workers died of the page")
            finally:
                self._nursery.kill(worker)

    def _abandon(self, waiting: deque[_Waiting]) -> None:
        message = f"extracting took longer than {self._timeout_s:g} s and was abandoned"
        _fail(waiting, "parse-timeout", message)

    async def _work(self, worker: Worker, waiting: deque[_Waiting]) -> None:
        """Send tasks and receive readings until the process has had its share, or fails."""
        worker.writer.write(self._setup)
        for known in waiting:
            worker.writer.write(known.frame)
        left = _PAGES_A_WORKER
        while left:
            most = min(_PIPELINE, left)
            while len(waiting) < most and (not waiting or not self._queue.empty()):
                waiting.append(await self._queue.get())
                # Not drained: one response more than the socket holds is in memory anyway.
                worker.writer.write(waiting[-1].frame)
            waiting[0].since = time.monotonic()
            async with asyncio.timeout(self._timeout_s * _ELAPSED + self._startup_s):
                reading, size = await _receive(worker.reader)
            self._startup_s = 0.0
            left = 0 if size > _LARGE_BYTES else left - 1
            _resolve(waiting.popleft().reading, reading)


def _setup_frame(job: CrawlJob, sites: Path | None) -> bytes:
    setup = {"job": job.model_dump(mode="json"), "sites": str(sites) if sites else None}
    return to_frame(setup, b"")


async def _receive(stream: asyncio.StreamReader) -> tuple[Reading, int]:
    """Return the next reading and its size in bytes."""
    head_size, body_size = frame_sizes(await stream.readexactly(FRAME_HEAD_BYTES))
    head = parse_head(await stream.readexactly(head_size))
    return Reading.from_frame(head, await stream.readexactly(body_size)), body_size


def _fail(waiting: deque[_Waiting], outcome: Outcome, message: str) -> None:
    """End the wait for the response that was being read."""
    if waiting:
        _resolve(waiting.popleft().reading, Reading(outcome=outcome, message=message))


def _resolve(future: "asyncio.Future[Reading]", reading: Reading) -> None:
    if not future.done():
        future.set_result(reading)
