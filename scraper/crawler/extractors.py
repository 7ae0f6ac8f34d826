"""Worker processes that read responses, so that fetching never waits for parsing.

Each worker is given its next response while it reads the last. One that takes too long for a
page, or dies of it, is replaced: that page has its outcome, all others go on.
"""

import asyncio
import contextlib
import os
import sys
from collections import deque
from pathlib import Path

from schemas import CrawlJob
from scraper.crawler.reading import (
    FRAME_HEAD_BYTES,
    Reading,
    Task,
    frame_sizes,
    parse_head,
    to_frame,
)

_PIPELINE = 2
"""Responses that a worker has at once: the one it reads, and the next."""
_STARTUP_S = 60.0
_ROOT = Path(__file__).resolve().parents[2]

_Waiting = tuple[Task, "asyncio.Future[Reading]"]


class Extractors:
    """A pool of worker processes.

    Args:
        job: What the workers read for.
        sites: Folder of the user's site parsers.
        workers: Number of processes.
    """

    def __init__(self, job: CrawlJob, sites: Path | None, workers: int) -> None:
        self._setup = _setup_frame(job, sites)
        self._timeout_s = job.limits.parse
        self._count = workers
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []
        self._processes: set[asyncio.subprocess.Process] = set()

    async def start(self) -> None:
        """Start the processes."""
        self._tasks = [asyncio.create_task(self._serve()) for _ in range(self._count)]

    async def read(self, task: Task) -> Reading:
        """Return the reading of a response; whatever goes wrong is its outcome."""
        future: asyncio.Future[Reading] = asyncio.get_running_loop().create_future()
        await self._queue.put((task, future))
        return await future

    async def close(self) -> None:
        """End the processes, at once."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for process in self._processes:
            await _kill(process)
        self._processes.clear()

    async def _serve(self) -> None:
        """Keep one process at work, and replace it when it fails."""
        waiting: deque[_Waiting] = deque()
        while True:
            process = await self._spawn()
            try:
                await self._work(process, waiting)
            except (asyncio.IncompleteReadError, ConnectionError, TimeoutError) as error:
                self._processes.discard(process)
                await _kill(process)
                if waiting:
                    _, future = waiting.popleft()
                    _resolve(future, self._to_failure(error, process))

    async def _work(self, process: asyncio.subprocess.Process, waiting: deque[_Waiting]) -> None:
        """Send tasks and receive readings until the process fails."""
        stdin, stdout = process.stdin, process.stdout
        if stdin is None or stdout is None:
            raise ConnectionError("the worker has no pipes")
        for task, _ in waiting:
            stdin.write(task.to_frame())
        allowed_s = _STARTUP_S + self._timeout_s
        while True:
            while len(waiting) < _PIPELINE and (not waiting or not self._queue.empty()):
                waiting.append(await self._queue.get())
                # Not drained: one response more than the pipe holds is in memory anyway.
                stdin.write(waiting[-1][0].to_frame())
            async with asyncio.timeout(allowed_s):
                reading = await _receive(stdout)
            allowed_s = self._timeout_s
            _, future = waiting.popleft()
            _resolve(future, reading)

    def _to_failure(self, error: Exception, process: asyncio.subprocess.Process) -> Reading:
        if isinstance(error, TimeoutError):
            message = f"extracting took longer than {self._timeout_s:g} s and was abandoned"
            return Reading(outcome="parse-timeout", message=message)
        message = f"the worker died of the page (exit code {process.returncode})"
        return Reading(outcome="parse-error", message=message)

    async def _spawn(self) -> asyncio.subprocess.Process:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "scraper.crawler.worker",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=1 << 22,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,
        )
        self._processes.add(process)
        if process.stdin is not None:
            process.stdin.write(self._setup)
        return process


def _setup_frame(job: CrawlJob, sites: Path | None) -> bytes:
    setup = {"job": job.model_dump(mode="json"), "sites": str(sites) if sites else None}
    return to_frame(setup, b"")


async def _receive(stream: asyncio.StreamReader) -> Reading:
    head_size, body_size = frame_sizes(await stream.readexactly(FRAME_HEAD_BYTES))
    head = parse_head(await stream.readexactly(head_size))
    return Reading.from_frame(head, await stream.readexactly(body_size))


def _resolve(future: "asyncio.Future[Reading]", reading: Reading) -> None:
    if not future.done():
        future.set_result(reading)


async def _kill(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    if process.stdin is not None:
        process.stdin.close()
    await process.wait()
