from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schemas import FetchRecord
from scraper.crawler.response import Response
from scraper.crawler.revisit import LONGEST, keep_up, plan_visit, wait_for_text
from scraper.store import State, Visit

DAY = 86400.0
MOMENT = datetime(2024, 5, 1, tzinfo=UTC)
RESPONSE = Response(
    "https://a.example/", 200, {"etag": '"v"', "last-modified": "L"}, b"", b"", MOMENT
)


def plan(outcome, before=None, response=RESPONSE, revisit_s=DAY, *, is_same=False, **known):
    values = {"kind": "page", "article_id": "r", "depth": 0} | known
    fetch = FetchRecord(
        url="https://a.example/", host="a.example", outcome=outcome,
        started_at=MOMENT, elapsed_s=1, attempts=1, **values,
    )  # fmt: skip
    return plan_visit(
        fetch, before, response, "f", revisit_s=revisit_s, now=1000.0, is_same=is_same
    )


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


def test_a_visit_by_a_clock_that_was_ahead_lengthens_no_wait():
    """It was doubled by then, and is by now: what it was before the clock jumped stays."""
    ahead = Visit(9000.0, 0.0, 8 * DAY, '"old"', "old", "old")
    assert plan("not-modified", ahead)[2] == 1000 + 4 * DAY
    assert plan("ok", ahead, is_same=True)[2] == 1000 + 4 * DAY
    assert plan("not-modified", Visit(9000.0, 0.0, DAY))[2] == 1000 + DAY
    # Of a page that waited longest it can't be told whether the wait was doubled.
    longest = Visit(9000.0, 0.0, LONGEST * DAY)
    assert plan("not-modified", longest)[2] == 1000 + LONGEST / 2 * DAY


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
    assert plan("ok", kind=kind, article_id=record)[2] == 1000 + 3600


@pytest.mark.parametrize(
    "outcome, state, due",
    [
        ("timeout", State.FAILED, 1000 + 3600), ("http-error", State.FAILED, 1000 + 3600),
        ("not-found", State.FAILED, 1000 + DAY), ("gone", State.FAILED, 1000 + 4 * DAY),
        ("robots-denied", State.FAILED, 1000 + DAY),
        ("blocked-address", State.LEFT, None), ("out-of-scope", State.LEFT, None),
        ("bomb", State.FAILED, 1000 + 4 * DAY), ("redirect", State.DONE, 1000 + DAY),
    ],
)  # fmt: skip
def test_what_failed_is_tried_again_by_how_it_failed(outcome, state, due):
    visit, found, moment = plan(outcome, response=None)
    assert (found, moment, visit.etag) == (state, due, None)


def test_an_interval_of_nothing_means_every_run():
    assert plan("not-modified", seen(0.0), revisit_s=0.0)[2] == 1000


def test_other_bytes_that_say_the_same_are_no_change():
    """A counter in the footer, a token in a form: the page is as it was."""
    visit, _, due = plan("ok", seen(2 * DAY), is_same=True)
    assert (due, visit.changed_at, visit.fingerprint) == (1000 + 4 * DAY, 0.0, "f")
    assert plan("ok", seen(99 * DAY), is_same=True)[2] == 1000 + LONGEST * DAY


@pytest.mark.parametrize(
    "known, longest_s",
    [({"kind": "feed"}, 16 * 3600), ({"kind": "sitemap", "depth": 2}, 16 * 3600), ({}, 16 * 3600),
     ({"depth": 1}, 16 * DAY)],
    ids=["feed", "sitemap", "seed", "other list"],
)  # fmt: skip
def test_lists_that_tell_nothing_new_are_asked_for_less(known, longest_s):
    known = {"article_id": None} | known
    assert plan("ok", seen(3600), is_same=True, **known)[2] == 1000 + 2 * 3600
    assert plan("ok", seen(99 * DAY), is_same=True, **known)[2] == 1000 + longest_s
    assert plan("ok", seen(8 * 3600), **known)[2] == 1000 + 4 * 3600


@pytest.mark.parametrize(
    "interval_s, within_s, waits_s",
    [(3600, 1800, 1800), (8 * 3600, 1800, 1800), (3600, 90, 300), (3600, 9 * DAY, 3600)],
    ids=["sooner", "sooner than it had become", "never too often", "it is slow"],
)
def test_a_feed_is_read_again_before_its_entries_are_others(interval_s, within_s, waits_s):
    visit, due = keep_up(replace(seen(interval_s), checked_at=1000.0), within_s)
    assert (visit.interval_s, due) == (waits_s, 1000 + waits_s)


def test_a_fast_feed_that_tells_nothing_new_is_asked_for_less():
    for interval_s, is_known in [(300, False), (1800, True), (8 * 3600, True)]:
        outcome = "ok" if is_known else "not-modified"
        due = plan(outcome, seen(interval_s), kind="feed", article_id=None, is_same=is_known)[2]
        assert due == 1000 + 2 * interval_s


def test_a_redirect_that_leads_where_it_led_is_no_change():
    before = Visit(0.0, 0.0, 2 * DAY, redirect_to="https://a.example/new")
    same = plan("redirect", before, redirect_to="https://a.example/new")[2]
    other = plan("redirect", before, redirect_to="https://a.example/newer")[2]
    assert (same, other) == (1000 + 4 * DAY, 1000 + DAY)


def due_after(failures, outcome, **known):
    before = Visit(0.0, 0.0, DAY, failures=failures, outcome=known.pop("before", outcome))
    return plan(outcome, before, response=None, **known)[1:]


@pytest.mark.parametrize(
    "outcome, known, waits",
    [
        ("timeout", {}, [1 / 24, 2 / 24, 4 / 24, 8 / 24, 16 / 24, 32 / 24, 64 / 24, 4, 4]),
        ("http-error", {"status": 503}, [1 / 24, 2 / 24, 4 / 24]),
        ("http-error", {"status": 403}, [1, 2, 4, 8, 16, 16]),
        ("not-found", {"status": 404}, [1, 2, 4, 8, 16, 16, 16, 16, 16, 16]),
        ("robots-denied", {}, [1, 2, 4, 8, 16, 16]),
        ("bomb", {}, [4, 8, 16, 16]),
    ],
)
def test_what_fails_again_and_again_is_asked_for_ever_more_rarely(outcome, known, waits):
    planned = [due_after(n, outcome, **known) for n in range(len(waits))]
    assert [state for state, _ in planned] == [State.FAILED] * len(waits)
    assert [(due - 1000) / DAY for _, due in planned] == pytest.approx(waits)


def test_what_is_gone_for_good_is_left():
    assert due_after(1, "gone") == (State.LEFT, None)
    assert due_after(10, "not-found") == (State.LEFT, None)


@pytest.mark.parametrize("before", ["timeout", "http-error", "not-found"])
def test_an_outage_before_it_makes_no_page_gone(before):
    assert due_after(9, "gone", before=before) == (State.FAILED, 1000 + 4 * DAY)


def test_a_host_that_fails_in_several_ways_is_still_down():
    assert due_after(2, "timeout", before="http-error")[1] == 1000 + 4 * 3600
    assert due_after(2, "http-error", status=503, before="network-error")[1] == 1000 + 4 * 3600
    assert due_after(9, "not-found", before="timeout")[1] == 1000 + DAY


def test_a_failure_that_passes_leaves_what_is_known_of_the_page():
    visit, _, _ = plan("timeout", seen(8 * DAY), response=None)
    assert (visit.etag, visit.fingerprint, visit.interval_s) == ('"old"', "old", 8 * DAY)
    assert visit.failures == 1
    assert plan("not-modified", visit)[0].failures == 0


def test_a_page_that_was_missing_is_read_in_full_when_it_comes_back():
    visit, _, _ = plan("not-found", seen(8 * DAY), response=None)
    assert (visit.etag, visit.last_modified, visit.fingerprint) == (None, None, None)


@pytest.mark.parametrize("status, etag", [(412, None), (403, None), (429, '"old"'), (503, '"old"')])
def test_a_page_that_is_refused_is_asked_for_without_a_condition(status, etag):
    visit, _, _ = plan("http-error", seen(8 * DAY), response=None, status=status)
    assert (visit.etag, visit.fingerprint) == (etag, "old")


def test_a_page_in_place_of_a_list_is_asked_again_soon():
    planned = [due_after(n, "not-html", kind="sitemap")[1] for n in range(3)]
    assert [(due - 1000) / 3600 for due in planned] == [1, 2, 4]
    assert due_after(0, "not-html") == (State.FAILED, 1000 + 4 * DAY)


def test_a_page_that_says_something_else_is_asked_again_soon_and_then_ever_later():
    hours = [wait_for_text(times, DAY) / 3600 for times in (1, 2, 3, 8, 60)]
    assert hours == [1, 2, 4, 96, 96]
    assert wait_for_text(1, 60.0) == 60.0


@pytest.mark.parametrize(("checked_days_ago", "is_full"), [(1, False), (3, True)])
def test_what_is_said_to_be_unchanged_for_long_is_asked_for_without_a_condition(
    checked_days_ago, is_full
):
    changed_at = 1000.0 - (8 * LONGEST + 2) * DAY
    before = Visit(1000.0 - checked_days_ago * DAY, changed_at, DAY, '"v"', "L", "f")
    bare = Response("https://a.example/", 304, {}, b"", b"", MOMENT)
    visit, _, _ = plan("not-modified", before, response=bare)
    assert (visit.etag, visit.fingerprint) == (None if is_full else '"v"', "f")
    assert plan("not-modified", before, response=bare, revisit_s=0.0)[0].etag == '"v"'
