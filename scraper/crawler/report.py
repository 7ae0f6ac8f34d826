"""Builds the report of a run: ``report.json`` and ``report.html``."""

from pathlib import Path

from schemas import CrawlJob, CrawlReport, FailureExample
from schemas.fetch import meaning_of
from scraper.crawler.clock import to_datetime
from scraper.crawler.exporting import Exported
from scraper.crawler.report_html import render
from scraper.exporters.staging import Staging
from scraper.store import Run, Store

_EXAMPLES = 3
_HOSTS = 50


def build_report(
    job: CrawlJob,
    store: Store,
    run: Run,
    now: float,
    *,
    exported: Exported,
    warnings: list[str],
    interrupted: bool,
) -> CrawlReport:
    """Return the report of a run."""
    outcomes = store.runs.outcomes(run.id)
    failed = {name: count for name, count in outcomes.items() if meaning_of(name) == "failure"}
    fetched = sum(outcomes.values())
    new, changed, vanished, duplicates = store.runs.record_changes(run.id)
    counts = exported.counts
    newest = store.runs.newest_at()
    return CrawlReport(
        job=job.name,
        run=run.id,
        state="interrupted" if interrupted else "finished",
        started_at=to_datetime(run.started_at),
        ended_at=to_datetime(now),
        resumed=run.resumed,
        fetched=fetched,
        outcomes=outcomes,
        statuses=store.runs.statuses(run.id),
        hosts=store.runs.hosts(run.id, frozenset(failed), _HOSTS),
        queued=store.frontier.queued(),
        records=counts.records,
        new=new,
        newest_at=None if newest is None else to_datetime(newest),
        changed=changed,
        vanished=vanished,
        duplicates=duplicates,
        completeness=counts.completeness,
        by_month=counts.by_month,
        failures=[
            FailureExample(url=url, outcome=outcome, message=message)
            for outcome in failed
            for url, message in store.runs.examples(run.id, outcome, _EXAMPLES)
        ],
        traps=store.traps(),
        files=exported.files,
        files_unchanged=exported.is_unchanged,
        warnings=warnings,
        failure_share=round(sum(failed.values()) / fetched, 4) if fetched else 0.0,
    )


def write_report(report: CrawlReport, folder: Path) -> None:
    """Write ``report.json`` and ``report.html``, both or neither.

    Raises:
        ExportError: They can't be written.
    """
    with Staging(folder) as staging:
        with staging.open_text("report.json") as file:
            file.write(report.model_dump_json(indent=2) + "\n")
        with staging.open_text("report.html") as file:
            file.write(render(report))
        staging.commit()
