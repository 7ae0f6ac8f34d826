"""What structured data describes: one thing with its types and the values of its properties."""

import html
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that structured data describes (schema.org and kin)."""

    types: tuple[str, ...]
    """Type names without vocabulary prefix, in printed order (``NewsArticle``)."""
    values: Mapping[str, list["str | Item"]]
    """Property name to values in order; text with HTML entities resolved."""
    where: str
    """Key (``json-ld[2]``) or XPath, for evidence."""
    syntax: str
    """``json-ld``, ``microdata`` or ``rdfa``."""
    top: bool = True
    """Whether the item stands on its own, rather than as the value of another's property."""
    id: str | None = None

    def texts(self, name: str) -> list[str]:
        """Return the property's plain values, without nested items."""
        return [v for v in self.values.get(name, ()) if isinstance(v, str)]

    def text(self, name: str) -> str | None:
        """Return the property's first plain value that is not blank."""
        return next((v for v in self.texts(name) if v), None)

    def items(self, name: str) -> list["Item"]:
        """Return the property's nested items."""
        return [v for v in self.values.get(name, ()) if isinstance(v, Item)]

    def is_a(self, *names: str) -> bool:
        """Return whether one of the types ends in one of the names (``NewsArticle``: Article)."""
        # A plain loop: hundreds of questions a page, at a fifth of a generator's price.
        for kind in self.types:  # noqa: SIM110 - see above
            if kind.endswith(names):
                return True
        return False


def clean(value: str) -> str:
    """Return a value with HTML entities resolved (twice-escaped ones too) and single spaces."""
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if value.isprintable() and "  " not in value:
        # No white space but single blanks: the only such character that is printable.
        return value.strip(" ")
    return " ".join(value.split())


def bare_type(kind: str) -> str:
    """Return the name of a type without prefix or address of its vocabulary."""
    return kind.rpartition("/")[2].rpartition(":")[2]
