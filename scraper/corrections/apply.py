"""Puts corrections into a record: single fields, entries of lists, new entries, removed ones.

An entry is found by its anchor, so that a correction outlives an extraction that finds more or
fewer entries. A correction always wins over the extraction; where the extraction has changed
since, or the entry is gone, that is a conflict for a reader to look at, never a silent choice.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import JsonValue, ValidationError

from schemas import Article, Correction
from scraper.corrections.body import NotInBody, locate_citation, locate_quote, replace_body
from scraper.corrections.entries import LISTS, Entries

SOURCE = "correction"
"""``Evidence.source`` of a corrected value."""

LINKS = {"citation": "citations", "quote": "quotes", "reference": "references"}
"""Fields of quotations and citations that point to an entry of another list. A correction holds
the anchor of that entry, as its number may change."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A correction that no longer fits what the extraction gives.

    ``changed``: the extraction's value is neither the one that was corrected nor the right one.
    ``missing``: the entry that was corrected is not there any more.
    ``unusable``: the value cannot stand in the record; ``reason`` says why.
    """

    correction: Correction
    kind: Literal["changed", "missing", "unusable"]
    found: JsonValue = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """A record with its corrections put in."""

    record: Article
    conflicts: tuple[Conflict, ...]
    anchors: Mapping[str, str]
    """Place of each entry of a list (``quotes.2``) → the anchor that corrections know it by."""


def apply_corrections(record: Article, corrections: Sequence[Correction]) -> Applied:
    """Return the record with ``corrections`` put in; those that can't be are left out.

    Args:
        corrections: The ones that count, in the order they were made.
    """
    usable = list(corrections)
    unusable: list[Conflict] = []
    while True:
        editor = _Editor(record)
        editor.put_all(usable)
        try:
            corrected = Article.model_validate(editor.finish())
        except ValidationError as error:
            bad = _blame(record, usable)
            if bad is None:
                raise
            reason = str(error.errors()[0]["msg"])
            unusable.append(Conflict(bad, "unusable", reason=reason))
            usable.remove(bad)
            continue
        return Applied(corrected, (*unusable, *editor.conflicts), editor.anchors())


def corrected_fields(record: Article) -> list[str]:
    """Return the places of a record that a reader has corrected, as its evidence tells them."""
    return [place for place, evidence in record.evidence.items() if evidence.source == SOURCE]


def describe_corrections(
    record: Article, corrected: Iterable[str], fields: Collection[str], below: str = ""
) -> str | None:
    """Return a line on what a reader corrected, for formats that keep no place for each value.

    Args:
        corrected: Its corrected places, as ``corrected_fields`` returns them.
        fields: Fields that count (``title``); corrections of others are left out.
        below: The entry that the fields belong to (``references.2.``); empty for the record's own.

    Returns:
        ``Corrected by Ada, 2026-11-27 (title, authors); by Ben, 2026-11-28 (date_published)``.
        None where nothing of it was corrected.
    """
    told: dict[str, list[str]] = {}
    for place in corrected:
        if not f"{place}.".startswith(below):
            continue
        name = place[len(below) :].partition(".")[0]
        if not name or name in fields:
            names = told.setdefault(record.evidence[place].where or "a reader", [])
            names += [] if name in names else [name or "whole entry"]
    by = "; ".join(f"by {who} ({', '.join(names)})" for who, names in told.items())
    return f"Corrected {by}" if by else None


def _blame(record: Article, corrections: Sequence[Correction]) -> Correction | None:
    """Return the first correction that a valid record does not survive."""
    for count, correction in enumerate(corrections, start=1):
        editor = _Editor(record)
        editor.put_all(corrections[:count])
        try:
            Article.model_validate(editor.finish())
        except ValidationError:
            return correction
    return None


class _Editor:
    """One record as plain data while corrections are put in."""

    def __init__(self, record: Article) -> None:
        self._data: dict[str, Any] = record.model_dump(mode="json")
        self._lists = {name: Entries(name, self._data[name]) for name in LISTS}
        self._marks: dict[str, Correction] = {}
        self._marked_entries: list[tuple[str, int, str, Correction]] = []
        self.conflicts: list[Conflict] = []

    def put_all(self, corrections: Iterable[Correction]) -> None:
        """Put corrections in: the body, new entries, values, and removals at last.

        That order, so that a value finds the entry that a reader added, and numbers of entries
        stay what they were until everything has its place.
        """
        for correction in sorted(corrections, key=_stage):
            try:
                self._put(correction)
            except NotInBody as error:
                self.conflicts.append(Conflict(correction, "unusable", reason=str(error)))

    def finish(self) -> dict[str, Any]:
        """Return the record's data: lists in order, links between them and evidence moved."""
        moved = {name: entries.finish() for name, entries in self._lists.items()}
        for name, entries in self._lists.items():
            self._data[name] = entries.values()
        _relink(self._data, moved)
        evidence = _moved_evidence(self._data["evidence"], moved)
        for name, serial, rest, correction in self._marked_entries:
            place = self._lists[name].place_of(serial)
            path = name if place is None else ".".join(filter(None, (name, str(place), rest)))
            evidence[path] = _to_evidence(correction)
        evidence |= {path: _to_evidence(mark) for path, mark in self._marks.items()}
        self._data["evidence"] = evidence
        return self._data

    def anchors(self) -> dict[str, str]:
        """Return place → anchor of every entry, as ``finish`` has placed them."""
        return {
            f"{name}.{place}": anchor
            for name, entries in self._lists.items()
            for place, anchor in enumerate(entries.anchors())
        }

    def _put(self, correction: Correction) -> None:
        name, _, rest = correction.path.partition(".")
        if name == "body":
            self._note_change(correction, self._data["body"])
            lists = {key: entries.live() for key, entries in self._lists.items()}
            replace_body(self._data, lists, str(correction.new or ""))
            self._marks["body"] = correction
        elif name in LISTS:
            self._put_entry(correction, self._lists[name], rest)
        else:
            self._put_single(correction)

    def _put_single(self, correction: Correction) -> None:
        name, _, rest = correction.path.partition(".")
        if name == "page_type" and self._data[name] is None:
            self._data[name] = {"kind": None, "score": 1.0, "reason": "said by a reader"}
        holder, key = (self._data[name], rest) if rest else (self._data, name)
        self._note_change(correction, holder[key])
        # Texts and lists of texts can't be null in the record: nothing is an empty one there.
        empty = type(holder[key])() if isinstance(holder[key], list) else None
        holder[key] = empty if correction.new is None else correction.new
        self._marks[name] = correction

    def _put_entry(self, correction: Correction, entries: Entries, rest: str) -> None:
        place, _, path = rest.partition(".")
        if place == "+":
            value = dict(correction.new) if isinstance(correction.new, dict) else {}
            serial = entries.add(correction.anchor or "", value)
            try:
                self._locate(entries.name, value, None)
            except NotInBody:
                entries.drop(serial)
                raise
            self._marked_entries.append((entries.name, serial, "", correction))
            return
        found = entries.find(correction.anchor, int(place))
        if found is None:
            if path or correction.new is not None:
                self.conflicts.append(Conflict(correction, "missing"))
            return
        if path:
            self._put_value(correction, entries, found, path)
        else:
            entries.remove(found)
        self._marked_entries.append((entries.name, found, path, correction))

    def _put_value(self, correction: Correction, entries: Entries, serial: int, path: str) -> None:
        holder: Any = entries[serial]
        *way, key = path.split(".")
        for step in way:
            holder = holder[int(step) if step.isdecimal() else step]
        value: JsonValue = correction.new
        if entries.name in ("quotes", "citations") and key in LINKS:
            value = self._resolve_link(correction, self._lists[LINKS[key]], holder.get(key))
        else:
            self._note_change(correction, holder.get(key))
        before = entries[serial].get("start")
        holder[key] = value
        if key == "speaker":
            holder["speaker_confidence"] = None if correction.new is None else 1.0
        if path == "text":
            self._locate(entries.name, entries[serial], before)

    def _resolve_link(
        self, correction: Correction, entries: Entries, found: int | None
    ) -> int | None:
        """Return the serial number of the entry that a correction points to."""
        self._note_change(correction, None if found is None else entries.anchor_of(found))
        if correction.new is None:
            return None
        serial = entries.find(str(correction.new), 0)
        if serial is None:
            self.conflicts.append(Conflict(correction, "missing"))
        return serial

    def _locate(self, name: str, value: dict[str, Any], near: int | None) -> None:
        if name == "quotes":
            locate_quote(value, self._data["body"], self._data["url"], near)
        elif name == "citations":
            locate_citation(value, self._data["body"], near)

    def _note_change(self, correction: Correction, found: JsonValue) -> None:
        if found not in (correction.old, correction.new):
            self.conflicts.append(Conflict(correction, "changed", found=found))


def _stage(correction: Correction) -> int:
    name, *rest = correction.path.split(".")
    if name == "body":
        return 0
    if rest[:1] == ["+"]:
        return 1
    return 3 if name in LISTS and len(rest) == 1 else 2


def _relink(data: dict[str, Any], moved: Mapping[str, Mapping[int, int]]) -> None:
    """Make the numbers by which entries point to each other those of their new places."""
    for quote in data["quotes"]:
        quote["citation"] = moved["citations"].get(quote.get("citation"))
    for citation in data["citations"]:
        citation["quote"] = moved["quotes"].get(citation.get("quote"))
        citation["reference"] = moved["references"].get(citation.get("reference"))
        for item in citation.get("items", ()):
            item["reference"] = moved["references"].get(item.get("reference"))


def _moved_evidence(
    evidence: Mapping[str, Any], moved: Mapping[str, Mapping[int, int]]
) -> dict[str, Any]:
    """Return the evidence under the new places of entries; that of removed ones goes."""
    kept: dict[str, Any] = {}
    for path, value in evidence.items():
        name, *rest = path.split(".")
        if name in moved and rest and rest[0].isdecimal():
            place = moved[name].get(int(rest[0]))
            if place is None:
                continue
            path = ".".join([name, str(place), *rest[1:]])  # noqa: PLW2901 - the same path, moved
        kept[path] = value
    return kept


def _to_evidence(correction: Correction) -> dict[str, Any]:
    where = f"{correction.who}, {correction.when:%Y-%m-%d}"
    return {"source": SOURCE, "where": where, "confidence": 1.0}
