"""Reads words, sentences and letters around a stretch of text, with tables made once."""

import re
from functools import cache

UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
"""Capital letters of the Latin, Greek and Cyrillic scripts."""

CJK_LETTER = r"\u3040-\u30ff\u3400-\u9fff々〇"
WORD = re.compile(rf"[{CJK_LETTER}]|\d+(?:[.,]\d+)+|[^\W_]+(?:[’'][^\W_]+)*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|No|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|al|Inc|Ltd|Co|Corp|"
    r"ca|cf|p|pp|S|Bd|Nr|z\.B|bzw|u\.a|M|Mme|Sra?|Dra?|D)|\b[A-Z]|\b[a-z]\.[a-z])$"
)
_END = re.compile(r"(?<=[.!?…])[)\]’”\"»]*(?:\s+|$)|\n|[。！？]")


def count_words(text: str) -> int:
    """Return the number of words; each CJK character counts as one."""
    return sum(1 for _ in WORD.finditer(text))


def last_before(text: str, place: int) -> str:
    """Return the last character before a place that is no blank, nothing where there is none.

    Looked for from the place on: a slice of all that stands before it would copy a long text once
    for each of its quotations.
    """
    while place > 0 and text[place - 1].isspace():
        place -= 1
    return text[max(place - 1, 0) : place]


def sentence_start(text: str, floor: int, place: int) -> int:
    """Return where the sentence before ``place`` starts, not before ``floor``."""
    floor = max(floor, place - 600)
    start = floor
    for match in _END.finditer(text, floor, place):
        if not _is_abbreviated(text, match.start()):
            start = match.end()
    return start


def sentence_end(text: str, place: int, ceiling: int) -> int:
    """Return where the sentence at ``place`` ends, not behind ``ceiling``."""
    ceiling = min(ceiling, place + 600)
    for match in _END.finditer(text, place, ceiling):
        if match.start() > place and not _is_abbreviated(text, match.start()):
            return match.start()
    return ceiling


def _is_abbreviated(text: str, place: int) -> bool:
    return (
        text[place - 1 : place] == "."
        and _ABBREVIATION.search(text, max(place - 8, 0), place - 1) is not None
    )


@cache
def words_pattern(words: str) -> re.Pattern[str]:
    """Return a pattern that finds one of these words, parted by spaces, as a whole word."""
    ordered = sorted(set(words.split()), key=len, reverse=True)
    alternatives = "|".join(map(re.escape, ordered)).replace("’", "[’']")
    return re.compile(rf"(?<![\w’'])(?:{alternatives})(?![\w])")
