import re
from datetime import UTC, datetime

import pytest

from schemas import Article, CrawlJob, CrawlReport, FailureExample, FetchRecord, HostReport
from scraper.crawler.counts import Tally, tell
from scraper.crawler.exporting import Exported
from scraper.crawler.report import build_report, write_report
from scraper.crawler.report_html import _bar, _months, render
from scraper.store import Candidate, NewRecord, State, Store, Visit

MOMENT = datetime(2024, 5, 1, tzinfo=UTC)
JOB = CrawlJob(name="x", seeds=["https://a.example/"], schedule="0 6 * * *")


@pytest.fixture
def folder(tmp_path):
    """A job's folder after a run of three fetches."""
    with Store(tmp_path / "pullquote.db") as store, store.transaction():
        run = store.runs.begin(MOMENT.timestamp())
        ends = {"/1": "ok", "/2": "ok", "/3": "timeout"}
        store.frontier.add([Candidate("https://a.example" + path) for path in [*ends, "/4"]])
        for path, outcome in ends.items():
            target = store.frontier.next_target(1, ())
            fetch = FetchRecord(
                url=target.url, host="a.example", kind="page", depth=0, outcome=outcome,
                message="no answer" if outcome == "timeout" else None,
                status=200 if outcome == "ok" else None, started_at=MOMENT, elapsed_s=0.5, attempts=1,
            )  # fmt: skip
            store.frontier.settle(target.id, State.DONE, None)
            store.runs.log_fetch(run.id, target, fetch, Visit(0, 0, 0))
            if outcome == "ok":
                article = Article(
                    id=path,
                    url=target.url,
                    title="T",
                    date_published="2024-05-01" if path == "/1" else None,
                )
                store.records.put(
                    NewRecord(path, target.url, True, "d", None, article.model_dump_json()), run.id
                )
    return tmp_path


def test_a_report_counts_what_a_run_did(folder):
    with Store(folder / "pullquote.db") as store:
        run = store.runs.find_open()
        tally = Tally()
        for record in store.iter_articles(with_duplicates=True):
            tally.add(tell(vars(record)))
        exported = Exported(["a.jsonl"], tally.counts(), is_unchanged=True)
        report = build_report(
            JOB, store, run, 1e9, exported=exported, warnings=["w"], interrupted=False
        )
    assert report.outcomes == {"ok": 2, "timeout": 1}
    assert (report.fetched, report.queued, report.records, report.new) == (3, 1, 2, 2)
    assert report.failure_share == 0.3333
    assert report.by_month == {"2024-05": 1, "unknown": 1}
    assert (report.completeness["title"], report.completeness["date_published"]) == (1.0, 0.5)
    assert report.failures == [
        FailureExample(url="https://a.example/3", outcome="timeout", message="no answer")
    ]
    assert (report.files, report.files_unchanged) == (["a.jsonl"], True)
    assert "left as they were" in render(report)
    write_report(report, folder)
    assert CrawlReport.model_validate_json((folder / "report.json").read_text()) == report


def test_the_page_needs_no_network_and_escapes_what_it_shows():
    report = CrawlReport(
        job="x", run=1, state="finished", started_at=MOMENT, ended_at=MOMENT, fetched=1,
        outcomes={"timeout": 1}, statuses={"200": 1}, by_month={"2024-05": 3, "unknown": 1},
        completeness={"title": 0.5}, traps=["<b>trap"], files=["a.csv"], warnings=["<i>warned"],
        hosts=[HostReport(host="a.example", fetched=1, failed=1, median_s=0.5)],
        failures=[FailureExample(url="https://u:secret@a.example/<x>", outcome="timeout", message="<script>")],
    )  # fmt: skip
    page = render(report)
    assert "<script" not in page
    assert "<b>trap" not in page
    assert "<i>" not in page
    assert "secret" not in page
    assert "http://" not in page.replace("https://a.example", "")
    for words in (
        "How fetches ended",
        "Hosts, slowest first",
        "month of publication",
        "Endless families",
    ):
        assert words in page


def test_an_empty_report_is_a_page_too():
    report = CrawlReport(job="x", run=1, state="interrupted", started_at=MOMENT, ended_at=MOMENT)
    assert "interrupted" in render(report)


def test_what_has_no_month_is_counted_and_not_drawn():
    page = _months({"2024-05": 3, "2024-06": 1, "unknown": 4, "2023": 2})
    assert page.count("<rect") == 2
    assert "6 without a month" in page


def test_colours_tell_what_came_from_what_was_left_and_what_failed():
    outcomes = dict.fromkeys(("not-modified", "robots-denied", "timeout"), 1)
    report = CrawlReport(
        job="x", run=1, state="finished", started_at=MOMENT, ended_at=MOMENT, outcomes=outcomes
    )
    assert re.findall(r"class='track ?(\w*)'", render(report)) == ["", "odd", "bad"]


def test_a_gap_between_months_shows_as_one():
    page = _months({"2023-11": 3, "2024-02": 1})
    assert [page.count(f"<title>{month}: ") for month in ("2023-12", "2024-01", "2024-03")] == [
        1,
        1,
        0,
    ]
    assert page.count("height='0.0'") == 2


def test_of_a_long_span_the_last_part_is_drawn():
    page = _months({"1901-05": 4, "2024-02": 1, "2024-13": 2})
    assert page.count("<rect") == 240
    assert "4 before 2004-03" in page
    assert "2 without a month" in page


def test_nothing_has_no_bar():
    assert "<i" not in _bar(0)
    assert "width:0.5%" in _bar(0.0001)
