"""Kills a crawl at random moments, lets its disk fill up, and compares what it ends with.

    python benchmarks/torture.py --kills 200

The fixture sites are crawled once undisturbed. Then again and again: the crawling process gets
SIGKILL after a random time, may write files only up to a random size (as on a full disk), or gets
an I/O error from a random write of the database or the archive, and is started again until a run
ends by itself. Records, exports and archive must be those of the undisturbed run. Pages are read
in the crawling process here, so that it starts quickly, and keys of URLs are written in runs of
32, so that a crawl writes many.
"""

import argparse
import collections
import contextlib
import errno
import itertools
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from in_process import InProcess

from schemas import Article, CrawlJob
from scraper.crawler import archive
from scraper.crawler.archive import read_archive
from scraper.crawler.crawl import Silent, run_job
from scraper.demo.server import serve
from scraper.demo.site import read_sites
from scraper.errors import ScraperError
from scraper.store import Store, keys
from scraper.store.sqlite import SqliteFile

keys.RUN_KEYS = 32
_MOST_TRIES = 400
_LEAST_BYTES = 40_000
_MOST_WRITES = 400
"""Writes of which one fails; a whole crawl of the fixtures takes some thousands."""


def start_sites() -> tuple[int, list[str]]:
    """Serve the fixture sites from a process of their own; return its id and their addresses."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # killed clients are no news
        with serve(read_sites(ROOT / "fixtures")) as sites, os.fdopen(writing, "w") as pipe:
            pipe.write(json.dumps(list(sites)))
            pipe.close()
            with contextlib.suppress(KeyboardInterrupt):
                signal.pause()
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return process, json.loads(pipe.read())


@dataclass(frozen=True, slots=True)
class Disturbance:
    """What is done to a crawling process."""

    kind: str
    after_s: float = 0.0
    """When it is killed."""
    most_bytes: int = 0
    """Size that its files may have."""
    write: int = 0
    """Number of the write that fails."""


def choose(chance: random.Random, tries: int, usual_s: float) -> Disturbance:
    """Return a disturbance; later ones leave the crawl more room."""
    kind = chance.choice(("kill", "kill", "full", "error"))
    room = 1.25**tries
    return Disturbance(
        kind,
        after_s=chance.uniform(0, usual_s * 1.1),
        most_bytes=int(_LEAST_BYTES * room),
        write=int(chance.uniform(0, _MOST_WRITES * room)),
    )


def fail_write(number: int) -> None:
    """Let one of this process's writes to database or archive fail, and all after it."""
    writes = itertools.count()

    def failing(function: Callable[..., object], error: Exception) -> Callable[..., object]:
        def wrapped(*arguments: object, **named: object) -> object:
            if next(writes) >= number:
                raise error
            return function(*arguments, **named)

        return wrapped

    broken = sqlite3.OperationalError("disk I/O error")
    broken.sqlite_errorcode = sqlite3.SQLITE_IOERR
    refused = OSError(errno.EIO, "Input/output error")
    archive.to_member = failing(archive.to_member, refused)  # type: ignore[assignment]
    open_file = SqliteFile.__init__

    def open_failing(self: SqliteFile, path: Path) -> None:
        open_file(self, path)
        self._connection = Failing(self._connection, failing, broken)  # type: ignore[assignment]

    SqliteFile.__init__ = open_failing  # type: ignore[method-assign]


class Failing:
    """A connection whose statements fail from some number on."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        failing: Callable[[Callable[..., object], Exception], Callable[..., object]],
        error: Exception,
    ) -> None:
        self._connection = connection
        self.execute = failing(connection.execute, error)
        self.executemany = failing(connection.executemany, error)

    def __getattr__(self, name: str) -> object:
        """Return what else a connection has."""
        return getattr(self._connection, name)


def start_crawl(job: CrawlJob, output: Path, disturbance: Disturbance | None) -> int:
    """Crawl in a process of its own, whose writes may be disturbed; return its id."""
    process = os.fork()
    if process:
        return process
    code = 9
    try:
        if disturbance is not None and disturbance.kind == "full":
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (disturbance.most_bytes,) * 2)
        if disturbance is not None and disturbance.kind == "error":
            fail_write(disturbance.write)
        run_job(job, output, None, Silent(), new_reader=InProcess)
        code = 0
    except ScraperError:
        code = 2
    except BaseException:  # noqa: BLE001 - shown, and told by the exit code
        traceback.print_exc()
    finally:
        os._exit(code)


def crawl_disturbed(job: CrawlJob, output: Path, chance: random.Random, usual_s: float) -> str:
    """Crawl with disturbances until a run ends by itself; return what was done to it."""
    done = []
    for tries in range(_MOST_TRIES):
        disturbance = choose(chance, tries, usual_s)
        process = start_crawl(job, output, disturbance)
        if disturbance.kind == "kill":
            time.sleep(disturbance.after_s)
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        if status == 0:
            return " ".join(done)
        code = os.waitstatus_to_exitcode(status)
        if code not in (-signal.SIGKILL, 2):
            raise SystemExit(f"the crawl ended with {code}, which it never may")
        done.append(disturbance.kind)
    raise SystemExit("the crawl never came to its end")


def describe(folder: Path) -> dict[str, object]:
    """Return what a job's folder holds, times of fetches left out."""
    with Store(folder / "pullquote.db") as store:
        records = {a.id: comparable(a) for a in store.iter_articles(with_duplicates=True)}
        committed = store.archive_sizes()
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    exported = {a.id: comparable(a) for a in map(Article.model_validate_json, lines)}
    archived = set()
    for name, size in committed.items():
        path = folder / "warc" / name
        if path.stat().st_size != size:
            raise SystemExit(f"{name} has {path.stat().st_size} bytes, committed are {size}")
        archived |= {page.url for page in read_archive(path)}
    leftovers = [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]
    return {"records": records, "exported": exported, "archived": archived, "left": leftovers}


def comparable(article: Article) -> str:
    """Return a record as text without the time of its fetch."""
    return article.model_copy(update={"fetched_at": None}).model_dump_json()


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=20, help="disturbances, about (default: 20)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    server, addresses = start_sites()
    folder = Path(tempfile.mkdtemp())
    try:
        job = CrawlJob(
            name="torture",
            seeds=[f"{address}/" for address in addresses],
            delay=0,
            allow_private_hosts=["127.0.0.1"],
            contact="desk@lab.example",
        )
        began = time.perf_counter()
        os.waitpid(start_crawl(job, folder / "undisturbed", None), 0)
        usual_s = time.perf_counter() - began
        expected = describe(folder / "undisturbed" / "torture")
        print(f"undisturbed: {len(expected['records'])} records in {usual_s:.1f} s", flush=True)  # type: ignore[arg-type]
        counts: collections.Counter[str] = collections.Counter()
        crawls = 0
        while counts.total() < options.kills:
            output = folder / f"disturbed-{crawls}"
            done = crawl_disturbed(job, output, chance, usual_s)
            found = describe(output / "torture")
            wrong = [
                key for key in ("records", "exported", "archived") if found[key] != expected[key]
            ]
            if wrong:
                print(f"crawl {crawls} ({done}): {wrong} differ; kept in {output}")
                return 1
            shutil.rmtree(output)
            counts.update(done.split())
            crawls += 1
            print(f"crawl {crawls}: {done or 'undisturbed'}: the same", flush=True)
        print(
            f"{counts['kill']} kills, {counts['full']} full disks and {counts['error']} I/O errors "
            f"in {crawls} crawls: no record lost, none twice"
        )
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
