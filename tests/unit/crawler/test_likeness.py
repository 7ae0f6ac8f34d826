import pytest

from scraper.crawler.likeness import is_article_like, is_headline, rank_of


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/2024/05/01/politics/a-long-day-in-town-17.html",
        "https://news.example/world/why-the-old-bridge-was-closed",
        "https://news.example/artikel/der-alte-hafen-schliesst-8123456.html",
        "https://news.example/20240501/council-meets.html",
    ],
)
def test_articles_look_like_articles(url):
    assert is_article_like(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/", "https://news.example/tag/music/", "https://news.example/world",
        "https://news.example/author/a-long-name-of-somebody/", "https://news.example/login?next=/",
        "https://news.example/section/world/page/3/", "https://news.example/contact",
    ],
)  # fmt: skip
def test_lists_and_service_pages_do_not(url):
    assert not is_article_like(url)


def test_articles_come_before_lists_and_lists_before_service_pages():
    article = rank_of("https://news.example/2024/05/01/a-long-day-in-town", depth=3)
    unsure = rank_of("https://news.example/world", depth=1)
    listing = rank_of("https://news.example/tag/music/", depth=1)
    service = rank_of("https://news.example/login", depth=1)
    assert article < unsure < listing < service


def test_a_headline_as_link_text_speaks_for_an_article():
    url = "https://news.example/story.html"
    assert rank_of(url, is_announced=True) < rank_of(url)
    assert is_headline("Council votes to close the old bridge")
    assert not is_headline("More of the council")
    assert not is_headline("A     word")


def test_the_nearer_of_equal_urls_comes_first():
    assert rank_of("https://news.example/a", depth=1) < rank_of("https://news.example/a", depth=2)
