"""One candidate day of a page, and the names of what is told of it that several modules ask for."""

from dataclasses import dataclass, field

from scraper.parsers.dates.mentions import Mention

VISIBLE = frozenset({"text", "time"})
STATED = frozenset({"json-ld", "microdata", "rdfa", "meta"})
"""Sources that are written for machines."""

ORIGINAL = frozenset(
    {
        "json-ld:own:published",
        "json-ld:article:published",
        "json-ld:page:published",
        "microdata:own:published",
        "microdata:article:published",
        "meta:og:published",
        "meta:named:published",
    }
)
"""Features of a day that the page states as the article's own."""
OUT = "out"
"""Feature of a day that cannot be that of publication."""
UPDATE_LABELS = frozenset({"label:modified", "time:modified", "class:modified"})
OWN = frozenset({"json-ld:own:published", "microdata:own:published"})
"""Features of a day that the article's own item states."""


@dataclass(slots=True)
class Day:
    """One calendar day, as written in some place, with all its mentions."""

    ordinal: int
    mentions: list[Mention] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)
    """What its structured mentions, its relations to other days and the address say."""
    visible: list[dict[str, float]] = field(default_factory=list)
    """The features of each place where the day is displayed; the best place counts."""

    def has(self, prefix: str) -> bool:
        """Return whether a feature's name starts with a prefix."""
        return any(name.startswith(prefix) for name in self.features)
