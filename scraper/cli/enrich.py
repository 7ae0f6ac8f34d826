"""``pullquote enrich``: cited works completed by their DOI."""

from pathlib import Path
from typing import Annotated

import typer

from scraper.cli.options import Source
from scraper.enrich.works import CROSSREF, DELAY_S


def enrich(
    source: Source,
    contact: Annotated[
        str,
        typer.Option(
            "--contact",
            envvar="PULLQUOTE_CONTACT",
            help="Your e-mail address or page; sent with every request, as the API asks.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Folder for articles.enriched.jsonl; the job's by default."
        ),
    ] = None,
    api: Annotated[str, typer.Option("--api", help="Address that a DOI is put behind.")] = CROSSREF,
    cache: Annotated[
        Path | None,
        typer.Option("--cache", help="SQLite file of answers; works.db beside the output."),
    ] = None,
    delay: Annotated[
        float, typer.Option("--delay", min=0.0, help="Seconds between requests.")
    ] = DELAY_S,
) -> None:
    """Complete cited works by DOI from Crossref, into a file beside the records.

    What pages print is never changed; each added field names its source. Export the file with
    pullquote export articles.enriched.jsonl --to csl-cited.
    """
    from scraper.enrich import Tally, open_works
    from scraper.enrich import enrich as completed
    from scraper.exporters import write_jsonl
    from scraper.load import find_source, read_records

    found = find_source(source)
    folder = output or found.folder
    folder.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    with open_works(cache or folder / "works.db", contact, api, delay_s=delay) as works:
        records = completed(read_records(found), works, tally)
        typer.echo(write_jsonl(records, folder / "articles.enriched.jsonl"))
    typer.echo(
        f"{tally.completed} of {tally.with_doi} entries with a DOI completed, "
        f"{tally.fields} fields, in {tally.records} records; "
        f"{tally.unknown} unknown, {tally.other_work} of another work; "
        f"{works.requests} requests",
        err=True,
    )
