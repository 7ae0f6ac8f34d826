"""From a form to corrections: what was changed, checked against the record before it is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue

from schemas import Article, Correction
from scraper.corrections import Applied, Conflict, apply_corrections, place_of
from scraper.parsers.names.spelling import name_parts
from scraper.review.fields import ENTRIES, fields_of, from_text, single_field, value_at
from scraper.version import __version__

_ENTRY = re.compile(r"(authors|contributors|quotes|citations|references)\.(\d+|\+)")


class Refused(ValueError):
    """A correction that can't be kept; the message is for the reader of the form."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who corrects, and when."""

    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """One record while it is corrected."""

    extracted: Article
    kept: list[Correction]
    """The corrections that count so far."""
    applied: Applied

    @classmethod
    def of(cls, extracted: Article, kept: list[Correction]) -> "Draft":
        """Return the draft of a record with its corrections put in."""
        return cls(extracted, kept, apply_corrections(extracted, kept))

    @property
    def judged(self) -> list[tuple[Correction, Conflict | None]]:
        """Each correction, with why it no longer fits what the extraction gives."""
        conflicts = {place_of(c.correction): c for c in self.applied.conflicts}
        return [(c, conflicts.get(place_of(c))) for c in self.kept]


_DATE_HELP = "Write a date as 2016, 2016-03, 2016-03-08 or 2016-03-08T09:30:00+01:00."


def read_form(draft: Draft, form: Mapping[str, str], author: Author) -> list[Correction]:
    """Return the corrections that a form asks for; none where nothing was changed.

    Args:
        form: ``path`` names the field or entry; ``action`` is ``save`` or ``remove``; a single
            field has its text in ``value``, an entry one key a field.

    Raises:
        Refused: The path is none, or a value cannot stand in the record.
    """
    path = form.get("path", "")
    found = _ENTRY.fullmatch(path)
    if found is None:
        field = single_field(path)
        if field is None:
            raise Refused("This field cannot be corrected.")
        text = "" if form.get("action") == "remove" else form.get("value", "")
        changes: list[Change] = [(path, None, value_at(_data(draft), path), from_text(field, text))]
    elif found[2] == "+":
        changes = [_new_entry(found[1], form)]
    else:
        changes = list(_entry_changes(draft, found[1], path, form))
    made = [_correct(draft, change, author) for change in changes if not _same(change)]
    _check(draft, made)
    return made


def withdraw(draft: Draft, number: int, author: Author) -> Correction:
    """Return the line that takes a correction back.

    Raises:
        Refused: There is none of that number.
    """
    update = {"withdrawn": True, "who": author.who, "when": author.when}
    return _kept(draft, number).model_copy(update=update)


def confirm(draft: Draft, number: int, author: Author) -> Correction:
    """Return the correction made again over what the extraction gives now.

    Raises:
        Refused: There is none of that number.
    """
    kept = _kept(draft, number)
    found = next((c.found for c in draft.applied.conflicts if c.correction == kept), kept.old)
    update = {"old": found, "who": author.who, "when": author.when}
    return kept.model_copy(update={**update, "extractor_version": __version__})


def _kept(draft: Draft, number: int) -> Correction:
    if not 0 <= number < len(draft.kept):
        raise Refused("That correction is no longer there.")
    return draft.kept[number]


Change = tuple[str, str | None, JsonValue, JsonValue]
"""Path, anchor, value before, value now."""


def _same(change: Change) -> bool:
    _, _, old, new = change
    return old == new or (old in (None, "", []) and new in (None, "", []))


def _data(draft: Draft) -> Mapping[str, JsonValue]:
    data: Mapping[str, JsonValue] = draft.applied.record.model_dump(mode="json")
    return data


def _new_entry(name: str, form: Mapping[str, str]) -> Change:
    values = {
        field.path: value
        for field in ENTRIES[name]
        if field.kind != "link" and (value := from_text(field, form.get(field.path, "")))
    }
    anchor = values.get("name" if name in ("authors", "contributors") else "text")
    if not isinstance(anchor, str):
        raise Refused("Give a name." if name in ("authors", "contributors") else "Give its words.")
    return f"{name}.+", anchor, None, dict(values)


def _entry_changes(draft: Draft, name: str, path: str, form: Mapping[str, str]) -> "list[Change]":
    data = _data(draft)
    entry = value_at(data, path)
    anchor = draft.applied.anchors.get(path)
    if not isinstance(entry, dict) or anchor is None:
        raise Refused("That entry is no longer there; load the page again.")
    if form.get("action") == "remove":
        return [(path, anchor, anchor, None)]
    form = _with_name_parts(entry, form)
    changes: list[Change] = []
    for field in fields_of(name, entry):
        if field.path not in form:
            continue
        old, new = value_at(entry, field.path), from_text(field, form[field.path])
        if field.kind == "link":
            old = None if old is None else draft.applied.anchors.get(f"{field.target}.{old}")
        changes.append((f"{path}.{field.path}", anchor, old, new))
    return changes


def _with_name_parts(entry: Mapping[str, JsonValue], form: Mapping[str, str]) -> Mapping[str, str]:
    """Return the form with the parts of a name that was changed as a whole.

    Bibliographies print the parts: left as they were, they would go on to name somebody else.
    """
    name = form.get("name", "").strip()
    parts = ("given", "family")
    if not name or name == entry.get("name"):
        return form
    if any(form.get(part, entry.get(part) or "") != (entry.get(part) or "") for part in parts):
        return form
    is_person = form.get("kind", entry.get("kind")) == "person"
    given, family = name_parts(name) if is_person else (None, None)
    return {**form, "given": given or "", "family": family or ""}


def _correct(draft: Draft, change: Change, author: Author) -> Correction:
    """Return the correction of a change; one that restores the extraction's value takes back."""
    path, anchor, old, new = change
    made = Correction(
        article=draft.extracted.id,
        path=path,
        anchor=anchor,
        old=old,
        new=new,
        who=author.who,
        when=author.when,
        extractor_version=__version__,
    )
    earlier = next((kept for kept in draft.kept if place_of(kept) == place_of(made)), None)
    if earlier is None:
        return made
    update = {"old": earlier.old, "withdrawn": earlier.old == new}
    return made.model_copy(update=update)


def _check(draft: Draft, made: list[Correction]) -> None:
    """Refuse corrections that the record cannot hold."""
    places = [place_of(correction) for correction in made]
    others = [kept for kept in draft.kept if place_of(kept) not in places]
    result = apply_corrections(draft.extracted, [*others, *(m for m in made if not m.withdrawn)])
    for conflict in result.conflicts:
        if conflict.kind == "unusable" and conflict.correction in made:
            raise Refused(_explain(conflict.correction, conflict.reason))


def _explain(correction: Correction, reason: str) -> str:
    if "date" in correction.path or correction.path.endswith(("issued", "accessed")):
        return _DATE_HELP
    return f"{correction.path}: {reason}."
