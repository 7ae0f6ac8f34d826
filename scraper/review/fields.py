"""What of a record can be corrected, and how a form's text becomes a value and back.

One table of fields for the forms and for reading what they send. Labels are for readers;
explanations come from the models' own documentation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, JsonValue

from schemas import (
    Article,
    Author,
    Citation,
    CitationItem,
    Name,
    PageType,
    Quote,
    Reference,
)
from schemas.base import PartialDate
from scraper.corrections import LINKS
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


def _fields(model: type[BaseModel], names: str) -> tuple[Field, ...]:
    """Return the fields of some names, parted by blanks; long texts have a ``*`` behind them."""
    return tuple(_field(model, name.rstrip("*"), is_long="*" in name) for name in names.split())


def _field(model: type[BaseModel], name: str, *, is_long: bool) -> Field:
    stated = model.model_fields[name]
    label = name.replace("_", " ").replace("url", "URL")
    label = label if label.isupper() else label[:1].upper() + label[1:]
    description = " ".join((stated.description or "").split()).replace("``", "")
    kind = "text" if is_long else _kind_of(name, stated.annotation)
    choices = tuple(map(str, get_args(stated.annotation))) if kind == "choice" else ()
    return Field(name, label, kind, description, choices, LINKS.get(name, ""))


def _kind_of(name: str, annotation: Any) -> Kind:
    parts = get_args(annotation)
    if get_origin(annotation) is Literal:
        return "choice"
    if get_origin(annotation) is list:
        return "people" if Name in parts else "lines"
    if PartialDate in parts:
        return "date"
    return "link" if name in LINKS else "line"


_PAGE_KINDS = get_args(PageType.model_fields["kind"].annotation)

SINGLE = (
    *_fields(Article, "title subtitle date_published date_modified language site_name section"),
    *_fields(Article, "tags description* image canonical_url"),
    Field("page_type.kind", "Page type", "choice", "What the page is.", _PAGE_KINDS),
    *_fields(Article, "body*"),
)
"""Fields of the record itself, in the order of the desk."""

_PERSON = _fields(
    Author,
    "name kind honorific given family role affiliation bio* profile_url same_as orcid image",
)

ENTRIES: dict[str, tuple[Field, ...]] = {
    "authors": _PERSON,
    "contributors": _PERSON,
    "quotes": _fields(Quote, "text* speaker speaker_mention cue kind citation"),
    "citations": _fields(Citation, "text kind reference quote"),
    "references": _fields(
        Reference,
        "text* kind author issued title container_title volume issue page publisher "
        "publisher_place edition type label year_suffix editor accessed DOI URL ISBN ISSN PMID "
        "PMCID arxiv",
    ),
}
"""List of a record → the fields of its entries."""

_ITEM = _fields(CitationItem, "authors year suffix locator number reference")


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
