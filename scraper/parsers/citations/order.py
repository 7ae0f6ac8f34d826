"""Puts what was found into order: overlaps, and works that are cited once more."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from scraper.parsers.citations.candidates import Candidate, Item


def unoverlapped(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates in order, of overlapping ones the heavier."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.score)):
        if kept and candidate.start < kept[-1].end:
            if candidate.score > kept[-1].score:
                kept[-1] = candidate
        else:
            kept.append(candidate)
    return kept


@dataclass(slots=True)
class Cited:
    """The works cited so far, which "ibid." and "op. cit." lead back to."""

    last: Item | None = None
    by_authors: dict[tuple[str, ...], int | None] = field(default_factory=dict)

    def carry(self, item: Item) -> Item:
        """Return a cited work, one that is cited again with its entry: the last, or the named."""
        if item.again:
            known = self.last.reference if self.last is not None else None
            if item.authors:
                known = self.by_authors.get(item.authors, item.reference)
            if item.reference is None or item.authors:
                item = replace(item, reference=known)
        if item.number is None:
            self.last = item
            if item.authors:
                self.by_authors[item.authors] = item.reference
        return item
