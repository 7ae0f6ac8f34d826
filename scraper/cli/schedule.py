"""``pullquote schedule``: stay up and run jobs by their cron expressions."""

import signal
import sys
import threading
import time
import traceback
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from scraper.cli.options import Json, Output

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas import CrawlJob, CrawlReport, FetchRecord
    from scraper.cli.crawl_output import Screen
    from scraper.crawler.metrics import LiveMetrics
    from scraper.crawler.schedule import Planned
    from scraper.store import Store

T = TypeVar("T")


def schedule(
    job_files: Annotated[list[Path], typer.Argument(metavar="JOB.toml...", help="Job files.")],
    output: Output = Path("output"),
    json: Json = False,
    metrics: Annotated[
        str | None,
        typer.Option(metavar="HOST:PORT", help="Serve figures for Prometheus there, at /metrics."),
    ] = None,
) -> None:
    """Run jobs when their schedules say; one missed run is caught up, none overlap."""
    from scraper.crawler.metrics import LiveMetrics
    from scraper.crawler.metrics_server import serving
    from scraper.crawler.schedule import run_forever

    waiting = _Waiting()
    live = LiveMetrics(output)
    planned = [_Scheduled.read(path, output, live, waiting, json=json).plan() for path in job_files]
    waiting.listen()
    with ExitStack() as stack:
        if metrics is not None:
            port = stack.enter_context(serving(metrics, live.to_text))
            sys.stderr.write(f"pullquote: metrics at port {port}, /metrics\n")
        run_forever(planned, waiting, lambda job, moment: live.plan(job.name, moment))


@dataclass(slots=True)
class _Scheduled:
    """A job that is run again and again by this process, as its file says at each run."""

    job: "CrawlJob"
    """As its file said when it could last be used."""
    path: Path
    output: Path
    live: "LiveMetrics"
    waiting: "_Waiting"
    json: bool

    @classmethod
    def read(
        cls, path: Path, output: Path, live: "LiveMetrics", waiting: "_Waiting", *, json: bool
    ) -> "_Scheduled":
        """Return the job of a file.

        Raises:
            JobError: It can't be used, or has no schedule.
        """
        return cls(_read_scheduled(path), path, output, live, waiting, json)

    def plan(self) -> "Planned":
        """Return the job as the schedule takes it."""
        from scraper.crawler.schedule import Planned

        self.live.end(self.job.name, self._last_report())
        return Planned(self.job, self.last_begin, self.run, self.is_open)

    def last_begin(self) -> float | None:
        """Return when the job's latest run began, in seconds since 1970."""
        return self._ask(lambda store: store.runs.last_begin(), None)

    def is_open(self) -> bool:
        """Return whether the job's latest run was broken off."""
        return self._ask(lambda store: store.runs.find_open() is not None, False)

    def _last_report(self) -> "CrawlReport | None":
        from schemas import CrawlReport

        text = self._ask(lambda store: store.runs.last_report(), None)
        return CrawlReport.model_validate_json(text) if text else None

    def _ask(self, question: "Callable[[Store], T]", unknown: T) -> T:
        """Return what the job's store says, ``unknown`` before its first run."""
        from scraper.store import find_address, find_store

        job = self.job
        known = find_store(self.output / job.name, job.name, find_address(job.store))
        if known is None:
            return unknown
        with known as store:
            return question(store)

    def run(self) -> "CrawlJob":
        """Run the job; its trouble is no reason to leave the others."""
        from scraper.cli.crawl_output import choose_output
        from scraper.crawler.crawl import run_job
        from scraper.errors import ScraperError

        self.read_again()
        job, report = self.job, None
        self.live.begin(job.name)
        try:
            with choose_output(job, json=self.json, quiet=False) as screen:
                listener = _Counting(screen, self.live, job.name)
                ended = run_job(job, self.output, self.path.parent, listener)
                report = ended.report
                screen.on_end(report, self.output / job.name)
            if ended.signal is not None:
                self.waiting.end.set()
        except ScraperError as error:
            # It is tried at its next time.
            self._complain(str(error))
        except Exception:  # noqa: BLE001 - a defect that one job meets must not end the others
            self._complain(traceback.format_exc())
        finally:
            self.live.end(job.name, report)
        self.waiting.listen()
        return job

    def read_again(self) -> None:
        """Take the job as its file says now, and leave it as it was where that can't be used."""
        from scraper.errors import JobError

        try:
            job = _read_scheduled(self.path)
        except JobError as error:
            self._complain(f"it runs as before, since {error}")
            return
        if job.name != self.job.name:
            self._complain(
                f"it runs as before, since {self.path} has another name now, {job.name}; start "
                "`pullquote schedule` again"
            )
            return
        self.job = job

    def _complain(self, trouble: str) -> None:
        with suppress(OSError):
            sys.stderr.write(f"pullquote: {self.job.name}: {trouble}\n")


def _read_scheduled(path: Path) -> "CrawlJob":
    """Return the job of a file.

    Raises:
        JobError: It can't be used, or has no schedule.
    """
    from scraper.errors import JobError
    from scraper.job_file import read_job

    job = read_job(path)
    if job.schedule is None:
        message = f'{path} has no schedule; for example: schedule = "0 6 * * *"'
        raise JobError(message)
    return job


@dataclass(frozen=True, slots=True)
class _Counting:
    """Passes on what a crawl does, and counts it."""

    screen: "Screen"
    live: "LiveMetrics"
    job: str

    def on_fetch(self, fetch: "FetchRecord", queued: int, records: int) -> None:
        """Count a fetch."""
        self.live.count(self.job, fetch)
        self.screen.on_fetch(fetch, queued, records)

    def on_note(self, note: str) -> None:
        """Pass on a note."""
        self.screen.on_note(note)


class _Waiting:
    """The system's clock, with a wait that SIGINT and SIGTERM end."""

    def __init__(self) -> None:
        self.end = threading.Event()

    def listen(self) -> None:
        """Take the signals; a run takes them for itself and gives none back."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.end.set())

    def now(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def wait(self, seconds: float) -> bool:
        """Wait; return whether a signal came."""
        return self.end.wait(seconds)
