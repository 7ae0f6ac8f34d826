"""Tells quotations from scare quotes, titles, terms, proverbs and invented speech.

A logistic regression over the features of ``features``; its weights are learned by
``benchmarks/train_quotes.py`` and stored with the package, so that each decision can be read as a
sum of named reasons.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scraper.parsers.quotes.features import weigh


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, and the least probability that counts as a quotation."""

    weights: Mapping[str, float]
    threshold: float


@cache
def load_model() -> Model:
    """Return the model that is shipped with the package."""
    raw = json.loads(
        (files("scraper.parsers") / "weights" / "quotes.json").read_text(encoding="utf-8")
    )
    return Model({str(k): float(v) for k, v in raw["weights"].items()}, float(raw["threshold"]))


def probability(features: Mapping[str, float], model: Model) -> float:
    """Return how likely a span with these features is a quotation, 0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, weigh(features, model.weights)))))
