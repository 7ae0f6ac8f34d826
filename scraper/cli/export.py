"""``pullquote export``: records of a job or a JSON Lines file in other formats."""

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from scraper.cli.options import Source, read_formats


def complete_formats(incomplete: str) -> list[str]:
    """Return what a shell offers for a list of formats of which the last is not finished."""
    from scraper.exporters import FORMATS

    before, comma, begun = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in FORMATS if name.startswith(begun)]


def export(
    source: Source,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            help="Format, or several parted by commas: jsonl, csv, parquet, parquet-tables,"
            " sqlite, markdown, tei, annotations, csl, bibtex, ris, csl-cited, bibtex-cited,"
            " ris-cited; csv by default.",
            autocompletion=complete_formats,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Folder for the files; the job's own by default."),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            help='Only records for which this holds, such as "has quotes and since 2024-01";'
            " may be repeated."
        ),
    ] = None,
    duplicates: Annotated[
        bool,
        typer.Option("--duplicates", help="With the records that repeat another one's text."),
    ] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help='Short for --where "since DATE".')
    ] = None,
    site: Annotated[
        str | None, typer.Option(metavar="HOST", help='Short for --where "site HOST".')
    ] = None,
    corrections: Annotated[
        bool, typer.Option(help="Whether what readers corrected is put in.")
    ] = True,
    versions: Annotated[
        bool,
        typer.Option("--versions", help="With the earlier versions of records, as ID.1, ID.2 …"),
    ] = False,
) -> None:
    """Write records in the formats of other tools."""
    from scraper.exporters import write_exports
    from scraper.exporters.filters import filter_records
    from scraper.load import find_source, read_records

    found = find_source(source)
    formats = read_formats(to or ["csv"])
    short = {"since": since, "site": site}
    conditions = [*(where or []), *(f'{word} "{text}"' for word, text in short.items() if text)]
    every = read_records(
        found,
        with_duplicates=duplicates,
        with_corrections=corrections,
        with_versions=versions,
    )
    records = filter_records(every, conditions)
    first = next(records, None)
    chosen = records if first is None else chain((first,), records)
    for path in write_exports(chosen, output or found.folder, formats):
        typer.echo(path)
    if first is None:
        _say_that_none(source, conditions)


def _say_that_none(source: str, conditions: list[str]) -> None:
    """Say on standard error why the files that were written have no rows."""
    if conditions:
        reason = f"no record of {source} fits {' and '.join(conditions)}; leave out a condition"
    else:
        reason = f"{source} has no records yet; crawl or extract first"
    typer.echo(f"pullquote: the files are empty: {reason}", err=True)
