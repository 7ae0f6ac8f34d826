"""The figures, read back by Prometheus's own client."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from prometheus_client.parser import text_string_to_metric_families as parse

from schemas import CrawlReport, FetchRecord
from scraper.crawler.metrics import (
    Family,
    LiveMetrics,
    report_families,
    to_text,
    write_metrics,
)
from scraper.crawler.metrics_server import parse_address, serving
from scraper.errors import InputError

BEGAN = datetime(2024, 5, 1, 6, tzinfo=UTC)
REPORT = CrawlReport(
    job="daily", run=3, state="finished", started_at=BEGAN, ended_at=BEGAN + timedelta(seconds=90),
    fetched=12, outcomes={"ok": 10, "timeout": 2}, statuses={"200": 10}, queued=7, records=40,
    new=4, changed=2, vanished=1, duplicates=3, completeness={"title": 1.0, "authors": 0.825},
    traps=["a.example/x: endless"], failure_share=0.1667,
    newest_at=BEGAN,
)  # fmt: skip
FETCH = FetchRecord(url="https://a.example/", host="a.example", kind="page", depth=0, outcome="ok",
                    started_at=BEGAN, elapsed_s=0.1, attempts=1, wire_bytes=500)  # fmt: skip
DOCS = (Path(__file__).parents[3] / "docs" / "metrics.md").read_text("utf-8")


def samples(text):
    found = {}
    for family in parse(text):
        for sample in family.samples:
            labels = ",".join(f"{name}={value}" for name, value in sorted(sample.labels.items()))
            found[f"{sample.name}{{{labels}}}"] = sample.value
    return found


def test_a_report_is_read_back_by_prometheus(tmp_path):
    (tmp_path / "warc").mkdir()
    (tmp_path / "warc" / "a.warc.gz").write_bytes(b"x" * 100)
    (tmp_path / "pullquote.db").write_bytes(b"x" * 30)
    (tmp_path / "articles.jsonl").write_bytes(b"x" * 7)
    found = samples(to_text(report_families(REPORT, tmp_path)))
    assert found["pullquote_run_number{job=daily}"] == 3
    assert found["pullquote_run_finished{job=daily}"] == 1
    assert found["pullquote_run_duration_seconds{job=daily}"] == 90
    assert found["pullquote_run_end_timestamp_seconds{job=daily}"] == BEGAN.timestamp() + 90
    assert found["pullquote_run_fetches{job=daily,outcome=timeout}"] == 2
    assert found["pullquote_run_responses{job=daily,status=200}"] == 10
    assert found["pullquote_run_records{change=vanished,job=daily}"] == 1
    assert found["pullquote_run_failure_ratio{job=daily}"] == 0.1667
    assert found["pullquote_field_ratio{field=authors,job=daily}"] == 0.825
    assert found["pullquote_output_bytes{job=daily,part=archive}"] == 100
    assert found["pullquote_output_bytes{job=daily,part=database}"] == 30
    assert found["pullquote_output_bytes{job=daily,part=exports}"] == 7
    assert found["pullquote_output_free_bytes{job=daily}"] > 0


def test_a_file_that_goes_away_meanwhile_counts_nothing(tmp_path):
    """As a database's log does when its run ends; a link that leads nowhere is as little there."""
    (tmp_path / "pullquote.db").write_bytes(b"x" * 30)
    (tmp_path / "pullquote.db-wal").symlink_to(tmp_path / "gone")
    found = samples(to_text(report_families(REPORT, tmp_path)))
    assert found["pullquote_output_bytes{job=daily,part=database}"] == 30


def test_when_the_newest_record_came_is_told_once_there_is_one(tmp_path):
    name = "pullquote_newest_record_timestamp_seconds{job=daily}"
    found = samples(to_text(report_families(REPORT, tmp_path)))
    assert found[name] == BEGAN.timestamp()
    before = REPORT.model_copy(update={"newest_at": None})
    assert name not in samples(to_text(report_families(before, tmp_path)))


def test_a_run_leaves_a_file(tmp_path):
    write_metrics(REPORT, tmp_path)
    assert samples((tmp_path / "metrics.prom").read_text())["pullquote_records{job=daily}"] == 40


def test_labels_may_hold_anything():
    text = to_text([Family("a", "Some.", (({"x": 'a"\\\n{}'}, 1.5),))])
    (family,) = parse(text)
    assert family.samples[0].labels == {"x": 'a"\\\n{}'}


def test_families_of_several_jobs_stand_together():
    one = Family("a", "Some.", (({"job": "x"}, 1.0),))
    two = Family("a", "Some.", (({"job": "y"}, 2e15),))
    assert to_text([one, Family("b", "None.", ()), two]).splitlines() == [
        "# HELP a Some.", "# TYPE a gauge", 'a{job="x"} 1', 'a{job="y"} 2000000000000000',
    ]  # fmt: skip


def live(folder):
    metrics = LiveMetrics(folder)
    metrics.plan("daily", 1714543200.0)
    metrics.begin("daily")
    for _ in range(3):
        metrics.count("daily", FETCH)
    return metrics


def test_a_scheduler_says_what_runs_and_what_comes(tmp_path):
    metrics = live(tmp_path)
    found = samples(metrics.to_text())
    assert found["pullquote_running{job=daily}"] == 1
    assert found["pullquote_next_run_timestamp_seconds{job=daily}"] == 1714543200
    assert found["pullquote_fetches_total{job=daily,outcome=ok}"] == 3
    assert found["pullquote_received_bytes_total{job=daily}"] == 1500
    metrics.end("daily", REPORT)
    found = samples(metrics.to_text())
    assert found["pullquote_running{job=daily}"] == 0
    assert found["pullquote_records{job=daily}"] == 40
    metrics.end("daily", None)
    assert samples(metrics.to_text())["pullquote_records{job=daily}"] == 40


def test_metrics_are_served(tmp_path):
    with serving("127.0.0.1:0", live(tmp_path).to_text) as port:
        with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
            assert "pullquote_running{job=daily}" in samples(answer.read().decode())
        with pytest.raises(HTTPError, match="404") as error:
            urlopen(f"http://127.0.0.1:{port}/", timeout=5)
        error.value.close()
        with pytest.raises(InputError, match="choose another port"), serving(f":{port}", str):
            pass


@pytest.mark.parametrize(
    "text, address",
    [
        ("127.0.0.1:9464", ("127.0.0.1", 9464)),
        (":9464", ("127.0.0.1", 9464)),
        ("[::1]:9464", ("::1", 9464)),
    ],
)
def test_addresses_are_read(text, address):
    assert parse_address(text) == address


@pytest.mark.parametrize("text", ["9464x", "here", "127.0.0.1:99999", ""])
def test_what_is_no_address_is_named(text):
    with pytest.raises(InputError, match=r"127\.0\.0\.1:9464"):
        parse_address(text)


def test_every_metric_is_documented_and_no_other(tmp_path):
    (tmp_path / "daily").mkdir()
    metrics = live(tmp_path)
    metrics.end("daily", REPORT)
    families = list(parse(metrics.to_text()))
    emitted = {f.name + "_total" * (f.type == "counter") for f in families}
    documented = set(re.findall(r"^\| `(pullquote_\w+)`", DOCS, re.M))
    assert emitted == documented
