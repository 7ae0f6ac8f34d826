import json
import os
import signal
import time

import pytest
from pullquote_test_server import Here, answer, article

from schemas import Article, CrawlJob
from scraper.crawler import crawl, exporting, stopping
from scraper.crawler.crawl import Silent, _most_again, run_job
from scraper.store import NewRecord, Store


@pytest.fixture
def exported_job(site, tmp_path):
    """A job of one page and thirty other records, all of them in its exports."""
    site.answers["/"] = answer(article("The old ferry of Alderquay sails again"))
    job = CrawlJob(
        name="j", seeds=[site.url + "/"], delay=0, revisit=0, contact="desk@lab.example",
        allow_private_hosts=["127.0.0.1"], exports=["jsonl"],
    )  # fmt: skip
    run_job(job, tmp_path, None, Silent(), new_reader=Here)
    put_records(tmp_path, range(30))
    run_job(job, tmp_path, None, Silent(), new_reader=Here)
    return job


@pytest.mark.parametrize("is_resumed", [False, True])
def test_lines_of_an_interrupted_run_are_not_taken_for_this_package_s(
    site, tmp_path, monkeypatch, is_resumed
):
    """Another state of the package may have written them before it was interrupted."""
    site.answers["/"] = answer(article("The old ferry of Alderquay sails again"))
    job = CrawlJob(
        name="j", seeds=[site.url + "/"], delay=0, allow_private_hosts=["127.0.0.1"],
        exports=["jsonl"],
    )  # fmt: skip
    (tmp_path / "j").mkdir()
    if is_resumed:
        with Store(tmp_path / "j" / "pullquote.db") as store, store.transaction():
            store.runs.begin(time.time())
    asked = []

    def export(*given):
        asked.append(given[-1])
        return exporting.export_records(*given)

    monkeypatch.setattr(crawl, "export_records", export)
    ended = run_job(job, tmp_path, None, Silent(), new_reader=Here)
    assert (ended.report.resumed, asked) == (is_resumed, [1 + is_resumed])


@pytest.mark.parametrize(
    "max_pages, known, new, most",
    [
        (None, 3, 10, None),
        (8, 0, 10, 4),
        (7, 0, 10, 4),
        (8, 0, 1, 7),
        (8, 3, 10, 1),  # three of an earlier run are still queued
        (8, 3, 1, 4),
        (8, 90, 10, 0),
    ],
)
def test_half_of_a_run_is_for_new_pages(tmp_path, monkeypatch, max_pages, known, new, most):
    job = CrawlJob(name="j", seeds=["https://a.example/"], max_pages=max_pages)
    with Store(tmp_path / "x.db") as store:
        monkeypatch.setattr(store.frontier.due, "pages_queued", lambda last_run: (known, new))
        assert _most_again(job, store, 1) == most


def put_records(tmp_path, numbers):
    with Store(tmp_path / "j" / "pullquote.db") as store, store.transaction():
        for number in numbers:
            url = f"https://a.example/{number}"
            kept = Article(id=f"{number:08d}", url=url, canonical_url=url, title="T")
            record = NewRecord(kept.id, url, True, "d", None, kept.model_dump_json())
            store.records.put(record, 1)


def slow_jsonl(monkeypatch, *, told_at):
    """Have exports take .05 s a record, and this process told to stop at one of them."""
    iter_parts = exporting._Writing._iter_parts

    def iter_slowly(*inputs):
        for number, part in enumerate(iter_parts(*inputs)):
            if number == told_at:
                os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.05)
            yield part

    monkeypatch.setattr(exporting._Writing, "_iter_parts", iter_slowly)


def test_a_stop_while_exports_are_written_leaves_the_ones_before_and_the_next_run_writes_them(
    exported_job, tmp_path, monkeypatch
):
    path = tmp_path / "j" / "articles.jsonl"
    before = path.read_bytes()
    put_records(tmp_path, range(100, 120))
    with monkeypatch.context() as slow:
        slow.setattr(stopping, "PATIENCE_S", 0.2)
        slow_jsonl(slow, told_at=5)
        ended = run_job(exported_job, tmp_path, None, Silent(), new_reader=Here)
    assert ended.signal == signal.SIGTERM
    assert path.read_bytes() == before
    report = json.loads((tmp_path / "j" / "report.json").read_text())
    assert report["state"] == "interrupted"
    assert report["files"] == ["articles.jsonl"]
    assert report["records"] == 51
    assert any("told to stop before the exports were written" in w for w in report["warnings"])
    assert not list((tmp_path / "j").glob(".*.tmp"))
    again = run_job(exported_job, tmp_path, None, Silent(), new_reader=Here)
    assert (again.signal, again.report.resumed) == (None, True)
    assert len(path.read_text().splitlines()) == 51


def test_a_stop_whose_exports_are_soon_written_has_them_written(
    exported_job, tmp_path, monkeypatch
):
    put_records(tmp_path, range(100, 120))
    slow_jsonl(monkeypatch, told_at=45)
    ended = run_job(exported_job, tmp_path, None, Silent(), new_reader=Here)
    assert (ended.signal, ended.report.state) == (signal.SIGTERM, "interrupted")
    assert not any("told to stop" in warning for warning in ended.report.warnings)
    assert len((tmp_path / "j" / "articles.jsonl").read_text().splitlines()) == 51
