"""Records in the store: one for each article, with its earlier versions.

Which of several fetched URLs speaks for an article (``speakers``) does not depend on the order in
which they came, so an interrupted crawl ends with the same records as an undisturbed one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from scraper.store.database import Database, Part, only_value
from scraper.store.marks import Marks
from scraper.store.speakers import THRESHOLD, NewRecord, find_apart, rank, similarity
from scraper.urls import key_of

_PUT_RECORD = """
INSERT INTO records (id, url, is_own, digest, signature, json, first_run, changed_run)
VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET url = excluded.url,
    is_own = excluded.is_own, digest = excluded.digest, signature = excluded.signature,
    json = excluded.json, changed_run = excluded.changed_run, vanished_run = NULL,
    duplicate_of = NULL
"""
_STATE = "SELECT id, digest, first_run, changed_run, vanished_run, duplicate_of FROM records "


class Put(Enum):
    """What storing a record did."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OTHER = "other"
    """Another URL speaks for the article."""


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a record."""

    record: str
    run: int
    """Run in which it was replaced."""
    json: str


@dataclass(frozen=True, slots=True)
class RecordState:
    """What is known of a record beside the record itself."""

    id: str
    digest: str
    first_run: int
    changed_run: int
    vanished_run: int | None
    duplicate_of: str | None


class Records(Part):
    """The records of a job."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._marks = Marks(database)

    def put(self, record: NewRecord, run: int) -> Put:
        """Store a record; keep what it replaces as an earlier version."""
        row = self._db.execute(
            "SELECT url, is_own, digest, json FROM records WHERE id = ?", (record.id,)
        ).fetchone()
        if row is None:
            self._write(record, run)
            return Put.NEW
        url, is_own, digest, json = row
        if url != record.url:
            if rank(bool(is_own), url) <= rank(record.is_own, record.url):
                return Put.OTHER
            self._write(record, run)
            return Put.SAME
        if digest == record.digest:
            self._db.execute("UPDATE records SET vanished_run = NULL WHERE id = ?", (record.id,))
            return Put.SAME
        self._keep_version(record.id, run, json)
        self._keep_replaced(record.id)
        self._write(record, run)
        return Put.CHANGED

    def place(self, record: NewRecord, run: int) -> NewRecord:
        """Return a record under the id that is its own, and make room for it; before ``put``.

        Two pages that tell different stories under one canonical URL are two records. Where one of
        them goes another page may stand that calls it its own, and so on.
        """
        placed, moving = None, record
        while (apart := self._find_apart(moving)) is not None:
            if apart.url == moving.url:
                moving = apart
                continue
            if placed is None:
                placed = moving
            else:
                self._move(moving, run)
            moving = apart
        if placed is None:
            return moving
        self._move(moving, run)
        return placed

    def _find_apart(self, record: NewRecord) -> NewRecord | None:
        """Return which of a record and that of its id has to go elsewhere, if any."""
        row = self._db.execute(
            "SELECT id, url, is_own, digest, signature, json FROM records "
            "WHERE id = ? AND url <> ? AND signature IS NOT NULL",
            (record.id, record.url),
        ).fetchone()
        return None if row is None else find_apart(NewRecord(*row), record)

    def _move(self, record: NewRecord, run: int) -> None:
        self.put(record, run)
        self._db.execute(
            "UPDATE visits SET record = ? WHERE url = (SELECT id FROM urls WHERE key = ?)",
            (record.id, key_of(record.url)),
        )

    def _keep_replaced(self, record_id: str) -> None:
        """Keep what a record was, beside its text, until it is known whether its page is there."""
        self._db.execute(
            "INSERT INTO replaced (record, digest, signature, changed_run, vanished_run, "
            "duplicate_of) SELECT id, digest, signature, changed_run, vanished_run, duplicate_of "
            "FROM records WHERE id = ? ON CONFLICT DO NOTHING",
            (record_id,),
        )

    def _write(self, record: NewRecord, run: int) -> None:
        """Write a record, or its row anew, without any mark."""
        told = (record.id, record.url, int(record.is_own), record.digest, record.signature)
        self._db.execute(_PUT_RECORD, (*told, record.json, run, run))

    def renew(self, record: NewRecord, run: int) -> Put:
        """Store a record that was made anew of a page that is known already.

        What it replaces is kept as an earlier version; whether its page has vanished stays.
        """
        row = self._db.execute(
            "SELECT digest, json, vanished_run FROM records WHERE id = ?", (record.id,)
        ).fetchone()
        if row is None:
            self._write(record, run)
            return Put.NEW
        digest, json, vanished_run = row
        if digest == record.digest:
            return Put.SAME
        self._keep_version(record.id, run, json)
        self._write(record, run)
        self._db.execute(
            "UPDATE records SET vanished_run = ? WHERE id = ?", (vanished_run, record.id)
        )
        return Put.CHANGED

    def retire(self, record_id: str, run: int) -> None:
        """Take a record out that no page gives any more; it is kept as an earlier version."""
        json = self.find_json(record_id)
        if json is not None:
            self._keep_version(record_id, run, json)
            self._db.execute("DELETE FROM records WHERE id = ?", (record_id,))

    def _keep_version(self, record_id: str, run: int, json: str) -> None:
        self._db.execute(
            "INSERT INTO versions (record, run, json) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (record_id, run, json),
        )

    def iter_urls(self) -> Iterator[tuple[str, str]]:
        """Yield (id, URL that speaks for it) of each record."""
        yield from self._db.execute("SELECT id, url FROM records ORDER BY id")

    def mark_moved(self, record_id: str, record: NewRecord, run: int) -> None:
        """Note that a page calls the article another's which it gave as ``record_id`` before.

        Not where it says something else now: the page may show a notice for a night.
        """
        row = self._db.execute(
            "SELECT signature FROM records WHERE id = ?", (record_id,)
        ).fetchone()
        signature = None if row is None or row[0] is None else bytes(row[0])
        if signature and record.signature and similarity(signature, record.signature) >= THRESHOLD:
            self.mark_vanished(record_id, record.url, run)

    def mark_vanished(self, record_id: str, url: str, run: int) -> None:
        """Note that the page that gave a record is gone."""
        self._db.execute(
            "UPDATE records SET vanished_run = ? WHERE id = ? AND url = ? AND vanished_run IS NULL",
            (run, record_id, url),
        )

    def mark_copy(self, record_id: str, url: str, original: str) -> None:
        """Note that a page that gave a record is asked no more, as another one gives the same."""
        self._db.execute(
            "UPDATE records SET duplicate_of = ? WHERE id = ? AND url = ? AND id <> ?",
            (original, record_id, url, original),
        )

    def count(self) -> int:
        """Return how many records there are."""
        return int(only_value(self._db.execute("SELECT count(*) FROM records")))

    def count_vanished(self) -> int:
        """Return how many records there are whose page is gone."""
        counted = "SELECT count(*) FROM records WHERE vanished_run IS NOT NULL"
        return int(only_value(self._db.execute(counted)))

    def iter_json(self, *, with_duplicates: bool) -> Iterator[tuple[str, str | None]]:
        """Yield (JSON, id of the record it repeats) of each record, in the order of ids."""
        where = "" if with_duplicates else "WHERE duplicate_of IS NULL "
        yield from self._db.stream(f"SELECT json, duplicate_of FROM records {where}ORDER BY id")  # noqa: S608 - no value in it

    def iter_states(self) -> Iterator[RecordState]:
        """Yield the state of each record, in the order of ids."""
        for row in self._db.stream(f"{_STATE}ORDER BY id"):
            yield RecordState(*row)

    def find_json(self, record_id: str) -> str | None:
        """Return the JSON of a record."""
        row = self._db.execute("SELECT json FROM records WHERE id = ?", (record_id,)).fetchone()
        return None if row is None else str(row[0])

    def find_state(self, record_id: str) -> RecordState | None:
        """Return what is known of a record, None where there is none."""
        row = self._db.execute(f"{_STATE}WHERE id = ?", (record_id,)).fetchone()
        return None if row is None else RecordState(*row)

    def versions(self, record_id: str) -> list[Version]:
        """Return the earlier versions of a record, oldest first."""
        rows = self._db.execute(
            "SELECT record, run, json FROM versions WHERE record = ? ORDER BY run", (record_id,)
        )
        return [Version(*row) for row in rows]

    def iter_version_keys(self) -> Iterator[tuple[str, int]]:
        """Yield (id, run in which it was replaced) of each earlier version, in order."""
        yield from self._db.stream("SELECT record, run FROM versions ORDER BY record, run")

    def iter_ids(self) -> Iterator[str]:
        """Yield the ids of all records that there are or ever were, in order."""
        rows = self._db.execute(
            "SELECT id FROM records UNION SELECT record FROM versions ORDER BY 1"
        )
        yield from (row[0] for row in rows)

    def iter_touched(self, run: int) -> Iterator[str]:
        """Yield the ids of records that are new since a run, that changed, that vanished."""
        rows = self._db.execute(
            "SELECT id FROM records WHERE changed_run >= ? OR vanished_run >= ? "
            "ORDER BY first_run < ?, vanished_run IS NOT NULL, id",
            (run, run, run),
        )
        yield from (row[0] for row in rows)

    def iter_changed(self) -> Iterator[str]:
        """Yield the ids of records that have earlier versions or whose page vanished, in order."""
        rows = self._db.execute(
            "SELECT record FROM versions UNION "
            "SELECT id FROM records WHERE vanished_run IS NOT NULL ORDER BY 1"
        )
        yield from (row[0] for row in rows)

    def unsigned(self) -> list[tuple[str, str]]:
        """Return (id, JSON) of some records whose signatures have to be made again."""
        return self._db.execute(
            "SELECT id, json FROM records WHERE length(signature) = 0 LIMIT 500"
        ).fetchall()

    def put_signature(self, record_id: str, signature: bytes | None) -> None:
        """Keep the signature of a record."""
        self._db.execute("UPDATE records SET signature = ? WHERE id = ?", (signature, record_id))

    def iter_signatures(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield (id, URL, MinHash signature) of all records that have one, by id.

        Not of copies that are asked for no more: their text is an earlier one.
        """
        copies = self._copies()
        rows = self._db.stream(
            "SELECT id, url, signature FROM records WHERE signature IS NOT NULL ORDER BY id"
        )
        yield from (row for row in rows if row[0] not in copies)

    def _copies(self) -> set[str]:
        """Return the ids of the records that repeat the one of their URL without its marks."""
        rows = self._db.execute(
            "SELECT r.id, r.url, o.url FROM records r JOIN records o ON o.id = r.duplicate_of "
            "WHERE r.duplicate_of IS NOT NULL"
        )
        marked = (row for row in rows.fetchall() if "?" in row[1])
        return {name for name, url, bare in marked if self._marks.find_bare(url) == bare}

    def vanished(self) -> set[str]:
        """Return the ids of the records whose page is gone."""
        rows = self._db.execute("SELECT id FROM records WHERE vanished_run IS NOT NULL")
        return {row[0] for row in rows}

    def mark_duplicates(self, duplicates: dict[str, str]) -> list[str]:
        """Make ``duplicates`` (id → id of the record it repeats) the only marks there are.

        Only marks that differ are written: a record is a long row. A record whose page is gone
        stays what it was last: it repeats an earlier text of one that has been edited since. So
        does one of a URL with a mark.

        Returns:
            The URLs of the records that a record repeats that did not before.
        """
        known = (
            "SELECT r.id, r.duplicate_of, r.vanished_run IS NOT NULL AND o.id IS NOT NULL "
            "FROM records r LEFT JOIN records o ON o.id = r.duplicate_of "
            "WHERE r.duplicate_of IS NOT NULL"
        )
        rows = self._db.execute(known).fetchall()
        marked: dict[str, str] = {copy: original for copy, original, _ in rows}
        # What leads others now is no copy: it would be one of its own.
        leading = {*duplicates.values()}
        settled = {copy for copy, _, is_settled in rows if is_settled and copy not in leading}
        settled |= self._copies()
        changes: list[tuple[str | None, str]] = [
            (original, copy)
            for copy, original in duplicates.items()
            if marked.get(copy) != original
        ]
        repeated = sorted({original for original, _ in changes if original is not None})
        changes += [(None, copy) for copy in marked if copy not in duplicates.keys() | settled]
        self._db.executemany("UPDATE records SET duplicate_of = ? WHERE id = ?", changes)
        urls = (
            self._db.execute("SELECT url FROM records WHERE id = ?", (name,)).fetchone()
            for name in repeated
        )
        return [row[0] for row in urls if row is not None]
