from datetime import UTC, datetime

import pytest

from schemas import FetchRecord
from scraper.crawler.response import Response
from scraper.crawler.revisit import LONGEST, plan_visit
from scraper.store import State, Visit

DAY = 86400.0
MOMENT = datetime(2024, 5, 1, tzinfo=UTC)
RESPONSE = Response(
    "https://a.example/", 200, {"etag": '"v"', "last-modified": "L"}, b"", b"", MOMENT
)


def plan(outcome, before=None, kind="page", record="r", response=RESPONSE, revisit_s=DAY):
    fetch = FetchRecord(
        url="https://a.example/", host="a.example", kind=kind, depth=0, outcome=outcome,
        started_at=MOMENT, elapsed_s=1, attempts=1, article_id=record,
    )  # fmt: skip
    return plan_visit(fetch, before, response, "f", revisit_s=revisit_s, now=1000.0)


def seen(interval_s):
    return Visit(0.0, 0.0, interval_s, '"old"', "old", "old")


def test_a_first_answer_is_due_after_the_jobs_interval():
    visit, state, due = plan("ok")
    assert (state, due, visit.etag, visit.last_modified, visit.fingerprint) == (
        State.DONE,
        1000 + DAY,
        '"v"',
        "L",
        "f",
    )


def test_an_unchanged_page_is_asked_for_half_as_often():
    visit, state, due = plan("not-modified", seen(2 * DAY))
    assert (state, due, visit.changed_at) == (State.DONE, 1000 + 4 * DAY, 0.0)
    assert plan("not-modified", seen(99 * DAY))[2] == 1000 + LONGEST * DAY


def test_an_unchanged_page_is_asked_by_the_validators_that_came_last():
    visit, _, _ = plan("not-modified", seen(DAY))
    assert (visit.etag, visit.last_modified, visit.fingerprint) == ('"v"', "L", "old")
    bare = Response("https://a.example/", 304, {}, b"", b"", MOMENT)
    for response in (bare, None):
        visit, _, _ = plan("not-modified", seen(DAY), response=response)
        assert (visit.etag, visit.last_modified) == ('"old"', "old")


def test_a_changed_page_is_asked_for_twice_as_often():
    assert plan("ok", seen(8 * DAY))[2] == 1000 + 4 * DAY
    assert plan("ok", seen(DAY))[2] == 1000 + DAY


@pytest.mark.parametrize("kind, record", [("feed", None), ("sitemap", None), ("page", None)])
def test_lists_are_looked_at_hourly(kind, record):
    assert plan("ok", kind=kind, record=record)[2] == 1000 + 3600


@pytest.mark.parametrize(
    "outcome, state, due",
    [
        ("timeout", State.FAILED, 1000 + 3600), ("http-error", State.FAILED, 1000 + 3600),
        ("not-found", State.FAILED, 1000 + 4 * DAY), ("gone", State.LEFT, None),
        ("blocked-address", State.LEFT, None), ("out-of-scope", State.LEFT, None),
        ("bomb", State.FAILED, 1000 + 4 * DAY), ("redirect", State.DONE, 1000 + DAY),
    ],
)  # fmt: skip
def test_what_failed_is_tried_again_by_how_it_failed(outcome, state, due):
    visit, found, moment = plan(outcome, response=None)
    assert (found, moment, visit.etag) == (state, due, None)


def test_an_interval_of_nothing_means_every_run():
    assert plan("not-modified", seen(0.0), revisit_s=0.0)[2] == 1000
