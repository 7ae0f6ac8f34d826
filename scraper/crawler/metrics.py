"""Figures of runs in the text format of Prometheus, to be scraped or picked up as a file.

Gauges come from a job's latest report, so that they are the same in the file that every run
leaves (``metrics.prom``) and at the address of ``pullquote schedule --metrics``; counters of
fetches live as long as that process. Names and labels are documented in ``docs/metrics.md``.

Source: Prometheus "Exposition formats", text format 0.0.4, and its naming rules (base units,
``_total`` for counters).
"""

import contextlib
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Literal

from schemas import CrawlReport, FetchRecord
from scraper.exporters.staging import Staging
from scraper.version import __version__

FILE = "metrics.prom"
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_ESCAPED = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})
_WHOLE = re.compile(r"\.0$")

Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Family:
    """One metric with its samples."""

    name: str
    help: str
    samples: tuple[tuple[Labels, float], ...]
    kind: Literal["gauge", "counter"] = "gauge"


def to_text(families: Iterable[Family]) -> str:
    """Return metrics in the text format; families of one name are written as one."""
    merged: dict[str, Family] = {}
    for family in families:
        known = merged.get(family.name)
        samples = known.samples + family.samples if known else family.samples
        merged[family.name] = Family(family.name, family.help, samples, family.kind)
    return "".join(_lines(family) for family in merged.values() if family.samples)


def _lines(family: Family) -> str:
    head = f"# HELP {family.name} {family.help}\n# TYPE {family.name} {family.kind}\n"
    return head + "".join(
        f"{family.name}{_labels(labels)} {_number(value)}\n" for labels, value in family.samples
    )


def _labels(labels: Labels) -> str:
    inner = ",".join(f'{name}="{text.translate(_ESCAPED)}"' for name, text in labels.items())
    return f"{{{inner}}}" if inner else ""


def _number(value: float) -> str:
    return _WHOLE.sub("", repr(float(value)))


def report_families(report: CrawlReport, folder: Path) -> Iterator[Family]:
    """Yield what a run's report and the job's folder say."""
    job = {"job": report.job}

    def one(name: str, text: str, value: float) -> Family:
        return Family(f"pullquote_{name}", text, ((job, value),))

    def many(name: str, text: str, label: str, values: Mapping[str, float]) -> Family:
        samples = tuple((job | {label: key}, value) for key, value in values.items())
        return Family(f"pullquote_{name}", text, samples)

    took_s = (report.ended_at - report.started_at).total_seconds()
    changes = {"new": report.new, "changed": report.changed, "vanished": report.vanished}
    yield one("run_number", "Number of the latest run.", report.run)
    yield one("run_finished", "Whether it ended by itself.", report.state == "finished")
    yield one("run_start_timestamp_seconds", "When it began.", report.started_at.timestamp())
    yield one("run_end_timestamp_seconds", "When it ended.", report.ended_at.timestamp())
    yield one("run_duration_seconds", "How long it took.", took_s)
    yield one("run_failure_ratio", "Share of URLs that failed.", report.failure_share)
    yield many("run_fetches", "URLs of the run by outcome.", "outcome", report.outcomes)
    yield many("run_responses", "URLs of the run by HTTP status.", "status", report.statuses)
    yield many("run_records", "Records that the run changed.", "change", changes)
    if report.newest_at is not None:
        newest = report.newest_at.timestamp()
        yield one("newest_record_timestamp_seconds", "When the latest new record came.", newest)
    yield one("records", "Records that the job holds.", report.records)
    yield one("records_duplicates", "Records that repeat another's text.", report.duplicates)
    yield one("urls_queued", "URLs known and not yet fetched.", report.queued)
    yield one("traps", "Endless families of URLs that were left.", len(report.traps))
    shares = report.completeness
    yield many("field_ratio", "Share of records that have a field.", "field", shares)
    yield many("output_bytes", "Size of what the job has on disk.", "part", _sizes(folder))
    if folder.exists():
        free = shutil.disk_usage(folder).free
        yield one("output_free_bytes", "Free space where the job writes.", free)


def _sizes(folder: Path) -> dict[str, float]:
    """Return the bytes of each part; a run beside it may end, and take files away, meanwhile."""
    parts: Counter[str] = Counter({"archive": 0, "database": 0, "exports": 0})
    for parent, _, names in os.walk(folder):
        for path in (Path(parent, name) for name in names):
            name = path.relative_to(folder).parts[0]
            is_database = name.startswith("pullquote.db")
            part = "archive" if name == "warc" else "database" if is_database else "exports"
            with contextlib.suppress(FileNotFoundError):
                parts[part] += path.stat().st_size
    return dict(parts)


def write_metrics(report: CrawlReport, folder: Path) -> None:
    """Write ``metrics.prom`` for node_exporter's textfile collector, atomically.

    Raises:
        ExportError: It can't be written.
    """
    with Staging(folder) as staging:
        with staging.open_text(FILE) as file:
            file.write(to_text(report_families(report, folder)))
        staging.commit()


@dataclass(slots=True)
class LiveMetrics:
    """What a scheduling process knows; asked from other threads."""

    folder: Path
    """Folder that holds the jobs' folders."""
    _lock: Lock = field(default_factory=Lock)
    _reports: dict[str, CrawlReport] = field(default_factory=dict)
    _next_runs: dict[str, float] = field(default_factory=dict)
    _running: dict[str, bool] = field(default_factory=dict)
    _fetches: Counter[tuple[str, str]] = field(default_factory=Counter)
    _bytes: Counter[str] = field(default_factory=Counter)

    def plan(self, job: str, next_run: float) -> None:
        """Note when a job is to run next, in seconds since 1970."""
        with self._lock:
            self._next_runs[job] = next_run
            self._running.setdefault(job, False)

    def begin(self, job: str) -> None:
        """Note that a job is running."""
        with self._lock:
            self._running[job] = True

    def count(self, job: str, fetch: FetchRecord) -> None:
        """Count a fetch."""
        with self._lock:
            self._fetches[job, fetch.outcome] += 1
            self._bytes[job] += fetch.wire_bytes

    def end(self, job: str, report: CrawlReport | None) -> None:
        """Note that a job is not running any more, and its report if there is one."""
        with self._lock:
            self._running[job] = False
            if report is not None:
                self._reports[job] = report

    def to_text(self) -> str:
        """Return all metrics as of now."""
        with self._lock:
            reports = dict(self._reports)
            families = list(self._families())
        for job, report in reports.items():
            families += report_families(report, self.folder / job)
        return to_text(families)

    def _families(self) -> Iterator[Family]:
        def by_job(values: Mapping[str, float]) -> tuple[tuple[Labels, float], ...]:
            return tuple(({"job": job}, value) for job, value in values.items())

        version = (({"version": __version__}, 1.0),)
        yield Family("pullquote_info", "Version that is running.", version)
        text = "Whether a run is going on."
        yield Family("pullquote_running", text, by_job(self._running))
        text = "When the job is to run next."
        yield Family("pullquote_next_run_timestamp_seconds", text, by_job(self._next_runs))
        counted = tuple(
            ({"job": job, "outcome": outcome}, float(count))
            for (job, outcome), count in sorted(self._fetches.items())
        )
        text = "URLs asked for since the process began."
        yield Family("pullquote_fetches_total", text, counted, "counter")
        text = "Bytes of bodies received since the process began."
        yield Family("pullquote_received_bytes_total", text, by_job(self._bytes), "counter")
