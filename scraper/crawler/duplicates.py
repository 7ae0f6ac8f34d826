"""Marks records whose text repeats another's, word for word or nearly.

MinHash over runs of five words, 128 values made from one hash by one permutation (Li, Owen and
Zhang, 2012), compared only where a band of eight values agrees. Which record of a group is the
original depends on the records alone, not on the order in which they were fetched.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

BINS = 128
ROWS = 4
"""Values in a band: with 32 bands of 4, texts alike in 60 % of their runs meet almost surely."""
THRESHOLD = 0.75
"""Share of equal values from which on two texts are one; 5 % edited text stays above it."""
MIN_WORDS = 40
_SHINGLE = 5
_EMPTY = 0xFFFFFFFF
_FOREIGN = re.compile(r"[^\x00-\x7f\w]")
"""What parts words and is no ASCII: quotation marks, dashes."""
_PARTED = bytes(b if b > 127 or b == ord("_") or chr(b).isalnum() else 32 for b in range(256))
"""Bytes of UTF-8 with a space for each that parts words (all but ``\\w``)."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_PLACE_MASK = np.uint64(BINS - 1)
_REST_SHIFT = np.uint64(33)
"""The highest 31 bits are the value, so that no value is that of an empty bin."""


def sign(text: str) -> bytes | None:
    """Return the MinHash signature of a text, 4 bytes a bin; None for fewer than 40 words."""
    words = _words_of(text)
    if len(words) < MIN_WORDS:
        return None
    values = _mixed(np.fromiter(map(zlib.crc32, words), np.uint64, len(words)))
    bins = np.full(BINS, _EMPTY, dtype=np.uint32)
    np.minimum.at(
        bins, (values & _PLACE_MASK).astype(np.intp), (values >> _REST_SHIFT).astype(np.uint32)
    )
    return _filled(bins).astype(">u4").tobytes()


def _words_of(text: str) -> list[bytes]:
    r"""Return the runs of ``\w`` of a text in lower case, as UTF-8.

    Split as bytes, which takes a third of the time of a search for each word.
    """
    lowered = _FOREIGN.sub(" ", text.lower())
    return lowered.encode("utf-8", "surrogatepass").translate(_PARTED).split()


def _mixed(words: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Return a hash for every run of five words: a polynomial, stirred (splitmix64's last step)."""
    runs = len(words) - _SHINGLE + 1
    value = np.zeros(runs, dtype=np.uint64)
    for place in range(_SHINGLE):
        value = value * _SPREAD + words[place : place + runs]
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


def _filled(bins: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return bins of which each empty one has the value of the next full one, round the corner."""
    full = np.flatnonzero(bins != _EMPTY)
    return bins[full[np.searchsorted(full, np.arange(BINS)) % len(full)]]


def similarity(one: bytes, other: bytes) -> float:
    """Return the share of equal values of two signatures: about their Jaccard similarity."""
    equal = np.count_nonzero(np.frombuffer(one, ">u4") == np.frombuffer(other, ">u4"))
    return int(equal) / BINS


def find_duplicates(
    signatures: Iterable[tuple[str, str, bytes]],
    gone: Collection[str] = (),
    check: Callable[[], None] = lambda: None,
) -> dict[str, str]:
    """Return id → id of the record it repeats.

    Args:
        signatures: (id, URL, signature) of each record, in any order.
        gone: Ids of records whose page is there no more.
        check: Called some times a second; ends the search by what it raises.

    Returns:
        Only the repeating ones. The original of a group is one whose page is still there (a story
        that moved is known by its new address), of those the one with the shortest URL, then the
        first in the alphabet.
    """
    known = {record: (url, signature) for record, url, signature in signatures}
    leader = {record: record for record in known}

    def find(record: str) -> str:
        while leader[record] != record:
            leader[record] = leader[leader[record]]
            record = leader[record]
        return record

    for group in _candidates(known):
        check()
        for one, other in pairwise(group):
            if find(one) != find(other) and similarity(known[one][1], known[other][1]) >= THRESHOLD:
                leader[find(other)] = find(one)
    groups: dict[str, list[str]] = defaultdict(list)
    for record in known:
        groups[find(record)].append(record)
    duplicates = {}
    for members in groups.values():
        original = min(
            members, key=lambda name: (name in gone, len(known[name][0]), known[name][0])
        )
        duplicates.update({record: original for record in members if record != original})
    return duplicates


def _candidates(known: dict[str, tuple[str, bytes]]) -> Iterable[list[str]]:
    """Yield groups of records that agree in a band, band by band to keep memory flat."""
    width = 4 * ROWS
    for at in range(0, 4 * BINS, width):
        band: dict[bytes, list[str]] = defaultdict(list)
        for record in sorted(known):
            band[known[record][1][at : at + width]].append(record)
        yield from (group for group in band.values() if len(group) > 1)
