"""What is learnt of a page that was asked about while it was being read."""

import json
from dataclasses import replace

import pytest

from schemas import CrawlJob, FetchRecord
from scraper.crawler.clock import SystemClock, to_datetime
from scraper.crawler.finished import Finished
from scraper.crawler.frames import Reading
from scraper.crawler.marked import MarkedLinks
from scraper.crawler.response import refusal
from scraper.store import Candidate, NewRecord, Store

STORY = "https://a.example/story"
TEXT = json.dumps({"title": "A ferry", "body": "It sails."})
LINKS = "00" * 8


@pytest.fixture
def marked(tmp_path):
    """A story that was read by two marks, so that it is asked for without one."""
    job = CrawlJob(name="x", seeds=[STORY])
    with Store(tmp_path / "pullquote.db") as store, store.transaction():
        store.runs.begin(0.0)
        store.frontier.add([Candidate(url) for url in (STORY, STORY + "?m=1", STORY + "?m=2")])
        store.records.put(NewRecord("s", STORY, True, "d", None, TEXT), 1)
        marked = MarkedLinks(job, store, SystemClock())
        marked.target_of = store.frontier.target_of
        learn(marked, STORY + "?m=1")
        assert not marked.needs_links(marked.target_of(STORY))
        assert [one.url for one in learn(marked, STORY + "?m=2")] == [STORY]
        assert marked.needs_links(marked.target_of(STORY))
        yield marked


def learn(marked, url, links=LINKS):
    target = replace(marked.target_of(url), is_first="?" in url)
    reading = Reading(record_id="s", links=links, record=TEXT.encode())
    fetch = FetchRecord(
        url=url, host="a.example", kind="page", depth=1, outcome="ok", message=None,
        started_at=to_datetime(0.0), elapsed_s=0.1, attempts=1, article_id="s",
    )  # fmt: skip
    return marked.learn(Finished(target, refusal("ok", "", 0.0), reading), fetch)


def test_a_page_that_says_the_same_without_a_mark_stands_for_all(marked):
    learn(marked, STORY)
    assert marked.find_bare(STORY + "?m=3") == STORY


def test_a_page_that_was_being_read_already_proves_nothing_against_the_mark(marked):
    learn(marked, STORY, links=None)
    assert marked.find_bare(STORY + "?m=3") == STORY + "?m=3"
    # The next one by a mark asks for it again, and then it is known.
    assert [one.url for one in learn(marked, STORY + "?m=1")] == [STORY]
    learn(marked, STORY)
    assert marked.find_bare(STORY + "?m=3") == STORY
