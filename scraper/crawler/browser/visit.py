"""One page in a browser: what it is given, what it asks for, and when it is ready."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from schemas import Limits
from scraper.crawler.browser.dom import PROGRESS, SERIALISE
from scraper.crawler.browser.parts import Part

if TYPE_CHECKING:
    from playwright.async_api import Page as BrowserPage
    from playwright.async_api import Request, Route

_POLL_S = 0.2
_QUIET_POLLS = 3
"""Looks in a row between which nothing may change: 0.6 s, longer than frameworks put off work."""
_FEW_CHARS = 400
_EMPTY_S = 3.0
"""A page that rests and shows no more than a few characters may be waiting for a timer."""
_RESTLESS_S = 5.0
"""A page with a clock or a ticker never rests; this long after its last request it is taken."""
_PASSED_HEADERS = ("content-type", "content-language", "content-security-policy")
_SCRIPTS = frozenset({"script"})
_DATA = frozenset({"xhr", "fetch"})


class Source(Protocol):
    """Answers what a page asks for."""

    async def fetch(self, url: str, headers: Mapping[str, str], *, is_script: bool) -> Part | None:
        """Return the answer, None where it is not allowed or can't be had."""


@dataclass
class Visit:
    """Answers the requests of one page, and waits until it is ready.

    Without slots, since Playwright keeps its wrapper of ``answer`` on the object.

    Args:
        part: The answer that was fetched already; the page is opened with it.
        source: Where scripts and data come from.
    """

    url: str
    part: Part
    source: Source
    limits: Limits
    notes: list[str] = field(default_factory=list)
    """Limits that were reached."""
    requests: int = 0
    _is_open: bool = False
    _in_flight: int = 0
    _bytes: int = 0

    async def answer(self, route: "Route", request: "Request") -> None:
        """Answer one request of the browser: the page itself, a script, data, or nothing.

        Style sheets are answered empty, since loaders wait for them; frames, images, media, fonts
        and whatever is not a GET are refused.
        """
        kind = request.resource_type
        if request.is_navigation_request():
            await self._answer_navigation(route)
        elif kind == "stylesheet":
            await route.fulfill(status=200, content_type="text/css", body="")
        elif kind in _SCRIPTS | _DATA and request.method == "GET" and self._has_room():
            await self._answer_part(route, request)
        else:
            await route.abort("blockedbyclient")

    async def _answer_navigation(self, route: "Route") -> None:
        """Give the page once; frames, and pages that it would rather be, have no content.

        An answer without content leaves the browser where it is (WHATWG HTML, 7.4.5), where a
        refusal would put an error page there.
        """
        if self._is_open:
            await route.fulfill(status=204)
            return
        self._is_open = True
        headers = {name: self.part.headers.get(name, "") for name in _PASSED_HEADERS}
        shown = {name: text for name, text in headers.items() if text}
        await route.fulfill(status=200, headers=shown, body=self.part.content)

    def _has_room(self) -> bool:
        if self.requests >= self.limits.render_requests:
            self._note(f"it asked for more than {self.limits.render_requests} scripts and data")
            return False
        if self._bytes > self.limits.body_mb * (1 << 20):
            self._note(f"its scripts and data have more than {self.limits.body_mb:g} MiB")
            return False
        self.requests += 1
        return True

    async def _answer_part(self, route: "Route", request: "Request") -> None:
        self._in_flight += 1
        try:
            is_script = request.resource_type in _SCRIPTS
            part = await self.source.fetch(request.url, request.headers, is_script=is_script)
        finally:
            self._in_flight -= 1
        if part is None:
            await route.abort("blockedbyclient")
            return
        self._bytes += len(part.content)
        await route.fulfill(status=part.status, headers=dict(part.headers), body=part.content)

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    async def settle(self, page: "BrowserPage") -> None:
        """Return when the page is ready: loaded, with nothing asked for and nothing changing.

        A page that is not by the end of ``limits.render`` is taken as it is, with a note.
        """
        loop = asyncio.get_running_loop()
        ends_at = loop.time() + self.limits.render
        idle_since = loop.time()
        before, same = None, 0
        while loop.time() < ends_at:
            await asyncio.sleep(_POLL_S)
            progress = await page.evaluate(PROGRESS)
            if self._in_flight or not progress[0]:
                idle_since, before, same = loop.time(), progress, 0
                continue
            same = same + 1 if progress == before else 0
            before = progress
            idle_s = loop.time() - idle_since
            rests = same >= _QUIET_POLLS and (progress[2] > _FEW_CHARS or idle_s > _EMPTY_S)
            if rests or idle_s > _RESTLESS_S:
                return
        self._note(f"it was not ready after {self.limits.render:g} s")

    async def take(self, page: "BrowserPage") -> str | None:
        """Return the document as HTML, None where it is larger than a body may be."""
        most = int(self.limits.body_mb * (1 << 20))
        html: str | None = await page.evaluate(SERIALISE, most)
        return html
