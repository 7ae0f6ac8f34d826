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


class Tally:
    """Counts records one by one."""

    def __init__(self) -> None:
        self._filled: Counter[str] = Counter()
        self._months: Counter[str] = Counter()
        self._count = 0

    def add(self, record: Mapping[str, object]) -> None:
        """Count a record, given by its fields."""
        self._count += 1
        self._filled.update(name for name in _FIELDS if record.get(name))
        self._months[_month(record)] += 1

    def counts(self) -> Counts:
        """Return what was counted."""
        count, filled = self._count, self._filled
        shares = {name: round(filled[name] / count, 4) for name in _FIELDS} if count else {}
        return Counts(count, shares, dict(sorted(self._months.items())))


def _month(record: Mapping[str, object]) -> str:
    date = str(record.get("date_published") or "")
    return date[:7] if len(date) >= 7 else date[:4] or "unknown"
