"""What a crawl prints: a progress bar on a terminal, plain lines elsewhere, JSON for machines."""

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TextIO

from schemas import CrawlJob, CrawlReport, FetchRecord
from schemas.fetch import meaning_of
from scraper.durable import NO_ROOM
from scraper.urls import without_credentials
from scraper.version import __version__

_EVERY_S = 10.0
"""Seconds between two plain lines of progress."""


def choose_output(job: CrawlJob, *, json: bool, quiet: bool) -> "Screen":
    """Return the output that fits where it goes."""
    if json:
        return JsonLines(job)
    if quiet:
        return Screen(job)
    return ProgressBar(job) if sys.stderr.isatty() else PlainLines(job)


class Screen:
    """What a crawl tells; this one prints the result only."""

    def __init__(self, job: CrawlJob) -> None:
        self._job = job

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def on_fetch(self, fetch: FetchRecord, queued: int, records: int) -> None:
        """Print nothing."""

    def on_note(self, note: str) -> None:
        """Print nothing."""

    def on_end(self, report: CrawlReport, folder: Path) -> None:
        """Print what was found and where it is."""
        for line in summary(report, folder, self._job.failure_threshold):
            typer_echo(line)


class PlainLines(Screen):
    """Prints a line of progress now and then, and every failure and note."""

    def __init__(self, job: CrawlJob) -> None:
        super().__init__(job)
        self._done = 0
        self._printed_at = time.monotonic()

    def on_fetch(self, fetch: FetchRecord, queued: int, records: int) -> None:
        """Print a failure, or progress when it is time."""
        self._done += 1
        if meaning_of(fetch.outcome) == "failure":
            message = f" ({fetch.message.splitlines()[-1]})" if fetch.message else ""
            self._print(f"{fetch.outcome}: {without_credentials(fetch.url)}{message}")
        if time.monotonic() - self._printed_at >= _EVERY_S:
            self._printed_at = time.monotonic()
            self._print(f"{self._done} fetched, {queued} queued, {records} records")

    def on_note(self, note: str) -> None:
        """Print a note."""
        self._print(note)

    def _print(self, text: str) -> None:
        stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        _write(sys.stderr, f"{stamp} {self._job.name}: {text}\n")


class JsonLines(Screen):
    """Prints one JSON object a line: fetches and notes as they come, the report at the end.

    Events and their fields are documented in ``docs/logs.md``; a test holds both together.
    """

    def __enter__(self) -> Self:
        self._print({"event": "begin", "version": __version__})
        return self

    def on_fetch(self, fetch: FetchRecord, queued: int, records: int) -> None:
        """Print a fetch."""
        known = {"event": "fetch", "queued": queued, "records": records}
        self._print(known | fetch.model_dump(mode="json"))

    def on_note(self, note: str) -> None:
        """Print a note."""
        self._print({"event": "note", "note": note})

    def on_end(self, report: CrawlReport, folder: Path) -> None:
        """Print the report."""
        self._print({"event": "end", "folder": str(folder)} | report.model_dump(mode="json"))

    def _print(self, event: dict[str, object]) -> None:
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        told = {"event": event["event"], "at": moment, "job": self._job.name} | event
        _write(sys.stdout, json.dumps(told, ensure_ascii=False) + "\n")


def _write(stream: TextIO, line: str) -> None:
    """Write a line at once, where there is room: a full log is no reason to crawl no more."""
    try:
        stream.write(line)
        stream.flush()
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise


class ProgressBar(Screen):
    """Draws a bar on a terminal, with notes above it."""

    def __init__(self, job: CrawlJob) -> None:
        super().__init__(job)
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        self._progress = Progress(
            TextColumn("[bold]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[records]} records, {task.fields[failed]} failed"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        )
        self._most = job.max_pages
        self._task = self._progress.add_task(job.name, total=None, records=0, failed=0)
        self._done = 0
        self._failed = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def on_fetch(self, fetch: FetchRecord, queued: int, records: int) -> None:
        """Move the bar on."""
        self._done += 1
        self._failed += meaning_of(fetch.outcome) == "failure"
        total = self._done + queued
        self._progress.update(
            self._task,
            completed=self._done,
            total=total if self._most is None else min(total, self._most),
            records=records,
            failed=self._failed,
        )

    def on_note(self, note: str) -> None:
        """Print a note above the bar."""
        self._progress.console.print(note, markup=False, highlight=False)

    def on_end(self, report: CrawlReport, folder: Path) -> None:
        """Print what was found and where it is."""
        self._progress.stop()
        super().on_end(report, folder)


def summary(report: CrawlReport, folder: Path, failure_threshold: float = 1.0) -> list[str]:
    """Return a run's result in a few lines, with what to do where it is not as it should be."""
    ended = "" if report.state == "finished" else f" ({report.state}; run again to go on)"
    changes = f"{report.new} new, {report.changed} changed, {report.vanished} vanished"
    rest = f"{report.queued} queued, {report.failure_share:.1%} failed"
    head = f"{report.job}, run {report.run}{ended}: {report.fetched} fetched, "
    lines = [f"{head}{report.records} records ({changes}), {rest}"]
    lines += [f"  warning: {warning}" for warning in report.warnings]
    lines += [f"  {hint}" for hint in _hints(report, failure_threshold)]
    if report.files_unchanged and report.files:
        lines.append(f"  {folder}: {len(report.files)} files as they were, nothing in them changed")
    else:
        lines += [f"  {folder / name}" for name in report.files]
    return [*lines, f"  {folder / 'report.html'}"]


def _hints(report: CrawlReport, failure_threshold: float) -> Iterator[str]:
    if report.failure_share > failure_threshold:
        allowed = f"more failed than failure_threshold = {failure_threshold:g} allows"
        yield f"{allowed}: `pullquote status` and report.html say what and why"
    elif report.state == "finished" and not report.fetched and not report.queued:
        yield "nothing was due: `pullquote status` says when pages are asked for again"


def typer_echo(line: str) -> None:
    """Print a line to standard output, whatever its encoding can hold."""
    import typer

    typer.echo(line)
