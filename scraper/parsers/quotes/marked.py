"""Finds the blocks that hold a quotation mark: most hold none, and are read no further."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from scraper.native import twin
from scraper.parsers.quotes.marks import MARK


def blocks_with_marks(texts: Sequence[str]) -> set[int]:
    """Return the indexes of the texts that hold a mark; most do not, so all are read as one.

    ``marked_c.pyx`` has the same for a compiler.
    """
    whole = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    found: set[int] = set()
    match = MARK.search(whole)
    while match is not None:
        index = bisect_right(ends, match.start())
        found.add(index)
        match = MARK.search(whole, ends[index])
    return found


find_marked = twin(blocks_with_marks)
