"""Counts what a job's records hold, for its report."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from scraper.store import Store

_FIELDS = (
    "title",
    "subtitle",
    "authors",
    "date_published",
    "date_modified",
    "language",
    "site_name",
    "section",
    "tags",
    "description",
    "image",
    "body",
    "quotes",
    "citations",
    "references",
    "links",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What the records of a job hold, those that repeat another one's text among them."""

    records: int = 0
    completeness: dict[str, float] = field(default_factory=dict)
    """Field → share of the records that have a value there."""
    by_month: dict[str, int] = field(default_factory=dict)
    """Month of publication, a year or ``unknown`` → records."""


def count_records(store: Store) -> Counts:
    """Return what the records of a store hold; their JSON is read and not checked again."""
    filled: Counter[str] = Counter()
    months: Counter[str] = Counter()
    count = 0
    for text, _ in store.records.iter_json(with_duplicates=True):
        record = json.loads(text)
        count += 1
        filled.update(name for name in _FIELDS if record.get(name))
        months[_month(record)] += 1
    completeness = {name: round(filled[name] / count, 4) for name in _FIELDS} if count else {}
    return Counts(count, completeness, dict(sorted(months.items())))


def _month(record: dict[str, Any]) -> str:
    date = record.get("date_published") or ""
    return date[:7] if len(date) >= 7 else date[:4] or "unknown"
