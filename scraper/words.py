r"""Counts the words of a text, for all its characters at once.

A word is a run of word characters as regular expressions know them (``\w``); Chinese and Japanese
characters are counted one by one. A table of the basic plane says what each character is, so that
a text is counted in a few steps over an array: six times as fast as to find each word. The compiled
twin goes through the characters once.
"""

import re
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.native import twin

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"\w+")
LETTER, SIGN = 1, 2
"""Kinds of characters; all others are 0."""
TABLE_SIZE = 0x10000


class Words(NamedTuple):
    """What a text is made of."""

    words: int
    """Runs of word characters other than ``signs``."""
    signs: int
    """Chinese and Japanese characters."""


def tally(text: str) -> Words:
    """Return how many words, and how many Chinese and Japanese characters, a text holds."""
    if not text:
        return Words(0, 0)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if codes.max() >= TABLE_SIZE:
        # Emoji and rare scripts: their letters are not worth a table fifteen times as large.
        return Words(len(_WORD.findall(_CJK.sub(" ", text))), len(_CJK.findall(text)))
    found = kinds().take(codes)
    is_letter = found == LETTER
    starts = np.count_nonzero(is_letter[1:] > is_letter[:-1]) + is_letter[0]
    return Words(int(starts), int(np.count_nonzero(found == SIGN)))


@cache
def kinds() -> NDArray[np.uint8]:
    """Return for every character of the basic plane whether it is part of a word, or a sign."""
    plane = "".join(map(chr, range(TABLE_SIZE)))
    table = np.frombuffer(bytearray(map(str.isalnum, plane)), np.uint8)  # True is LETTER
    table[ord("_")] = LETTER
    table[[match.start() for match in _CJK.finditer(plane)]] = SIGN
    return table


read_words = twin(tally)


def count_words(text: str) -> int:
    """Return the words of a text; each Chinese or Japanese character counts as one."""
    # An apostrophe does not part a word.
    return sum(read_words(text.replace("'", "").replace("’", "")))
