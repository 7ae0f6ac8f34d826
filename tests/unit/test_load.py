import gzip
import sys

import pytest

from schemas import Article, Quote
from scraper import record_lines
from scraper.errors import InputError
from scraper.load import find_source, load

LINES = "".join(Article(id=name).model_dump_json() + "\n" for name in "ab")


@pytest.fixture
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_json_lines(tmp_path):
    (tmp_path / "a.jsonl").write_text(LINES + "\n")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES.encode()))
    for name in ("a.jsonl", "a.jsonl.gz"):
        assert [record.id for record in load(tmp_path / name)] == ["a", "b"]


def test_a_line_that_is_no_record_is_named(tmp_path):
    (tmp_path / "a.jsonl").write_text(LINES + '{"id": "c", "colour": "red"}\n')
    with pytest.raises(InputError, match=r"a\.jsonl, line 3 is no record .*colour: Extra inputs"):
        list(load(tmp_path / "a.jsonl"))
    (tmp_path / "b.jsonl").write_text("nonsense\n")
    with pytest.raises(InputError, match="line 1 is no record of this version: the line"):
        list(load(tmp_path / "b.jsonl"))


def test_a_damaged_file_is_named(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES.encode())[:-10])
    with pytest.raises(InputError, match=r"a\.jsonl\.gz cannot be read"):
        list(load(tmp_path / "a.jsonl.gz"))


@pytest.mark.parametrize(
    "source", ["study.toml", "study", "output/study", "output/study/pullquote.db"]
)
def test_a_job_is_found_by_its_file_name_folder_or_database(in_folder, source):
    folder = in_folder / "output" / "study"
    folder.mkdir(parents=True)
    (folder / "pullquote.db").touch()
    (in_folder / "study.toml").write_text('name = "study"\n')
    found = find_source(source)
    assert found.path.resolve() == folder / "pullquote.db"
    assert found.folder.resolve() == folder


def test_a_job_that_never_ran_says_where_was_looked(in_folder):
    with pytest.raises(
        InputError, match=r"nothing: no records found \(looked for nothing.*run the job"
    ):
        find_source("nothing")


@pytest.mark.parametrize(
    "text, message", [("name =", "cannot be read as a job"), ("a = 1", "has no name")]
)
def test_a_job_file_that_is_none(tmp_path, text, message):
    (tmp_path / "j.toml").write_text(text)
    with pytest.raises(InputError, match=message):
        find_source(tmp_path / "j.toml")


RECORDS = [
    Article(
        id="a",
        title="One",
        date_published="2016-03",
        word_count=3,
        fetched_at="2026-11-26T10:00:00Z",
        quotes=[Quote(text="It creaks", speaker="Ada", start=1, end=10), Quote(text="It sings")],
    ),
    Article(id="b"),
]


@pytest.fixture
def two(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text("".join(record.model_dump_json() + "\n" for record in RECORDS))
    return path


def test_records_as_tables_of_pandas(two):
    articles = load(two).to_pandas()
    assert articles["title"].tolist()[0] == "One"
    assert articles["date_published"].tolist()[0] == "2016-03"
    assert articles["fetched_at"][0].isoformat() == "2026-11-26T10:00:00+00:00"
    assert articles["quote_count"].dtype == "Int64"
    quotes = load(two).to_pandas("quotes")
    assert quotes["start"].isna().tolist() == [False, True]


def test_records_as_tables_of_polars(two):
    articles = load(two).to_polars()
    assert articles["title"].to_list() == ["One", None]
    assert str(articles.schema["fetched_at"]).startswith("Datetime")
    assert load(two).to_polars("quotes")["start"].to_list() == [1, None]


def test_an_empty_table_has_its_columns(tmp_path):
    (tmp_path / "none.jsonl").touch()
    assert "title" in load(tmp_path / "none.jsonl").to_pandas().columns
    assert load(tmp_path / "none.jsonl").to_polars().height == 0


def test_a_table_that_is_none_is_named(two):
    with pytest.raises(InputError, match="'words' is no table; known are articles, authors"):
        load(two).to_pandas("words")


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named(two, monkeypatch, name):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InputError, match=f"pip install {name}"):
        getattr(load(two), f"to_{name}")()


def test_of_lines_with_one_id_the_last_counts(tmp_path):
    lines = [Article(id=name, title=str(number)) for number, name in enumerate("abacab")]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(line.model_dump_json() for line in lines))
    with pytest.warns(UserWarning, match=r"a\.jsonl: 2 ids come more than once; the last"):
        records = list(load(path))
    assert [(record.id, record.title) for record in records] == [("c", "3"), ("a", "4"), ("b", "5")]


def test_ids_are_known_however_a_line_is_written(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"title": "old", "id": "Zü \\"x\\""}\n{"id": "Z\\u00fc \\"x\\"", "title": "new"}\n'
    )
    with pytest.warns(UserWarning, match="one id comes more than once"):
        records = list(load(path))
    assert [record.title for record in records] == ["new"]


def test_different_ids_with_one_hash_are_kept(tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    path.write_text(LINES)
    monkeypatch.setattr(record_lines, "hash", lambda _: 7, raising=False)
    assert [record.id for record in load(path)] == ["a", "b"]
