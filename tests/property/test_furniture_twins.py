"""The compiled twin takes the same lines for a closer look as the one in Python, and no others."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, has_compiler

from scraper.parsers.body import furniture
from scraper.text import TextBlock

BEGINNINGS = "Read more: |Anzeige|© 2024 |(c) Mill|Text by |ÄHNLICHE|7 min|— ".split("|")
MIDDLES = [
    "the river rose",
    " on line 7",
    "{{ title }}",
    "\n",
    "1,204",
    "٣",
    ".",
    "Ⅷ",
    "水",
    "x" * 90,
]


@st.composite
def blocks(draw: st.DrawFn) -> TextBlock:
    parts = st.sampled_from(["", *BEGINNINGS, *MIDDLES]) | st.text(max_size=4)
    text = "".join(draw(st.lists(parts, max_size=4)))
    links = draw(st.integers(0, len(text)) | st.sampled_from([0, len(text)]))
    return TextBlock(text, 0, 0, "p", link_chars=links)


def assert_same(given: list[TextBlock]) -> None:
    if has_compiler():
        may_go = compiled("scraper.parsers.body.furniture", "may_go")
        places = list(range(len(given)))
        assert may_go(given, places) == furniture.may_go(given, places)


@given(st.lists(blocks(), max_size=8))
@example([TextBlock("", 0, 0, "p")])
def test_any_lines(given):
    assert_same(given)


@given(blocks())
def test_what_is_passed_over_is_no_furniture(block):
    if not furniture.may_go([block], [0]):
        assert not furniture.is_pointer(block)
        assert not furniture.is_furniture(block)
        assert not furniture.is_imprint(block)
        assert not furniture.is_tag_line(block)
        assert not furniture.is_way_out(block)


@pytest.mark.parametrize("size", [25, 40, 41, 60, 61, 80, 81, 200, 201, 250, 251, 300, 301, 500])
@pytest.mark.parametrize("sign", ["m", "A", "5", "\n", "水", "©"])
def test_sizes_at_their_limits(size, sign):
    text = sign + "m" * (size - 1)
    for links in (0, 1, size - 41, size - 40, int(size * 0.8), size):
        assert_same([TextBlock(text, 0, 0, "p", link_chars=max(links, 0))])


def test_what_is_no_block_is_refused():
    if has_compiler():
        with pytest.raises(TypeError):
            compiled("scraper.parsers.body.furniture", "may_go")([None], [0])
