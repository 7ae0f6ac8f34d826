import numpy as np
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.features import describe
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
