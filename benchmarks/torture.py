"""Kills a crawl at random moments, lets its disk fill up, and compares what it ends with.

    python benchmarks/torture.py --kills 200

The fixture sites are crawled once undisturbed. Then again and again: the crawling process gets
SIGKILL after a random time, or may write files only up to a random size (as on a full disk), and
is started again until a run ends by itself. Records, exports and archive must be those of the
undisturbed run. Pages are read in the crawling process here, so that it starts quickly.
"""

import argparse
import contextlib
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from schemas import Article, CrawlJob
from scraper.crawler.archive import read_archive
from scraper.crawler.crawl import Silent, run_job
from scraper.crawler.frames import Reading, Task
from scraper.crawler.reading import Reader
from scraper.demo.server import serve
from scraper.demo.site import read_sites
from scraper.errors import ScraperError
from scraper.sites import load_site_parsers
from scraper.store import Store

_MOST_TRIES = 400
_LEAST_BYTES = 40_000


class InProcess:
    """Reads pages where the crawl runs, in place of the worker processes."""

    def __init__(self, job: CrawlJob, sites: Path | None, workers: int) -> None:
        del workers
        self._reader = Reader(job, load_site_parsers(sites))

    async def start(self) -> None:
        """Do nothing."""

    async def close(self) -> None:
        """Do nothing."""

    async def read(self, task: Task) -> Reading:
        """Return the reading of a response."""
        return self._reader.read(task)


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


def start_crawl(job: CrawlJob, output: Path, most_bytes: int | None) -> int:
    """Crawl in a process of its own, which may write files up to a size; return its id."""
    process = os.fork()
    if process:
        return process
    code = 9
    try:
        if most_bytes is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
        run_job(job, output, None, Silent(), new_reader=InProcess)
        code = 0
    except ScraperError:
        code = 2
    finally:
        os._exit(code)


def crawl_disturbed(job: CrawlJob, output: Path, chance: random.Random, usual_s: float) -> str:
    """Crawl with disturbances until a run ends by itself; return what was done to it."""
    done = []
    for tries in range(_MOST_TRIES):
        kind = chance.choice(("kill", "kill", "full"))
        most = int(_LEAST_BYTES * 1.25**tries) if kind == "full" else None
        process = start_crawl(job, output, most)
        if kind == "kill":
            time.sleep(chance.uniform(0, usual_s * 1.1))
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        if status == 0:
            return " ".join(done)
        code = os.waitstatus_to_exitcode(status)
        if code not in (-signal.SIGKILL, 2):
            raise SystemExit(f"the crawl ended with {code}, which it never may")
        done.append("kill" if code < 0 else "full")
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
        kills = fulls = crawls = 0
        while kills + fulls < options.kills:
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
            kills, fulls, crawls = (
                kills + done.count("kill"),
                fulls + done.count("full"),
                crawls + 1,
            )
            print(f"crawl {crawls}: {done or 'undisturbed'}: the same", flush=True)
        print(
            f"{kills} kills and {fulls} full disks in {crawls} crawls: no record lost, none twice"
        )
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
