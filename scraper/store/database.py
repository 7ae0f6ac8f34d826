"""What the store asks of a database: the one interface behind which SQLite and PostgreSQL stand.

The statements of this package are written once, in the SQL that both understand, with ``?`` for
values. What differs (how a table is declared, how values are marked, how errors read) is a
database's own affair; what only makes sense where several processes write at once is in
``leases`` and ``shared``.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import Any, Protocol

Value = str | int | float | bytes | list[int] | list[str] | list[bytes] | None
"""What a column holds; truth values are written as 0 and 1. Lists are for PostgreSQL only."""

Row = tuple[Any, ...]


class Rows(Protocol):
    """What a statement gave."""

    @property
    def rowcount(self) -> int:
        """Rows that the statement changed."""

    def fetchone(self) -> Row | None:
        """Return the next row, None after the last."""

    def fetchall(self) -> list[Row]:
        """Return the rows that are left."""

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows that are left."""


class Database(Protocol):
    """An open database that holds all tables of one job.

    Outside of ``transaction`` every statement stands for itself.
    """

    @property
    def name(self) -> str:
        """Where it is, for messages: never with a password."""

    def execute(self, statement: str, values: Sequence[Value] = ()) -> Rows:
        """Run a statement and return what it gave."""

    def executemany(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement for each row of values."""

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """Yield the rows of a query without holding all of them in memory."""

    def transaction(self) -> AbstractContextManager[None]:
        """Write everything inside together or not at all.

        Raises:
            StoreError: It could not be written; nothing of it is.
        """

    def sync(self) -> None:
        """Return when all that was committed outlasts a power cut.

        Raises:
            StoreError: It can't be written.
        """

    def naming_errors(self) -> AbstractContextManager[None]:
        """Turn the database's errors into ``StoreError``, with its name and what to do."""

    def close(self) -> None:
        """Let go of it."""


class Part:
    """A part of a job's state; whoever calls it opens and ends transactions."""

    def __init__(self, database: Database) -> None:
        self._db = database


@cache
def put_row(table: str, columns: str, keys: int = 1) -> str:
    """Return the statement that writes a row over the one whose first columns are the same.

    Args:
        columns: Their names, in the order of the values.
        keys: How many of them are the key.
    """
    names = columns.split()
    values = ",".join("?" * len(names))
    told = ", ".join(f"{name} = excluded.{name}" for name in names[keys:])
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values}) "  # noqa: S608 - names of ours
        f"ON CONFLICT ({', '.join(names[:keys])}) DO UPDATE SET {told}"
    )


def one_row(rows: Rows) -> Row:
    """Return the one row that a statement always gives."""
    row = rows.fetchone()
    if row is None:
        raise LookupError("the statement gave no row")
    return row


def only_value(rows: Rows) -> Any:
    """Return the one value of the one row that a statement always gives."""
    return one_row(rows)[0]
