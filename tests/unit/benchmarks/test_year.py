"""The judge of the simulated year finds what it is there to find."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "benchmarks"))

from year import BEGIN, Year
from yearly.judge import (
    History,
    Interruption,
    Verdict,
    _judge_histories,
    _judge_mark,
    _judge_politeness,
    find_told,
)
from yearly.server import Hit, Service
from yearly.site import DAY_S, Site, Story, make_stories

A = "http://127.0.0.4:80"


def hit(path, *, version=None, at=0.0, moment=0.0, status=200, trouble=None):
    return Hit(
        at, at + 0.001, moment, A + path, status, None if version is None else 7, version,
        False, 0, trouble,
    )  # fmt: skip


def faults_of(editions, hits, interruptions=()):
    verdict = Verdict()
    history = History(f"{A}/a", 7, tuple(editions), False, None, "id")
    _judge_histories(verdict, [history], hits, interruptions)
    return verdict.faults


SERVED = [hit("/a", version=n, at=float(n)) for n in (0, 0, 1, 3)]


def test_a_history_with_all_that_was_served_is_right():
    assert faults_of((0, 1, 3), SERVED) == []


@pytest.mark.parametrize("editions", [(0, 1), (0, 1, 2, 3), (1, 0, 3), (0, 1, 1, 3), ()])
def test_what_is_lost_invented_out_of_order_or_twice_is_a_fault(editions):
    assert faults_of(editions, SERVED)


def test_what_a_killed_run_was_given_may_be_missing():
    assert faults_of((0, 3), SERVED, [Interruption(0.5, 1.5)]) == []
    assert faults_of((0, 1), SERVED, [Interruption(0.5, 1.5)])


@pytest.mark.parametrize(
    "rules, page, is_fault",
    [
        (hit("/robots.txt"), hit("/a", at=1.0), False),
        (hit("/robots.txt", status=503), hit("/a", at=1.0), True),
        (hit("/robots.txt", trouble="robots-closed"), hit("/a", at=1.0), True),
        (hit("/robots.txt"), hit("/desk/in", at=1.0), True),
        (hit("/robots.txt"), hit("/a", at=1.0, moment=2 * DAY_S), True),
    ],
    ids=["allowed", "unreachable", "closed", "forbidden", "old rules"],
)
def test_rules_are_kept(rules, page, is_fault):
    verdict = Verdict()
    _judge_politeness(verdict, [rules, page])
    assert bool(verdict.faults) is is_fault


@pytest.mark.parametrize("moved, is_old", [(None, False), (50 * DAY_S, True), (500 * DAY_S, False)])
@pytest.mark.parametrize("has_vanished", [True, False])
def test_addresses_are_old_only_once_the_site_has_moved(moved, is_old, has_vanished):
    story = Story(7, 0.0, (), None, None, is_noisy=False, is_silent=False)
    service = Service(Site([story]), "127.0.0.4", lambda: 0.0, secure_from=moved)
    verdict = Verdict()
    history = History(f"{A}{story.first_path}", 7, (0,), has_vanished, None, "id")
    _judge_mark(verdict, history, story, service, 200 * DAY_S)
    assert bool(verdict.faults) is (is_old is not has_vanished)


@pytest.mark.parametrize(
    ("answers", "is_told"),
    [
        ([(9, 200), (30, 410)], True), ([(30, 404)], True), ([(30, 301)], True),
        ([(9, 410)], False), ([(30, 410), (31, 200)], False), ([(30, 410), (31, 0)], True),
        ([(800, 410)], True), ([(800, 410), (31, 200)], False),
    ],
)  # fmt: skip
def test_what_a_site_said_last_is_known(answers, is_told):
    """A night of 410, and a clock that is two years ahead, are no mistake of the crawler."""
    shown = [hit("/b", at=1.0, moment=10 * DAY_S), hit("/b", at=2.0, moment=21 * DAY_S)]
    hits = shown + [
        hit("/a", at=0.5 if day < 20 else 3.0 + place, moment=day * DAY_S, status=status)
        for place, (day, status) in enumerate(answers)
    ]
    hits.sort(key=lambda one: one.began)
    timely = [one for one in hits if one.moment < 100 * DAY_S]
    assert find_told(hits, timely, 20 * DAY_S) == ({f"{A}/a"} if is_told else set())


def test_a_simulation_that_was_kept_is_judged_for_the_days_it_had(tmp_path, monkeypatch):
    monkeypatch.setattr(Year, "secure", lambda self: None)
    year = Year(tmp_path, 90, 4, tmp_path / "none.so")
    year.clock.set(BEGIN + 30 * DAY_S)
    year.services["north"].hits = [hit("/a", moment=BEGIN + 700 * DAY_S)]
    year.services["north"].port = 4711
    year.done["clock ahead"] = 1
    year.deeds_done = 7
    plan = [(deed.moment, deed.name) for deed in year.plan()]
    year.chance.random()
    year._remember()
    again = Year(tmp_path, 90, 4, tmp_path / "none.so")
    assert [(deed.moment, deed.name) for deed in again.plan()] == plan
    again.recall()
    assert again.chance.random() == year.chance.random()
    assert (again.deeds_done, again.services["north"].port) == (7, 4711)
    assert abs(again.clock.now() - (BEGIN + 30 * DAY_S)) < 60
    assert (again.services["north"].hits[0].url, again.done) == (A + "/a", {"clock ahead": 1})
    with pytest.raises(SystemExit, match="--days 90 --seed 4"):
        Year(tmp_path, 366, 4, tmp_path / "none.so").recall()


def test_a_site_answers_as_its_stories_stand():
    story = Story(7, 100.0, (200.0,), (300.0, 400.0, 410), 500.0, is_noisy=True, is_silent=False)
    site = Site([story])

    def answer(path, now):
        page = site.page(path, now, A)
        return page.status, page.version

    old, new = story.first_path, story.second_path
    assert [answer(old, now) for now in (50, 150, 250, 350, 450, 550)] == [
        (404, None), (200, 0), (200, 1), (410, None), (200, 1), (301, None),
    ]  # fmt: skip
    assert answer(new, 550) == (200, 1)
    assert answer(new, 450) == (404, None)
    assert site.page(new, 550, A).body != site.page(new, 550, A).body


def test_the_same_seed_makes_the_same_stories():
    assert make_stories(1, 0, 9 * DAY_S, 5, 1.0) == make_stories(1, 0, 9 * DAY_S, 5, 1.0)
