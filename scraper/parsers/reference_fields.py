"""Reads the fields of one reference string, under their CSL 1.0.2 names.

Identifiers are found by pattern and check digit; the rest is what the labeller assigns to each
token, joined to runs and cleaned. Finding the strings on a page is the work of ``references``.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from schemas import Name, Reference
from schemas import identifiers as ids
from scraper.parsers.reference_dates import parse_date
from scraper.parsers.reference_labels import LabelledToken, Labeller, load_labeller
from scraper.parsers.reference_names import split_names
from scraper.parsers.reference_tokens import MAX_CHARS
from scraper.parsers.reference_types import Signs, find_type

_PRINTED_LABEL = re.compile(r"\s*(?:\[(\w{1,8})\]|\((\d{1,4})\)|(\d{1,3})\.(?=\s+[^\W\d_]))\s*|\s*[•·^*†]\s+")
_OUTER = " \t,;:.\"“”„«»–—-/|_"  # noqa: RUF001
_QUOTE_MARKS = "“„«\""
_OPENING = "([{“„«‘"
_PAIRS = {"(": ")", "[": "]", "“": "”", "„": "“", "«": "»"}
_LEADING_WORD = re.compile(r"^(?:In|in|Dans|dans|En|en|Aus|Nel)\s*:?\s+(?=\S)")
_LOCATOR_WORD = re.compile(
    r"^(?:pp?|S|Seiten?|pages?|págs?|vols?|volume|no|n[°º]|nr|Bd|Heft|H|v|n)(?:\.\s*|\s+)(?=[\dA-Z])", re.IGNORECASE
)
_CLOSED = re.compile(r"[.,?!;][”\"“»]\s|[”\"“»][.,;]\s")
"""A quotation that ends with a mark: the end of a quoted title."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens with one label."""

    label: str
    start: int
    end: int
    tokens: int


def parse_reference(
    text: str,
    *,
    links: Sequence[str] = (),
    label: str | None = None,
    labeller: Labeller | None = None,
) -> Reference:
    """Return the fields of one reference string.

    Args:
        text: The entry as printed. A number or mark in front becomes the label where none is
            given. Fields are read from the first 3,000 characters.
        links: Addresses that the entry links to, in order; they complete URL, DOI, PMID, PMCID
            and arXiv where the text prints none.
        label: The entry's number or mark, if the caller knows it.
        labeller: Another labeller than the one that ships, for training and tests.

    Returns:
        A reference in which each field is what the text says or None. ``kind`` is ``note``
        where no field was found at all.
    """
    text = " ".join(text.split())
    if label is None:
        text, label = _cut_label(text)
    tokens = (labeller or load_labeller()).label(text)
    runs = join_runs(tokens)
    found = _Fields(text, runs)
    issued, suffix = found.issued()
    title, container = found.title_and_container()
    fields = {
        "author": found.names("author"),
        "editor": found.names("editor"),
        "issued": issued,
        "year_suffix": suffix,
        "title": title,
        "container_title": container,
        "volume": found.short("volume"),
        "issue": found.short("issue"),
        "page": found.short("pages"),
        "publisher": found.text_of("publisher"),
        "publisher_place": found.text_of("place"),
        "edition": found.text_of("edition"),
        "accessed": found.accessed(),
        **_identifiers(text, tokens, links),
    }
    has_field = any(fields.values())
    kind = "source" if has_field else "note"
    return Reference.model_validate(
        {"text": text, "label": label, "kind": kind, "type": find_type(_signs(text, fields)), **fields}
    )


def _cut_label(text: str) -> tuple[str, str | None]:
    match = _PRINTED_LABEL.match(text)
    if match is None or match.end() == len(text):
        return text, None
    return text[match.end() :], next((group for group in match.groups() if group), None)


def join_runs(tokens: Sequence[LabelledToken]) -> list[Run]:
    """Join neighbouring tokens of one label; ``other`` parts runs and is left out."""
    runs: list[Run] = []
    last = ""
    for item in tokens:
        if item.label == last and runs:
            runs[-1] = Run(last, runs[-1].start, item.token.end, runs[-1].tokens + 1)
        elif item.label != "other":
            runs.append(Run(item.label, item.token.start, item.token.end, 1))
        last = item.label
    return runs


class _Fields:
    """The runs of one text, asked field by field."""

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self._text = text
        self._runs = runs

    def _of(self, label: str) -> list[Run]:
        return [run for run in self._runs if run.label == label]

    def text_of(self, label: str) -> str | None:
        """Return the text of the longest run of a label, cleaned of outer marks."""
        if not self._of(label):
            return None
        best = self._longest(label)
        return clean(self._text, best.start, best.end) or None

    def title_and_container(self) -> tuple[str | None, str | None]:
        """Return both, with two slips of the labeller mended.

        A work without a title but with a container that no volume counts is the title; a title
        that runs on behind its closing quotation mark ends there.
        """
        title, container = self.text_of("title"), self.text_of("container")
        if title is None and container and not self._of("volume") and not self._of("pages"):
            return container, None
        if title:
            run = self._longest("title")
            closed = _CLOSED.search(self._text, run.start, run.end)
            if closed and self._text[max(0, run.start - 1)] in _QUOTE_MARKS:
                title = clean(self._text, run.start, closed.start() + 1)
                container = container or clean(self._text, closed.end(), run.end)
        return title, container or None

    def _longest(self, label: str) -> Run:
        return max(self._of(label), key=lambda run: run.tokens)

    def short(self, label: str) -> str | None:
        """Return the first run of a number-like field without its label word."""
        runs = self._of(label)
        if not runs:
            return None
        first = runs[0]
        value = self._text[first.start : first.end].strip(_OUTER)
        return _LOCATOR_WORD.sub("", value) or None

    def names(self, label: str) -> list[Name]:
        """Return the names of the first run, and of runs that only a word parts from it."""
        runs = self._of(label)
        if not runs:
            return []
        end = runs[0].end
        for run in runs[1:]:
            if run.start - end > 6 or any(  # noqa: PLR2004 (a word for "and", a mark)
                other.start >= end and other.end <= run.start for other in self._runs
            ):
                break
            end = run.end
        if label == "author":
            # Initials keep their full stop, which is no part of the token.
            end += self._text[end : end + 1] == "."
        return split_names(self._text[runs[0].start : end])

    def issued(self) -> tuple[str | None, str | None]:
        """Return date and year letter: the first run with a year, the most precise wins ties."""
        dates = [parse_date(self._text[run.start : run.end]) for run in self._of("date")]
        dates = [date for date in dates if date[0]]
        return dates[0] if dates else (None, None)

    def accessed(self) -> str | None:
        """Return the day of access, if its run holds a year."""
        for run in self._of("accessed"):
            date, _ = parse_date(self._text[run.start : run.end])
            if date:
                return date
        return None


def clean(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` grown by its own closing mark and cut of foreign ones."""
    while start and text[start - 1] in _OPENING and _closes_inside(text[start - 1], text[start:end]):
        start -= 1
    value = text[start:end]
    following = text[end : end + 1]
    if following in ("?", "!"):
        value += following
    elif following in (")", "]") and value.count("(") + value.count("[") > value.count(")") + value.count("]"):
        value += following
    return _LEADING_WORD.sub("", value.strip(_OUTER))


def _closes_inside(mark: str, value: str) -> bool:
    closing = _PAIRS.get(mark)
    return bool(closing) and closing in value[:-1] and mark not in value.split(closing or " ", 1)[0]


def _identifiers(
    text: str, tokens: Sequence[LabelledToken], links: Sequence[str]
) -> dict[str, str | None]:
    printed = [item.token for item in tokens if item.token.kind != "word"]
    addresses = [token.text for token in printed if token.kind == "link"]
    texts = [token.text for token in printed] or []
    linked = [*texts, *links]
    isbns = [token.text for token in printed if token.kind == "isbn"]
    issns = [token.text for token in printed if token.kind == "issn"]
    return {
        "DOI": _first(ids.parse_doi, linked),
        "URL": (addresses or [link for link in links if link] or [None])[0],
        "ISBN": _first(ids.parse_isbn, isbns),
        "ISSN": _first(ids.parse_issn, issns),
        "PMID": _first(ids.parse_pmid, linked),
        "PMCID": _first(ids.parse_pmcid, linked),
        "arxiv": _first(ids.parse_arxiv, linked),
    }


def _first(parse: Callable[[str], str | None], texts: Sequence[str]) -> str | None:
    return next((found for found in map(parse, texts) if found), None)


def _signs(text: str, fields: Mapping[str, object]) -> Signs:
    issued = fields["issued"]
    container = fields["container_title"]
    return Signs(
        text=text,
        container=container if isinstance(container, str) else None,
        has_editor=bool(fields["editor"]),
        has_volume=bool(fields["volume"]) or bool(fields["issue"]),
        has_pages=bool(fields["page"]),
        has_publisher=bool(fields["publisher"]) or bool(fields["publisher_place"]),
        has_isbn=bool(fields["ISBN"]),
        has_doi=bool(fields["DOI"]),
        has_url=bool(fields["URL"]),
        has_arxiv=bool(fields["arxiv"]),
        has_day=bool(fields["accessed"]) or (isinstance(issued, str) and len(issued) > len("2016")),
    )
