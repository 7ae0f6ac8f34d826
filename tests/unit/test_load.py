import gzip

import pytest

from schemas import Article
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
