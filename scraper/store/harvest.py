"""Records made anew, collected beside the database until all of them are there.

A file of its own, deleted at the end: nothing of the job's database changes until the last page is
read, so that a run that is broken off leaves everything as it was.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from scraper.store.speakers import NewRecord, find_apart, rank
from scraper.store.sqlite import naming_errors

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE records (
    id TEXT PRIMARY KEY, url TEXT NOT NULL, is_own INTEGER NOT NULL, digest TEXT NOT NULL,
    signature BLOB, json TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE read (url TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_BATCH = 500
"""Records between two commits."""


class Harvest:
    """Records by id, of each the one that speaks for its article.

    Args:
        path: The file; one that is there is left over and made anew.

    Raises:
        StoreError: It can't be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._pending = 0
        self._delete()
        with naming_errors(path):
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.executescript(_TABLES)
            self._db.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self._delete()

    def _delete(self) -> None:
        self.path.unlink(missing_ok=True)

    def put(self, url: str, record: NewRecord | None) -> None:
        """Note that a URL was read; keep its record, if it has one.

        Of two URLs the one that comes first in the order of the store's own records speaks for an
        article; of one URL the page that was read last.
        """
        with naming_errors(self.path):
            self._db.execute("INSERT OR IGNORE INTO read VALUES (?)", (url,))
            if record is not None:
                self._put(record)
            self._pending += 1
            if self._pending % _BATCH == 0:
                self._db.execute("COMMIT")
                self._db.execute("BEGIN")

    def _put(self, record: NewRecord) -> None:
        moving: NewRecord | None = record
        while moving is not None:
            row = self._db.execute(
                "SELECT id, url, is_own, digest, signature, json FROM records WHERE id = ?",
                (moving.id,),
            ).fetchone()
            apart = None
            if row is not None and row[1] != moving.url:
                before = NewRecord(*row)
                apart = find_apart(before, moving)
                if apart is not None and apart.url == moving.url:
                    moving = apart
                    continue
                if apart is None and rank(bool(before.is_own), before.url) <= rank(
                    moving.is_own, moving.url
                ):
                    return
            values = (moving.id, moving.url, moving.is_own, moving.digest)
            self._db.execute(
                "INSERT OR REPLACE INTO records VALUES (?,?,?,?,?,?)",
                (*values, moving.signature, moving.json),
            )
            moving = apart

    def __iter__(self) -> Iterator[NewRecord]:
        """Yield the records in the order of their ids."""
        rows = self._db.execute(
            "SELECT id, url, is_own, digest, signature, json FROM records ORDER BY id"
        )
        for record_id, url, is_own, digest, signature, json in rows:
            yield NewRecord(record_id, url, bool(is_own), digest, signature, json)

    def lacks(self, record_id: str, url: str) -> bool:
        """Return whether a URL was read and no page gave the record any more."""
        known = "SELECT EXISTS (SELECT 1 FROM read WHERE url = ?) AND NOT EXISTS "
        (lacks,) = self._db.execute(
            f"{known} (SELECT 1 FROM records WHERE id = ?)",  # noqa: S608 - two constants
            (url, record_id),
        ).fetchone()
        return bool(lacks)
