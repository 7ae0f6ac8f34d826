"""Reads the description of a work that a Crossref-style API answers with.

Source: Crossref REST API, "Works" (``message`` of ``/works/{doi}``), whose names are those of
CSL-JSON but for lists where CSL has one value. Anything may be missing or of another type.
"""

from collections.abc import Mapping
from html import unescape
from re import compile as pattern
from typing import Any

from schemas import Name
from schemas import identifiers as ids

_TAG = pattern(r"</?[A-Za-z][^<>]{0,200}>")
_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "report": "report",
    "dissertation": "thesis",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "dataset": "dataset",
}
"""Types of Crossref under the names of CSL 1.0.2."""
_SINGLE = {
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "publisher": "publisher",
    "publisher_place": "publisher-location",
    "edition": "edition-number",
}


def fields_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a message says, under the field names of ``Reference``; only what it has."""
    found: dict[str, Any] = {
        "author": _names(message.get("author")),
        "editor": _names(message.get("editor")),
        "issued": _date(message.get("issued")),
        "title": _title(message),
        "container_title": _first(message.get("container-title")),
        "type": _TYPES.get(str(message.get("type"))),
        "ISBN": _parsed(ids.parse_isbn, message.get("ISBN")),
        "ISSN": _parsed(ids.parse_issn, message.get("ISSN")),
        **{name: _first(message.get(key)) for name, key in _SINGLE.items()},
    }
    return {name: value for name, value in found.items() if value}


def _text(value: Any) -> str | None:
    """Return a string without markup and double spaces, or None."""
    if not isinstance(value, str):
        return None
    return " ".join(unescape(_TAG.sub("", value)).split()) or None


def _first(value: Any) -> str | None:
    """Return a string, or the first of a list of strings."""
    return _text(value[0] if isinstance(value, list) and value else value)


def _title(message: Mapping[str, Any]) -> str | None:
    """Return the title with its subtitle, as reference lists print it."""
    title, subtitle = _first(message.get("title")), _first(message.get("subtitle"))
    return f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title


def _names(value: Any) -> list[Name]:
    """Return the people and organisations of a list; what is none is passed over."""
    names: list[Name] = []
    for entry in value if isinstance(value, list) else []:
        if not isinstance(entry, dict):
            continue
        family, given = _text(entry.get("family")), _text(entry.get("given"))
        literal = _text(entry.get("name"))
        if family:
            names.append(Name(family=family, given=given))
        elif literal:
            names.append(Name(literal=literal))
    return names


def _date(value: Any) -> str | None:
    """Return a date at the precision of its ``date-parts``: a year, a month or a day."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or not all(isinstance(part, int) for part in first):
        return None
    limits = ((1000, 2999), (1, 12), (1, 31))
    kept: list[str] = []
    for part, (low, high), width in zip(first, limits, (4, 2, 2), strict=False):
        if not low <= part <= high:
            break
        kept.append(f"{part:0{width}d}")
    return "-".join(kept) or None


def _parsed(parse: Any, value: Any) -> str | None:
    """Return the first identifier of a list that passes its check."""
    values = value if isinstance(value, list) else [value]
    return next((one for one in map(parse, filter(None, map(_text, values))) if one), None)
