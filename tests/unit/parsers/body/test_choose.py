import numpy as np
import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.choose import choose, holder
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


def test_nothing_likely_is_nothing_chosen() -> None:
    assert chosen("<p>a</p><p>b</p>", 0.05, 0.1) == []


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


def test_a_gap_between_paragraphs_is_filled_with_what_is_likely_enough() -> None:
    soup = "<p>a</p><div>b</div><section>c</section><p>d</p>"
    assert chosen(soup, 0.99, 0.3, 0.25, 0.98) == ["a", "b", "c", "d"]
    assert chosen(soup, 0.99, 0.3, 0.1, 0.98) == ["a", "b", "d"]


@pytest.mark.parametrize(
    "html, probabilities",
    [
        pytest.param("<div>a</div><a href=x>b</a><div>c</div>", [0.99, 0.3, 0.98], id="a link"),
        pytest.param(
            "<section><p>a</p></section><p>b</p><section><p>c</p><p>d</p></section>",
            [0.99, 0.3, 0.98, 0.01],
            id="another container",
        ),
    ],
)
def test_no_gap_of_the_text(html: str, probabilities: list[float]) -> None:
    assert chosen(html, *probabilities) == ["a", "c"]


def test_a_heading_belongs_to_the_text_right_below_it_in_its_box() -> None:
    before = f"<section><p>{LINE}</p></section>" + "<div>1200</div>" * 4
    heading = "<h2>What comes next</h2>"
    box = f"{before}<section>{heading}<p>{LINE} too</p></section>"
    low = [0.9, *[0.1] * 4, 0.3]
    assert chosen(box, *low, 0.9) == [LINE, "What comes next", f"{LINE} too"]
    story = f"<section><p>{LINE} too</p><p>{LINE} again</p></section>"
    apart = f"{before}<section>{heading}</section>{story}"
    assert chosen(apart, *low, 0.9, 0.9) == [LINE, f"{LINE} too", f"{LINE} again"]


def test_a_gap_of_something_that_its_class_names_stays() -> None:
    root = etree.fromstring("<p>a</p><p class=ad>b</p><p>c</p>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    probabilities = np.array([0.99, 0.3, 0.98], np.float32)
    for weight, expected in ((-2.0, [0, 2]), (0.0, [0, 1, 2])):
        described = describe(blocks, containers, "", Hints({"ad": weight}))
        assert choose(blocks, described, probabilities).kept == expected


def test_less_than_the_best_threshold_is_asked_for() -> None:
    assert chosen("<div><p>a</p></div><div><p>b c d</p></div>", 0.9, 0.5) == ["a", "b c d"]


def test_an_unsure_opening_is_left_out_a_sure_one_stays() -> None:
    html = f"<ul><li>Share</ul><h2>In short</h2><p>{LINE}.</p><p>End</p>"
    assert chosen(html, 0.6, 0.6, 0.99, 0.6) == ["In short", f"{LINE}.", "End"]


def test_a_list_below_a_heading_may_open_the_text() -> None:
    text = f"<p>{LINE}, and nobody in Arnholt remembers it standing still.</p>"
    points = "<h3>Key points</h3><ul><li>The mill is sold</li><li>The wheel stays</li></ul>"
    kept = chosen(points + text, 0.5, 0.5, 0.5, 0.9)
    assert kept[:3] == ["Key points", "The mill is sold", "The wheel stays"]
    bar = "<h1>The mill is sold</h1><ul><li>Share</li><li>Print</li></ul>"
    assert len(chosen(bar + text, 0.5, 0.5, 0.5, 0.9)) == 2


def test_a_page_without_sentences_keeps_its_opening() -> None:
    assert chosen("<p>One line</p><p>Another line</p>", 0.5, 0.9) == ["One line", "Another line"]


def test_links_below_a_heading_that_points_elsewhere_are_left_out() -> None:
    html = (
        f"<p>{LINE}.</p><h2>You may also like</h2><div><a href=a>Cats</a><br><a href=b>Dogs</a></div>"
        "<h2>Sources</h2><div><a href=c>Mill archive</a></div>"
    )
    assert chosen(html, 0.9, 0.9, 0.9, 0.9, 0.9) == [f"{LINE}.", "Sources", "Mill archive"]


def test_what_repeats_belongs_together() -> None:
    item = "<div class=item><button class=ask>{}</button><div><p>{}</p></div></div>"
    html = "".join(item.format(*pair) for pair in ("aA", "bB", "cC"))
    assert chosen(html, 0.9, 0.95, 0.9, 0.95, 0.25, 0.9) == ["a", "A", "b", "B", "c", "C"]
    assert chosen(html, 0.1, 0.95, 0.1, 0.95, 0.25, 0.9) == ["A", "B", "C"]


def test_a_list_belongs_together() -> None:
    items = "".join(f"<li>{text}</li>" for text in "abcd")
    html = f"<p>{LINE}.</p><ul>{items}</ul><p>e</p>"
    assert chosen(html, 0.99, 0.28, 0.6, 0.28, 0.28, 0.28) == [f"{LINE}.", "a", "b", "c", "d"]
    assert chosen(html, 0.99, 0.28, 0.28, 0.28, 0.28, 0.28) == [f"{LINE}."]
