"""Replays an archive with pywb and compares what it shows with what the servers sent.

    python benchmarks/replay.py ENVIRONMENT [ARCHIVE_FOLDER]

ENVIRONMENT is one with pywb (``make replay`` sets it up and runs this). Every capture in pywb's
index is asked for twice, as it was and as it is shown to a reader: answers, pages found unchanged
(their text is that of the record they refer to), redirects, pages as a browser left them. Without
ARCHIVE_FOLDER the fixture sites are crawled first, twice, so that each page is found unchanged.
"""

import argparse
import collections
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPMessage
from pathlib import Path
from typing import IO

from torture import InProcess, start_sites
from warcio.archiveiterator import ArchiveIterator

from schemas import CrawlJob
from scraper.crawler.crawl import Silent, run_job

_PORT = 8497
_COLLECTION = "job"
_SHOWN = frozenset({"response", "revisit", "conversion"})
_STARTS_WITHIN_S = 30


@dataclass(frozen=True, slots=True)
class Capture:
    """What a server sent at some time, or what a browser made of it."""

    kind: str
    status: int
    body: bytes
    location: str | None = None


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        """Follow none: where it leads is what is looked at."""


_OPENER = urllib.request.build_opener(_NoRedirects)


def crawl_twice(output: Path) -> Path:
    """Crawl the fixture sites twice; return the folder of the archive."""
    server, addresses = start_sites()
    job = CrawlJob(
        name="replay",
        seeds=[f"{address}/" for address in addresses],
        delay=0,
        revisit=0,
        allow_private_hosts=["127.0.0.1"],
        contact="desk@lab.example",
    )
    try:
        for _ in range(2):
            run_job(job, output, None, Silent(), new_reader=InProcess)
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)
    return output / "replay" / "warc"


def read_captures(folder: Path) -> dict[tuple[str, str], list[Capture]]:
    """Return (address, time to the second) → what was captured then."""
    found: dict[tuple[str, str], list[Capture]] = collections.defaultdict(list)
    by_id: dict[str, Capture] = {}
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as file:
            for entry in ArchiveIterator(file):
                if entry.rec_type not in _SHOWN:
                    continue
                header = entry.rec_headers.get_header
                http = entry.http_headers
                capture = Capture(
                    kind=entry.rec_type,
                    status=int(http.get_statuscode()) if http else 200,
                    body=entry.content_stream().read(),
                    location=http.get_header("Location") if http else None,
                )
                if entry.rec_type == "revisit":
                    original = by_id[header("WARC-Refers-To")]
                    capture = Capture("revisit", original.status, original.body)
                by_id[header("WARC-Record-ID")] = capture
                moment = "".join(filter(str.isdigit, header("WARC-Date")))[:14]
                found[header("WARC-Target-URI"), moment].append(capture)
    return found


@contextmanager
def replaying(environment: Path, archive: Path, folder: Path) -> Iterator[list[tuple[str, str]]]:
    """Run pywb on an archive; yield (address, time) of each capture in its index."""
    tools = environment.resolve() / "bin"
    files = [str(path.resolve()) for path in sorted(archive.glob("*.warc.gz"))]
    for command in (["init", _COLLECTION], ["add", _COLLECTION, *files]):
        subprocess.run(
            [tools / "wb-manager", *command], cwd=folder, check=True, capture_output=True
        )
    index = folder / "collections" / _COLLECTION / "indexes" / "index.cdxj"
    lines = [line.split(" ", 2) for line in index.read_text("utf-8").splitlines()]
    server = subprocess.Popen(
        [tools / "wayback", "-p", str(_PORT), "-b", "127.0.0.1"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{_PORT}/{_COLLECTION}/")
        yield [(json.loads(text)["url"], moment) for _, moment, text in lines]
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str) -> None:
    until = time.monotonic() + _STARTS_WITHIN_S
    while time.monotonic() < until:
        try:
            ask(address)
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"pywb did not start; is port {_PORT} in use?")


def ask(address: str) -> Capture:
    """Return what is answered at an address, redirects not followed."""
    try:
        with _OPENER.open(address, timeout=30) as answer:
            return Capture("", answer.status, answer.read(), answer.headers.get("Location"))
    except urllib.error.HTTPError as error:
        return Capture("", error.code, error.read(), error.headers.get("Location"))


def find_fault(url: str, moment: str, captures: list[Capture]) -> str | None:
    """Return how a replayed capture differs from what was archived, None where it does not."""
    base = f"http://127.0.0.1:{_PORT}/{_COLLECTION}/{moment}"
    raw, shown = ask(f"{base}id_/{url}"), ask(f"{base}mp_/{url}")
    for known in captures:
        if raw.status != known.status or shown.status != known.status:
            continue
        if known.location is not None:
            is_same = raw.location == known.location and shown.location is not None
        else:
            is_same = raw.body == known.body and len(shown.body) >= len(known.body)
        if is_same:
            return None
    return f"{moment} {url}: {raw.status} with {len(raw.body)} bytes is none of {captures!r:.300}"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("environment", type=Path, help="virtual environment with pywb")
    parser.add_argument("archive", type=Path, nargs="?", help="folder with WARC files")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        archive = options.archive or crawl_twice(folder)
        captures = read_captures(archive)
        counts = collections.Counter(one.kind for found in captures.values() for one in found)
        with replaying(options.environment, archive, folder) as index:
            faults = [
                fault
                for url, moment in index
                if (fault := find_fault(url, moment, captures[url, moment])) is not None
            ]
    finally:
        shutil.rmtree(folder)
    print(*faults, sep="\n")
    print(
        f"{len(index)} captures in the index, of {dict(counts)}: {len(faults)} replayed otherwise"
    )
    return 1 if faults or len(index) < counts.total() else 0


if __name__ == "__main__":
    sys.exit(main())
