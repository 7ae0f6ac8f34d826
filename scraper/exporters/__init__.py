"""Records → files: every format in one pass over the records, with flat memory.

A format is a function ``Staging → context manager of a function that takes one record``; the
table below is all there is to know about which formats exist. The files take their places
together at the end, each replaced atomically.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from difflib import get_close_matches
from pathlib import Path

from schemas import Article
from scraper.errors import ExportError
from scraper.exporters.annotations import annotations
from scraper.exporters.bibliography import bibtex, bibtex_cited, csl, csl_cited, ris, ris_cited
from scraper.exporters.csv import csv
from scraper.exporters.jsonl import jsonl
from scraper.exporters.markdown import markdown
from scraper.exporters.parquet import parquet, parquet_tables
from scraper.exporters.sqlite import sqlite
from scraper.exporters.staging import Sink, Staging, Writer
from scraper.exporters.tei import tei

__all__ = ["BY_RECORD", "FORMATS", "open_formats", "write_exports", "write_jsonl"]

FORMATS: dict[str, Writer] = {
    "jsonl": jsonl,
    "csv": csv,
    "parquet": parquet,
    "parquet-tables": parquet_tables,
    "sqlite": sqlite,
    "markdown": markdown,
    "tei": tei,
    "annotations": annotations,
    "csl": csl,
    "bibtex": bibtex,
    "ris": ris,
    "csl-cited": csl_cited,
    "bibtex-cited": bibtex_cited,
    "ris-cited": ris_cited,
}
"""Format name → its writer. The names ending in ``-cited`` hold the works that the articles
cite, the others the articles themselves."""

BY_RECORD = frozenset(("jsonl", "csv", "annotations", "bibtex", "ris"))
"""Formats of text files in which a record gives one stretch a file, whatever the others are."""

_FILE_ENDINGS = frozenset(".csv .json .parquet .sqlite .xlsx .bib .ris".split())
"""What somebody calls a file that the formats would make a folder of."""


def write_exports(records: Iterable[Article], folder: Path, formats: Sequence[str]) -> list[Path]:
    """Write ``records`` to ``folder`` in each of ``formats``; return the files written.

    The records are read once and none is kept. Old files stay as they are until all new ones
    are complete; if anything fails they stay for good.

    Args:
        records: Any iterable of records, read to its end.
        folder: Where the files go; made if missing.
        formats: Names from ``FORMATS``; a name given twice counts once.

    Raises:
        ExportError: A format is unknown or its extra is not installed, or a file can't be
            written; ``DiskFull`` where space ran out.
    """
    writers = [_find_format(name) for name in dict.fromkeys(formats)]
    if folder.suffix in _FILE_ENDINGS and not folder.is_dir():
        raise ExportError(
            f"{folder} would be a folder with several files in it: name a folder, and the format "
            "with --to (only records as JSON Lines are one file: NAME.jsonl)"
        )
    with Staging(folder) as staging:
        with open_formats(staging, writers) as write:
            for record in records:
                write(record)
        return staging.commit()


@contextmanager
def open_formats(staging: Staging, writers: Iterable[Writer]) -> Iterator[Sink]:
    """Yield a function that writes a record in several formats."""
    with ExitStack() as stack:
        sinks = [stack.enter_context(writer(staging)) for writer in writers]

        def write(record: Article) -> None:
            for sink in sinks:
                sink(record)

        yield write


def write_jsonl(records: Iterable[Article], path: Path) -> Path:
    """Write ``records`` to one JSON Lines file of any name; return its path.

    Raises:
        ExportError: The file can't be written; ``DiskFull`` where space ran out.
    """
    with Staging(path.parent) as staging:
        with jsonl(staging, path.name) as write:
            for record in records:
                write(record)
        return staging.commit()[0]


def _find_format(name: str) -> Writer:
    try:
        return FORMATS[name]
    except KeyError:
        near = get_close_matches(name, FORMATS, n=1)
        known = f"did you mean {near[0]}? " if near else ""
        message = f"unknown export format {name!r}; {known}known are {', '.join(FORMATS)}"
        raise ExportError(message) from None
