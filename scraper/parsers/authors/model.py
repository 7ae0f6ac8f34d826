"""The boosted model that rates candidates, and how it is stored.

It is trained by ``benchmarks/train_authors.py`` and evaluated with numpy: all candidates of a page
and all trees at once.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scraper.parsers.authors.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Model:
    """Boosted trees every level of which asks one question of all candidates."""

    names: tuple[str, ...]
    """Features in the order of the matrix's columns; one that a candidate lacks is 0."""
    columns: NDArray[np.int64]
    """For each level of each tree the feature asked about: shape (depth, trees)."""
    borders: NDArray[np.float64]
    """For each the border that the value must be above."""
    values: NDArray[np.float64]
    """For each tree one value a leaf: shape (trees, 2 ** depth)."""
    bias: float

    def likelihoods(self, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
        """Return the likelihood of each candidate."""
        rows = [[c.features.get(name, 0.0) for name in self.names] for c in candidates]
        matrix = np.array(rows)
        answers = matrix[:, self.columns] > self.borders
        bits = 1 << np.arange(len(self.columns))
        leaves = (answers * bits[:, np.newaxis]).sum(axis=1)
        total = self.values[np.arange(self.values.shape[0]), leaves].sum(axis=1) + self.bias
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-total))
        return chances


@cache
def load_model() -> Model:
    """Return the model that ships with the package; read once a process."""
    text = files("scraper.parsers").joinpath("weights/authors.json").read_text(encoding="utf-8")
    return to_model(json.loads(text))


def to_model(stored: Mapping[str, Any]) -> Model:
    """Return a model from its stored form: lists of columns, borders and values, one a tree."""
    return Model(
        tuple(stored["names"]),
        np.array(stored["columns"], np.int64).T,
        np.array(stored["borders"], np.float64).T,
        np.array(stored["values"], np.float64),
        stored["bias"],
    )
