import gzip

import pytest

from schemas import Article
from scraper.corrections import CorrectionLog
from scraper.errors import InputError, StoreError
from scraper.load import Source
from scraper.review import index as index_module
from scraper.review.corpus import FileCorpus, JobCorpus
from scraper.review.desk import Desk, Setting
from scraper.review.index import Index
from scraper.store import NewRecord, Store


def line(name, title):
    return Article(id=name, title=title, body=f"About {title}.").model_dump_json() + "\n"


def nothing(_):
    return None


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(line("a", "One") + "\n" + line("b", "Two"))
    return path


def update(path, log=None):
    index = Index(path.with_name("i.db"))
    corpus = FileCorpus(Source(path))
    written = index.update(corpus, log or CorrectionLog(path.with_name("c.jsonl")), nothing)
    titles = dict(index.db.execute("SELECT id, title FROM articles ORDER BY id"))
    found = index.db.execute(
        "SELECT id FROM articles WHERE n IN (SELECT rowid FROM search WHERE search MATCH 'about')"
    ).fetchall()
    index.close()
    assert sorted(row[0] for row in found) == sorted(titles)
    return written, titles


def test_only_what_changed_is_read_again(records):
    assert update(records) == (2, {"a": "One", "b": "Two"})
    assert update(records) == (0, {"a": "One", "b": "Two"})
    records.write_text(line("a", "One") + "\n" + line("b", "Three") + line("c", "Four"))
    assert update(records) == (2, {"a": "One", "b": "Three", "c": "Four"})
    records.write_text(line("c", "Four"))
    assert update(records)[1] == {"c": "Four"}


def test_numbers_follow_dates_whatever_the_order_of_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(index_module, "_BATCH", 2)
    dates = ["2016-03", None, "2016-03-08T10:00", "2016-03-08", "2001", "2016-03-08", None]
    path = tmp_path / "a.jsonl"
    records = [Article(id=f"{n}", date_published=date) for n, date in enumerate(dates)]
    path.write_text("".join(record.model_dump_json() + "\n" for record in records))
    index = Index(tmp_path / "i.db")
    index.update(FileCorpus(Source(path)), CorrectionLog(tmp_path / "c.jsonl"), nothing)
    rows = index.db.execute("SELECT date FROM articles ORDER BY n").fetchall()
    assert [date for (date,) in rows] == sorted(date or "" for date in dates)
    index.close()


def test_a_full_minute_goes_on_in_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(index_module, "A_MINUTE", 2)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(line(f"{n}", f"Title {n}") for n in range(5)))
    index = Index(tmp_path / "i.db")
    index.update(FileCorpus(Source(path)), CorrectionLog(tmp_path / "c.jsonl"), nothing)
    assert [n for (n,) in index.db.execute("SELECT n FROM articles ORDER BY n")] == [0, 1, 2, 3, 4]
    index.close()


def test_of_two_lines_with_one_id_the_later_counts(records):
    records.write_text(line("a", "One") + line("a", "Two"))
    assert update(records)[1] == {"a": "Two"}


def test_an_index_of_another_version_or_a_damaged_one_is_made_anew(records):
    update(records)
    records.with_name("i.db").write_bytes(b"no database at all" * 100)
    assert update(records)[0] == 2


def test_an_index_that_cannot_be_written_is_named(records):
    records.with_name("i.db").mkdir()
    with pytest.raises(StoreError, match="delete it, it is made anew"):
        update(records)


def test_a_line_that_is_no_record_is_named(records):
    records.write_text('{"id": "x", "colour": 1}\n')
    with pytest.raises(InputError, match="record x is none of this version: colour"):
        update(records)
    records.write_text("nonsense\n")
    with pytest.raises(InputError, match="record in line 1 is none"):
        update(records)


def test_records_of_a_gzipped_file_are_read_from_the_index(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((line("a", "One") + line("b", "Two")).encode()))
    with Desk(Setting(Source(path), "Tess")) as desk:
        desk.update()
        assert desk.draft("b").extracted.title == "Two"
        assert desk.setting.index_path.name == "a.index.db"


def test_a_file_that_changed_under_the_desk_is_noticed(records):
    with Desk(Setting(Source(records), "Tess")) as desk:
        desk.update()
        records.write_text(line("z", "Other") + line("a", "One") + line("b", "Two"))
        with pytest.raises(InputError, match="was changed while it was being reviewed"):
            desk.draft("a")


def put(store, name, title, run):
    record = NewRecord(name, f"https://a.example/{name}", True, title, None, line(name, title))
    with store.transaction():
        store.records.put(record, run)


def test_a_job_says_what_its_last_run_did(tmp_path):
    path = tmp_path / "pullquote.db"
    with Store(path) as store:
        with store.transaction():
            first = store.runs.begin(1.0).id
        put(store, "old", "Old", first)
        put(store, "edited", "Before", first)
        put(store, "gone", "Gone", first)
        with store.transaction():
            second = store.runs.begin(2.0).id
            store.records.mark_vanished("gone", "https://a.example/gone", second)
        put(store, "edited", "After", second)
        put(store, "fresh", "Fresh", second)
    changes = {entry.id: entry.change for entry in JobCorpus(Source(path)).entries()}
    assert changes == {"old": "", "edited": "changed", "gone": "vanished", "fresh": "new"}
    with Desk(Setting(Source(path), "Tess")) as desk:
        desk.update()
        assert desk.draft("edited").extracted.title == "After"
        assert desk.log.path == tmp_path / "corrections.jsonl"
