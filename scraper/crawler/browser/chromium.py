"""The system's Chromium, driven by Playwright: one process a job, a fresh context a page.

It has no network: its only proxy is a closed door, its resolver knows no name, and every request
is answered by ``Visit``. Service workers, downloads, dialogs and further windows are refused. A
browser that died, grew or served many pages is replaced between two pages.
"""

import asyncio
import contextlib
import os
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from schemas import Limits
from scraper.crawler.browser.door import Door
from scraper.crawler.browser.parts import Part
from scraper.crawler.browser.processes import find_browsers, kill_browsers, memory_mib
from scraper.crawler.browser.visit import Source, Visit
from scraper.crawler.response import Rendered
from scraper.errors import JobError

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Playwright

_FLAGS = (
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--js-flags=--max-old-space-size=512",
    "--mute-audio",
    "--no-first-run",
    "--no-pings",
)
_PAGES_AT_ONCE = 2
MOST_MEMORY_MIB = 1200
"""A browser that holds more between two pages is replaced: one page takes 300 to 750."""
MOST_PAGES = 200
"""Pages after which a browser is replaced, whatever it holds."""
_LAUNCH_S = 60.0
_CLOSE_S = 5.0
_GRACE_S = 10.0
"""What opening and reading a page may take beyond the time that it may render."""


class RenderingFailed(Exception):
    """The browser could not show a page.

    Args:
        again: Whether a new browser may be able to.
    """

    def __init__(self, message: str, *, again: bool = False) -> None:
        super().__init__(message)
        self.again = again


class Chromium:
    """Renders pages.

    Args:
        user_agent: What scripts see as the browser's name; the one that requests carry.
    """

    def __init__(self, executable: Path, user_agent: str, source: Source, limits: Limits) -> None:
        self._executable = executable
        self._user_agent = user_agent
        self._source = source
        self._limits = limits
        self._stack = AsyncExitStack()
        self._door: Door | None = None
        self._driver: Playwright | None = None
        self._browser: Browser | None = None
        self._is_worn = False
        self._served = 0
        self._in_use = 0
        self._change = asyncio.Condition()
        self.pages = 0
        """Pages that were rendered."""
        self.starts = 0
        """Browsers that were started."""
        self.peak_mib = 0
        """Most memory that the driver, the browser and its pages held after a page."""

    @property
    def knocks(self) -> int:
        """Connections that went round the interception and ended at the door."""
        return self._door.knocks if self._door else 0

    async def close(self) -> None:
        """End the browser and its driver."""
        await self._end_browser()
        await self._stack.aclose()
        self._door = self._driver = None

    async def render(self, url: str, part: Part) -> Rendered:
        """Return a page as its scripts leave it.

        Args:
            part: Its plain answer, which is not fetched again.

        Raises:
            RenderingFailed: The browser died of it, or can't be made to answer.
            JobError: The browser can't be started.
        """
        from playwright.async_api import Error

        browser = await self._enter()
        visit = Visit(url, part, self._source, self._limits)
        try:
            async with asyncio.timeout(self._limits.render + _GRACE_S):
                return await self._visit(browser, visit)
        except TimeoutError as error:
            self._is_worn = True
            message = f"the page does not answer after {self._limits.render + _GRACE_S:g} s"
            # A browser that was ended from without may leave its pages waiting for ever.
            raise RenderingFailed(message, again=not browser.is_connected()) from error
        except Error as error:
            self._is_worn = True
            message = f"the browser says: {error.message.splitlines()[0]}"
            raise RenderingFailed(message, again=True) from error
        finally:
            await self._leave()

    async def _visit(self, browser: "Browser", visit: Visit) -> Rendered:
        context = await browser.new_context(
            user_agent=self._user_agent,
            service_workers="block",
            accept_downloads=False,
            viewport={"width": 1280, "height": 2000},
        )
        try:
            await context.route("**/*", visit.answer)
            await context.route_web_socket("**/*", lambda socket: socket.close())
            page = await context.new_page()
            context.on("page", lambda popup: popup.close())
            await page.goto(visit.url, wait_until="commit", timeout=self._limits.render * 1000)
            await visit.settle(page)
            html = await visit.take(page)
        finally:
            await self._end_context(context)
        if html is None:
            raise RenderingFailed(f"the document is over {self._limits.body_mb:g} MiB")
        return Rendered(
            content=html.encode("utf-8", "replace"),
            rendered_at=datetime.now(UTC),
            renderer=f"Chromium/{browser.version}",
            note="; ".join(visit.notes) or None,
        )

    async def _end_context(self, context: "BrowserContext") -> None:
        """Close a context; one that doesn't close takes its browser with it."""
        from playwright.async_api import Error

        try:
            async with asyncio.timeout(_CLOSE_S):
                await context.close()
        except (Error, TimeoutError):
            self._is_worn = True

    # --- the process ------------------------------------------------------------------------

    async def _enter(self) -> "Browser":
        """Wait for a place and return the browser, started or replaced where that is due."""
        async with self._change:
            await self._change.wait_for(
                lambda: self._in_use < _PAGES_AT_ONCE and not (self._is_worn and self._in_use)
            )
            if self._browser is None or self._is_worn or not self._browser.is_connected():
                await self._end_browser()
                self._browser = await self._start()
            self._in_use += 1
            return self._browser

    async def _leave(self) -> None:
        async with self._change:
            self._in_use -= 1
            self.pages += 1
            self._served += 1
            memory = await asyncio.to_thread(lambda: memory_mib(find_browsers()))
            self.peak_mib = max(self.peak_mib, memory)
            if self._served >= MOST_PAGES or memory > MOST_MEMORY_MIB:
                self._is_worn = True
            self._change.notify_all()

    async def _start(self) -> "Browser":
        """Start a browser.

        Raises:
            JobError: It doesn't start.
        """
        from playwright.async_api import Error, async_playwright

        if self._driver is None:
            self._door = await self._stack.enter_async_context(Door())
            self._driver = await self._stack.enter_async_context(async_playwright())
        self._served, self._is_worn = 0, False
        self.starts += 1
        try:
            return await self._driver.chromium.launch(
                executable_path=self._executable,
                args=list(_FLAGS),
                # Chromium refuses its own sandbox to root.
                chromium_sandbox=os.geteuid() != 0,
                proxy={"server": self._door.address if self._door else ""},
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
                timeout=_LAUNCH_S * 1000,
            )
        except Error as error:
            reason = error.message.strip().splitlines()[0]
            message = f"browser: {self._executable} does not start ({reason}); try"
            command = f"{self._executable} --headless --dump-dom about:blank"
            raise JobError(f"{message}: {command}") from error

    async def _end_browser(self) -> None:
        from playwright.async_api import Error

        browser, self._browser = self._browser, None
        if browser is None:
            return
        with contextlib.suppress(Error, TimeoutError):
            async with asyncio.timeout(_CLOSE_S):
                await browser.close()
        kill_browsers()
