"""Parquet, typed: whole records nested in one file, or the tidy tables flat, one file each.

The schemas are written out here, never inferred from data, so that an export of one record has
the same columns and types as one of a million. Needs pyarrow, the ``[parquet]`` extra.
"""

from __future__ import annotations

import importlib.util
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from scraper.errors import ExportError
from scraper.exporters.staging import Sink, Staging, naming_errors
from scraper.exporters.tables import TABLES, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pyarrow as pa

    from schemas import Article

    Shape = str | list["Shape"] | dict[str, "Shape"]
    Append = Callable[[dict[str, object]], None]

_ROWS_AT_ONCE = 1_000
"""Rows held as Python objects before they become columns, which take a tenth of the room."""

_GROUP_BYTES = 64 * 2**20
"""Columns held before they are written as one row group. The writer keeps a description of every
group until the file is closed, 0.2 MiB for the 120 columns of whole records; with groups of 1,000
short records a million of them took 200 MiB more than ten thousand. The flat files share it."""

_TEXT, _WHOLE, _REAL = "string", "int64", "float64"
_SPAN: dict[str, Shape] = {"start": _WHOLE, "end": _WHOLE}
_EVIDENCE: dict[str, Shape] = {"source": _TEXT, "where": _TEXT, "confidence": _REAL}
_NAME: dict[str, Shape] = {"family": _TEXT, "given": _TEXT, "literal": _TEXT}
_AUTHOR: dict[str, Shape] = {
    "name": _TEXT,
    "kind": _TEXT,
    "given": _TEXT,
    "family": _TEXT,
    "honorific": _TEXT,
    "role": _TEXT,
    "affiliation": _TEXT,
    "bio": _TEXT,
    "profile_url": _TEXT,
    "same_as": [_TEXT],
    "orcid": _TEXT,
    "image": _TEXT,
}
_QUOTE: dict[str, Shape] = {
    "text": _TEXT,
    "kind": _TEXT,
    "speaker": _TEXT,
    "speaker_mention": _TEXT,
    "cue": _TEXT,
    "parts": [{"text": _TEXT, **_SPAN}],
    "citation": _WHOLE,
    **_SPAN,
    "prefix": _TEXT,
    "suffix": _TEXT,
    "fragment_url": _TEXT,
    "confidence": _REAL,
    "speaker_confidence": _REAL,
}
_CITATION: dict[str, Shape] = {
    "text": _TEXT,
    "kind": _TEXT,
    "items": [
        {
            "authors": [_TEXT],
            "year": _TEXT,
            "suffix": _TEXT,
            "locator": _TEXT,
            "number": _TEXT,
            "reference": _WHOLE,
        }
    ],
    "reference": _WHOLE,
    "quote": _WHOLE,
    **_SPAN,
    "note": _WHOLE,
}
_REFERENCE: dict[str, Shape] = {
    "text": _TEXT,
    "label": _TEXT,
    "kind": _TEXT,
    "type": _TEXT,
    "author": [_NAME],
    "editor": [_NAME],
    "issued": _TEXT,
    "year_suffix": _TEXT,
    "title": _TEXT,
    "container_title": _TEXT,
    "volume": _TEXT,
    "issue": _TEXT,
    "page": _TEXT,
    "publisher": _TEXT,
    "publisher_place": _TEXT,
    "edition": _TEXT,
    "accessed": _TEXT,
    "DOI": _TEXT,
    "URL": _TEXT,
    "ISBN": _TEXT,
    "ISSN": _TEXT,
    "PMID": _TEXT,
    "PMCID": _TEXT,
    "arxiv": _TEXT,
    "where": _TEXT,
}
RECORD: dict[str, Shape] = {
    "id": _TEXT,
    "url": _TEXT,
    "canonical_url": _TEXT,
    "title": _TEXT,
    "subtitle": _TEXT,
    "authors": [_AUTHOR],
    "contributors": [_AUTHOR],
    "date_published": _TEXT,
    "date_modified": _TEXT,
    "language": _TEXT,
    "site_name": _TEXT,
    "section": _TEXT,
    "tags": [_TEXT],
    "description": _TEXT,
    "image": _TEXT,
    "body": _TEXT,
    "blocks": [{"kind": _TEXT, "text": _TEXT, "level": _WHOLE, "ordinal": _WHOLE, **_SPAN}],
    "quotes": [_QUOTE],
    "citations": [_CITATION],
    "references": [_REFERENCE],
    "links": [{"url": _TEXT, "text": _TEXT, "role": _TEXT, **_SPAN}],
    "word_count": _WHOLE,
    "page_type": {"kind": _TEXT, "score": _REAL, "reason": _TEXT},
    "evidence": [{"field": _TEXT, **_EVIDENCE}],
    "warnings": [_TEXT],
    "fetched_at": "timestamp",
    "http_status": _WHOLE,
    "content_hash": _TEXT,
    "duplicate_of": _TEXT,
    "extractor_version": _TEXT,
}
"""The nested schema: a name is a type, ``[x]`` a list of x, a mapping a struct. Dates are text,
because they keep the precision of their source; ``timestamp`` is UTC in microseconds; evidence
is a list with the field's name in it, since few readers take Parquet maps."""

_CELL_TYPES = {
    "text": _TEXT,
    "date": _TEXT,
    "timestamp": _TEXT,
    "integer": _WHOLE,
    "number": _REAL,
}


@contextmanager
def parquet(staging: Staging, name: str = "articles.parquet") -> Iterator[Sink]:
    """Yield a function that appends a whole record to ``articles.parquet``.

    Raises:
        ExportError: pyarrow is not installed, or the file can't be written.
    """
    with _rows_file(staging, name, RECORD) as append:

        def write(record: Article) -> None:
            row = record.model_dump()
            evidence = row["evidence"].items()
            row["evidence"] = [{"field": field, **value} for field, value in evidence]
            append(row)

        yield write


@contextmanager
def parquet_tables(staging: Staging) -> Iterator[Sink]:
    """Yield a function that lays a record out in six flat files.

    They are called ``tidy_articles.parquet`` and so on, one a table.

    Raises:
        ExportError: pyarrow is not installed, or a file can't be written.
    """
    with ExitStack() as stack:
        files = [
            _rows_file(staging, _flat_name(table), _flat_shape(table), len(TABLES))
            for table in TABLES
        ]
        outputs = [
            (table, stack.enter_context(file)) for table, file in zip(TABLES, files, strict=True)
        ]

        def write(record: Article) -> None:
            for table, append in outputs:
                names = [column.name for column in table.columns]
                for row in table.rows(record):
                    append(dict(zip(names, row, strict=True)))

        yield write


def _flat_name(table: Table) -> str:
    return f"tidy_{table.name}.parquet"


def _flat_shape(table: Table) -> dict[str, Shape]:
    return {column.name: _CELL_TYPES[column.type] for column in table.columns}


@contextmanager
def _rows_file(
    staging: Staging, name: str, shape: Mapping[str, Shape], files: int = 1
) -> Iterator[Append]:
    """Yield a function that appends one row; full row groups go to the file as they fill.

    Args:
        staging: Where the file is written.
        name: Of the file.
        shape: Name of each column → its type.
        files: How many are written at a time.
    """
    _require_pyarrow()
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = pa.schema([(key, _to_type(value)) for key, value in shape.items()])
    target = staging.target(name)
    pending: list[dict[str, object]] = []
    columns: list[pa.Table] = []
    with naming_errors(target):
        output = ParquetWriter(staging.path(name), schema, compression="zstd")

    def gather() -> None:
        columns.append(pa.Table.from_pylist(pending, schema=schema))
        pending.clear()
        if sum(table.nbytes for table in columns) >= _GROUP_BYTES // files:
            write()

    def write() -> None:
        with naming_errors(target):
            output.write_table(pa.concat_tables(columns))
        columns.clear()

    def append(row: dict[str, object]) -> None:
        pending.append(row)
        if len(pending) >= _ROWS_AT_ONCE:
            gather()

    try:
        yield append
        gather()
        if columns:
            write()
    finally:
        with naming_errors(target):
            output.close()


def _to_type(shape: Shape) -> pa.DataType:
    """Return the Arrow type of a written-out shape."""
    import pyarrow as pa

    if isinstance(shape, list):
        return pa.list_(_to_type(shape[0]))
    if isinstance(shape, dict):
        return pa.struct([(key, _to_type(value)) for key, value in shape.items()])
    if shape == "timestamp":
        return pa.timestamp("us", tz="UTC")
    return pa.type_for_alias(shape)


def _require_pyarrow() -> None:
    if importlib.util.find_spec("pyarrow") is None:
        message = "Parquet needs pyarrow; install it with: pip install pyarrow"
        raise ExportError(message)
