"""``pullquote export``: records of a job or a JSON Lines file in other formats."""

from pathlib import Path
from typing import Annotated

import typer


def export(
    source: Annotated[
        str,
        typer.Argument(
            metavar="JOB",
            help="Job file, job name, output folder, database, or a .jsonl file.",
        ),
    ],
    to: Annotated[
        list[str],
        typer.Option(
            "--to",
            help="Format, or several parted by commas: jsonl, csv, parquet, parquet-tables,"
            " sqlite, markdown, csl, bibtex, ris, csl-cited, bibtex-cited, ris-cited.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Folder for the files; the job's own by default."),
    ] = None,
) -> None:
    """Write records in the formats of other tools."""
    from scraper.exporters import write_exports
    from scraper.load import find_source, read_records

    found = find_source(source)
    formats = [name.strip() for group in to for name in group.split(",")]
    for path in write_exports(read_records(found), output or found.folder, formats):
        typer.echo(path)
