"""How many requests go over one connection at once."""

import asyncio
import ssl

import httpcore
import httpx
import pytest

from scraper.crawler.fetcher import connections
from scraper.crawler.fetcher.connections import MAX_STREAMS, Transport, in_turn, open_first
from scraper.crawler.guard import Guard


@pytest.mark.parametrize(
    ("versions", "room"),
    [([], 1), ([b"HTTP/1.1"], 1), ([b"HTTP/2"], MAX_STREAMS), ([b"HTTP/2", b"HTTP/1.1"], 1)],
)
def test_only_http_2_takes_several_requests_at_once(monkeypatch, versions, room):
    answers = iter(versions)

    async def answer(self, request):
        return httpx.Response(200, extensions={"http_version": next(answers)})

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer)

    async def ask():
        transport = Transport(ssl.create_default_context(), Guard(allow_all=True))
        for _ in versions:
            await transport.handle_async_request(httpx.Request("GET", "https://a.example/"))
        taken = 0
        while transport.has_room:
            transport.in_use += 1
            taken += 1
        await transport.aclose()
        return taken

    assert asyncio.run(ask()) == room


class Stream(httpcore.AsyncNetworkStream):
    def __init__(self, address):
        self.address, self.is_closed = address, False

    async def aclose(self):
        self.is_closed = True


class Net:
    """Addresses that answer, refuse, or swallow every packet."""

    def __init__(self, **kinds):
        self.kinds, self.asked, self.opened, self.given_up = kinds, [], [], []
        self.two_asked = asyncio.Event()

    async def connect(self, address):
        self.asked.append(address)
        if len(self.asked) > 1:
            self.two_asked.set()
        try:
            await {"swallows": asyncio.Event().wait, "late": self.two_asked.wait}.get(
                self.kinds[address], lambda: asyncio.sleep(0)
            )()
        except asyncio.CancelledError:
            self.given_up.append(address)
            raise
        if self.kinds[address] == "refuses":
            raise httpcore.ConnectError(address)
        self.opened.append(Stream(address))
        return self.opened[-1]


def open_to(net, addresses):
    return asyncio.run(open_first(addresses, net.connect))


@pytest.fixture
def _no_head_start(monkeypatch):
    monkeypatch.setattr(connections, "_HEAD_START_S", 0)


@pytest.mark.usefixtures("_no_head_start")
def test_an_address_that_swallows_packets_costs_no_more_than_its_head_start():
    net = Net(a="swallows", b="answers")
    assert open_to(net, ["a", "b"]).address == "b"
    assert net.given_up == ["a"]


def test_a_connection_that_is_there_at_once_is_the_only_one():
    net = Net(a="answers", b="answers")
    assert open_to(net, ["a", "b"]).address == "a"
    assert net.asked == ["a"]


def test_a_refusal_is_not_waited_for():
    net = Net(a="refuses", b="refuses", c="answers", d="answers")
    assert open_to(net, ["a", "b", "c", "d"]).address == "c"
    assert net.asked == ["a", "b", "c"]


def test_where_nothing_answers_the_last_one_says_why():
    with pytest.raises(httpcore.ConnectError, match="b"):
        open_to(Net(a="refuses", b="refuses"), ["a", "b"])


@pytest.mark.usefixtures("_no_head_start")
def test_of_two_that_are_there_together_one_is_closed():
    net = Net(a="late", b="late")
    kept = open_to(net, ["a", "b"])
    assert [one.is_closed for one in net.opened if one is not kept] in ([], [True])
    assert not kept.is_closed


@pytest.mark.usefixtures("_no_head_start")
def test_a_request_that_is_given_up_leaves_no_connection_behind():
    net = Net(a="swallows", b="swallows")

    async def give_up():
        asking = asyncio.ensure_future(open_first(["a", "b"], net.connect))
        await net.two_asked.wait()
        asking.cancel()
        await asyncio.wait({asking})
        return asking.cancelled()

    assert asyncio.run(give_up())
    assert sorted(net.given_up) == ["a", "b"]


def test_a_connection_is_closed_that_was_made_just_before_the_request_was_given_up():
    """While the slower ones are given up, which may take a moment."""
    made, tasks = Stream("b"), []

    async def connect(address):
        if address == "b":
            return made
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            tasks[0].cancel()
            await asyncio.sleep(0)
            raise

    async def give_up():
        tasks.append(asyncio.ensure_future(open_first(["a", "b"], connect)))
        await asyncio.wait(tasks)
        return tasks[0].cancelled()

    assert asyncio.run(give_up())
    assert made.is_closed


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (["::1", "::2", "1.1.1.1", "1.1.1.2"], ["::1", "1.1.1.1", "::2", "1.1.1.2"]),
        (["1.1.1.1", "::1", "::2"], ["1.1.1.1", "::1", "::2"]),
        (["1.1.1.1", "1.1.1.2"], ["1.1.1.1", "1.1.1.2"]),
        (["::1"], ["::1"]),
    ],
)
def test_families_take_turns(addresses, expected):
    assert in_turn(addresses) == expected
