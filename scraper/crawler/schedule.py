"""Runs jobs by their cron expressions: one missed run is caught up, none overlap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from schemas import CrawlJob, Schedule
from scraper.crawler.clock import to_datetime
from scraper.errors import JobError

LONGEST_SLEEP_S = 60.0
"""The clock is looked at again at least so often, since it may be set or the machine sleep."""

_SET_BACK_S = 86400.0


@dataclass(frozen=True, slots=True)
class Planned:
    """A job and when it ran last."""

    job: CrawlJob
    last_begin: Callable[[], float | None]
    """Returns when its latest run began, in seconds since 1970."""
    run: Callable[[], CrawlJob | None]
    """Runs it, and returns the job as its file said then; None for as before."""
    is_open: Callable[[], bool] = lambda: False
    """Returns whether its latest run was broken off."""


class Waiting(Protocol):
    """What the loop asks of time."""

    def now(self) -> float:
        """Return seconds since 1970."""

    def wait(self, seconds: float) -> bool:
        """Wait; return whether the loop is to end."""


def next_run(schedule: Schedule, after: float) -> float:
    """Return the first moment after ``after`` at which a schedule fires.

    Args:
        schedule: Cron expression and time zone. At the hour that comes twice in autumn it fires
            once, in the hour that is missing in spring at the next full one.
        after: Seconds since 1970.
    """
    from cronsim import CronSim

    zone = ZoneInfo(schedule.timezone)
    moment: datetime = next(CronSim(schedule.cron, to_datetime(after).astimezone(zone)))
    return moment.timestamp()


def due_at(planned: Planned, now: float) -> float:
    """Return when a job is to run next: now if a run was missed, however many were, or broken off.

    A job that never ran waits for its first time. A latest run in the future comes from a clock
    that was wrong, and counts as now.
    """
    schedule = planned.job.schedule
    if schedule is None:
        message = f'{planned.job.name} has no schedule; for example: schedule = "0 6 * * *"'
        raise JobError(message)
    if planned.is_open():
        return now
    last = planned.last_begin()
    return next_run(schedule, now if last is None else min(last, now))


def run_forever(
    jobs: Sequence[Planned],
    time: Waiting,
    tell: Callable[[CrawlJob, float], None] = lambda _job, _moment: None,
) -> None:
    """Run each job when it is due, one after the other, until told to end.

    Args:
        time: The clock, and how to wait.
        tell: Is told when a job is to run next, whenever that is known.

    Raises:
        JobError: A job has no schedule.
    """
    latest = time.now()
    known = list(jobs)
    first_due = _plan_all(known, latest, tell)
    while True:
        now = time.now()
        if now < latest - _SET_BACK_S:
            # The clock was ahead, and what was planned by it would be waited for so long.
            first_due, latest = _plan_all(known, now, tell), now
        latest = max(latest, now)
        place = min(range(len(known)), key=first_due.__getitem__)
        moment = first_due[place]
        if moment > now:
            if time.wait(min(moment - now, LONGEST_SLEEP_S)):
                return
            continue
        planned = known[place]
        planned = known[place] = replace(planned, job=planned.run() or planned.job)
        first_due[place] = next_due(planned, moment, time.now())
        tell(planned.job, first_due[place])


def _plan_all(
    jobs: Sequence[Planned], now: float, tell: Callable[[CrawlJob, float], None]
) -> list[float]:
    """Return when each job is to run next, after telling so."""
    first_due = [due_at(planned, now) for planned in jobs]
    for planned, moment in zip(jobs, first_due, strict=True):
        tell(planned.job, moment)
    return first_due


def next_due(planned: Planned, moment: float, now: float) -> float:
    """Return when a job that has just run is to run again.

    A clock that was set back a little during the run makes the same moment come again, which is
    no second run; one that was set back by days was wrong before.
    """
    schedule = planned.job.schedule
    if schedule is None:
        return float("inf")
    return next_run(schedule, moment if 0 < moment - now < _SET_BACK_S else now)
