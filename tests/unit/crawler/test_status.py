import json
from datetime import UTC, datetime

import pytest

from schemas import CrawlJob, CrawlReport, FetchRecord, Outcome
from scraper.cli import main
from scraper.crawler.lock import LOCK, job_lock
from scraper.crawler.revisit import plan_visit
from scraper.crawler.status import again_of, read_status
from scraper.errors import InputError
from scraper.store import Candidate, State, Store

A = "https://a.example/"
NOW = datetime(2024, 5, 1, 7, tzinfo=UTC)
OUTCOMES = Outcome.__args__


def fetch(url, outcome, message=None):
    return FetchRecord(url=url, host="a.example", kind="page", depth=0, outcome=outcome,
                       message=message, started_at=NOW, elapsed_s=0.1, attempts=1)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """A job that fetched a story, failed twice, was refused once, and has two URLs to go."""
    (tmp_path / "study").mkdir()
    endings = {"story": "ok", "slow": "timeout", "late": "timeout", "private": "robots-denied"}
    with Store(tmp_path / "study" / "pullquote.db") as store, store.transaction():
        run = store.runs.begin(NOW.timestamp())
        store.frontier.add([Candidate(A + name) for name in (*endings, "next")])
        store.frontier.add([Candidate("https://b.example/x"), Candidate("https://b.example/y")])
        for name, outcome in endings.items():
            target = store.frontier.target_of(A + name)
            ended = fetch(target.url, outcome, "no answer\nwithin 20 s" if outcome == "timeout" else None)  # fmt: skip
            visit, state, due = plan_visit(ended, None, None, None, revisit_s=86400, now=NOW.timestamp())  # fmt: skip
            store.frontier.settle(target.id, state, due)
            store.runs.log_fetch(run.id, target, ended, visit)
    return tmp_path / "study"


def finish(folder):
    report = CrawlReport(job="study", run=1, state="finished", started_at=NOW, ended_at=NOW)
    with Store(folder / "pullquote.db") as store, store.transaction():
        store.runs.finish(1, NOW.timestamp() + 60, report.model_dump_json())


def test_what_waits_is_told(folder):
    status = read_status(folder)
    assert status.state == "interrupted"
    with job_lock(folder / LOCK):
        assert read_status(folder).state == "going on"
    assert status.urls == {"queued": 3, "done": 1, "failed": 2, "not to be had": 1}
    assert [(host.host, host.queued) for host in status.waiting] == [("b.example", 2), ("a.example", 1)]  # fmt: skip
    assert status.next_due.isoformat() == "2024-05-01T08:00:00+00:00"
    assert status.next_run is None


def test_what_failed_is_told_with_examples(folder):
    endings = {ending.outcome: ending for ending in read_status(folder).endings}
    assert (endings["timeout"].count, endings["timeout"].meaning) == (2, "failure")
    assert [example.url for example in endings["timeout"].examples] == [A + "slow", A + "late"]
    assert endings["robots-denied"].meaning == "decision"
    assert endings["ok"].meaning == "success"


@pytest.mark.parametrize(
    "now, expected",
    [("2024-05-01T08:00", "2024-05-02T06:00"), ("2024-05-03T09:30", "2024-05-03T09:30")],
    ids=["to come", "missed"],
)
def test_the_next_run_follows_the_schedule(folder, now, expected):
    finish(folder)
    job = CrawlJob(name="study", seeds=[A], schedule="0 6 * * *")
    moment = datetime.fromisoformat(now + "+00:00").timestamp()
    status = read_status(folder, job, moment)
    assert status.state == "finished"
    assert status.next_run.isoformat() == expected + ":00+00:00"


def test_a_job_that_never_ran_is_told(tmp_path):
    with pytest.raises(InputError, match="crawl it first"):
        read_status(tmp_path / "nothing")


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_when_a_url_is_asked_for_again_is_what_revisit_decides(outcome):
    """The words that are shown say what the plan does, for every outcome."""
    _, state, due = plan_visit(fetch(A, outcome), None, None, None, revisit_s=86400, now=0.0)
    words = again_of(outcome)
    if outcome == "robots-unreachable":
        assert words == "in the next run"
    elif state is State.LEFT:
        assert (words, due) == ("never", None)
    elif state is State.DONE:
        assert words == "when it is due"
    else:
        hours = {
            "in a run an hour from now, then ever later": 1,
            "an hour (5xx, 429) or the job's revisit from now, then ever later": 1,
            "at the job's revisit, then ever later": 24,
            "after four times the job's revisit, then ever later": 96,
            "once more, after four times the job's revisit": 96,
        }
        assert due == hours[words] * 3600


def test_what_a_run_asks_for_again_between_two_looks_is_counted_once(folder, monkeypatch):
    monkeypatch.setattr("scraper.store.frontier.Frontier.failures", lambda _: {"not-found": 9})
    assert read_status(folder).urls == {"queued": 3, "done": 1, "not to be had": 3}


def printed(capsys, *words):
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_people_get_lines(folder, capsys):
    lines = printed(capsys, "status", "study", "-o", folder.parent).splitlines()
    assert lines[0] == "study: run 1 interrupted, began 2024-05-01 07:00 UTC"
    assert "urls: 3 queued, 1 done, 2 failed, 1 not to be had" in lines
    assert "  2 timeout (asked for again in a run an hour from now, then ever later)" in lines
    assert f"    {A}slow: within 20 s" in lines
    assert lines.index("failed in this run:") < lines.index("left in this run:")


def test_machines_get_json(folder, capsys):
    found = json.loads(printed(capsys, "status", "study", "-o", folder.parent, "--json"))
    assert found["urls"]["queued"] == 3
    assert found["next_due"] == "2024-05-01T08:00:00+00:00"
    assert found["endings"][0]["examples"][0] == {"url": A + "slow", "message": "no answer\nwithin 20 s"}  # fmt: skip


def test_a_job_is_named_by_its_folder_or_database_too(folder, capsys):
    named = printed(capsys, "status", "study", "-o", folder.parent)
    assert printed(capsys, "status", folder) == named
    assert printed(capsys, "status", folder / "pullquote.db") == named


def test_what_is_never_asked_for_again_is_told_so(folder, capsys):
    with Store(folder / "pullquote.db") as store, store.transaction():
        target = store.frontier.next_target(1, ())
        ended = fetch(target.url, "blocked-address", "no public address")
        visit, _, _ = plan_visit(ended, None, None, None, revisit_s=1, now=NOW.timestamp())
        store.runs.log_fetch(1, target, ended, visit)
    assert "  1 blocked-address (never asked for again)" in printed(capsys, "status", folder)
