from datetime import UTC, datetime

import pytest

from scraper.crawler.response import Attempted, find_spelling

A = "https://a.example"
NOW = datetime(2024, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "url, location, spelling",
    [
        ("/s", "/s?utm_source=self", A + "/s?utm_source=self"),
        ("/s?a=1&b=2", "?b=2&a=1", A + "/s?b=2&a=1"),
        ("/~ada", "https://a.example/%7Eada", A + "/%7Eada"),
        ("/s", "https://A.example:443/s?utm_source=self", A + "/s?utm_source=self"),
        ("/", "https://a.example.?utm_source=self", A + "/?utm_source=self"),
        ("/s", "https://A.example./s", None),
        ("/s", "/s#top", None),
        ("/s", "/s", None),
        ("/s", "/other", None),
        ("/s", "https://www.a.example/s?utm_source=self", None),
        ("/s", "https://ada:key@a.example/s?utm_source=self", None),
        ("/s", "http://[", None),
        ("/s", None, None),
    ],
)
def test_a_redirect_may_name_the_same_url_in_another_spelling(url, location, spelling):
    answer = Attempted("redirect", NOW, 0.0, 1, status=302, redirect_to=location)
    assert find_spelling(answer, A + url) == spelling


def test_other_answers_name_none():
    assert find_spelling(Attempted("ok", NOW, 0.0, 1, status=200), A) is None
