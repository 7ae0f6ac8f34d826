import asyncio
from datetime import UTC, datetime

import pytest

from scraper.crawler.lock import HostLocks
from scraper.crawler.response import Attempted, Request
from scraper.crawler.turns import TurnFetcher

URL = "https://data.example/feed.json"


class Waits:
    """A clock whose time passes by sleeping; lets others do something meanwhile."""

    def __init__(self, meanwhile=lambda: None):
        self.time = 0.0
        self.meanwhile = meanwhile

    def now(self):
        return self.time

    def monotonic(self):
        return self.time

    async def sleep(self, seconds):
        self.time += seconds
        self.meanwhile()


class Network:
    """Answers everything, and looks whether another job could ask the host at the same time."""

    def __init__(self, other):
        self.other = other
        self.asked = []
        self.is_closed = False

    async def fetch(self, request, *, attempts=None):
        assert not self.other.acquire("data.example")
        self.asked.append((request.url, attempts))
        return Attempted("ok", datetime.now(UTC), 0.1, 1)

    async def close(self):
        self.is_closed = True


@pytest.fixture
def other(tmp_path):
    locks = HostLocks(tmp_path)
    yield locks
    locks.close()


def fetch(fetcher):
    return asyncio.run(fetcher.fetch(Request(URL), attempts=2))


def test_a_host_is_held_for_one_request(tmp_path, other):
    network = Network(other)
    assert fetch(TurnFetcher(network, HostLocks(tmp_path), Waits())).outcome == "ok"
    assert network.asked == [(URL, 2)]
    assert other.acquire("data.example")


def test_a_request_waits_until_the_other_job_is_done(tmp_path, other):
    network = Network(other)
    other.acquire("data.example")
    clock = Waits(lambda: clock.time > 5 and other.release("data.example"))
    assert fetch(TurnFetcher(network, HostLocks(tmp_path), clock)).outcome == "ok"
    assert 5 < clock.time < 7


def test_a_host_that_is_never_free_is_not_asked(tmp_path, other):
    network = Network(other)
    other.acquire("data.example")
    ended = fetch(TurnFetcher(network, HostLocks(tmp_path), Waits()))
    assert (ended.outcome, ended.attempts, network.asked) == ("timeout", 0, [])
    assert "another job was asking data.example for 30 s" in ended.message


def test_the_crawl_keeps_its_host_when_a_request_ends(tmp_path, other):
    locks = HostLocks(tmp_path)
    assert locks.acquire("data.example")
    assert fetch(TurnFetcher(Network(other), locks, Waits())).outcome == "ok"
    assert not other.acquire("data.example")
    locks.release("data.example")
    assert other.acquire("data.example")


def test_closing_closes_the_connections(tmp_path, other):
    network = Network(other)
    asyncio.run(TurnFetcher(network, HostLocks(tmp_path), Waits()).close())
    assert network.is_closed
