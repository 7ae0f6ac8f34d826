"""Fetches what a page asks for while it is rendered: scripts and data, by the crawler's fetcher.

So each of these requests has the guard, the pace, the robots rules and the limits of any other
request of the job. Scripts are kept for the run, since every page of a site asks for the same;
pages that are rendered side by side wait for the one answer.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin
from weakref import WeakValueDictionary

from scraper.crawler.response import PageFetcher, Request, Response
from scraper.crawler.robots import RobotsCache

_MOST_REDIRECTS = 5
_MOST_KEPT_BYTES = 64 << 20
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ATTEMPTS = 2
_OURS = frozenset(
    "accept-encoding accept-language connection content-length cookie from host if-modified-since "
    "if-none-match range te trailer transfer-encoding upgrade upgrade-insecure-requests "
    "user-agent".split()
)
"""Headers that the fetcher sets itself, or that are not sent for a page's scripts."""
_NOT_PASSED_ON = frozenset(
    "alt-svc clear-site-data connection content-encoding content-length content-security-policy "
    "keep-alive link nel report-to reporting-endpoints service-worker-allowed set-cookie "
    "strict-transport-security trailer transfer-encoding".split()
)
"""Headers of answers that the browser is not given: framing that is undone, cookies, and what
would make it connect or report by itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """An answer for the browser."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)


class Parts:
    """Answers the requests of pages that are rendered.

    Args:
        robots: Of the job; None where it does not obey them.
    """

    def __init__(self, fetcher: PageFetcher, robots: RobotsCache | None) -> None:
        self._fetcher = fetcher
        self._robots = robots
        self._kept: OrderedDict[str, Part] = OrderedDict()
        self._kept_bytes = 0
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def fetch(self, url: str, headers: Mapping[str, str], *, is_script: bool) -> Part | None:
        """Return the answer to a request of a page, after redirects.

        Args:
            url: As the browser has it.
            headers: What the browser, or a script, would send.
            is_script: Whether it may be kept for other pages.

        Returns:
            None where it is not allowed or can't be had.
        """
        url = urldefrag(url).url
        if not is_script:
            return await self._ask(url, headers)
        # A lock for each script, not one future for all who wait: where the first page is given
        # up in the middle, the next one asks itself.
        async with self._asking.setdefault(url, asyncio.Lock()):
            if url in self._kept:
                self._kept.move_to_end(url)
                return self._kept[url]
            part = await self._ask(url, headers)
            if part is not None and _may_be_kept(part):
                self._keep(url, part)
            return part

    async def _ask(self, url: str, headers: Mapping[str, str]) -> Part | None:
        response = await self._follow(url, _passed_on(headers))
        if response is None:
            return None
        shown = {
            name: text for name, text in response.headers.items() if name not in _NOT_PASSED_ON
        }
        return Part(response.status, shown, response.content)

    async def _follow(self, url: str, headers: Mapping[str, str]) -> Response | None:
        for _ in range(_MOST_REDIRECTS + 1):
            if not await self._is_allowed(url):
                return None
            request = Request(url, headers=headers, is_part=True)
            response = (await self._fetcher.fetch(request, attempts=_ATTEMPTS)).response
            if response is None or response.truncated:
                return None
            if response.status not in _REDIRECTS:
                return response
            url = urljoin(url, response.headers.get("location", ""))
        return None

    async def _is_allowed(self, url: str) -> bool:
        if not url.startswith(("http://", "https://")):
            return False
        if self._robots is None:
            return True
        rules = await self._robots.rules_for(url)
        return rules.access not in ("none", "blocked") and rules.allows(url)

    def _keep(self, url: str, part: Part) -> None:
        self._kept[url] = part
        self._kept_bytes += len(part.content)
        while self._kept_bytes > _MOST_KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= len(oldest.content)


def _may_be_kept(part: Part) -> bool:
    return part.status == 200 and "no-store" not in part.headers.get("cache-control", "")


def _passed_on(headers: Mapping[str, str]) -> dict[str, str]:
    """Return what a script's request adds to the fetcher's own headers."""
    return {
        name: text
        for name, text in headers.items()
        if name not in _OURS and not name.startswith(("sec-", "proxy-", ":"))
    }
