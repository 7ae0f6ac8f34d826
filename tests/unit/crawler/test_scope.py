import pytest

from scraper.crawler.scope import Scope

SEEDS = ["https://news.example/", "https://www.other.example:8443/x"]


@pytest.mark.parametrize(
    "allow, deny, url, expected",
    [
        ([], [], "https://news.example/a", True),
        ([], [], "https://www.news.example/a", True),
        ([], [], "https://other.example:8443/", True),
        ([], [], "https://other.example/", False),
        ([], [], "https://blog.news.example/a", False),
        (["/2024/*"], [], "https://news.example/2024/a", True),
        (["/2024/*"], [], "https://news.example/2023/a", False),
        (["/2024/*"], [], "https://evil.example/2024/a", False),
        (["/2024/*"], [], "https://news.example/", True),
        (["third.example/2024/*"], [], "https://news.example/", True),
        (["/2024/*"], ["news.example"], "https://news.example/", False),
        (["*.news.example"], [], "https://blog.news.example/a", True),
        (["*.news.example"], [], "https://news.example/a", True),
        (["*.news.example"], [], "https://badnews.example/a", False),
        (["news.example/world"], [], "https://news.example/world/a", True),
        (["news.example/world"], [], "https://news.example/sport", False),
        (["https://news.example/world/"], [], "http://news.example/world/a", True),
        (["news.example"], [], "https://news.example:8080/a", True),
        (["news.example:81"], [], "https://news.example/a", False),
        (["*"], [], "https://anything.example/", True),
        ([], ["/tag/*"], "https://news.example/tag/x", False),
        ([], ["/*/print"], "https://news.example/a/print", False),
        (["*"], ["shop.example"], "https://shop.example/", False),
        (["*"], ["/*?replytocom="], "https://news.example/a?replytocom=4", False),
    ],
)
def test_scope(allow, deny, url, expected):
    assert (url in Scope(SEEDS, allow, deny)) is expected
