"""Turns a unit of the page into an entry: text, label, links and the ids that lead to it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from scraper.page import Page
from scraper.parsers.references.cuts import printed_label
from scraper.parsers.references.looks import looks
from scraper.parsers.references.markers import MARKER_TEXT, plain_digits, same_page_fragment
from scraper.parsers.references.units import Span, Unit
from scraper.parsers.rules.reference_lists import LINK_LABELS
from scraper.patterns import late
from scraper.text import Mark, TextBlock

_BACK = late(r"[\s↩↑⤴⇑⇧⬆←↵⏎↺↟^▲△↖\ufe0e\ufe0f\u21a9|·•]+")
_HEAD = late(
    r"(?:[\^↑•·▪◦]|[–—]\s|Jump up(?: to:?)?|Hochspringen(?: nach)?:?|Zurück nach oben)\s*", re.I
)
_TAIL = late(r"(?:\s*(?:[↩↑⤴⇑⬆^▲△]\ufe0e?\ufe0f?|\[\s*\]|\(\s*\)|\[\s*,?\s*\]|\|))+\s*$")
_BACK_WORDS = late(
    r"(?:jump|go|back|return|scroll|hochspringen|zurück|nach oben|retour|revenir|volver|voltar|"
    r"torna|terug|tillbaka)\b.{0,30}|up|top|hoch|haut|en haut|arriba|su|omhoog|upp|opp|"
    r"наверх|назад|powrót|do góry|zpět|nahoru"
)
"""Words of links from a note back to the text, in lower case."""
_BACK_MARKUP = late(
    r"\bback|back(?:link|ref)?\b|(?:fn|ftn|note)[-_:]?(?:ref|back)|cite[-_](?:ref|back)", re.I
)
"""Classes and targets of back-links, as Markdown, Word and MediaWiki write them."""
_LONGEST_BACK = 30
_EMPTY_BRACKETS = late(r"\s*[\[(]\s*(?:[,;|]\s*)*[\])]")
_SEARCH = late(r"https?://scholar\.google\.")
"""Links that search for a work do not lead to it."""
_TERM = late(
    r"(?:\[(?P<word>[^\W\d_][\w+&.:-]{1,29})\]|(?P<dated>[A-Z][\w+&.-]{0,28}?\d{2}(?:\d{2})?[a-z]?))"
    r"\s*(?:\(\d{1,3}(?:,\s?\d{1,3})*\))?"
    r"|\[?(?P<number>\d{1,3})\]?\s*\(\d{1,3}(?:,\s?\d{1,3})+\)"
)
"""A label in a block of its own, with numbered back-links behind it: ``Lund84 (1, 2)``."""
_BUTTON = late(r"(?:\[[^\[\]]{1,30}\]\s?){1,4}")
_READ = frozenset("a sup sub".split())
_LETTER = late(r"\[?\(?[a-z\d]{1,3}\)?\]?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry before its fields are read."""

    unit: Unit
    text: str
    label: str | None
    hrefs: tuple[str, ...] = ()
    """Outgoing links, absolute, in order."""
    back: frozenset[str] = frozenset()
    """Fragment ids that its back-links lead to."""
    linked: int = 0
    """Characters inside outgoing links."""
    score: int = 0
    """Signs of a reference, see ``looks``."""
    implied: bool = False
    """The label is not printed, but counted by the markup."""


def read_entries(page: Page, units: Sequence[Unit]) -> list[Entry]:
    """Return the entries of units that stand in one list, empty ones left out.

    A bare number is a label only where most units of the list begin with one.
    """
    plain = _has_plain_labels(page, units)
    marks = _Marks(page)
    entries = (_read_entry(page, unit, marks, plain=plain) for unit in units)
    return [entry for entry in entries if entry.text and not _is_button(entry)]


def _is_button(entry: Entry) -> bool:
    """Return whether an entry is a row of buttons (``[Contents][Index]``)."""
    numbered = entry.label is not None and entry.label[0].isdecimal()
    return not numbered and _BUTTON.fullmatch(entry.text) is not None


def _has_plain_labels(page: Page, units: Sequence[Unit]) -> bool:
    labels = [printed_label(unit.text(page), plain=True) for unit in units]
    numbers = [int(found[0]) for found in labels if found and found[0].isdecimal()]
    rising = all(one < other for one, other in pairwise(numbers))
    return rising and len(numbers) * 5 >= len(units) * 3 and (len(numbers) > 1 or numbers == [1])


class _Marks:
    """Looks up the links and raised marks in stretches of blocks, each block read once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: dict[int, tuple[list[int], list[Mark]]] = {}

    def within(self, span: Span) -> list[Mark]:
        """Return the links and raised marks of a stretch, in its own offsets."""
        if not self._page.blocks[span.block].raw_marks:
            return []
        if span.block not in self._known:
            marks = [m for m in self._page.blocks[span.block].marks() if m.element.tag in _READ]
            self._known[span.block] = ([mark.start for mark in marks], marks)
        starts, marks = self._known[span.block]
        found = marks[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
        return [
            Mark(mark.start - span.start, mark.end - span.start, mark.element)
            for mark in found
            if mark.end <= span.end
        ]


def _read_entry(page: Page, unit: Unit, marks: _Marks, *, plain: bool) -> Entry:
    reader = _Reader(page)
    reader.label, spans = _without_term(page, unit.spans)
    for span in spans:
        reader.add(page.blocks[span.block].text[span.start : span.end], marks.within(span))
    text = _clean(" ".join(reader.parts))
    label = reader.label
    if label is not None:
        text = text.lstrip(".:)] ")
    else:
        found = printed_label(text, plain=plain)
        if found is not None:
            label, start = found
            text = _clean(text[start:])
    implied = label is None and unit.number is not None
    return Entry(
        unit=unit,
        text=text,
        label=str(unit.number) if implied else label,
        hrefs=tuple(reader.hrefs),
        back=frozenset(reader.back),
        linked=reader.linked,
        score=looks(text),
        implied=implied,
    )


def word_label(block: TextBlock) -> str | None:
    """Return the word that a block is as a label, in brackets or a term (``[Lund84]``), or None."""
    if block.tag != "dt" and block.text[:1] != "[":
        return None
    term = _TERM.fullmatch(block.text.strip())
    return term.group("word") or term.group("dated") if term is not None else None


def _without_term(page: Page, spans: tuple[Span, ...]) -> tuple[str | None, tuple[Span, ...]]:
    """Return the label that stands in a block or a cell of its own, and what is behind it."""
    first = spans[0]
    text = page.blocks[first.block].text[first.start : first.end]
    head, cell, rest = text.partition("\t")
    term = _TERM.fullmatch(head.strip()) if cell or len(spans) > 1 else None
    if term is None:
        return None, spans
    label = term.group(term.lastgroup or 0)
    if not cell:
        return label, spans[1:]
    return label, (Span(first.block, first.end - len(rest), first.end), *spans[1:])


class _Reader:
    """Takes in the stretches of one entry: its words, its label and where its links lead."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.parts: list[str] = []
        self.hrefs: list[str] = []
        self.back: set[str] = set()
        self.linked = 0
        self.label: str | None = None

    def add(self, text: str, marks: Sequence[Mark]) -> None:
        """Take in one stretch with its links and raised marks."""
        removed: list[tuple[int, int]] = []
        for mark in marks:
            if not self.parts and self.label is None:
                self.label = _own_label(text, mark)
                if self.label is not None:
                    removed.append((mark.start, mark.end))
            if mark.element.tag == "a" and self._is_apart(text, mark):
                removed.append((mark.start, mark.end))
        self.parts.append(_without(text, removed))

    def _is_apart(self, text: str, mark: Mark) -> bool:
        """Note where a link leads; return whether its text is not part of the entry."""
        href = mark.element.get("href")
        fragment = same_page_fragment(self._page, href)
        if fragment is not None:
            self.back.add(fragment)
        else:
            target = self._page.resolve(href)
            if target is not None and _SEARCH.match(target) is None:
                self.hrefs.append(target)
                self.linked += mark.end - mark.start
        return _is_label(text, mark, fragment)


def _own_label(text: str, mark: Mark) -> str | None:
    """Return the label that a raised number or an anchor at the start of an entry is."""
    if text[: mark.start].strip(" [(") or mark.end <= mark.start:
        return None
    printed = plain_digits(text[mark.start : mark.end].strip())
    match = MARKER_TEXT.fullmatch(printed.rstrip(".:"))
    if match is None or len(match.group(1)) > 4:
        return None
    if mark.element.tag == "a" and not match.group(1)[0].isdecimal():
        return None
    return match.group(1)


def _is_label(text: str, mark: Mark, fragment: str | None) -> bool:
    """Return whether a link is a back-link or a label such as ``[PubMed]``."""
    printed = text[mark.start : mark.end].strip(" []().,:;↩↑⤴⇑⇧⬆←↵⏎↺↟^\ufe0e\ufe0f")
    if not printed or _BACK.fullmatch(printed):
        return True
    folded = printed.casefold()
    if folded in LINK_LABELS:
        return True
    if fragment is None:
        return False
    last = not any(map(str.isalnum, text[mark.end :]))
    if last and len(printed) <= _LONGEST_BACK and _says_back(mark, fragment):
        return True
    return _LETTER.fullmatch(folded) is not None or _BACK_WORDS.fullmatch(folded) is not None


def _says_back(mark: Mark, fragment: str) -> bool:
    """Return whether a link's markup calls it a back-link, whatever its words."""
    get = mark.element.get
    if get("role") == "doc-backlink" or get("rev") == "footnote":
        return True
    return _BACK_MARKUP.search(f"{get('class') or ''} {fragment}") is not None


def _without(text: str, removed: list[tuple[int, int]]) -> str:
    """Return text without some stretches, and without the brackets that held only them."""
    if not removed:
        return text
    kept: list[str] = []
    place = 0
    for start, end in sorted(removed):
        if start >= place:
            kept.append(text[place:start])
        place = max(place, end)
    kept.append(text[place:])
    return _EMPTY_BRACKETS.sub("", "\0".join(kept).replace("\0", ""))


def _clean(text: str) -> str:
    text = " ".join(text.split())
    match = _HEAD.match(text)
    while match is not None and match.end() < len(text):
        text = text[match.end() :]
        match = _HEAD.match(text)
    if text[-1:] in "↩↑⤴⇑⬆^▲△])|\ufe0e\ufe0f":
        text = _TAIL.sub("", text)
    return text.strip(" \u200e\u200f").rstrip(" ,;")


def leads_off(page: Page, entry: Entry) -> bool:
    """Return whether a link of an entry leads to another host than the page's own."""
    own = (page.host or "").removeprefix("www.")
    hosts = ((urlsplit(href).hostname or "").removeprefix("www.") for href in entry.hrefs)
    return any(host and host != own for host in hosts)
