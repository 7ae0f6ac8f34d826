"""Evaluates boosted oblivious trees with numpy: every level of a tree asks one question.

A tree of depth 6 is six (feature, border) pairs and 64 values; the answers of a block are the
bits of the index of its value. All blocks and trees are evaluated at once.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from scraper.parsers.body.layout import Floats, Hints

_CHUNK = 128
"""Blocks evaluated at once: the answers then fit the cache, and the memory is that of the page
before; larger arrays are asked from the system, and cleared by it, page by page."""


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
        columns = matrix.shape[1]
        parts = [
            self._some(matrix[:, start : start + _CHUNK]) for start in range(0, columns, _CHUNK)
        ]
        return np.concatenate(parts)

    def _some(self, matrix: Floats) -> Floats:
        depth, trees = self.splits.shape
        # take() copies whole rows, three times as fast as an index in brackets does.
        asked = matrix.take(self.question_feature, axis=0)
        answers = (asked > self.question_border[:, np.newaxis]).view(np.uint8)
        # The last level is the highest bit: doubling costs a fifth of shifting every level's bits.
        leaf = answers.take(self.splits[-1], axis=0)
        for level in reversed(self.splits[:-1]):
            leaf += leaf
            leaf |= answers.take(level, axis=0)
        small = np.min_scalar_type(self.values.size)
        offsets = (np.arange(trees, dtype=small) << depth)[:, np.newaxis]
        # Every index is in range, so that none needs the check that "raise" makes.
        score = self.values.take(leaf + offsets, mode="clip").sum(axis=0) + self.bias
        return np.asarray(1 / (1 + np.exp(-score)), np.float32)


@dataclass(frozen=True, slots=True)
class Model:
    """The body model: its trees, and what the words of class names say."""

    trees: Trees
    hints: Hints


@cache
def load_model() -> Model:
    """Return the model that ships with the package; read once a process."""
    with (files("scraper.parsers") / "weights" / "body.npz").open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        trees = Trees(
            names=stored["names"].tolist(),
            question_feature=stored["question_feature"].astype(np.int64),
            question_border=stored["question_border"].astype(np.float32),
            splits=stored["splits"].astype(np.int64),
            values=stored["values"].astype(np.float32),
            bias=float(stored["bias"]),
        )
        words, weights = stored["hint_words"].tolist(), stored["hint_weights"].tolist()
    return Model(trees, Hints(dict(zip(words, weights, strict=True))))
