"""The job's database as one object: transactions, and the small tables."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Self

from schemas import Article
from scraper.record_json import read_record
from scraper.store.database import Database, put_row
from scraper.store.frontier import Frontier
from scraper.store.keys import FileFrontier
from scraper.store.notices import Notices
from scraper.store.records import Records
from scraper.store.runs import Runs
from scraper.store.sqlite import SqliteFile


@dataclass(frozen=True, slots=True)
class RobotsEntry:
    """A robots.txt as it was last read."""

    origin: str
    fetched_at: float
    expires_at: float
    access: str
    """``rules``, ``all``, ``none`` or ``blocked``."""
    reason: str
    body: str


@dataclass(frozen=True, slots=True)
class Family:
    """What is known of URLs of one shape on one host."""

    fetched: int = 0
    fruitless: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The archived answer that unchanged copies refer to."""

    record: str
    """Its ``WARC-Record-ID``."""
    date: str
    """Its ``WARC-Date``."""
    digest: str
    """Its ``WARC-Payload-Digest``."""


class Store:
    """All state of a job.

    Args:
        database: The job's, or the path of its SQLite file, which is made if missing; its folder
            must be there.

    Raises:
        StoreError: The file can't be used; ``StoreCorrupt`` where it is damaged.
    """

    def __init__(self, database: Database | Path) -> None:
        self._db = SqliteFile(database) if isinstance(database, Path) else database
        is_file = isinstance(self._db, SqliteFile)
        self.frontier = FileFrontier(self._db) if is_file else Frontier(self._db)
        self.records = Records(self._db)
        self.runs = Runs(self._db)
        self.notices = Notices(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    @contextmanager
    def transaction(self, records: Collection[str] = ()) -> Iterator[None]:
        """Everything inside is written together or not at all.

        Args:
            records: Ids of the records that are put or marked inside; a store that others write
                to as well keeps them from doing the same meanwhile.

        Raises:
            StoreError: It could not be written; nothing of it is.
        """
        del records  # nobody else writes to this one
        try:
            with self._db.transaction():
                yield
        except BaseException:
            self.frontier.forget_recent()
            raise

    def sync(self) -> None:
        """Return when all that was committed outlasts a power cut; outside of transactions.

        Raises:
            StoreError: It can't be written.
        """
        self._db.sync()

    def iter_articles(self, *, with_duplicates: bool) -> Iterator[Article]:
        """Yield the records in the order of their ids, marked where they repeat another."""
        with self._db.naming_errors():
            for json, original in self.records.iter_json(with_duplicates=with_duplicates):
                article = read_record(json)
                if original is not None:
                    article = article.model_copy(update={"duplicate_of": original})
                yield article

    def iter_versions(self, *, with_duplicates: bool) -> Iterator[Article]:
        """Yield all versions of all records, by id, oldest first.

        The newest has the record's id; earlier ones have it with their number, ``77aa.1``, so that
        ids stay keys in tables.
        """
        with self._db.naming_errors():
            for record_id in self.records.iter_ids():
                state = self.records.find_state(record_id)
                original = state.duplicate_of if state is not None else None
                if original is not None and not with_duplicates:
                    continue
                for number, version in enumerate(self.records.versions(record_id), start=1):
                    article = read_record(version.json)
                    yield article.model_copy(update={"id": f"{record_id}.{number}"})
                newest = self.records.find_json(record_id)
                if newest is not None:
                    article = read_record(newest)
                    yield article.model_copy(update={"duplicate_of": original})

    def find_robots(self, origin: str) -> RobotsEntry | None:
        """Return the robots.txt kept for an origin, however old."""
        row = self._db.execute(
            "SELECT origin, fetched_at, expires_at, access, reason, body FROM robots "
            "WHERE origin = ?",
            (origin,),
        ).fetchone()
        return None if row is None else RobotsEntry(*row)

    def put_robots(self, entry: RobotsEntry) -> None:
        """Keep a robots.txt."""
        with self.transaction():
            self._db.execute(
                put_row("robots", "origin fetched_at expires_at access reason body"), astuple(entry)
            )

    def find_family(self, host: int, shape: str) -> Family:
        """Return what is known of a family of URLs."""
        row = self._db.execute(
            "SELECT fetched, fruitless, reason FROM families WHERE host = ? AND shape = ?",
            (host, shape),
        ).fetchone()
        return Family() if row is None else Family(*row)

    def put_family(self, host: int, shape: str, family: Family) -> None:
        """Keep what is known of a family of URLs."""
        self._db.execute(
            put_row("families", "host shape fetched fruitless reason", keys=2),
            (host, shape, family.fetched, family.fruitless, family.reason),
        )

    def traps(self) -> list[str]:
        """Return one line for each trap that was left."""
        rows = self._db.execute(
            "SELECT h.name, f.shape, f.reason FROM families f JOIN hosts h ON h.id = f.host "
            "WHERE f.reason IS NOT NULL ORDER BY h.name, f.shape"
        )
        families = [f"{host}{shape}: {reason}" for host, shape, reason in rows]
        return families + self.frontier.marks.lines()

    def archive_sizes(self) -> dict[str, int]:
        """Return archive file name → bytes of it that are committed."""
        return dict(self._db.execute("SELECT name, size FROM archives").fetchall())

    def put_archive_size(self, name: str, size: int) -> None:
        """Note how far an archive file is written; part of the transaction of its fetches."""
        self._db.execute(put_row("archives", "name size"), (name, size))

    def find_original(self, url_id: int) -> Original | None:
        """Return the archived answer that copies of a URL's page refer to."""
        row = self._db.execute(
            "SELECT record, date, digest FROM originals WHERE url = ?", (url_id,)
        ).fetchone()
        return None if row is None else Original(*row)

    def put_original(self, url_id: int, original: Original) -> None:
        """Keep which archived answer copies refer to; part of a transaction."""
        self._db.execute(
            put_row("originals", "url record date digest"), (url_id, *astuple(original))
        )
