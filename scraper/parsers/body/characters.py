"""Counts what kinds of characters each text block is made of, for all blocks at once.

No word of any language is looked at: capital letters, marks that end sentences, digits and wide
letters (scripts written without spaces) are told apart by their Unicode categories, so that
one table serves every script.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scraper.native import twin

Floats = NDArray[np.float32]

LETTER, UPPER, DIGIT, STOP, COMMA, SPACE, WIDE, QUOTE, SYMBOL, LINE, CELL = range(11)
"""Classes of characters, as numbers of the class table."""

_TABLE_SIZE = 0x10000
_STOPS = ".!?…。！？؟।．"
_COMMAS = ",;:，、；：،؛"
_WIDE_RANGES = ((0x0E00, 0x0EFF), (0x2E80, 0x9FFF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF))
"""Thai and Lao, CJK and kana, Hangul, compatibility ideographs."""

_WIDE_WORTH = 1.5
"""A wide letter says as much as this many letters more than itself."""


@dataclass(frozen=True, slots=True)
class Characters:
    """Counts per block; every array has one number a block."""

    length: Floats
    mass: Floats
    """Length with wide letters counted at what they say: comparable between scripts."""
    words: Floats
    """Words, taken from spaces; two wide letters count as a word."""
    upper: Floats
    capitals: Floats
    """Words that begin with a capital letter."""
    digits: Floats
    stops: Floats
    commas: Floats
    quotes: Floats
    symbols: Floats
    lines: Floats
    cells: Floats
    lead: Floats
    """Class of the first character."""
    last: Floats
    """Class of the last character."""


CLASSES = 11
"""Number of the classes; rows of the tally from here on are no class."""
LENGTH, CAPITALS, LEAD, LAST = range(CLASSES, CLASSES + 4)
"""Rows of the tally: characters, words that begin with a capital letter, first and last class."""


def count_characters(texts: list[str]) -> Characters:
    """Return the counts of all blocks; no text may be empty or hold a NUL."""
    counts = _tally(texts, _class_table())
    length, wide = counts[LENGTH], counts[WIDE]
    return Characters(
        length=length,
        mass=length + _WIDE_WORTH * wide,
        words=counts[SPACE] + 1 + wide * np.float32(0.5),
        upper=counts[UPPER],
        capitals=counts[CAPITALS],
        digits=counts[DIGIT],
        stops=counts[STOP],
        commas=counts[COMMA],
        quotes=counts[QUOTE],
        symbols=counts[SYMBOL],
        lines=counts[LINE],
        cells=counts[CELL],
        lead=counts[LEAD],
        last=counts[LAST],
    )


def tally(texts: list[str], table: NDArray[np.uint8]) -> Floats:
    """Return the counts of all blocks, one row a count and one column a block.

    ``characters_c.pyx`` has the same for a compiler.

    Args:
        texts: Texts that are not empty and hold no NUL.
        table: The class of every character of the basic plane.
    """
    joined = "\x00".join(texts) + "\x00"
    codes = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
    classes = table.take(codes, mode="clip")  # beyond the plane: as its last character
    ends = np.flatnonzero(codes == 0)
    starts = np.concatenate(([0], ends[:-1] + 1))
    # Sixteen counters a block; a character adds to the one of its block and class.
    counter = np.repeat(np.arange(0, len(texts) * 16, 16), ends - starts + 1)
    counter += classes
    counts = np.bincount(counter, minlength=len(texts) * 16).reshape(-1, 16)
    is_space = (classes == SPACE) | (classes == LINE)
    initial = classes == UPPER
    initial[1:] &= is_space[:-1] | (codes[:-1] == 0)
    rows = np.empty((CLASSES + 4, len(texts)), np.float32)
    rows[:CLASSES] = counts[:, :CLASSES].T
    rows[SYMBOL] -= 1  # the NUL that parts blocks is a symbol
    rows[LENGTH] = ends - starts
    rows[CAPITALS] = np.add.reduceat(initial, starts, dtype=np.float32)
    rows[LEAD] = classes[starts]
    rows[LAST] = classes[ends - 1]
    return rows


_tally = twin(tally)


@cache
def _class_table() -> NDArray[np.uint8]:
    """Return the class of every character of the basic plane."""
    return np.array([_class_of(chr(code)) for code in range(_TABLE_SIZE)], np.uint8)


def _class_of(char: str) -> int:
    """Return the class of one character."""
    if char in _STOPS:
        return STOP
    if char in _COMMAS:
        return COMMA
    if char in "\n\t":
        return LINE if char == "\n" else CELL
    category = unicodedata.category(char)
    if category == "Lo" and any(low <= ord(char) <= high for low, high in _WIDE_RANGES):
        return WIDE
    if category in ("Lu", "Lt"):
        return UPPER
    if category in ("Pi", "Pf") or char in "\"'「」『』":
        return QUOTE
    return {"L": LETTER, "M": LETTER, "N": DIGIT, "Z": SPACE}.get(category[0], SYMBOL)
