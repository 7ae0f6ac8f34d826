"""``pullquote schedule``: stay up and run jobs by their cron expressions."""

import signal
import sys
import threading
import time
from pathlib import Path
from typing import Annotated

import typer


def schedule(
    job_files: Annotated[list[Path], typer.Argument(metavar="JOB.toml...", help="Job files.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder that holds the jobs' folders.")
    ] = Path("output"),
    json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, for machines.")
    ] = False,
) -> None:
    """Run jobs when their schedules say; one missed run is caught up, none overlap."""
    from scraper.cli.crawl_output import choose_output
    from scraper.crawler.crawl import DATABASE, run_job
    from scraper.crawler.schedule import Planned, run_forever
    from scraper.errors import JobError, ScraperError
    from scraper.job_file import read_job
    from scraper.store import Store

    waiting = _Waiting()

    def plan(path: Path) -> Planned:
        job = read_job(path)
        if job.schedule is None:
            message = f'{path} has no schedule; for example: schedule = "0 6 * * *"'
            raise JobError(message)

        def last_begin() -> float | None:
            database = output / job.name / DATABASE
            if not database.exists():
                return None
            with Store(database) as store:
                return store.runs.last_begin()

        def run() -> None:
            try:
                with choose_output(job, json=json, quiet=False) as screen:
                    ended = run_job(job, output, path.parent, screen)
                    screen.on_end(ended.report, output / job.name)
                if ended.signal is not None:
                    waiting.end.set()
            except ScraperError as error:
                # One job's trouble is no reason to leave the others; it is tried at its next time.
                sys.stderr.write(f"pullquote: {job.name}: {error}\n")
            waiting.listen()

        return Planned(job, last_begin, run)

    waiting.listen()
    run_forever([plan(path) for path in job_files], waiting)


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
