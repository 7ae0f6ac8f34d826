"""Servers over TLS: certificates, and HTTP/2 that leaves a connection (GOAWAY)."""

import asyncio
import contextlib

import h2.config
import h2.connection
import h2.errors
import h2.events
import httpx
import pytest
from pullquote_test_tls import client_context, server_context

from schemas import Limits
from scraper.crawler.clock import SystemClock
from scraper.crawler.fetcher import Fetcher
from scraper.crawler.guard import Guard
from scraper.crawler.politeness import Politeness
from scraper.crawler.response import Request

_PAGE = b"<p>A page over HTTP/2."


@contextlib.asynccontextmanager
async def served(handle, context=None):
    """Yield the port of a server on loopback that treats each connection with ``handle``."""
    tasks = []

    async def treat(reader, writer):
        tasks.append(asyncio.current_task())
        try:
            await handle(reader, writer)
            writer.close()
            await writer.wait_closed()
        except (OSError, asyncio.CancelledError):
            writer.transport.abort()

    server = await asyncio.start_server(treat, "127.0.0.1", 0, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        # What is aborted says so in the next round of the loop.
        await asyncio.sleep(0)


async def say(writer, text):
    writer.write(text)
    await writer.drain()


class Http2:
    """Answers each stream; says goodbye after so many on a connection.

    Args:
        most: Streams answered before the goodbye (GOAWAY).
        is_late: Whether it comes when the next request is under way, which it does not answer.
    """

    def __init__(self, most, *, is_late):
        self.most, self.is_late = most, is_late
        self.connections = []

    async def __call__(self, reader, writer):
        number = len(self.connections)
        self.connections.append(0)
        state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        state.initiate_connection()
        await say(writer, state.data_to_send())
        answered = 0
        while data := await reader.read(65536):
            for event in state.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    if answered < self.most:
                        head = [(":status", "200"), ("content-type", "text/html")]
                        state.send_headers(event.stream_id, head)
                        state.send_data(event.stream_id, _PAGE, end_stream=True)
                        answered, last = answered + 1, event.stream_id
                        self.connections[number] = answered
                        is_over = answered == self.most and not self.is_late
                    else:
                        is_over = True
                    if is_over:
                        state.close_connection(last_stream_id=last)
                    await say(writer, state.data_to_send())
                    if is_over:
                        return


class Hasty(SystemClock):
    """A clock that waits for nothing between attempts."""

    async def sleep(self, seconds):
        await asyncio.sleep(0)


def fetch_all(server, count, at_once=1, attempts=1):
    """Return how so many requests over HTTPS ended, the first one alone."""

    async def ask():
        clock = Hasty()
        limits = Limits(attempts=attempts, idle=2, total=5)
        async with served(server, server_context(["h2", "http/1.1"])) as port:
            politeness = Politeness(0, at_once, clock)
            fetcher = Fetcher("t/1", None, limits, Guard(allow_all=True), politeness, clock)
            url = f"https://localhost:{port}/"
            first = [await fetcher.fetch(Request(url))]
            rest = [fetcher.fetch(Request(f"{url}{n}")) for n in range(1, count)]
            if at_once == 1:
                found = first + [await one for one in rest]
            else:
                found = first + await asyncio.gather(*rest)
            await fetcher.close()
            return found

    return asyncio.run(ask())


def pages(found):
    """Return the page of each answer, or how else a request ended."""
    return [one.response.content if one.outcome == "ok" else one.message for one in found]


def test_a_certificate_of_an_authority_that_nobody_knows_is_told_with_what_can_be_done():
    server = Http2(1, is_late=False)
    (ended,) = fetch_all(server, 1, attempts=3)
    assert (ended.outcome, ended.attempts) == ("network-error", 1)
    assert ended.message.startswith("the certificate is not accepted: ")
    assert server.connections == []


@pytest.mark.parametrize("is_late", [False, True], ids=["after the answer", "for the next request"])
def test_a_server_that_says_goodbye_is_asked_over_another_connection(monkeypatch, is_late):
    monkeypatch.setattr(httpx, "create_ssl_context", client_context)
    server = Http2(2, is_late=is_late)
    assert pages(fetch_all(server, 7)) == [_PAGE] * 7
    assert server.connections == [2, 2, 2, 1]


def test_several_requests_share_a_connection_and_outlive_its_goodbye(monkeypatch):
    monkeypatch.setattr(httpx, "create_ssl_context", client_context)
    server = Http2(3, is_late=True)
    assert pages(fetch_all(server, 9, at_once=4, attempts=5)) == [_PAGE] * 9
    assert len(server.connections) < 9


class Breaking:
    """Answers a request over HTTP/2 with a head, some bytes, and no end.

    Args:
        has_head: Whether there is a head at all.
        is_reset: Whether the stream is reset (RST_STREAM), not the connection closed.
    """

    def __init__(self, *, has_head, is_reset):
        self.has_head, self.is_reset = has_head, is_reset

    async def __call__(self, reader, writer):
        state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        state.initiate_connection()
        await say(writer, state.data_to_send())
        while data := await reader.read(65536):
            for event in state.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    if self.has_head:
                        head = [(":status", "200"), ("content-type", "text/html")]
                        state.send_headers(event.stream_id, head)
                        state.send_data(event.stream_id, _PAGE)
                    if self.is_reset:
                        state.reset_stream(event.stream_id, h2.errors.ErrorCodes.INTERNAL_ERROR)
                    await say(writer, state.data_to_send())
                    if not self.is_reset:
                        return


_CUT = f"({len(_PAGE)} bytes came)"


@pytest.mark.parametrize(
    ("server", "outcome", "message"),
    [
        (Breaking(has_head=True, is_reset=False), "body-cut", f"the server closed the connection before the end of the body {_CUT}"),
        (Breaking(has_head=True, is_reset=True), "body-cut", f"the server broke off the request (error 2 of HTTP/2) {_CUT}"),
        (Breaking(has_head=False, is_reset=True), "bad-http", "the server broke off the request (error 2 of HTTP/2)"),
    ],
)  # fmt: skip
def test_an_answer_over_http2_that_breaks_off_is_cut(monkeypatch, server, outcome, message):
    monkeypatch.setattr(httpx, "create_ssl_context", client_context)
    (ended,) = fetch_all(server, 1)
    assert (ended.outcome, ended.message) == (outcome, message)
