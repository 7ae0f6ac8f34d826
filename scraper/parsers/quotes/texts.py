"""Reads words, sentences and letters around a stretch of text, with tables made once."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from scraper.patterns import late

UPPER = "".join(c for c in map(chr, (*range(0x41, 0x530), *range(0x1E00, 0x2000))) if c.isupper())
"""Capital letters of the Latin (with those of Vietnamese), Greek and Cyrillic scripts."""

CJK_LETTER = r"\u3040-\u30ff\u3400-\u9fff々〇"
WORD = late(rf"[{CJK_LETTER}]|\d+(?:[.,]\d+)+|[^\W_]+(?:[’'][^\W_]+)*")
_ABBREVIATION = late(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|No|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|al|Inc|Ltd|Co|Corp|"
    r"ca|cf|p|pp|S|Bd|Nr|z\.B|bzw|u\.a|M|Mme|Sra?|Dra?|D)|\b[A-Z]|\b[a-z]\.[a-z])$"
)
_STOP = late(r"[.!?…\n。！？]")
_STOPS = frozenset(".!?…")
"""Signs that end a sentence where white space follows; the others of ``_STOP`` always do."""
_BEHIND_STOP = late(r"[)\]’”\"»]*(?:\s+|$)")


def count_words(text: str) -> int:
    """Return the number of words; each CJK character counts as one."""
    return len(WORD.findall(text))


def has_words(text: str, count: int) -> bool:
    """Return whether a text has so many words: no more than these are looked for."""
    words = WORD.finditer(text)
    return all(next(words, None) is not None for _ in range(count))


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
    for end, following in _ends(text, floor, place):
        if not _is_abbreviated(text, end):
            start = following
    return start


def sentence_end(text: str, place: int, ceiling: int) -> int:
    """Return where the sentence at ``place`` ends, not behind ``ceiling``."""
    ceiling = min(ceiling, place + 600)
    for end, _ in _ends(text, place, ceiling):
        if end > place and not _is_abbreviated(text, end):
            return end
    return ceiling


def _ends(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield where sentences end within a stretch, and where what follows begins.

    Signs are found first and what stands behind them is read then: one pattern that looks back at
    the sign is tried at every character.
    """
    place = first
    if first and text[first - 1] in _STOPS:
        behind = _BEHIND_STOP.match(text, first, last)
        if behind is not None:
            yield behind.span()
            place = behind.end()
    while (stop := _STOP.search(text, place, last)) is not None:
        place = stop.end()
        if stop.group() not in _STOPS:
            yield stop.span()
        elif (behind := _BEHIND_STOP.match(text, place, last)) is not None:
            yield behind.span()
            place = behind.end()


def _is_abbreviated(text: str, place: int) -> bool:
    return (
        text[place - 1 : place] == "."
        and _ABBREVIATION.search(text, max(place - 8, 0), place - 1) is not None
    )


class _Node(dict[str, "_Node"]):
    """What may follow the letters so far."""


@cache
def words_pattern(words: str) -> re.Pattern[str]:
    """Return a pattern that finds one of these words, parted by spaces, as a whole word.

    A verb of several words has ``_`` between them.

    It begins with the first letters, each with what may follow it: a search looks for these
    letters alone and then at the few words that begin so, instead of at hundreds in every place.
    """
    alternatives = [
        rf"{_letter(first)}(?<![\w’'].){_shape(node)}"
        for first, node in _tree(word.replace("_", " ") for word in words.split()).items()
    ]
    return re.compile(rf"(?:{'|'.join(alternatives)})(?!\w)")


def _tree(words: Iterable[str]) -> _Node:
    """Return words as a tree of their letters; an empty one stands where a word ends."""
    root = _Node()
    for word in sorted(set(words)):
        node = root
        for letter in word:
            node = node.setdefault(letter, _Node())
        node[""] = _Node()
    return root


def _shape(node: _Node) -> str:
    """Return the pattern of all endings below a node, longer ones first."""
    endings = [_letter(letter) + _shape(below) for letter, below in node.items() if letter]
    if not endings:
        return ""
    return f"(?:{'|'.join(endings)})" + "?" * ("" in node)


def _letter(letter: str) -> str:
    """Return the pattern of a letter; an apostrophe may be printed or typed."""
    return "[’']" if letter == "’" else re.escape(letter)
