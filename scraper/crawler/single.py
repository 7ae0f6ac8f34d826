"""One page, fetched now because a person asked for it by address.

The same fetcher, guard and robots rules as in a crawl, without its state. A private address is
reached only if it was named itself, never by a redirect.
"""

import asyncio
from urllib.parse import urljoin

from schemas import Limits
from scraper.crawler.clock import SystemClock
from scraper.crawler.fetcher import Fetcher
from scraper.crawler.guard import Guard
from scraper.crawler.politeness import Politeness
from scraper.crawler.response import Attempted, PageFetcher, Request, Response
from scraper.crawler.robots import decode_robots, judge_answer, parse_robots, product_of
from scraper.errors import (
    BlockedAddress,
    BodyTooLarge,
    DecodingError,
    FetchError,
    HttpStatusError,
    InputError,
    NetworkError,
    NotHtml,
    RobotsDenied,
    TimedOut,
    TooManyRedirects,
)
from scraper.urls import canonicalize, host_of, origin_of
from scraper.version import __version__

_AGENT = f"Pullquote/{__version__}"
_ATTEMPTS = 2
_MAX_REDIRECTS = 10
_DELAY_S = 0.5
"""Pause between robots.txt, redirects and the page: these few requests are no crawl."""

_ERRORS: dict[str, type[FetchError]] = {
    "blocked-address": BlockedAddress,
    "timeout": TimedOut,
    "too-slow": TimedOut,
    "network-error": NetworkError,
    "bad-http": NetworkError,
    "body-cut": NetworkError,
    "not-html": NotHtml,
    "body-too-large": BodyTooLarge,
    "bomb": BodyTooLarge,
    "bad-coding": DecodingError,
}
"""Outcome → error; outcomes with a status are ``HttpStatusError``, all others ``FetchError``."""


def fetch_one(address: str) -> Response:
    """Return the page at an address, after redirects.

    Raises:
        InputError: The address can't be one.
        FetchError: robots.txt does not allow it, or it can't be had; the narrowest class.
    """
    url = canonicalize(address)
    if url is None:
        raise InputError(f"{address} is no web address; write it like https://news.example/a")
    return asyncio.run(_fetch(url))


async def _fetch(url: str) -> Response:
    clock = SystemClock()
    host = host_of(url).rpartition(":")[0] or host_of(url)
    fetcher = Fetcher(
        _AGENT, None, Limits(), Guard.of([host]), Politeness(_DELAY_S, 1, clock), clock
    )
    try:
        for _ in range(_MAX_REDIRECTS):
            await _ask_robots(fetcher, url)
            attempted = await fetcher.fetch(Request(url), attempts=_ATTEMPTS)
            if attempted.outcome != "redirect":
                return _to_response(url, attempted)
            target = canonicalize(urljoin(url, attempted.redirect_to or ""))
            if target is None:
                raise FetchError(url, f"{url} redirects to no address; nothing can be fetched")
            url = target
    finally:
        await fetcher.close()
    raise TooManyRedirects(url, f"{url}: more than {_MAX_REDIRECTS} redirects; open it yourself")


async def _ask_robots(fetcher: PageFetcher, url: str) -> None:
    """Raise if the robots.txt of the URL's origin does not allow it."""
    attempted = await fetcher.fetch(Request(f"{origin_of(url)}/robots.txt"), attempts=_ATTEMPTS)
    access, _ = judge_answer(attempted)
    if access != "rules" or attempted.response is None:
        return  # Nothing there, or a server that will say so itself when the page is asked for.
    rules = parse_robots(decode_robots(attempted.response.content), product_of(_AGENT))
    if not rules.allows(url):
        raise RobotsDenied(url, f"{url}: robots.txt does not allow it; save the page yourself")


def _to_response(url: str, attempted: Attempted) -> Response:
    if attempted.outcome == "ok" and attempted.response is not None:
        return attempted.response
    reason = f"{url}: {attempted.outcome} ({attempted.message or 'no reason given'})"
    message = f"{reason}; open it in a browser, and if it is there save it and name the file"
    if attempted.outcome in _ERRORS:
        raise _ERRORS[attempted.outcome](url, message)
    if attempted.status is not None and attempted.status >= 400:
        raise HttpStatusError(url, attempted.status, message, attempted.retry_after_s)
    raise FetchError(url, message)
