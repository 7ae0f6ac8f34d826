"""Labels each token of a reference string with the field it belongs to.

A small network (embedded token features, two convolutions) scores the labels and a chain over
neighbouring labels picks the best sequence (Viterbi). Weights come from
``benchmarks/train_references.py`` and are read on first use; only numpy is needed.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.parsers.reference_tokens import Token, featurise, gaps_between, joints_between, tokenise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LABELS = (
    "other",
    "author",
    "editor",
    "date",
    "title",
    "container",
    "volume",
    "issue",
    "pages",
    "publisher",
    "place",
    "edition",
    "accessed",
    "link",
)
"""Fields a token can belong to; ``other`` is everything without a field."""

WEIGHTS = Path(__file__).with_name("weights") / "references.npz"

_LINK = LABELS.index("link")
_NEVER = -1e4
_CACHED_WORDS = 16_384


def feature_key(feature: str) -> int:
    """Return the number under which a feature is stored; words themselves are not."""
    return zlib.crc32(feature.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class LabelledToken:
    """A token with its label."""

    token: Token
    label: str


class Labeller:
    """Scores and labels tokens with given weights."""

    def __init__(self, keys: Sequence[int], weights: Mapping[str, Floats]) -> None:
        """Take the feature keys (one a row of the embedding) and the weights of the network."""
        import numpy as np

        self._rows = {key: row for row, key in enumerate(keys)}
        self._weights = {name: np.asarray(value, np.float32) for name, value in weights.items()}
        self._size = self._weights["embedding"].shape[1]
        self._cache: dict[tuple[str, ...], Floats] = {}

    def label(self, text: str) -> list[LabelledToken]:
        """Return the tokens of a string with their labels; an empty list without tokens."""
        tokens = tokenise(text)
        if not tokens:
            return []
        gaps = gaps_between(text, tokens)
        scores = self._scores(tokens, gaps)
        scores[:, _LINK] = _NEVER
        for place, token in enumerate(tokens):
            if token.kind != "word":
                scores[place] = _NEVER
                scores[place, _LINK] = 0
        best = self._best_sequence(scores, joints_between(tokens, gaps))
        return [LabelledToken(token, LABELS[label]) for token, label in zip(tokens, best, strict=True)]

    def _scores(self, tokens: Sequence[Token], gaps: Sequence[str]) -> Floats:
        import numpy as np

        own, shared, where = featurise(tokens, gaps)
        base = np.array([self._embed(features) for features in own])
        base += np.array([self._embed(features) for features in shared])[where]
        weights = self._weights
        first = np.maximum(_windows(base) @ weights["conv1"] + weights["bias1"], 0)
        second = np.maximum(_windows(first) @ weights["conv2"] + weights["bias2"], 0)
        top = np.concatenate([base, first, second], axis=1)
        scores: Floats = top @ weights["output"] + weights["bias3"]
        return scores

    def _embed(self, features: tuple[str, ...]) -> Floats:
        import numpy as np

        found = self._cache.get(features)
        if found is None:
            rows = [self._rows[key] for key in map(feature_key, features) if key in self._rows]
            found = self._weights["embedding"][rows].sum(0) if rows else np.zeros(self._size, np.float32)
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            self._cache[features] = found
        return found

    def _best_sequence(self, scores: Floats, joints: Sequence[int]) -> list[int]:
        chain = self._weights["chain"]
        best = scores[0] + self._weights["first"]
        back = []
        for row, joint in zip(scores[1:], joints[1:], strict=True):
            ways = best[:, None] + chain[joint]
            came = ways.argmax(0)
            back.append(came)
            best = ways.max(0) + row
        label = int(best.argmax())
        path = [label]
        for came in reversed(back):
            label = int(came[label])
            path.append(label)
        return path[::-1]


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

    The file holds arrays only (``allow_pickle`` is off): ``keys`` and the weights as 16-bit
    floats, the embedding as 8-bit integers with one scale for each column.
    """
    import numpy as np

    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    keys = [int(key) for key in arrays.pop("keys")]
    scale = arrays.pop("scale").astype(np.float32)
    weights = {name: value.astype(np.float32) for name, value in arrays.items()}
    weights["embedding"] *= scale
    return Labeller(keys, weights)
