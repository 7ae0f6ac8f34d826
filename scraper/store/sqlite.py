"""SQLite as a job's database: one file in WAL mode.

A process that is killed loses at most the transaction in hand; after a power cut the file is as
of an earlier commit, and what was fetched since is fetched again.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from scraper.errors import StoreCorrupt, StoreError, StoreFull
from scraper.store.database import Row, Value
from scraper.store.tables import LATER_TABLES, TABLES

FILE_VERSION = 3
"""Number of a file's layout, kept in its ``user_version``. In layout 1 the keys of URLs had an
index of their own in the table of URLs, in layout 2 a table that all went into; each made adding
slow when there were millions."""

_KEYS = """
CREATE TABLE keys (
    run INTEGER NOT NULL,               -- key_runs.run
    key BLOB NOT NULL,                  -- urls.key
    id INTEGER NOT NULL,                -- urls.id
    PRIMARY KEY (run, key)
) WITHOUT ROWID;
CREATE TABLE key_runs (
    run INTEGER PRIMARY KEY,
    last INTEGER NOT NULL,              -- last urls.id whose key is in this or an earlier run
    filter BLOB NOT NULL                -- words of 64 bits, little-endian: which keys may be in it
);
"""
_TABLES = TABLES.replace("key BLOB NOT NULL UNIQUE,", "key BLOB NOT NULL,       ")
_NEW = f"{_TABLES} {_KEYS}"
_URLS = _TABLES[_TABLES.index("CREATE TABLE urls") : _TABLES.index("CREATE TABLE visits")]
_FROM_1 = f"""
ALTER TABLE urls RENAME TO urls_1;
DROP INDEX urls_queued;
DROP INDEX urls_due;
{_URLS}
{_KEYS}
INSERT INTO urls SELECT * FROM urls_1;
DROP TABLE urls_1;
UPDATE records SET signature = x'' WHERE signature IS NOT NULL;
"""  # noqa: S608 - constants
"""From layout 1. Signatures are computed in another way since, and are made again by the run."""
_FROM_2 = f"DROP TABLE keys; DROP TABLE merged; {_KEYS}"
"""From layout 2; the frontier writes the runs of keys when it is opened (``keys.catch_up``)."""
_CHANGES = {0: _NEW, 1: _FROM_1, 2: _FROM_2}


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
        """Run a statement and return what it gave.

        Raises:
            StoreError: The file can't be read or written; also outside of a transaction.
        """
        try:
            return self._connection.execute(statement, values)
        except sqlite3.Error as error:
            raise _to_store_error(error, self._path) from error

    def executemany(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement for each row of values."""
        try:
            self._connection.executemany(statement, rows)
        except sqlite3.Error as error:
            raise _to_store_error(error, self._path) from error

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """Yield the rows of a query; SQLite finds each as it is asked for.

        Raises:
            StoreError: The file can't be read.
        """
        with self.naming_errors():
            yield from self._connection.execute(statement, values)

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

    def sync(self) -> None:
        """Return when all that was committed outlasts a power cut; costs some milliseconds.

        Raises:
            StoreError: It can't be written.
        """
        # A checkpoint syncs the log before it moves anything from it.
        self.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

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
    connection.execute("PRAGMA cache_size = -32768")
    connection.execute("PRAGMA wal_autocheckpoint = 16000")
    connection.execute("PRAGMA journal_size_limit = 67108864")
    connection.execute("PRAGMA temp_store = MEMORY")
    _migrate(connection, path)
    connection.executescript(LATER_TABLES)
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == FILE_VERSION:
        return
    if version not in _CHANGES:
        message = (
            f"{path} was written by another version of Pullquote (layout {version}, this one has "
            f"{FILE_VERSION}); use that version, or move the file away to start afresh"
        )
        raise StoreError(message)
    try:
        connection.executescript(
            f"BEGIN; {_CHANGES[version]} PRAGMA user_version = {FILE_VERSION}; COMMIT;"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def naming_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours.

    Raises:
        StoreCorrupt: The file is damaged.
        StoreFull: The disk is full.
        StoreError: Permission or a lock is missing.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _to_store_error(error, path) from error


def _to_store_error(error: sqlite3.Error, path: Path) -> StoreError:
    if isinstance(error, sqlite3.OperationalError):
        message = f"{path}: {error}; {_advice(str(error))}; run again to go on"
        is_full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        return (StoreFull if is_full else StoreError)(message)
    message = f"{path} is damaged ({error}); put back a copy, or move it away to start afresh"
    return StoreCorrupt(message)


def _advice(reason: str) -> str:
    if "full" in reason:
        return "free some space"
    if "locked" in reason:
        return "another program holds it open for writing"
    if "malformed" in reason or "no such" in reason:
        return "the file is not as Pullquote wrote it"
    return "check the folder, its permissions and its disk"
