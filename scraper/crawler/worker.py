"""Processes that read responses: frames come in on a socket, readings go out on it.

Runs as ``python -m scraper.crawler.worker``: that process is the nursery. It loads parsers and
models once, then forks a worker whenever the crawl hands it a socket; workers share what is
loaded. The first frame on a worker's socket is the job. The nursery has one thread and no event
loop, so that forking is safe; it ends with all its workers when the crawl's end of its own
socket closes, so that none outlives a killed crawl. A worker is the per-page boundary: whatever
one page makes go wrong is that page's outcome, with its traceback; a page that takes more processor
time than it may ends the worker.
"""

import contextlib
import gc
import os
import resource
import signal
import socket
import traceback
from pathlib import Path
from typing import BinaryIO, cast

from schemas import CrawlJob
from scraper.crawler.frames import (
    FORK,
    FRAME_HEAD_BYTES,
    KILL,
    ORDER,
    Reading,
    Task,
    frame_sizes,
    parse_head,
)
from scraper.crawler.reading import Reader
from scraper.extract import extract
from scraper.page import read_page
from scraper.sites import load_site_parsers

_MEMORY_BYTES = 3 << 30
"""Address space of a worker: a page that wants more fails alone."""
_MESSAGE_CHARS = 2000
_COLLECT_AFTER = 200_000
"""New containers, less those that are gone, before cycles are looked for: some 30 MiB. Reading a
page makes no cycle (0 of 480 pages of a site); errors may, and each soup of a site's parser does,
of 2,000 to 20,000. Looking for them after every 700 took .4 ms a page, after 50 pages .1 ms."""
_WARM_UP = (
    "<html lang=en><title>A bridge opens</title><article><h1>A bridge opens</h1>"
    "<p class=byline>By Ann Lee</p><time datetime=2024-05-01>1 May 2024</time>"
    + "<p>“The bridge is open to all,” said the mayor, Tom Hill (Lee, 2020).</p>" * 9
    + "<h2>References</h2><p>Lee, A. (2020). Bridges. London: Hill.</p></article></html>"
)


def read_frame(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Return (head, body) of the next frame, None at the end of the stream."""
    sizes = stream.read(FRAME_HEAD_BYTES)
    if len(sizes) < FRAME_HEAD_BYTES:
        return None
    head_size, body_size = frame_sizes(sizes)
    head, body = stream.read(head_size), stream.read(body_size)
    return (head, body) if len(body) == body_size and len(head) == head_size else None


def read_safely(reader: Reader, task: Task) -> Reading:
    """Return the reading of a task; an error in it is its outcome."""
    try:
        return reader.read(task)
    except Exception:  # noqa: BLE001 - the per-page boundary, the one place for this
        message = traceback.format_exc()[-_MESSAGE_CHARS:]
        return Reading(kind=task.kind, outcome="parse-error", message=message)


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer every task of ``source`` on ``sink``, in order."""
    first = read_frame(source)
    if first is None:
        return
    setup = parse_head(first[0])
    folder = Path(setup["sites"]) if setup["sites"] else None
    job = CrawlJob.model_validate(setup["job"])
    reader = Reader(job, load_site_parsers(folder))
    while True:
        frame = read_frame(source)
        if frame is None:
            return
        task = Task.from_frame(parse_head(frame[0]), frame[1])
        # The system ends a process that computes for longer, whatever code of C it is in.
        signal.setitimer(signal.ITIMER_PROF, job.limits.parse)
        answer = read_safely(reader, task).to_frame()
        signal.setitimer(signal.ITIMER_PROF, 0)
        sink.write(answer)
        sink.flush()
        if gc.get_count()[0] > _COLLECT_AFTER:
            gc.collect()


def keep_nursery(control: socket.socket) -> None:
    """Fork and kill workers as the crawl says, until its end of the socket closes."""
    children: dict[int, int] = {}
    try:
        while True:
            message, handed, _, _ = socket.recv_fds(control, ORDER.size, 1)
            if len(message) < ORDER.size:
                return
            order, number = ORDER.unpack(message)
            if order == FORK and handed:
                children[number] = _fork(control, handed[0])
            elif order == KILL and number in children:
                _kill(children.pop(number))
    finally:
        for child in children.values():
            _kill(child)


def _fork(control: socket.socket, handed: int) -> int:
    """Return the id of a new process that reads what comes on a socket."""
    child = os.fork()
    if child:
        os.close(handed)
        return child
    code = 1
    try:
        control.close()
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        with socket.socket(fileno=handed) as end, end.makefile("rwb") as stream:
            serve(cast("BinaryIO", stream), cast("BinaryIO", stream))
        code = 0
    except (BrokenPipeError, ConnectionResetError):
        code = 0  # The crawl was killed; there is nobody left to read for.
    finally:
        os._exit(code)


def _kill(child: int) -> None:
    """Kill a child, which may have died by itself; it is not reaped before, so the id is its."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _warm_up() -> None:
    """Load what extraction loads when it first needs it, so that workers share it."""
    extract(read_page(_WARM_UP.encode(), url="https://warm.example/2024/05/01/up"))
    gc.collect()
    gc.freeze()


def main() -> None:
    """Be the nursery of the socket on stdin; what pages or parsers print goes to stderr."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(2, 1)
    _warm_up()
    gc.disable()
    with socket.socket(fileno=os.dup(0)) as control:
        keep_nursery(control)


if __name__ == "__main__":
    main()
