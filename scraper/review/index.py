"""The index of the desk: one SQLite file with a row a record, its quotations, works and words.

The file stands beside the records and can be thrown away at any time. It is brought up to date
when the desk opens: only records whose digest or corrections have changed are read again.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from schemas import Article
from scraper.corrections import CorrectionLog, apply_corrections
from scraper.errors import StoreError
from scraper.review.corpus import Corpus, Entry, Reader
from scraper.review.rows import ArticleRow, to_row

VERSION = 1
"""Number of the table layout; a file of another one is made anew."""

_BATCH = 2_000
"""Records of one transaction: a reader who stops the desk in between loses little."""

_TABLES = """
CREATE TABLE articles (
    n INTEGER PRIMARY KEY,
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
CREATE INDEX articles_date ON articles (date, n);
CREATE INDEX articles_title ON articles (title_key, n);
CREATE INDEX articles_words ON articles (words, n);
CREATE INDEX articles_confidence ON articles (confidence, n);
CREATE INDEX articles_quotes ON articles (quotes, n);
CREATE INDEX articles_site ON articles (site, date, n);
CREATE INDEX articles_language ON articles (language, date, n);
CREATE INDEX articles_change ON articles (change, date, n);
CREATE INDEX articles_corrected ON articles (corrected, date, n) WHERE corrected > 0;
CREATE TABLE quotes (
    article INTEGER NOT NULL,           -- articles.n
    position INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    text TEXT NOT NULL,
    cue TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX quotes_speaker ON quotes (speaker, article, position) WHERE speaker <> '';
CREATE TABLE works (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,                  -- the same for the same work
    text TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX works_key ON works (key, article);
CREATE VIRTUAL TABLE search USING fts5(
    title, authors, speakers, body,
    content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
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
        written = looked_at = 0
        with self._naming_errors(), corpus.reader() as reader:
            self.db.execute("BEGIN")
            for entry in corpus.entries():
                digest = _digest(entry, log)
                if known.pop(entry.id, None) != digest:
                    self._write(entry, reader, log, digest)
                    written += 1
                    if written % _BATCH == 0:
                        self.db.execute("COMMIT")
                        self.db.execute("BEGIN")
                looked_at += 1
                progress(looked_at)
            for gone in known:
                self._forget(gone)
            self.db.execute("COMMIT")
            if written:
                self.db.execute("ANALYZE articles")
        return written

    def rewrite(self, entry: Entry, reader: Reader, log: CorrectionLog) -> None:
        """Read one record again, after it was corrected."""
        with self._naming_errors():
            self.db.execute("BEGIN")
            self._write(entry, reader, log, _digest(entry, log))
            self.db.execute("COMMIT")

    def _write(self, entry: Entry, reader: Reader, log: CorrectionLog, digest: str) -> None:
        extracted = reader.read(entry)
        applied = apply_corrections(extracted, log.of(entry.id))
        row = to_row(applied.record, corrections=len(log.of(entry.id)))
        self._forget(entry.id)
        # A new number each time: the words of the old one stay in the index and lead nowhere.
        number = self._next_number()
        own = (number, entry.id, digest, entry.place, entry.line or None)
        changes = (entry.change, entry.duplicate_of or "")
        counts = (row.corrected, len(applied.conflicts))
        self.db.execute(_INSERT, (*own, *row.cells, *changes, *counts))
        self._write_parts(number, row, applied.record)

    def _next_number(self) -> int:
        row = self.db.execute("SELECT max(n) FROM articles").fetchone()
        latest = self.db.execute("SELECT max(id) FROM search_docsize").fetchone()
        return max(row[0] or 0, latest[0] or 0) + 1

    def _write_parts(self, number: int, row: ArticleRow, record: Article) -> None:
        self.db.executemany(
            "INSERT INTO quotes VALUES (?,?,?,?,?)", [(number, *quote) for quote in row.quotes]
        )
        self.db.executemany(
            "INSERT INTO works VALUES (?,?,?,?)", [(number, *work) for work in row.works]
        )
        self.db.execute(
            "INSERT INTO search (rowid, title, authors, speakers, body) VALUES (?,?,?,?,?)",
            (number, *row.words, record.body),
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


def _digest(entry: Entry, log: CorrectionLog) -> str:
    """Return the digest of a record with its corrections and its state in the job."""
    lines = log.history(entry.id)
    state = f"{entry.change}.{entry.duplicate_of or ''}.{entry.place}"
    return f"{entry.digest}+{state}.{len(lines)}"
