"""Marks records whose text repeats another's, word for word or nearly.

Signatures (``signatures``) are compared only where a band of their values agrees. Which record of a
group is the original depends on the records alone, not on the order in which they were fetched.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

import numpy as np
import numpy.typing as npt

from scraper.crawler.signatures import BINS, SPREAD
from scraper.store import THRESHOLD

ROWS = 4
"""Values in a band: with 32 bands of 4, texts alike in 60 % of their runs meet almost surely."""
_SPREAD = np.array([pow(SPREAD, place, 1 << 64) for place in range(1, ROWS + 1)], np.uint64)


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
    names: list[str] = []
    urls: list[str] = []
    packed = bytearray()
    for record, url, signature in signatures:
        names.append(record)
        urls.append(url)
        packed += signature
    values = np.frombuffer(packed, ">u4").reshape(-1, BINS)
    leader = list(range(len(names)))

    def find(row: int) -> int:
        while leader[row] != row:
            leader[row] = leader[leader[row]]
            row = leader[row]
        return row

    for one, other in _candidates(values):
        check()
        if find(one) != find(other) and (values[one] == values[other]).mean() >= THRESHOLD:
            leader[find(other)] = find(one)
    groups: dict[int, list[int]] = defaultdict(list)
    for row in range(len(names)):
        groups[find(row)].append(row)
    duplicates = {}
    for rows in groups.values():
        original = min(rows, key=lambda row: (names[row] in gone, len(urls[row]), urls[row]))
        duplicates.update({names[row]: names[original] for row in rows if row != original})
    return duplicates


def _candidates(values: npt.NDArray[np.uint32]) -> Iterable[tuple[int, int]]:
    """Yield pairs of rows that agree in a band, neighbours among all that do.

    A band is compared by one number: two that share it by chance are found unlike each other.
    """
    for at in range(0, BINS, ROWS):
        keys = values[:, at : at + ROWS].astype(np.uint64) @ _SPREAD
        order = np.argsort(keys, kind="stable")
        for place in np.flatnonzero(keys[order[1:]] == keys[order[:-1]]).tolist():
            yield int(order[place]), int(order[place + 1])
