"""The labeller's network and its training: embedded features, two convolutions, a label chain.

Written in numpy so that training needs nothing that the tool does not have, but for scipy's
sparse matrices. The loss is that of a conditional random field with partly known labels: the
log-likelihood of all label sequences that the gold allows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scraper.parsers.reference_tokens import JOINTS

Floats = NDArray[np.float32]

WIDTH = 2
"""Tokens on each side that a convolution sees."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Strings of like length: features (sparse), padding mask and allowed labels."""

    features: sparse.csr_matrix
    """(strings x positions, vocabulary) counts; padding rows are empty."""
    mask: NDArray[np.bool_]
    joints: NDArray[np.int64]
    """(strings, positions): the sort of gap in front of each token."""
    allowed: Floats
    """(strings, positions, labels) of 0 and 1."""


@dataclass(frozen=True, slots=True)
class Row:
    """One string: its features (tokens x vocabulary), joints and allowed labels."""

    features: sparse.csr_matrix
    joints: Sequence[int]
    allowed: Floats


def initial_weights(
    rng: np.random.Generator, features: int, labels: int, size: int, hidden: int
) -> dict[str, Floats]:
    """Return small random weights for the embedding, both convolutions, output and chain."""
    span = 2 * WIDTH + 1

    def normal(rows: int, columns: int, scale: float) -> Floats:
        return rng.normal(0, scale, (rows, columns)).astype(np.float32)

    return {
        "embedding": normal(features, size, 0.1),
        "conv1": normal(span * size, hidden, (2 / (span * size)) ** 0.5),
        "bias1": np.zeros(hidden, np.float32),
        "conv2": normal(span * hidden, hidden, (2 / (span * hidden)) ** 0.5),
        "bias2": np.zeros(hidden, np.float32),
        "output": normal(2 * hidden + size, labels, 0.05),
        "bias3": np.zeros(labels, np.float32),
        "chain": np.zeros((len(JOINTS), labels, labels), np.float32),
        "first": np.zeros(labels, np.float32),
    }


def _windows(values: Floats) -> Floats:
    """Return each position beside its neighbours: (B, T, D) -> (B, T, span * D)."""
    padded = np.pad(values, ((0, 0), (WIDTH, WIDTH), (0, 0)))
    length = values.shape[1]
    return np.concatenate([padded[:, k : k + length] for k in range(2 * WIDTH + 1)], axis=2)


def _unwindows(gradient: Floats, size: int) -> Floats:
    """Return the gradient of ``_windows``' argument."""
    batch, length, _ = gradient.shape
    padded = np.zeros((batch, length + 2 * WIDTH, size), np.float32)
    for k in range(2 * WIDTH + 1):
        padded[:, k : k + length] += gradient[:, :, k * size : (k + 1) * size]
    return padded[:, WIDTH : WIDTH + length]


def step(
    weights: Mapping[str, Floats], batch: Batch, rng: np.random.Generator, dropout: float
) -> tuple[float, dict[str, Floats]]:
    """Return the loss of a batch and the gradient of every weight."""
    strings, length = batch.mask.shape
    size = weights["embedding"].shape[1]
    hidden = weights["bias1"].shape[0]
    keep = np.float32(1 - dropout)
    mask = batch.mask[:, :, None].astype(np.float32)

    seen = batch.features.copy()
    seen.data *= rng.random(seen.nnz, np.float32) < keep
    flat = seen @ weights["embedding"]
    drop0 = (rng.random(flat.shape, np.float32) < keep) / keep
    base = (flat * drop0).reshape(strings, length, size)
    win1 = _windows(base)
    pre1 = win1 @ weights["conv1"] + weights["bias1"]
    drop1 = (rng.random(pre1.shape, np.float32) < keep) / keep * mask
    act1 = np.maximum(pre1, 0) * drop1
    win2 = _windows(act1)
    pre2 = win2 @ weights["conv2"] + weights["bias2"]
    drop2 = (rng.random(pre2.shape, np.float32) < keep) / keep * mask
    act2 = np.maximum(pre2, 0) * drop2
    top = np.concatenate([base, act1, act2], axis=2)
    scores = top @ weights["output"] + weights["bias3"]

    loss, d_scores, d_chain, d_first = _chain_loss(
        scores, weights["chain"], weights["first"], batch
    )

    rows = strings * length
    gradient: dict[str, Floats] = {"chain": d_chain, "first": d_first}
    gradient["output"] = top.reshape(rows, -1).T @ d_scores.reshape(rows, -1)
    gradient["bias3"] = d_scores.sum((0, 1))
    d_top = d_scores @ weights["output"].T
    d_pre2 = d_top[:, :, size + hidden :] * drop2 * (pre2 > 0)
    gradient["conv2"] = win2.reshape(rows, -1).T @ d_pre2.reshape(rows, -1)
    gradient["bias2"] = d_pre2.sum((0, 1))
    d_act1 = d_top[:, :, size : size + hidden] + _unwindows(d_pre2 @ weights["conv2"].T, hidden)
    d_pre1 = d_act1 * drop1 * (pre1 > 0)
    gradient["conv1"] = win1.reshape(rows, -1).T @ d_pre1.reshape(rows, -1)
    gradient["bias1"] = d_pre1.sum((0, 1))
    d_base = d_top[:, :, :size] + _unwindows(d_pre1 @ weights["conv1"].T, size)
    gradient["embedding"] = seen.T @ (d_base.reshape(rows, size) * drop0)
    return loss, gradient


def _chain_loss(
    scores: Floats, chain: Floats, first: Floats, batch: Batch
) -> tuple[float, Floats, Floats, Floats]:
    every = np.ones_like(batch.allowed)
    all_log, all_unary, all_pairs, all_first = _marginals(scores, chain, first, batch, every)
    log, unary, pairs, begin = _marginals(scores, chain, first, batch, batch.allowed)
    count = np.float32(len(scores))
    loss = float((all_log - log).mean())
    return (
        loss,
        (all_unary - unary) / count,
        (all_pairs - pairs) / count,
        (all_first - begin) / count,
    )


def _marginals(
    scores: Floats, chain: Floats, first: Floats, batch: Batch, allowed: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """Forward and backward sums in scaled probabilities.

    Returns:
        Log of the sum over all allowed sequences, for each string; the probability of each
        label at each position; the expected number of each label pair; that of first labels.
    """
    strings, length, labels = scores.shape
    mask = batch.mask
    top = scores.max(2, keepdims=True)
    local = (np.exp(scores - top) * allowed).astype(np.float64)
    moves = np.exp(chain.astype(np.float64))
    alpha = np.zeros((length, strings, labels))
    scale = np.ones((length, strings, 1))
    current = np.exp(first.astype(np.float64)) * local[:, 0]
    for place in range(length):
        if place:
            move = moves[batch.joints[:, place]]
            following = (alpha[place - 1][:, None] @ move)[:, 0] * local[:, place]
            current = np.where(mask[:, place, None], following, alpha[place - 1])
        scale[place] = current.sum(1, keepdims=True)
        alpha[place] = current / scale[place]
    log = np.log(scale[:, :, 0]).sum(0) + (top[:, :, 0] * mask).sum(1)
    beta = np.ones((strings, labels))
    unary = np.zeros(scores.shape)
    pairs = np.zeros(chain.shape)
    for place in range(length - 1, -1, -1):
        here = mask[:, place, None]
        unary[:, place] = alpha[place] * beta * here
        if place:
            # Dividing by the forward scale keeps alpha x beta a distribution.
            message = np.where(here, local[:, place] * beta / scale[place], 0)
            move = moves[batch.joints[:, place]]
            both = alpha[place - 1][:, :, None] * message[:, None] * move
            np.add.at(pairs, batch.joints[:, place], both)
            beta = np.where(here, (move @ message[:, :, None])[:, :, 0], beta)
    return (
        log,
        unary.astype(np.float32),
        pairs.astype(np.float32),
        unary[:, 0].sum(0).astype(np.float32),
    )


class Adam:
    """Adaptive steps (Kingma and Ba, 2015) with decoupled weight decay."""

    def __init__(self, weights: dict[str, Floats], rate: float, decay: float) -> None:
        self.weights = weights
        self.rate = rate
        self.decay = decay
        self.count = 0
        self.first = {name: np.zeros_like(value) for name, value in weights.items()}
        self.second = {name: np.zeros_like(value) for name, value in weights.items()}

    def update(self, gradient: Mapping[str, Floats], factor: float) -> None:
        """Move all weights against the gradient; ``factor`` scales the rate."""
        self.count += 1
        rate = self.rate * factor * (1 - 0.999**self.count) ** 0.5 / (1 - 0.9**self.count)
        for name, value in self.weights.items():
            slope = gradient[name]
            self.first[name] += 0.1 * (slope - self.first[name])
            self.second[name] += 0.001 * (slope * slope - self.second[name])
            move = self.first[name] / (np.sqrt(self.second[name]) + 1e-8)
            np.subtract(value, rate * move + self.rate * factor * self.decay * value, out=value)


def batches(rows: Sequence[Row], size: int, rng: np.random.Generator) -> Iterator[Batch]:
    """Yield padded batches of strings of like length in random order."""
    lengths = np.array([row.features.shape[0] for row in rows])
    order = np.argsort(lengths + rng.integers(0, 4, len(rows)), kind="stable")
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    for index in rng.permutation(len(groups)):
        yield _pad([rows[place] for place in groups[index]])


def _pad(rows: Sequence[Row]) -> Batch:
    length = max(row.features.shape[0] for row in rows)
    labels = rows[0].allowed.shape[1]
    mask = np.zeros((len(rows), length), bool)
    allowed = np.ones((len(rows), length, labels), np.float32)
    joints = np.zeros((len(rows), length), np.int64)
    starts = [np.zeros(1, np.int64)]
    indices, data = [], []
    total = 0
    for place, row in enumerate(rows):
        features = row.features
        count = features.shape[0]
        joints[place, :count] = row.joints
        mask[place, :count] = True
        allowed[place, :count] = row.allowed
        indices.append(features.indices)
        data.append(features.data)
        ends = features.indptr[1:].astype(np.int64) + total
        total += features.nnz
        starts += [ends, np.full(length - count, total, np.int64)]
    columns = rows[0].features.shape[1]
    matrix = sparse.csr_matrix(
        (np.concatenate(data), np.concatenate(indices), np.concatenate(starts)),
        shape=(len(rows) * length, columns),
    )
    return Batch(matrix, mask, joints, allowed)
