"""What ``--json`` prints is what ``docs/logs.md`` says."""

import errno
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas import CrawlJob, CrawlReport, FetchRecord
from scraper.cli.crawl_output import choose_output

DOCS = (Path(__file__).parents[3] / "docs" / "logs.md").read_text("utf-8")
NOW = datetime(2024, 5, 1, tzinfo=UTC)
COMMON = {"event", "at", "job"}


def documented():
    """Return event → fields of its table."""
    sections = re.split(r"^## `(\w+)`$", DOCS, flags=re.M)[1:]
    return {
        name: set(re.findall(r"^\| `(\w+)` \|", text, re.M))
        for name, text in zip(sections[::2], sections[1::2], strict=True)
    }


@pytest.fixture
def printed(capsys):
    """The lines of a run in which everything happened, by event."""
    job = CrawlJob(name="daily", seeds=["https://a.example/"])
    fetch = FetchRecord(url="https://a.example/", host="a.example", kind="page", depth=0,
                        outcome="ok", started_at=NOW, elapsed_s=0.1, attempts=1)  # fmt: skip
    report = CrawlReport(job="daily", run=1, state="finished", started_at=NOW, ended_at=NOW)
    with choose_output(job, json=True, quiet=False) as screen:
        screen.on_fetch(fetch, 3, 1)
        screen.on_note("a host is left")
        screen.on_end(report, Path("output/daily"))
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {line["event"]: line for line in lines}


def test_every_event_and_field_is_documented_and_no_other(printed):
    assert {event: set(line) - COMMON for event, line in printed.items()} == {
        event: fields - COMMON for event, fields in documented().items()
    }


def test_every_line_says_what_when_and_whose(printed):
    assert list(printed) == ["begin", "fetch", "note", "end"]
    for line in printed.values():
        assert list(line)[:3] == ["event", "at", "job"]
        assert line["job"] == "daily"
        assert datetime.fromisoformat(line["at"]).tzinfo is not None


def test_the_values_are_those_of_the_record(printed):
    assert (printed["fetch"]["url"], printed["fetch"]["queued"]) == ("https://a.example/", 3)
    assert printed["note"]["note"] == "a host is left"
    assert printed["end"]["run"] == 1


class Full:
    """A stream on a full disk."""

    def __init__(self, number):
        self.number = number

    def write(self, text):
        raise OSError(self.number, "no")

    def isatty(self):
        return False

    def flush(self):
        """Nothing is left to be written."""


def test_a_log_for_which_there_is_no_room_ends_no_crawl(monkeypatch):
    job = CrawlJob(name="daily", seeds=["https://a.example/"])
    for json_lines in (True, False):
        monkeypatch.setattr("sys.stdout", Full(errno.ENOSPC))
        monkeypatch.setattr("sys.stderr", Full(errno.EDQUOT))
        with choose_output(job, json=json_lines, quiet=False) as screen:
            screen.on_note("a host is left")
    monkeypatch.setattr("sys.stdout", Full(errno.EPIPE))
    with pytest.raises(OSError, match="no"), choose_output(job, json=True, quiet=False):
        pass
