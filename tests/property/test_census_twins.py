"""The compiled census finds what the searches in Python find."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pullquote_test_twins import compiled, has_compiler

from scraper import census

NAMES = st.sampled_from(
    [*"class id rel aria-label itemscope itemprop typeof property {urn:x}class".split()]
)
VALUES = st.sampled_from(
    ["", "a", "a b", "é", "Breadcrumbs", "my-tag", "ariane tag", "category tag"]
)
TAGS = st.sampled_from([*census.TAGS, "div", "p", "timer", "{urn:x}time"])


@st.composite
def pages(draw: st.DrawFn) -> etree._Element:
    elements = [etree.Element("html")]
    for tag in draw(st.lists(TAGS, max_size=25)):
        parent = elements[max(0, len(elements) - 1 - draw(st.integers(0, 3)))]
        element = etree.SubElement(parent, tag)
        for name, value in draw(st.dictionaries(NAMES, VALUES, max_size=4)).items():
            element.set(name, value)
        elements.append(element)
        if draw(st.booleans()):
            parent.append(etree.Comment("c"))
    return elements[0]


@given(pages())
def test_any_page(root):
    if has_compiler():
        assert compiled("scraper.census", "count")(root) == census.count(root)
