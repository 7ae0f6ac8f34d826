"""SQLite: the tidy tables in one file, with views and full-text search.

``articles.sqlite`` opens in Datasette, DB Browser or any SQLite shell. The views answer the
first questions that a reader asks; ``articles_search`` and ``quotes_search`` are FTS5 tables.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from schemas import Article
from scraper.errors import DiskFull, ExportError
from scraper.exporters.staging import Sink, Staging
from scraper.exporters.tables import ARTICLES, TABLES, Table

_FILE = "articles.sqlite"
_TYPES = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "date": "TEXT",
    "timestamp": "TEXT",
}
_RECORDS_A_COMMIT = 2_000
"""Records in one transaction: few enough that memory stays flat, enough to be fast."""

_PRAGMAS = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA user_version=1;"
"""No journal: the file is a temporary one until it is complete. The version is that of the
layout, for readers that want to check."""

_VIEWS = """
CREATE VIEW quotations AS
    SELECT a.title, a.site_name, a.date_published, q.speaker, q.text, q.cue, q.kind,
           coalesce(q.fragment_url, a.url) AS link, q.article_id, q.position
    FROM quotes q JOIN articles a ON a.id = q.article_id;
CREATE VIEW speakers AS
    SELECT speaker, count(*) AS quotations, count(DISTINCT article_id) AS articles
    FROM quotes WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY quotations DESC;
CREATE VIEW cited_works AS
    SELECT coalesce(r.DOI, r.URL, r.title, r.text) AS work, min(r.authors) AS authors,
           min(r.issued) AS issued, min(r.title) AS title,
           count(DISTINCT r.article_id) AS articles
    FROM "references" r WHERE r.kind = 'source' GROUP BY work ORDER BY articles DESC;
CREATE VIEW completeness AS
    SELECT site_name, count(*) AS articles, count(title) AS with_title,
           count(authors) AS with_authors, count(date_published) AS with_date,
           sum(quote_count > 0) AS with_quotes, sum(citation_count > 0) AS with_citations
    FROM articles GROUP BY site_name ORDER BY articles DESC;
"""

_SEARCH = """
-- In double quotation marks, by which Datasette finds the table to search for another one.
CREATE VIRTUAL TABLE articles_search USING fts5(
    title, subtitle, body, content="articles", tokenize='unicode61 remove_diacritics 2');
INSERT INTO articles_search(articles_search) VALUES ('rebuild');
CREATE VIRTUAL TABLE quotes_search USING fts5(
    text, speaker, content="quotes", tokenize='unicode61 remove_diacritics 2');
INSERT INTO quotes_search(quotes_search) VALUES ('rebuild');
"""


@contextmanager
def sqlite(staging: Staging) -> Iterator[Sink]:
    """Yield a function that inserts a record's rows into ``articles.sqlite``.

    A record whose id came before replaces the earlier one.

    Raises:
        ExportError: SQLite can't write the file; ``DiskFull`` where space ran out.
    """
    target = staging.target(_FILE)
    # What ``write`` raises comes back through the ``yield``, and is named here as well.
    with _naming_errors(target), closing(sqlite3.connect(staging.path(_FILE))) as database:
        database.executescript(_PRAGMAS + "".join(_create_table(table) for table in TABLES))
        inserts = [(table, _insert_row(table)) for table in TABLES]
        pending = 0

        def write(record: Article) -> None:
            nonlocal pending
            _delete_older(database, record.id)
            for table, statement in inserts:
                database.executemany(statement, table.rows(record))
            pending += 1
            if pending % _RECORDS_A_COMMIT == 0:
                database.commit()

        yield write
        database.commit()
        database.executescript(_VIEWS + _SEARCH)


@contextmanager
def _naming_errors(target: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, naming the file that was to be written."""
    try:
        yield
    except sqlite3.Error as error:
        if "full" in str(error):
            message = f"no space left while writing {target}; free some and run again"
            raise DiskFull(message) from error
        message = f"cannot write {target}: {error}; check the folder and its permissions"
        raise ExportError(message) from error


def _delete_older(database: sqlite3.Connection, article_id: str) -> None:
    """Remove a record written before under the same id, with all its rows."""
    if database.execute("DELETE FROM articles WHERE id = ?", (article_id,)).rowcount:
        for table in TABLES:
            if table is not ARTICLES:
                database.execute(
                    f'DELETE FROM "{table.name}" WHERE article_id = ?',  # noqa: S608 - our names
                    (article_id,),
                )


def _create_table(table: Table) -> str:
    columns = [f'"{column.name}" {_TYPES[column.type]}' for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    parent = "" if table is ARTICLES else ", FOREIGN KEY (article_id) REFERENCES articles(id)"
    return f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({key}){parent});'


def _insert_row(table: Table) -> str:
    places = ", ".join("?" for _ in table.columns)
    return f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608 - our names
