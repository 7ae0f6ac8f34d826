"""Parquet, typed: whole records nested in one file, or the tidy tables flat, one file each.

The schemas come from the models, never from data, so that an export of one record has the same
columns and types as one of a million. Needs pyarrow, the ``[parquet]`` extra.
"""

from __future__ import annotations

import importlib.util
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import AwareDatetime, BaseModel

from schemas import Article
from scraper.errors import ExportError
from scraper.exporters.staging import Sink, Staging, naming_errors
from scraper.exporters.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pyarrow as pa

    Shape = str | list["Shape"] | dict[str, "Shape"]
    Append = Callable[[dict[str, object]], None]

_ROWS_AT_ONCE = 1_000
"""Rows held as Python objects before they become columns, which take a tenth of the room."""

_GROUP_BYTES = 64 * 2**20
"""Columns held before they are written as one row group. The writer keeps a description of every
group until the file is closed, 0.2 MiB for the 120 columns of whole records; with groups of 1,000
short records a million of them took 200 MiB more than ten thousand. The flat files share it."""

_TEXT, _WHOLE, _REAL = "string", "int64", "float64"
_PLAIN: dict[object, Shape] = {
    str: _TEXT,
    int: _WHOLE,
    float: _REAL,
    AwareDatetime: "timestamp",
}


def _to_shape(annotation: Any) -> Shape:
    """Return the shape that values of a model's field take in the nested schema.

    Dates are text, because they keep the precision of their source; ``timestamp`` is UTC in
    microseconds; evidence is a list with the field's name in it, since few readers take Parquet
    maps; any column may be empty.
    """
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _to_struct(annotation)
    origin = get_origin(annotation)
    first, *others = (part for part in get_args(annotation) if part is not type(None))
    if origin is list:
        return [_to_shape(first)]
    if origin is dict:
        return [{"field": _TEXT, **_to_struct(others[0])}]
    return _TEXT if origin is Literal else _to_shape(first)


def _to_struct(model: type[BaseModel]) -> dict[str, Shape]:
    return {name: _to_shape(field.annotation) for name, field in model.model_fields.items()}


RECORD = _to_struct(Article)
"""The nested schema: a name is a type, ``[x]`` a list of x, a mapping a struct."""
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
            _rows_file(
                staging,
                f"tidy_{table.name}.parquet",
                {column.name: _CELL_TYPES[column.type] for column in table.columns},
                len(TABLES),
            )
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


@contextmanager
def _rows_file(
    staging: Staging, name: str, shape: Mapping[str, Shape], files: int = 1
) -> Iterator[Append]:
    """Yield a function that appends one row; full row groups go to the file as they fill."""
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
