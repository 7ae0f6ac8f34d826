"""The installed command in a process of its own: pipes, exit codes, no tracebacks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures"
COMMAND = [sys.executable, "-c", "from scraper.cli import main; main()"]
ROBOTS = "User-agent: *\nAllow: /\n"


def run(*words, cwd=None, stdin=b""):
    return subprocess.run(
        [*COMMAND, *map(str, words)], cwd=cwd, input=stdin, capture_output=True, check=False
    )


def test_a_folder_to_csv_by_two_processes(tmp_path):
    done = run("extract", FIXTURES, "--to", "csv,jsonl", "-o", tmp_path / "out", "--jobs", 2)
    assert (done.returncode, done.stdout) == (0, b"")
    lines = (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    pages = len(list(FIXTURES.rglob("*.html")))
    assert len(lines) == pages
    again = run("export", tmp_path / "out" / "articles.jsonl", "--to", "sqlite")
    assert again.returncode == 0
    assert (tmp_path / "out" / "articles.sqlite").exists()


def test_standard_input_and_a_closed_pipe():
    page = (FIXTURES / "lantern" / "tuba-line.html").read_bytes()
    done = run("extract", "-", stdin=page)
    assert json.loads(done.stdout)["title"] == "The tuba line"
    process = subprocess.Popen(
        [*COMMAND, "extract", FIXTURES], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.read(10)
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in errors


def test_an_address(httpserver):
    httpserver.expect_request("/robots.txt").respond_with_data(ROBOTS)
    page = (FIXTURES / "lantern" / "tuba-line.html").read_text(encoding="utf-8")
    httpserver.expect_request("/a").respond_with_data(page, content_type="text/html; charset=utf-8")
    done = run("extract", httpserver.url_for("/a"))
    record = json.loads(done.stdout)
    assert (record["title"], record["http_status"]) == ("The tuba line", 200)
    assert record["fetched_at"]
    missing = run("extract", httpserver.url_for("/b"))
    assert missing.returncode == 2
    assert missing.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["extract", "missing.html"],
        ["extract", "ftp://a.example/"],
        ["extract", "."],
        ["extract", "notes.txt"],
        ["extract", "PAGE", "-o", "notes.txt/below"],
        ["export", "nothing", "--to", "csv"],
        ["fixtures", "check", "."],
    ],
    ids=" ".join,
)
def test_bad_input_is_one_line_and_exit_2(tmp_path, words):
    (tmp_path / "notes.txt").write_text("no page")
    page = str(FIXTURES / "lantern" / "tuba-line.html")
    done = run(*(word.replace("PAGE", page) for word in words), cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert done.stderr.startswith(b"pullquote: ")


def test_debug_shows_the_traceback(tmp_path):
    done = run("extract", "missing.html", "--debug", cwd=tmp_path)
    assert done.returncode == 1
    assert b"Traceback" in done.stderr
