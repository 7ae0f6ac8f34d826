"""Jobs over several hosts of which one moves or is down, crawled day by day on loopback."""

import pytest
from pullquote_test_crawls import DAY, both_stores, exported, job_of, store_in, visit
from pullquote_test_server import Moving, Server, answer, article, serve

PATHS = [f"/2024/05/07/the-ferry-of-harbour-{number}-sails-again" for number in range(12)]


def fill(site, about=""):
    site.answers["/robots.txt"] = answer(b"", kind="text/plain")
    site.answers["/"] = answer("".join(f"<a href='{path}'>{path}</a>" for path in PATHS))
    site.answers |= {path: answer(article(about + path[12:])) for path in PATHS}


@pytest.fixture
def other():
    """A second host, which answers as the first one does not know."""
    site = Server()
    stop = serve(site, "127.0.0.2")
    yield site
    stop()


@pytest.fixture
def crawl(tmp_path):
    """A function that runs a job a day later than the time before."""
    clock = Moving()

    def crawl(*sites, **keys):
        job = job_of(*sites, **{"revisit": "1d", "limits": {"attempts": 1}} | keys)
        report = visit(job, tmp_path, clock)
        clock.shift_s += DAY + 60
        return report

    return crawl


@both_stores
def test_a_site_that_moved_to_a_host_which_is_allowed_later_is_known_by_it(
    site, other, crawl, tmp_path
):
    """Its pages were left as out of scope; the copies at the new host have them asked again."""
    fill(site)
    crawl(site)
    fill(other)
    for path in ["/", *PATHS]:
        site.answers[path] = answer(b"", "301 Moved Permanently", None, Location=other.url + path)
    for _ in range(3):
        told = [warning for warning in crawl(site).warnings if "sends its readers" in warning]
        assert len(told) == 1
    assert exported(tmp_path).keys() == {site.url + path for path in PATHS}

    report = crawl(site, other)
    assert (report.new, report.vanished) == (len(PATHS), len(PATHS))
    assert exported(tmp_path).keys() == {other.url + path for path in PATHS}


@both_stores
def test_a_host_that_is_down_keeps_no_other_from_being_asked(site, other, crawl, tmp_path):
    """Its pages wait, and take none of the half of ``max_pages`` that is for known ones.

    That the archive was read anew in between, which is a run as well, changes nothing.
    """
    fill(site)
    fill(other, "other ")
    crawl(site, other)
    more = [f"/2024/06/07/a-new-story-of-{number}" for number in range(40)]
    site.answers |= {path: answer(article(path[12:])) for path in more}
    site.answers["/"] = answer("".join(f"<a href='{path}'>{path}</a>" for path in more))
    other.answers["/robots.txt"] = answer(b"", "503 Service Unavailable")
    asked = []
    for _ in range(4):
        site.hits.clear()
        crawl(site, other, max_pages=8)
        asked.append(len({*site.paths()} & {*PATHS}))
        with store_in(tmp_path) as store, store.transaction():
            run = store.runs.begin(0.0, is_crawl=False)
            store.runs.finish(run.id, 0.0, None)
    # Four known pages a run, or three and the front page, by the order in which they came; where
    # the other host's are counted none or one.
    assert min(asked) >= 2
    assert sum(asked) >= 10


@both_stores
@pytest.mark.parametrize("is_closed", [False, True], ids=["a page", "robots.txt too"])
def test_a_host_that_asks_for_days_is_left_for_days(site, other, crawl, tmp_path, is_closed):
    keys = {"limits": {"attempts": 1, "retry_wait": 0}}
    fill(site)
    fill(other)
    crawl(site, other, **keys)
    known = dict(site.answers)
    site.answers = {} if is_closed else {"/robots.txt": known["/robots.txt"]}
    site.default = answer(b"", "503 Service Unavailable", Retry_After=str(int(2.5 * DAY)))
    crawl(site, other, **keys)
    asked = len(site.hits)
    for _ in range(2):
        report = crawl(site, other, **keys)
        assert len(site.hits) == asked
        assert any("it asked for a pause until" in warning for warning in report.warnings)
    site.answers = known
    report = crawl(site, other, **keys)
    assert len(site.hits) > asked
    assert not any("asked for a pause" in warning for warning in report.warnings)
