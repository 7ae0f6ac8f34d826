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


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, and the least probabilities that count as a quotation."""

    weights: Mapping[str, float]
    threshold: float
    """On pages in English."""
    elsewhere: float
    """In other languages, where what English words tell is missing on both sides."""

    def accepts(self, score: float, *, english: bool) -> bool:
        """Return whether a probability counts as a quotation."""
        return score >= (self.threshold if english else self.elsewhere)


@cache
def load_model() -> Model:
    """Return the model that is shipped with the package."""
    raw = json.loads(
        (files("scraper.parsers") / "weights" / "quotes.json").read_text(encoding="utf-8")
    )
    weights = {str(name): float(value) for name, value in raw["weights"].items()}
    return Model(weights, float(raw["threshold"]), float(raw["elsewhere"]))


def probability(features: Mapping[str, float], model: Model) -> float:
    """Return how likely a span with these features is a quotation, 0 to 1."""
    log_odds = 0.0
    for name, value in features.items():
        log_odds += value * model.weights.get(name, 0.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
