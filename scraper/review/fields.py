"""What of a record can be corrected, and how a form's text becomes a value and back.

One table of fields for the forms and for reading what they send. Labels are for readers;
explanations come from the models' own documentation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import BaseModel, JsonValue

from schemas import Article, Author, Citation, CitationItem, Quote, Reference
from scraper.exporters.tables import printed_name

Kind = Literal["line", "text", "date", "lines", "choice", "people", "link"]


@dataclass(frozen=True, slots=True)
class Field:
    """One value that can be corrected."""

    path: str
    """Below the record or below the entry: ``title``, ``speaker``, ``items.0.year``."""
    label: str
    kind: Kind
    help: str
    choices: tuple[str, ...] = ()
    target: str = ""
    """List that a link points into."""


def _field(model: type[BaseModel], name: str, kind: Kind = "line") -> Field:
    description = " ".join((model.model_fields[name].description or "").split())
    label = name.replace("_", " ").replace("url", "URL")
    label = label if label.isupper() else label[:1].upper() + label[1:]
    target = {"citation": "citations", "quote": "quotes", "reference": "references"}.get(name, "")
    choices: tuple[str, ...] = ()
    if kind == "choice":
        choices = tuple(str(value) for value in get_args(model.model_fields[name].annotation))
    return Field(name, label, kind, description.replace("``", ""), choices, target)


_PAGE_KINDS = ("article", "list", "home", "error", "login", "wall", "shell", "other")
SINGLE = (
    _field(Article, "title"),
    _field(Article, "subtitle"),
    _field(Article, "date_published", "date"),
    _field(Article, "date_modified", "date"),
    _field(Article, "language"),
    _field(Article, "site_name"),
    _field(Article, "section"),
    _field(Article, "tags", "lines"),
    _field(Article, "description", "text"),
    _field(Article, "image"),
    _field(Article, "canonical_url"),
    Field("page_type.kind", "Page type", "choice", "What the page is.", _PAGE_KINDS),
    _field(Article, "body", "text"),
)
"""Fields of the record itself, in the order of the desk."""

_PERSON = (
    _field(Author, "name"),
    _field(Author, "kind", "choice"),
    _field(Author, "honorific"),
    _field(Author, "given"),
    _field(Author, "family"),
    _field(Author, "role"),
    _field(Author, "affiliation"),
    _field(Author, "bio", "text"),
    _field(Author, "profile_url"),
    _field(Author, "same_as", "lines"),
    _field(Author, "orcid"),
    _field(Author, "image"),
)
ENTRIES: dict[str, tuple[Field, ...]] = {
    "authors": _PERSON,
    "contributors": _PERSON,
    "quotes": (
        _field(Quote, "text", "text"),
        _field(Quote, "speaker"),
        _field(Quote, "speaker_mention"),
        _field(Quote, "cue"),
        _field(Quote, "kind", "choice"),
        _field(Quote, "citation", "link"),
    ),
    "citations": (
        _field(Citation, "text"),
        _field(Citation, "kind", "choice"),
        _field(Citation, "reference", "link"),
        _field(Citation, "quote", "link"),
    ),
    "references": (
        _field(Reference, "text", "text"),
        _field(Reference, "kind", "choice"),
        _field(Reference, "author", "people"),
        _field(Reference, "issued", "date"),
        *(
            _field(Reference, name)
            for name in (
                "title container_title volume issue page publisher publisher_place edition type "
                "label year_suffix"
            ).split()
        ),
        _field(Reference, "editor", "people"),
        _field(Reference, "accessed", "date"),
        *(_field(Reference, name) for name in "DOI URL ISBN ISSN PMID PMCID arxiv".split()),
    ),
}
"""List of a record → the fields of its entries."""

_ITEM = (
    _field(CitationItem, "authors", "lines"),
    _field(CitationItem, "year"),
    _field(CitationItem, "suffix"),
    _field(CitationItem, "locator"),
    _field(CitationItem, "number"),
    _field(CitationItem, "reference", "link"),
)


def fields_of(name: str, value: Mapping[str, Any]) -> list[Field]:
    """Return the fields of one entry; those of a citation's works with their numbers."""
    fields = list(ENTRIES[name])
    for number in range(len(value.get("items", ()))):
        fields += [
            Field(
                f"items.{number}.{field.path}",
                f"Work {number + 1}: {field.label.lower()}",
                field.kind,
                field.help,
                field.choices,
                field.target,
            )
            for field in _ITEM
        ]
    return fields


def single_field(path: str) -> Field | None:
    """Return the field of the record itself that a path means."""
    return next((field for field in SINGLE if field.path == path), None)


def value_at(data: Mapping[str, Any], path: str) -> JsonValue:
    """Return the value at a path of plain data, None where the way ends earlier."""
    value: Any = data
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value  # type: ignore[no-any-return] # plain data is all that is walked


def to_text(field: Field, value: JsonValue) -> str:
    """Return a value as it stands in a form."""
    if value is None:
        return ""
    if field.kind == "lines" and isinstance(value, list):
        return "\n".join(str(entry) for entry in value)
    if field.kind == "people" and isinstance(value, list):
        from schemas import Name

        return "\n".join(printed_name(Name.model_validate(entry)) for entry in value)
    return str(value)


def from_text(field: Field, text: str) -> JsonValue:
    """Return the value that a form's text means; None for an empty one."""
    text = text.replace("\r\n", "\n").strip()
    if field.kind in ("lines", "people"):
        lines: list[JsonValue] = [line.strip() for line in text.split("\n") if line.strip()]
        return [_to_name(str(line)) for line in lines] if field.kind == "people" else lines
    if field.kind != "text":
        text = " ".join(text.split())
    return text or None


def _to_name(line: str) -> JsonValue:
    """Return ``Family, Given`` split, anything else as the name of an organisation."""
    family, comma, given = (part.strip() for part in line.partition(","))
    if comma and family and given:
        return {"family": family, "given": given, "literal": None}
    return {"family": None, "given": None, "literal": line}
