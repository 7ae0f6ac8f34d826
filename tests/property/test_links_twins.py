"""The compiled reading of links finds what the one in Python finds."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pullquote_test_twins import compiled, has_compiler

from scraper.crawler import links

NAMES = st.sampled_from(["href", "src", "rel", "class", "{urn:x}href"])
VALUES = st.sampled_from(["", "#", "#a", "/a", "a b", "é", "next"])
TAGS = st.sampled_from([*links.TAGS, "abbr", "p", "framed", "{urn:x}a"])
TEXTS = st.sampled_from([None, "", " ", "a", "é“"])


@st.composite
def pages(draw: st.DrawFn) -> etree._Element:
    elements = [etree.Element("html")]
    for tag in draw(st.lists(TAGS, max_size=25)):
        parent = elements[max(0, len(elements) - 1 - draw(st.integers(0, 3)))]
        element = etree.SubElement(parent, tag)
        element.text, element.tail = draw(TEXTS), draw(TEXTS)
        for name, value in draw(st.dictionaries(NAMES, VALUES, max_size=4)).items():
            element.set(name, value)
        elements.append(element)
        if draw(st.booleans()):
            parent.append(etree.Comment("c"))
    return elements[0]


@settings(deadline=None)
@given(pages())
def test_any_page(root):
    if has_compiler():
        assert compiled("scraper.crawler.links", "links_of")(root) == links.links_of(root)
