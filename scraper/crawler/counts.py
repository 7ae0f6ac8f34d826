"""Counts what a job's records hold, for its report."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

_FIELDS = tuple(
    "title subtitle authors date_published date_modified language site_name section tags "
    "description image body quotes citations references links".split()
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What the records of a job hold, those that repeat another one's text among them."""

    records: int = 0
    completeness: dict[str, float] = field(default_factory=dict)
    """Field → share of the records that have a value there."""
    by_month: dict[str, int] = field(default_factory=dict)
    """Month of publication, a year or ``unknown`` → records."""


def tell(record: Mapping[str, object]) -> str:
    """Return what is counted of a record, given by its fields, as ``110100 2024-05``.

    A digit says whether a field is filled.
    """
    date = str(record.get("date_published") or "")
    month = date[:7] if len(date) >= 7 else date[:4] or "unknown"
    return "".join("01"[bool(record.get(name))] for name in _FIELDS) + f" {month}"


class Tally:
    """Counts records one by one."""

    def __init__(self) -> None:
        self._told: Counter[str] = Counter()

    def add(self, told: str) -> None:
        """Count a record by what ``tell`` says of it."""
        self._told[told] += 1

    def counts(self) -> Counts:
        """Return what was counted."""
        count = self._told.total()
        filled: Counter[str] = Counter()
        months: Counter[str] = Counter()
        for told, number in self._told.items():
            marks, _, month = told.partition(" ")
            months[month] += number
            for name, mark in zip(_FIELDS, marks, strict=True):
                filled[name] += number * (mark == "1")
        shares = {name: round(filled[name] / count, 4) for name in _FIELDS} if count else {}
        return Counts(count, shares, dict(sorted(months.items())))
