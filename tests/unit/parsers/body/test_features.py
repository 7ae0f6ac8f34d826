import numpy as np
from pullquote_test_building import SENTENCES, STORY, described


def test_every_feature_is_a_finite_number_a_block() -> None:
    page, blocks, _ = described(STORY, "bridge closed - arnholt post")
    for name, column in page.columns.items():
        assert len(column) == len(blocks), name
        assert np.isfinite(np.asarray(column, float)).all(), name


def test_one_block_is_enough() -> None:
    for html in ("x", "<p>x</p>", "<pre>\n x</pre>"):
        page, _, _ = described(html)
        assert all(np.isfinite(np.asarray(c, float)).all() for c in page.columns.values())


def test_title_share_and_headline_offset() -> None:
    page, _, _ = described(STORY, "bridge closed - arnholt post")
    assert page.columns["title"][2] > 0.4
    assert page.columns["headline_offset"].tolist()[:4] == [-2, -1, 0, 1]


def test_repeated_text_is_seen() -> None:
    page, _, _ = described(f"<p>{SENTENCES}</p><p>x</p><p>{SENTENCES}</p>")
    assert page.columns["twice"].tolist() == [1, 0, 1]
    assert page.columns["later"].tolist() == [0, 0, 1]


def test_matrix_has_the_named_rows() -> None:
    page, blocks, _ = described(STORY)
    matrix = page.matrix(["mass", "link_density"])
    assert matrix.shape == (2, len(blocks))
    assert matrix[1, 0] == 1
