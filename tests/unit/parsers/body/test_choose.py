import numpy as np
import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.choose import best_threshold, choose, holder, is_pointer
from scraper.parsers.body.features import describe
from scraper.parsers.body.layout import Hints

LINE = "The mill at Arnholt has ground flour since 1740, and still does"


def page(html: str):
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    return blocks, containers, describe(blocks, containers, "", Hints({}))


def chosen(html: str, *probabilities: float) -> list[str]:
    blocks, _, described = page(html)
    choice = choose(blocks, described, np.array(probabilities, np.float32))
    return [blocks[index].text for index in choice.kept]


@pytest.mark.parametrize(
    "probabilities, words, expected",
    [
        pytest.param([0.9, 0.8, 0.1], [50, 50, 50], 0.8, id="clear"),
        pytest.param([0.4, 0.35, 0.02], [50, 50, 50], 0.35, id="unsure page takes more"),
        pytest.param([0.99, 0.45, 0.45], [1000, 5, 5], 0.99, id="sure page takes less"),
        pytest.param([0.5], [1], 0.5, id="one block"),
    ],
)
def test_threshold_follows_the_page(probabilities, words, expected) -> None:
    threshold, _ = best_threshold(np.array(probabilities), np.array(words))
    assert threshold == pytest.approx(expected)


def test_expected_score_is_one_where_all_is_sure() -> None:
    assert best_threshold(np.array([1.0, 0.0]), np.array([9, 9]))[1] == pytest.approx(1)


def test_nothing_likely_is_nothing_chosen() -> None:
    assert chosen("<p>a</p><p>b</p>", 0.05, 0.1) == []


def test_a_copy_for_phones_is_left_out_with_what_only_it_has() -> None:
    html = (
        f"<div><p>{LINE}.</p><p>{LINE} today.</p></div>"
        f"<div><p>{LINE}.</p><p>{LINE} today.</p><p>Swipe on</p></div>"
    )
    assert chosen(html, 0.9, 0.9, 0.9, 0.9, 0.9) == [f"{LINE}.", f"{LINE} today."]


def test_a_pull_quote_repeats_but_its_surroundings_stay() -> None:
    html = f"<div><p>{LINE}.</p></div><div><p>{LINE}.</p><p>{LINE * 3} and more.</p></div>"
    assert chosen(html, 0.9, 0.9, 0.9) == [f"{LINE}.", f"{LINE * 3} and more."]


def test_a_refrain_stands_as_often_as_it_is_sung() -> None:
    html = f"<div><p>{LINE}.</p><p>Verse two</p><p>{LINE}.</p></div>"
    assert chosen(html, 0.9, 0.9, 0.9) == [f"{LINE}.", "Verse two", f"{LINE}."]


def test_code_within_the_text_is_kept() -> None:
    html = "<p>a</p><pre>grind(flour)</pre><p>b</p><pre>menu()</pre>"
    assert chosen(html, 0.9, 0.1, 0.9, 0.1) == ["a", "grind(flour)", "b"]


def test_short_texts_may_stand_twice() -> None:
    assert chosen("<p>Yes</p><p>No</p><p>Yes</p>", 0.9, 0.9, 0.9) == ["Yes", "No", "Yes"]


def test_the_holder_is_the_narrowest_container_of_the_choice() -> None:
    blocks, containers, described = page(
        f"<p>menu</p><div><section><p>{LINE}</p><p>{LINE} too</p></section></div>"
    )
    choice = choose(blocks, described, np.array([0.1, 0.9, 0.9], np.float32))
    assert containers[holder(described, choice)].tag == "section"


def block(html: str):
    blocks, _, _ = page(html)
    return blocks[0]


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p>Read more: <a href=x>The mill is sold</a></p>", True),
        ("<p><a href=x>Read more: The mill is sold</a></p>", True),
        ("<p>READ ALSO <b><a href=x>The mill is sold</a></b></p>", True),
        ("<p>Lesen Sie auch: <a href=x>Die Mühle ist verkauft</a></p>", True),
        ("<p>相关阅读：<a href=x>磨坊已售</a></p>", True),
        ("<h3>Related articles</h3>", True),
        ("<p>Read more about <a href=x>mills</a> in the book of 1931.</p>", False),
        ("<p>Related questions came up at once.</p>", False),
        ("<p>Relatedness is <a href=x>a measure of kinship, and a good one</a></p>", False),
    ],
)
def test_lines_that_point_to_another_story(html, expected) -> None:
    assert is_pointer(block(html)) is expected
