"""Measures what `docs/scale.md` plans with: archives by engine and workers, and the database.

    python benchmarks/scale.py archives PAGES_DIR --pages 20000 --rounds 3
    python benchmarks/scale.py crawl SITE_FOLDER ADDRESS_OF_POSTGRESQL --pages 200
    python benchmarks/scale.py store ADDRESS_OF_POSTGRESQL --urls 1000000

`archives` writes WARC files of the pages (repeated until there are as many as asked for, and kept
in `--archives FOLDER` for the next time), extracts them with a pool and with Ray, with one and two
workers in turn (`--engines pool:2 ray:2` chooses), and prints wall and processor time, memory a
worker, and the ratios within each round; then it kills a worker of each engine in the middle, but
not with `--no-kill`. All runs must give the same records; the digest that each line ends with lets
runs of other days be compared too. `crawl` crawls six hosts of the test
site in one process, with a file and with PostgreSQL, and on Ray with one and two workers. `store`
adds URLs as crawls find them and prints what tables and indexes weigh as they grow.
"""

import argparse
import hashlib
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from crawl import start_site
from frontier import candidates
from warc_files import Answered, write_answers

from scraper.archives import Partitions, extract_archives, open_engine
from scraper.archives.run import ArchiveReport
from scraper.store import SharedStore

_PAGES_AN_ARCHIVE = 2_000
_PAGES_A_SLICE = 50
_ENGINES = ("pool:1", "ray:1", "pool:2", "ray:2")
_Which = tuple[str, int]
"""Engine and workers."""
_TICK = os.sysconf("SC_CLK_TCK")


# --- archives -------------------------------------------------------------------------------


def write_archives(pages: Path, folder: Path, count: int) -> None:
    """Write WARC files of ``count`` pages, those of a folder again and again."""
    paths = sorted(pages.glob("*.html.gz"))
    # As servers pack them, which also saves packing every page twice.
    coded = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    for start in range(0, count, _PAGES_AN_ARCHIVE):
        write_answers(
            folder / f"part-{start:09d}.warc.gz",
            (
                Answered(
                    f"https://site{number % 500}.example/{number}",
                    paths[number % len(paths)].read_bytes(),
                    coded,
                )
                for number in range(start, min(count, start + _PAGES_AN_ARCHIVE))
            ),
        )


def processes_below(root: int) -> dict[int, tuple[str, float, int]]:
    """Return process id → (command, processor seconds with ended children, peak MiB) of a tree."""
    found: dict[int, tuple[int, str, float, int]] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            values = (entry / "stat").read_text().rpartition(")")[2].split()
            status = (entry / "status").read_text()
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        peak = next((line for line in status.splitlines() if line.startswith("VmHWM")), "x 0")
        seconds = sum(map(int, values[11:15])) / _TICK
        found[int(entry.name)] = (int(values[1]), command, seconds, int(peak.split()[1]) // 1024)
    below = {root}
    while more := {pid for pid, known in found.items() if known[0] in below} - below:
        below |= more
    return {pid: found[pid][1:] for pid in below if pid in found}


@dataclass
class Watch:
    """Follows one extraction; kills a worker in the middle if it is asked to."""

    kill: bool
    first_at: float = 0.0
    first_records: int = 0
    peak_mib: int = 0
    killed: int | None = None
    _ended: threading.Event = field(default_factory=threading.Event)

    def on_slice(self, report: ArchiveReport) -> None:
        """Note when the workers had begun, and kill one half way."""
        if not self.first_at:
            self.first_at, self.first_records = time.perf_counter(), report.records
        if self.kill and self.killed is None and report.done >= report.slices // 2:
            self.killed = max(self.workers())
            os.kill(self.killed, signal.SIGKILL)

    @staticmethod
    def workers() -> dict[int, int]:
        """Return process id → peak MiB of the processes that extract."""
        below = processes_below(os.getpid())
        return {
            pid: peak
            for pid, (command, _, peak) in below.items()
            if command.startswith("ray::Map") or ("scale.py" in command and pid != os.getpid())
        }

    def sample(self) -> None:
        """Note the largest worker, once a second."""
        while not self._ended.wait(1):
            self.peak_mib = max(self.peak_mib, *self.workers().values(), 0)

    def end(self) -> None:
        """Sample no more."""
        self._ended.set()


def run_once(engine: str, workers: int, archives: Path, output: Path, *, kill: bool) -> None:
    """Extract once and print what it took as JSON; in a process of its own."""
    watch = Watch(kill)
    sampler = threading.Thread(target=watch.sample, daemon=True)
    sampler.start()
    began = time.perf_counter()
    report = extract_archives(
        sorted(map(str, archives.glob("*.warc.gz"))),
        Partitions(str(output)),
        open_engine(engine, jobs=workers),
        pages_a_slice=_PAGES_A_SLICE,
        watch=watch.on_slice,
    )
    ended = time.perf_counter()
    watch.end()
    cpu = sum(seconds for _, seconds, _ in processes_below(os.getpid()).values())
    steady = (report.records - watch.first_records) / max(ended - watch.first_at, 1e-9)
    print(
        json.dumps(
            {
                "wall_s": ended - began,
                "steady": steady,
                "cpu_s": cpu,
                "peak_mib": watch.peak_mib,
                "records": report.records,
                "killed": watch.killed,
            }
        )
    )


def digest_of(folder: Path) -> str:
    """Return a digest of all records, whatever their order and partition."""
    lines = sorted(line for path in folder.glob("*.jsonl") for line in path.open("rb"))
    return hashlib.sha256(b"".join(lines)).hexdigest()[:16]


def start(engine: str, workers: int, archives: Path, *, kill: bool = False) -> dict[str, Any]:
    """Run an extraction in a process of its own; return its figures and its records' digest."""
    with tempfile.TemporaryDirectory() as output:
        command = [sys.executable, __file__, "once", engine, str(workers), str(archives), output]
        done = subprocess.run(
            [*command, *(["--kill"] if kill else [])], stdout=subprocess.PIPE, check=True, text=True
        )
        # Ray prints lines of its own there, before or after ours.
        (line,) = (line for line in done.stdout.splitlines() if line.startswith('{"wall_s"'))
        figures: dict[str, Any] = json.loads(line)
        return figures | {"digest": digest_of(Path(output))}


@contextmanager
def _archives(kept: Path | None, pages: Path, count: int) -> Iterator[Path]:
    """Yield a folder with WARC files of so many pages, made if it is not there yet."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = (kept or Path(temporary)) / f"{count}-pages"
        if not folder.is_dir():
            unfinished = folder.with_suffix(".part")
            unfinished.mkdir(parents=True, exist_ok=True)
            write_archives(pages, unfinished, count)
            unfinished.rename(folder)
        yield folder


def measure_archives(options: argparse.Namespace) -> int:
    """Run the engines in turn and print the figures; return 1 where records differ."""
    chosen, count = options.engines, options.pages
    with _archives(options.archives, options.pages_dir, count) as archives:
        found: dict[_Which, list[dict[str, Any]]] = {which: [] for which in chosen}
        print(f"{count} pages, load {os.getloadavg()[0]:.1f}")
        print("engine workers  wall s  pages/s  steady  cpu ms/page  peak MiB  records  digest")
        for _ in range(options.rounds):
            for which in chosen:
                figures = start(*which, archives)
                found[which].append(figures)
                print(_line(which, figures, count), flush=True)
        digests = {run["digest"] for runs in found.values() for run in runs}
        for name in dict.fromkeys(name for name, _ in chosen if options.kill):
            figures = start(name, 2, archives, kill=True)
            digests.add(figures["digest"])
            print(_line((name, 2), figures, count), f"  (killed {figures['killed']})", flush=True)
        _print_ratios(found)
        print("records are", "the same in all runs" if len(digests) == 1 else "DIFFERENT")
    return 0 if len(digests) == 1 else 1


def _print_ratios(found: dict[_Which, list[dict[str, Any]]]) -> None:
    """Print how engines and workers stand to each other, where both were measured."""
    for text, one, other, key in (
        ("two workers over one, pool", ("pool", 2), ("pool", 1), "steady"),
        ("two workers over one, ray", ("ray", 2), ("ray", 1), "steady"),
        ("ray over pool, wall, two workers", ("ray", 2), ("pool", 2), "wall_s"),
        ("ray over pool, steady wall, two workers", ("pool", 2), ("ray", 2), "steady"),
        ("ray over pool, processor, two workers", ("ray", 2), ("pool", 2), "cpu_s"),
    ):
        if one in found and other in found:
            ratios = [a[key] / b[key] for a, b in zip(found[one], found[other], strict=True)]
            print(f"{text}: {statistics.median(ratios):.2f}", [round(r, 2) for r in ratios])


def _line(which: tuple[str, int], figures: dict[str, Any], count: int) -> str:
    return (
        f"{which[0]:6} {which[1]:7d} {figures['wall_s']:7.1f} {count / figures['wall_s']:8.1f} "
        f"{figures['steady']:7.1f} {1000 * figures['cpu_s'] / count:12.1f} "
        f"{figures['peak_mib']:9d} {figures['records']:8d}  {figures['digest']}"
    )


# --- crawls ---------------------------------------------------------------------------------

_CRAWL = """
import json, sys, time
from pathlib import Path
sys.path[:0] = {path!r}
from scale import processes_below
import os
from schemas import CrawlJob
from scraper.crawler.crawl import Silent, run_job
from scraper.crawler.fleet import RayFleet
hosts = [f"127.0.0.{{n}}" for n in range(2, 2 + {hosts})]
lists = ["/tag/", "/section/", "/author/", "/archive/", "/static/", "/subscribe", "/feed.xml"]
job = CrawlJob(name={name!r}, seeds=[f"http://{{host}}:{port}/" for host in hosts], deny=lists,
               delay=0, concurrency=4, connections=16, store={store!r}, exports=["jsonl"],
               allow_private_hosts=["127.0.0.0/8"], contact="desk@lab.example")
fleet = RayFleet(None, {workers}) if {workers} else None
moments = []
class Watch(Silent):
    def on_fetch(self, fetch, queued, records):
        moments.append((time.perf_counter(), records))
began = time.perf_counter()
report = run_job(job, Path({output!r}), None, Watch(), fleet=fleet).report
wall = time.perf_counter() - began
(first, had), (last, has) = moments[0], moments[-1]
cpu = sum(seconds for _, seconds, _ in processes_below(os.getpid()).values())
print("FIGURES", json.dumps(dict(wall_s=wall, steady=(len(moments) - 1) / (last - first),
      pages=report.outcomes.get("ok", 0), records=report.records, cpu_s=cpu)))
"""
_HOSTS = 6
_PORT = 8472


def measure_crawls(site: Path, address: str, pages: int, rounds: int) -> int:
    """Crawl the test site with each store and engine in turn; return 1 where records differ."""
    ways = (("file", "", 0), ("postgres", address, 0), ("ray", address, 1), ("ray", address, 2))
    server = start_site(site, pages, port=_PORT, hosts=_HOSTS)
    counts: set[int] = set()
    print(f"{_HOSTS} hosts of {pages} articles, load {os.getloadavg()[0]:.1f}")
    print("store    workers  wall s  pages/s  once running  cpu ms/page  records")
    try:
        for number in range(rounds * len(ways)):
            name, store, workers = ways[number % len(ways)]
            figures = _crawl_once(f"{name}-{os.getpid()}-{number}", store, workers)
            counts.add(figures["records"])
            fetched = figures["pages"]
            print(
                f"{name:9}{workers:7d} {figures['wall_s']:7.1f} "
                f"{fetched / figures['wall_s']:8.1f} {figures['steady']:13.1f} "
                f"{_cpu_text(figures, workers):>12} {figures['records']:8d}",
                flush=True,
            )
    finally:
        server.terminate()
        server.wait()
    return 0 if len(counts) == 1 else 1


def _cpu_text(figures: dict[str, Any], workers: int) -> str:
    """Return processor time a page; Ray's processes have ended before it could be asked for."""
    return "–" if workers else f"{1000 * figures['cpu_s'] / figures['pages']:.1f}"


def _crawl_once(name: str, store: str, workers: int) -> dict[str, Any]:
    here = Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as output:
        code = _CRAWL.format(
            path=[str(here.parent), str(here)],
            hosts=_HOSTS,
            port=_PORT,
            name=name,
            store=store or None,
            workers=workers,
            output=output,
        )
        done = subprocess.run(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, check=True, text=True
        )
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("FIGURES"))
    figures: dict[str, Any] = json.loads(line.partition(" ")[2])
    return figures


# --- store ----------------------------------------------------------------------------------


def measure_store(address: str, urls: int) -> int:
    """Add URLs to PostgreSQL and print what they weigh."""
    with SharedStore(address, f"scale-{os.getpid()}", lease_s=3600) as store:
        store.leases.join(store.runs.begin(0.0).id)
        with store.transaction():
            store.leases.share(workers=1, busy=())
        print("      URLs   added/s  posted/s  table B/URL  indexes B/URL")
        done = 0
        for mark in _marks(urls):
            began = time.perf_counter()
            for at in range(done, mark, 3200):
                with store.transaction():
                    store.frontier.add(candidates(at, min(3200, mark - at)))
            rate = (mark - done) / (time.perf_counter() - began)
            table, indexes = store._db.execute(
                "SELECT pg_table_size('urls'), pg_indexes_size('urls')"
            ).fetchall()[0]
            posted = _post_rate(store, mark)
            print(
                f"{mark:10d} {rate:9.0f} {posted:9.0f} {table / mark:12.0f} {indexes / mark:14.0f}",
                flush=True,
            )
            done = mark
        store._db.execute(f'DROP SCHEMA "pullquote_scale-{os.getpid()}" CASCADE')
    return 0


def _marks(last: int) -> Iterator[int]:
    mark = 100_000
    while mark < last:
        yield mark
        mark *= 3
    yield last


def _post_rate(store: SharedStore, known: int) -> float:
    """Return how many URLs a second are posted for other shards, half of them known."""
    ours = set(store.leases.shards)
    store.leases.shards.clear()
    store.frontier.forget_recent()
    links = candidates(known - 1600, 3200)
    began = time.perf_counter()
    with store.transaction():
        store.frontier.add(links)
    spent = time.perf_counter() - began
    store._db.execute("DELETE FROM posted")
    store.leases.shards |= ours
    return len(links) / spent


def _which(text: str) -> _Which:
    engine, _, workers = text.partition(":")
    return engine, int(workers or 2)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    archives = commands.add_parser("archives")
    archives.add_argument("pages_dir", type=Path)
    archives.add_argument("--pages", type=int, default=20_000)
    archives.add_argument("--rounds", type=int, default=3)
    archives.add_argument("--engines", type=_which, nargs="+", default=[*map(_which, _ENGINES)])
    archives.add_argument("--no-kill", dest="kill", action="store_false", help="kill no worker")
    archives.add_argument("--archives", type=Path, help="folder in which the WARC files stay")
    crawl = commands.add_parser("crawl")
    crawl.add_argument("site", type=Path, help="folder of the test site (serve.py)")
    crawl.add_argument("address", help="of a PostgreSQL database")
    crawl.add_argument("--pages", type=int, default=200, help="articles on each of six hosts")
    crawl.add_argument("--rounds", type=int, default=1)
    once = commands.add_parser("once")
    once.add_argument("engine")
    once.add_argument("workers", type=int)
    once.add_argument("archives", type=Path)
    once.add_argument("output", type=Path)
    once.add_argument("--kill", action="store_true")
    store = commands.add_parser("store")
    store.add_argument("address")
    store.add_argument("--urls", type=int, default=1_000_000)
    options = parser.parse_args()
    if options.command == "archives":
        return measure_archives(options)
    if options.command == "crawl":
        return measure_crawls(options.site, options.address, options.pages, options.rounds)
    if options.command == "store":
        return measure_store(options.address, options.urls)
    run_once(options.engine, options.workers, options.archives, options.output, kill=options.kill)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
