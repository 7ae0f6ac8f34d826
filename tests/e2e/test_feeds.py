"""A job whose site tells what is new in a feed of few entries, crawled every some minutes."""

import threading
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from pullquote_test_crawls import both_stores, job_of, visit
from pullquote_test_server import Moving, answer, article

from scraper.crawler.crawl import Silent

MINUTE = 60.0
MOST = 10


class Later(Moving):
    """A clock that is moved as a whole, not only set, and by all pauses."""

    def monotonic(self):
        return super().monotonic() + self.shift_s

    async def sleep(self, seconds):
        self.shift_s += seconds


class Written(Silent):
    """Counts what is written, for whoever waits until it is."""

    def __init__(self):
        self.count = 0
        self.changed = threading.Condition()

    def on_fetch(self, fetch, queued, records):
        with self.changed:
            self.count += 1
            self.changed.notify_all()

    def wait(self, count):
        with self.changed:
            assert self.changed.wait_for(lambda: self.count >= count, 60)


@pytest.fixture
def clock():
    return Later()


@pytest.fixture
def newsroom(site, clock):
    """A site that publishes a story every three minutes, the last ten of them in its feed."""
    began = clock.now() - MOST * 3 * MINUTE

    def count():
        return int((clock.now() - began) // (3 * MINUTE))

    def path_of(number):
        return f"/2024/05/07/the-ferry-of-harbour-{number}-sails-again"

    def feed(_):
        items = "".join(
            f"<item><link>{site.url}{path_of(number)}</link><pubDate>"
            f"{format_datetime(datetime.fromtimestamp(began + number * 3 * MINUTE, UTC))}"
            "</pubDate></item>"
            for number in range(count() - MOST + 1, count() + 1)
        )
        return answer(f"<rss version='2.0'><channel>{items}</channel></rss>", kind="text/xml")

    site.answers["/feed.xml"] = feed
    site.default = lambda hit: answer(article(hit.path[12:]))
    return site


@pytest.fixture
def written():
    return Written()


@pytest.fixture
def crawl(newsroom, tmp_path, clock, written):
    """A function that runs the job some time later than the time before."""

    def crawl(later_s, **keys):
        clock.shift_s += later_s
        keys = {"seeds": [newsroom.url + "/feed.xml"], "revisit": "1d"} | keys
        return visit(job_of(**keys), tmp_path, clock, written)

    return crawl


def lost(report):
    return [warning for warning in report.warnings if "come and gone" in warning]


def test_a_job_that_runs_often_enough_loses_nothing_of_a_fast_feed(crawl):
    """Half of its entries are younger than a quarter of an hour, though lists are hourly."""
    assert crawl(0).new == MOST
    reports = [crawl(15 * MINUTE + 1) for _ in range(4)]
    assert [report.new for report in reports] == [5] * 4
    assert not any(map(lost, reports))


def test_a_feed_that_is_read_too_late_is_told(crawl, newsroom):
    crawl(0)
    report = crawl(60 * MINUTE)
    assert report.new == MOST
    (told,) = lost(report)
    assert told.startswith(newsroom.url + "/feed.xml")


@pytest.mark.parametrize("was_read", [True, False], ids=["read before", "never read"])
def test_a_feed_that_could_not_be_had_was_not_read_too_late(crawl, newsroom, was_read):
    """What came and went while it was down is not got by a job that runs more often."""
    if was_read:
        crawl(0)
    feed, newsroom.answers["/feed.xml"] = newsroom.answers["/feed.xml"], answer("", 404)
    crawl(2 * 60 * MINUTE, revisit="1h")
    newsroom.answers["/feed.xml"] = feed
    report = crawl(2 * 60 * MINUTE, revisit="1h")
    assert report.new == MOST
    assert lost(report) == []


@both_stores
@pytest.mark.parametrize("minutes", [3, 31])
def test_a_run_that_takes_hours_reads_its_feeds_in_between(
    crawl, newsroom, clock, written, minutes
):
    """That it comes too late each time, where a page takes longer than the feed, is told once."""

    def slow(hit):
        written.wait(len(newsroom.hits) - 4)
        clock.shift_s += minutes * MINUTE
        return answer(article(hit.path))

    for number in range(40):
        newsroom.answers[f"/long-read-{number}"] = slow
    newsroom.answers["/"] = answer("".join(f"<a href='/long-read-{n}'>x</a>" for n in range(40)))
    report = crawl(0, seeds=[newsroom.url + path for path in ("/feed.xml", "/")])
    assert newsroom.count("/feed.xml") >= 3
    assert report.new > 40 + MOST
    assert len(lost(report)) <= 1
