"""Exports are written when something in them changed, and only then."""

import itertools
import json
import os
import signal

import pytest

from schemas import Article, CrawlJob
from scraper.crawler.exporting import NOTE, export_records, find_exported
from scraper.crawler.stopping import PATIENCE_S, GivenUp, Stop
from scraper.store import NewRecord, Store

EXPORTS = ["jsonl", "markdown"]


def record(name, title="A story", digest="1"):
    article = Article(id=name, title=title, body="Text.", canonical_url=f"https://a.example/{name}")
    return NewRecord(
        id=name, url=article.canonical_url, is_own=True, digest=digest, signature=None,
        json=article.model_dump_json(),
    )  # fmt: skip


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "pullquote.db") as store:
        put(store, record("11112222"), record("33334444"))
        yield store


def put(store, *records, run=1):
    with store.transaction():
        for one in records:
            store.records.put(one, run)


def exported(store, tmp_path, stop=None, **keys):
    values = {"name": "j", "seeds": ["https://a.example/"], "exports": EXPORTS}
    return export_records(CrawlJob.model_validate(values | keys), store, tmp_path, stop or Stop())


def test_what_is_there_and_says_the_same_is_left_alone(store, tmp_path):
    first = exported(store, tmp_path)
    written = (tmp_path / "articles.jsonl").stat().st_mtime_ns
    again = exported(store, tmp_path)
    assert (first.is_unchanged, again.is_unchanged) == (False, True)
    assert again.files == first.files == ["articles.jsonl", "markdown"]
    assert again.counts == first.counts
    assert (first.counts.records, first.counts.completeness["title"]) == (2, 1.0)
    assert first.counts.by_month == {"unknown": 2}
    assert (tmp_path / "articles.jsonl").stat().st_mtime_ns == written


def changed_record(store, tmp_path):
    put(store, record("11112222", "Another", "2"), run=2)


def new_record(store, tmp_path):
    put(store, record("55556666"), run=2)


def marked_record(store, tmp_path):
    with store.transaction():
        store.records.mark_duplicates({"33334444": "11112222"})


def correction(store, tmp_path):
    (tmp_path / "corrections.jsonl").write_text(
        json.dumps(
            {
                "article": "11112222",
                "path": "title",
                "old": "A story",
                "new": "Mended",
                "who": "reader",
                "when": "2026-01-02T03:04:05Z",
            }
        )
        + "\n"
    )


def deleted_file(store, tmp_path):
    (tmp_path / "articles.jsonl").unlink()


def edited_file(store, tmp_path):
    with (tmp_path / "articles.jsonl").open("a") as file:
        file.write("\n")


def touched_file(store, tmp_path):
    os.utime(tmp_path / "articles.jsonl", (1, 1))


def deleted_note(store, tmp_path):
    next((tmp_path / "markdown").iterdir()).unlink()


def broken_note(store, tmp_path):
    (tmp_path / NOTE).write_text("[1, 2")


def note_of_another_kind(store, tmp_path):
    (tmp_path / NOTE).write_text("{}")


@pytest.mark.parametrize(
    "change",
    [
        changed_record, new_record, marked_record, correction, deleted_file, edited_file,
        touched_file, deleted_note, broken_note, note_of_another_kind,
    ],
)  # fmt: skip
def test_whatever_changes_what_is_in_them_has_them_written(store, tmp_path, change):
    exported(store, tmp_path)
    change(store, tmp_path)
    assert not exported(store, tmp_path).is_unchanged
    assert exported(store, tmp_path).is_unchanged
    assert len((tmp_path / "articles.jsonl").read_text().splitlines()) in {1, 2, 3}


def test_other_formats_and_choices_have_them_written(store, tmp_path):
    exported(store, tmp_path)
    assert not exported(store, tmp_path, exports=["jsonl"]).is_unchanged
    assert not exported(store, tmp_path, export_duplicates=True).is_unchanged
    assert not exported(store, tmp_path, export_versions=True).is_unchanged
    assert exported(store, tmp_path, export_versions=True).is_unchanged


def test_an_earlier_version_more_counts_where_versions_are_exported(store, tmp_path):
    exported(store, tmp_path, export_versions=True)
    changed_record(store, tmp_path)
    assert not exported(store, tmp_path, export_versions=True).is_unchanged
    lines = (tmp_path / "articles.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["11112222.1", "11112222", "33334444"]


def test_a_run_that_is_told_to_stop_leaves_the_exports_that_were_there(store, tmp_path):
    before = exported(store, tmp_path)
    written = (tmp_path / "articles.jsonl").read_bytes()
    put(store, record("55556666"), run=2)
    stop = Stop(itertools.count(step=PATIENCE_S / 4).__next__)
    stop.take(signal.SIGTERM)
    with pytest.raises(GivenUp):
        exported(store, tmp_path, stop)
    assert (tmp_path / "articles.jsonl").read_bytes() == written
    assert not list(tmp_path.glob(".*.tmp"))
    left = find_exported(store, tmp_path)
    assert (left.files, left.is_unchanged) == (before.files, True)
    assert (left.counts.records, left.counts.completeness) == (3, before.counts.completeness)
    assert not exported(store, tmp_path).is_unchanged


def test_exports_that_take_less_than_the_time_of_a_stop_are_written(store, tmp_path):
    stop = Stop(lambda: 1.0)
    stop.take(signal.SIGTERM)
    assert exported(store, tmp_path, stop).files == ["articles.jsonl", "markdown"]


def test_before_the_first_exports_a_stop_leaves_none(store, tmp_path):
    left = find_exported(store, tmp_path)
    assert (left.files, left.counts.records) == ([], 2)


def test_all_records_are_counted_whatever_is_exported(store, tmp_path):
    marked_record(store, tmp_path)
    put(store, record("55556666", title=None), run=2)
    kinds = ({}, {"export_duplicates": True}, {"export_versions": True})
    counts = [exported(store, tmp_path, **keys).counts for keys in kinds]
    assert counts[0] == counts[1] == counts[2]
    assert (counts[0].records, counts[0].completeness["title"]) == (3, 0.6667)
