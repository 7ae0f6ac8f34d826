"""Reads a record from its JSON, one of an earlier state of the package too."""

import json
import re
from typing import Any

from pydantic import ValidationError

from schemas import Article

_OFFSET = re.compile(r"[+-]\d\d:\d\d$")
_DATES = frozenset({"date_published", "date_modified", "issued", "accessed"})


def read_record(text: str | bytes) -> Article:
    """Return the record that a text is.

    Records once had days that the calendar lacks (31 June, as a reference prints it) and offsets
    that no place has. Of such a date the month is kept, or the time without its offset, as they
    are where a page is read today; else a job that has one could export nothing until that page
    changes.

    Raises:
        ValidationError: It is no record.
    """
    try:
        return Article.model_validate_json(text)
    except ValidationError as error:
        faults = [(fault["type"], fault["loc"]) for fault in error.errors()]
        if not all(_is_date_refused(kind, place) for kind, place in faults):
            raise
    fields = json.loads(text)
    for kind, (*way, name) in faults:
        holder: Any = fields
        for step in way:
            holder = holder[step]
        date: str = holder[name]
        holder[name] = date[: len("2019-06")] if kind == "value_error" else _OFFSET.sub("", date)
    return Article.model_validate_json(json.dumps(fields))


def first_fault(error: ValidationError) -> str:
    """Return where a text is no record, and why: ``quotes.2.text: Field required``."""
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}"


def _is_date_refused(kind: str, place: tuple[int | str, ...]) -> bool:
    """Return whether a fault is a date for its day (a value) or for its form (a pattern)."""
    return (
        kind in ("value_error", "string_pattern_mismatch") and bool(place) and place[-1] in _DATES
    )
