import io
import json

import pytest
from rich.console import Console

from schemas import Article
from scraper.cli import extract as module
from scraper.cli.show import print_record
from scraper.inputs import SavedPage


def test_piped_output_is_json_lines(run, page):
    code, out, err = run("extract", page)
    assert (code, err) == (0, "")
    assert Article.model_validate_json(out).title == "The pier"


def test_a_terminal_gets_a_readable_record(run, page, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, out, _ = run("extract", page)
    assert code == 0
    assert "The pier" in out
    assert not out.startswith("{")


def test_jsonl_can_be_asked_for_on_a_terminal(run, page, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert json.loads(run("extract", page, "--to", "jsonl")[1])["title"] == "The pier"


def test_output_folder_and_file(run, page, tmp_path):
    code, out, err = run("extract", page, page, "-o", tmp_path / "out", "--to", "jsonl,csv")
    assert (code, out) == (0, "")
    assert err.startswith("2 records in ")
    assert (tmp_path / "out" / "articles.jsonl").exists()
    assert (tmp_path / "out" / "quotes.csv").exists()
    code, _, err = run("extract", page, "-o", tmp_path / "one.jsonl")
    assert (code, err) == (0, f"1 record in {tmp_path / 'one.jsonl'}\n")
    assert Article.model_validate_json((tmp_path / "one.jsonl").read_bytes())


def test_a_page_that_fails_is_reported_and_the_run_goes_on(run, page, tmp_path):
    (tmp_path / "notes.html").write_text("no page")
    code, out, err = run("extract", tmp_path, "--jobs", "2")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert err.count("\n") == 1
    assert "notes.html is no HTML page" in err


def test_nothing_extracted_writes_nothing_and_exits_with_2(run, tmp_path):
    (tmp_path / "notes.html").write_text("no page")
    (tmp_path / "old.jsonl").write_text("old")
    code, out, err = run("extract", tmp_path / "notes.html", "-o", tmp_path / "old.jsonl")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert (tmp_path / "old.jsonl").read_text() == "old"


@pytest.mark.parametrize(
    "words, message",
    [
        (["missing.html"], "missing.html does not exist"),
        (["gopher://a.example/"], "gopher: addresses can't be read"),
        (["PAGE", "--to", "csv"], "--to csv writes files; name a folder with --output"),
        (["PAGE", "--to", "xlsx", "-o", "OUT"], "unknown export format 'xlsx'; known are jsonl"),
        (["PAGE", "-o", "PAGE/below"], "Not a directory"),
        (["PAGE", "--sites", "none"], "site parsers: none is no folder"),
    ],
    ids=["missing", "scheme", "no folder", "format", "unwritable", "sites"],
)
def test_bad_input_is_one_line_and_exit_2(run, page, tmp_path, words, message):
    real = [w.replace("PAGE", str(page)).replace("OUT", str(tmp_path / "out")) for w in words]
    code, out, err = run("extract", *real)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_an_empty_folder_is_one_line_and_exit_2(run, tmp_path):
    code, _, err = run("extract", tmp_path)
    assert (code, err.count("\n")) == (2, 1)


def test_addresses_are_fetched(run, page, monkeypatch):
    def fetch(address):
        return SavedPage(address, content=page.read_bytes(), url=address)

    monkeypatch.setattr(module, "fetch", fetch)
    code, out, _ = run("extract", "https://a.example/pier", page)
    assert code == 0
    assert [json.loads(line)["url"] for line in out.splitlines()] == [
        "https://a.example/pier",
        None,
    ]


def test_a_full_record_is_shown(record_with_everything):
    console = Console(file=io.StringIO(), width=100, force_terminal=False)
    print_record(record_with_everything, console)
    shown = console.file.getvalue()
    for text in tuple(
        (
            "A headline|Below it|Ada Lund|“We did”|Tess|(Ofsted, 2016)|1. Ofsted|She writes.|"
            "two dates|byline 80%"
        ).split("|")
    ):
        assert text in shown


def test_an_engine_needs_a_folder_and_one_format(run, page, tmp_path):
    code, _, err = run("extract", page, "--engine", "pool")
    assert code == 2
    assert "name their folder with --output" in err
    code, _, err = run("extract", page, "--engine", "pool", "-o", tmp_path, "--to", "jsonl,parquet")
    assert code == 2
    assert "one format" in err
    code, _, err = run("extract", page, "--engine", "spark", "-o", tmp_path)
    assert code == 2
    assert "known are pool and ray" in err
    code, _, err = run("extract", page, "--engine", "pool", "-o", tmp_path)
    assert code == 2
    assert "no WARC file there" in err


@pytest.mark.parametrize(
    ("given", "folder"),
    [("s3:/bucket/out", "s3://bucket/out"), ("out", None), ("c:/out", None)],
    ids=["address", "path", "drive letter"],
)
def test_a_folder_of_partitions_is_an_address_or_an_absolute_path(given, folder):
    from pathlib import Path

    from scraper.cli.archives import _folder

    assert _folder(Path(given)) == (folder or str(Path(given).resolve()))
