import pytest
from lxml import etree

from scraper.cut import cut
from scraper.text import Mark, TextBlock, fold, fold_case, inner_text, outwards


def test_marks_of_a_made_block_are_none() -> None:
    assert TextBlock("text", 0, -1, "p").marks() == []


def test_mark_is_a_plain_triple() -> None:
    element = etree.Element("b")
    assert Mark(1, 2, element) == (1, 2, element)


@pytest.mark.parametrize(
    "raw, expected",
    [("  a \n b ", "a b"), ("a\x1e\x1e b", "a\nb"), ("a \x1f b\x1f", "a\tb"), ("", "")],
)
def test_fold(raw: str, expected: str) -> None:
    assert fold(raw) == expected


def test_fold_case_of_letters_that_change_with_their_place_or_language() -> None:
    assert fold_case("İÇİNDEKİLER") == fold_case("İçindekiler") == fold_case("içindekiler")
    assert fold_case("SON YAZILAR") == fold_case("son yazılar")
    assert fold_case("ΕΤΙΚΈΤΕΣ") == fold_case("ετικέτες")


def test_inner_text_is_all_text_below() -> None:
    root = etree.fromstring("<p>a <b>b\n c</b></p>")
    assert inner_text(root) == "a b c"


def test_outwards_ends_at_the_outermost_container() -> None:
    blocks, containers = cut(etree.HTML("<div><p>one</p><ul><li>two</li></ul></div>")[0])
    assert [c.tag for c in outwards(containers, blocks[1].container)] == ["li", "ul", "div", "body"]
    assert not list(outwards(containers, -1))
