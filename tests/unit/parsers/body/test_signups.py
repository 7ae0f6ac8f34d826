import numpy as np
import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.signups import without_signups

STORY = (
    "The mill at Arnholt has ground flour since 1740, and still does, every day but Sunday. " * 3
)
MORE = "On Sundays the miller walks along the race and looks for what the week has broken."


def left(html: str, likely: float = 0.95) -> list[str]:
    """Return what is left where every block but buttons was chosen."""
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    chosen = [i for i, block in enumerate(blocks) if likely == 0.95 or block.tag != "button"]
    kept = without_signups(blocks, containers, np.full(len(blocks), likely), chosen)
    return [blocks[index].text for index in kept]


OFFER = "<div class=box><h4>Flour by post</h4><p>Order on Monday, bake on Friday.</p>{}</div>"
"""A box amid the text, with its button to come."""


def test_lines_above_a_button_go_with_it_where_the_model_is_unsure() -> None:
    html = f"<p>{STORY}</p>{OFFER.format('<button>To the shop</button>')}<p>{MORE}</p>"
    assert left(html, 0.6) == [STORY.strip(), MORE]
    assert left(html, 0.85) == [
        STORY.strip(),
        "Flour by post",
        "Order on Monday, bake on Friday.",
        MORE,
    ]


@pytest.mark.parametrize(
    "boxes",
    [
        pytest.param(OFFER.format("<button>Order</button>") * 2, id="what the page is about"),
        pytest.param(OFFER.format(""), id="no button"),
        pytest.param(
            OFFER.format("<button>1</button><button>2</button><button>3</button>"), id="many"
        ),
        pytest.param("<div><h4>Bread</h4><button>Order</button></div>", id="no sentence"),
        pytest.param("<div><pre>make.</pre><button>Copy</button></div>", id="code"),
        pytest.param(OFFER.format("<p>A</p><p>B</p><button>Order</button>"), id="many lines"),
    ],
)
def test_other_boxes_with_buttons_stay(boxes: str) -> None:
    html = f"<p>{STORY}</p>{boxes}<p>{MORE}</p>"
    assert len(left(html, 0.6)) == 2 + sum(boxes.count(tag) for tag in ("<p>", "<h4>", "<pre>"))


@pytest.mark.parametrize(
    "field",
    [
        "<input type=email>",
        "<input name=EMAIL>",
        "<input name=fields[email]>",
        "<input placeholder='E-Mail'>",
    ],
)
def test_a_small_box_with_a_field_for_an_address_goes_whole(field):
    box = f"<aside><h3>La mola del dilluns</h3><form>{field}<button>D’acord</button></form></aside>"
    assert left(f"<p>{STORY}</p>{box}<p>{MORE}</p>") == [STORY.strip(), MORE]


def test_the_field_may_stand_below_all_text_of_its_box():
    box = "<div><p>Mills by mail.</p><div><input type=email></div></div>"
    assert left(f"<p>{STORY}</p>{box}<p>{MORE}</p>") == [STORY.strip(), MORE]


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<div><p>Sacks:</p><input type=number><button>Work it out</button></div>", id="calculator"),
        pytest.param(f"<div><p>{STORY * 2}</p><input type=email><p>{MORE}</p></div>", id="much text"),
        pytest.param("<div><p>Mills by mail.</p><input type=hidden name=email></div>", id="hidden"),
    ],
)  # fmt: skip
def test_other_boxes_stay(box):
    root = f"<p>{STORY}</p>{box}<p>{MORE}</p>"
    assert len(left(root)) == root.count("<p>") + root.count("<button>")


def test_a_short_article_in_one_box_with_the_form_stays():
    html = f"<div><p>{MORE}</p><form><input type=email><button>Send</button></form></div>"
    assert left(html)[0] == MORE


def test_a_box_of_which_nothing_was_chosen_changes_nothing():
    html = f"<p>{STORY}</p><div><p>Get our letter</p><input type=email></div><p>{MORE}</p>"
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    likely = np.full(len(blocks), 0.9)
    assert without_signups(blocks, containers, likely, [0, 2]) == [0, 2]
    assert without_signups(blocks, containers, likely, [0, 1, 2]) == [0, 2]


def test_nothing_chosen_is_nothing_left():
    assert without_signups([], [], np.zeros(0), []) == []
