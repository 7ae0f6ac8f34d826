"""Marks records whose text repeats another's, word for word or nearly.

MinHash over runs of five words, 128 values made from one hash by one permutation (Li, Owen and
Zhang, 2012), compared only where a band of eight values agrees. Which record of a group is the
original depends on the records alone, not on the order in which they were fetched.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

BINS = 128
ROWS = 4
"""Values in a band: with 32 bands of 4, texts alike in 60 % of their runs meet almost surely."""
THRESHOLD = 0.75
"""Share of equal values from which on two texts are one; 5 % edited text stays above it."""
MIN_WORDS = 40
_SHINGLE = 5
_EMPTY = 0xFFFFFFFF
_WORD = re.compile(r"\w+")
_SPREAD = 0x9E3779B1


def sign(text: str) -> bytes | None:
    """Return the MinHash signature of a text, 4 bytes a bin; None for fewer than 40 words."""
    words = _WORD.findall(text.lower())
    if len(words) < MIN_WORDS:
        return None
    bins = [_EMPTY] * BINS
    for start in range(len(words) - _SHINGLE + 1):
        shingle = " ".join(words[start : start + _SHINGLE]).encode("utf-8", "surrogatepass")
        value = (zlib.crc32(shingle) * _SPREAD) & 0xFFFFFFFF
        place = value & (BINS - 1)
        rest = value >> 7
        bins[place] = min(bins[place], rest)
    _fill(bins)
    return b"".join(value.to_bytes(4, "big") for value in bins)


def _fill(bins: list[int]) -> None:
    """Give empty bins the value of the next full one to the right, round the corner."""
    last = next(value for value in bins if value != _EMPTY)
    for place in range(BINS - 1, -1, -1):
        if bins[place] == _EMPTY:
            bins[place] = last
        else:
            last = bins[place]


def similarity(one: bytes, other: bytes) -> float:
    """Return the share of equal values of two signatures: about their Jaccard similarity."""
    equal = sum(one[at : at + 4] == other[at : at + 4] for at in range(0, 4 * BINS, 4))
    return equal / BINS


def find_duplicates(signatures: Iterable[tuple[str, str, bytes]]) -> dict[str, str]:
    """Return id → id of the record it repeats.

    Args:
        signatures: (id, URL, signature) of each record, in any order.

    Returns:
        Only the repeating ones. The original of a group is the one with the shortest URL, then
        the first in the alphabet.
    """
    known = {record: (url, signature) for record, url, signature in signatures}
    leader = {record: record for record in known}

    def find(record: str) -> str:
        while leader[record] != record:
            leader[record] = leader[leader[record]]
            record = leader[record]
        return record

    for group in _candidates(known):
        for one, other in pairwise(group):
            if find(one) != find(other) and similarity(known[one][1], known[other][1]) >= THRESHOLD:
                leader[find(other)] = find(one)
    groups: dict[str, list[str]] = defaultdict(list)
    for record in known:
        groups[find(record)].append(record)
    duplicates = {}
    for members in groups.values():
        original = min(members, key=lambda record: (len(known[record][0]), known[record][0]))
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
