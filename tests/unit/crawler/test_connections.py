"""How many requests go over one connection at once."""

import asyncio
import ssl

import httpx
import pytest

from scraper.crawler.fetcher.connections import MAX_STREAMS, Transport
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
