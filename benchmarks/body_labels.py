"""Finds out which blocks of a page a reference text consists of.

The words of the page and of the reference are aligned in order: runs that share a unique
sequence of five words are the anchors, what lies between two anchors is compared word by word.
A block belongs to the text when at least half of its words are matched.
"""

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

WORD = re.compile(r"\w+")
_ANCHOR = 5
_SHORT = 3


class Run(NamedTuple):
    """Words that page and reference share: ``page[a:a + size] == reference[b:b + size]``."""

    a: int
    b: int
    size: int


def words_of(text: str) -> list[str]:
    """Return the words of a text as the word score counts them."""
    return WORD.findall(text.lower())


def label_blocks(texts: Sequence[str], reference: str) -> tuple[list[bool], list[int]]:
    """Return for each block whether it belongs to the reference text, and its words.

    Args:
        texts: The page's blocks in document order.
        reference: The reference text, one paragraph a line.
    """
    bag = [words_of(text) for text in texts]
    sizes = [len(words) for words in bag]
    page = [word for words in bag for word in words]
    gold: list[str] = []
    borders = {0}
    for line in reference.split("\n"):
        gold += words_of(line)
        borders.add(len(gold))
    place = [-1] * len(page)
    for run in align(page, gold):
        place[run.a : run.a + run.size] = range(run.b, run.b + run.size)
    hits: list[int] = []
    start = 0
    for size in sizes:
        end = start + size
        hit = sum(at >= 0 for at in place[start:end])
        if hit and size <= _SHORT and not _stands_there(place, start, end, borders):
            hit = 0
        hits.append(hit)
        start = end
    _add_moved(bag, hits, gold, place)
    return [size > 0 and hit * 2 >= size for hit, size in zip(hits, sizes, strict=True)], sizes


def _stands_there(place: list[int], start: int, end: int, borders: set[int]) -> bool:
    """Return whether a short block was met as a whole: as a line, or beside matched words."""
    low, high = place[start], place[end - 1] + 1
    if min(place[start:end]) < 0 or high - low != end - start:
        return False
    if low in borders and high in borders:
        return True
    return (start > 0 and place[start - 1] == low - 1) or (end < len(place) and place[end] == high)


def _add_moved(bag: list[list[str]], hits: list[int], gold: list[str], place: list[int]) -> None:
    """Count blocks that the reference has in another order."""
    taken = set(place)
    free = {
        tuple(gold[at : at + 4])
        for at in range(len(gold) - 3)
        if not taken.intersection(range(at, at + 4))
    }
    seen = Counter(
        tuple(words) for words, hit in zip(bag, hits, strict=True) if hit * 2 > len(words)
    )
    for index, words in enumerate(bag):
        if len(words) < 5 or hits[index] * 2 >= len(words) or tuple(words) in seen:
            continue
        grams = [tuple(words[at : at + 4]) for at in range(len(words) - 3)]
        if sum(gram in free for gram in grams) >= 0.7 * len(grams):
            hits[index] = len(words)
            seen[tuple(words)] += 1
            free.difference_update(grams)


def align(page: list[str], gold: list[str]) -> list[Run]:
    """Return the runs of words that page and reference share, in the order of both."""
    runs: list[Run] = []
    a = b = 0
    for anchor in [*_anchor_runs(page, gold), Run(len(page), len(gold), 0)]:
        if anchor.a > a and anchor.b > b:
            matcher = SequenceMatcher(None, page[a : anchor.a], gold[b : anchor.b], autojunk=False)
            runs += [
                Run(a + x, b + y, size) for x, y, size in matcher.get_matching_blocks() if size
            ]
        if anchor.size:
            runs.append(anchor)
        a, b = anchor.a + anchor.size, anchor.b + anchor.size
    return runs


def _anchor_runs(page: list[str], gold: list[str]) -> list[Run]:
    """Return the runs around sequences that stand once in both."""
    runs: list[Run] = []
    a_end = b_end = 0
    for b_anchor, a_anchor in _longest_chain(_unique(page), _unique(gold)):
        a, b = a_anchor, b_anchor
        if a < a_end or b < b_end:
            continue
        while a > a_end and b > b_end and page[a - 1] == gold[b - 1]:
            a, b = a - 1, b - 1
        size = a_anchor - a + _ANCHOR
        while a + size < len(page) and b + size < len(gold) and page[a + size] == gold[b + size]:
            size += 1
        runs.append(Run(a, b, size))
        a_end, b_end = a + size, b + size
    return runs


def _unique(words: list[str]) -> dict[tuple[str, ...], int]:
    """Return the places of the word sequences that stand once."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - _ANCHOR + 1):
        key = tuple(words[at : at + _ANCHOR])
        places[key] = -1 if key in places else at
    return {key: at for key, at in places.items() if at >= 0}


def _longest_chain(
    page: dict[tuple[str, ...], int], gold: dict[tuple[str, ...], int]
) -> list[tuple[int, int]]:
    """Return the longest series of (reference place, page place) that rises in both."""
    pairs = sorted((at, page[key]) for key, at in gold.items() if key in page)
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, at) in enumerate(pairs):
        slot = bisect.bisect_left(tails, at)
        tails[slot : slot + 1] = [at]
        ends[slot : slot + 1] = [number]
        before[number] = ends[slot - 1] if slot else -1
    chain: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
