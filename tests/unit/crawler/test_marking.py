import os
import signal

import pytest

from schemas import Article, CrawlJob, FetchRecord
from scraper.crawler import stopping
from scraper.crawler.clock import SystemClock
from scraper.crawler.crawl import Silent
from scraper.crawler.marking import Again, _sign_again, mark_duplicates
from scraper.crawler.opening import Setting
from scraper.crawler.signatures import sign
from scraper.crawler.stopping import Stop
from scraper.store import Candidate, NewRecord, Run, State, Store, Visit

BODY = " ".join(f"Word {n} of the long day in the town." for n in range(30))
OLD, NEW = "https://a.example/old", "https://a.example/new-place"
RUN = Run(2, 1000.0, 0, resumed=False)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "x.db") as store:
        yield store


def setting_of(store, tmp_path, run=RUN):
    job = CrawlJob(name="x", seeds=["https://a.example/"], contact="desk@lab.example")
    return Setting(job, tmp_path, None, store, run, Silent(), SystemClock())


def put(store, url, body=BODY, *, checked_at=900.0):
    """Have a record, and its page fetched at a moment."""
    article = Article(id=url[-8:], url=url, canonical_url=url, body=body)
    text = article.model_dump_json()
    with store.transaction():
        store.frontier.add([Candidate(url)])
        target = store.frontier.target_of(url)
        fetch = FetchRecord(
            url=url, host="a.example", kind="page", depth=0, outcome="ok", status=200,
            started_at="2026-01-01T00:00:00Z", elapsed_s=0.1, attempts=1,
        )  # fmt: skip
        store.runs.log_fetch(1, target, fetch, Visit(checked_at, checked_at, 60.0))
        store.frontier.settle(target.id, State.DONE, 1e10)
        store.records.put(NewRecord(article.id, url, True, "d", sign(body), text), 1)


def test_records_with_signatures_of_an_earlier_kind_are_signed_again(store):
    with store.transaction():
        for name, body in [("long", BODY), ("short", "Too short.")]:
            url = f"https://a.example/{name}"
            article = Article(id=name, url=url, canonical_url=url, body=body)
            store.records.put(NewRecord(name, url, True, "d", b"", article.model_dump_json()), 1)
        _sign_again(store, Stop())
    signed = {record: len(signature) for record, _, signature in store.records.iter_signatures()}
    assert signed == {"long": 512}


def test_a_page_that_a_new_record_repeats_is_queued_once(store, tmp_path):
    put(store, OLD)
    again = Again(setting_of(store, tmp_path), Stop())
    assert not again.is_wanted()  # nothing is new
    put(store, NEW, checked_at=1001.0)
    assert again.is_wanted()
    assert store.frontier.find(OLD)[1] is State.QUEUED
    assert store.frontier.find(NEW)[1] is State.DONE
    assert not again.is_wanted()


@pytest.mark.parametrize(
    "checked_at, body, run",
    [
        (1001.0, BODY, RUN),  # the run has asked for it
        (900.0, BODY[::-1], RUN),  # another text
    ],
    ids=["asked for", "another text"],
)
def test_other_pages_are_left_alone(store, tmp_path, checked_at, body, run):
    put(store, OLD, checked_at=checked_at)
    again = Again(setting_of(store, tmp_path, run), Stop())
    put(store, NEW, body, checked_at=1001.0)
    assert not again.is_wanted()
    assert store.frontier.find(OLD)[1] is State.DONE


def test_a_first_run_marks_in_its_end_only(store, tmp_path):
    again = Again(setting_of(store, tmp_path), Stop())
    put(store, OLD)
    put(store, NEW)
    assert not again.is_wanted()
    assert [one.duplicate_of for one in store.records.iter_states()] == [None, None]


def test_an_interrupted_run_looks_at_what_it_had_brought_before(store, tmp_path):
    put(store, OLD)
    put(store, NEW, checked_at=1001.0)
    resumed = Run(2, 1000.0, 0, resumed=True)
    assert Again(setting_of(store, tmp_path, resumed), Stop()).is_wanted()


def test_a_signal_while_marks_are_made_ends_the_crawl_and_leaves_the_marks(
    store, tmp_path, monkeypatch
):
    monkeypatch.setattr(stopping, "PATIENCE_S", -1.0)
    put(store, OLD)
    stop = Stop()
    again = Again(setting_of(store, tmp_path), stop)
    put(store, NEW, checked_at=1001.0)
    vanished = store.records.vanished

    def told():
        os.kill(os.getpid(), signal.SIGTERM)
        return vanished()

    monkeypatch.setattr(store.records, "vanished", told)
    assert not again.is_wanted()
    assert stop.signals == [signal.SIGTERM]
    assert [one.duplicate_of for one in store.records.iter_states()] == [None, None]
    assert store.frontier.find(OLD)[1] is State.DONE


def test_what_is_repeated_is_due_by_the_next_run_where_this_one_cannot_ask(store, tmp_path):
    put(store, OLD)
    put(store, NEW)
    mark_duplicates(setting_of(store, tmp_path), Stop())
    assert [one.duplicate_of for one in store.records.iter_states()].count(None) == 1
    with store.transaction():
        assert store.frontier.due.queue(SystemClock().now() + 1, 1e12) == 1
    assert store.frontier.find(OLD)[1] is State.QUEUED
