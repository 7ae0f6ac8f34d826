"""The index of the desk: one SQLite file with a row a record, its quotations, works and words.

The file stands beside the records and can be thrown away at any time. It is brought up to date
when the desk opens: only records whose digest or corrections have changed are read again.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from scraper.corrections import CorrectionLog, apply_corrections
from scraper.errors import StoreError
from scraper.review.corpus import Corpus, Entry, Reader
from scraper.review.numbers import A_MINUTE, first_number
from scraper.review.rows import ArticleRow, to_row

VERSION = 2
"""Number of the table layout; a file of another one is made anew."""

_BATCH = 2_000
"""Records of one transaction: a reader who stops the desk in between loses little. They go in by
date, since full-text search writes out what it holds whenever a number is smaller than the last."""

_TABLES = """
CREATE TABLE articles (
    n INTEGER PRIMARY KEY,              -- grows with the date, numbers.first_number
    id TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,               -- of the record and its corrections
    place INTEGER NOT NULL,             -- first byte in a JSON Lines file
    line BLOB,                          -- the record itself, of gzipped files
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,            -- folded, for sorting
    site TEXT NOT NULL,
    authors TEXT NOT NULL,
    date TEXT NOT NULL,                 -- '' where there is none
    language TEXT NOT NULL,             -- primary subtag
    url TEXT NOT NULL,
    lede TEXT NOT NULL,
    words INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    citations INTEGER NOT NULL,
    works INTEGER NOT NULL,
    bios INTEGER NOT NULL,
    missing INTEGER NOT NULL,           -- one bit a field, rows.FIELDS
    confidence REAL NOT NULL,           -- of the least certain field
    warnings INTEGER NOT NULL,
    change TEXT NOT NULL,
    repeats TEXT NOT NULL,              -- id of the record it repeats
    corrected INTEGER NOT NULL,
    conflicts INTEGER NOT NULL
);
-- Each index goes on with n, so that it gives what is equal in the order of dates.
CREATE INDEX articles_title_key ON articles (title_key);
CREATE INDEX articles_words ON articles (words);
CREATE INDEX articles_confidence ON articles (confidence);
CREATE INDEX articles_quotes ON articles (quotes);
CREATE INDEX articles_site ON articles (site);
CREATE INDEX articles_language ON articles (language);
CREATE INDEX articles_change ON articles (change);
CREATE INDEX articles_corrected ON articles (corrected) WHERE corrected > 0;
-- What filters ask without an index of its own, in small rows: to be counted.
CREATE INDEX articles_facts ON articles
    (missing, quotes, citations, works, bios, warnings, corrected, conflicts, confidence, date);
CREATE TABLE quotes (
    article INTEGER NOT NULL,           -- articles.n
    position INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    text TEXT NOT NULL,
    cue TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX quotes_speaker ON quotes (speaker, article DESC, position) WHERE speaker <> '';
CREATE TABLE works (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,                  -- the same for the same work
    text TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX works_key ON works (key, article DESC, position);
CREATE VIRTUAL TABLE search USING fts5(
    title, authors, speakers, body,
    content='', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE pages (
    key TEXT PRIMARY KEY,               -- address, or id of the record
    file TEXT NOT NULL,
    place INTEGER NOT NULL              -- first byte of the record in an archive
) WITHOUT ROWID;
CREATE TABLE files (
    file TEXT PRIMARY KEY,
    size INTEGER NOT NULL               -- bytes that are in pages
);
"""

_COLUMNS = (
    "n, id, digest, place, line, title, title_key, site, authors, date, language, url, lede, "
    "words, quotes, citations, works, bios, missing, confidence, warnings, change, repeats, "
    "corrected, conflicts"
)
_INSERT = f"INSERT INTO articles ({_COLUMNS}) VALUES ({', '.join('?' * 25)})"  # noqa: S608 - names

Progress = Callable[[int], None]
"""Told how many records have been looked at."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What is written of a record: much less than the record, since a batch is held."""

    entry: Entry
    digest: str
    row: ArticleRow
    conflicts: int
    body: str


class Index:
    """The index of one corpus.

    Args:
        path: The file; made if missing, made anew if it is of another version.

    Raises:
        StoreError: The file can't be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._naming_errors():
            self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            if not self._is_current():
                self.db.close()
                for suffix in ("", "-wal", "-shm"):
                    path.with_name(path.name + suffix).unlink(missing_ok=True)
                self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA synchronous = OFF")
            self.db.execute("PRAGMA cache_size = -131072")
            self.db.execute("PRAGMA temp_store = MEMORY")
            if not self._is_current():
                script = f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;"
                self.db.executescript(script)

    def _is_current(self) -> bool:
        try:
            (version,) = self.db.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError:
            return False
        return bool(version == VERSION)

    @contextmanager
    def _naming_errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            message = f"{self.path} cannot be used: {error}; delete it, it is made anew"
            raise StoreError(message) from error

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def update(self, corpus: Corpus, log: CorrectionLog, progress: Progress) -> int:
        """Bring the index up to date; return how many records were read.

        Raises:
            InputError: A record can't be read.
            StoreError: The index can't be written.
        """
        known = dict(self.db.execute("SELECT id, digest FROM articles"))
        pending: dict[str, _Read] = {}
        written = looked_at = 0
        with self._naming_errors(), corpus.reader() as reader:
            for entry in corpus.entries():
                digest = _digest(entry, log)
                if known.pop(entry.id, None) != digest:
                    pending[entry.id] = _read(entry, reader, log, digest)
                    written += 1
                    if len(pending) == _BATCH:
                        self._write(pending)
                looked_at += 1
                progress(looked_at)
            self._write(pending, gone=known)
            if written:
                self.db.execute("ANALYZE articles")
        return written

    def rewrite(self, entry: Entry, reader: Reader, log: CorrectionLog) -> None:
        """Read one record again, after it was corrected."""
        with self._naming_errors():
            self._write({entry.id: _read(entry, reader, log, _digest(entry, log))})

    def _write(self, pending: dict[str, "_Read"], gone: Iterable[str] = ()) -> None:
        """Write records in place of older ones of their ids, forget others; all or nothing."""
        self.db.execute("BEGIN")
        for article in (*gone, *pending):
            self._forget(article)
        for read in sorted(pending.values(), key=lambda read: first_number(read.row.date)):
            self._insert(read)
        self.db.execute("COMMIT")
        pending.clear()

    def _insert(self, read: "_Read") -> None:
        # A new number each time: the words of the old one stay in the index and lead nowhere.
        number = self._next_number(first_number(read.row.date))
        entry = read.entry
        own = (number, entry.id, read.digest, entry.place, entry.line or None)
        changes = (entry.change, entry.duplicate_of or "")
        counts = (read.row.corrected, read.conflicts)
        self.db.execute(_INSERT, (*own, *read.row.cells, *changes, *counts))
        self._write_parts(number, read.row, read.body)

    def _next_number(self, first: int) -> int:
        """Return the first number of a minute that neither an article nor its words ever had."""
        while True:
            inside = (first, first + A_MINUTE)
            ours = "SELECT max(n) FROM articles WHERE n >= ? AND n < ?"
            words = "SELECT max(id) FROM search_docsize WHERE id >= ? AND id < ?"
            latest = [self.db.execute(sql, inside).fetchone()[0] for sql in (ours, words)]
            number = max((one + 1 for one in latest if one is not None), default=first)
            if number < first + A_MINUTE:
                return int(number)
            first += A_MINUTE

    def _write_parts(self, number: int, row: ArticleRow, body: str) -> None:
        self.db.executemany(
            "INSERT INTO quotes VALUES (?,?,?,?,?)", [(number, *quote) for quote in row.quotes]
        )
        self.db.executemany(
            "INSERT INTO works VALUES (?,?,?,?)", [(number, *work) for work in row.works]
        )
        self.db.execute(
            "INSERT INTO search (rowid, title, authors, speakers, body) VALUES (?,?,?,?,?)",
            (number, *row.words, body),
        )

    def _forget(self, article: str) -> None:
        found = self.db.execute("SELECT n FROM articles WHERE id = ?", (article,)).fetchone()
        if found is None:
            return
        for table, key in (("articles", "n"), ("quotes", "article"), ("works", "article")):
            self.db.execute(f"DELETE FROM {table} WHERE {key} = ?", found)  # noqa: S608 - names

    def find(self, article: str) -> Entry | None:
        """Return what is known of a record, None where there is none of that id."""
        return find_entry(self.db, article)


def find_entry(db: sqlite3.Connection, article: str) -> Entry | None:
    """Return what an index knows of a record, None where there is none of that id."""
    row = db.execute(
        "SELECT id, digest, change, repeats, place, line FROM articles WHERE id = ?", (article,)
    ).fetchone()
    if row is None:
        return None
    name, digest, change, original, place, line = row
    return Entry(name, digest.partition("+")[0], change, original or None, place, line or b"")


def read_index(path: Path) -> closing[sqlite3.Connection]:
    """Return a second connection, that only reads; for another thread."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    return closing(sqlite3.connect(address, uri=True, check_same_thread=False))


def _read(entry: Entry, reader: Reader, log: CorrectionLog, digest: str) -> _Read:
    corrections = log.of(entry.id)
    applied = apply_corrections(reader.read(entry), corrections)
    row = to_row(applied.record, corrections=len(corrections))
    return _Read(entry, digest, row, len(applied.conflicts), applied.record.body)


def _digest(entry: Entry, log: CorrectionLog) -> str:
    """Return the digest of a record with its corrections and its state in the job."""
    lines = log.history(entry.id)
    state = f"{entry.change}.{entry.duplicate_of or ''}.{entry.place}"
    return f"{entry.digest}+{state}.{len(lines)}"
