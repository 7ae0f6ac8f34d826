"""Marks records whose text repeats another's, word for word or nearly.

Signatures (``signatures``) are compared only where a band of their values agrees. Which record of a
group is the original depends on the records alone, not on the order in which they were fetched.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from scraper.crawler.signatures import BINS
from scraper.store import THRESHOLD, similarity

ROWS = 4
"""Values in a band: with 32 bands of 4, texts alike in 60 % of their runs meet almost surely."""


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
