import itertools
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from schemas import CrawlJob, Schedule
from scraper.crawler.schedule import Planned, due_at, next_run, run_forever
from scraper.errors import JobError

BERLIN = ZoneInfo("Europe/Berlin")


def at(text, zone=BERLIN):
    return datetime.fromisoformat(text).replace(tzinfo=zone).timestamp()


@pytest.mark.parametrize(
    "cron, after, expected",
    [
        ("0 6 * * *", "2024-05-01T05:59:00", "2024-05-01T06:00:00"),
        ("0 6 * * *", "2024-05-01T06:00:00", "2024-05-02T06:00:00"),
        ("30 2 * * *", "2024-03-31T00:00:00", "2024-03-31T03:00:00"),
        ("0 6 * * 1", "2024-05-01T06:00:00", "2024-05-06T06:00:00"),
    ],
)
def test_next_runs_in_a_time_zone(cron, after, expected):
    schedule = Schedule(cron=cron, timezone="Europe/Berlin")
    assert next_run(schedule, at(after)) == at(expected)


@pytest.mark.parametrize(
    "cron, zone", [("99 * * * *", "UTC"), ("* * *", "UTC"), ("0 6 * * *", "Nowhere")]
)
def test_what_does_not_exist_is_named(cron, zone):
    with pytest.raises(ValidationError, match=r"never fires|no time zone"):
        Schedule(cron=cron, timezone=zone)


class Day:
    """Time that passes only by waiting, until an hour."""

    def __init__(self, now, end):
        self.time, self.end = now, end

    def now(self):
        return self.time

    def wait(self, seconds):
        self.time += seconds
        return self.time >= self.end


def planned(name, cron, last, runs, day, takes_s=0):
    job = CrawlJob(name=name, seeds=["https://a.example/"], schedule=cron)
    begun = [last]

    def run():
        runs.append((name, round(day.time)))
        begun[0] = day.time
        day.time += takes_s

    return Planned(job, lambda: begun[0], run)


def test_one_missed_run_is_caught_up_and_no_more():
    day, runs = Day(1000 * 3600 + 1800, 1003 * 3600), []
    run_forever([planned("a", "0 * * * *", 990 * 3600, runs, day)], day)
    assert runs == [("a", 1000 * 3600 + 1800), ("a", 1001 * 3600), ("a", 1002 * 3600)]


def test_a_job_that_never_ran_waits_for_its_time():
    day, runs = Day(1000 * 3600 + 1, 1001 * 3600 + 10), []
    run_forever([planned("a", "0 * * * *", None, runs, day)], day)
    assert runs == [("a", 1001 * 3600)]


def test_a_run_that_takes_long_overlaps_nothing():
    day, runs = Day(1000 * 3600 + 1, 1004 * 3600), []
    jobs = [
        planned("a", "0 * * * *", None, runs, day, takes_s=5400),
        planned("b", "30 * * * *", None, runs, day),
    ]
    run_forever(jobs, day)
    moments = [moment for _, moment in runs]
    assert moments == sorted(moments)
    assert all(
        second - first >= 5400
        for (name, first), (_, second) in itertools.pairwise(runs)
        if name == "a"
    )


def test_a_last_run_in_the_future_comes_from_a_wrong_clock():
    day = Day(1000 * 3600, 0)
    assert due_at(planned("a", "0 * * * *", 9999 * 3600, [], day), day.now()) == 1001 * 3600


def test_a_job_without_schedule_is_named():
    job = CrawlJob(name="a", seeds=["https://a.example/"])
    with pytest.raises(JobError, match="a has no schedule"):
        due_at(Planned(job, lambda: None, lambda: None), 0)
