import sqlite3
from contextlib import closing

import pytest

from schemas import Article
from scraper.errors import DiskFull, ExportError
from scraper.exporters import write_exports
from scraper.exporters.sqlite import _naming_errors


def query(folder, sql, *values):
    with closing(sqlite3.connect(folder / "articles.sqlite")) as database:
        return database.execute(sql, values).fetchall()


def test_tables_hold_the_rows(record, tmp_path):
    write_exports([record], tmp_path, ["sqlite"])
    assert query(tmp_path, "SELECT title, word_count FROM articles") == [(record.title, 19)]
    assert query(tmp_path, "SELECT speaker, start, end FROM quotes") == [("Ada Öztürk", 45, 95)]
    assert query(tmp_path, 'SELECT count(*) FROM "references"') == [(3,)]
    assert query(tmp_path, "PRAGMA foreign_key_check") == []
    assert query(tmp_path, "PRAGMA integrity_check") == [("ok",)]


def test_search_finds_words_without_accents(record, tmp_path):
    write_exports([record], tmp_path, ["sqlite"])
    found = query(tmp_path, "SELECT rowid FROM quotes_search WHERE quotes_search MATCH 'ozturk'")
    assert len(found) == 1
    sql = "SELECT title FROM articles_search WHERE articles_search MATCH 'nobody AND chose'"
    assert query(tmp_path, sql) == [(record.title,)]


@pytest.mark.parametrize("table", ["articles", "quotes"])
def test_datasette_finds_the_words_of_a_table(record, tmp_path, table):
    """Its rule: a virtual table whose SQL has the name in ``content="…"``, in double quotes."""
    write_exports([record], tmp_path, ["sqlite"])
    sql = "SELECT name FROM sqlite_master WHERE sql LIKE ?"
    pattern = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
    assert query(tmp_path, sql, pattern) == [(f"{table}_search",)]


def test_views_answer_first_questions(record, tmp_path):
    write_exports([record], tmp_path, ["sqlite"])
    assert query(tmp_path, "SELECT * FROM speakers") == [("Ada Öztürk", 1, 1)]
    assert query(tmp_path, "SELECT speaker, site_name FROM quotations") == [
        ("Ada Öztürk", "Northmoor News")
    ]
    works = query(tmp_path, "SELECT work FROM cited_works ORDER BY work")
    assert works == [("10.1000/xyz_1",), ("https://reports.example/a_b%20c?x={1}&y=~z",)]
    assert query(tmp_path, "SELECT articles, with_authors, with_quotes FROM completeness") == [
        (1, 1, 1)
    ]


def test_a_later_record_of_the_same_id_replaces_the_earlier(record, tmp_path):
    later = record.model_copy(update={"title": "Later", "quotes": []})
    write_exports([record, later], tmp_path, ["sqlite"])
    assert query(tmp_path, "SELECT title FROM articles") == [("Later",)]
    assert query(tmp_path, "SELECT count(*) FROM quotes") == [(0,)]


def test_many_records_are_committed_in_between(tmp_path):
    records = (Article(id=f"{n}") for n in range(4_500))
    write_exports(records, tmp_path, ["sqlite"])
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(4_500,)]


@pytest.mark.parametrize(
    ("message", "kind"),
    [("database or disk is full", DiskFull), ("disk I/O error", ExportError)],
)
def test_sqlite_errors_name_the_file(tmp_path, message, kind):
    with pytest.raises(kind, match=r"x\.sqlite"), _naming_errors(tmp_path / "x.sqlite"):
        raise sqlite3.OperationalError(message)


def test_a_file_that_cannot_be_opened_or_filled_is_named(tmp_path, monkeypatch):
    connect = sqlite3.connect

    def fill_soon(path):
        database = connect(path)
        database.execute("PRAGMA max_page_count = 60")
        return database

    records = [Article(id=f"{n}", body="A long text. " * 400) for n in range(60)]
    monkeypatch.setattr(sqlite3, "connect", fill_soon)
    with pytest.raises(DiskFull, match=r"no space left while writing .*articles\.sqlite"):
        write_exports(records, tmp_path, ["sqlite"])
    monkeypatch.setattr(sqlite3, "connect", lambda _: connect(tmp_path / "none" / "x"))
    with pytest.raises(ExportError, match=r"articles\.sqlite: unable to open .* permissions"):
        write_exports([], tmp_path, ["sqlite"])
    assert list(tmp_path.iterdir()) == []
