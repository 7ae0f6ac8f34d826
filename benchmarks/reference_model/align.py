"""Turns labelled references (fields, not places) into the labels each token may have.

Gold names a field's text, not where it stands, and says nothing about parts it does not hold
(editors, notes). A token inside a gold field gets that one label; every other token keeps the
set of labels that the gold leaves open, and training sums over them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scraper.parsers.reference_labels import LABELS
from scraper.parsers.reference_tokens import Token, describe_word, tokenise

LABEL_INDEX = {label: index for index, label in enumerate(LABELS)}
_OPEN = frozenset(("other", "editor", "edition", "accessed"))
_DATE_LIKE = frozenset(("month", "season", "year", "d", "dd", "d-d", "range"))
_PLAIN = {ord(mark): "-" for mark in "‐‑‒–—−"} | {ord(mark): "'" for mark in "‘’`´"}

Gold = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Example:
    """A string with, for each of its tokens, the labels it may have (indices into LABELS)."""

    text: str
    allowed: tuple[frozenset[int], ...]
    source: str
    record: Gold = field(default_factory=dict)


def read_strings(path: Path) -> Iterator[tuple[str, Gold]]:
    """Yield (group, record) of a file of single references; each is its own group."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield str(record["id"]), record


def read_pages(path: Path) -> Iterator[tuple[str, Gold]]:
    """Yield (page, reference record) of a file of pages with their reference lists."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            for reference in page["references"]:
                if reference["type"] == "source":
                    yield str(page["id"]), {**reference, "id": f"{page['id']}#{reference['index']}"}


def align(record: Gold, source: str) -> Example:
    """Return the labels that a gold record leaves to each token of its text."""
    text = str(record["text"])
    tokens = tokenise(text)
    taken = _Spans(text)
    taken.place("title", record.get("title"))
    _place_authors(taken, record)
    anchor = taken.end_of("title")
    for name in ("container", "publisher", "place", "edition"):
        taken.place(name, record.get(name), anchor)
    taken.place_last("pages", record.get("pages"))
    taken.place_year(record.get("year"))
    anchor = taken.end_of("container") or anchor
    taken.place("volume", record.get("volume"), anchor, whole=True)
    taken.place("issue", record.get("issue"), taken.end_of("volume") or anchor, whole=True)
    taken.place("accessed", record.get("accessed"))
    return Example(text, tuple(_allowed(token, taken, record) for token in tokens), source, record)


def _allowed(token: Token, taken: "_Spans", record: Gold) -> frozenset[int]:
    label = taken.label_of(token)
    if label:
        return frozenset((LABEL_INDEX[label],))
    if token.kind != "word":
        return frozenset((LABEL_INDEX["link"],))
    names = set(_OPEN)
    if describe_word(token.text, token.kind).letters & _DATE_LIKE:
        names.add("date")
    if "authors_raw" not in record and record.get("authors"):
        names.add("author")
    if "source" not in record:
        names |= {"publisher", "place"} - set(record)
    return frozenset(LABEL_INDEX[name] for name in names)


def _place_authors(taken: "_Spans", record: Gold) -> None:
    raw = record.get("authors_raw")
    if raw:
        taken.place("author", str(raw).strip(" .,;:"))
        return
    authors = record.get("authors")
    if not isinstance(authors, Sequence) or not authors:
        return
    start = end = -1
    for author in authors:
        span = taken.find(str(author), max(end, 0))
        if span is None:
            continue
        start = span[0] if start < 0 else start
        end = span[1]
    if start >= 0 and taken.is_free(start, end):
        taken.add("author", start, end)


class _Spans:
    """Labelled stretches of one text that do not overlap."""

    def __init__(self, text: str) -> None:
        self.text = text.translate(_PLAIN)
        self.spans: list[tuple[int, int, str]] = []

    def add(self, label: str, start: int, end: int) -> None:
        self.spans.append((start, end, label))

    def is_free(self, start: int, end: int) -> bool:
        return all(end <= left or start >= right for left, right, _ in self.spans)

    def end_of(self, label: str) -> int:
        return max((end for _, end, name in self.spans if name == label), default=0)

    def label_of(self, token: Token) -> str | None:
        return next(
            (name for start, end, name in self.spans if start < token.end and token.start < end),
            None,
        )

    def find(self, value: str, after: int = 0, *, whole: bool = True) -> tuple[int, int] | None:
        """Return the first free place of a value behind a position, else anywhere."""
        value = value.translate(_PLAIN).strip(" .,;:")
        if not value:
            return None
        edge = r"(?<![\w])" if whole else ""
        back = r"(?![\w])" if whole else ""
        pattern = re.compile(
            edge + r"\s*".join(map(re.escape, value.split())) + back, re.IGNORECASE
        )
        spans = [match.span() for match in pattern.finditer(self.text)]
        spans = [span for span in spans if self.is_free(*span)]
        return next((span for span in spans if span[0] >= after), spans[0] if spans else None)

    def place(self, label: str, value: object, after: int = 0, *, whole: bool = False) -> None:
        if not value:
            return
        span = self.find(str(value), after, whole=True) or self.find(str(value), after, whole=whole)
        if span:
            self.add(label, *span)

    def place_last(self, label: str, value: object) -> None:
        if not value:
            return
        parts = [re.escape(part) for part in re.split(r"\s*-\s*", str(value).translate(_PLAIN))]
        pattern = re.compile(r"(?<!\w)" + r"\s*-+\s*".join(parts) + r"(?!\w)", re.IGNORECASE)
        spans = [match.span() for match in pattern.finditer(self.text)]
        spans = [span for span in spans if self.is_free(*span)]
        if spans:
            self.add(label, *spans[-1])

    def place_year(self, value: object) -> None:
        """Place the year: in brackets first, else its last mention outside other fields."""
        if not value:
            return
        spans = [match.span() for match in re.finditer(rf"(?<!\d){value}(?!\d)", self.text)]
        spans = [span for span in spans if self.is_free(*span)]
        spans = [span for span in spans if not self._in_link(span[0])]
        if not spans:
            return
        bracket = next(
            (span for span in spans if "(" in self.text[max(0, span[0] - 12) : span[0]]), None
        )
        self.add("date", *(bracket or spans[0]))

    def _in_link(self, place: int) -> bool:
        word = self.text[self.text.rfind(" ", 0, place) + 1 : place]
        return "/" in word and "." in word
