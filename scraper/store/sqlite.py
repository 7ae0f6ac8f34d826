"""SQLite as a job's database: one file in WAL mode.

A process that is killed loses at most the transaction in hand; after a power cut the file is as
of an earlier commit, and what was fetched since is fetched again.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from scraper.errors import StoreCorrupt, StoreError
from scraper.store.database import Row, Value
from scraper.store.tables import LATER_TABLES, TABLES, VERSION


class SqliteFile:
    """A job's database file, made if missing.

    Raises:
        StoreCorrupt: The file is damaged or no database.
        StoreError: It can't be opened, or belongs to another version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self.naming_errors():
            self._connection = _connect(path)

    @property
    def name(self) -> str:
        """Path of the file."""
        return str(self._path)

    def execute(self, statement: str, values: Sequence[Value] = ()) -> sqlite3.Cursor:
        """Run a statement and return what it gave."""
        return self._connection.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement for each row of values."""
        self._connection.executemany(statement, rows)

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """Yield the rows of a query; SQLite finds each as it is asked for."""
        return self._connection.execute(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write everything inside together or not at all."""
        with self.naming_errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def naming_errors(self) -> AbstractContextManager[None]:
        """Turn SQLite's errors into ours, with the file's name and what to do."""
        return naming_errors(self._path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA wal_autocheckpoint = 16000")
    connection.execute("PRAGMA temp_store = MEMORY")
    _migrate(connection, path)
    connection.executescript(LATER_TABLES)
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    if version:
        message = (
            f"{path} was written by another version of Pullquote (layout {version}, this one has "
            f"{VERSION}); use that version, or move the file away to start afresh"
        )
        raise StoreError(message)
    connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")


@contextmanager
def naming_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours.

    Raises:
        StoreCorrupt: The file is damaged.
        StoreError: Space, permission or a lock is missing.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        message = f"{path}: {error}; {_advice(str(error))}; run again to go on"
        raise StoreError(message) from error
    except sqlite3.DatabaseError as error:
        message = f"{path} is damaged ({error}); put back a copy, or move it away to start afresh"
        raise StoreCorrupt(message) from error


def _advice(reason: str) -> str:
    if "full" in reason:
        return "free some space"
    if "locked" in reason:
        return "another program holds it open for writing"
    if "malformed" in reason or "no such" in reason:
        return "the file is not as Pullquote wrote it"
    return "check the folder, its permissions and its disk"
