"""The data dictionary: what every column and every field means.

Written beside the CSV files in three forms (a text for people, a table to read with the data, and
a Frictionless Data Package for tools), and as ``docs/data-dictionary.md`` for readers.
"""

import io
import json
from csv import writer as csv_writer
from importlib.resources import files
from textwrap import fill
from typing import get_args

from pydantic import BaseModel

from schemas import (
    Article,
    Author,
    Block,
    Citation,
    CitationItem,
    Correction,
    Evidence,
    Link,
    Name,
    PageType,
    Quote,
    QuotePart,
    Reference,
)
from scraper.exporters.tables import ARTICLES, TABLES, Column, Table

RECORD_MODELS: tuple[type[BaseModel], ...] = (
    Article,
    Author,
    Block,
    Link,
    PageType,
    Quote,
    QuotePart,
    Citation,
    CitationItem,
    Reference,
    Name,
    Evidence,
    Correction,
)
"""The models of a record, as ``docs/data-dictionary.md`` orders them."""

_HEAD = """\
Generated from the models in `schemas/` and the tables in `scraper/exporters/tables.py` by
`python -m scraper.exporters > docs/data-dictionary.md`; a test keeps it in step.
"""

_FRICTIONLESS = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "date": "string",
    "timestamp": "datetime",
}
"""Cell type → Frictionless Table Schema type. Dates are strings: they keep the precision of
their source (``2016``, ``2016-03``), which no date type allows."""


def dictionary_csv() -> str:
    """Return the dictionary of the tidy tables as CSV: table, column, type, description."""
    out = io.StringIO()
    rows = csv_writer(out)
    rows.writerow(("table", "column", "type", "description"))
    for table in TABLES:
        for column in table.columns:
            rows.writerow((table.name, column.name, column.type, _plain(column.description)))
    return out.getvalue()


def codebook() -> str:
    """Return how the tidy tables are read, and what their columns hold, for people."""
    lines = [files("scraper.exporters").joinpath("codebook.txt").read_text(encoding="utf-8")]
    for table in TABLES:
        key = " + ".join(table.key)
        head = f"{table.name}.csv: {_plain(table.description)} Key: {key}."
        lines += ["", fill(head, 98), ""]
        for column in table.columns:
            text = f"{column.name} ({column.type}): {_plain(column.description)}"
            lines.append(fill(text, 98, initial_indent="  ", subsequent_indent="      "))
    return "\n".join(lines) + "\n"


def datapackage_json() -> str:
    """Return the Frictionless Data Package descriptor of the CSV files.

    Source: Frictionless specifications, Data Package and Table Schema 1.0.
    """
    package = {
        "profile": "tabular-data-package",
        "name": "pullquote-export",
        "resources": [_resource(table) for table in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [_frictionless_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table is not ARTICLES:
        target = {"resource": ARTICLES.name, "fields": "id"}
        schema["foreignKeys"] = [{"fields": "article_id", "reference": target}]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": table.description,
        "encoding": "utf-8",
        "schema": schema,
    }


def _frictionless_field(column: Column) -> dict[str, str]:
    return {
        "name": column.name,
        "type": _FRICTIONLESS[column.type],
        "description": _plain(column.description),
    }


def dictionary_markdown() -> str:
    """Return ``docs/data-dictionary.md``: the record's models, then the tidy tables."""
    parts = [
        "# Data dictionary\n",
        _HEAD,
        "## The record (JSON Lines, nested Parquet, Python)\n",
    ]
    parts += [_model_section(model) for model in RECORD_MODELS]
    parts.append("## The tidy tables (CSV, SQLite, flat Parquet)\n")
    parts += [_table_section(table) for table in TABLES]
    return "\n".join(parts)


def _model_section(model: type[BaseModel]) -> str:
    lines = [f"### {model.__name__}\n", f"{_one_line(model.__doc__ or '')}\n"]
    lines += ["| field | type | meaning |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        lines.append(
            f"| `{name}` | {_type_name(field.annotation)} | {_cell(field.description or '')} |"
        )
    return "\n".join(lines) + "\n"


def _table_section(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [f"### {table.name}\n", f"{table.description} Key: {key}.\n"]
    lines += ["| column | type | meaning |", "|---|---|---|"]
    lines += [f"| `{c.name}` | {c.type} | {_cell(c.description)} |" for c in table.columns]
    return "\n".join(lines) + "\n"


def _type_name(annotation: object) -> str:
    """Return a type as a researcher reads it: ``text``, ``list of Quote``, ``integer or null``."""
    plain = {str: "text", int: "integer", float: "number", bool: "boolean", type(None): "null"}
    if isinstance(annotation, type) and annotation in plain:
        return plain[annotation]
    origin = getattr(annotation, "__origin__", None)
    arguments = get_args(annotation)
    if origin is list:
        return f"list of {_type_name(arguments[0])}"
    if origin is dict:
        return f"map of {_type_name(arguments[0])} to {_type_name(arguments[1])}"
    if hasattr(annotation, "__metadata__"):
        return _type_name(arguments[0])
    if arguments and all(isinstance(argument, str) for argument in arguments):
        return "one of " + ", ".join(f"`{argument}`" for argument in arguments)
    if arguments:
        return " or ".join(_type_name(argument) for argument in arguments)
    return getattr(annotation, "__name__", str(annotation))


def _cell(text: str) -> str:
    return _one_line(text).replace("``", "`").replace("|", "\\|")


def _plain(text: str) -> str:
    """Return a description without the marks of its markup."""
    return _one_line(text).replace("``", "").replace("`", '"')


def _one_line(text: str) -> str:
    return " ".join(text.split())
