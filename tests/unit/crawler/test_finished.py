"""What is taken for half of a page that was whole before."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scraper.crawler.finished import (
    Finished,
    is_believed,
    is_half,
    may_be_half,
    to_cut,
    to_fetch_record,
)
from scraper.crawler.frames import Reading
from scraper.crawler.response import Attempted, Rendered, Response
from scraper.store import Kind, Target

MOMENT = datetime(2024, 5, 1, tzinfo=UTC)
URL = "https://a.example/story"
WHOLE = "\n\n".join(
    f"Sentence {n} of the mill that opens in the town by the river." for n in range(9)
)


def page_of(body, end="", rendered=None):
    content = f"<p>{body}{end}".encode()
    response = Response(URL, 200, {"etag": "1"}, content, content, MOMENT)
    record = json.dumps({"url": URL, "title": "Mill", "body": body}).encode()
    reading = Reading(record_id="m", record=record, rendered=rendered)
    target = Target(1, URL, 1, Kind.PAGE, 0, 0, record="m", is_first=False)
    return Finished(target, Attempted("ok", MOMENT, 0.1, 1, response), reading)


def fetches_of(*outcomes):
    """Fetches, newest first; ``half`` is one that came in half, ``body-cut`` one broken off."""
    finished = page_of(WHOLE[:300])
    for outcome in outcomes:
        attempted = replace(finished.attempted, outcome=outcome, message=None)
        one = to_cut(finished) if outcome == "half" else replace(finished, attempted=attempted)
        yield to_fetch_record(one, "a.example", 0)


@pytest.mark.parametrize(
    "body, end, is_expected",
    [
        (WHOLE[:300], "", True),
        (WHOLE[:300] + "Senten", "", True),
        (WHOLE[:40] + "Sente", "", True),
        ("", "", True),
        (WHOLE[:300], "</body></html>", False),
        (WHOLE[:300], "</HTML>\n<script>late()</script>", False),
        (WHOLE, "", False),
        (WHOLE + " And so on.", "", False),
        ("We are closed today.", "", False),
        (WHOLE[100:400], "", False),
    ],
)
def test_half_is_what_ends_nowhere_and_begins_the_text_that_was(body, end, is_expected):
    before = json.dumps({"url": URL, "title": "Mill", "body": WHOLE})
    page = page_of(body, end)
    assert (may_be_half(page) and is_half(page, before)) is is_expected


@pytest.mark.parametrize(
    "latest, is_expected",
    [
        ("half half", False),
        ("half half half", True),
        ("half timeout half http-error half ok", True),
        ("half half ok half", False),
        ("half half not-modified half", False),
        ("half timeout timeout timeout", False),
        ("body-cut body-cut body-cut body-cut", False),
    ],
)
def test_what_comes_so_again_and_again_is_believed(latest, is_expected):
    assert is_believed(fetches_of(*latest.split())) is is_expected


def test_a_teaser_whose_record_another_url_gave_is_no_half():
    before = json.dumps({"url": URL + "/full", "title": "Mill", "body": WHOLE})
    assert not is_half(page_of(WHOLE[:300]), before)


def test_a_page_that_a_browser_made_is_not_held_against_its_bytes():
    rendered = Rendered(b"<p>x", MOMENT, "Chromium")
    assert not may_be_half(page_of(WHOLE[:300], rendered=rendered))


def test_half_a_page_ends_as_one_that_was_cut_off():
    cut = to_cut(page_of(WHOLE[:300]))
    assert (cut.attempted.outcome, cut.attempted.response.truncated) == ("body-cut", "disconnect")
    assert (cut.reading.record_id, cut.attempted.response.content) == (None, b"")
    assert cut.attempted.response.packed
