"""Records made anew: whichever order pages are read in, the same one speaks for an article."""

import itertools
import json

import pytest

from scraper.crawler.signatures import sign_text
from scraper.errors import StoreError
from scraper.store import Harvest, NewRecord, Put, Store
from scraper.urls import id_of

A, B, C = "https://a.example/x", "https://a.example/x?print=1", "https://a.example/long/x"


def record(url, name="77aa", text="text", *, is_own=False):
    return NewRecord(name, url, is_own, text + url, None, f'"{text} of {url}"')


def harvested(path, *pages):
    with Harvest(path) as harvest:
        for url, made in pages:
            harvest.put(url, made)
        return list(harvest)


@pytest.mark.parametrize("order", list(itertools.permutations((A, B, C))))
def test_order_does_not_decide(tmp_path, order):
    pages = [(url, record(url, is_own=url == C)) for url in order]
    (kept,) = harvested(tmp_path / "h.db", *pages)
    assert kept == record(C, is_own=True)


@pytest.mark.parametrize("order", list(itertools.permutations((A, B, C))))
def test_other_stories_under_one_address_are_records_of_their_own(tmp_path, order):
    def told(url):
        text = json.dumps({"id": "77aa", "canonical_url": C, "warnings": [], "body": url})
        signature = sign_text(" ".join(f"{len(url)}of{n}" for n in range(60)))
        return NewRecord("77aa", url, url == C, url, signature, text)

    kept = harvested(tmp_path / "h.db", *((url, told(url)) for url in (*order, *order)))
    assert {one.id: json.loads(one.json)["body"] for one in kept} == {
        "77aa": C, id_of(A): A, id_of(B): B
    }  # fmt: skip


def test_each_page_may_call_the_next_one_its_address(tmp_path):
    """A template that links pages in a row by mistake: the last one's own story moves them all."""
    urls = [f"https://a.example/page/{n:04}" for n in range(1200)]

    def told(url, home):
        text = json.dumps({"id": id_of(home), "canonical_url": home, "warnings": [], "body": url})
        words = " ".join(f"{url}of{n}" for n in range(60))
        return NewRecord(id_of(home), url, url == home, url, sign_text(words), text)

    pages = [(one, told(one, after)) for one, after in itertools.pairwise(urls)]
    kept = harvested(tmp_path / "h.db", *pages, (urls[-1], told(urls[-1], urls[-1])))
    assert {(one.id, one.url) for one in kept} == {(id_of(url), url) for url in urls}


def test_of_one_url_the_last_page_that_gave_a_record_counts(tmp_path):
    pages = [(A, record(A, text="old")), (A, record(A, text="new")), (A, None)]
    (kept,) = harvested(tmp_path / "h.db", *pages)
    assert kept.json == f'"new of {A}"'


def test_what_no_page_gives_is_lacking_only_where_it_was_read(tmp_path):
    with Harvest(tmp_path / "h.db") as harvest:
        harvest.put(A, None)
        harvest.put(B, record(B))
        assert harvest.lacks("55bb", A)
        assert not harvest.lacks("77aa", B)
        assert not harvest.lacks("55bb", C), "its page was not read"


def test_nothing_is_left_behind(tmp_path):
    path = tmp_path / "h.db"
    path.write_text("left over by a run that was killed")
    assert harvested(path, (A, record(A))) == [record(A)]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(StoreError, match="nowhere"):
        Harvest(tmp_path / "nowhere" / "h.db")


def test_many_records_are_kept(tmp_path):
    pages = [(f"{A}/{n}", record(f"{A}/{n}", f"{n:04d}")) for n in range(1200)]
    kept = harvested(tmp_path / "h.db", *pages)
    assert [made.id for made in kept] == [f"{n:04d}" for n in range(1200)]


def test_a_renewed_record_keeps_what_it_was_and_whether_its_page_is_gone(tmp_path):
    with Store(tmp_path / "x.db") as store, store.transaction():
        assert store.records.renew(record(A), 1) is Put.NEW
        store.records.mark_vanished("77aa", A, 2)
        assert store.records.renew(record(A), 3) is Put.SAME
        assert store.records.versions("77aa") == []
        assert store.records.renew(record(A, text="new"), 4) is Put.CHANGED
        (version,) = store.records.versions("77aa")
        assert (version.run, version.json) == (4, record(A).json)
        assert store.records.find_state("77aa").vanished_run == 2
        store.records.retire("77aa", 5)
        store.records.retire("77aa", 6)
        assert [kept.run for kept in store.records.versions("77aa")] == [4, 5]
        assert store.records.count() == 0
