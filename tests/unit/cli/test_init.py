import sys

import pytest

from scraper.job_file import read_job


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_on_a_terminal_it_asks_for_the_site_and_writes_a_job_that_works(
    run, in_folder, monkeypatch
):
    answers = iter(["www.harbour.example/news", "ada@lab.example"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", lambda *words, **options: next(answers))
    code, out, _ = run("init")
    assert (code, "now run pullquote crawl harbour.toml" in out) == (0, True)
    job = read_job(in_folder / "harbour.toml")
    assert (job.seeds, job.contact) == (["https://www.harbour.example/news"], "ada@lab.example")


@pytest.mark.parametrize(
    "words, name, seed",
    [
        (["https://a.example/x"], "a.toml", "https://a.example/x"),
        (["news.a.example"], "news.toml", "https://news.a.example/"),
        (["study.toml"], "study.toml", None),
        ([], "job.toml", None),
    ],
)
def test_a_site_or_a_file_can_be_named(run, in_folder, monkeypatch, words, name, seed):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    code, out, _ = run("init", *words, "--contact", "ada@lab.example")
    assert code == 0
    assert ("set its seeds" in out) is (seed is None)
    job = read_job(in_folder / name)
    assert job.contact == "ada@lab.example"
    assert seed is None or job.seeds == [seed]
