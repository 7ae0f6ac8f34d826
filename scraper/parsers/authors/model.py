"""The boosted model that rates candidates, and how it is stored.

It is trained by ``benchmarks/train_authors.py``. In Python it is evaluated with numpy, all
candidates of a page and all trees at once; ``model_c.pyx`` takes one after the other, which for
two or three names is less than a few calls of numpy cost.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scraper.native import twin
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
    places: dict[str, int] = field(init=False, repr=False)
    """The column of each feature."""

    def __post_init__(self) -> None:
        """Number the features once."""
        object.__setattr__(self, "places", {name: n for n, name in enumerate(self.names)})

    def likelihoods(self, candidates: Sequence[Candidate]) -> list[float]:
        """Return the likelihood of each candidate."""
        described = [candidate.features for candidate in candidates]
        sums = _leaf_sums(described, self.places, self.columns, self.borders, self.values)
        return [1 / (1 + math.exp(-(total + self.bias))) for total in sums]


def leaf_sums(
    described: Sequence[dict[str, float]],
    places: dict[str, int],
    columns: NDArray[np.int64],
    borders: NDArray[np.float64],
    values: NDArray[np.float64],
) -> list[float]:
    """Return for each of some candidates the sum of one value a tree.

    Values are added one tree after the other, so that the compiled twin comes to the same sums to
    the last bit.

    Args:
        described: The features of each candidate by their names; those without a place are not
            asked about.
        places: ``Model.places``.
        columns: ``Model.columns``.
        borders: ``Model.borders``.
        values: ``Model.values``.
    """
    rows = np.zeros((len(described), len(places)))
    for row, features in zip(rows, described, strict=True):
        for name, value in features.items():
            # What says nothing, which is most, needs no look-up.
            if value and name in places:
                row[places[name]] = value
    depth, trees = columns.shape
    above = rows.take(columns.ravel(), axis=1) > borders.ravel()
    # All questions of all candidates at once: each level is one binary digit of the leaf.
    digits = above.reshape(len(rows), depth, trees) << np.arange(depth)[:, None]
    leaves = digits.sum(axis=1) + np.arange(trees) * 2**depth
    # A running sum adds from the first to the last; a plain one would add in pairs.
    sums: list[float] = np.add.accumulate(values.take(leaves), axis=1)[:, -1].tolist()
    return sums


_leaf_sums = twin(leaf_sums)


@cache
def load_model() -> Model:
    """Return the model that ships with the package; read once a process."""
    text = files("scraper.parsers").joinpath("weights/authors.json").read_text(encoding="utf-8")
    return to_model(json.loads(text))


def to_model(stored: Mapping[str, Any]) -> Model:
    """Return a model from its stored form: lists of columns, borders and values, one a tree."""
    return Model(
        tuple(stored["names"]),
        np.ascontiguousarray(np.array(stored["columns"], np.int64).T),
        np.ascontiguousarray(np.array(stored["borders"], np.float64).T),
        np.array(stored["values"], np.float64),
        stored["bias"],
    )
