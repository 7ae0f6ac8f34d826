"""Crawls the local test site with every fault, trap and odd encoding on, in one crawl.

    python benchmarks/faults.py SITE_FOLDER [--pages 200]

The crawl must end by itself, every article must have been fetched, every fault must be recorded
by its right name (the table below), and the access log must show a polite crawler. A second run
must ask conditionally. SITE_FOLDER holds ``serve.py`` and ``check_log.py`` of the test site, which
is started on loopback; its second listener, the canary, stands for internal services and must
never be reached. Ends with 1 where anything is not as it should be.
"""

import argparse
import collections
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from schemas import CrawlJob, CrawlReport
from scraper.crawler.crawl import crawl
from scraper.store import Store

_PORT = 8473
_HOSTS = ("127.0.0.2", "127.0.0.3")
_FAULTY = f"http://{_HOSTS[0]}:{_PORT}"
_CANARY = f"127.0.0.1:{_PORT + 60}"
_GAP_S = 0.05
_IN_FLIGHT = 1
"""One request at a time: with more, an answer that says "later" may cross another request."""
_INDEXES = ("fault", "trap", "charset", "dup", "html", "xml")
_INWARD = (
    "canary localhost localhost-dot loopback-short loopback-decimal loopback-hex loopback-octal "
    "loopback-mixed userinfo tab crlf fullwidth-digits"
).split()
"""Spellings of the canary's address that a redirect may have."""

EXPECTED: dict[str, str] = {
    **dict.fromkeys(["400", "401", "402", "403", "405", "406", "429", "451"], "http-error"),
    **dict.fromkeys(["500", "502", "503", "504", "520", "599", "odd-status"], "http-error"),
    "404": "not-found",
    "410": "gone",
    "204": "empty",
    "empty": "empty",
    "stall": "timeout",
    "slow-head": "timeout",
    "endless-headers": "headers-too-large timeout",
    "drip": "too-slow timeout",
    "close": "network-error",
    "reset-early": "network-error",
    "reset": "body-cut",
    "short": "body-cut",
    "chunked-cut": "body-cut",
    "chunked-bad": "bad-http",
    "not-http": "bad-http network-error",
    "big-header": "headers-too-large",
    "many-headers": "headers-too-large",
    "set-cookies": "headers-too-large",
    "huge": "body-too-large",
    "lying-length": "body-too-large",
    "gzip-cut": "body-cut",
    "gzip-corrupt": "bad-coding",
    "gzip-not": "ok bad-coding",
    "unknown-coding": "bad-coding",
    **dict.fromkeys(["bomb-gzip", "bomb-gzip2", "bomb-br", "bomb-zstd"], "bomb"),
    **dict.fromkeys(["type-pdf", "type-pdf-as-html", "type-image"], "not-html"),
    **dict.fromkeys(["type-html-as-image", "type-json", "type-endless-media"], "not-html"),
    **dict.fromkeys(["redirect-loop", "redirect-cookie-loop"], "redirect-loop"),
    "redirect-none": "bad-redirect",
    "challenge": "http-error",
    **dict.fromkeys(["redirect", "redirect-chain", "redirect-endless"], "redirect"),
    **dict.fromkeys(["redirect-relative", "redirect-scheme-relative"], "redirect"),
    **dict.fromkeys(["redirect-utf8", "redirect-fragment", "redirect-home"], "redirect"),
    **dict.fromkeys(["redirect-login", "redirect-private", "redirect-next-host"], "redirect"),
    **dict.fromkeys(["redirect-loop2", "redirect-loop2/b"], "redirect redirect-loop"),
    "redirect-endless/10": "too-many-redirects",
    **dict.fromkeys(["chunked", "no-length", "extra-bytes", "header-bytes"], "ok"),
    **dict.fromkeys(["103-early-hints", "gzip-multi", "gzip-trailing", "gzip-twice"], "ok"),
    **dict.fromkeys(["gzip-unlabelled", "deflate", "deflate-raw", "type-none"], "ok"),
    **dict.fromkeys(["type-octet", "type-xhtml", "type-mixed-case", "refresh-header"], "ok"),
    **dict.fromkeys(["meta-refresh", "meta-refresh-loop", "js-shell", "js-state"], "ok"),
    **dict.fromkeys(["consent-wall", "paywall", "soft-404", "links-forbidden"], "ok"),
}
"""Fault of the site → how its fetch must be recorded; two names where both tell the truth."""


def start_site(folder: Path, pages: int, log: Path) -> subprocess.Popen[bytes]:
    """Start the test site with everything on; return when it is ready."""
    options = ["--pages", str(pages), "--hosts", str(len(_HOSTS)), "--port", str(_PORT)]
    options += ["--messy", "--link-faults", "--flaky", "0.2", "--canary", _CANARY]
    options += ["--log", str(log), "--max-seconds", "3600", "--bind", _HOSTS[0]]
    site = subprocess.Popen([sys.executable, "serve.py", *options], cwd=folder, stdout=-1)
    if site.stdout is None or not json.loads(site.stdout.readline())["ready"]:
        raise SystemExit("the test site did not start")
    return site


def job_of(**changes: object) -> CrawlJob:
    """Return the job: both hosts, all indexes of faults, redirects inward."""
    seeds = [f"http://{host}:{_PORT}/" for host in _HOSTS]
    seeds += [f"{_FAULTY}/{name}/" for name in _INDEXES]
    seeds += [f"{_FAULTY}/fault/redirect-forbidden/{name}" for name in _INWARD]
    values: dict[str, object] = {
        "name": "faults",
        "seeds": seeds,
        "allow": ["127.0.0.*", "localhost"],
        "allow_private_hosts": list(_HOSTS),
        "contact": "desk@lab.example",
        "delay": _GAP_S,
        "concurrency": _IN_FLIGHT,
        "max_pages": 3000,
        "revisit": 1,
        "exports": ["jsonl"],
        "limits": {"idle": 6, "total": 15, "parse": 30, "retry_wait": 5, "attempts": 3},
    }
    return CrawlJob.model_validate(values | changes)


def read_outcomes(database: Path, run: int) -> dict[str, str]:
    """Return URL → outcome of a run."""
    with Store(database) as store:
        return {fetch.url: fetch.outcome for fetch in store.runs.iter_fetches(run)}


def judge_outcomes(outcomes: dict[str, str], manifest: list[dict[str, object]]) -> list[str]:
    """Return what is not recorded as it should be."""
    wrong = []
    for name, expected in EXPECTED.items():
        found = outcomes.get(f"{_FAULTY}/fault/{name}", "never asked for")
        if found not in expected.split():
            wrong.append(f"/fault/{name}: {found}, not {expected}")
    for article in manifest:
        found = outcomes.get(str(article["url"]), "never asked for")
        if found not in ("ok", "not-modified"):
            wrong.append(f"{article['url']}: {found}")
    inward = [f"{_FAULTY}/fault/redirect-forbidden/{name}" for name in _INWARD]
    wrong += [f"{url}: {outcomes.get(url)}" for url in inward if outcomes.get(url) == "ok"]
    reached = [
        url for url in outcomes if urlsplit(url).hostname not in _HOSTS and outcomes[url] == "ok"
    ]
    return wrong + [f"{url} was reached" for url in reached]


def read_articles(folder: Path, pages: int) -> list[dict[str, object]]:
    """Return the articles that the site has, with their addresses."""
    with tempfile.NamedTemporaryFile("r", suffix=".jsonl") as file:
        options = ["--pages", str(pages), "--hosts", str(len(_HOSTS)), "--port", str(_PORT)]
        options += ["--bind", _HOSTS[0], "--manifest", file.name]
        subprocess.run([sys.executable, "serve.py", *options], cwd=folder, check=True)
        return [json.loads(line) for line in file]


def judge_log(folder: Path, log: Path, since: float) -> tuple[dict[str, object], list[str]]:
    """Return what the site's own judge says of its access log, and the violations."""
    command = [sys.executable, "check_log.py", str(log), "--since", str(since), "--json"]
    command += ["--min-gap", str(_GAP_S), "--max-inflight", str(_IN_FLIGHT)]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    judged: dict[str, object] = json.loads(ended.stdout)
    return judged, [str(line) for line in judged.pop("violations", [])]  # type: ignore[attr-defined]


def print_run(name: str, report: CrawlReport, seconds: float, judged: dict[str, object]) -> None:
    """Print what a run brought."""
    print(f"\n{name}: {sum(report.outcomes.values())} URLs in {seconds:.0f} s")
    print("  outcomes:", json.dumps(report.outcomes))
    print(f"  records {report.records}, warnings: {len(report.warnings)}")
    for line in report.traps:
        print("  trap:", line)
    print("  log:", json.dumps(judged))


def run(folder: Path, pages: int, work: Path) -> list[str]:
    """Crawl twice; return everything that is wrong."""
    log = work / "access.jsonl"
    articles = read_articles(folder, pages)
    site = start_site(folder, pages, log)
    wrong: list[str] = []
    try:
        began = time.time()
        first = crawl(job_of(), work)
        outcomes = read_outcomes(work / "faults" / "pullquote.db", first.run)
        middle = time.time()
        lists = [f"/{name}/*" for name in _INDEXES]
        # Without a limit, of which half would be for the lists and traps that are left out now.
        second = crawl(job_of(deny=lists, max_pages=None), work)
        ended = time.time()
    finally:
        os.kill(site.pid, signal.SIGTERM)
        site.wait()
    wrong += judge_outcomes(outcomes, articles)
    judged, violations = judge_log(folder, log, began)
    print_run("first run", first, middle - began, judged)
    again, _ = judge_log(folder, log, middle)
    print_run("second run", second, ended - middle, again)
    conditional = sum(host["conditional"] for host in again["hosts"].values())  # type: ignore[attr-defined]
    if conditional < 0.9 * len(articles):
        wrong.append(f"only {conditional} conditional requests in the second run")
    if second.new:
        wrong.append(f"{second.new} new records in the second run")
    return wrong + violations


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("site", type=Path, help="folder of the test site (serve.py)")
    parser.add_argument("--pages", type=int, default=200, help="articles on each of two hosts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wrong = run(options.site.resolve(), options.pages, Path(folder))
    kinds = collections.Counter(line.partition(":")[0] for line in wrong)
    print(f"\n{len(wrong)} things are not as they should be ({len(kinds)} kinds)")
    print("\n".join(wrong[:60]))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
