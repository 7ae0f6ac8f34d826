"""Says where a job stands, from its database alone."""

from collections.abc import Mapping
from pathlib import Path

from schemas import CrawlJob, CrawlReport
from scraper.crawler.clock import SystemClock, to_datetime
from scraper.crawler.crawl import DATABASE
from scraper.crawler.report import is_failure
from scraper.crawler.schedule import next_run
from scraper.errors import InputError
from scraper.store import Store
from scraper.urls import without_credentials

Status = Mapping[str, str | int | dict[str, int] | list[str]]
_EXAMPLES = 3


def read_status(folder: Path, job: CrawlJob | None = None, now: float | None = None) -> Status:
    """Return where a job stands: what is known, how fetches ended, what failed and why.

    Args:
        folder: The job's output folder.
        job: The job, to tell its next run.
        now: Seconds since 1970; the system's clock without it.

    Raises:
        InputError: The job never ran.
        StoreError: Its database can't be read.
    """
    database = folder / DATABASE
    if not database.exists():
        message = f"no run of this job is known ({database} is missing); crawl it first"
        raise InputError(message)
    now = SystemClock().now() if now is None else now
    with Store(database) as store:
        found: dict[str, str | int | dict[str, int] | list[str]] = {}
        open_run = store.runs.find_open()
        last = store.runs.last_report()
        report = CrawlReport.model_validate_json(last) if last else None
        if open_run is not None:
            found["run"] = f"{open_run.id}, going on or interrupted"
        elif report is not None:
            found["run"] = f"{report.run}, finished {report.ended_at:%Y-%m-%d %H:%M:%S} UTC"
        run = open_run.id if open_run is not None else report.run if report else 0
        found["records"] = store.records.count()
        counts = store.frontier.counts()
        found["urls"] = {state.name.lower().replace("_", " "): n for state, n in counts.items()}
        outcomes = store.runs.outcomes(run)
        found["fetches"] = outcomes
        found["failures"] = [
            f"{outcome}: {without_credentials(url)}{f' ({message})' if message else ''}"
            for outcome in outcomes
            if is_failure(outcome)
            for url, message in store.runs.examples(run, outcome, _EXAMPLES)
        ]
        found["traps"] = store.traps()
        if job is not None and job.schedule is not None:
            last_begin = store.runs.last_begin()
            moment = next_run(job.schedule, now if last_begin is None else min(last_begin, now))
            found["next run"] = f"{to_datetime(max(moment, now)):%Y-%m-%d %H:%M} UTC"
    return found
