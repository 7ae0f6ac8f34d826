"""Measures a crawl of the local test site: pages a second, CPU time a page, memory.

    python benchmarks/crawl.py SITE_FOLDER [--pages 2000] [--repeat 3] [--peers FOLDER]

SITE_FOLDER holds ``serve.py`` of the test site; it is started on loopback with its pages rendered
beforehand. Each run is a process of its own; CPU time and memory are those of its whole tree,
shared pages counted once. ``full`` extracts every field; ``fetch`` follows links and archives,
and extracts nothing. With ``--peers`` other crawlers take turns with them against the same server
(``make bench-peers`` sets up the folder and does so), and ratios are printed: CPU time a page
depends least on what else the machine does.
"""

import argparse
import json
import math
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PORT = 8471
_HOST = "127.0.0.2"
_SAMPLE_S = 0.1
_OURS = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from schemas import CrawlJob
from scraper.crawler import crawl as crawling
lists = ["/tag/", "/section/", "/author/", "/archive/", "/static/", "/subscribe", "/feed.xml"]
job = CrawlJob(name="bench", keep={keep!r}, seeds=[{url!r}], deny=lists, delay=0,
               concurrency={connections}, connections={connections},
               allow_private_hosts=["127.0.0.0/8"], contact="desk@lab.example", exports=["jsonl"])
report = crawling.crawl(job, Path())
if report.outcomes.get("ok", 0) < {pages}:
    sys.exit(f"only {{report.outcomes}} of {pages} pages")
"""


def start_site(
    folder: Path, pages: int, port: int = _PORT, hosts: int = 1
) -> subprocess.Popen[bytes]:
    """Start the test site on so many loopback addresses; return when it is ready."""
    options = ["--pages", str(pages), "--port", str(port), "--hosts", str(hosts)]
    options += ["--prerender", "--max-seconds", "3600"]
    site = subprocess.Popen(
        [sys.executable, "serve.py", *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    ready = site.stdout.readline() if site.stdout is not None else b""
    if not ready or not json.loads(ready)["ready"]:
        raise SystemExit(f"the test site did not start; is port {port} in use?")
    return site


def measure(
    name: str, command: list[str], pages: int, curve: list[tuple[float, int]] | None = None
) -> dict[str, float | str]:
    """Run a crawl; return its figures. ``curve`` takes (seconds, MiB) as it runs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    peak = 0
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=log)
        while process.poll() is None:
            memory = tree_memory(process.pid)
            peak = max(peak, memory)
            if curve is not None:
                curve.append((time.perf_counter() - began, memory >> 20))
            time.sleep(_SAMPLE_S)
        log.seek(0)
        tail = log.read()[-2000:].decode("utf-8", "replace")
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if process.returncode:
        raise SystemExit(f"{name} ended with {process.returncode}: {tail}")
    return {
        "name": name,
        "pages_s": round(pages / wall, 1),
        "cpu_ms": round(1000 * spent / pages, 2),
        "peak_mib": peak >> 20,
    }


def tree_memory(pid: int) -> int:
    """Return the memory of a process and all below it, each shared page counted once (PSS)."""
    total, waiting = 0, [pid]
    while waiting:
        current = waiting.pop()
        try:
            rollup = Path(f"/proc/{current}/smaps_rollup").read_text()
            below = Path(f"/proc/{current}/task/{current}/children").read_text().split()
        except OSError:
            continue
        total += sum(int(n) << 10 for n in re.findall(r"^Pss:\s+(\d+) kB", rollup, re.M))
        waiting += map(int, below)
    return total


def tenths(curve: list[tuple[float, int]]) -> list[int]:
    """Return the largest memory in each tenth of a run."""
    last = curve[-1][0]
    parts: list[int] = [0] * 10
    for moment, mib in curve:
        place = min(9, int(10 * moment / last))
        parts[place] = max(parts[place], mib)
    return parts


def ours(url: str, pages: int, connections: int, *, fetch_only: bool) -> list[str]:
    """Return the command that runs our crawl."""
    code = _OURS.format(
        root=str(ROOT),
        keep="nothing" if fetch_only else "articles",
        url=url,
        pages=pages,
        connections=connections,
    )
    return [sys.executable, "-c", code]


def with_peers(folder: Path, arguments: list[str]) -> dict[str, list[str]]:
    """Return the commands of the other crawlers."""
    scripts = Path(__file__).resolve().parent / "peers"
    scrapy = [str(folder / "scrapy/bin/python"), str(scripts / "with_scrapy.py"), *arguments]
    crawlee = [str(folder / "crawlee/bin/python"), str(scripts / "with_crawlee.py"), *arguments]
    return {
        "scrapy + trafilatura": [*scrapy, "--extract"],
        "scrapy": scrapy,
        "crawlee": crawlee,
        "crawlee, in memory": [*crawlee, "--memory"],
    }


def print_ratios(rows: dict[str, list[dict[str, float | str]]]) -> None:
    """Print the best round of each, and how it stands to ours."""
    print("\nbest rounds           pages/s   CPU ms/page   of ours: pages/s   CPU")
    best = {
        name: (max(float(r["pages_s"]) for r in found), min(float(r["cpu_ms"]) for r in found))
        for name, found in rows.items()
    }
    for name, (pages_s, cpu_ms) in best.items():
        own = best.get(
            "full" if name in ("full", "scrapy + trafilatura") else "fetch", (math.nan, math.nan)
        )
        ratios = f"{own[0] / pages_s:16.2f} {cpu_ms / own[1]:7.2f}"
        print(f"{name:20s} {pages_s:8.1f} {cpu_ms:13.2f}   {ratios}")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("site", type=Path, help="folder of the test site (serve.py)")
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--port", type=int, default=_PORT, help="of the test site")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="names in the table to measure")
    parser.add_argument("--curve", action="store_true", help="print memory in tenths of each run")
    parser.add_argument("--peers", type=Path, help="folder with environments of other crawlers")
    options = parser.parse_args()
    url = f"http://{_HOST}:{options.port}/"
    site = start_site(options.site, options.pages, options.port)
    commands = {
        name: ours(url, options.pages, options.connections, fetch_only=name == "fetch")
        for name in ("full", "fetch")
    }
    if options.peers:
        arguments = [url, str(options.pages), str(options.connections)]
        commands |= with_peers(options.peers.resolve(), arguments)
    if options.only:
        commands = {name: commands[name] for name in options.only}
    rows: dict[str, list[dict[str, float | str]]] = {name: [] for name in commands}
    print("                      pages/s   CPU ms/page   peak MiB")
    try:
        for _ in range(options.repeat):
            for name, command in commands.items():
                curve: list[tuple[float, int]] = []
                row = measure(name, command, options.pages, curve)
                rows[name].append(row)
                print("{name:20s} {pages_s:8.1f} {cpu_ms:13.2f} {peak_mib:10d}".format(**row))
                if options.curve:
                    print("  MiB at tenths of the run:", *tenths(curve))
    finally:
        site.terminate()
        site.wait()
    print_ratios(rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
