"""``pullquote fixtures``: save pages with their records, and see what a change does to them."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from scraper.cli.options import Sites

if TYPE_CHECKING:
    from rich.console import Console

    from scraper.fixtures import FieldResult

fixtures = typer.Typer(
    help="Save pages with the records they should give, and check them.", no_args_is_help=True
)

_STATUSES = ("same", "changed", "lost", "new")


@fixtures.command()
def add(
    source: Annotated[
        str, typer.Argument(metavar="URL|FILE", help="Address of a page, or a saved page.")
    ],
    folder: Annotated[Path, typer.Option(help="Folder of all fixtures.")] = Path("fixtures"),
    url: Annotated[str | None, typer.Option(help="Address of a saved page.")] = None,
    name: Annotated[
        str | None, typer.Option(help="site/page; from the address by default.")
    ] = None,
    sites: Sites = None,
) -> None:
    """Save a page and the record it gives today, for you to correct."""
    from scraper.cli.extract import fetch
    from scraper.cli.show import print_record
    from scraper.fixtures import add_fixture
    from scraper.inputs import find_pages, read_bytes
    from scraper.sites import load_site_parsers

    parsers = load_site_parsers(sites)
    for page in find_pages([source], url, fetch):
        saved = read_bytes(page)
        fixture, record = add_fixture(folder, saved.content, saved.url, name, parsers)
        print_record(record)
        typer.echo(f"saved {fixture.page} and {fixture.record}; correct the record by hand")


@fixtures.command()
def check(
    folder: Annotated[Path, typer.Argument(help="Folder of fixtures, or the page of one.")] = Path(
        "fixtures"
    ),
    update: Annotated[
        bool, typer.Option("--update", help="Make today's records the expected ones.")
    ] = False,
    field: Annotated[
        list[str] | None, typer.Option("--field", help="Only this field; may be repeated.")
    ] = None,
    sites: Sites = None,
) -> None:
    """Extract every fixture and show, field by field, what differs; exit 1 if anything does."""
    from rich.console import Console

    from schemas import Article
    from scraper.errors import InputError
    from scraper.fixtures import find_fixtures
    from scraper.sites import load_site_parsers

    unknown = set(field or []) - set(Article.model_fields)
    if unknown:
        known = ", ".join(Article.model_fields)
        raise InputError(f"--field {', '.join(sorted(unknown))}: known fields are {known}")
    console = Console(highlight=False, soft_wrap=True)
    counts: Counter[tuple[str, str]] = Counter()
    found = find_fixtures(folder)
    parsers = load_site_parsers(sites)
    unfit, broken = set(), 0
    for fixture in found:
        try:
            record, results = fixture.check(parsers)
        except InputError as error:
            console.print(f"{fixture.name}  {error}", markup=False)
            broken += 1
            continue
        host = urlsplit(record.url or "").hostname
        if not any(parser.fits(host) for parser in parsers.parsers):
            unfit.add(host or "pages without an address")
        for warning in (text for text in record.warnings if "site parser" in text):
            console.print(f"{fixture.name}  warning: {warning}", markup=False)
        chosen = [result for result in results if not field or result.field in field]
        counts.update((result.field, result.status) for result in chosen)
        for result in chosen:
            if result.status != "same":
                _print_difference(console, fixture.name, result)
        if update:
            fixture.write_expected(record, field)
    _print_summary(console, counts, len(found))
    if sites is not None and unfit:
        console.print(f"no site parser is for {', '.join(sorted(unfit))}", markup=False)
    if broken or (not update and any(status != "same" for _, status in counts)):
        raise typer.Exit(1)


def _print_difference(console: "Console", name: str, result: "FieldResult") -> None:
    from rich.text import Text

    from scraper.cli.show import print_difference

    head = Text(f"{name}  ", style="dim")
    console.print(head.append(f"{result.field} ({result.status})", style="bold yellow"))
    print_difference(console, result.expected, result.actual)


def _print_summary(
    console: "Console", counts: "Counter[tuple[str, str]]", fixture_count: int
) -> None:
    from rich.table import Table

    from schemas import Article

    title = f"{fixture_count} fixture{'s' * (fixture_count != 1)}"
    table = Table(title=title, title_justify="left", box=None)
    table.add_column("field")
    for status in _STATUSES:
        table.add_column(status, justify="right")
    names = {name for name, _ in counts}
    order = [*Article.model_fields, *sorted(names - set(Article.model_fields))]
    for name in (name for name in order if name in names):
        row = [counts[name, status] for status in _STATUSES]
        style = "red" if any(row[1:]) else ""
        table.add_row(name, *(str(count or "") for count in row), style=style)
    console.print(table)
