import asyncio
from datetime import UTC, datetime

import pytest

from scraper.crawler.clock import SystemClock
from scraper.crawler.politeness import Politeness
from scraper.crawler.response import Attempted, Response
from scraper.crawler.robots import (
    MAX_BYTES,
    RobotsCache,
    decode_robots,
    judge_answer,
    parse_robots,
    product_of,
)
from scraper.store import RobotsEntry, Store

A = "https://a.example"


def answer(body=b"", status=200, outcome="ok", headers=None, location=None):
    response = Response(f"{A}/robots.txt", status, headers or {}, body, body, datetime.now(UTC))
    return Attempted(outcome, datetime.now(UTC), 0.1, 1, response, "said", status, location)


SILENCE = Attempted("timeout", datetime.now(UTC), 9.0, 3, message="no answer within 9 s")


@pytest.mark.parametrize(
    "text, path, allowed",
    [
        pytest.param("", "/x", True, id="empty file"),
        pytest.param("User-agent: *\nDisallow: /private/\n", "/private/a", False, id="prefix"),
        pytest.param("User-agent: *\nDisallow: /private/\n", "/privately", True, id="no prefix"),
        pytest.param("User-agent: *\nDisallow: /a\nAllow: /a/open/\n", "/a/open/x", True, id="longest match"),
        pytest.param("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a", True, id="tie goes to allow"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf", False, id="wildcard with end"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdfx", True, id="end does not match"),
        pytest.param("User-agent: other\nDisallow: /\n", "/x", True, id="another's group"),
        pytest.param("User-agent: Pullquote\nDisallow: /me\n\nUser-agent: *\nDisallow: /\n", "/x", True, id="own group only"),
        pytest.param("User-agent: pullquote\nDisallow: /a\n\nUser-agent: PULLQUOTE\nDisallow: /b\n", "/b", False, id="groups are merged"),
        pytest.param("User-agent: x\nUser-agent: *\nDisallow: /a\n", "/a", False, id="two agents, one group"),
        pytest.param("User-agent: *\nCrawl-delay: 3\nDisallow: /a\n", "/a", False, id="a foreign line ends no group"),
        pytest.param("User-agent: a\nSitemap: https://a.example/s\nUser-agent: *\nDisallow: /a\n", "/a", False, id="sitemap between agents"),
        pytest.param("\n\n  user-AGENT : *\r\nDISALLOW:/a # why\r\n", "/a", False, id="case and spaces"),
        pytest.param("User-agent: *\rDisallow: /a\r", "/a", False, id="old line ends"),
        pytest.param("Disallow: /a\n", "/a", True, id="rule without agent"),
        pytest.param("User-agent: *\nDisallow:\n", "/a", True, id="empty rule"),
        pytest.param("User-agent: *\nDisallow: /%C3%BC\n", "/%C3%BC", False, id="escaped octets"),
    ],
)  # fmt: skip
def test_rules(text, path, allowed):
    assert parse_robots(text, "Pullquote").allows(A + path) is allowed


@pytest.mark.parametrize("value", ["soon", "-1", "nan", "inf"])
def test_a_senseless_delay_is_none(value):
    assert parse_robots(f"User-agent: *\nCrawl-delay: {value}\n", "x").delay_s is None


def test_delay_and_sitemaps():
    robots = parse_robots(
        "User-agent: *\nCrawl-delay: 2.5\nSitemap: https://a.example/s.xml\n", "x"
    )
    assert robots.delay_s == 2.5
    assert robots.sitemaps == ("https://a.example/s.xml",)


def test_a_byte_order_mark_does_not_hide_the_first_group():
    assert not parse_robots(decode_robots(b"\xef\xbb\xbfUser-agent: *\nDisallow: /a"), "x").allows(
        A + "/a"
    )


def test_only_whole_lines_of_the_first_500_kib_are_read():
    filler = b"# filler\n" * (MAX_BYTES // 9 + 1)
    text = decode_robots(b"User-agent: *\nDisallow: /a\n" + filler + b"Disallow: /b\n")
    assert len(text) <= MAX_BYTES
    assert text.endswith("\n")
    assert not parse_robots(text, "x").allows(A + "/a")
    assert parse_robots(text, "x").allows(A + "/b")


@pytest.mark.parametrize(
    "attempted, access",
    [
        (answer(b"User-agent: *"), "rules"),
        (answer(status=404, outcome="not-found"), "all"),
        (answer(status=403, outcome="http-error"), "all"),
        (answer(status=401, outcome="http-error"), "all"),
        (answer(status=204, outcome="empty"), "all"),
        (answer(status=429, outcome="http-error"), "none"),
        (answer(status=503, outcome="http-error"), "none"),
        (answer(status=302, outcome="redirect"), "all"),
        (SILENCE, "none"),
    ],
)
def test_answers(attempted, access):
    assert judge_answer(attempted)[0] == access


@pytest.mark.parametrize(
    "agent, product",
    [
        ("Pullquote/0.1 (+https://lab.example)", "Pullquote"),
        ("news-study", "news-study"),
        ("7", "*"),
    ],
)
def test_product_tokens(agent, product):
    assert product_of(agent) == product


class Served:
    """Answers robots.txt from a table of URL → answer, and counts."""

    def __init__(self, answers):
        self.answers = answers
        self.asked = []

    async def fetch(self, request, *, attempts=None):
        self.asked.append(request.url)
        return self.answers[request.url]


@pytest.fixture
def cache_of(tmp_path):
    store = Store(tmp_path / "x.db")
    clock = SystemClock()

    def make(answers):
        served = Served(answers)
        politeness = Politeness(0, 1, clock)
        return RobotsCache(served, store, politeness, clock, "Pullquote"), served, store

    yield make
    store.close()


def test_the_file_is_read_once_and_kept_for_the_next_run(cache_of):
    answers = {f"{A}/robots.txt": answer(b"User-agent: *\nDisallow: /a")}

    async def ask():
        cache, served, _ = cache_of(answers)
        first, second = await asyncio.gather(cache.rules_for(A + "/a"), cache.rules_for(A + "/b"))
        assert not first.allows(A + "/a")
        assert second.allows(A + "/b")
        again, served_again, _ = cache_of({})
        assert not (await again.rules_for(A + "/a")).allows(A + "/a")
        return served.asked, served_again.asked

    assert asyncio.run(ask()) == ([f"{A}/robots.txt"], [])


def test_five_redirects_are_followed_and_a_sixth_allows_all(cache_of):
    hops = {
        f"{A}/robots.txt" if n == 0 else f"{A}/r{n}": answer(
            status=301, outcome="redirect", location=f"/r{n + 1}"
        )
        for n in range(5)
    }
    rules = answer(b"User-agent: *\nDisallow: /")
    five = cache_of({**hops, f"{A}/r5": rules})[0]
    assert not asyncio.run(five.rules_for(A + "/a")).allows(A + "/a")
    b = "https://b.example"
    moved = {url.replace(A, b): hop for url, hop in hops.items()}
    moved[f"{b}/r5"] = answer(status=301, outcome="redirect", location="/r6")
    six = cache_of({**moved, f"{b}/r6": rules})[0]
    assert asyncio.run(six.rules_for(b + "/a")).allows(b + "/a")


@pytest.mark.parametrize("expires_in", [-1, 10 * 86400], ids=["expired", "dated by a wrong clock"])
def test_an_old_or_future_copy_is_read_again(cache_of, expires_in):
    cache, served, store = cache_of({f"{A}/robots.txt": answer(b"")})
    now = SystemClock().now()
    store.put_robots(
        RobotsEntry(A, now, now + expires_in, "rules", "", "User-agent: *\nDisallow: /")
    )
    assert asyncio.run(cache.rules_for(A + "/a")).allows(A + "/a")
    assert served.asked
