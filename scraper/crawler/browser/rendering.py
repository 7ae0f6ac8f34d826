"""Reads pages, and those that show nothing without their scripts once more, from a browser."""

from dataclasses import replace
from typing import Literal, Protocol

from scraper.crawler.browser.chromium import RenderingFailed
from scraper.crawler.browser.parts import Part
from scraper.crawler.frames import Reading, Task
from scraper.crawler.response import Rendered
from scraper.crawler.tools import Listener, PageReader
from scraper.warc import to_rendered_headers

_TRIES = 2
"""A browser that died may have died of another page."""


class Renderer(Protocol):
    """Shows pages as their scripts leave them."""

    pages: int
    starts: int
    peak_mib: int

    async def render(self, url: str, part: Part) -> Rendered:
        """Return a page as its scripts leave it; raises ``RenderingFailed``."""

    async def close(self) -> None:
        """Let go of everything."""


class RenderingReader:
    """A reader that has pages rendered which need it, and reads those again.

    A rendered page that says no more than its plain answer is read as the plain one.

    Args:
        which: ``shell`` renders what the reader calls a shell, ``always`` every HTML page.
    """

    def __init__(
        self,
        which: Literal["shell", "always"],
        reader: PageReader,
        renderer: Renderer,
        listener: Listener,
    ) -> None:
        self._which = which
        self._reader = reader
        self._renderer = renderer
        self._listener = listener

    async def start(self) -> None:
        """Make ready to read; the browser starts with the first page that needs it."""
        await self._reader.start()

    async def close(self) -> None:
        """Let go of everything, at once."""
        await self._reader.close()
        await self._renderer.close()
        if self._renderer.pages:
            self._listener.on_note(
                f"browser: {self._renderer.pages} pages rendered, {self._renderer.starts} starts, "
                f"{self._renderer.peak_mib} MiB at most"
            )

    async def read(self, task: Task) -> Reading:
        """Return the reading of a response; whatever goes wrong is its outcome."""
        plain = await self._reader.read(task)
        if plain.kind != "page" or plain.outcome != "ok":
            return plain
        if plain.shell is None and self._which == "shell":
            return plain
        try:
            rendered = await self._render(task)
        except RenderingFailed as error:
            return _without_rendering(plain, str(error))
        reading = await self._reader.read(
            replace(task, content=rendered.content, headers=to_rendered_headers(task.headers))
        )
        if reading.outcome != "ok" or reading.words <= plain.words:
            return plain
        note = f"rendered: {plain.shell or 'as the job says'}"
        message = "; ".join(filter(None, [reading.message, note, rendered.note]))
        return replace(reading, message=message, rendered=rendered)

    async def _render(self, task: Task) -> Rendered:
        """Return the rendered page, tried again where a browser died.

        Raises:
            RenderingFailed: The last try failed too.
        """
        part = Part(task.status, task.headers, task.content)
        for _ in range(_TRIES - 1):
            try:
                return await self._renderer.render(task.url, part)
            except RenderingFailed as error:
                if not error.again:
                    raise
        return await self._renderer.render(task.url, part)


def _without_rendering(plain: Reading, reason: str) -> Reading:
    """Return the plain reading where it has a record, else that there is none."""
    if plain.record_id is not None:
        return replace(plain, message=f"not rendered: {reason}")
    return replace(plain, outcome="render-error", message=f"{plain.shell or 'always'}; {reason}")
