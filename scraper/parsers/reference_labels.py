"""Labels each token of a reference string with the field it belongs to.

Small networks (embedded token features, two convolutions) score the labels, each from another
start, and a chain over neighbouring labels picks the best sequence (Viterbi) of their mean.
Weights come from ``benchmarks/train_references.py`` and are read on first use; only numpy is
needed.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce
from itertools import accumulate
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from scraper.parsers.reference_tokens import (
    Description,
    Features,
    Token,
    featurise,
    gaps_between,
    joints_between,
    tokenise,
)
from scraper.remembering import forgotten

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LABELS = tuple(
    (
        "other author editor date title container volume issue pages publisher place edition "
        "accessed link"
    ).split()
)
"""Fields a token can belong to; ``other`` is everything without a field."""

WEIGHTS = Path(__file__).with_name("weights") / "references.npz"

_LINK = LABELS.index("link")
_NEVER = -1e4
_CACHED = 16_384
_KNOWN = 200_000
_LARGEST_STRING = 1_600
"""More than the groups of features of the longest string that is read (400 tokens)."""


_ONE_THREAD = 262_144
"""Multiplications up to which OpenBLAS asks no other thread (65,536 times its
``GEMM_MULTITHREAD_THRESHOLD`` of 4)."""


def feature_key(feature: str) -> int:
    """Return the number under which a feature is stored; words themselves are not."""
    return zlib.crc32(feature.encode("utf-8", "surrogatepass"))


class LabelledToken(NamedTuple):
    """A token with its label."""

    token: Token
    label: str


class Labeller:
    """Scores and labels tokens with given weights."""

    def __init__(self, keys: Sequence[int], *networks: Mapping[str, Floats]) -> None:
        """Take the feature keys (one a row of the embedding) and the weights of each network."""
        import numpy as np

        self._nothing = len(keys)
        self._rows = {key: row for row, key in enumerate(keys)}
        self._networks = [
            {name: np.asarray(value, np.float32) for name, value in weights.items()}
            for weights in networks
        ]
        chain = np.mean([weights.pop("chain") for weights in self._networks], axis=0)
        # Turned, so that the labels to come from lie side by side in memory.
        self._chain = np.ascontiguousarray(chain.transpose(0, 2, 1))
        self._first = np.mean([weights.pop("first") for weights in self._networks], axis=0)
        embedding = np.concatenate([w.pop("embedding") for w in self._networks], axis=1)
        blank = np.zeros((1, embedding.shape[1]), np.float32)
        self._embedding = np.concatenate([embedding, blank])
        self._known: dict[str, int] = {}
        self._slots: dict[Features, int] = {}
        self._table = np.zeros((_CACHED, embedding.shape[1]), np.float32)
        # Threads share the table: a row may be another's while one still reads it.
        self._using = Lock()

    def forget(self) -> None:
        """Let go of all that is remembered."""
        with self._using:
            self._slots.clear()
            self._known.clear()

    def label(self, text: str) -> list[LabelledToken]:
        """Return the tokens of a string with their labels; an empty list without tokens."""
        tokens = tokenise(text)
        if not tokens:
            return []
        gaps = gaps_between(text, tokens)
        scores = self._scores(tokens, gaps)
        scores[:, _LINK] = _NEVER
        if links := [place for place, token in enumerate(tokens) if token.kind != "word"]:
            scores[links] = _NEVER
            scores[links, _LINK] = 0
        best = self._best_sequence(scores, joints_between(tokens, gaps))
        return [
            LabelledToken(token, LABELS[label]) for token, label in zip(tokens, best, strict=True)
        ]

    def _scores(self, tokens: Sequence[Token], gaps: Sequence[str]) -> Floats:
        import numpy as np

        described = featurise(tokens, gaps)
        with self._using:
            base = self._summed(described)
        count = len(self._networks)
        width = base.shape[1] // count
        parts = [base[:, start : start + width] for start in range(0, base.shape[1], width)]
        # Added one after the other, as numpy's mean does, which takes longer to call.
        scores: Floats = reduce(np.add, map(_scores_of, parts, self._networks))
        scores /= count
        return scores

    def _summed(self, described: Description) -> Floats:
        """Return the summed embedding of each token's features."""
        if len(self._slots) + _LARGEST_STRING > _CACHED:
            self._slots.clear()
        slots = self._slots
        groups = [group for groups in described.tokens for group in groups]
        new = [group for group in dict.fromkeys(groups) if group not in slots]
        known = len(slots)
        # All at once: a call of numpy takes as long as a dozen rows.
        rows = self._embed([*new, *described.phrases])
        self._table[known : known + len(new)] = rows[: len(new)]
        slots.update(zip(new, range(known, known + len(new)), strict=True))
        own = self._table.take([slots[group] for group in groups], axis=0)
        phrases = rows[len(new) :][described.where]
        base: Floats = own.reshape(len(described.tokens), -1, own.shape[1]).sum(1) + phrases
        return base

    def _embed(self, groups: Sequence[Features]) -> Floats:
        """Return the summed embedding of each group of features."""
        import numpy as np

        known = self._known
        if len(known) > _KNOWN:
            known.clear()
        features = [feature for group in groups for feature in group]
        for feature in set(features).difference(known):
            known[feature] = self._rows.get(feature_key(feature), self._nothing)
        rows = [known[feature] for feature in features]
        starts = [0, *accumulate(map(len, groups))][:-1]
        summed: Floats = np.add.reduceat(self._embedding.take(rows, axis=0), starts, axis=0)
        return summed

    def _best_sequence(self, scores: Floats, joints: Sequence[int]) -> list[int]:
        """Return the best label of each token under the chain (Viterbi)."""
        import numpy as np

        count, labels = scores.shape
        chains = self._chain[joints]
        came = np.zeros((count, labels), np.intp)
        ways = np.empty((labels, labels), np.float32)
        rows = np.arange(labels) * labels
        best = scores[0] + self._first
        for place in range(1, count):
            np.add(chains[place], best, out=ways)
            ways.argmax(1, out=came[place])
            best = ways.take(rows + came[place]) + scores[place]
        back: list[list[int]] = came.tolist()
        label = int(best.argmax())
        path = [label]
        for place in range(count - 1, 0, -1):
            label = back[place][label]
            path.append(label)
        return path[::-1]


def _scores_of(base: Floats, weights: Mapping[str, Floats]) -> Floats:
    """Return the scores of the labels of each token by one network."""
    import numpy as np

    first = np.maximum(product(_windows(base), weights["conv1"]) + weights["bias1"], 0)
    second = np.maximum(product(_windows(first), weights["conv2"]) + weights["bias2"], 0)
    top = np.concatenate([base, first, second], axis=1)
    scores: Floats = product(top, weights["output"]) + weights["bias3"]
    return scores


def product(rows: Floats, weights: Floats) -> Floats:
    """Return ``rows @ weights``, in parts that the matrix library does in the calling thread.

    A string has a few dozen tokens: to wake other threads for them takes longer than the product,
    and the woken ones then spin in wait of more (OpenBLAS), on cores that read other pages.
    """
    import numpy as np

    part = max(1, _ONE_THREAD // weights.size)
    parts = [rows[start : start + part] @ weights for start in range(0, len(rows), part)]
    product: Floats = np.concatenate(parts)
    return product


def _windows(values: Floats) -> Floats:
    """Return each row beside its two neighbours on either side."""
    import numpy as np

    count, size = values.shape
    padded = np.zeros((count + 4, size), np.float32)
    padded[2:-2] = values
    return np.concatenate([padded[k : k + count] for k in range(5)], axis=1)


@lru_cache(maxsize=1)
def load_labeller(path: Path = WEIGHTS) -> Labeller:
    """Return the labeller with the weights of a file, read once.

    The file holds arrays only (``allow_pickle`` is off): ``keys``, and for each network along the
    first axis its weights as 16-bit floats and its embedding in 4 bits with a scale a column.
    """
    import numpy as np

    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    keys = [int(key) for key in arrays.pop("keys")]
    embeddings = unpack(arrays.pop("embedding")) * arrays.pop("scale").astype(np.float32)
    networks = [
        {"embedding": embedding, **{name: value[place] for name, value in arrays.items()}}
        for place, embedding in enumerate(embeddings)
    ]
    labeller = Labeller(keys, *networks)
    forgotten(labeller.forget)
    return labeller


def unpack(packed: NDArray[np.uint8]) -> Floats:
    """Return the whole numbers from -8 to 7 that training has put two in a byte."""
    import numpy as np

    values = np.empty((*packed.shape[:-1], packed.shape[-1] * 2), np.float32)
    values[..., ::2] = packed // 16
    values[..., 1::2] = packed % 16
    values -= 8
    return values
