"""Finds the citations inside notes, and tells notes that only cite from those that are sources.

A note may be a source (``Holm, A. (2011) Tides. Leeds: Quill.``), talk (``The date is disputed;
see Holm (2011, p. 7).``), or both. One that talks or points to works that stand elsewhere has no
title and no authors of its own; what it points to is cited, with the note as the place. Notes are
read in order, as *ibid.* and short forms lead back to what stands before them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from schemas import Citation, Reference
from scraper.parsers.citations.author_date import find_author_date
from scraper.parsers.citations.author_page import find_author_page, find_named_pages
from scraper.parsers.citations.candidates import Candidate, Item, to_citation
from scraper.parsers.citations.linking import EntryIndex, fold_name, is_author, resolve_items
from scraper.parsers.citations.narrative import find_narrative
from scraper.parsers.citations.numeric import find_bracketed, find_labelled
from scraper.parsers.citations.order import Cited, unoverlapped
from scraper.parsers.citations.short_forms import find_again, find_named_years, find_titled
from scraper.parsers.reference_starts import start_of_source
from scraper.parsers.references import ReferenceList
from scraper.parsers.references.looks import (
    are_names,
    has_imprint,
    has_publisher,
    looks,
    opens_as_reference,
    talks,
)
from scraper.patterns import late

_LONGEST = 4000
"""Characters of a note that are read; longer ones are articles of their own."""
_MOST = 200
"""Citations of one note that are kept."""
_NEEDED = 3
"""Weight from which a work that is not listed counts, as in the text."""
_LISTED = 6
_OWN_SIGNS = 3
"""Signs of a reference, beside the citations, that make a note a source all the same."""
_LEADING = late(
    r"(?:(?:but\s)?see(?:\salso)?|cf\.|compare|vgl\.(?:\sauch)?|siehe(?:\sauch)?|voir(?:\saussi)?|"
    r"véase|cfr\.?|vedi|zie)?[\s(\[“\"„«]*",
    re.I,
)
"""What may stand before the names that open a source."""
_OPENING_MARKS = '“„«"‘‹'
_CAPITALISED = late(r"(?<!\S)[^\W\d_a-z]\w{3,}")
_TITLE_CASE = 3
"""Capitalised words that make a phrase a title."""
_TITLE_BEHIND = late(r"[.,:]?\s*[“\"„«‘'(]?(?P<title>[^\W\d_a-z].*)", re.S)
_PEOPLE = ("author", "editor")
_DESCRIPTION: dict[str, object] = dict.fromkeys(
    (
        "type", "issued", "year_suffix", "title", "container_title", "volume", "issue", "page",
        "publisher", "publisher_place", "edition", "accessed",
    )
)  # fmt: skip
"""A note without the fields of a work; identifiers and addresses that it prints are its own."""


def cite_notes(references: ReferenceList) -> tuple[ReferenceList, list[Citation]]:
    """Return the lists with each note as what it is, and the citations inside notes.

    Args:
        references: The page's lists. Entries that stand among notes are read.

    Returns:
        The same lists, in which notes that only talk or cite are of the kind ``note`` and
        describe no work; and the citations that stand in notes, in the order of the notes.
        They have the index of their note and no place in the body.
    """
    if not references.notes:
        return references, []
    reader = _Reader(references)
    for number in sorted(references.notes):
        reader.read(number)
    return replace(references, entries=tuple(reader.entries)), reader.citations


class _Reader:
    """Reads the notes of a page in order, with what the notes before have named."""

    def __init__(self, references: ReferenceList) -> None:
        self.entries = list(references.entries)
        self.citations: list[Citation] = []
        self._cited = Cited()
        self._linked = references.linked
        listed = len(references.notes) < len(self.entries)
        self._index = EntryIndex(
            [
                _unnamed(entry, labelled=not listed) if place in references.notes else entry
                for place, entry in enumerate(self.entries)
            ]
        )

    def read(self, number: int) -> None:
        """Read one note: what it cites, and whether it is a source itself."""
        entry = self.entries[number]
        text = entry.text[:_LONGEST]
        found = [c for c in self._find(text) if not self._is_own(text, c)][:_MOST]
        if found and not _names_work(text, found):
            entry = entry.model_copy(update={"kind": "note"})
        elif entry.kind == "source":
            found = _beside_title(text, entry, found)
        if entry.kind == "note" and (found or not self._describes_work(number)):
            self.entries[number] = _bare_note(entry)
        for candidate in found:
            items = tuple(map(self._cited.carry, candidate.items))
            cited = replace(candidate, items=items)
            self.citations.append(to_citation(cited, text, offset=None, note=number))
        if entry.kind == "source":
            self._index.add_work(number, entry)
            self._cited.carry(Item(authors=_families(entry), reference=number))

    def _describes_work(self, number: int) -> bool:
        """Return whether a note that talks says in a form of its own what work it talks of.

        That is an identifier, an imprint, names that open it or have an "et al.", "Source:", or a
        title that is a link, stands in quotation marks, or in title case behind "see"; what is read
        as a title without any of these is a phrase.
        """
        entry = self.entries[number]
        text = entry.text[:_LONGEST]
        linked = 5 * self._linked[number] >= 4 * len(entry.title or text)
        identified = entry.DOI or entry.ISBN or entry.PMID or entry.PMCID or entry.arxiv
        if identified or linked or has_imprint(text) or opens_as_reference(text):
            return True
        if start_of_source(text) or has_publisher(text) or " et al" in text:
            return True
        start = text.find(entry.title) if entry.title else -1
        if start > 0 and text[start - 1] in _OPENING_MARKS:
            return True
        leading = _LEADING.match(text)
        opens = leading is not None and 0 < start <= leading.end()
        return opens and len(_CAPITALISED.findall(entry.title or "")) >= _TITLE_CASE

    def _find(self, text: str) -> list[Candidate]:
        """Return what a note cites, in order: works that are listed, or that are beyond doubt."""
        index = self._index
        found = [c for c in self._find_named(text) if c.score >= _NEEDED]
        if index:
            found.extend(find_named_years(text, index))
            found.extend(find_titled(text, index))
            found.extend(find_author_page(text, index))
            found.extend(find_named_pages(text, index))
        if "[" in text and not index.is_unlabelled:
            numbers = islice(find_bracketed(f" {text}", index), _MOST)
            moved = (replace(c, start=c.start - 1, end=c.end - 1) for c in numbers)
            found.extend(c for c in moved if all(i.reference is not None for i in c.items))
            found.extend(islice(find_labelled(text, index), _MOST))
        return unoverlapped(found)

    def _find_named(self, text: str) -> Iterator[Candidate]:
        """Yield citations by author with their entries: only of whom the entry is."""
        named = (*find_author_date(text), *find_narrative(text), *find_again(text))
        for candidate in islice(named, _MOST):
            items = tuple(map(self._checked, resolve_items(candidate.items, self._index)))
            listed = any(item.reference is not None for item in items)
            yield replace(candidate, items=items, score=candidate.score + _LISTED * listed)

    def _checked(self, item: Item) -> Item:
        """Return a cited work without its entry if that only prints the name somewhere."""
        if item.reference is None or not item.authors:
            return item
        sure = is_author(item.authors[0], self._index.reference(item.reference))
        return item if sure else replace(item, reference=None)

    def _is_own(self, text: str, candidate: Candidate) -> bool:
        """Return whether names and year open a source, whose title follows.

        Behind a citation the sentence goes on, or another begins; what begins like a title and
        reads as an entry, or repeats the title of the work, is a source. In a note that opens as
        entries do, a name and year that nothing lists are its own.
        """
        first = candidate.items[0]
        unlisted = all(item.reference is None for item in candidate.items)
        if unlisted and not first.again and opens_as_reference(text):
            return True
        leading = _LEADING.match(text)
        if first.locator is not None or first.number is not None or first.again:
            return False
        if leading is None or not are_names(text[leading.end() : candidate.start]):
            return False
        behind = _TITLE_BEHIND.match(text, candidate.end)
        if behind is None:
            return False
        if first.reference is None or looks(behind.group("title")) or first.year is None:
            return True
        title = self._index.reference(first.reference).title or ""
        return fold_name(behind.group("title")).startswith(fold_name(title)[:12] or "\0")


def _unnamed(entry: Reference, *, labelled: bool) -> Reference:
    """Return a note as the index knows it until it is read: by its label at most.

    Beside a list of works numbers in brackets are those of the list.
    """
    return Reference(text="", kind="note", label=entry.label if labelled else None)


def _bare_note(entry: Reference) -> Reference:
    """Return an entry as a note that describes no work."""
    empty: dict[str, list[object]] = {name: [] for name in _PEOPLE}
    return entry.model_copy(update={**_DESCRIPTION, **empty, "kind": "note"})


def _names_work(text: str, found: Sequence[Candidate]) -> bool:
    """Return whether a note reads as a source even without its citations."""
    rest: list[str] = []
    place = 0
    for candidate in found:
        rest.append(text[place : candidate.start])
        place = candidate.end
    words = " ".join((*rest, text[place:]))
    signs = looks(words)
    return has_imprint(words) or (signs >= _OWN_SIGNS and not talks(words, signs))


def _beside_title(text: str, entry: Reference, found: list[Candidate]) -> list[Candidate]:
    """Return what a source cites: not the works that its own title names (``On Holm (2011)``)."""
    start = text.find(entry.title) if entry.title else -1
    end = start + len(entry.title or "")
    return [c for c in found if start < 0 or c.end <= start or c.start >= end]


def _families(entry: Reference) -> tuple[str, ...]:
    names = entry.author or entry.editor
    return tuple(name.family or name.literal or "" for name in names)
