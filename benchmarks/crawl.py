"""Measures a crawl of the local test site: pages a second, CPU time a page, memory.

    python benchmarks/crawl.py SITE_FOLDER [--pages 2000] [--connections 16] [--repeat 3]

SITE_FOLDER holds ``serve.py`` of the test site; it is started on loopback with its pages rendered
beforehand. Each run is a process of its own; CPU time and memory are those of its whole tree.
``full`` extracts every field; ``fetch`` follows links and archives, and extracts nothing.
Other crawlers are measured beside it by ``--peer "NAME=COMMAND"``, where ``{url}`` and ``{pages}``
stand for the front page and the number of articles: the same server, the same count, one after
the other.
"""

import argparse
import json
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PORT = 8471
_HOST = "127.0.0.2"
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


def start_site(folder: Path, pages: int) -> subprocess.Popen[bytes]:
    """Start the test site; return when it is ready."""
    options = ["--pages", str(pages), "--port", str(_PORT), "--prerender", "--max-seconds", "3600"]
    site = subprocess.Popen(
        [sys.executable, "serve.py", *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if site.stdout is None or not json.loads(site.stdout.readline())["ready"]:
        raise SystemExit("the test site did not start")
    return site


def measure(name: str, command: list[str], pages: int) -> dict[str, float | str]:
    """Run a crawl; return its figures."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    peak = 0
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
        while process.poll() is None:
            peak = max(peak, tree_memory(process.pid))
            time.sleep(0.1)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if process.returncode:
        raise SystemExit(f"{name} ended with {process.returncode}")
    return {
        "name": name,
        "pages_s": round(pages / wall, 1),
        "cpu_ms": round(1000 * spent / pages, 2),
        "peak_mib": peak >> 20,
    }


def tree_memory(pid: int) -> int:
    """Return the resident memory of a process and all below it, shared pages counted each time."""
    total, waiting = 0, [pid]
    while waiting:
        current = waiting.pop()
        try:
            pages = int(Path(f"/proc/{current}/statm").read_text().split()[1])
            below = Path(f"/proc/{current}/task/{current}/children").read_text().split()
        except (OSError, IndexError):
            continue
        total += pages * resource.getpagesize()
        waiting += map(int, below)
    return total


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


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("site", type=Path, help="folder of the test site (serve.py)")
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    options = parser.parse_args()
    url = f"http://{_HOST}:{_PORT}/"
    site = start_site(options.site, options.pages)
    print("                     pages/s   CPU ms/page   peak MiB")
    try:
        for _ in range(options.repeat):
            commands = {
                name: ours(url, options.pages, options.connections, fetch_only=name == "fetch")
                for name in ("full", "fetch")
            }
            for peer in options.peer:
                name, _, command = peer.partition("=")
                commands[name] = shlex.split(command.format(url=url, pages=options.pages))
            for name, command in commands.items():
                row = measure(name, command, options.pages)
                print("{name:20s} {pages_s:7.1f} {cpu_ms:13.2f} {peak_mib:10d}".format(**row))
    finally:
        site.terminate()
        site.wait()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
