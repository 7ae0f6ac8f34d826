"""Trains a labeller on aligned examples and stores it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from reference_model.align import Example
from reference_model.network import Adam, Floats, Row, batches, initial_weights, step
from scraper.parsers.reference_labels import LABELS, Labeller, feature_key
from scraper.parsers.reference_tokens import (
    JOINTS,
    featurise,
    gaps_between,
    joints_between,
    tokenise,
)

_PRIOR = 0.7
_LEVELS = 7
_CUT = 99.7
"""Percentile of a column of the embedding that its 4 bits reach to."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What training is told; the defaults were chosen by cross-validation."""

    epochs: int = 10
    batch: int = 32
    size: int = 40
    hidden: int = 64
    rate: float = 0.004
    decay: float = 0.01
    dropout: float = 0.35
    average: float = 0.99
    """Share that the running mean of the weights keeps at each step."""
    networks: int = 2
    """Networks whose scores are averaged, each from another start."""
    least: int = 3
    """Times a feature must occur to be kept."""


@dataclass(frozen=True, slots=True)
class Model:
    """Feature keys with the weights of each network."""

    keys: tuple[int, ...]
    networks: tuple[dict[str, Floats], ...]

    def labeller(self) -> Labeller:
        """Return the labeller that uses these weights as they are stored, in few bits."""
        return Labeller(self.keys, *map(_coarse, self.networks))


def token_features(text: str) -> list[tuple[str, ...]]:
    """Return all features of each token, those of its phrase included."""
    tokens = tokenise(text)
    described = featurise(tokens, gaps_between(text, tokens))
    return [
        (*word, *edges, *place, *described.phrases[phrase])
        for (word, edges, place), phrase in zip(described.tokens, described.where, strict=True)
    ]


def fit(examples: Sequence[Example], settings: Settings, seed: int) -> Model:
    """Train on examples; the same examples, settings and seed give the same model."""
    described = [token_features(example.text) for example in examples]
    counts = Counter(feature for string in described for token in string for feature in token)
    keys = sorted({feature_key(name) for name, count in counts.items() if count >= settings.least})
    rows_of = {key: row for row, key in enumerate(keys)}
    rows = [
        Row(_matrix(string, rows_of), _joints(example.text), _allowed(example))
        for string, example in zip(described, examples, strict=True)
        if string
    ]
    networks = [
        _fit_one(rows, len(keys), settings, seed + 100 * n) for n in range(settings.networks)
    ]
    return Model(tuple(keys), tuple(networks))


def _fit_one(
    rows: Sequence[Row], features: int, settings: Settings, seed: int
) -> dict[str, Floats]:
    """Return the mean weights of one network over its training."""
    rng = np.random.default_rng(seed)
    weights = initial_weights(rng, features, len(LABELS), settings.size, settings.hidden)
    weights["chain"][:] = _chain_prior(rows)
    optimiser = Adam(weights, settings.rate, settings.decay)
    total = settings.epochs * -(-len(rows) // settings.batch)
    mean = {name: value.copy() for name, value in weights.items()}
    done = 0
    for _ in range(settings.epochs):
        for batch in batches(rows, settings.batch, rng):
            _, gradient = step(weights, batch, rng, settings.dropout)
            done += 1
            optimiser.update(gradient, min(1.0, done / 50) * (1 - done / (total + 1)))
            share = min(settings.average, done / (done + 10))
            for name, value in weights.items():
                mean[name] += (1 - share) * (value - mean[name])
    return mean


def _chain_prior(rows: Sequence[Row]) -> Floats:
    """Return how often labels follow each other over each joint, as damped logarithms.

    Training starts here: from nothing, steps are too few for what almost never happens (a field
    that ends at a plain space) to become as unlikely as it is.
    """
    counts = np.full((len(JOINTS), len(LABELS), len(LABELS)), 0.1)
    for row in rows:
        known = row.allowed.sum(1) == 1
        labels = row.allowed.argmax(1)
        pairs = np.flatnonzero(known[1:] & known[:-1])
        np.add.at(counts, (np.array(row.joints)[pairs + 1], labels[pairs], labels[pairs + 1]), 1)
    shares = counts / counts.sum(2, keepdims=True)
    return (_PRIOR * np.log(shares + 1e-4)).astype(np.float32)


def _matrix(string: Sequence[tuple[str, ...]], rows_of: dict[int, int]) -> sparse.csr_matrix:
    indices: list[int] = []
    starts = [0]
    for token in string:
        indices += [rows_of[key] for key in map(feature_key, token) if key in rows_of]
        starts.append(len(indices))
    data = np.ones(len(indices), np.float32)
    return sparse.csr_matrix((data, indices, starts), shape=(len(string), len(rows_of)))


def _joints(text: str) -> list[int]:
    tokens = tokenise(text)
    return joints_between(tokens, gaps_between(text, tokens))


def _allowed(example: Example) -> Floats:
    may = np.zeros((len(example.allowed), len(LABELS)), np.float32)
    for place, labels in enumerate(example.allowed):
        may[place, sorted(labels)] = 1
    return may


def _scale_of(embedding: Floats) -> Floats:
    """Return the step of each column: the few largest values of a column are cut off."""
    steps: Floats = np.percentile(np.abs(embedding), _CUT, axis=0) / _LEVELS + 1e-9
    return steps.astype(np.float32)


def pack(values: NDArray[np.int8]) -> NDArray[np.uint8]:
    """Return whole numbers from -8 to 7, an even number in a row, two in a byte."""
    shifted = (values + 8).astype(np.uint8)
    packed: NDArray[np.uint8] = shifted[..., ::2] * 16 + shifted[..., 1::2]
    return packed


def _levels(embedding: Floats) -> Floats:
    """Return an embedding in whole steps of its columns."""
    steps = np.round(embedding / _scale_of(embedding))
    levels: Floats = np.clip(steps, -_LEVELS, _LEVELS)
    return levels


def _coarse(weights: dict[str, Floats]) -> dict[str, Floats]:
    """Return weights as reading them back from a file would give them."""
    embedding = weights["embedding"]
    return {**weights, "embedding": _levels(embedding) * _scale_of(embedding)}


def save(model: Model, path: Path) -> None:
    """Store a model: embeddings in 4 bits with a scale a column, the rest in 16 bits."""
    embeddings = [weights["embedding"] for weights in model.networks]
    rest = {
        name: np.stack([weights[name] for weights in model.networks]).astype(np.float16)
        for name in model.networks[0]
        if name != "embedding"
    }
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        path,
        keys=np.array(model.keys, np.uint32),
        embedding=np.stack([pack(_levels(e).astype(np.int8)) for e in embeddings]),
        scale=np.stack([_scale_of(e)[None] for e in embeddings]),
        **rest,
    )
