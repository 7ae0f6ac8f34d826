"""The compiled sums of the model of authors are those of numpy, to the last bit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, has_compiler, twins

from scraper.parsers.authors import model

PLACES = {"near": 0, "named": 1, "stated": 2}
NUMBERS = st.floats(-5, 5)
FEATURES = st.dictionaries(st.sampled_from([*PLACES, "unknown"]), NUMBERS, max_size=4)


@st.composite
def models(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    depth, trees = draw(st.integers(1, 4)), draw(st.integers(1, 6))
    count = depth * trees
    columns = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    borders = draw(st.lists(NUMBERS, min_size=count, max_size=count))
    leaves = trees << depth
    values = draw(st.lists(NUMBERS, min_size=leaves, max_size=leaves))
    return (
        np.array(columns, np.int64).reshape(depth, trees),
        np.array(borders).reshape(depth, trees),
        np.array(values).reshape(trees, -1),
    )


@given(st.lists(FEATURES, min_size=1, max_size=5), models())
def test_any_candidates(described, trees):
    if has_compiler():
        sums = compiled("scraper.parsers.authors.model", "leaf_sums")
        assert sums(described, PLACES, *trees) == model.leaf_sums(described, PLACES, *trees)


@pytest.mark.parametrize("twin", twins("scraper.parsers.authors.model", "leaf_sums"))
def test_values_are_added_one_after_the_other(twin):
    # In pairs, as numpy adds many, the small ones would be added to each other first.
    trees = 64
    values = np.full((trees, 2), 1e-16)
    values[0] = 1.0
    columns, borders = np.zeros((1, trees), np.int64), np.zeros((1, trees))
    assert twin()([{"near": 1.0}], PLACES, columns, borders, values) == [1.0]


@pytest.mark.parametrize("twin", twins("scraper.parsers.authors.model", "leaf_sums"))
def test_a_model_that_asks_for_what_is_not_there_is_refused(twin):
    columns, borders, values = np.array([[3]]), np.array([[0.0]]), np.zeros((1, 2))
    with pytest.raises((IndexError, ValueError)):
        twin()([{"near": 1.0}], PLACES, columns, borders, values)
