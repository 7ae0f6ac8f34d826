import numpy as np
import pytest

from scraper.parsers.body.threshold import best_threshold


def floats(values: list[float]):
    return np.array(values, np.float32)


@pytest.mark.parametrize(
    "probabilities, words, expected",
    [
        pytest.param([0.9, 0.8, 0.1], [50, 50, 50], 0.8, id="clear"),
        pytest.param([0.4, 0.35, 0.02], [50, 50, 50], 0.35, id="unsure page takes more"),
        pytest.param([0.99, 0.45, 0.45], [1000, 5, 5], 0.99, id="sure page takes less"),
        pytest.param([0.5], [1], 0.5, id="one block"),
    ],
)
def test_threshold_follows_the_page(probabilities, words, expected) -> None:
    threshold, _ = best_threshold(floats(probabilities), floats(words))
    assert threshold == pytest.approx(expected)


def test_expected_score_is_one_where_all_is_sure() -> None:
    assert best_threshold(floats([1.0, 0.0]), floats([9, 9]))[1] == pytest.approx(1)
