import asyncio
from datetime import UTC, datetime

import pytest

from scraper.crawler.browser.chromium import RenderingFailed
from scraper.crawler.browser.rendering import RenderingReader
from scraper.crawler.frames import Reading, Task
from scraper.crawler.response import Rendered

NOW = datetime(2024, 5, 1, tzinfo=UTC)
TASK = Task("https://a.example/x", 0, "page", 200, {"content-encoding": "gzip", "x-robots-tag": "a"}, "2024-05-01T00:00:00+00:00", b"plain")  # fmt: skip


class Reader:
    def __init__(self, plain, full=None):
        self.answers = {b"plain": plain, b"full": full}
        self.tasks = []

    async def start(self):
        self.tasks = []

    async def read(self, task):
        self.tasks.append(task)
        return self.answers[task.content]

    async def close(self):
        self.tasks = None


class Renderer:
    def __init__(self, *failures, note=None):
        self.failures, self.note = list(failures), note
        self.pages, self.starts, self.peak_mib = 0, 1, 300

    async def render(self, url, part):
        self.pages += 1
        if self.failures:
            raise self.failures.pop(0)
        return Rendered(b"full", NOW, "Chromium/1", self.note)

    async def close(self):
        self.starts = 0


class Notes(list):
    def on_note(self, note):
        self.append(note)

    def on_fetch(self, *_):
        raise AssertionError


def read(reader, renderer, which="shell"):
    notes = Notes()

    async def do():
        rendering = RenderingReader(which, reader, renderer, notes)
        reading = await rendering.read(TASK)
        await rendering.close()
        return reading

    return asyncio.run(do()), notes


SHELL = Reading(shell="empty div#app")
FULL = Reading(record_id="1", words=200, record=b"{}")


def test_a_shell_is_read_as_its_scripts_leave_it():
    reader = Reader(SHELL, FULL)
    renderer = Renderer(note="it was not ready after 60 s")
    notes = Notes()

    async def do():
        return await RenderingReader("shell", reader, renderer, notes).read(TASK)

    reading = asyncio.run(do())
    assert (reading.record_id, reading.rendered.content) == ("1", b"full")
    assert reading.message == "rendered: empty div#app; it was not ready after 60 s"
    assert reader.tasks[1].headers == {
        "x-robots-tag": "a",
        "content-type": "text/html; charset=utf-8",
    }


@pytest.mark.parametrize(
    "plain", [FULL, Reading(kind="feed", shell="x"), Reading(outcome="not-html", shell="x")],
    ids=["page", "feed", "no page"],
)  # fmt: skip
def test_what_shows_its_text_is_not_rendered(plain):
    renderer = Renderer()
    reading, notes = read(Reader(plain), renderer)
    assert reading is plain
    assert (renderer.pages, notes) == (0, [])


def test_always_is_always():
    reading, notes = read(Reader(Reading(words=150), FULL), Renderer(), "always")
    assert reading.message == "rendered: as the job says"
    assert notes == ["browser: 1 pages rendered, 0 starts, 300 MiB at most"]


def test_a_rendering_that_says_no_more_is_left():
    plain = Reading(shell="x", words=20, record_id="0")
    assert read(Reader(plain, Reading(words=20)), Renderer())[0] is plain
    assert read(Reader(plain, Reading(outcome="parse-error", words=90)), Renderer())[0] is plain


def test_a_browser_that_died_is_tried_again():
    renderer = Renderer(RenderingFailed("it died", again=True))
    assert read(Reader(SHELL, FULL), renderer)[0].record_id == "1"
    assert renderer.pages == 2


def test_a_page_that_cannot_be_shown_is_named():
    hopeless = Renderer(RenderingFailed("too large"))
    reading, _ = read(Reader(SHELL, FULL), hopeless)
    assert (reading.outcome, reading.message) == ("render-error", "empty div#app; too large")
    assert hopeless.pages == 1
    dead = Renderer(*[RenderingFailed("it died", again=True)] * 2)
    assert read(Reader(SHELL, FULL), dead)[0].outcome == "render-error"


def test_a_plain_record_is_better_than_none():
    plain = Reading(record_id="1", words=300)
    reading, _ = read(Reader(plain), Renderer(RenderingFailed("too large")), "always")
    assert (reading.outcome, reading.record_id) == ("ok", "1")
    assert reading.message == "not rendered: too large"
