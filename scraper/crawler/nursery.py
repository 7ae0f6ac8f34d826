"""The crawl's hold on the process that forks its workers."""

import asyncio
import contextlib
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from scraper.crawler.frames import FORK, KILL, ORDER

_ROOT = Path(__file__).resolve().parents[2]
_STREAM_BYTES = 1 << 22


@dataclass(frozen=True, slots=True)
class Worker:
    """One worker process, seen from the crawl."""

    number: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


class Nursery:
    """Makes worker processes by forking one that has everything loaded.

    The nursery is started when the first worker is asked for, and again if it died.
    """

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._control: socket.socket | None = None
        self._count = 0
        self._turn = asyncio.Lock()

    async def fork(self) -> Worker:
        """Return a new worker; it begins to read as soon as the nursery is ready."""
        ours, theirs = socket.socketpair()
        self._count += 1
        number = self._count
        with theirs:
            async with self._turn:
                await self._hand_over(number, theirs)
        reader, writer = await asyncio.open_connection(sock=ours, limit=_STREAM_BYTES)
        return Worker(number, reader, writer)

    async def _hand_over(self, number: int, end: socket.socket) -> None:
        """Have the nursery fork a worker for one end of its socket."""
        order = ORDER.pack(FORK, number)
        control = self._control or await self._start()
        try:
            socket.send_fds(control, [order], [end.fileno()])
        except OSError:
            await self.close()
            socket.send_fds(await self._start(), [order], [end.fileno()])

    def kill(self, worker: Worker) -> None:
        """End a worker at once, whatever it is doing."""
        worker.writer.close()
        if self._control is not None:
            # A dead nursery has no workers that could be ended by it; they end with their socket.
            with contextlib.suppress(OSError):
                self._control.sendall(ORDER.pack(KILL, worker.number))

    async def close(self) -> None:
        """End the nursery and all its workers."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            await self._process.wait()
            self._process = None

    async def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "scraper.crawler.worker",
                stdin=theirs.fileno(),
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
                start_new_session=True,
            )
        self._control = ours
        return ours
