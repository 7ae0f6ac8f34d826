"""The compiled looks for headings of lists and for markers find the blocks that Python finds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from pullquote_test_twins import twins

from scraper.parsers.references import worth
from scraper.text import Mark, TextBlock

MODULE = "scraper.parsers.references.worth"
WORDS = st.sampled_from(
    ["References", "NOTES", "notes", "note's", "Cited", "Σημειώσεις", "ΠΗΓΈΣ", "参考文献", "İ", "x"]
)
SIGNS = st.sampled_from([*worth.SPACES, " ", "\n", "\t", "\x1f", "\u3000", "!", "’", "\x00"])
TEXTS = st.lists(WORDS | SIGNS, max_size=12).map("".join) | st.text(max_size=50)
LONG = st.builds(lambda text, size: text.rjust(size, "x"), TEXTS, st.sampled_from([41, 64, 65]))
TREE = html.fromstring(
    "<div><a href=#n1>1</a><a href=/>2</a><a>3</a><a href>4</a><a name=#>5</a><sup>6</sup>"
    "<sub>7</sub><em>8</em><svg:a xmlns:svg='s' href='#'>9</svg:a></div>"
)
MARKS = st.builds(
    lambda start, size, element: Mark(start, start + size, element),
    st.integers(0, 5),
    st.sampled_from([0, 1, worth.LONGEST_MARKER, worth.LONGEST_MARKER + 1]),
    st.sampled_from(list(TREE)),
)
BLOCKS = st.builds(
    TextBlock,
    text=TEXTS | LONG,
    index=st.just(0),
    container=st.just(0),
    tag=st.sampled_from(["li", "p"]),
    link_chars=st.integers(0, 40),
    raw_marks=st.lists(MARKS, max_size=3).map(tuple),
)


def block(text):
    return TextBlock(text, 0, 0, "p")


@pytest.mark.parametrize("twin", twins(MODULE, "heading_blocks"))
@given(blocks=st.lists(BLOCKS, max_size=6))
@example([block("🔗References🔗"), block("Notes\n1"), block("a:Notes"), block("a\nNotes:")])
@example([block("ΑΠΗΓΈΣ:ΠΗΓΈΣ"), block("x" * 40 + ":"), block("references" + "x" * 31 + ":")])
def test_blocks_that_may_head_a_list(twin, blocks):
    assert twin()(blocks) == worth.heading_blocks(blocks)


@pytest.mark.parametrize("twin", twins(MODULE, "marker_blocks"))
@given(blocks=st.lists(BLOCKS, max_size=6))
def test_blocks_that_may_hold_a_marker(twin, blocks):
    assert twin()(blocks) == worth.marker_blocks(blocks)


@pytest.mark.parametrize("twin", twins(MODULE, "marker_blocks"))
@pytest.mark.parametrize("element", [None, object()])
def test_marks_without_an_element_are_refused(twin, element):
    marked = TextBlock("x", 0, 0, "p", raw_marks=(Mark(0, 1, element),))
    with pytest.raises((AttributeError, TypeError)):
        twin()([marked])
