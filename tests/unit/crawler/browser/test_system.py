"""The door, the processes and the search for a browser: what the browser package asks of the system."""

import asyncio
import importlib.util
import os

import pytest

from scraper.crawler.browser import find as find_module
from scraper.crawler.browser.door import Door
from scraper.crawler.browser.find import find_chromium
from scraper.crawler.browser.processes import find_browsers, memory_mib
from scraper.errors import JobError


def test_the_door_refuses_whatever_knocks():
    async def knock(words):
        async with Door() as door:
            host, _, port = door.address.removeprefix("http://").partition(":")
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(words)
            answer = await reader.read()
            writer.close()
            return answer, door.knocks, door.names

    answer, knocks, names = asyncio.run(knock(b"CONNECT a.example:443 HTTP/1.1\r\n\r\n"))
    assert answer.startswith(b"HTTP/1.1 403 ")
    assert (knocks, names) == (1, {"CONNECT a.example:443 HTTP/1.1"})


def test_a_door_has_no_address_before_it_stands():
    with pytest.raises(RuntimeError):
        _ = Door().address


def process(proc, pid, parent, command, pss_kib):
    folder = proc / str(pid)
    folder.mkdir()
    (folder / "stat").write_text(f"{pid} (a (strange) name) S {parent} 1 1")
    (folder / "cmdline").write_bytes(command)
    (folder / "smaps_rollup").write_text(f"Rss: 9 kB\nPss:   {pss_kib} kB\n")


def test_browsers_are_what_the_driver_started(tmp_path):
    process(tmp_path, 10, os.getpid(), b"node\0/x/playwright/driver/cli.js", 2048)
    process(tmp_path, 11, 10, b"/usr/bin/chromium", 4096)
    process(tmp_path, 12, 11, b"chromium --type=renderer", 1024)
    process(tmp_path, 13, os.getpid(), b"python -m scraper.crawler.worker", 9999)
    (tmp_path / "14").mkdir()
    found = find_browsers(tmp_path)
    assert found == [10, 11, 12]
    assert memory_mib([*found, 14, 99], tmp_path) == 7


@pytest.fixture
def with_playwright(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())


def test_a_browser_is_found_on_the_path(tmp_path, monkeypatch, with_playwright):
    browser = tmp_path / "chromium-browser"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium() == browser
    assert find_chromium(str(browser)) == browser


def test_what_is_missing_is_named_with_the_next_step(tmp_path, monkeypatch, with_playwright):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(JobError, match="apt-get install chromium"):
        find_chromium()
    with pytest.raises(JobError, match="browser_path: '/nowhere' is no program"):
        find_chromium("/nowhere")
    monkeypatch.setattr(find_module.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(JobError, match="pip install playwright"):
        find_chromium()
