"""A process that reads responses: frames come in on stdin, readings go out on stdout.

Runs as ``python -m scraper.crawler.worker``; the first frame is the job. Ends when its input
ends, so it never outlives a killed crawl. This is the per-page boundary: whatever one page makes
go wrong is that page's outcome, with its traceback.
"""

import contextlib
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import BinaryIO

from schemas import CrawlJob
from scraper.crawler.reading import (
    FRAME_HEAD_BYTES,
    Reader,
    Reading,
    Task,
    frame_sizes,
    parse_head,
)
from scraper.sites import load_site_parsers

_MEMORY_BYTES = 3 << 30
"""Address space of a worker: a page that wants more fails alone."""
_MESSAGE_CHARS = 2000


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
    reader = Reader(CrawlJob.model_validate(setup["job"]), load_site_parsers(folder))
    while (frame := read_frame(source)) is not None:
        task = Task.from_frame(parse_head(frame[0]), frame[1])
        sink.write(read_safely(reader, task).to_frame())
        sink.flush()


def main() -> None:
    """Serve stdin and stdout; what pages or parsers print goes to stderr."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(BrokenPipeError):
        # The crawl was killed; there is nobody left to read for.
        serve(sys.stdin.buffer, sink)


if __name__ == "__main__":
    main()
