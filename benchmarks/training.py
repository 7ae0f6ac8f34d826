"""What the scripts that train models share: data sets, folds, and linear models fitted to them."""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

Floats = np.ndarray[Any, Any]

SETS = ("wcxb-dev", "htmldate-eval", "readability")
FOLDS = 5
_WEIGHTS = Path(__file__).absolute().parent.parent / "scraper" / "parsers" / "weights"


def read_set(folder: Path) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Yield each record of a data set (``gold.jsonl``) with its page (``pages/<id>.html.gz``)."""
    # Not by splitlines: texts hold signs that it takes for ends of lines.
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            record = json.loads(line)
            page = folder / "pages" / f"{record['id']}.html.gz"
            yield record, gzip.decompress(page.read_bytes())


def fold_of(url: str | None, page_id: str) -> int:
    """Return the fold of a page, the same for all pages of a host."""
    host = urlsplit(url or "").hostname or page_id
    return int(hashlib.sha256(host.encode()).hexdigest(), 16) % FOLDS


def descend(
    slope: Callable[[Floats], Floats],
    size: int,
    *,
    rounds: int,
    pace: float,
    least: Floats | float = -np.inf,
) -> Floats:
    """Return the weights at which a loss is least, by steps of Adam (Kingma and Ba, 2014).

    Args:
        slope: Returns the loss's gradient at some weights.
        size: Number of weights; they begin at 0.
        rounds: Steps.
        pace: Length of a step.
        least: What each weight is at least.
    """
    weights, moment, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, rounds + 1):
        found = slope(weights)
        moment = 0.9 * moment + 0.1 * found
        square = 0.99 * square + 0.01 * found**2
        length = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        weights = np.maximum(weights - pace * moment / (1 - 0.9**step) / length, least)
    return weights


def fit_choices(
    questions: Sequence[tuple[Floats, Floats, float]],
    size: int,
    penalty: float,
    **descent: Any,
) -> Floats:
    """Return the weights that make right answers of multiple-choice questions most likely.

    A softmax over linear scores, with an L2 penalty, fitted as ``descend`` is told to. Of each
    question are given the features of all answers as rows, which are right, and what it counts.
    """
    rows = np.concatenate([x for x, _, _ in questions])
    right = np.concatenate([y for _, y, _ in questions])
    groups = np.repeat(np.arange(len(questions)), [len(y) for _, y, _ in questions])
    importance = np.array([w for _, _, w in questions])[groups]
    starts = np.flatnonzero(np.diff(groups, prepend=-1))

    def slope(weights: Floats) -> Floats:
        scores = rows @ weights
        top = np.maximum.reduceat(scores, starts)
        likely = np.exp(scores - top[groups])
        share = likely / np.bincount(groups, likely)[groups]
        wanted = likely * right
        target = wanted / np.maximum(np.bincount(groups, wanted)[groups], 1e-12)
        found: Floats = rows.T @ ((share - target) * importance)
        return found / len(questions) + penalty * weights

    return descend(slope, size, **descent)


def write_weights(name: str, about: str, table: Mapping[str, float]) -> None:
    """Write the weights of a linear model where its parser reads them."""
    text = json.dumps({"about": about, "weights": table}, indent=1) + "\n"
    (_WEIGHTS / f"{name}.json").write_text(text, encoding="utf-8")
