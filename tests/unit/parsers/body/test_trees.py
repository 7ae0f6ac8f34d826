import numpy as np
import pytest

from scraper.parsers.body.trees import Trees, load_model


def small() -> Trees:
    """Two trees of depth two over the features "a" and "b"."""
    return Trees(
        names=["a", "b"],
        question_feature=np.array([0, 1, 1]),
        question_border=np.array([0.5, 0.5, 2.5], np.float32),
        splits=np.array([[0, 1], [1, 2]]),
        values=np.array([0, 1, 2, 3, 10, 20, 30, 40], np.float32),
        bias=-1.0,
    )


@pytest.mark.parametrize(
    "a, b, score",
    [(0, 0, 0 + 10), (1, 0, 1 + 10), (0, 1, 2 + 20), (1, 1, 3 + 20), (1, 3, 3 + 40)],
)
def test_answers_are_the_bits_of_the_leaf(a: float, b: float, score: float) -> None:
    (probability,) = small().probabilities(np.array([[a], [b]], np.float32))
    assert probability == pytest.approx(1 / (1 + np.exp(1 - score)), rel=1e-5)


def test_many_blocks_are_evaluated_in_parts_alike() -> None:
    matrix = np.random.default_rng(1).random((2, 5000), np.float32) * 4
    together = small().probabilities(matrix)
    alone = np.concatenate(
        [small().probabilities(matrix[:, i : i + 1]) for i in range(0, 5000, 97)]
    )
    assert together[::97].tolist() == alone.tolist()


def test_the_shipped_model_is_small_and_whole() -> None:
    model = load_model()
    assert len(set(model.trees.names)) == len(model.trees.names)
    assert model.trees.values.size == model.trees.splits.shape[1] << model.trees.splits.shape[0]
    assert model.hints.of("site-footer")[0] < -1
    assert load_model() is model
