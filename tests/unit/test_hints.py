"""What a host's sitemaps and feeds say, held against its pages."""

import pytest

from schemas import FetchRecord
from scraper.store import Candidate, State, Store, Teller, Visit

HOST = "https://a.example"


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "x.db") as store, store.transaction():
        yield store


def read_pages(store, count=30, host=HOST):
    """Have pages that were read at 100 and are due at 9999; return their URLs."""
    urls = [f"{host}/{number}" for number in range(count)]
    for url in urls:
        store.frontier.add([Candidate(url)])
        target = store.frontier.target_of(url)
        fetch = FetchRecord(
            url=url, host=host[8:], kind="page", depth=0, outcome="ok", status=200,
            started_at="2026-01-01T00:00:00Z", elapsed_s=0.1, attempts=1,
        )  # fmt: skip
        store.runs.log_fetch(1, target, fetch, Visit(100.0, 100.0, 50.0))
        store.frontier.settle(target.id, State.DONE, 9999.0)
    return urls


def tell(store, urls, teller=Teller.SITEMAP):
    return [url for url in urls if store.frontier.hint_changed(url, 200.0, teller) is not None]


def judge(store, urls, *, has_changed):
    for url in urls:
        target = store.frontier.target_of(url)
        store.frontier.settle(target.id, State.DONE, 9999.0)
        store.frontier.hints.judge(target.id, target.host, has_changed=has_changed)


def is_believed(store, teller=Teller.SITEMAP):
    return store.frontier.hints.is_believed(store.frontier.host_id("a.example"), teller)


def test_what_was_queued_on_a_word_that_is_not_believed_any_more_waits_for_its_own_time(store):
    urls = read_pages(store)
    assert tell(store, urls) == urls
    judge(store, urls[:9], has_changed=False)
    assert store.frontier.queued() == 21
    judge(store, urls[9:10], has_changed=False)
    assert store.frontier.queued() == 0
    assert store.frontier.next_due() == 150.0
    assert not is_believed(store)
    # A few are looked at all the same.
    assert tell(store, urls) == urls[:5]


def test_one_page_in_ten_that_has_changed_is_enough(store):
    urls = read_pages(store)
    tell(store, urls)
    judge(store, urls[:1], has_changed=True)
    judge(store, urls[1:10], has_changed=False)
    assert is_believed(store)
    judge(store, urls[10:12], has_changed=False)
    assert not is_believed(store)


@pytest.mark.parametrize("has_changed", [None, False], ids=["an answer that tells nothing", "told"])
def test_a_hint_is_judged_once_and_only_by_what_was_read(store, has_changed):
    urls = read_pages(store, 12)
    tell(store, urls)
    judge(store, urls, has_changed=has_changed)
    assert is_believed(store) is (has_changed is None)
    judge(store, urls, has_changed=True)  # asked for since they were due
    assert is_believed(store) is (has_changed is None)


def test_feeds_and_other_hosts_are_judged_by_themselves(store):
    urls, others = read_pages(store, 12), read_pages(store, 12, "https://b.example")
    tell(store, urls)
    judge(store, urls, has_changed=False)
    assert tell(store, urls[5:], Teller.FEED) == urls[5:]
    assert tell(store, others) == others


def test_a_host_is_believed_again_once_what_it_says_is_true(store):
    urls = read_pages(store)
    for _ in range(10):
        tell(store, urls[:10])
        judge(store, urls[:10], has_changed=False)
        store.frontier.hints._tried.clear()  # the next run
    assert not is_believed(store)
    for is_enough in (False, True):
        store.frontier.hints._tried.clear()
        judge(store, tell(store, urls[:20]), has_changed=True)
        assert is_believed(store) is is_enough


def test_a_date_to_come_is_not_noted_where_it_is_not_believed(store):
    urls = read_pages(store, 12)
    store.frontier.hint_due(urls[0], 500.0, teller=Teller.SITEMAP)
    assert store.frontier.next_due() == 500.0
    tell(store, urls[1:])
    judge(store, urls[1:], has_changed=False)
    store.frontier.hint_due(urls[1], 300.0, teller=Teller.SITEMAP)
    assert store.frontier.next_due() == 500.0
