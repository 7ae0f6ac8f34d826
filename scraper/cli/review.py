"""``pullquote review``: a local web page to read, check and correct what was extracted."""

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scraper.cli.options import Source

if TYPE_CHECKING:
    from scraper.review.desk import Desk


def review(
    source: Source,
    pages: Annotated[
        list[Path] | None,
        typer.Option(help="Saved pages or WARC files of the records; may be repeated."),
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="Address that the paths of --pages belong to.")
    ] = None,
    fixtures: Annotated[
        Path, typer.Option(help="Folder that corrected pages are saved to as fixtures.")
    ] = Path("fixtures"),
    signed: Annotated[
        str | None, typer.Option("--as", help="Name that corrections are signed with.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any free one.")] = 0,
    browser: Annotated[bool, typer.Option(help="Whether to open a browser.")] = True,
) -> None:
    """Read, check and correct records in the browser; only this machine can reach it."""
    from scraper.load import find_source
    from scraper.review.desk import Desk, Setting
    from scraper.review.server import serve

    setting = Setting(
        find_source(source), signed or getpass.getuser(), tuple(pages or ()), url, fixtures
    )
    with Desk(setting) as desk:
        _update(desk)
        serve(desk, port, on_ready=lambda address: _announce(address, open_it=browser))


def _update(desk: "Desk") -> None:
    """Bring the index up to date, with a line that counts on a terminal."""
    is_terminal = sys.stderr.isatty()

    def count(done: int) -> None:
        if is_terminal and done % 500 == 0:
            sys.stderr.write(f"\rreading records … {done:,}")

    desk.update(count)
    if is_terminal:
        sys.stderr.write("\r\x1b[K")


def _announce(address: str, *, open_it: bool) -> None:
    import webbrowser

    typer.echo(f"The desk is open at {address}\nPress Ctrl+C to close it.")
    if open_it and sys.stdout.isatty():
        webbrowser.open(address)
