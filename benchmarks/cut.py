"""Takes the disk away from a crawl at random moments: real file systems, real page cache.

    sudo python benchmarks/cut.py --cuts 20

The crawl writes to an ext4 file system in an image. While it runs the image is copied at random
moments, at once (a reflink), as it would be found if the power failed then: what the system had
not yet written to it is not there. Each copy is mounted again, which plays ext4's journal back, the
job is run on it to its end, and records, exports and archive are compared with those of an
undisturbed run. ``power.py`` works out what else a disk may hold; here nothing is a model, but the
disk keeps what it was given, in order. Needs root, Linux, ``mkfs.ext4`` and ``mkfs.xfs``.
"""

import argparse
import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from torture import describe, start_crawl, start_sites

from schemas import CrawlJob

_SIZE = 256 << 20
_A_CRAWL = 5
"""Copies made of one crawl's disk."""
_OPTIONS = ("data=ordered", "data=writeback,commit=60")
"""How ext4 orders what it writes: as usual, and as loosely as it can."""


def run(*command: str | Path) -> None:
    """Run a program that has to end well."""
    subprocess.run([str(word) for word in command], check=True, capture_output=True)


@contextlib.contextmanager
def mounted(image: Path, at: Path, options: str) -> Iterator[Path]:
    """Mount an image inside."""
    at.mkdir(exist_ok=True)
    run("mount", "-o", f"loop,{options}", image, at)
    try:
        yield at
    finally:
        run("umount", at)


def new_image(path: Path, *make: str) -> Path:
    """Return a new file with a file system."""
    path.unlink(missing_ok=True)
    with path.open("wb") as file:
        file.truncate(_SIZE if make[0] == "mkfs.ext4" else 24 * _SIZE)
    run(*make, path)
    return path


def finish(process: int) -> int:
    """Wait for a crawl; return its exit code."""
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status)


def crawl_with_copies(
    job: CrawlJob, disk: Path, at: Path, options: str, moments: list[float]
) -> list[Path]:
    """Crawl on a new disk; return copies of it as it was at some moments."""
    copies = []
    with mounted(new_image(disk, "mkfs.ext4", "-q", "-F"), at, options) as folder:
        began = time.perf_counter()
        process = start_crawl(job, folder, None)
        for number, moment in enumerate(sorted(moments)):
            time.sleep(max(0.0, moment - (time.perf_counter() - began)))
            copy = disk.with_name(f"copy-{number}")
            run("cp", "--reflink=always", disk, copy)
            copies.append(copy)
        if finish(process):
            raise SystemExit("the undisturbed crawl did not end well")
    return copies


def go_on(job: CrawlJob, copy: Path, at: Path, options: str) -> tuple[dict[str, object], bool, str]:
    """Run the job on a copy to its end; return what it holds, whether it went on, its damage."""
    with mounted(copy, at, options) as folder:
        database = folder / job.name / "pullquote.db"
        was_there = database.exists()
        if code := finish(start_crawl(job, folder, None)):
            return {}, was_there, f"the run ended with {code}"
        with contextlib.closing(sqlite3.connect(database)) as connection:
            (state,) = connection.execute("PRAGMA integrity_check").fetchone()
            known = {name for (name,) in connection.execute("SELECT name FROM archives")}
        unknown = {path.name for path in (folder / job.name / "warc").iterdir()} - known
        damage = "" if state == "ok" else state
        if unknown:
            damage += f" archive files that the database does not know: {unknown}"
        return describe(folder / job.name), was_there, damage


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cuts", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sites", type=int, default=100, help="fixture sites that are crawled")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    server, addresses = start_sites()
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        job = CrawlJob(
            name="cut",
            seeds=[f"{address}/" for address in addresses[: options.sites]],
            delay=0,
            allow_private_hosts=["127.0.0.1"],
            contact="desk@lab.example",
        )
        outer = new_image(base / "outer", "mkfs.xfs", "-q", "-m", "reflink=1")
        try:
            with mounted(outer, base / "disks", "rw") as disks:
                return _cut(job, disks, base / "at", chance, options.cuts)
        finally:
            os.kill(server, signal.SIGKILL)
            os.waitpid(server, 0)


def _cut(job: CrawlJob, disks: Path, at: Path, chance: random.Random, cuts: int) -> int:
    """Make so many cuts; return the exit code."""
    began = time.perf_counter()
    finish(start_crawl(job, disks / "undisturbed", None))
    usual_s = time.perf_counter() - began
    expected = describe(disks / "undisturbed" / job.name)
    print(f"undisturbed: {len(expected['records'])} records in {usual_s:.1f} s", flush=True)  # type: ignore[arg-type]
    made, bad, resumed = 0, 0, 0
    while made < cuts:
        how = _OPTIONS[(made // _A_CRAWL) % len(_OPTIONS)]
        moments = [chance.uniform(0.05, 1.1) * usual_s for _ in range(min(_A_CRAWL, cuts - made))]
        for copy in crawl_with_copies(job, disks / "disk", at, how, moments):
            found, was_there, damage = go_on(job, copy, at, how)
            wrong = [key for key, value in expected.items() if found.get(key) != value]
            made, bad = made + 1, bad + bool(wrong or damage)
            resumed += was_there
            print(f"cut {made} ({how}): {damage or wrong or 'the same'}", flush=True)
            copy.unlink()
    print(f"{made} cuts, {resumed} with a database on the disk: {bad} differ")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
