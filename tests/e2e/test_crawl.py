"""Crawls of a server on loopback, with the database and the files."""

import itertools
import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from pullquote_test_crawls import both_stores, exported, store_in, visit
from pullquote_test_crawls import job_of as job_in_turn
from pullquote_test_server import answer, article
from warcio.archiveiterator import ArchiveIterator

from schemas import Article
from scraper.crawler.archive import read_archive
from scraper.crawler.clock import SystemClock
from scraper.crawler.crawl import crawl
from scraper.store import State

job_of = partial(job_in_turn, concurrency=4)
TITLES = [f"The {word} ferry of {place} sails again" for word in ("old", "new", "last") for place in
          ("Alderquay", "Brightholm", "Cawdry", "Dunmarsh")]  # fmt: skip


def path_of(number):
    return f"/2024/05/{number + 1:02d}/{TITLES[number].lower().replace(' ', '-')}"


def fill(site, count=12, delay_s=0.0):
    """Give a site a front page, articles, a sitemap, a feed and rules for robots."""

    def slow(body, **headers):
        def give(hit):
            time.sleep(delay_s)
            if headers.get("ETag") and hit.headers.get("if-none-match") == headers["ETag"]:
                return answer(b"", "304 Not Modified", None, **headers)
            return answer(body, **headers)

        return give

    pages = [path_of(number) for number in range(count)]
    for number, path in enumerate(pages):
        canonical = f'<link rel="canonical" href="{site.url}{path}">'
        links = [pages[(number + 1) % count] + "?utm_source=rail", "/private/x", path + "?print=1"]
        body = article(TITLES[number], f"number {number}", links, canonical)
        site.answers[path] = slow(body, ETag=f'"{number}"')
        site.answers[path + "?print=1"] = slow(body)
    site.answers["/"] = answer(article("Front page", links=[pages[0], "/feed.xml"]))
    rules = f"User-agent: *\nDisallow: /private/\nSitemap: {site.url}/map.xml\n"
    site.answers["/robots.txt"] = answer(rules, kind="text/plain")
    listed = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in pages[: count // 2])
    site.answers["/map.xml"] = answer(f"<urlset>{listed}</urlset>", kind="application/xml")
    return pages


@both_stores
def test_a_first_and_a_second_run(site, tmp_path):
    """With the processes that read pages, as the command has them."""
    pages = fill(site)
    report = crawl(job_of(site), tmp_path)

    found = exported(tmp_path)
    assert {site.url + path for path in pages} <= set(found)
    assert all(site.count(path) == 1 for path in pages)
    assert not [path for path in site.paths() if path.startswith("/private")]
    assert not [path for path in site.paths() if "utm_source" in path]
    assert site.paths()[0] == "/robots.txt"
    assert site.count("/robots.txt") == site.count("/map.xml") == 1
    assert report.outcomes["robots-denied"] == 1
    assert (tmp_path / "j" / "articles.csv").exists()
    assert "The run" not in (tmp_path / "j" / "report.html").read_text("utf-8")[:50]
    assert (
        json.loads((tmp_path / "j" / "report.json").read_text("utf-8"))["records"] == report.records
    )

    site.hits.clear()
    changed = article("The old ferry of Alderquay is sold", "after a long debate")
    site.answers[pages[0]] = answer(changed, ETag='"new"')
    site.answers[pages[1]] = answer(b"", "410 Gone")
    second = crawl(job_of(site), tmp_path)

    asked = {hit.path: hit for hit in site.hits}
    assert asked[pages[2]].headers["if-none-match"] == '"2"'
    assert second.outcomes["not-modified"] >= len(pages) - 2
    assert (second.run, second.changed, second.vanished) == (2, 1, 1)
    assert exported(tmp_path)[site.url + pages[0]].title == "The old ferry of Alderquay is sold"
    with store_in(tmp_path) as store:
        versions = store.records.versions(found[site.url + pages[0]].id)
        assert Article.model_validate_json(versions[0].json).title == TITLES[0]


def test_the_archive_holds_what_was_sent(site, tmp_path):
    pages = fill(site, 3)
    visit(job_of(site), tmp_path)
    (path,) = (tmp_path / "j" / "warc").glob("*.warc.gz")
    kept = {page.url: page for page in read_archive(path)}
    assert kept[site.url + pages[0]].content.decode() == article(
        TITLES[0], "number 0", [pages[1] + "?utm_source=rail", "/private/x", pages[0] + "?print=1"],
        f'<link rel="canonical" href="{site.url}{pages[0]}">',
    )  # fmt: skip
    with path.open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file, check_digests="raise")]
    assert kinds[0] == "warcinfo"
    assert kinds.count("response") == kinds.count("request") == len(kept)


def test_two_spellings_are_one_record_and_copies_are_marked(site, tmp_path):
    body = article("A story told twice", "just so")
    site.answers["/"] = answer(
        article(
            "Front",
            links=[
                "/story-one-of-two?b=2&a=1",
                "/story-one-of-two?a=1&b=2#x",
                "/copy-of-the-story-elsewhere",
            ],
        )
    )
    site.answers["/story-one-of-two?a=1&b=2"] = answer(body)
    site.answers["/copy-of-the-story-elsewhere"] = answer(body)
    report = visit(job_of(site, archive=False), tmp_path)
    assert site.count("/story-one-of-two?a=1&b=2") == 1
    assert report.duplicates == 1
    stories = [
        url for url, record in exported(tmp_path).items() if record.title == "A story told twice"
    ]
    assert stories == [site.url + "/story-one-of-two?a=1&b=2"]


@both_stores
def test_redirects_loops_and_the_way_out_of_scope(site, tmp_path):
    links = ["/old", "/loop", "/a", "/away", "/endless/0", "/nowhere", "/silent"]
    links.append("/private-address")
    site.answers["/"] = answer(article("Front", links=links))
    site.answers["/story-at-its-new-place"] = answer(article("Moved story", "moved"))
    moves = {"/old": "/story-at-its-new-place", "/loop": "/loop", "/a": "/b", "/b": "/a",
             "/away": "https://elsewhere.example/", "/nowhere": "gopher://x/",
             "/private-address": "http://169.254.169.254/latest/"}  # fmt: skip
    moves |= {f"/endless/{n}": f"/endless/{n + 1}" for n in range(30)}
    for path, target in moves.items():
        site.answers[path] = answer(b"", "302 Found", Location=target)
    site.answers["/silent"] = answer(b"", "302 Found")
    report = visit(job_of(site, limits={"redirects": 5}, archive=False), tmp_path)
    with store_in(tmp_path) as store:
        fetches = list(store.runs.iter_fetches(1))
    outcomes = {fetch.url.removeprefix(site.url): fetch.outcome for fetch in fetches}
    messages = {fetch.url.removeprefix(site.url): fetch.message for fetch in fetches}
    assert outcomes["/old"] == outcomes["/endless/4"] == "redirect"
    assert outcomes["/story-at-its-new-place"] == "ok"
    assert outcomes["/loop"] == "redirect-loop"
    assert sorted([outcomes["/a"], outcomes["/b"]]) == ["redirect", "redirect-loop"]
    assert outcomes["/away"] == outcomes["/private-address"] == "out-of-scope"
    assert outcomes["/nowhere"] == outcomes["/silent"] == "bad-redirect"
    assert messages["/nowhere"] == "a redirect to 'gopher://x/'"
    assert messages["/silent"] == "a redirect that does not say where to"
    assert outcomes["/endless/5"] == "too-many-redirects"
    assert "/endless/6" not in outcomes
    assert report.state == "finished"


@both_stores
def test_a_site_that_moved_away_and_brings_nothing_new_for_weeks_is_told(site, tmp_path):
    """Both end with exit code 0, so the report has to say it."""

    class Later(SystemClock):
        def now(self):
            return super().now() + 20 * 86400

    job = job_of(site)
    for path in fill(site):
        site.answers[path + "?print=1"] = None
    first = visit(job, tmp_path)
    assert not any("no new record" in warning for warning in first.warnings)
    assert first.newest_at == first.started_at
    moved = answer(b"", "301 Moved Permanently", None, Location="https://moved.example/x")
    for path in list(site.answers):
        if path != "/robots.txt":
            site.answers[path] = moved
    second = visit(job, tmp_path, Later())
    told = [warning.partition(" (")[0] for warning in second.warnings]
    assert f"{site.address[0]}:{site.address[1]} sends its readers to moved.example" in told
    quiet = f"no new record since {first.started_at:%Y-%m-%d}"
    assert any(warning.startswith(quiet) for warning in second.warnings)
    assert second.newest_at == first.started_at


@both_stores
def test_a_job_that_reaches_further_than_before_comes_to_what_it_had_left(site, tmp_path):
    """Pages that have not changed are not read again, so that nothing else would lead there."""
    pages = fill(site, count=4)
    site.answers["/robots.txt"] = answer("User-agent: *\n", kind="text/plain")
    for max_depth, count in ((1, 1), (1, 1), (3, 3), (None, 4)):
        site.hits.clear()
        visit(job_of(site, max_depth=max_depth, feeds=False), tmp_path)
        found = {path for path in pages if site.url + path in exported(tmp_path)}
        assert len(found) == count
    assert [site.count(path) for path in pages] == [1, 1, 1, 1]


@both_stores
def test_pages_that_were_out_of_scope_for_a_run_are_asked_for_when_they_are_back_in(site, tmp_path):
    pages = fill(site, count=4)
    for deny, count in (([], 1), ([pages[1]], 0), ([pages[1]], 0), ([], 1)):
        site.hits.clear()
        visit(job_of(site, deny=deny), tmp_path)
        assert site.count(pages[1]) == count
        assert site.count(pages[2]) == 1
    with store_in(tmp_path) as store:
        assert store.frontier.due.queue_within_reach("another", None) == 0


def test_a_job_file_that_was_copied_without_a_new_name_is_told(site, tmp_path):
    pages = fill(site, count=2)
    site.answers["/other"] = answer(article("Another front page"))
    told = [
        any("give it a name of its own" in warning for warning in report.warnings)
        for seeds in (["/"], ["/"], ["/other"], ["/other", pages[0]])
        if (report := crawl(job_of(site, seeds=[site.url + path for path in seeds]), tmp_path))
    ]
    assert told == [False, False, True, False]


def test_a_small_max_pages_brings_articles(site, tmp_path):
    fill(site)
    menu = [f"/tag/topic-{number}/" for number in range(20)] + ["/login", "/about"]
    for path in menu:
        site.answers[path] = answer(article("A list", path))
    front = [path_of(0), *menu]
    site.answers["/"] = answer(article("Front", links=front))
    report = visit(job_of(site, max_pages=7, concurrency=1), tmp_path)
    assert report.outcomes["ok"] - site.count("/map.xml") == 7
    assert sum(path.startswith("/2024/") for path in site.paths()) == 6
    assert report.queued > 0


@both_stores
def test_a_job_that_knows_more_pages_than_it_may_ask_for_comes_to_new_ones(site, tmp_path):
    """All that it knows is due in each run here; half of the pages of a run are for that."""
    pages = fill(site)
    site.answers["/robots.txt"] = answer("User-agent: *\n", kind="text/plain")
    site.answers["/"] = answer(article("Front", links=pages))
    job = job_of(site, max_pages=4)
    known = []
    for _ in range(5):
        site.hits.clear()
        visit(job, tmp_path)
        assert site.count("/") == 1
        known.append(len(set(exported(tmp_path)) & {site.url + path for path in pages}))
    assert known == [3, 5, 7, 9, 11]


def test_a_page_that_hangs_its_parser_is_abandoned(site, tmp_path):
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "slow.py").write_text(
        "import os, time\nfrom scraper.sites import SiteParser\n"
        "class Slow(SiteParser):\n    hosts = ('127.0.0.1',)\n"
        "    def title(self, soup):\n"
        "        if 'hangs' in soup.h1.text:\n            while True: pass\n"
        "        if 'waits' in soup.h1.text: time.sleep(60)\n"
        "        if 'dies' in soup.h1.text: os._exit(9)\n"
    )
    links = [
        "/this-page-hangs-its-parser",
        "/this-page-waits-in-its-parser",
        "/this-page-dies-with-its-parser",
        "/a-good-page-after-them",
    ]
    site.answers["/"] = answer(article("Front", links=links))
    for link in links:
        site.answers[link] = answer(article(link.replace("-", " ")))
    job = job_of(site, sites="sites", limits={"parse": 1.5}, archive=False)
    report = crawl(job, tmp_path, tmp_path)
    assert (report.outcomes["parse-timeout"], report.outcomes["parse-error"]) == (2, 1)
    assert site.url + "/a-good-page-after-them" in exported(tmp_path)


def test_translations_are_records_of_their_own(site, tmp_path):
    names = {"en": "/en/2024/ferry-story-one", "de": "/de/2024/ferry-story-one"}
    twins = "".join(
        f'<link rel="alternate" hreflang="{language}" href="{site.url}{path}">'
        for language, path in names.items()
    )
    for language, path in names.items():
        head = f'<link rel="canonical" href="{site.url}{path}">{twins}'
        page = article(TITLES[0], f"text in {language}", head=head)
        site.answers[path] = answer(page)
    site.answers["/"] = answer(article("Front page", links=[names["en"]]))
    visit(job_of(site), tmp_path)
    assert {site.url + path for path in names.values()} <= set(exported(tmp_path))


def test_a_sitemap_that_names_a_change_brings_the_page_before_it_is_due(site, tmp_path):
    pages = fill(site, count=4)
    visit(job_of(site, revisit="30d"), tmp_path)
    site.hits.clear()
    visit(job_of(site, revisit="30d"), tmp_path)
    assert site.hits == []

    now = datetime.now(UTC).isoformat(timespec="seconds")
    listed = f"<url><loc>{site.url}{pages[1]}</loc><lastmod>{now}</lastmod></url>"
    site.answers["/map.xml"] = answer(f"<urlset>{listed}</urlset>", kind="application/xml")
    site.answers[pages[1]] = answer(article("The ferry of Brightholm is sold", "after a debate"))
    # An hour later, when lists are looked at again.
    with store_in(tmp_path) as store, store.transaction():
        store.frontier.settle(
            store.frontier.target_of(site.url + "/map.xml").id, State.QUEUED, None
        )
    visit(job_of(site, revisit="30d"), tmp_path)
    assert sorted(site.paths()) == sorted(["/map.xml", pages[1]])
    assert exported(tmp_path)[site.url + pages[1]].title == "The ferry of Brightholm is sold"


def move_front(site, folder, link):
    """Let the front page lead elsewhere, and be asked for in the next run."""
    site.answers["/"] = answer(article("Front", links=[link]))
    with store_in(folder) as store, store.transaction():
        front = store.frontier.target_of(site.url + "/")
        store.frontier.settle(front.id, State.QUEUED, None)
    site.hits.clear()


@both_stores
def test_a_story_at_a_second_address_has_the_first_one_asked_whether_it_moved(site, tmp_path):
    """In the same run, so that its exports know the story by its new address."""
    old, new = "/ferry", "/2026/the-ferry-of-brightholm"
    story = article("The ferry of Brightholm", "told once")
    site.answers |= {"/": answer(article("Front", links=[old])), old: answer(story)}
    visit(job_of(site, revisit="30d"), tmp_path)

    move_front(site, tmp_path, new)
    site.answers[new] = answer(story)
    site.answers[old] = answer(b"", "301 Moved Permanently", None, Location=new)
    report = visit(job_of(site, revisit="30d"), tmp_path)
    assert site.count(old) == 1
    assert (report.duplicates, report.vanished) == (1, 1)
    told = exported(tmp_path)
    assert site.url + new in told
    assert site.url + old not in told


@both_stores
def test_what_a_new_copy_repeats_is_asked_for_once_and_speaks_for_it(site, tmp_path):
    first, copy = "/ferry", "/2026/the-ferry-of-brightholm-told-again"
    story = article("The ferry of Brightholm", "told once")
    site.answers |= {"/": answer(article("Front", links=[first])), first: answer(story)}
    visit(job_of(site, revisit="30d"), tmp_path)

    site.answers[copy] = answer(story)
    for asked in (1, 0):
        move_front(site, tmp_path, copy)
        visit(job_of(site, revisit="30d"), tmp_path)
        assert site.count(first) == asked
        told = exported(tmp_path)
        assert (site.url + first in told, site.url + copy in told) == (True, False)


@both_stores
def test_a_seed_that_was_refused_is_asked_once_the_job_is_mended(site, tmp_path):
    pages = fill(site, count=2)
    refused = visit(job_of(site, allow_private_hosts=[]), tmp_path)
    assert refused.outcomes == {"blocked-address": 1}
    assert site.hits == []
    visit(job_of(site), tmp_path)
    assert set(exported(tmp_path)) >= {site.url + path for path in pages}


def test_two_jobs_share_a_host_as_one_would_ask_it(site, tmp_path):
    fill(site, count=3, delay_s=0.02)
    one, other = (tmp_path / name for name in ("one", "other"))
    for folder in (one, other):
        folder.mkdir()
    jobs = [start(site, folder, delay=0.2, name=folder.name) for folder in (one, other)]
    assert [job.wait(90) for job in jobs] == [0, 0]
    assert len(exported(one / "out", "one")) == len(exported(other / "out", "other")) >= 3
    moments = sorted(hit.at for hit in site.hits)
    assert min(after - before for before, after in pairwise(moments)) > 0.19


# --- as a process ---------------------------------------------------------------------------


def start(site, folder, **keys):
    """Start ``pullquote crawl`` in a process of its own."""
    job = folder / "j.toml"
    values = {"name": "j", "seeds": [site.url + "/"], "delay": 0.02, "workers": 1,
              "allow_private_hosts": ["127.0.0.1"], "contact": "desk@lab.example"} | keys  # fmt: skip
    job.write_text("".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items()))
    code = (
        "import sys; from scraper.cli import main; main(['crawl', sys.argv[1], '-o', sys.argv[2]])"
    )
    log = folder / f"log-{time.monotonic_ns()}"
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(job), str(folder / "out")],
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        )
    process.log = log
    return process


def wait_for(condition, process, limit_s=60):
    until = time.monotonic() + limit_s
    while not condition():
        assert process.poll() is None, process.log.read_text()
        assert time.monotonic() < until
        time.sleep(0.01)


@both_stores
def test_killed_half_way_and_started_again_it_ends_with_the_same_records(site, tmp_path):
    pages = fill(site, delay_s=0.03)
    killed = start(site, tmp_path)
    wait_for(lambda: sum(map(site.count, pages)) >= 5, killed)
    killed.kill()
    killed.wait()
    before = sum(map(site.count, pages))
    resumed = crawl(job_of(site), tmp_path / "out")
    assert resumed.resumed
    undisturbed = crawl(job_of(site, name="u"), tmp_path)

    def content(folder, name):
        return {url: (r.id, r.title, r.body) for url, r in exported(folder, name).items()}

    assert content(tmp_path / "out", "j") == content(tmp_path, "u")
    assert undisturbed.state == "finished"
    twice = [path for path in pages if site.count(path) > 2]
    assert len(twice) <= len(pages) - before + 2
    with store_in(tmp_path / "out") as store:
        sizes = store.archive_sizes()
    archives = (tmp_path / "out" / "j" / "warc").iterdir()
    assert {archive.name: archive.stat().st_size for archive in archives} == sizes


@both_stores
def test_a_second_run_of_the_same_job_exits_75_and_sigterm_ends_the_first(site, tmp_path):
    pages = fill(site, delay_s=0.1)
    first = start(site, tmp_path, delay=1.5)
    wait_for(lambda: site.count(pages[0]) or len(site.hits) > 3, first)
    second = start(site, tmp_path, delay=1.5)
    assert second.wait(60) == 75
    assert f"process {first.pid}" in second.log.read_text()
    began = time.monotonic()
    first.send_signal(signal.SIGTERM)
    assert first.wait(30) == 128 + signal.SIGTERM
    assert time.monotonic() - began < 15
    with store_in(tmp_path / "out") as store:
        assert store.runs.find_open() is not None
        assert store.frontier.queued() > 0
    assert "interrupted" in (tmp_path / "out" / "j" / "report.json").read_text()


@pytest.mark.parametrize("keep, expected", [("articles", 2), ("nothing", 1)])
def test_a_counter_in_a_page_is_a_change_only_where_bytes_are_all_there_is(
    site, tmp_path, keep, expected
):
    count = itertools.count()

    def counted(hit):
        page = article("The old ferry of Alderquay sails again")
        return answer(page.replace("</nav>", f"<i>{next(count)} visits</i></nav>"))

    site.answers["/"] = answer(article("Front page", links=["/2024/05/01/old-ferry-sails"]))
    site.answers["/2024/05/01/old-ferry-sails"] = counted
    job = job_of(site, keep=keep, revisit="1s")
    for _ in range(2):
        visit(job, tmp_path)
        time.sleep(1.1)
    with store_in(tmp_path) as store:
        target = store.frontier.target_of(f"{site.url}/2024/05/01/old-ferry-sails")
        assert store.runs.find_visit(target.id).interval_s == expected
    assert next(count) == 2


@both_stores
def test_a_page_that_shows_nothing_for_an_hour_is_read_in_full_again(site, tmp_path):
    """Its server sends the head of the story with it, and then that nothing has changed."""
    path, told = "/2024/05/01/old-ferry-sails", {"Last_Modified": "Wed, 01 May 2024 08:00:00 GMT"}
    story = answer(article("The old ferry of Alderquay sails again"), **told)
    site.answers["/"] = answer(article("Front page", links=[path]))
    for shown in (answer("<html><body><div id='page'></div></body></html>", **told), story):
        site.answers[path] = lambda hit, shown=shown: (
            answer(b"", "304 Not Modified", None)
            if "if-modified-since" in hit.headers
            else shown
        )  # fmt: skip
        visit(job_of(site), tmp_path)
    (record,) = (one for one in exported(tmp_path).values() if one.url.endswith(path))
    assert record.title == "The old ferry of Alderquay sails again"
    site.hits.clear()
    visit(job_of(site), tmp_path)
    asked = [hit.headers for hit in site.hits if hit.path == path]
    assert ["if-modified-since" in headers for headers in asked] == [True]
