"""``pullquote status``: what a job holds, what failed and why, and when it runs next."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scraper.cli.options import Job, Output

if TYPE_CHECKING:
    from scraper.crawler.page_status import PageStatus
    from scraper.crawler.status import Ending, JobStatus
    from scraper.store import RecordState


def status(
    job: Job,
    url: Annotated[
        str | None, typer.Argument(metavar="URL", help="One page: where it stands, and why.")
    ] = None,
    output: Output = Path("output"),
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show what a job's frontier holds, what failed and why, and when it runs next."""
    from scraper.crawler.page_status import read_page_status
    from scraper.crawler.status import find_folder, read_status
    from scraper.job_file import read_job

    path = Path(job)
    known = read_job(path) if path.suffix == ".toml" else None
    folder = output / known.name if known else find_folder(job, output)
    if url is not None:
        page = read_page_status(folder, url, known)
        lines = [_to_json(page)] if json else _page_lines(page)
    else:
        found = read_status(folder, known)
        lines = [_to_json(found)] if json else _lines(found)
    for line in lines:
        typer.echo(line)


def _to_json(found: "JobStatus | PageStatus") -> str:
    import json
    from dataclasses import asdict
    from datetime import datetime

    def write(value: Any) -> Any:
        return value.isoformat() if isinstance(value, datetime) else value.model_dump(mode="json")

    return json.dumps(asdict(found), ensure_ascii=False, default=write)


def _page_lines(page: "PageStatus") -> Iterator[str]:
    """Yield where a page stands, why, and how its fetches ended."""
    depth = "" if page.depth is None else f", {page.depth} link{'s' * (page.depth != 1)} deep"
    yield f"{page.url}: {page.state}{depth}"
    if page.record is not None:
        yield from _record_lines(page.record)
    elif page.reason or page.fetches:
        none = "no record: " if page.fetches else ""
        yield f"  {none}{page.reason or page.fetches[0][1].outcome}"
    for run, fetch in page.fetches:
        parts = [fetch.outcome, fetch.message, fetch.redirect_to and f"to {fetch.redirect_to}"]
        ended = ": ".join(filter(None, parts))
        yield f"  {fetch.started_at:%Y-%m-%d %H:%M} UTC  run {run}  {ended}"
    if page.due:
        yield f"  asked for again from {page.due:%Y-%m-%d %H:%M} UTC on"


def _record_lines(record: "RecordState") -> Iterator[str]:
    """Yield what record a page gave, and what keeps it out of exports."""
    changed = f", changed in run {record.changed_run}" * (record.changed_run != record.first_run)
    yield f"  record {record.id}: new in run {record.first_run}{changed}"
    if record.duplicate_of:
        yield f"  left out of exports: it repeats the text of record {record.duplicate_of}"
    if record.vanished_run:
        yield f"  the page vanished in run {record.vanished_run}; its record stays in the exports"


def _lines(found: "JobStatus") -> Iterator[str]:
    ended = f", ended {found.ended:%Y-%m-%d %H:%M} UTC" if found.ended else ""
    began = f", began {found.began:%Y-%m-%d %H:%M} UTC" if found.began else ""
    yield f"{found.job}: run {found.run} {found.state}{began}{ended}"
    yield f"records: {found.records}, {found.vanished} of them vanished"
    yield "urls: " + (", ".join(f"{n} {word}" for word, n in found.urls.items()) or "none")
    if found.next_run:
        yield f"next run: {found.next_run:%Y-%m-%d %H:%M} UTC"
    if found.next_due:
        yield f"next page due: {found.next_due:%Y-%m-%d %H:%M} UTC"
    if found.waiting:
        yield "queued by host:"
        yield from (f"  {host.queued} {host.host}" for host in found.waiting)
    for meaning, head in (("failure", "failed"), ("decision", "left"), ("success", "done")):
        endings = [ending for ending in found.endings if ending.meaning == meaning]
        if endings:
            yield f"{head} in this run:"
            for ending in endings:
                yield from _ending_lines(ending)
    if found.traps:
        yield "traps:"
        yield from (f"  {trap}" for trap in found.traps)


def _ending_lines(ending: "Ending") -> Iterator[str]:
    if ending.meaning == "success":
        yield f"  {ending.count} {ending.outcome}"
        return
    again = f"asked for again {ending.again}".replace(
        "asked for again never", "never asked for again"
    )
    yield f"  {ending.count} {ending.outcome} ({again})"
    for example in ending.examples:
        message = f": {example.message.splitlines()[-1]}" if example.message else ""
        yield f"    {example.url}{message}"
