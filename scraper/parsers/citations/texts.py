"""The texts of a page that are searched for citations, with what is found in each."""

from bisect import bisect_right
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import islice

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.citations.candidates import Candidate
from scraper.parsers.citations.numeric import is_index
from scraper.parsers.references import ReferenceList

_BESIDE = 400
"""Blocks outside the body that are read at most."""


@dataclass(slots=True)
class Text:
    """One text that is searched, with where it stands."""

    text: str
    offset: int | None
    block: int
    """Index of the page's block; for the body's whole text that of its first."""
    candidates: list[Candidate] = field(default_factory=list)
    linked: set[int] = field(default_factory=set)
    """Where brackets begin whose number is a marker of the page's markup."""
    anchored: set[int] = field(default_factory=set)
    """Where citations begin whose markup leads to an entry."""
    _brackets: list[int] | None = None

    def add_marker(self, marker: Candidate, *, anchored: bool) -> None:
        """Add what a marker cites; one within a bracket of numbers only resolves its number."""
        if self._brackets is None:
            self.candidates.sort(key=lambda candidate: candidate.start)
            self._brackets = [candidate.start for candidate in self.candidates]
        slot = bisect_right(self._brackets, marker.start) - 1
        around = self.candidates[slot] if slot >= 0 else None
        if around is not None and around.kind == "author-date" and around.end > marker.end:
            self.candidates[slot] = around = _without_mark(around, marker)
        if (
            around is None
            or around.kind not in ("numeric", "footnote")
            or (around.end < marker.end or around.start > marker.start)
        ):
            self.candidates.append(marker)
            if anchored:
                self.anchored.add(marker.start)
            return
        if anchored:
            self.anchored.add(around.start)
        given = {item.number: item.reference for item in marker.items}
        items = tuple(
            item if given.get(item.number) is None else replace(item, reference=given[item.number])
            for item in around.items
        )
        self.candidates[slot] = replace(around, items=items, kind=marker.kind)
        self.linked.add(around.start)

    def drop_indexes(self, anchored: AbstractSet[int]) -> None:
        """Drop numbers bound to a word (``theta[1]``) if the page links its marks to the entry.

        Args:
            anchored: The entries that markers of the page lead to.
        """
        self.candidates = [
            c
            for c in self.candidates
            if c.kind != "numeric"
            or c.start in self.linked
            or not is_index(self.text, c.start)
            or anchored.isdisjoint({item.reference for item in c.items})
        ]


def _without_mark(around: Candidate, marker: Candidate) -> Candidate:
    """Return a citation whose last locator is the number of a note mark as one without it."""
    last, mark = around.items[-1], marker.items[0]
    if mark.reference is None or last.locator != mark.number:
        return around
    entry = mark.reference if last.reference is None else last.reference
    return replace(around, items=(*around.items[:-1], replace(last, locator=None, reference=entry)))


def texts_of(body: Body, references: ReferenceList) -> list[Text]:
    """Return the body's text and its captions."""
    first = body.sources[0].index if body.sources else 0
    texts = [Text(body.text, 0, first)]
    for block, source in zip(body.blocks, body.sources, strict=True):
        if block.start is None and source.index not in references.claimed:
            texts.append(Text(source.text, None, source.index))
    return texts


def texts_beside(page: Page, body: Body, references: ReferenceList) -> list[Text]:
    """Return blocks among the body's that it leaves out (boxes, asides), but no code."""
    own = {source.index for source in body.sources}
    if not own:
        return []
    inner = range(min(own), max(own))
    outside = (i for i in inner if i not in own and i not in references.claimed)
    prose = (i for i in outside if page.blocks[i].tag != "pre")
    return [Text(page.blocks[i].text, None, i) for i in islice(prose, _BESIDE)]
