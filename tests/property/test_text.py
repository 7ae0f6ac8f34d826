"""Whatever the markup: blocks hold the page's text in order, and every range and offset holds."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scraper.cut import cut
from scraper.text import BR, CELL, Mark, TextBlock, fold

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


@st.composite
def marked_blocks(draw: st.DrawFn) -> TextBlock:
    signs = draw(st.sampled_from(["ab \n", f"ab {BR}\t", f"ab {BR}{CELL}", f"ab \u200b{CELL}é"]))
    raw = draw(st.text(signs, min_size=1, max_size=20))
    places = st.integers(0, len(raw))
    spans = draw(st.lists(st.tuples(places, places).map(sorted), max_size=4))
    marks = tuple([Mark(start, end, etree.Element("b")) for start, end in spans])
    return TextBlock(fold(raw), 0, 0, "p", raw=raw, raw_marks=marks)


@given(marked_blocks())
def test_marks_cover_the_words_that_they_stand_around(block: TextBlock) -> None:
    spans = {mark.element: mark for mark in block.marks()}
    assert len(spans) == len(block.raw_marks)
    for start, end, element in block.raw_marks:
        found = spans[element]
        assert block.text[found.start : found.end].split() == fold(block.raw[start:end]).split()
        # As many words stand before it; it may begin within one.
        before = fold(block.raw[:start]).split()
        assert len(block.text[: found.start].split()) == len(before)
