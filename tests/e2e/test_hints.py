"""Sitemaps that say what has changed, crawled day by day on loopback."""

from datetime import UTC, datetime

import pytest
from pullquote_test_crawls import DAY, both_stores, job_of, store_in, visit
from pullquote_test_server import Moving, answer, article

PAGES = [f"/2024/05/07/the-ferry-of-harbour-{number}-sails-again" for number in range(60)]


@pytest.fixture
def clock():
    return Moving()


@pytest.fixture
def told(site, clock):
    """Path → how many seconds ago it changed, as a site's sitemap says each time it is asked."""
    told = {}

    def give(_hit):
        entries = (
            f"<url><loc>{site.url}{path}</loc><lastmod>"
            f"{datetime.fromtimestamp(clock.now() - age, UTC).isoformat()}</lastmod></url>"
            for path, age in told.items()
        )
        return answer(f"<urlset>{''.join(entries)}</urlset>", kind="application/xml")

    rules = f"User-agent: *\nSitemap: {site.url}/map.xml\n"
    site.answers["/robots.txt"] = answer(rules, kind="text/plain")
    site.answers["/map.xml"] = give
    site.answers["/"] = answer("<h1>Front</h1>")
    site.answers |= {path: answer(article(path[12:])) for path in PAGES}
    return told


def crawl_daily(site, tmp_path, clock, days, **keys):
    """Crawl once a day; return the records known and the pages asked for after each run."""
    job = job_of(site, revisit="10d", **keys)
    known, asked = [], []
    for _ in range(days):
        site.hits.clear()
        visit(job, tmp_path, clock)
        with store_in(tmp_path) as store:
            known.append(store.records.count())
        asked.append(len({*site.paths()} & {*PAGES}))
        clock.shift_s += DAY
    return known, asked


@both_stores
def test_a_sitemap_that_says_all_pages_have_just_changed_is_soon_not_believed(
    site, tmp_path, clock, told
):
    told |= dict.fromkeys(PAGES, 1)
    known, _ = crawl_daily(site, tmp_path, clock, 7, max_pages=12)
    # How many exactly hangs on the time that a run takes; believed, twelve would stay twelve.
    assert known[-1] >= 3 * known[0]


def test_without_a_limit_its_pages_wait_for_their_own_time(site, tmp_path, clock, told):
    told |= dict.fromkeys(PAGES, 1)
    _, asked = crawl_daily(site, tmp_path, clock, 4)
    assert asked[0] == len(PAGES)
    assert asked[2:] == [5, 5]


def test_a_sitemap_that_is_right_now_and_then_is_believed(site, tmp_path, clock, told):
    told |= dict.fromkeys(PAGES, 1)
    for day in range(6):
        for path in PAGES[day::8]:
            site.answers[path] = answer(article(path[12:], f"day {day}"))
        _, asked = crawl_daily(site, tmp_path, clock, 1)
        assert asked == [len(PAGES)]


def test_a_site_that_mends_its_sitemap_is_believed_again(site, tmp_path, clock, told):
    told |= dict.fromkeys(PAGES, 1)
    crawl_daily(site, tmp_path, clock, 4)
    told |= dict.fromkeys(PAGES, 1e6)
    found = []
    for day in range(8):
        changed = PAGES[6 * day : 6 * day + 6]
        told |= dict.fromkeys(changed, 1)
        for path in changed:
            site.answers[path] = answer(article(path[12:], f"day {day}"))
        site.hits.clear()
        crawl_daily(site, tmp_path, clock, 1)
        found.append(sum(map(site.count, changed)))
        told |= dict.fromkeys(changed, 1e6)
    assert (found[0], found[-1]) == (5, 6)
