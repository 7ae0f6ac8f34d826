"""The tidy tables: what a record becomes when it is laid out in rows.

Six tables keyed by the article's id. CSV, SQLite, flat Parquet and the data dictionary are all
made from the definitions here, so that a column means the same everywhere. Descriptions come
from the docstrings of the models.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

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

LIST_SEPARATOR = "; "
"""Parts the values of a column that holds several; a ``;`` inside a value becomes a comma."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what a cell holds, and what it means."""

    name: str
    type: CellType
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """One tidy table.

    Attributes:
        name: Name of the table, and of its file without ending.
        description: What one row is.
        key: The columns that together are unique.
        columns: The columns in order.
        rows: Gives the rows of one record, each as long as ``columns``.
    """

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Article], Iterator[tuple[Cell, ...]]]


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


def _field(
    model: type[BaseModel], field: str, cell_type: CellType = "text", *, name: str | None = None
) -> Column:
    """Return a column that takes its description from a model's field."""
    description = model.model_fields[field].description or ""
    return Column(name or field, cell_type, " ".join(description.split()))


_ARTICLE_ID = Column("article_id", "text", "``id`` of the article in table ``articles``.")
_POSITION = "Place among the article's {}, counted from 0; with article_id the key of the row."


def _position(things: str) -> Column:
    return Column("position", "integer", _POSITION.format(things))


def _articles(record: Article) -> Iterator[tuple[Cell, ...]]:
    page_type = record.page_type
    yield (
        record.id,
        record.url,
        record.canonical_url,
        record.title,
        record.subtitle,
        join_list([author.name for author in record.authors]),
        record.date_published,
        record.date_modified,
        record.language,
        record.site_name,
        record.section,
        join_list(record.tags),
        record.description,
        record.image,
        record.body,
        record.word_count,
        page_type.kind if page_type else None,
        page_type.score if page_type else None,
        len(record.quotes),
        sum(citation.note is None for citation in record.citations),
        len(record.references),
        join_list(record.warnings),
        record.fetched_at.isoformat() if record.fetched_at else None,
        record.http_status,
        record.content_hash,
        record.duplicate_of,
        record.extractor_version,
        join_list(corrected_fields(record)),
    )


def _authors(record: Article) -> Iterator[tuple[Cell, ...]]:
    position = 0
    for credit, people in (("author", record.authors), ("contributor", record.contributors)):
        for index, person in enumerate(people):
            evidence = record.evidence.get(f"{credit}s.{index}")
            yield (
                record.id,
                position,
                credit,
                person.name,
                person.kind,
                person.given,
                person.family,
                person.honorific,
                person.role,
                person.affiliation,
                person.bio,
                person.profile_url,
                join_list(person.same_as),
                person.orcid,
                person.image,
                evidence.source if evidence else None,
                evidence.confidence if evidence else None,
            )
            position += 1


def _quotes(record: Article) -> Iterator[tuple[Cell, ...]]:
    for position, quote in enumerate(record.quotes):
        yield (
            record.id,
            position,
            quote.text,
            quote.kind,
            quote.speaker,
            quote.speaker_mention,
            quote.cue,
            len(quote.parts) or 1,
            quote.citation,
            quote.start,
            quote.end,
            quote.prefix,
            quote.suffix,
            quote.fragment_url,
            quote.confidence,
            quote.speaker_confidence,
        )


def _citations(record: Article) -> Iterator[tuple[Cell, ...]]:
    for position, citation in enumerate(record.citations):
        for item_position, item in enumerate(citation.items or [CitationItem()]):
            yield (
                record.id,
                position,
                item_position,
                citation.text,
                citation.kind,
                join_list(item.authors),
                item.year,
                item.suffix,
                item.locator,
                item.number,
                item.reference if citation.items else citation.reference,
                citation.quote,
                citation.start,
                citation.end,
                citation.note,
            )


def _references(record: Article) -> Iterator[tuple[Cell, ...]]:
    for position, work in enumerate(record.references):
        yield (
            record.id,
            position,
            work.text,
            work.label,
            work.kind,
            work.type,
            join_names(work.author),
            join_names(work.editor),
            work.issued,
            work.year_suffix,
            work.title,
            work.container_title,
            work.volume,
            work.issue,
            work.page,
            work.publisher,
            work.publisher_place,
            work.edition,
            work.accessed,
            work.DOI,
            work.URL,
            work.ISBN,
            work.ISSN,
            work.PMID,
            work.PMCID,
            work.arxiv,
            work.where,
        )


def _evidence(record: Article) -> Iterator[tuple[Cell, ...]]:
    for field, evidence in record.evidence.items():
        yield record.id, field, evidence.source, evidence.where, evidence.confidence


ARTICLES = Table(
    "articles",
    "One row an article.",
    ("id",),
    (
        _field(Article, "id"),
        _field(Article, "url"),
        _field(Article, "canonical_url"),
        _field(Article, "title"),
        _field(Article, "subtitle"),
        Column("authors", "text", "Names of the authors in printed order, parted by `; `."),
        _field(Article, "date_published", "date"),
        _field(Article, "date_modified", "date"),
        _field(Article, "language"),
        _field(Article, "site_name"),
        _field(Article, "section"),
        Column("tags", "text", "Keywords that the page gives, parted by `; `."),
        _field(Article, "description"),
        _field(Article, "image"),
        _field(Article, "body"),
        _field(Article, "word_count", "integer"),
        _field(PageType, "kind", name="page_type"),
        _field(PageType, "score", "number", name="page_type_score"),
        Column("quote_count", "integer", "Rows of this article in table ``quotes``."),
        Column(
            "citation_count", "integer", "Citations in the text; what notes cite is not counted."
        ),
        Column("reference_count", "integer", "Rows of this article in table ``references``."),
        Column("warnings", "text", "What could not be read, parted by `; `."),
        _field(Article, "fetched_at", "timestamp"),
        _field(Article, "http_status", "integer"),
        _field(Article, "content_hash"),
        _field(Article, "duplicate_of"),
        _field(Article, "extractor_version"),
        Column(
            "corrections",
            "text",
            "Places that a reader corrected (``title``, ``quotes.2.speaker``), parted by `; `; "
            "empty where all is as extracted.",
        ),
    ),
    _articles,
)

AUTHORS = Table(
    "authors",
    "One row a person or organisation that an article credits.",
    ("article_id", "position"),
    (
        _ARTICLE_ID,
        _position("credits"),
        Column("credit", "text", "``author``, or ``contributor`` for any other credit."),
        _field(Author, "name"),
        _field(Author, "kind"),
        _field(Author, "given"),
        _field(Author, "family"),
        _field(Author, "honorific"),
        _field(Author, "role"),
        _field(Author, "affiliation"),
        _field(Author, "bio"),
        _field(Author, "profile_url"),
        Column("same_as", "text", "The author's addresses elsewhere, parted by `; `."),
        _field(Author, "orcid"),
        _field(Author, "image"),
        _field(Evidence, "source", name="evidence_source"),
        _field(Evidence, "confidence", "number"),
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
        _field(Quote, "text"),
        _field(Quote, "kind"),
        _field(Quote, "speaker"),
        _field(Quote, "speaker_mention"),
        _field(Quote, "cue"),
        Column("part_count", "integer", "Stretches: 1, or more where it is interrupted."),
        Column("citation", "integer", "``position`` of its citation in table ``citations``."),
        _field(Quote, "start", "integer"),
        _field(Quote, "end", "integer"),
        _field(Quote, "prefix"),
        _field(Quote, "suffix"),
        _field(Quote, "fragment_url"),
        _field(Quote, "confidence", "number"),
        _field(Quote, "speaker_confidence", "number"),
    ),
    _quotes,
)

CITATIONS = Table(
    "citations",
    "One row a cited work within a citation, in the text or in a note.",
    ("article_id", "position", "item"),
    (
        _ARTICLE_ID,
        Column(
            "position",
            "integer",
            "Place of the citation in the article, counted from 0; the same for all its works.",
        ),
        Column("item", "integer", "Place of the work within the citation, counted from 0."),
        _field(Citation, "text"),
        _field(Citation, "kind"),
        Column("authors", "text", "Surnames or organisations as printed, parted by `; `."),
        _field(CitationItem, "year"),
        _field(CitationItem, "suffix"),
        _field(CitationItem, "locator"),
        _field(CitationItem, "number"),
        Column("reference", "integer", "``position`` of the work in table ``references``."),
        Column("quote", "integer", "``position`` of the quotation it backs in ``quotes``."),
        _field(Citation, "start", "integer"),
        _field(Citation, "end", "integer"),
        Column("note", "integer", "``position`` in ``references`` of the note in which it stands."),
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
        _field(Reference, "text"),
        _field(Reference, "label"),
        _field(Reference, "kind"),
        _field(Reference, "type"),
        Column("authors", "text", "Authors as `Family, Given`, parted by `; `."),
        Column("editors", "text", "Editors as `Family, Given`, parted by `; `."),
        _field(Reference, "issued", "date"),
        _field(Reference, "year_suffix"),
        _field(Reference, "title"),
        _field(Reference, "container_title"),
        _field(Reference, "volume"),
        _field(Reference, "issue"),
        _field(Reference, "page"),
        _field(Reference, "publisher"),
        _field(Reference, "publisher_place"),
        _field(Reference, "edition"),
        _field(Reference, "accessed", "date"),
        _field(Reference, "DOI"),
        _field(Reference, "URL"),
        _field(Reference, "ISBN"),
        _field(Reference, "ISSN"),
        _field(Reference, "PMID"),
        _field(Reference, "PMCID"),
        _field(Reference, "arxiv"),
        _field(Reference, "where"),
    ),
    _references,
)

EVIDENCE = Table(
    "evidence",
    "One row a field of an article that has evidence: where its value was found.",
    ("article_id", "field"),
    (
        _ARTICLE_ID,
        Column(
            "field",
            "text",
            "Column of `articles`, or `authors.N` and `contributors.N` for a person.",
        ),
        _field(Evidence, "source"),
        _field(Evidence, "where"),
        _field(Evidence, "confidence", "number"),
    ),
    _evidence,
)

TABLES = (ARTICLES, AUTHORS, QUOTES, CITATIONS, REFERENCES, EVIDENCE)
"""All tidy tables, parents before children."""
