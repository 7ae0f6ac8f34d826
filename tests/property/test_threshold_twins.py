"""The compiled twin finds the threshold that the one in Python finds, and the same score."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, has_compiler

from scraper.parsers.body.threshold import promised

PROBABILITIES = st.one_of(
    st.floats(0, 1, width=32), st.sampled_from([0.0, 0.5, float(np.float32(1) / 3), 1.0])
)
WORDS = st.one_of(st.floats(1, 5000, width=32), st.integers(1, 40).map(float))


@given(st.lists(st.tuples(PROBABILITIES, WORDS), min_size=1, max_size=300))
def test_any_page(blocks):
    if has_compiler():
        probabilities, words = np.array(blocks, np.float32).T.copy()
        found = compiled("scraper.parsers.body.threshold", "promised")(probabilities, words)
        assert found == promised(probabilities, words)


@pytest.mark.parametrize("words", [[1.0], [[1.0, 2.0]]])
def test_numbers_that_are_not_one_a_block_are_refused(words):
    if has_compiler():
        with pytest.raises(ValueError, match="expected 2 items"):
            compiled("scraper.parsers.body.threshold", "promised")(
                np.array([0.5, 0.25], np.float32), np.array(words, np.float64)
            )
