import itertools
from dataclasses import replace
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


# --- a year in which the clocks change -------------------------------------------------------


def fired(cron, zone, begin, end, last=None):
    """Return the local times at which a job ran between two moments of a fake clock."""
    day = Day(begin, end)
    runs = []
    job = CrawlJob(
        name="a", seeds=["https://a.example/"], schedule={"cron": cron, "timezone": zone}
    )
    begun = [last]

    def run():
        runs.append(datetime.fromtimestamp(day.time, ZoneInfo(zone)).strftime("%m-%d %H:%M %z"))
        begun[0] = day.time

    run_forever([Planned(job, lambda: begun[0], run)], day)
    return runs


def between(zone, begin, end):
    return at(begin, ZoneInfo(zone)), at(end, ZoneInfo(zone))


def test_an_hour_that_comes_twice_runs_once():
    begin, end = between("Europe/Berlin", "2024-10-26T12:00", "2024-10-28T12:00")
    assert fired("30 2 * * *", "Europe/Berlin", begin, end) == [
        "10-27 02:30 +0200",
        "10-28 02:30 +0100",
    ]


def test_an_hour_that_is_missing_runs_at_the_next_full_one():
    begin, end = between("Europe/Berlin", "2024-03-30T12:00", "2024-04-01T12:00")
    assert fired("30 2 * * *", "Europe/Berlin", begin, end) == [
        "03-31 03:00 +0200",
        "04-01 02:30 +0200",
    ]


@pytest.mark.parametrize(
    "begin, end, hours",
    [("2024-03-31T00:00", "2024-04-01T00:00", 23), ("2024-10-27T00:00", "2024-10-28T00:00", 25)],
)
def test_hourly_jobs_run_every_hour_that_there_is(begin, end, hours):
    begin, end = between("Europe/Berlin", begin, end)
    assert len(fired("0 * * * *", "Europe/Berlin", begin - 1, end)) == hours


def test_a_daily_job_runs_once_a_day_all_year():
    begin, end = between("America/New_York", "2024-01-01T00:00", "2025-01-01T00:00")
    runs = fired("0 6 * * *", "America/New_York", begin, end)
    assert len(runs) == len({run[:5] for run in runs}) == 366
    assert {run[6:11] for run in runs} == {"06:00"}


def test_the_zone_is_the_jobs_not_the_machines():
    begin, end = between("UTC", "2024-07-01T00:00", "2024-07-02T00:00")
    assert fired("0 6 * * *", "Asia/Kolkata", begin, end) == ["07-01 06:00 +0530"]
    (run,) = fired("0 6 * * *", "UTC", begin, end)
    assert run.startswith("07-01 06:00")


def test_a_run_missed_over_the_change_is_caught_up_once():
    begin, end = between("Europe/Berlin", "2024-10-27T09:00", "2024-10-28T01:00")
    last = at("2024-10-25T02:30")
    assert fired("30 2 * * *", "Europe/Berlin", begin, end, last) == ["10-27 09:00 +0100"]


def test_a_clock_that_is_set_back_repeats_no_run():
    begin, end = between("UTC", "2024-05-01T05:59", "2024-05-01T08:00")
    day = Day(begin, end)
    runs, begun = [], [begin - 86400 + 60]
    job = CrawlJob(name="a", seeds=["https://a.example/"], schedule="0 6 * * *")

    def run():
        runs.append(day.time)
        begun[0] = day.time
        if len(runs) == 1:
            day.time -= 600

    run_forever([Planned(job, lambda: begun[0], run)], day)
    assert len(runs) == 1


def test_who_asks_is_told_when_a_job_runs_next():
    day, runs, told = Day(1000 * 3600 + 1, 1002 * 3600), [], []
    jobs = [planned("a", "0 * * * *", 1000 * 3600, runs, day)]
    run_forever(jobs, day, lambda job, moment: told.append((job.name, moment / 3600)))
    assert told == [("a", 1001), ("a", 1002)]


def test_a_clock_that_was_years_ahead_keeps_no_job_waiting():
    """It is set wrong, and right again, while the job waits."""
    runs, begun = [], [at("2024-05-01T06:00", ZoneInfo("UTC"))]

    class Jumping(Day):
        def wait(self, seconds):
            super().wait(seconds)
            if not runs:
                self.time += 900 * 86400
            elif len(runs) == 1 and self.time > begun[0]:
                self.time -= 900 * 86400
            return len(runs) == 2

    day = Jumping(begun[0] + 60, 0)
    job = CrawlJob(name="a", seeds=["https://a.example/"], schedule="0 6 * * *")

    def run():
        runs.append(datetime.fromtimestamp(day.time, ZoneInfo("UTC")).strftime("%Y-%m-%d %H:%M"))
        begun[0] = day.time

    run_forever([Planned(job, lambda: begun[0], run)], day)
    assert runs == ["2026-10-18 06:02", "2024-05-02 06:00"]


def test_a_run_that_was_broken_off_is_gone_on_with_at_once():
    day, runs = Day(1000 * 3600 + 1800, 1001 * 3600), []
    whole = planned("a", "0 * * * *", 1000 * 3600, runs, day)
    run_forever([Planned(whole.job, whole.last_begin, whole.run, lambda: not runs)], day)
    assert runs[0] == ("a", 1000 * 3600 + 1800)


def test_a_schedule_that_was_edited_holds_from_the_next_run_on():
    day, runs, told = Day(1000 * 3600 + 1, 1004 * 3600), [], []
    before = planned("a", "0 * * * *", 1000 * 3600, runs, day)
    edited = before.job.model_copy(update={"schedule": Schedule(cron="30 * * * *")})
    jobs = [replace(before, run=lambda: before.run() or edited)]
    run_forever(jobs, day, lambda job, moment: told.append((job.schedule.cron, moment / 3600)))
    assert [moment / 3600 for _, moment in runs] == [1001, 1001.5, 1002.5, 1003.5]
    assert told[:2] == [("0 * * * *", 1001), ("30 * * * *", 1001.5)]
