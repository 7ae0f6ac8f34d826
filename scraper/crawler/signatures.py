r"""Signs texts, so that those which repeat another's are found without comparing all with all.

MinHash over runs of five words, 128 values made from one hash by one permutation (Li, Owen and
Zhang, 2012). Signatures are stored, so what they are made of stays as it is: ``\w`` of small
letters, CRC-32 of each word's UTF-8, a polynomial over five of them, stirred by splitmix64.
"""

import re
import zlib

import numpy as np
import numpy.typing as npt

from scraper.native import twin

BINS = 128
MIN_WORDS = 40
SHINGLE = 5
"""Words in a run."""
EMPTY = 0xFFFFFFFF
_FOREIGN = re.compile(r"[^\x00-\x7f\w]")
"""What parts words and is no ASCII: quotation marks, dashes."""
_PARTED = bytes(b if b > 127 or b == ord("_") or chr(b).isalnum() else 32 for b in range(256))
"""Bytes of UTF-8, a space for each that parts words."""
SPREAD, STIR_FIRST, STIR_LAST = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
REST_SHIFT = 33
"""The highest 31 bits are the value, so that no value is that of an empty bin."""


def sign(text: str) -> bytes | None:
    """Return the MinHash signature of a text, 4 bytes a bin; None for fewer than 40 words.

    ``signatures_c.pyx`` has the same for a compiler.
    """
    words = _words_of(text)
    if len(words) < MIN_WORDS:
        return None
    values = _mixed(np.fromiter(map(zlib.crc32, words), np.uint64, len(words)))
    bins = np.full(BINS, EMPTY, dtype=np.uint32)
    places = (values & np.uint64(BINS - 1)).astype(np.intp)
    np.minimum.at(bins, places, (values >> np.uint64(REST_SHIFT)).astype(np.uint32))
    return _filled(bins).astype(">u4").tobytes()


def _words_of(text: str) -> list[bytes]:
    r"""Return the runs of ``\w`` of a text in lower case, as UTF-8.

    Split as bytes, which takes a third of the time of a search for each word.
    """
    lowered = _FOREIGN.sub(" ", text.lower())
    return lowered.encode("utf-8", "surrogatepass").translate(_PARTED).split()


def _mixed(words: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Return a hash for every run of five words: a polynomial, stirred (splitmix64's last step)."""
    runs = len(words) - SHINGLE + 1
    value = np.zeros(runs, dtype=np.uint64)
    for place in range(SHINGLE):
        value = value * np.uint64(SPREAD) + words[place : place + runs]
    value = (value ^ (value >> np.uint64(30))) * np.uint64(STIR_FIRST)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(STIR_LAST)
    return value ^ (value >> np.uint64(31))


def _filled(bins: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return bins of which each empty one has the value of the next full one, round the corner."""
    full = np.flatnonzero(bins != EMPTY)
    return bins[full[np.searchsorted(full, np.arange(BINS)) % len(full)]]


sign_text = twin(sign)
