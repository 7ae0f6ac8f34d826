"""The boosted model that rates candidates, and how it is stored.

It is trained by ``benchmarks/train_authors.py`` and evaluated with numpy: all candidates of a page
and all trees at once.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
    places: Mapping[str, int] = field(init=False, repr=False)
    """The column of each feature."""

    def __post_init__(self) -> None:
        """Number the features once."""
        object.__setattr__(self, "places", {name: n for n, name in enumerate(self.names)})

    def likelihoods(self, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
        """Return the likelihood of each candidate."""
        places = self.places
        rows = []
        for candidate in candidates:
            row = [0.0] * len(places)
            for name, value in candidate.features.items():
                # What says nothing, which is most, needs no look-up.
                if value and name in places:
                    row[places[name]] = value
            rows.append(row)
        depth, trees = self.columns.shape
        above = np.array(rows).take(self.columns.ravel(), axis=1) > self.borders.ravel()
        # All questions of all candidates at once: each level is one binary digit of the leaf.
        digits = above.reshape(len(rows), depth, trees) << np.arange(depth)[:, None]
        leaves = digits.sum(axis=1) + np.arange(trees) * 2**depth
        total = self.values.take(leaves).sum(axis=1) + self.bias
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
