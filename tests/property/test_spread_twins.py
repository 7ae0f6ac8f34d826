"""The compiled sums over a page's blocks are those in Python."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import twins

from scraper.parsers.rules.page_type import CURRENCIES
from scraper.parsers.spread import PRICE_LIMIT, spread_of
from scraper.text import TextBlock

PARTS = st.sampled_from([*CURRENCIES, "9", "12.50", " ", ",", "k", "Ukraine", "本", "\U0001f600"])
TEXTS = st.lists(PARTS, min_size=1, max_size=8).map("".join)
LONG = st.builds(lambda text, size: text.ljust(size, "x"), TEXTS, st.just(PRICE_LIMIT))
BLOCKS = st.builds(
    TextBlock,
    text=TEXTS | LONG,
    index=st.just(0),
    container=st.just(0),
    tag=st.sampled_from(["h1", "h2", "h4", "p"]),
    link_chars=st.integers(0, 30),
)


@pytest.mark.parametrize("twin", twins("scraper.parsers.spread", "spread_of"))
@given(blocks=st.lists(BLOCKS, max_size=8))
def test_any_blocks(twin, blocks):
    assert twin()(blocks) == spread_of(blocks)
