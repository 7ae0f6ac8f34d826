"""Runs one job again and again in one process, as ``pullquote schedule`` does, and looks at it.

    python benchmarks/endurance.py SITE_FOLDER --pages 500 --runs 60

SITE_FOLDER holds ``serve.py`` of the test site, which publishes articles while it is crawled. Every
page is asked for again in each run. After a run come the figures of the process and of what it
leaves: none of them may grow with the number of runs but records, archive and database, and memory
only with the database, whose pages it holds. Archive files are closed at a megabyte here.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from crawl import tree_memory

from schemas import CrawlJob
from scraper.crawler import archive
from scraper.crawler.crawl import Silent, run_job

_PORT = 8473
_HEAD = (
    "run  fetched  records  new  tree MiB  own MiB  files  threads  locks  wal MiB  db MiB"
    "  archive MiB  in files       s"
)
_SAMPLE_S = 0.5
archive.MAX_FILE_BYTES = 1 << 20


class Peak:
    """The most memory that this process and all below it had since it was last asked.

    Args:
        site: The process of the test site, which is not counted.
    """

    def __init__(self, site: int) -> None:
        self._peak = 0
        self._site = site
        threading.Thread(target=self._sample, daemon=True).start()

    def _sample(self) -> None:
        while True:
            memory = tree_memory(os.getpid()) - tree_memory(self._site)
            self._peak = max(self._peak, memory)
            time.sleep(_SAMPLE_S)

    def take(self) -> int:
        """Return it in MiB, and begin anew."""
        peak, self._peak = self._peak, 0
        return peak >> 20


def start_site(folder: Path, pages: int, publish_s: float) -> subprocess.Popen[bytes]:
    """Start the test site; return when it is ready."""
    options = ["--pages", str(pages), "--port", str(_PORT), "--publish-every", str(publish_s)]
    site = subprocess.Popen(
        [sys.executable, "serve.py", *options, "--max-seconds", "86400"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if site.stdout is None or not site.stdout.readline():
        raise SystemExit(f"the test site did not start; is port {_PORT} in use?")
    return site


def own_memory() -> int:
    """Return the memory that this process holds, in MiB."""
    status = Path("/proc/self/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) >> 10


def size_of(path: Path) -> float:
    """Return the size of a file or of all in a folder, in MiB; 0 where there is none."""
    files = path.rglob("*") if path.is_dir() else [path]
    return round(sum(file.stat().st_size for file in files if file.is_file()) / (1 << 20), 1)


def count_in(folder: Path) -> int:
    """Return how many entries a folder has, 0 where there is none."""
    return sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0


def job_of(keep: Literal["articles", "nothing"]) -> CrawlJob:
    """Return the job that is run."""
    return CrawlJob(
        name="endurance",
        seeds=[f"http://127.0.0.2:{_PORT}/"],
        deny=["/tag/", "/author/", "/static/", "/subscribe"],
        delay=0,
        revisit=0,
        concurrency=8,
        keep=keep,
        allow_private_hosts=["127.0.0.0/8"],
        contact="desk@lab.example",
        exports=["jsonl"],
    )


def run_again_and_again(job: CrawlJob, runs: int, output: Path, site: int) -> None:
    """Run a job so many times; print how the process and its folder stand after each."""
    folder, locks = output / job.name, output / f"pullquote-hosts-{os.getuid()}"
    peak, began, fetched = Peak(site), time.perf_counter(), 0
    print(_HEAD, flush=True)
    for number in range(1, runs + 1):
        report = run_job(job, output, None, Silent()).report
        fetched += report.fetched
        figures = (
            (number, 3),
            (fetched, 8),
            (report.records, 8),
            (report.new, 4),
            (peak.take(), 9),
            (own_memory(), 8),
            (count_in(Path("/proc/self/fd")), 6),
            (threading.active_count(), 8),
            (count_in(locks), 6),
            (size_of(folder / "pullquote.db-wal"), 8),
            (size_of(folder / "pullquote.db"), 7),
            (size_of(folder / "warc"), 12),
            (count_in(folder / "warc"), 9),
            (round(time.perf_counter() - began), 7),
        )
        print(" ".join(f"{figure:{width}}" for figure, width in figures), flush=True)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("site", type=Path, help="folder of the test site (serve.py)")
    parser.add_argument("--pages", type=int, default=500, help="articles at the beginning")
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--publish-every", type=float, default=5.0, metavar="SECONDS")
    parser.add_argument("--keep", choices=["articles", "nothing"], default="articles")
    options = parser.parse_args()
    site = start_site(options.site, options.pages, options.publish_every)
    try:
        with tempfile.TemporaryDirectory() as temporary:
            tempfile.tempdir = temporary  # where hosts are locked, apart from other crawls
            run_again_and_again(job_of(options.keep), options.runs, Path(temporary), site.pid)
    finally:
        site.terminate()
        site.wait()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
