"""Records from wherever a job or an export has put them, as an iterator of models."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schemas import Article
from scraper.corrections import CorrectionLog, corrections_path
from scraper.errors import InputError
from scraper.exporters.tables import TABLES, Cell, Table
from scraper.record_lines import read_lines

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from scraper.store import Store

DATABASE = "pullquote.db"
OUTPUT = Path("output")
_PANDAS_TYPES = {"integer": "Int64", "number": "float64"}
"""Cell type → pandas type that keeps absent values; the others are left as they come."""

_LINE_ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz")


@dataclass(frozen=True, slots=True)
class Source:
    """Where records are: a job's database, or a JSON Lines file."""

    path: Path
    shared: tuple[str, str] | None = field(default=None, repr=False)
    """Address and job of a PostgreSQL store that holds them; None for a file."""

    @property
    def folder(self) -> Path:
        """The folder that the exports of these records belong to."""
        return self.path.parent

    def open_store(self) -> "Store":
        """Return the store of a job."""
        from scraper.store import SharedStore, Store

        return SharedStore(*self.shared) if self.shared else Store(self.path)


class Records(Iterator[Article]):
    """Records, one at a time; or all of them as a table of pandas or polars.

    An iterator is read once: load again to go through the records again.

    Args:
        records: Where they come from.
    """

    def __init__(self, records: Iterable[Article]) -> None:
        self._records = iter(records)

    def __next__(self) -> Article:
        """Return the next record."""
        return next(self._records)

    def to_pandas(self, table: str = "articles") -> "pd.DataFrame":
        """Return the records that are left as one of the tidy tables, typed.

        Args:
            table: ``articles``, ``authors``, ``quotes``, ``citations``, ``references`` or
                ``evidence``; the
                columns are those of the data dictionary.

        Raises:
            InputError: There is no such table, or pandas is not installed.
        """
        chosen = _find_table(table)
        pandas: Any = _require("pandas")
        names = [column.name for column in chosen.columns]
        frame: pd.DataFrame = pandas.DataFrame(self._rows(chosen), columns=names)
        for column in chosen.columns:
            if column.type == "timestamp":
                frame[column.name] = pandas.to_datetime(frame[column.name], utc=True)
            elif column.type in _PANDAS_TYPES:
                frame[column.name] = frame[column.name].astype(_PANDAS_TYPES[column.type])
        return frame

    def to_polars(self, table: str = "articles") -> "pl.DataFrame":
        """Return the records that are left as one of the tidy tables, typed.

        Raises:
            InputError: There is no such table, or polars is not installed.
        """
        chosen = _find_table(table)
        polars = _require("polars")
        types = {"integer": polars.Int64, "number": polars.Float64}
        schema = {column.name: types.get(column.type, polars.String) for column in chosen.columns}
        frame = polars.DataFrame(list(self._rows(chosen)), schema=schema, orient="row")
        times = [column.name for column in chosen.columns if column.type == "timestamp"]
        typed: pl.DataFrame = frame.with_columns(polars.col(times).str.to_datetime(time_zone="UTC"))
        return typed

    def _rows(self, table: Table) -> Iterator[tuple[Cell, ...]]:
        return (row for record in self for row in table.rows(record))


def _find_table(name: str) -> Table:
    for table in TABLES:
        if table.name == name:
            return table
    known = ", ".join(table.name for table in TABLES)
    raise InputError(f"{name!r} is no table; known are {known}")


def _require(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(f"{name} is not installed; install it with: pip install {name}") from error


def load(
    source: str | Path, *, with_duplicates: bool = False, with_corrections: bool = True
) -> Records:
    """Return the records of a job or a JSON Lines file, one at a time.

    Args:
        source: A job file, a job's name or output folder, its database, or a ``.jsonl`` file.
        with_duplicates: Whether a job's records that repeat another one come too.
        with_corrections: Whether what readers corrected is put in; without, records are as
            they were extracted.

    Raises:
        InputError: Nothing is there, or a line is no record; raised by the first ``next``.
        StoreError: The database can't be read.
    """
    records = read_records(
        find_source(source), with_duplicates=with_duplicates, with_corrections=with_corrections
    )
    return Records(records)


def find_source(source: str | Path) -> Source:
    """Return where the records of a job or file are.

    Raises:
        InputError: Nothing is there, or it is not of a kind that holds records.
    """
    path = Path(source)
    if path.name.endswith(_LINE_ENDINGS) or path.suffix == ".db":
        candidates = [path]
    elif path.suffix == ".toml":
        name, stated = _read_job_head(path)
        candidates = [OUTPUT / name / DATABASE]
        if (address := _find_address(stated)) is not None:
            return Source(candidates[0], (address, name))
    else:
        candidates = [path / DATABASE, OUTPUT / path / DATABASE]
    for candidate in candidates:
        if candidate.is_file():
            return Source(candidate)
    if path.is_file():
        advice = f"pullquote extract {path} -o {path.stem}.jsonl"
        raise InputError(f"{path} holds no records; if it is a saved page, first run: {advice}")
    looked = " and ".join(str(candidate) for candidate in candidates)
    raise InputError(f"{source}: no records found (looked for {looked}); run the job first")


def find_job(source: str | Path) -> Source:
    """Return where a job keeps its state.

    Raises:
        InputError: There is none, or a JSON Lines file was named.
    """
    found = find_source(source)
    if found.path.suffix != ".db":
        message = f"{found.path} holds records only; name a job, its output folder or database"
        raise InputError(message)
    return found


def read_records(
    source: Source,
    *,
    with_duplicates: bool = False,
    with_corrections: bool = True,
    with_versions: bool = False,
) -> Iterator[Article]:
    """Yield the records of a source; those of a database in the order of their ids.

    A file gives all that is in it; a database leaves out what repeats another record, as the
    exports of a crawl do, and earlier versions, unless they are asked for. Corrections are those
    of the file beside it, for the newest versions.
    """
    records = _read_extracted(source, with_duplicates=with_duplicates, with_versions=with_versions)
    if with_corrections:
        records = CorrectionLog(corrections_path(source.path)).apply(records)
    yield from records


def _read_extracted(
    source: Source, *, with_duplicates: bool, with_versions: bool
) -> Iterator[Article]:
    if source.path.name.endswith(_LINE_ENDINGS):
        yield from read_lines(source.path)
        return
    with source.open_store() as store:
        choose = store.iter_versions if with_versions else store.iter_articles
        yield from choose(with_duplicates=with_duplicates)


def _find_address(stated: str | None) -> str | None:
    from scraper.store import find_address

    return find_address(stated)


def _read_job_head(path: Path) -> tuple[str, str | None]:
    """Return name and store of a job file, without asking whether the rest can be used."""
    try:
        job = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read as a job: {error}") from error
    name, stated = job.get("name"), job.get("store")
    if not isinstance(name, str):
        raise InputError(f'{path} has no name; write name = "my-study" in it')
    return name, stated if isinstance(stated, str) else None
