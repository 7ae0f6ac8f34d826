"""Measures the frontier on synthetic URLs: adding and taking must stay flat as it grows.

    python benchmarks/frontier.py --urls 10000000 --db FOLDER

Prints one line at each power of ten: URLs added, found again and taken in a second of CPU time (in
batches as the crawl makes them: 50 links a page, 64 pages a transaction; writing is part of it),
bytes a URL on disk, and resident memory. The rate of adding is that of the last million before the
line, so that it holds the writing of keys. Found again are pages of links that are known, chosen
at random among all.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scraper.store import Candidate, Kind, State, Store

_HOSTS = 500
_PER_TRANSACTION = 3200
_TAKEN = 20_000
_AGAIN = 32_000
_WORDS = "harbour council bridge winter market letter engine season kitchen museum".split()


def candidates(start: int, count: int) -> list[Candidate]:
    """Return the links of pages: 50 each, nine of ten on the page's own host."""
    found = []
    for number in range(start, start + count):
        page, place = divmod(number, 50)
        chance = random.Random(page if place % 10 else number)
        host = int(_HOSTS * chance.random() ** 3)
        chance = random.Random(number)
        slug = "-".join(chance.choices(_WORDS, k=5))
        url = f"https://site{host}.example/2024/{chance.randrange(1, 13):02d}/{slug}-{number}"
        found.append(Candidate(url, Kind.PAGE, chance.choice((10, 20, 30)), chance.randrange(9)))
    return found


def add(store: Store, start: int, end: int) -> float:
    """Add URLs; return how many a second."""
    spent = 0.0
    for at in range(start, end, _PER_TRANSACTION):
        links = candidates(at, min(_PER_TRANSACTION, end - at))
        began = time.process_time()
        with store.transaction():
            store.frontier.add(links)
        spent += time.process_time() - began
    return (end - start) / max(spent, 1e-9)


def find_again(store: Store, known: int) -> float:
    """Add known URLs, pages of them at random places; return how many a second."""
    chance = random.Random(known)
    pages = [candidates(50 * chance.randrange(known // 50), 50) for _ in range(_AGAIN // 50)]
    began = time.process_time()
    for at in range(0, len(pages), 64):
        with store.transaction():
            store.frontier._recent.clear()
            links = [link for page in pages[at : at + 64] for link in page]
            if store.frontier.add(links).count:
                raise SystemExit("a known URL was taken for a new one")
    return _AGAIN / (time.process_time() - began)


def take(store: Store, count: int) -> float:
    """Take URLs from all hosts in turn and settle them; return how many a second."""
    began = time.process_time()
    hosts = list(store.frontier.hosts_queued())
    for at in range(0, count, 64):
        with store.transaction():
            for number in range(at, at + 64):
                target = store.frontier.next_target(hosts[number % len(hosts)], ())
                if target is not None:
                    store.frontier.settle(target.id, State.DONE, None)
    return count / (time.process_time() - began)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--urls", type=int, default=1_000_000)
    parser.add_argument("--db", type=Path, help="folder for the database; else a temporary one")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(dir=options.db) as folder,
        Store(Path(folder) / "x.db") as store,
    ):
        done, mark = 0, 100_000
        print("      URLs   added/s   again/s   taken/s  bytes/URL   RSS MiB")
        while done < options.urls:
            end = min(mark, options.urls)
            step = max(done, end - 1_000_000)
            add(store, done, step)
            rate = add(store, step, end)
            again = find_again(store, end)
            taken = take(store, _TAKEN)
            size = sum(path.stat().st_size for path in Path(folder).iterdir())
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{end:10d} {rate:9.0f} {again:9.0f} {taken:9.0f} {size / end:10.0f} {memory:9d}",
                flush=True,
            )
            done, mark = end, mark * 10
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
