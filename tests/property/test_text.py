"""Whatever the markup: blocks hold the page's text in order, and every range and offset holds."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scraper.cut import cut

TAGS = ("div", "p", "b", "a", "br", "pre", "table", "tr", "td", "li", "ul", "span", "x-y", "script")
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS]),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.text(alphabet="ab \n\t\u00ad\u200b。é&;#x1e<", max_size=8),
)


@st.composite
def bodies(draw: st.DrawFn) -> etree._Element:
    html = "".join(draw(st.lists(PIECES, max_size=40)))
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    return root.find("body")


@given(bodies())
def test_ranges_nest_and_cover(body: etree._Element) -> None:
    blocks, containers = cut(body)
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert (containers[0].first, containers[0].end) == (0, len(blocks))
    for container in containers[1:]:
        parent = containers[container.parent]
        assert parent.first <= container.first <= container.end <= parent.end
        assert container.index < container.stop <= parent.stop
        assert container.depth == parent.depth + 1
    for block in blocks:
        container = containers[block.container]
        assert container.first <= block.index < container.end


@given(bodies())
def test_blocks_are_never_empty_and_their_marks_fit(body: etree._Element) -> None:
    for block in cut(body)[0]:
        assert block.text.strip()
        assert 0 <= block.link_chars <= len(block.text)
        for mark in block.marks():
            assert 0 <= mark.start <= mark.end <= len(block.text)


@given(bodies())
def test_no_letter_is_lost_or_moved(body: etree._Element) -> None:
    for script in list(body.iter("script")):
        script.text = None
        for child in list(script):
            script.remove(child)
    seen = "".join(block.text for block in cut(body)[0])
    letters = [char for char in seen if char.isalpha()]
    assert letters == [char for char in "".join(body.itertext()) if char.isalpha()]
