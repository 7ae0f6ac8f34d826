import pytest
from lxml import etree

from scraper.text import Mark, TextBlock, fold, having, inner_text


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


def test_inner_text_is_all_text_below() -> None:
    root = etree.fromstring("<p>a <b>b\n c</b></p>")
    assert inner_text(root) == "a b c"


@pytest.mark.parametrize(
    "values, expected",
    [
        ({"id": ""}, ["a", "c", "d"]),
        ({"itemprop": ""}, ["d"]),
        ({"id": "", "itemprop": ""}, ["a", "c", "d"]),
        ({"class": "crumb"}, ["b", "d"]),
        ({"class": "crumb", "aria_label": "readcrumb"}, ["b", "c", "d"]),
        ({"class": "none"}, []),
    ],
)
def test_elements_are_found_by_their_attributes_in_order(values, expected) -> None:
    root = etree.fromstring(
        "<a id='1'><b class='crumbs'/><c aria-label='Breadcrumb' id=''>"
        "<d class='x crumb' id='2' itemprop='name'/></c></a>"
    )
    assert [element.tag for element in having(**values)(root)] == expected


def test_a_search_takes_the_first_few_thousand_of_very_many() -> None:
    root = etree.fromstring("<div>" + "<p class='a'/>" * 5000 + "</div>")
    found = having(**{"class": "a"})(root)
    assert len(found) == 4000
    assert found == list(root)[:4000]
