"""Finds the threshold of probabilities that promises the best word score on a page."""

import numpy as np

from scraper.native import twin
from scraper.parsers.body.layout import Floats


def promised(probabilities: Floats, words: Floats) -> tuple[float, float]:
    """Return the threshold with the best expected word F1, and that F1.

    ``threshold_c.pyx`` has the same for a compiler.

    Args:
        probabilities: One a block, of at least one.
        words: As many numbers of words.
    """
    order = np.argsort(-probabilities, kind="stable")
    sure = probabilities[order] * words[order]
    hits = np.cumsum(sure)
    scores = 2 * hits / (np.cumsum(words[order]) + hits[-1] + 1e-9)
    best = int(np.argmax(scores))
    return float(probabilities[order[best]]), float(scores[best])


best_threshold = twin(promised)
