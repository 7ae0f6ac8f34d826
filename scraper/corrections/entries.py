"""The entries of one list of a record while corrections are put in.

Entries keep a serial number of their own, so that adding and removing does not move what other
corrections point to; their places are given out at the end.
"""

import re
from dataclasses import dataclass
from typing import Any

LISTS = {
    "authors": "name",
    "contributors": "name",
    "quotes": "text",
    "citations": "text",
    "references": "text",
}
"""List of a record → the field that its entries are recognised by."""

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Entry:
    anchor: str
    value: dict[str, Any]
    removed: bool = False


class Entries:
    """The entries of one list.

    Args:
        values: The entries as plain data; changed in place.
    """

    def __init__(self, name: str, values: list[dict[str, Any]]) -> None:
        self.name = name
        self._entries = [_Entry(str(value[LISTS[name]]), value) for value in values]
        self._order: list[int] = []

    def __getitem__(self, serial: int) -> dict[str, Any]:
        return self._entries[serial].value

    def anchor_of(self, serial: int) -> str | None:
        """Return the anchor of an entry, None where there is no such entry."""
        return self._entries[serial].anchor if serial < len(self._entries) else None

    def live(self) -> list[dict[str, Any]]:
        """Return the values of all entries but the removed ones."""
        return [entry.value for entry in self._entries if not entry.removed]

    def add(self, anchor: str, value: dict[str, Any]) -> int:
        """Add an entry; return its serial number."""
        value.setdefault(LISTS[self.name], anchor)
        self._entries.append(_Entry(anchor, value))
        return len(self._entries) - 1

    def remove(self, serial: int) -> None:
        """Take an entry out, once everything has its place."""
        self._entries[serial].removed = True

    def drop(self, serial: int) -> None:
        """Take the entry out that was added last."""
        del self._entries[serial]

    def find(self, anchor: str | None, place: int) -> int | None:
        """Return the entry with that anchor, of several the one nearest to its former place.

        White space, case and punctuation do not matter where no entry has exactly that anchor.
        """
        if anchor is None:
            return place if place < len(self._entries) else None
        same = [n for n, entry in enumerate(self._entries) if entry.anchor == anchor]
        if not same:
            words = _words(anchor)
            same = [n for n, entry in enumerate(self._entries) if _words(entry.anchor) == words]
        return min(same, key=lambda serial: abs(serial - place), default=None)

    def finish(self) -> dict[int, int]:
        """Give out the final places; return serial number → place.

        Quotations and citations stand in the order of the text; all else keeps its order, new
        entries last.
        """
        kept = [n for n, entry in enumerate(self._entries) if not entry.removed]
        if self.name in ("quotes", "citations"):
            kept.sort(key=lambda serial: _start_of(self._entries[serial].value))
        self._order = kept
        return {serial: place for place, serial in enumerate(kept)}

    def place_of(self, serial: int) -> int | None:
        """Return the final place of an entry, None for a removed one."""
        return self._order.index(serial) if serial in self._order else None

    def values(self) -> list[dict[str, Any]]:
        """Return the values in their final order."""
        return [self._entries[serial].value for serial in self._order]

    def anchors(self) -> list[str]:
        """Return the anchors in their final order."""
        return [self._entries[serial].anchor for serial in self._order]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _start_of(value: dict[str, Any]) -> tuple[bool, int]:
    start = value.get("start")
    return (start is None, start or 0)
