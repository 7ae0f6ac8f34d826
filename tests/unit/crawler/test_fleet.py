from datetime import UTC, datetime

import pytest

from schemas import CrawlJob, FetchRecord
from scraper.crawler.crawl import Silent, run_job
from scraper.crawler.fleet import RayFleet, Tally
from scraper.errors import JobError

FETCH = FetchRecord(
    url="https://a.example/", host="a.example", kind="page", depth=0, outcome="ok",
    started_at=datetime(2024, 5, 1, tzinfo=UTC), elapsed_s=0.1, attempts=1,
)  # fmt: skip


def test_workers_without_a_store_that_they_share_are_refused_before_anything_begins(
    tmp_path, monkeypatch
):
    monkeypatch.delenv("PULLQUOTE_STORE", raising=False)
    job = CrawlJob(name="j", seeds=["https://a.example/"])
    with pytest.raises(JobError, match="postgresql://"):
        run_job(job, tmp_path, None, Silent(), fleet=RayFleet())
    assert not list(tmp_path.rglob("*.db"))


class Heard:
    def __init__(self):
        self.figures = []
        self.notes = []

    def on_fetch(self, fetch, queued, records):
        self.figures.append((queued, records))

    def on_note(self, note):
        self.notes.append(note)


def test_figures_of_several_workers_are_told_as_one():
    heard = Heard()
    tally = Tally(heard)
    tally.take(0, [(FETCH, 10, 1), (FETCH, 14, 2)])
    tally.take(1, [(FETCH, 9, 5), "a trap", (FETCH, 8, 6)])
    tally.take(0, [(FETCH, 13, 3)])
    assert heard.figures == [(10, 1), (14, 2), (14, 2), (13, 3), (12, 4)]
    assert heard.notes == ["a trap"]
