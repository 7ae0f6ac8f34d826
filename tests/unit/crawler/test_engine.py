"""The crawl loop with a fetcher and a reader that need neither network nor processes."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schemas import CrawlJob
from scraper.crawler import engine as engine_module
from scraper.crawler.archive import Archive
from scraper.crawler.clock import SystemClock
from scraper.crawler.engine import Engine
from scraper.crawler.frames import Found, Reading
from scraper.crawler.lock import HostLocks
from scraper.crawler.response import Attempted, Response
from scraper.crawler.robots import Robots, parse_robots
from scraper.crawler.scope import Scope
from scraper.crawler.tools import Tools
from scraper.errors import StoreError
from scraper.store import Candidate, State, Store

A = "https://a.example/"
NOW = datetime(2024, 5, 1, tzinfo=UTC)


class Web:
    """Fetcher, reader and robots at once: ``links`` says what each URL leads to."""

    def __init__(self, links, robots=None):
        self.links = links
        self.robots = robots or Robots("all")
        self.fetched = []

    async def fetch(self, request, *, attempts=None):
        self.fetched.append(request.url)
        body = request.url.encode()
        heads = {"raw_head": b"HTTP/1.1 200 OK\r\n\r\n", "raw_request": b"GET / HTTP/1.1\r\n\r\n"}
        response = Response(request.url, 200, {}, body, body, NOW, **heads)
        return Attempted("ok", NOW, 0.0, 1, response, status=200)

    async def read(self, task):
        found = [Found(url, 20 + number) for number, url in enumerate(self.links.get(task.url, ()))]
        record = b"{}" if "story" in task.url else b""
        name = task.url if record else None
        return Reading(found=found, record_id=name, digest="d", is_own=True, record=record)

    async def rules_for(self, url):
        return self.robots


class Listener:
    def __init__(self):
        self.fetches, self.notes = [], []

    def on_fetch(self, fetch, queued, records):
        self.fetches.append((fetch.url.removeprefix(A), fetch.outcome))

    def on_note(self, note):
        self.notes.append(note)


@pytest.fixture
def crawl(tmp_path):
    """Crawl a ``Web`` from the first page of a.example; return listener and store."""
    store = Store(tmp_path / "x.db")

    def do(web, seeds=(A,), locks=None, tamper=None, archive=None, clock=None, **keys):
        job = CrawlJob.model_validate({"name": "x", "seeds": list(seeds), "delay": 0} | keys)
        with store.transaction():
            run = store.runs.find_open() or store.runs.begin(0.0)
            store.frontier.add([Candidate(seed) for seed in seeds])
        listener = Listener()
        tools = Tools(
            store=store, fetcher=web, robots=web, extractors=web, archive=archive,
            scope=Scope(seeds, job.allow, job.deny), clock=clock or SystemClock(),
            listener=listener, hosts=locks or HostLocks(tmp_path / "hosts"),
        )  # fmt: skip

        async def run_it():
            engine = Engine(job, run, tools, 1)
            if tamper:
                tamper(engine)
            await asyncio.wait_for(engine.run(), 20)

        asyncio.run(run_it())
        return listener, store

    yield do
    store.close()


def test_everything_that_is_led_to_is_fetched_once(crawl):
    web = Web(
        {A: [A + "1", A + "2"], A + "1": [A, A + "2", A + "3"], A + "3": ["https://b.example/"]}
    )
    listener, store = crawl(web)
    assert sorted(web.fetched) == [A, A + "1", A + "2", A + "3"]
    assert store.frontier.counts() == {State.DONE: 4, State.LEFT: 1}
    assert ("https://b.example/", "out-of-scope") in listener.fetches


def test_pages_that_end_within_a_moment_share_a_transaction(crawl, monkeypatch):
    """Each of them syncs the archive, which costs more than what most of them hold."""
    sizes = []
    commit = engine_module.Committer.commit

    def note(self, batch, kept=None):
        sizes.append(len(batch))
        return commit(self, batch, kept)

    class Gradual(Web):
        async def read(self, task):
            # So that the stories end one after the other.
            await asyncio.sleep(0.004 * task.url.count("h"))
            return await super().read(task)

    monkeypatch.setattr(engine_module.Committer, "commit", note)
    links = {A: [f"https://{'h' * n}.example/story" for n in range(1, 13)]}
    listener, _ = crawl(Gradual(links), allow=["*.example"])
    assert len(listener.fetches) == sum(sizes) == 13
    assert len(sizes) <= 5


def test_lists_of_a_slow_host_keep_no_run_going(crawl, monkeypatch):
    """A pass over them takes longer than the sixteen hours for which one waits at most."""

    class Slow(Web, SystemClock):
        async def fetch(self, request, *, attempts=None):
            assert len(self.fetched) < 200
            return await super().fetch(request, attempts=attempts)

        def monotonic(self):
            return 1800.0 * len(self.fetched)

        now = monotonic

    monkeypatch.setattr(engine_module, "_BATCH", 1)
    web, lists = Slow({}), [f"{A}{number}" for number in range(60)]
    crawl(web, lists, clock=web)
    assert len(lists) < len(web.fetched) <= len(lists) * 10 / 9


def test_a_site_that_publishes_faster_than_it_may_be_read_is_told(crawl):
    class Endless(Web, SystemClock):
        async def read(self, task):
            self.links[task.url] = [f"{task.url}{number}/story" for number in (1, 2)]
            return await super().read(task)

        def monotonic(self):
            return 1800.0 * len(self.fetched)

    web = Endless({})
    listener, _ = crawl(web, clock=web, max_pages=150)
    assert len(web.fetched) == 150
    days = [note for note in listener.notes if "has been going on for" in note]
    assert len(days) == 3
    assert "max_pages" in days[0]


def test_a_queue_that_stays_as_long_as_it_is_is_told_though_lists_are_read_again(crawl):
    class Steady(Web, SystemClock):
        async def read(self, task):
            reading = await super().read(task)
            many = 40 if len(self.fetched) == 1 else int("story" in task.url)
            found = [Found(f"{A}{len(self.fetched)}-{n}/story", 999) for n in range(many)]
            return replace(reading, found=found)

        def monotonic(self):
            return 600.0 * len(self.fetched)

        now = monotonic

    web = Steady({})
    listener, _ = crawl(web, clock=web, max_pages=800, revisit="1h")
    assert web.fetched.count(A) > 10
    assert len([note for note in listener.notes if "has been going on for" in note]) == 5


def test_pages_that_wait_to_be_read_are_few(crawl):
    """Fetching goes on while a page is read, but not without end: memory is bounded."""
    links = {A: [f"https://h{host}.example/story-{n}" for host in range(9) for n in range(9)]}
    held, most = [0], []

    class SlowReader(Web):
        async def read(self, task):
            held[0] += 1
            most.append(held[0])
            await asyncio.sleep(0.001)
            held[0] -= 1
            return await super().read(task)

    web = SlowReader(links)
    crawl(web, allow=["*"])
    assert len(web.fetched) == 82
    assert 2 <= max(most) <= 6


def test_a_redirect_from_https_to_http_is_noted(crawl):
    class Downgrade(Web):
        async def fetch(self, request, *, attempts=None):
            if request.url.startswith("http:"):
                return await super().fetch(request)
            target = request.url.replace("https:", "http:")
            return Attempted("redirect", NOW, 0.0, 1, status=301, redirect_to=target)

    web = Downgrade({})
    _, store = crawl(web)
    assert web.fetched == ["http://a.example/"]
    (first, _) = store.runs.iter_fetches(1)
    assert (first.outcome, first.message) == ("redirect", "it redirects from https to http")


@pytest.mark.parametrize("is_allowed", [True, False])
def test_a_redirect_to_the_same_url_in_another_spelling_is_asked_for_as_it_is(crawl, is_allowed):
    """A servlet writes the session into the address, and the URL without it leads there only."""

    class Servlet(Web):
        async def fetch(self, request, *, attempts=None):
            if ";" in request.url:
                return await super().fetch(request)
            moved = request.url + ";jsessionid=0A1B2C"
            return Attempted("redirect", NOW, 0.0, 1, status=302, redirect_to=moved)

    robots = parse_robots("User-agent: *\nDisallow: /*;jsessionid" * (not is_allowed), "x")
    web = Servlet({}, robots)
    listener, _ = crawl(web, (A + "story",))
    assert listener.fetches == [("story", "ok" if is_allowed else "redirect-loop")]
    assert web.fetched == [A + "story;jsessionid=0A1B2C"] * is_allowed


def test_the_archive_is_on_the_disk_before_the_database_names_it(crawl, tmp_path, monkeypatch):
    """After a power cut no commit may name bytes that are not there."""
    archive = Archive(tmp_path / "warc", "x", 1, {})
    path = tmp_path / "warc" / archive.name
    safe, named = [0], []
    sync, put = archive.sync, Store.put_archive_size

    def note_sync():
        sync()
        safe.append(path.stat().st_size)

    def note_put(store, name, size):
        named.append((size, safe[-1]))
        put(store, name, size)

    monkeypatch.setattr(archive, "sync", note_sync)
    monkeypatch.setattr(Store, "put_archive_size", note_put)
    crawl(Web({A: [A + str(n) for n in range(9)]}), archive=archive)
    archive.close()
    assert named
    assert all(size <= on_disk for size, on_disk in named)


def test_depth_ends_the_crawl(crawl):
    web = Web({A + str(n): [A + str(n + 1)] for n in range(9)} | {A: [A + "0"]})
    crawl(web, max_depth=3)
    assert web.fetched == [A, A + "0", A + "1", A + "2"]


@pytest.mark.parametrize("concurrency", [1, 5])
def test_no_more_pages_than_asked_for(crawl, concurrency):
    web = Web({A: [A + f"story-{n}" for n in range(40)]})
    _, store = crawl(web, max_pages=7, concurrency=concurrency)
    assert len(web.fetched) == 7
    assert store.frontier.queued() == 34


def test_a_resumed_run_has_what_is_left_of_its_pages(crawl):
    web = Web({A: [A + f"story-{n}" for n in range(40)]})
    crawl(web, max_pages=7)
    crawl(web, max_pages=10)
    assert len(web.fetched) == 10
    assert len(set(web.fetched)) == 10


def test_what_robots_deny_is_not_fetched(crawl):
    class NoStories(Robots):
        def allows(self, url):
            return "story" not in url

    web = Web({A: [A + "story-1", A + "2"]}, NoStories("rules"))
    listener, _ = crawl(web)
    assert sorted(web.fetched) == [A, A + "2"]
    assert ("story-1", "robots-denied") in listener.fetches


def test_a_host_without_readable_rules_is_left_until_the_next_run(crawl):
    web = Web({}, Robots("none", "status 503"))
    listener, store = crawl(web, seeds=(A, A + "2"))
    assert web.fetched == []
    assert store.frontier.queued() == 2
    assert "left until the next run: status 503" in listener.notes[0]


def test_a_blocked_host_is_told_as_such(crawl):
    listener, store = crawl(Web({}, Robots("blocked", "internal")))
    assert listener.fetches == [("", "blocked-address")]
    assert store.frontier.counts() == {State.LEFT: 1}


def test_sitemaps_of_robots_are_queued_once(crawl):
    web = Web({A: [A + "1"]}, Robots("all", sitemaps=(A + "map.xml", "https://b.example/map.xml")))
    _, store = crawl(web)
    assert web.fetched.count(A + "map.xml") == 1
    assert store.frontier.find("https://b.example/map.xml") is None
    assert store.frontier.find(A + "map.xml")[1] is State.DONE


def test_an_endless_family_is_left_with_a_note(crawl):
    class Calendar(dict):
        def get(self, url, default=()):
            number = int(url.rpartition("/")[2] or 0)
            return [A + f"calendar/{number + 1}", A + f"calendar/{number + 2}"]

    web = Web(Calendar())
    listener, store = crawl(web)
    assert 60 <= len(web.fetched) <= 70
    assert any(note.startswith("trap: a.example/calendar/*") for note in listener.notes)
    assert len(store.traps()) == 1


def test_a_host_that_another_job_asks_has_to_wait(crawl, tmp_path, monkeypatch):
    monkeypatch.setattr(engine_module, "HOST_POLL_S", 0.01)
    other = HostLocks(tmp_path / "hosts")
    other.acquire("a.example")

    def free_later(engine):
        asyncio.get_running_loop().call_later(0.1, other.release, "a.example")

    listener, _ = crawl(Web({}), tamper=free_later)
    assert listener.notes == ["a.example has to wait: another job is asking it"]
    assert listener.fetches == [("", "ok")]


def test_a_run_that_is_told_to_stop_leaves_the_rest_queued(crawl):
    web = Web({A: [A + f"story-{n}" for n in range(40)]})

    def stop_soon(engine):
        settle = engine._settle

        def settle_and_stop(batch, done):
            settle(batch, done)
            engine.stop()

        engine._settle = settle_and_stop

    _, store = crawl(web, tamper=stop_soon)
    assert len(web.fetched) <= 3
    assert store.frontier.queued() >= 38


def test_a_store_that_cannot_be_written_ends_the_run(crawl):
    def break_store(engine):
        def fail(batch, kept):
            raise StoreError("x.db: database or disk is full")

        engine._committer.commit = fail

    with pytest.raises(StoreError, match="full"):
        crawl(Web({}), tamper=break_store)


def test_a_second_sitemap_level_is_followed_but_not_for_ever(crawl):
    class Endless(Web):
        async def read(self, task):
            number = int(task.url.rpartition("/")[2] or 0)
            kind = "sitemap" if "map" in task.url else "page"
            found = [Found(A + f"map/{number + 1}", 1, "sitemap")]
            return Reading(kind=kind, found=found)

    web = Endless({})
    _, store = crawl(web)
    assert web.fetched == [A, A + "map/1", A + "map/2", A + "map/3", A + "map/4"]
    assert store.frontier.next_target(1, ()) is None


class Down(Web):
    """A host whose pages from some number on can't be had."""

    def __init__(self, links, first_bad, failure):
        super().__init__(links)
        self.first_bad, self.failure, self.attempts = first_bad, failure, []

    async def fetch(self, request, *, attempts=None):
        number = request.url.removeprefix(A)
        if not number or int(number) < self.first_bad:
            return await super().fetch(request)
        self.fetched.append(request.url)
        self.attempts.append(attempts)
        outcome, status = self.failure
        return Attempted(outcome, NOW, 0.0, 1, message="no answer", status=status)


@pytest.mark.parametrize(
    "failure", [("timeout", None), ("network-error", None), ("http-error", 503)]
)
def test_a_host_that_is_down_is_left_until_the_next_run(crawl, failure):
    web = Down({A: [f"{A}{n}" for n in range(1, 40)]}, 5, failure)
    listener, store = crawl(web)
    assert len(web.attempts) == 10
    assert web.attempts == [None] * 3 + [1] * 7
    assert store.frontier.queued() == 40 - 1 - 4 - 10
    (note,) = listener.notes
    assert "10 URLs in a row could not be had (no answer)" in note


def test_a_page_that_fails_by_itself_is_no_host_that_is_down(crawl):
    web = Down({A: [f"{A}{n}" for n in range(1, 40)]}, 5, ("http-error", 500))
    listener, store = crawl(web)
    assert store.frontier.queued() == 0
    assert listener.notes == []


@pytest.mark.parametrize(
    "date, expected",
    [
        ("Wed, 01 May 2024 00:00:09 GMT", []),
        ("Sun, 03 Mar 2024 00:00:00 GMT", []),
        (None, []),
        ("Tue, 24 Nov 2026 00:00:00 GMT", ["937 days behind that of a.example (2026-11-24)"]),
        ("Tue, 24 Nov 2015 00:00:00 GMT", ["3,081 days ahead of that of a.example (2015-11-24)"]),
    ],
)
def test_a_clock_that_differs_from_a_server_s_is_told_once(crawl, date, expected):
    class Dated(Web):
        async def fetch(self, request, *, attempts=None):
            attempted = await super().fetch(request)
            headers = {"date": date} if date else {}
            return replace(attempted, response=replace(attempted.response, headers=headers))

    listener, _ = crawl(Dated({A: [A + "1", A + "2"]}))
    told = [note for note in listener.notes if "clock" in note]
    assert len(told) == len(expected)
    assert all(part in note for part, note in zip(expected, told, strict=True))
