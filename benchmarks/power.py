"""Cuts the power at moments of a crawl, as far as a program can, and goes on from what is left.

    python benchmarks/power.py --cuts 300

A crawl of half of the fixture sites, a second one of all of them, and a database made anew from
the archive alone are run under strace. From the system calls the disk is worked out as a power cut
may leave it (``disk.py``): what was synced is there, of the rest any part, in pieces of a sector.
On each such disk the same command is run again. Records, exports and archive must be those of the
undisturbed run, the database whole, and the archive must hold each fetch that the database knows
and no other. Pages are read where the crawl runs, and each only once in all runs.
"""

import argparse
import collections
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from disk import STRACE, Chance, Disk, read_trace, write_files
from torture import InProcess, describe, start_sites
from warcio.archiveiterator import ArchiveIterator

from schemas import CrawlJob
from scraper.crawler.crawl import Silent, run_job
from scraper.crawler.frames import Reading, Task
from scraper.crawler.replay import replay_job
from scraper.store import Store

PHASES = ("first", "second", "archive")
"""A crawl of half of the sites; one of all; a database made from the archive."""
CHANCES = {
    "only what was synced": Chance(content=0, names=0),
    "names without content": Chance(content=0, names=1),
    "content without names": Chance(content=1, names=0),
    "half of it": Chance(content=0.5, names=0.5),
    "most of it": Chance(content=0.95, names=0.9),
    "some of it, names in order": Chance(content=0.3, names=1, in_order=True),
}
_JOB = "power"


class ReadOnce(InProcess):
    """Reads each page once and knows it from then on, in all processes forked after that."""

    known: dict[tuple[object, ...], Reading] = {}

    def __init__(self, job: CrawlJob, sites: Path | None, workers: int) -> None:
        super().__init__(job, sites, workers)
        self._seeds = len(job.seeds)

    async def read(self, task: Task) -> Reading:
        """Return the reading of a response."""
        content = hashlib.sha256(task.content).digest()
        place = (self._seeds, task.url, task.kind, task.depth, content)
        if place not in self.known:
            self.known[place] = await super().read(task)
        return self.known[place]


def job_of(addresses: list[str], phase: str) -> CrawlJob:
    """Return the job of a phase."""
    chosen = addresses[: len(addresses) // 2] if phase == "first" else addresses
    return CrawlJob(
        name=_JOB,
        seeds=[f"{address}/" for address in chosen],
        delay=0,
        revisit=0,
        exports=["jsonl", "markdown"],
        allow_private_hosts=["127.0.0.1"],
        contact="desk@lab.example",
    )


def run_phase(addresses: list[str], phase: str, output: Path) -> None:
    """Do what a phase is about, in this process."""
    job = job_of(addresses, phase)
    if phase == "archive":
        replay_job(job, output, None, Silent(), new_reader=ReadOnce)
    else:
        run_job(job, output, None, Silent(), new_reader=ReadOnce)


def record(addresses: list[str], phase: str, output: Path, trace: Path) -> Disk:
    """Run a phase under strace; return the disk with all that it did."""
    disk = Disk(output)
    command = [*STRACE, "-o", str(trace), sys.executable, __file__, "--phase", phase]
    subprocess.run([*command, "--output", str(output), *addresses], check=True)
    with trace.open(encoding="ascii") as lines:
        for call in read_trace(lines):
            disk.apply(call)
    trace.unlink()
    return disk


def go_on(addresses: list[str], phase: str, output: Path) -> int:
    """Run a phase in a process of its own; return its exit code."""
    process = os.fork()
    if process:
        _, status = os.waitpid(process, 0)
        return os.waitstatus_to_exitcode(status)
    code = 9
    try:
        run_phase(addresses, phase, output)
        code = 0
    except BaseException:  # noqa: BLE001 - shown, and told by the exit code
        traceback.print_exc()
    finally:
        os._exit(code)


def describe_all(folder: Path, phase: str) -> dict[str, object]:
    """Return what a job's folder holds, times of fetches left out, and what is wrong with it."""
    found = describe(folder)
    del found["left"]
    notes = sorted((folder / "markdown").glob("*"))
    found["markdown"] = {path.name: _without_times(path.read_text("utf-8")) for path in notes}
    found["faults"] = list(find_faults(folder, phase))
    return found


def _without_times(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if "fetched" not in line)


def find_faults(folder: Path, phase: str) -> Iterator[str]:
    """Yield what is wrong with a database, or between it and the archive."""
    with Store(folder / "pullquote.db") as store:
        (state,) = store._db.execute("PRAGMA integrity_check").fetchone()
        if state != "ok":
            yield state
        committed = set(store.archive_sizes())
        (fetches,) = store._db.execute("SELECT count(*) FROM fetches WHERE attempts > 0").fetchone()
    files = sorted((folder / "warc").iterdir())
    for path in files:
        if path.name not in committed:
            yield f"{path.name} is unknown to the database"
    kinds = collections.Counter(kind for path in files for kind in _kinds_of(path))
    # One that was made from the archive knows no fetch that brought nothing new.
    if phase != "archive" and kinds["metadata"] != fetches:
        yield f"{fetches} fetches in the database, {kinds['metadata']} in the archive"


def _kinds_of(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for entry in ArchiveIterator(file, check_digests="raise"):
            entry.content_stream().read()
            yield entry.rec_type


@dataclass(frozen=True, slots=True)
class Cut:
    """One moment at which the power fails, and what becomes of the disk."""

    phase: str
    at: int
    chance: str


def choose(disk: Disk, phase: str, source: random.Random) -> Cut:
    """Return a cut: at any operation, or at one that makes something safe or changes a name."""
    moments = disk.turning_points if source.random() < 0.6 else disk.touched
    return Cut(phase, source.choice(moments), source.choice(list(CHANCES)))


def try_cut(
    cut: Cut, disk: Disk, addresses: list[str], expected: dict[str, object], output: Path
) -> list[str]:
    """Go on after a cut; return what is not as after an undisturbed run."""
    source = random.Random(f"{cut.phase} {cut.at} {cut.chance}")
    write_files(disk.after_cut(cut.at, CHANCES[cut.chance], source), output)
    if (code := go_on(addresses, cut.phase, output)) != 0:
        return [f"the run ended with {code}"]
    try:
        found = describe_all(output / _JOB, cut.phase)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it is the finding
        return [f"{type(error).__name__}: {error}"]
    return [f"{key} differ {found['faults']}" for key in expected if found[key] != expected[key]]


def prepare(addresses: list[str], folder: Path) -> Iterator[tuple[str, Disk, dict[str, object]]]:
    """Yield each phase with its disk and what it ends with undisturbed."""
    undisturbed = folder / "undisturbed"
    undisturbed.mkdir()
    for phase in PHASES:
        if phase == "archive":
            for path in (undisturbed / _JOB).glob("pullquote.db*"):
                path.unlink()
        traced = folder / phase
        shutil.copytree(undisturbed, traced)
        run_phase(addresses, phase, undisturbed)
        expected = describe_all(undisturbed / _JOB, phase)
        disk = record(addresses, phase, traced, folder / "trace")
        print(f"{phase}: {len(disk.touched)} calls on its files", flush=True)
        yield phase, disk, expected


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cuts", type=int, default=30, help="in all phases together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sites", type=int, help="crawl only so many of the fixture sites")
    parser.add_argument("--phase", choices=PHASES, help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("addresses", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.phase:
        run_phase(options.addresses, options.phase, options.output)
        return 0
    source = random.Random(options.seed)
    server, addresses = start_sites()
    addresses = addresses[: options.sites]
    folder = Path(tempfile.mkdtemp()).resolve()
    counts: collections.Counter[str] = collections.Counter()
    wrong = 0
    try:
        for phase, disk, expected in prepare(addresses, folder):
            for number in range(options.cuts // len(PHASES)):
                cut = choose(disk, phase, source)
                output = folder / f"cut-{phase}-{number}"
                found = try_cut(cut, disk, addresses, expected, output)
                counts[cut.chance] += 1
                if found:
                    wrong += 1
                    print(f"{cut}: {'; '.join(found)}; kept in {output}", flush=True)
                else:
                    shutil.rmtree(output)
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)
    print(f"{counts.total()} power cuts ({dict(counts)}): {wrong} differ from the undisturbed run")
    if wrong:
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
