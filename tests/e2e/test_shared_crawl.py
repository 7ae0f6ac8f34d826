"""A crawl of several workers: a real Ray and a real PostgreSQL, against sites on loopback."""

import importlib.util
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
import tomllib
from pathlib import Path

import pytest
from pullquote_test_server import Server, answer, article, serve

from schemas import Article, CrawlJob
from scraper.crawler.crawl import crawl
from scraper.store import SharedStore

ray_only = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None,
    reason="Ray is not installed here; `make distributed` installs it",
)

SITES = 6
PAGES = 5
DELAY_S = 0.2
ANSWER_S = 0.05


@pytest.fixture
def sites():
    """Servers that link to each other, each at a loopback address of its own."""
    stops, served = [], []
    for number in range(SITES):
        site = Server()
        stops.append(serve(site, host=f"127.0.0.{number + 11}"))
        served.append(site)
    for number, site in enumerate(served):
        fill(site, served[(number + 1) % SITES], number)
    yield served
    for stop in stops:
        stop()


def fill(site, neighbour, number):
    """Give a site articles, one behind the other, of which each names one of the next site."""
    site.busy = threading.Semaphore(1)
    site.overlaps = 0

    def slowly(body):
        def give(hit):
            if not site.busy.acquire(blocking=False):
                site.overlaps += 1
                return answer(body)
            time.sleep(ANSWER_S)
            site.busy.release()
            return answer(body)

        return give

    rules = "User-agent: *\nDisallow: /private/\n"
    site.answers["/robots.txt"] = answer(rules, kind="text/plain")
    for page in range(PAGES):
        links = [path_of(page + 1), "/private/x", neighbour.url + path_of(page)]
        title = f"The ferry number {page} of harbour {number} sails again"
        site.answers[path_of(page)] = slowly(article(title, "again", links))
    site.answers["/"] = slowly(article("Front page", links=[path_of(0), neighbour.url + "/"]))


def path_of(page):
    return f"/2024/05/{page + 1:02d}/the-ferry-number-{page}-sails-again"


JOB = """
name = "fleet"
seeds = ["{seed}"]
allow = ["127.0.0.*"]
delay = {delay}
revisit = 0
contact = "desk@lab.example"
allow_private_hosts = ["127.0.0.0/24"]
exports = ["jsonl"]
"""


def start(sites, folder, *options):
    folder.mkdir(exist_ok=True)
    path = folder / "job.toml"
    path.write_text(JOB.format(seed=sites[0].url + "/", delay=DELAY_S))
    command = [Path(sys.executable).with_name("pullquote"), "crawl", path, "--json"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [*command, "-o", folder / "out", *options], stdout=log, stderr=log, cwd=folder
        )
    process.log = folder / "log"
    return process


def records(folder):
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    found = map(Article.model_validate_json, lines)
    return [record.model_copy(update={"fetched_at": None}) for record in found]


def job_of(sites, delay=DELAY_S):
    return CrawlJob.model_validate(tomllib.loads(JOB.format(seed=sites[0].url + "/", delay=delay)))


def single(sites, folder, monkeypatch):
    """The records of the same job, crawled by one process into a file."""
    monkeypatch.delenv("PULLQUOTE_STORE")
    crawl(job_of(sites, delay=0), folder)
    return records(folder / "fleet")


def shortest_pause(site):
    """The shortest time between the arrivals of two requests for pages."""
    times = [hit.at for hit in site.hits if hit.path != "/robots.txt"]
    return min(later - earlier for earlier, later in itertools.pairwise(times))


def worker_processes(address):
    """Return the process ids of the workers that crawl now."""
    with SharedStore(address, "fleet") as store:
        rows = store._db.execute("SELECT process FROM workers WHERE NOT has_ended").fetchall()
    return [process for (process,) in rows]


def wait_for(condition, process, limit_s=120):
    until = time.monotonic() + limit_s
    while not (found := condition()):
        assert process.poll() is None, process.log.read_text()
        assert time.monotonic() < until, process.log.read_text()
        time.sleep(0.05)
    return found


def all_fetched(sites):
    return sum(site.count(path_of(page)) for site in sites for page in range(PAGES))


@ray_only
def test_two_workers_one_killed_give_the_records_of_one_process(
    sites, shared_store, tmp_path, monkeypatch
):
    process = start(sites, tmp_path / "ray", "--engine", "ray", "--workers", "2")
    wait_for(lambda: all_fetched(sites) >= SITES, process)
    victim = worker_processes(shared_store)[0]
    os.kill(victim, signal.SIGKILL)
    assert process.wait(120) == 0, process.log.read_text()

    assert not any(site.overlaps for site in sites), "a host was asked twice at the same time"
    assert min(map(shortest_pause, sites)) >= DELAY_S
    assert not [path for site in sites for path in site.paths() if path.startswith("/private")]
    # What was in hand of each host of the lost worker is fetched again, and nothing else.
    assert all_fetched(sites) <= SITES * PAGES + SITES
    with SharedStore(shared_store, "fleet") as store:
        rows = store._db.execute("SELECT process, has_ended, granted FROM workers").fetchall()
        assert len(rows) == 3
        assert victim in [row[0] for row in rows]
        assert all(has_ended and not granted for _, has_ended, granted in rows)
        assert store.frontier.queued() == 0
    found = records(tmp_path / "ray" / "out" / "fleet")
    assert len(found) >= SITES * PAGES
    assert found == single(sites, tmp_path / "one", monkeypatch)


@ray_only
def test_sigterm_ends_a_crawl_of_two_workers_and_the_next_goes_on(sites, shared_store, tmp_path):
    options = ("--engine", "ray", "--workers", "2")
    first = start(sites, tmp_path / "ray", *options)
    wait_for(lambda: all_fetched(sites) >= SITES, first)
    began = time.monotonic()
    first.send_signal(signal.SIGTERM)
    assert first.wait(60) == 128 + signal.SIGTERM, first.log.read_text()
    assert time.monotonic() - began < 20
    with SharedStore(shared_store, "fleet") as store:
        assert store.frontier.queued() > 0
        pages = [path for site in sites for path in site.paths() if path != "/robots.txt"]
        assert store.runs.find_open().pages == len(pages)

    report = crawl(job_of(sites), tmp_path / "ray" / "out")
    assert report.resumed
    assert all_fetched(sites) == SITES * PAGES
    assert report.outcomes["ok"] == SITES * (PAGES + 1)
