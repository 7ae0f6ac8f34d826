"""Reads a record from its JSON, one of an earlier state of the package too."""

import json

from pydantic import ValidationError

from schemas import Article


def read_record(text: str | bytes) -> Article:
    """Return the record that a text is.

    References once had the day as printed, also one that the calendar lacks (31 June). Of such a
    date the month is kept, as it is where a page is read today; else a job that has one could
    export nothing until that page changes.

    Raises:
        ValidationError: It is no record.
    """
    try:
        return Article.model_validate_json(text)
    except ValidationError as error:
        places = [fault["loc"] for fault in error.errors() if fault["type"] == "value_error"]
        if len(places) < error.error_count() or not all(map(_is_date, places)):
            raise
    fields = json.loads(text)
    for _, number, name in places:
        reference = fields["references"][number]
        reference[name] = reference[name][: len("2019-06")]
    return Article.model_validate_json(json.dumps(fields))


def _is_date(place: tuple[int | str, ...]) -> bool:
    """Return whether a place in a record is a reference's date."""
    return place[0] == "references" and place[2:] in (("issued",), ("accessed",))
