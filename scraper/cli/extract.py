"""``pullquote extract``: records from saved pages, folders, archives and single addresses."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scraper.cli.export import complete_formats
from scraper.cli.options import Sites, read_formats

if TYPE_CHECKING:
    from schemas import Article
    from scraper.batch import Extracted
    from scraper.inputs import SavedPage


def extract(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL|-",
            help="HTML or MHTML files, folders, WARC, WACZ, HAR, addresses, or - for stdin.",
        ),
    ],
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            help="Formats, parted by commas; jsonl by default. See export.",
            autocompletion=complete_formats,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Folder for the files, or one .jsonl file."),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(help="Address of the page, or the one that a folder's paths belong to."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes.")] = 1,
    sites: Sites = None,
    engine: Annotated[
        str | None,
        typer.Option(help="pool or ray: WARC files to partition files, which a rerun passes over."),
    ] = None,
    cluster: Annotated[
        str | None, typer.Option(help="Address of the Ray cluster; by default one is started here.")
    ] = None,
    partition_pages: Annotated[
        int, typer.Option(min=1, help="Pages of a partition file; keep it for one folder.")
    ] = 500,
) -> None:
    """Extract records from saved pages; readable on a terminal, JSON Lines when piped."""
    from scraper.batch import extract_pages
    from scraper.inputs import find_pages

    formats = read_formats(to)
    if engine is not None:
        from scraper.archives import open_engine
        from scraper.cli.archives import extract_partitions, to_partitions

        carried_by = open_engine(engine, jobs=jobs, address=cluster)
        partitions = to_partitions(output, formats, sites)
        extract_partitions(sources, partitions, carried_by, partition_pages)
        return
    pages = find_pages(sources, url, fetch)
    run = _Run(extract_pages(pages, jobs=jobs, sites=sites))
    if output is None:
        _print_records(run, formats)
    else:
        _write_records(run, formats, output)
    if run.failed:
        raise typer.Exit(1)


class _Run:
    """The records of a run; pages that fail are reported, and if all do it ends with exit 2.

    It ends before anything is put in place, so that a wrong path replaces no earlier output.
    """

    def __init__(self, results: "Iterator[Extracted]") -> None:
        self._results = results
        self.done = 0
        self.failed = 0

    def __iter__(self) -> "Iterator[Article]":
        for result in self._results:
            if result.record is None:
                self.failed += 1
                typer.echo(f"pullquote: {result.error}", err=True)
            else:
                self.done += 1
                yield result.record
        if self.failed and not self.done:
            raise typer.Exit(2)


def _print_records(run: _Run, formats: Sequence[str]) -> None:
    from scraper.errors import InputError

    if formats not in ([], ["jsonl"]):
        raise InputError(f"--to {','.join(formats)} writes files; name a folder with --output")
    readable = not formats and sys.stdout.isatty()
    for record in run:
        if readable:
            from scraper.cli.show import print_record

            print_record(record)
        else:
            sys.stdout.write(record.model_dump_json() + "\n")


def _write_records(run: _Run, formats: Sequence[str], output: Path) -> None:
    from scraper.exporters import write_exports, write_jsonl

    if output.suffix == ".jsonl" and set(formats) <= {"jsonl"}:
        paths = [write_jsonl(run, output)]
    else:
        paths = write_exports(run, output, formats or ["jsonl"])
    pages = f"{run.done} record{'s' * (run.done != 1)}"
    typer.echo(f"{pages} in {', '.join(str(path) for path in paths)}", err=True)


def fetch(address: str) -> "SavedPage":
    """Return the page at an address.

    Raises:
        FetchError: It can't be fetched.
    """
    from scraper.crawler.single import fetch_one
    from scraper.inputs import SavedPage

    response = fetch_one(address)
    return SavedPage(
        name=address,
        content=response.content,
        url=response.url,
        headers=response.headers,
        fetched_at=response.arrived_at,
        status=response.status,
    )
