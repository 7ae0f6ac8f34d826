import pytest

from scraper.crawler.traps import FRUITLESS, find_shape_trap, judge_family, shape_of
from scraper.store.store import Family


@pytest.mark.parametrize(
    "url, word",
    [
        ("https://a.example/" + "x/" * 3, "repeats"),
        ("https://a.example/news/index/news/index/news/index/", "repeats"),
        ("https://a.example/" + "/".join(f"s{n}" for n in range(20)), "segments"),
        ("https://a.example/list?" + "&".join(f"k{n}=1" for n in range(12)), "parameters"),
    ],
)
def test_urls_refused_by_shape(url, word):
    assert word in find_shape_trap(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/",
        "https://a.example/2024/05/05/05/a-b",
        "https://a.example/a/b/a/c?x=1&y=2",
    ],
)
def test_ordinary_urls_have_no_trap_in_their_shape(url):
    assert find_shape_trap(url) is None


@pytest.mark.parametrize(
    "one, other",
    [
        ("https://a.example/calendar/2024/05/01", "https://a.example/calendar/1999/12/31"),
        ("https://a.example/list?color=red&size=2", "https://a.example/list?size=9"),
        ("https://a.example/unique/8fa3b2c1d0", "https://a.example/unique/77aa01bb"),
        ("https://a.example/print/12", "https://a.example/print/900"),
        ("https://a.example/tag/red+green", "https://a.example/tag/pink+gold+red"),
        ("https://a.example/tag/red,green", "https://a.example/tag/pink%2Cgold"),
        ("https://a.example/tag/red+2026", "https://a.example/tag/pink+gold"),
        ("https://a.example/sport,2", "https://a.example/sport,31"),
    ],
)
def test_members_of_a_family_have_one_shape(one, other):
    assert shape_of(one) == shape_of(other)


@pytest.mark.parametrize(
    "one, other",
    [
        ("https://a.example/calendar/2024", "https://a.example/archive/2024"),
        ("https://a.example/list", "https://a.example/list?color=red"),
        ("https://a.example/tag/red", "https://a.example/tag/green"),
        ("https://a.example/sport,2", "https://a.example/story,4711"),
        ("https://a.example/sport,page,2.html", "https://a.example/story%2C4711.html"),
        ("https://a.example/sport,rowing", "https://a.example/the-mill-opens"),
    ],
)
def test_others_have_other_shapes(one, other):
    assert shape_of(one) != shape_of(other)


def test_a_family_is_left_after_a_row_of_fruitless_pages():
    family = Family()
    for _ in range(FRUITLESS - 1):
        family = judge_family(family, is_fruitful=False)
    assert family.reason is None
    family = judge_family(family, is_fruitful=False)
    assert f"{FRUITLESS} pages" in family.reason


def test_one_fruitful_page_begins_the_row_again():
    family = judge_family(Family(fetched=70, fruitless=FRUITLESS - 1), is_fruitful=True)
    assert (family.fetched, family.fruitless, family.reason) == (71, 0, None)
