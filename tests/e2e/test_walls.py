"""Servers that say of all pages that nothing has changed, or send all readers to one, on loopback."""

import re

import pytest
from pullquote_test_crawls import DAY, both_stores, exported, job_of, store_in, visit
from pullquote_test_server import Moving, answer, article

from scraper.store.tables import LATER_TABLES

STORIES = {f"/2026/05/0{at}/the-{name}-mill-opens": name.title()
           for at, name in enumerate("ash beech cedar elder fir gorse".split(), 1)}  # fmt: skip


@pytest.fixture
def crawl(site, tmp_path):
    clock = Moving()

    def crawl(runs, days=1):
        job = job_of(site, revisit="1d")
        for _ in range(runs):
            report = visit(job, tmp_path, clock)
            clock.shift_s += days * DAY
        return report

    return crawl


def publish(site, words="", stories=STORIES):
    links = "".join(f"<a href='{path}'>more</a> " for path in stories)
    site.answers["/"] = answer(f"<h1>News {words}</h1>{links}", ETag='"1"')
    for path, name in stories.items():
        site.answers[path] = answer(article(f"The {name} mill opens", words), ETag='"1"')


@both_stores
def test_a_server_that_says_304_to_any_condition_is_seen_in_full_now_and_then(
    site, tmp_path, crawl
):
    publish(site)
    full = {**site.answers}

    def stubborn(path):
        return lambda hit: (
            answer(b"", "304 Not Modified", kind="")
            if "if-none-match" in hit.headers
            else full[path]
        )

    site.answers |= {path: stubborn(path) for path in ["/", *STORIES]}
    crawl(2)
    later = {"/2026/06/01/the-hazel-mill-opens": "Hazel"}
    publish(site, "edited", STORIES | later)
    full |= site.answers
    site.answers |= {path: stubborn(path) for path in ["/", *STORIES]}
    assert crawl(3).new == 0
    crawl(3, 4)
    assert len(exported(tmp_path)) == len(STORIES) + 1, "a list is believed for five days"
    before = exported(tmp_path)
    site.hits.clear()
    crawl(7, 32)
    now = exported(tmp_path)
    assert all(now[site.url + path].body != before[site.url + path].body for path in STORIES)
    asked = [hit for hit in site.hits if hit.path in STORIES]
    assert sum("if-none-match" not in hit.headers for hit in asked) <= 2 * len(STORIES)


@both_stores
def test_stories_that_all_lead_to_a_login_are_kept_and_told(site, tmp_path, crawl):
    publish(site)
    before = crawl(1)
    texts = {url: one.body for url, one in exported(tmp_path).items()}
    for path in STORIES:
        site.answers[path] = answer(b"", "301 Moved Permanently", Location="/login")
    site.answers["/login"] = answer("<h1>Log in</h1><form><input type=password></form>")
    report = crawl(1)
    assert {url: one.body for url, one in exported(tmp_path).items()} == texts
    assert f"6 pages of {site.url[7:]} that had an article lead to {site.url}/login now" in (
        "\n".join(report.warnings)
    )
    publish(site, "edited")
    report = crawl(4)
    assert (report.records, report.queued) == (before.records, 0)
    assert all(one.body != texts[url] for url, one in exported(tmp_path).items())
    assert not any("lead to" in line for line in report.warnings)


@both_stores
def test_a_database_without_the_tables_that_came_later_goes_on(site, tmp_path, crawl):
    """As an earlier version of the package left it, in SQLite and in PostgreSQL."""
    publish(site)
    crawl(2)
    before = exported(tmp_path)
    later = re.findall(r"CREATE TABLE IF NOT EXISTS (\w+)", LATER_TABLES)
    with store_in(tmp_path) as store, store.transaction():
        for table in later:
            store._db.execute(f"DROP TABLE {table}")
    publish(site, "edited")
    report = crawl(3)
    assert (report.records, report.new) == (len(STORIES), 0)
    now = exported(tmp_path)
    assert all(now[url].body != one.body for url, one in before.items())
