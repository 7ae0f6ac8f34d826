import json
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

import scraper.cli
import scraper.crawler.crawl
from schemas import CrawlReport, FetchRecord
from scraper.cli import main
from scraper.crawler.fleet import RayFleet
from scraper.errors import JobLocked

JOB = 'name = "x"\nseeds = ["https://a.example/"]\nfailure_threshold = 0.2\n'
MOMENT = datetime(2024, 5, 1, tzinfo=UTC)


def report(**known):
    values = {"job": "x", "run": 1, "state": "finished", "started_at": MOMENT, "ended_at": MOMENT}
    return CrawlReport.model_validate(values | {"files": ["articles.jsonl"]} | known)


@pytest.fixture
def run(monkeypatch, tmp_path, capsys):
    """Run ``pullquote crawl`` with a crawl that ends as told; return exit code and output."""
    monkeypatch.setattr(scraper.cli, "COMMANDS", ("crawl", "init", "status"))
    (tmp_path / "x.toml").write_text(JOB)

    fleets = []

    def do(ended, *options, signal=None):
        def run_job(job, output, base, listener, fleet):
            fleets.append(fleet)
            if isinstance(ended, Exception):
                raise ended
            fetch = FetchRecord(
                url="https://u:p@a.example/1", host="a.example", kind="page", depth=0,
                outcome="timeout", message="no answer within 20 s", started_at=MOMENT,
                elapsed_s=1, attempts=4,
            )  # fmt: skip
            listener.on_fetch(fetch, 7, 3)
            listener.on_note("a trap")
            return SimpleNamespace(report=ended, signal=signal)

        monkeypatch.setattr(scraper.crawler.crawl, "run_job", run_job)
        with pytest.raises(SystemExit) as caught:
            main(["crawl", str(tmp_path / "x.toml"), "-o", str(tmp_path / "out"), *options])
        return caught.value.code, capsys.readouterr()

    do.fleets = fleets
    return do


def test_workers_on_a_cluster_are_asked_for_by_engine(run, monkeypatch):
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    run(report())
    run(report(), "--engine", "ray")
    run(report(), "--engine", "ray", "--cluster", "auto", "--workers", "9")
    assert run.fleets == [None, RayFleet(None, 2), RayFleet("auto", 9)]


@pytest.mark.parametrize("share, code", [(0.0, 0), (0.2, 0), (0.21, 1)])
def test_the_exit_code_tells_whether_too_many_pages_failed(run, share, code):
    assert run(report(failure_share=share))[0] == code


def test_a_result_that_is_not_as_it_should_be_says_where_to_look(run):
    _, output = run(report(failure_share=0.21))
    assert "more failed than failure_threshold = 0.2 allows: `pullquote status`" in output.out
    assert "failure_threshold" not in run(report(failure_share=0.2))[1].out
    assert "nothing was due" in run(report(fetched=0))[1].out
    assert "nothing was due" not in run(report(fetched=3))[1].out


def test_an_interrupted_run_exits_by_its_signal(run):
    code, output = run(report(state="interrupted"), signal=15)
    assert code == 143
    assert "run again to go on" in output.out


def test_a_locked_job_exits_with_75(run):
    code, output = run(JobLocked("another run of this job is going on (process 12)"))
    assert code == 75
    assert output.err == "pullquote: another run of this job is going on (process 12)\n"


def test_plain_lines_name_failures_and_notes_without_credentials(run):
    _, output = run(report(records=3, warnings=["contact is not set"]))
    assert "x: timeout: https://a.example/1 (no answer within 20 s)" in output.err
    assert "a trap" in output.err
    assert "3 records" in output.out
    assert "contact is not set" in output.out
    assert "articles.jsonl" in output.out


def test_exports_that_were_left_as_they_are_are_told(run):
    _, output = run(report(files_unchanged=True))
    assert "files as they were, nothing in them changed\n" in output.out
    assert "articles.jsonl" not in output.out


def test_json_is_one_object_a_line(run):
    _, output = run(report(records=3), "--json")
    events = [json.loads(line) for line in output.out.splitlines()]
    assert [event["event"] for event in events] == ["begin", "fetch", "note", "end"]
    assert (events[1]["outcome"], events[1]["queued"], events[3]["records"]) == ("timeout", 7, 3)
    assert output.err == ""


def test_quiet_prints_the_result_only(run):
    _, output = run(report(records=3), "--quiet")
    assert output.err == ""
    assert output.out.startswith("x, run 1: ")


def test_a_terminal_gets_a_bar(run, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    code, output = run(report(records=3))
    assert code == 0
    assert "x, run 1: " in output.out


def test_init_writes_a_job_and_replaces_none(run, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(scraper.cli, "COMMANDS", ("init",))
    path = tmp_path / "my-news.toml"
    with pytest.raises(SystemExit):
        main(["init", str(path)])
    assert 'name = "my-news"' in path.read_text()
    with pytest.raises(SystemExit) as caught:
        main(["init", str(path)])
    assert caught.value.code == 2
    assert "--force" in capsys.readouterr().err


def test_init_with_an_address_names_the_job_after_the_site(tmp_path, monkeypatch):
    monkeypatch.setattr(scraper.cli, "COMMANDS", ("init",))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main(["init", "https://www.harbour.example/news/"])
    text = (tmp_path / "harbour.toml").read_text()
    assert 'name = "harbour"' in text
    assert 'seeds = ["https://www.harbour.example/news/"]' in text


def test_status_of_a_job_that_never_ran(run, tmp_path, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["status", "nothing", "-o", str(tmp_path)])
    assert caught.value.code == 2
    assert "crawl it first" in capsys.readouterr().err
