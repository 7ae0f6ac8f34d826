import io
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

    def ask(*words, value_proc=str, **options):
        return value_proc(next(answers))

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", ask)
    code, out, _ = run("init")
    assert (code, "now run pullquote crawl harbour.toml" in out) == (0, True)
    job = read_job(in_folder / "harbour.toml")
    assert (job.seeds, job.contact) == (["https://www.harbour.example/news"], "ada@lab.example")


@pytest.mark.parametrize(
    "words, name, seed",
    [
        (["https://a.example/x"], "a.toml", "https://a.example/x"),
        (["news.a.example"], "news.toml", "https://news.a.example/"),
        (["127.0.0.1:8000/news"], "127-0-0-1.toml", "http://127.0.0.1:8000/news"),
        (["localhost:8000"], "localhost.toml", "http://localhost:8000/"),
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


@pytest.mark.parametrize("answer", ["my study", "ftp://a.example", "news"])
def test_what_is_neither_site_nor_job_file_is_refused(run, in_folder, answer):
    code, _, err = run("init", answer)
    assert (code, list(in_folder.iterdir())) == (2, [])
    assert "give an address such as https://news.example/, or a name such as study.toml" in err


def test_an_answer_that_means_nothing_is_asked_again(run, in_folder, monkeypatch):
    terminal = io.StringIO("my study\nnews.example\n\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    code, out, err = run("init")
    assert (code, "'my study' is neither a site nor a job file" in out + err) == (0, True)
    assert (in_folder / "news.toml").exists()


@pytest.mark.parametrize(
    "contact",
    ["nonsense", "me", "@lab", "ada at lab.example", "lab.example", "ada@m\u00fcnchen.example"],
)
def test_a_contact_by_which_nobody_can_be_reached_is_refused(run, in_folder, contact):
    code, _, err = run("init", "news.example", "--contact", contact)
    assert (code, list(in_folder.iterdir())) == (2, [])
    assert "write ada@lab.example or https://lab.example/crawler" in err


@pytest.mark.parametrize(
    "contact", ["ada.l+crawl@lab.example", "https://lab.example", "http://lab.example:80/~ada#bot"]
)
def test_a_mail_or_web_address_is_a_contact(run, in_folder, contact):
    assert run("init", "news.example", "--contact", contact)[0] == 0
    assert read_job(in_folder / "news.toml").contact == contact


def test_a_contact_that_means_nothing_is_asked_for_again(run, in_folder, monkeypatch):
    terminal = io.StringIO("news.example\nnonsense\nada@lab.example\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    code, out, err = run("init")
    assert (code, "'nonsense' is neither an e-mail address" in out + err) == (0, True)
    assert read_job(in_folder / "news.toml").contact == "ada@lab.example"


@pytest.mark.parametrize(
    "site, allowed",
    [
        ("localhost:8000", ["localhost"]),
        ("192.168.1.7/wiki/", ["192.168.1.7"]),
        ("93.184.215.14", False),
        ("news.example", False),
    ],
)
def test_a_job_for_a_site_of_this_network_may_enter_it(run, in_folder, site, allowed):
    assert run("init", site, "--contact", "ada@lab.example")[0] == 0
    (path,) = in_folder.iterdir()
    assert read_job(path).allow_private_hosts == allowed
