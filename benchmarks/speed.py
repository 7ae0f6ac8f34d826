"""Measures CPU time beside the bare parse and beside other extractors, on the same pages.

    python benchmarks/speed.py BENCH_DIR [--pages 100] [--rounds 3] [--steps]

``BENCH_DIR/wcxb-dev/pages`` holds ``<id>.html.gz``. One process; every system gets the same bytes.
"x parse" is the median over the pages of a system's time by the time that lxml takes to parse the
page, "x ours" likewise by the time of the package's own body, or of all its fields. Extractors that
are not installed are left out.

The first table is of pages that a system sees for the first time, as a crawl of many sites does:
it has read other pages before, and each of these once. The second is of pages that come again,
as much of a page does within one site: a page counts with its best round. Where the compiled twins
are in use, a second process takes these pages in turn without them. The third shows how time
grows with hostile input: doubling the size should double the time. ``--steps`` prints instead
where the time of ``extract`` goes, one line a step of the recipe, on pages that come again.
"""

import argparse
import gzip
import importlib
import logging
import os
import pickle
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import fmean, median
from types import FunctionType, ModuleType
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lxml import etree

from scraper import extract, native
from scraper.page import read_page
from scraper.parsers import about
from scraper.parsers.body import find_body
from scraper.remembering import READ_LIMIT, count_read

OTHERS = 60
"""Pages that a system reads before those that it sees for the first time."""
Run = Callable[[bytes], object]
Timer = Callable[[bytes], float]
"""Returns the milliseconds of CPU that a system takes for a page."""
SEED = 7
RECIPE = sys.modules["scraper.extract"]
"""The module; its name in the package is that of its function."""


def parse_only(content: bytes) -> object:
    """Parse with lxml and do nothing else: the floor."""
    return etree.fromstring(content, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def blocks_only(content: bytes) -> object:
    """Decode, parse and cut into blocks."""
    return read_page(content).blocks


def body_only(content: bytes) -> object:
    """From bytes to the body."""
    return find_body(read_page(content), None)


def peers() -> dict[str, Run]:
    """Return the other extractors that are installed."""
    found: dict[str, Run] = {}
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ImportError:
        return found
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found["trafilatura, body only"] = lambda content: trafilatura.extract(
        content, include_comments=False
    )
    found["trafilatura, all fields"] = lambda content: trafilatura.bare_extraction(
        content, include_comments=False, with_metadata=True
    )
    return found


def systems() -> dict[str, Run]:
    """Return everything that is measured, by its name in the table."""
    return {
        "parse only: lxml": parse_only,
        "pullquote, blocks": blocks_only,
        "pullquote, body only": body_only,
        "pullquote, all fields": extract,
    }


class PurePython:
    """Another process that runs the same systems with nothing compiled."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--serve"],
            env={**os.environ, "PULLQUOTE_PURE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def measure(self, name: str, content: bytes) -> float:
        """Return the milliseconds of CPU that a system of that process takes."""
        pickle.dump((name, content), self._process.stdin)
        self._process.stdin.flush()
        return float(pickle.load(self._process.stdout))

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


def serve() -> None:
    """Time what is asked for on the standard input, until it ends."""
    runs = systems()
    while True:
        try:
            name, content = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump(measure(runs[name], content), sys.stdout.buffer)
        sys.stdout.buffer.flush()


def timers(pure: PurePython | None) -> dict[str, Timer]:
    """Return everything that is measured, with the same in pure Python and the peers."""
    found: dict[str, Timer] = {name: partial(measure, run) for name, run in systems().items()}
    if pure is not None:
        for name in list(found)[1:]:
            shown = name.replace("pullquote", "pure Python")
            found[shown] = partial(pure.measure, name)
    return found | {name: partial(measure, run) for name, run in peers().items()}


def measure(run: Run, content: bytes) -> float:
    """Return the milliseconds of CPU that one run takes."""
    started = time.process_time()
    run(content)
    return (time.process_time() - started) * 1000


def compare_once(pages: list[bytes], others: list[bytes]) -> None:
    """Print the table of pages seen for the first time, each system taking them all in its turn."""
    times: dict[str, list[float]] = {}
    for name, run in {**systems(), **peers()}.items():
        count_read(READ_LIMIT)
        for content in others:
            run(content)
        times[name] = [measure(run, content) for content in pages]
    show("first time", times)


def compare_again(pages: list[bytes], rounds: int) -> None:
    """Print the table of pages that come again, taken by all systems in turn page by page."""
    pure = PurePython() if native.describe() == "compiled" else None
    timed = timers(pure)
    for timer in timed.values():
        timer(pages[0])
    best: dict[str, list[float]] = {name: [] for name in timed}
    for content in pages:
        for name, timer in timed.items():
            best[name].append(min(timer(content) for _ in range(rounds)))
    if pure is not None:
        pure.close()
    print()
    show("again", best)


def show(when: str, times: dict[str, list[float]]) -> None:
    """Print a line a system: milliseconds a page, and how many times the parse and ours."""
    floor = times["parse only: lxml"]
    heads = f"{'median':>8}{'mean':>8}{'p95':>8}{'x parse':>9}{'x ours':>8}"
    print(f"{f'CPU ms a page, {when}':<26}{heads}")
    for name, values in times.items():
        p95 = sorted(values)[int(len(values) * 0.95)]
        ours = times.get(f"pullquote, {name.rpartition(', ')[2]}")
        times_ours = f"{_times(values, ours):>8.1f}" if ours is not None else ""
        print(
            f"{name:<26}{median(values):>8.2f}{fmean(values):>8.2f}{p95:>8.2f}"
            f"{_times(values, floor):>9.1f}{times_ours}"
        )


def _times(values: list[float], others: list[float]) -> float:
    """Return how many times as long the first takes on a page, in the median of the pages."""
    return median(value / other for value, other in zip(values, others, strict=True))


class Stopwatch:
    """Sums the CPU time that each step of the recipe takes."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def run(self, name: str, step: Callable[..., object], *args: object, **named: object) -> object:
        """Run one step and return what it returns."""
        started = time.process_time()
        try:
            return step(*args, **named)
        finally:
            self.spent[name] += (time.process_time() - started) * 1000

    def wrap(self, module: ModuleType) -> dict[str, Callable[..., object]]:
        """Return the parsers that a module calls by name, each timed."""
        return {
            name: partial(self.run, name, value)
            for name, value in vars(module).items()
            if isinstance(value, FunctionType)
            and value.__module__.startswith("scraper.parsers")
            and not name.startswith("_")
        }


def time_steps(content: bytes) -> dict[str, float]:
    """Return the milliseconds of CPU of every step from bytes to record, in order."""
    watch = Stopwatch()
    watch.run("parse only: lxml", parse_only, content)
    page = watch.run("read_page", read_page, content)
    watch.run("page.structured", getattr, page, "structured")
    watch.run("page.blocks", getattr, page, "blocks")
    before = sum(watch.spent.values())
    with patch.multiple(RECIPE, **watch.wrap(RECIPE)), patch.multiple(about, **watch.wrap(about)):
        started = time.process_time()
        RECIPE.extract(page)
        recipe = (time.process_time() - started) * 1000
    watch.spent["record and the rest"] = before + recipe - sum(watch.spent.values())
    return watch.spent


def show_steps(pages: list[bytes], rounds: int) -> None:
    """Print where the time goes, as the median and mean over the pages."""
    for content in pages:
        time_steps(content)
    times: dict[str, list[float]] = defaultdict(list)
    for content in pages:
        runs = [time_steps(content) for _ in range(rounds)]
        for name in runs[0]:
            times[name].append(min(run.get(name, 0.0) for run in runs))
    floor = fmean(times["parse only: lxml"])
    print(f"{'CPU ms a page':<26}{'median':>8}{'mean':>8}{'p95':>8}{'mean x parse':>14}")
    for name, values in times.items():
        mean, p95 = fmean(values), sorted(values)[int(len(values) * 0.95)]
        print(f"{name:<26}{median(values):>8.2f}{mean:>8.2f}{p95:>8.2f}{mean / floor:>14.2f}")


SIZES = (1, 2, 4, 8)
FEW = 1000
"""Elements from which on time an element means something."""

HOSTILE: dict[str, tuple[str, str, str, int]] = {
    "nested div": ("<div>", "text", "</div>", 12_500),
    "list items": ("<li>one item of a list", "", "", 25_000),
    "paragraphs": ("<p>A sentence stands here, and it is one of many.</p>", "", "", 12_500),
    "line breaks": ("a line of text<br>", "", "", 25_000),
    "links in a line": ("<a href=x>link</a> ", "", "", 25_000),
    "one long text": ("word and ", "", "", 300_000),
    "table cells": ("<tr><td>one<td>two", "", "", 12_500),
    "nested inline": ("<b>", "text", "</b>", 12_500),
    "same text again": ("<div><p>One paragraph that stands here often.</p></div>", "", "", 12_500),
}
"""What is repeated before, put in the middle, repeated behind, and how often at size 1."""


def grow() -> None:
    """Print the time from bytes to the body for hostile input of growing size."""
    heads = "".join(f"{f'{size} x':>8}" for size in SIZES)
    print(
        f"\n{'CPU ms by size':<18}{heads}{'elements at 1 x':>17}{'us an element, 1 x and 8 x':>28}"
    )
    for name, (before, middle, behind, count) in HOSTILE.items():
        pages = [
            f"<body>{before * count * size}{middle}{behind * count * size}</body>".encode()
            for size in SIZES
        ]
        times = [measure(body_only, page) for page in pages]
        elements = sum(1 for _ in read_page(pages[0]).root.iter())
        each = [times[at] * 1000 / (elements * SIZES[at]) for at in (0, -1)]
        shown = f"{each[0]:.1f} {each[1]:.1f}" if elements > FEW else "-"
        print(f"{name:<18}" + "".join(f"{ms:>8.0f}" for ms in times) + f"{elements:>17}{shown:>28}")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path, help="folder that holds wcxb-dev/pages")
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", action="store_true", help="where the time goes")
    options = parser.parse_args()
    files = sorted((options.bench / "wcxb-dev" / "pages").glob("*.html.gz"))
    shuffled = random.Random(SEED).sample(files, len(files))
    read = [gzip.decompress(file.read_bytes()) for file in shuffled[: options.pages + OTHERS]]
    pages, others = read[: options.pages], read[options.pages :]
    if options.steps:
        show_steps(pages, options.rounds)
    else:
        compare_once(pages, others)
        compare_again(pages, options.rounds)
        grow()
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--serve"]:
        serve()
        sys.exit()
    raise SystemExit(main())
