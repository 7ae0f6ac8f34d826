"""Evaluates boosted oblivious trees with numpy: every level of a tree asks one question.

A tree of depth 6 is six (feature, border) pairs and 64 values; the answers of a block are the
bits of the index of its value. All blocks and trees are evaluated at once.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from scraper.native import twin
from scraper.parsers.body.feature_names import NAMES
from scraper.parsers.body.layout import Floats, Hints, Indexes
from scraper.remembering import forgotten

_CHUNK = 128
"""Blocks evaluated at once in Python: the answers then fit the cache, and the memory is that of the
page before; larger arrays are asked from the system, and cleared by it, page by page."""


@dataclass(frozen=True, slots=True)
class Trees:
    """A boosted model: ``sigmoid(bias + sum of one value a tree)`` is a probability."""

    names: list[str]
    """Features in the order of the matrix's rows."""
    question_feature: NDArray[np.int64]
    """For each different question the row it asks about."""
    question_border: Floats
    """For each different question the border a value must be above."""
    splits: NDArray[np.int64]
    """Questions of each level of each tree: shape (depth, trees)."""
    values: Floats
    """Values of all trees, one tree after the other, ``2 ** depth`` each."""
    bias: float

    def probabilities(self, matrix: Floats) -> Floats:
        """Return one probability per column of a feature matrix."""
        asked = self.question_feature, self.question_border
        score = _leaf_sums(matrix, *asked, self.splits, self.values) + self.bias
        return np.asarray(1 / (1 + np.exp(-score)), np.float32)


def leaf_sums(
    matrix: Floats, features: Indexes, borders: Floats, splits: Indexes, values: Floats
) -> Floats:
    """Return for each column of a feature matrix the sum of one value a tree.

    Values are added one tree after the other, so that the compiled twin (``trees_c.pyx``), which
    goes through one column at a time, comes to the same sums to the last bit.

    Args:
        matrix: One row a feature, one column a block.
        features: ``Trees.question_feature``.
        borders: ``Trees.question_border``.
        splits: ``Trees.splits``.
        values: ``Trees.values``.
    """
    columns = matrix.shape[1]
    parts = [
        _some(matrix[:, start : start + _CHUNK], features, borders, splits, values)
        for start in range(0, columns, _CHUNK)
    ]
    return np.concatenate(parts)


def _some(
    matrix: Floats, features: Indexes, borders: Floats, splits: Indexes, values: Floats
) -> Floats:
    depth, trees = splits.shape
    # take() copies whole rows, three times as fast as an index in brackets does.
    asked = matrix.take(features, axis=0)
    answers = (asked > borders[:, np.newaxis]).view(np.uint8)
    # The last level is the highest bit: doubling costs a fifth of shifting every level's bits.
    leaf = answers.take(splits[-1], axis=0)
    for level in reversed(splits[:-1]):
        leaf += leaf
        leaf |= answers.take(level, axis=0)
    small = np.min_scalar_type(values.size)
    offsets = (np.arange(trees, dtype=small) << depth)[:, np.newaxis]
    # Every index is in range, so that none needs the check that "raise" makes.
    found = values.take(leaf + offsets, mode="clip")
    if found.shape[1] == 1:
        # numpy adds a column that stands alone in pairs, two and more from top to bottom.
        return np.asarray(np.add.accumulate(found, axis=0)[-1])
    return np.asarray(found.sum(axis=0))


_leaf_sums = twin(leaf_sums)


@dataclass(frozen=True, slots=True)
class Model:
    """The body model: its trees, and what the words of class names say."""

    trees: Trees
    hints: Hints


@cache
def load_model() -> Model:
    """Return the model that ships with the package, which asks the table of all features.

    It is read once a process.
    """
    with (files("scraper.parsers") / "weights" / "body.npz").open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        rows = np.array([NAMES.index(name) for name in stored["names"].tolist()], np.int64)
        trees = Trees(
            names=list(NAMES),
            question_feature=rows[stored["question_feature"]],
            question_border=stored["question_border"].astype(np.float32),
            splits=stored["splits"].astype(np.int64),
            values=stored["values"].astype(np.float32),
            bias=float(stored["bias"]),
        )
        words, weights = stored["hint_words"].tolist(), stored["hint_weights"].tolist()
    hints = Hints(dict(zip(words, weights, strict=True)))
    forgotten(hints.forget)
    return Model(trees, hints)
