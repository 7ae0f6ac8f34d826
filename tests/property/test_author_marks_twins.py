"""The compiled look at the elements within lines finds what the one in Python finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pullquote_test_twins import compiled, has_compiler, twins

from scraper.cut import cut
from scraper.page import read_page
from scraper.parsers.authors import marks
from scraper.parsers.authors.regions import MENU

NAMES = st.sampled_from(["class", "href", "rel", "itemprop", "id", "{urn:x}href"])
VALUES = st.sampled_from(
    ["", "byline", "author", "/author/jane-doe", "/about/", "/team", "AUTHOR tag", "nofollow"]
) | st.sampled_from(["category", "articleSection", "byline__category", "photo-credit author", "é"])
TAGS = st.sampled_from(["a", "span", "b", "em", "{urn:x}a"])


@st.composite
def pages(draw: st.DrawFn) -> etree._Element:
    root = etree.Element("body")
    for _ in range(draw(st.integers(0, 6))):
        line = etree.SubElement(root, draw(st.sampled_from(["p", "li"])))
        line.text = draw(st.sampled_from([None, "x", "a long line of text " * 3]))
        for tag in draw(st.lists(TAGS, max_size=3)):
            element = etree.SubElement(line, tag)
            for name, value in draw(st.dictionaries(NAMES, VALUES, max_size=3)).items():
                element.set(name, value)
            element.text = draw(st.sampled_from([None, "J", "Jane  Doe", "Jane " * 50]))
    return root


@given(
    pages(), st.frozensets(st.integers(0, 6)), st.integers(-7, 6), st.integers(-7, 6), st.booleans()
)
def test_any_page(root, close, first, last, is_menu):
    blocks, containers = cut(root)
    given_ = blocks, [MENU * is_menu] * len(containers), close, range(first, last), 40
    if has_compiler():
        find = compiled("scraper.parsers.authors.marks", "find_marked")
        assert find(*given_) == marks.find_marked(*given_)


@pytest.mark.parametrize("twin", twins("scraper.parsers.authors.marks", "find_marked"))
def test_what_marks_an_element_and_where_it_counts(twin):
    page = read_page(
        "<p><a href='/author/jane'>Jane Doe</a> of <a href='/'>home</a></p>"
        "<p><a href='/about/'>About us</a> <b class=byline>Joe  Roe</b></p>"
    )
    flags = [0] * len(page.containers)
    found = twin()(page.blocks, flags, frozenset(), range(0), 100)
    assert [(index, text) for index, _, _, text in found] == [(0, "Jane Doe"), (1, "Joe Roe")]
    close = twin()(page.blocks, flags, frozenset([1]), range(0), 100)
    assert [text for _, _, _, text in close] == ["Jane Doe", "About us", "Joe Roe"]
    # Paragraphs of the body, and menus away from headline and body's end, are not read.
    assert not twin()(page.blocks, flags, frozenset(), range(2), 3)
    menus = [MENU] * len(page.containers)
    assert not twin()(page.blocks, menus, frozenset(), range(0), 100)
