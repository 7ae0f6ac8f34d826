"""Exports are written when something in them changed, and only then."""

import itertools
import json
import os
import signal
from pathlib import Path

import pytest

from schemas import Article, CrawlJob
from scraper.crawler import counts, exporting
from scraper.crawler.exporting import NOTE, export_records, find_exported
from scraper.crawler.stopping import PATIENCE_S, GivenUp, Stop
from scraper.exporters import BY_RECORD, write_exports
from scraper.exporters.parts import PARTS
from scraper.exporters.staging import StagedText
from scraper.store import NewRecord, Store
from scraper.version import __version__

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


def exported(store, tmp_path, stop=None, since=1, **keys):
    values = {"name": "j", "seeds": ["https://a.example/"], "exports": EXPORTS}
    job = CrawlJob.model_validate(values | keys)
    return export_records(job, store, tmp_path, stop or Stop(), since)


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


def test_files_of_a_format_that_the_job_has_no_more_are_told_as_long_as_they_are_there(
    store, tmp_path
):
    exported(store, tmp_path, exports=["jsonl", "bibtex"])
    assert exported(store, tmp_path, exports=["jsonl"]).stale == ["articles.bib"]
    assert exported(store, tmp_path, exports=["jsonl"]).stale == ["articles.bib"]
    put(store, record("11112222", title="Another", digest="2"), run=2)
    assert exported(store, tmp_path, exports=["jsonl"]).stale == ["articles.bib"]
    assert exported(store, tmp_path, exports=["bibtex"]).stale == ["articles.jsonl"]
    (tmp_path / "articles.jsonl").unlink()
    assert exported(store, tmp_path, exports=["bibtex"]).stale == []


def test_a_file_that_somebody_wrote_anew_is_not_stale(store, tmp_path):
    exported(store, tmp_path, exports=["jsonl", "bibtex"])
    (tmp_path / "articles.bib").write_text("of today")
    assert exported(store, tmp_path, exports=["jsonl"]).stale == []


def lines_of(store, tmp_path, **keys):
    exported(store, tmp_path, exports=["jsonl"], **keys)
    return (tmp_path / "articles.jsonl").read_text("utf-8").split("\n")[:-1]


def own(name, **fields):
    """Return a record as a worker of this version makes it."""
    article = Article(
        id=name, canonical_url=f"https://a.example/{name}", extractor_version=__version__,
        body="Grüße – “so”, he said.\n\n\u2028 <&>", date_published="2024-05-01", **fields,
    )  # fmt: skip
    return NewRecord(name, article.canonical_url, True, "1", None, article.model_dump_json())


def test_lines_are_those_of_the_models(store, tmp_path):
    """Records of this version are not read into models to be written as they stand."""
    put(store, own("77778888", title="Ferry"), own("99990000"), own("aaaa1111", title="Copy"))
    marked_record(store, tmp_path)
    with store.transaction():
        store.records.mark_duplicates({"aaaa1111": "77778888"})
    correction(store, tmp_path)
    for copies in (False, True):
        lines = lines_of(store, tmp_path, export_duplicates=copies)
        (tmp_path / NOTE).write_text("{}")
        exported(store, tmp_path, exports=["jsonl", "markdown"], export_duplicates=copies)
        assert (tmp_path / "articles.jsonl").read_text("utf-8").split("\n")[:-1] == lines
        assert len(lines) == 4 + copies
        assert json.loads(lines[0])["title"] == "Mended"


def test_counts_are_those_of_the_models(store, tmp_path):
    put(store, own("77778888", title="Ferry", tags=["a"]), own("99990000"))
    short = exported(store, tmp_path, exports=["jsonl"]).counts
    assert exported(store, tmp_path).counts == short
    assert short.by_month == {"2024-05": 2, "unknown": 2}


def test_a_record_of_another_version_is_written_in_todays_form(store, tmp_path):
    old = '{"id": "77778888", "title": "Of old", "extractor_version": "0.0.1"}'
    put(store, NewRecord("77778888", "https://a.example/old", True, "1", None, old))
    (line,) = [line for line in lines_of(store, tmp_path) if "Of old" in line]
    assert list(json.loads(line)) == list(Article.model_fields)


def bare_record(store, run):
    """Have a record as a model without most of today's fields would have written it."""
    name = f"7777000{run}"
    text = f'{{"id": "{name}", "title": "Bare", "extractor_version": "{__version__}"}}'
    put(store, NewRecord(name, f"https://a.example/{run}", True, "1", None, text), run=run)


def bare_lines(store, tmp_path, since):
    """Return the ids of the lines that stand in the file as they stand in the database."""
    lines = map(json.loads, lines_of(store, tmp_path, since=since))
    return [line["id"] for line in lines if list(line) != list(Article.model_fields)]


def test_a_record_of_this_version_and_another_form_is_written_in_todays_form(
    store, tmp_path, monkeypatch
):
    """As when the package was changed where it stands, without another version."""
    bare_record(store, 1)
    assert bare_lines(store, tmp_path, since=1) == ["77770001"]
    monkeypatch.setattr(exporting, "_iter_form", lambda *_: iter([b"another"]))
    for run in (2, 3):
        # Also later on, when the exports before were written by this form.
        bare_record(store, run)
        assert bare_lines(store, tmp_path, since=run) == [f"7777000{n}" for n in range(2, run + 1)]


@pytest.mark.parametrize("formats", [["jsonl"], ["jsonl", "csv"]])
def test_a_stored_day_that_the_calendar_lacks_is_exported_as_its_month(store, tmp_path, formats):
    text = own("77778888", references=[{"text": "Moss", "issued": "2019-06-30"}]).json
    text = text.replace("2019-06-30", "2019-06-31")
    put(store, NewRecord("77778888", "https://a.example/old", True, "1", None, text))
    exported(store, tmp_path, since=2, exports=formats)
    line = (tmp_path / "articles.jsonl").read_text("utf-8").split("\n")[-2]
    assert Article.model_validate_json(line).references[0].issued == "2019-06"


@pytest.mark.parametrize("note", [None, "{}", "[1, 2"])
def test_without_a_note_only_records_of_this_run_are_written_as_they_stand(store, tmp_path, note):
    for run in (1, 2):
        bare_record(store, run)
    if note is not None:
        (tmp_path / NOTE).write_text(note)
    assert bare_lines(store, tmp_path, since=2) == ["77770002"]


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


TEXTS = sorted(BY_RECORD)
COPIES = {"exports": TEXTS, "export_duplicates": True}


def quoted(name, title="A story", digest="1"):
    """Return a record with something in each table, and what CSV and JSON have to quote."""
    article = Article(
        id=name, url=f"https://a.example/{name}", title=title, body="“Grüße, \n\u2028 all” – so",
        authors=[{"name": "Ada Moss"}], quotes=[{"text": f"{title}, again", "start": 0, "end": 1}],
        canonical_url=f"https://a.example/{name}",
    )  # fmt: skip
    return NewRecord(name, article.canonical_url, True, digest, None, article.model_dump_json())


def changes_of_a_year(store, tmp_path):
    """Yield after each change that exports may have to follow."""
    put(store, *[quoted(f"{n:04d}") for n in range(10, 30)])
    yield
    put(store, quoted("0015", "Longer than it was", "2"), quoted("0016", "x", "2"), run=2)
    yield
    put(store, quoted("0001"), quoted("0017x"), quoted("zzzz"), run=3)
    yield
    with store.transaction():
        store.records.mark_duplicates({"0029": "0012", "33334444": "11112222"})
        for name in ("0001", "0020", "zzzz"):
            store.records.retire(name, 4)
    yield
    correction(store, tmp_path)
    put(store, quoted("0010", "First", "3"), run=5)
    yield
    with store.transaction():
        store.records.mark_duplicates({})
    (tmp_path / "corrections.jsonl").unlink()
    yield


def texts_of(folder):
    files = [*folder.glob("[!.]*.*"), folder / PARTS]
    return {path.name: path.read_bytes() for path in files if not path.name.startswith("pullquote")}


@pytest.mark.parametrize("keys", [COPIES, {"exports": TEXTS}, {"exports": ["jsonl"]}])
def test_what_is_put_together_of_earlier_files_is_what_would_be_written(store, tmp_path, keys):
    for number, _ in enumerate(changes_of_a_year(store, tmp_path)):
        exported_now = exported(store, tmp_path, since=9, **keys)
        whole = tmp_path / f"whole{number}"
        whole.mkdir()
        for path in tmp_path.glob("corrections.jsonl"):
            (whole / path.name).write_bytes(path.read_bytes())
        assert exported(store, whole, since=9, **keys).counts == exported_now.counts
        assert texts_of(tmp_path) == texts_of(whole), number


def read_again(store, monkeypatch):
    """Return the ids of the records that are read from now on, as they are."""
    asked, find = [], store.records.find_json
    monkeypatch.setattr(store.records, "find_json", lambda name: asked.append(name) or find(name))
    return asked


def test_only_what_changed_is_read(store, tmp_path, monkeypatch):
    for number, _ in enumerate(changes_of_a_year(store, tmp_path)):
        asked = read_again(store, monkeypatch)
        exported(store, tmp_path, **COPIES)
        changed = [22, 2, 3, 2, 2, 3][number]
        assert len(asked) == changed, number
        monkeypatch.undo()


def torn(text):
    return text[: len(text) // 2]


def too_long(text):
    return text.replace("[", "[9", 1)[:-3] + "99999]\n"


@pytest.mark.parametrize("break_", [torn, too_long, lambda _: "[]\n", lambda _: ""])
def test_parts_that_are_not_those_of_the_files_are_not_used(store, tmp_path, monkeypatch, break_):
    exported(store, tmp_path, **COPIES)
    monkeypatch.setattr(exporting, "_stamp", lambda path: [path.exists()])
    (tmp_path / PARTS).write_text(break_((tmp_path / PARTS).read_text()))
    put(store, quoted("9999"), run=2)
    counts = exported(store, tmp_path, **COPIES).counts
    together = texts_of(tmp_path)
    write_exports(store.iter_articles(with_duplicates=True), tmp_path, TEXTS)
    assert (texts_of(tmp_path), counts.records) == (together, 3)


def test_files_of_another_form_are_not_copied(store, tmp_path, monkeypatch):
    exported(store, tmp_path, **COPIES)
    monkeypatch.setattr(exporting, "_iter_form", lambda *_: iter([b"another"]))
    put(store, quoted("9999"), run=2)
    asked = read_again(store, monkeypatch)
    exported(store, tmp_path, **COPIES)
    assert len(asked) == 3


def test_what_is_counted_decides_the_form(store):
    job = CrawlJob.model_validate({"name": "j", "seeds": ["https://a.example/"]})
    assert Path(counts.__file__).read_bytes() in list(exporting._iter_form(job, store))


def test_files_of_a_database_that_is_gone_are_not_copied(tmp_path):
    """Its runs had the same numbers, and the same texts were fetched at other times."""
    for month in (1, 6):
        with Store(tmp_path / "pullquote.db") as store:
            store.runs.begin(float(month))
            moment = f"2026-0{month}-01T00:00:00Z"
            put(store, *[own(f"{n:04d}", fetched_at=moment) for n in range(2 + month)])
            exported(store, tmp_path, **COPIES)
        for path in tmp_path.glob("pullquote.db*"):
            path.unlink()
    lines = (tmp_path / "articles.jsonl").read_text("utf-8").split("\n")[:-1]
    assert {json.loads(line)["fetched_at"] for line in lines} == {"2026-06-01T00:00:00Z"}


@pytest.mark.parametrize("holder, name", [(Path, "open"), (StagedText, "copy")])
def test_files_that_cannot_be_read_any_more_are_written_whole(
    store, tmp_path, monkeypatch, holder, name
):
    """As those of another user, and those on a disk that breaks."""
    exported(store, tmp_path, **COPIES)
    put(store, quoted("9999"), run=2)
    refused, done = [], getattr(holder, name)

    def refuse(self, *given, **named):
        if name == "open" and (self.name, given) != ("articles.jsonl", ("rb",)):
            return done(self, *given, **named)
        refused.append(given)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(holder, name, refuse)
    counted = exported(store, tmp_path, **COPIES).counts
    monkeypatch.undo()
    together = texts_of(tmp_path)
    write_exports(store.iter_articles(with_duplicates=True), tmp_path, TEXTS)
    assert (texts_of(tmp_path), counted.records, len(refused)) == (together, 3, 1)
