"""The tidy tables: what a record becomes when it is laid out in rows.

Six tables keyed by the article's id. CSV, SQLite, flat Parquet and the data dictionary are all
made from the definitions here, so that a column means the same everywhere. Descriptions come
from the docstrings of the models.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from pydantic import BaseModel

from schemas import (
    Article,
    Author,
    Citation,
    CitationItem,
    Evidence,
    Name,
    PageType,
    Quote,
    Reference,
)
from scraper.corrections import corrected_fields

Cell = str | int | float | None
CellType = Literal["text", "integer", "number", "date", "timestamp"]
Row = Mapping[type[BaseModel] | str, Any]
"""What a row is about: an object for each model, and by name what no model holds (``position``)."""

LIST_SEPARATOR = "; "
"""Parts the values of a column that holds several; a ``;`` inside a value becomes a comma."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what a cell holds, what it means, and where it comes from."""

    name: str
    type: CellType
    description: str
    read: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """One tidy table.

    Attributes:
        name: Name of the table, and of its file without ending.
        description: What one row is.
        key: The columns that together are unique.
        columns: The columns in order.
        things: Gives what each row of a record is about.
    """

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    things: Callable[[Article], Iterator[Row]]

    def rows(self, record: Article) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of one record, each as long as ``columns``."""
        readers = [column.read for column in self.columns]
        for row in self.things(record):
            yield tuple([read(row) for read in readers])


def join_list(values: list[str]) -> str | None:
    """Return several values as one cell, None for none."""
    return LIST_SEPARATOR.join(value.replace(";", ",") for value in values) or None


def join_names(names: list[Name]) -> str | None:
    """Return cited names as ``Family, Given; Family, Given``, None for none."""
    return join_list([printed_name(name) for name in names])


def printed_name(name: Name) -> str:
    """Return ``Family, Given``, or the literal form where the name is not split."""
    if name.literal:
        return name.literal
    return ", ".join(part for part in (name.family, name.given) if part)


# --- columns ----------------------------------------------------------------------------


_DATES = frozenset(("date_published", "date_modified", "issued", "accessed"))
"""Fields that hold a date of ISO 8601 as text."""


def _field(model: type[BaseModel], field: str, *, name: str | None = None) -> Column:
    """Return the column of a model's field, described as the field is; empty without the model."""
    stated = model.model_fields[field]
    kinds = _types(stated.annotation)
    cell_type: CellType = "integer" if int in kinds else "number" if float in kinds else "text"
    return Column(
        name or field,
        "date" if field in _DATES else cell_type,
        " ".join((stated.description or "").split()),
        lambda row: getattr(row[model], field, None),
    )


def _types(annotation: Any) -> set[Any]:
    """Return the types that an annotation is made of (``int | None``: int among them)."""
    return {annotation}.union(*map(_types, get_args(annotation)))


def _fields(model: type[BaseModel], names: str) -> list[Column]:
    """Return the columns of several fields, whose names are parted by blanks."""
    return [_field(model, name) for name in names.split()]


def _known(name: str, cell_type: CellType, description: str) -> Column:
    """Return the column of something that no model holds."""
    return Column(name, cell_type, description, lambda row: row[name])


def _list(name: str, model: type[BaseModel], field: str, description: str) -> Column:
    """Return the column of a field that holds several texts."""
    described = f"{description}, parted by `; `."
    return Column(name, "text", described, lambda row: join_list(getattr(row[model], field)))


def _pointer(model: type[BaseModel], field: str, description: str) -> Column:
    """Return the column of a field that gives the place of a row in another table."""
    return Column(field, "integer", description, lambda row: getattr(row[model], field))


def _people(name: str, field: str) -> Column:
    """Return the column of a cited work's authors or editors."""
    described = f"{name.capitalize()} as `Family, Given`, parted by `; `."
    return Column(name, "text", described, lambda row: join_names(getattr(row[Reference], field)))


def _position(things: str) -> Column:
    described = (
        f"Place among the article's {things}, counted from 0; with article_id the key of the row."
    )
    return _known("position", "integer", described)


_ARTICLE_ID = Column(
    "article_id",
    "text",
    "``id`` of the article in table ``articles``.",
    lambda row: row[Article].id,
)


# --- what rows are about ------------------------------------------------------------------


def _authors(record: Article) -> Iterator[Row]:
    position = 0
    for credit, people in (("author", record.authors), ("contributor", record.contributors)):
        for index, person in enumerate(people):
            yield {
                Article: record,
                Author: person,
                Evidence: record.evidence.get(f"{credit}s.{index}"),
                "position": position,
                "credit": credit,
            }
            position += 1


def _quotes(record: Article) -> Iterator[Row]:
    for position, quote in enumerate(record.quotes):
        yield {Article: record, Quote: quote, "position": position}


def _citations(record: Article) -> Iterator[Row]:
    for position, citation in enumerate(record.citations):
        for number, item in enumerate(citation.items or [CitationItem()]):
            yield {
                Article: record,
                Citation: citation,
                CitationItem: item,
                "position": position,
                "item": number,
            }


def _references(record: Article) -> Iterator[Row]:
    for position, work in enumerate(record.references):
        yield {Article: record, Reference: work, "position": position}


def _evidence(record: Article) -> Iterator[Row]:
    for field, evidence in record.evidence.items():
        yield {Article: record, Evidence: evidence, "field": field}


def _fetched_at(row: Row) -> str | None:
    fetched_at = row[Article].fetched_at
    return fetched_at.isoformat() if fetched_at else None


def _cited_work(row: Row) -> int | None:
    """Return the work of an item, or of a citation that has none."""
    citation: Citation = row[Citation]
    return row[CitationItem].reference if citation.items else citation.reference


# --- the tables ---------------------------------------------------------------------------

ARTICLES = Table(
    "articles",
    "One row an article.",
    ("id",),
    (
        *_fields(Article, "id url canonical_url title subtitle"),
        Column(
            "authors",
            "text",
            "Names of the authors in printed order, parted by `; `.",
            lambda row: join_list([author.name for author in row[Article].authors]),
        ),
        *_fields(Article, "date_published date_modified language site_name section"),
        _list("tags", Article, "tags", "Keywords that the page gives"),
        *_fields(Article, "description image body word_count"),
        _field(PageType, "kind", name="page_type"),
        _field(PageType, "score", name="page_type_score"),
        Column(
            "quote_count",
            "integer",
            "Rows of this article in table ``quotes``.",
            lambda row: len(row[Article].quotes),
        ),
        Column(
            "citation_count",
            "integer",
            "Citations in the text; what notes cite is not counted.",
            lambda row: sum(citation.note is None for citation in row[Article].citations),
        ),
        Column(
            "reference_count",
            "integer",
            "Rows of this article in table ``references``.",
            lambda row: len(row[Article].references),
        ),
        _list("warnings", Article, "warnings", "What could not be read"),
        replace(_field(Article, "fetched_at"), type="timestamp", read=_fetched_at),
        *_fields(Article, "http_status content_hash duplicate_of extractor_version"),
        Column(
            "corrections",
            "text",
            "Places that a reader corrected (``title``, ``quotes.2.speaker``), parted by `; `; "
            "empty where all is as extracted.",
            lambda row: join_list(corrected_fields(row[Article])),
        ),
    ),
    lambda record: iter([{Article: record, PageType: record.page_type}]),
)

AUTHORS = Table(
    "authors",
    "One row a person or organisation that an article credits.",
    ("article_id", "position"),
    (
        _ARTICLE_ID,
        _position("credits"),
        _known("credit", "text", "``author``, or ``contributor`` for any other credit."),
        *_fields(Author, "name kind given family honorific role affiliation bio profile_url"),
        _list("same_as", Author, "same_as", "The author's addresses elsewhere"),
        *_fields(Author, "orcid image"),
        _field(Evidence, "source", name="evidence_source"),
        _field(Evidence, "confidence"),
    ),
    _authors,
)

QUOTES = Table(
    "quotes",
    "One row a quotation.",
    ("article_id", "position"),
    (
        _ARTICLE_ID,
        _position("quotations"),
        *_fields(Quote, "text kind speaker speaker_mention cue"),
        Column(
            "part_count",
            "integer",
            "Stretches: 1, or more where it is interrupted.",
            lambda row: len(row[Quote].parts) or 1,
        ),
        _pointer(Quote, "citation", "``position`` of its citation in table ``citations``."),
        *_fields(Quote, "start end prefix suffix fragment_url confidence speaker_confidence"),
    ),
    _quotes,
)

CITATIONS = Table(
    "citations",
    "One row a cited work within a citation, in the text or in a note.",
    ("article_id", "position", "item"),
    (
        _ARTICLE_ID,
        _known(
            "position",
            "integer",
            "Place of the citation in the article, counted from 0; the same for all its works.",
        ),
        _known("item", "integer", "Place of the work within the citation, counted from 0."),
        *_fields(Citation, "text kind"),
        _list("authors", CitationItem, "authors", "Surnames or organisations as printed"),
        *_fields(CitationItem, "year suffix locator number"),
        Column(
            "reference",
            "integer",
            "``position`` of the work in table ``references``.",
            _cited_work,
        ),
        _pointer(Citation, "quote", "``position`` of the quotation it backs in ``quotes``."),
        *_fields(Citation, "start end"),
        _pointer(
            Citation, "note", "``position`` in ``references`` of the note in which it stands."
        ),
    ),
    _citations,
)

REFERENCES = Table(
    "references",
    "One row an entry of an article's reference list or notes.",
    ("article_id", "position"),
    (
        _ARTICLE_ID,
        _position("references"),
        *_fields(Reference, "text label kind type"),
        _people("authors", "author"),
        _people("editors", "editor"),
        *_fields(
            Reference,
            "issued year_suffix title container_title volume issue page publisher publisher_place "
            "edition accessed DOI URL ISBN ISSN PMID PMCID arxiv where",
        ),
    ),
    _references,
)

EVIDENCE = Table(
    "evidence",
    "One row a field of an article that has evidence: where its value was found.",
    ("article_id", "field"),
    (
        _ARTICLE_ID,
        _known(
            "field",
            "text",
            "Column of `articles`, or `authors.N` and `contributors.N` for a person.",
        ),
        *_fields(Evidence, "source where confidence"),
    ),
    _evidence,
)

TABLES = (ARTICLES, AUTHORS, QUOTES, CITATIONS, REFERENCES, EVIDENCE)
"""All tidy tables, parents before children."""
