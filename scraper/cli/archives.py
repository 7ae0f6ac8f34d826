"""``pullquote extract --engine``: whole archives of WARC files to partition files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from scraper.archives import ArchiveReport, Engine, Partitions

_SHOWN = 20
"""Failures that are printed; all of them stand in the partitions' ``.outcome.json`` files."""


def to_partitions(output: Path | None, formats: Sequence[str], sites: Path | None) -> "Partitions":
    """Return the partitions that the options ask for.

    Raises:
        InputError: The options don't go together.
    """
    from scraper.archives import Partitions
    from scraper.errors import InputError

    if output is None:
        raise InputError("--engine writes partition files; name their folder with --output")
    if len(formats) > 1:
        raise InputError(f"--to {','.join(formats)}: partitions are written in one format")
    return Partitions(_folder(output), formats[0] if formats else "jsonl", sites)


def extract_partitions(
    sources: Sequence[str], partitions: "Partitions", engine: "Engine", pages_a_slice: int
) -> None:
    """Extract archives and print what was done.

    Raises:
        InputError: A source or the engine can't be used.
        ExportError: A partition can't be written.
        typer.Exit: With 1 where some pages failed, with 2 where all did.
    """
    from scraper.archives import extract_archives, find_archives

    report = extract_archives(
        find_archives(sources),
        partitions,
        engine,
        pages_a_slice=pages_a_slice,
        watch=_print_progress,
    )
    _print_report(report, partitions.folder)
    if report.failures:
        raise typer.Exit(1 if report.records else 2)


def _folder(output: Path) -> str:
    """Return the folder as an address, whose slashes ``Path`` has made single, or as a path."""
    scheme, colon, rest = str(output).partition(":/")
    is_address = colon and scheme.isalnum() and len(scheme) > 1
    return f"{scheme}://{rest}" if is_address else str(output.resolve())


def _print_progress(report: "ArchiveReport") -> None:
    if report.done % 100 == 0 or report.done == report.slices:
        typer.echo(
            f"{report.done} of {report.slices} partitions, {report.records} records", err=True
        )


def _print_report(report: "ArchiveReport", folder: str) -> None:
    for line in report.failures[:_SHOWN]:
        typer.echo(f"pullquote: {line}", err=True)
    if len(report.failures) > _SHOWN:
        typer.echo(f"pullquote: … and {len(report.failures) - _SHOWN} more", err=True)
    typer.echo(
        f"{report.records} records in {report.slices} partitions in {folder} "
        f"({report.passed_over} were there before), {len(report.failures)} failures",
        err=True,
    )
