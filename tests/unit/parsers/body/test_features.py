import numpy as np
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.features import describe, find_core, running_total
from scraper.parsers.body.layout import Hints

SENTENCES = "The river rose for three days, and the old bridge at Arnholt had to be closed. "
PAGE = f"""
<nav><ul><li><a href=a>News</a></li><li><a href=b>Sport</a></li></ul></nav>
<main><h1>Bridge closed</h1>
<div class="story"><p>{SENTENCES}</p><p>{SENTENCES * 2}</p><h2>What next</h2><p>{SENTENCES}</p></div></main>
<aside><div><p>{SENTENCES}</p><a href=c>More</a></div></aside>
<footer><p>Arnholt Post</p></footer>
"""


def described(html: str, title: str = ""):
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    return describe(blocks, containers, title, Hints({})), blocks, containers


def test_every_feature_is_a_finite_number_a_block() -> None:
    page, blocks, _ = described(PAGE, "bridge closed - arnholt post")
    for name, column in page.columns.items():
        assert len(column) == len(blocks), name
        assert np.isfinite(np.asarray(column, float)).all(), name


def test_one_block_is_enough() -> None:
    for html in ("x", "<p>x</p>", "<pre>\n x</pre>"):
        page, _, _ = described(html)
        assert all(np.isfinite(np.asarray(c, float)).all() for c in page.columns.values())


def test_the_core_holds_most_running_text() -> None:
    page, _, containers = described(PAGE)
    assert containers[page.core].element.get("class") == "story"


def test_sections_have_their_common_container_as_core() -> None:
    html = "".join(f"<section><h2>x</h2><p>{SENTENCES}</p></section>" for _ in range(6))
    page, _, containers = described(f"<div><p>menu</p></div><article>{html}</article>")
    assert containers[page.core].tag == "article"


def test_steps_from_the_core_grow_outwards() -> None:
    page, blocks, _ = described(PAGE)
    steps = dict(zip([b.text for b in blocks], page.columns["core_steps"], strict=True))
    assert steps["What next"] == 0 < steps["Bridge closed"] < steps["Arnholt Post"]


def test_the_lead_is_the_text_below_the_headline_not_the_longest() -> None:
    comments = "".join(f"<div><p>{SENTENCES * 2}</p></div>" for _ in range(9))
    page, blocks, _ = described(
        f"<h1>Bridge closed</h1><div><p>{SENTENCES * 4}</p><p>{SENTENCES * 4}</p></div>"
        f"<p>Comments</p><section>{comments}</section>",
        "bridge closed",
    )
    assert page.columns["lead_steps"][1] == 0
    assert page.columns["lead_steps"][len(blocks) - 1] > 0


def test_title_share_and_headline_offset() -> None:
    page, _, _ = described(PAGE, "bridge closed - arnholt post")
    assert page.columns["title"][2] > 0.4
    assert page.columns["headline_offset"].tolist()[:4] == [-2, -1, 0, 1]


def test_repeated_text_is_seen() -> None:
    page, _, _ = described(f"<p>{SENTENCES}</p><p>x</p><p>{SENTENCES}</p>")
    assert page.columns["twice"].tolist() == [1, 0, 1]
    assert page.columns["later"].tolist() == [0, 0, 1]


def test_matrix_has_the_named_rows() -> None:
    page, blocks, _ = described(PAGE)
    matrix = page.matrix(["mass", "link_density"])
    assert matrix.shape == (2, len(blocks))
    assert matrix[1, 0] == 1


def test_find_core_takes_the_first_where_all_are_alike() -> None:
    page, _, _ = described("<p>a</p>")
    assert find_core(np.zeros(1, np.float32), page.layout) == 0


def test_running_total_begins_with_nothing() -> None:
    assert running_total(np.array([1, 2], np.float32)).tolist() == [0, 1, 3]
