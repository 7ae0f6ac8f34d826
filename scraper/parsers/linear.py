"""Weighs the features of a candidate by what was learned of them: linear models of one field."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def load_weights(field: str) -> dict[str, float]:
    """Return the weight of each feature in the model of a field, read once a process."""
    stored = files("scraper.parsers").joinpath(f"weights/{field}.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(stored)["weights"]
    return loaded


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted sum of features, those without a weight left out."""
    get = weights.get
    return sum([get(name, 0.0) * value for name, value in features.items()])
