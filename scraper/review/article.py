"""One article as its page shows it: text, fields with evidence, entries, corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from schemas import Article, Citation, Correction, Evidence, Quote
from scraper.corrections import Conflict, place_of
from scraper.review.corrector import Draft
from scraper.review.fields import ENTRIES, SINGLE, Field, fields_of, to_text, value_at
from scraper.review.text_view import Group, view_text

LIST_NAMES = {
    "authors": ("Authors", "author"),
    "contributors": ("Contributors", "contributor"),
    "quotes": ("Quotations", "quotation"),
    "citations": ("Citations", "citation"),
    "references": ("References", "reference"),
}
"""List of a record → its heading, and what one entry is called."""

SURE = 0.8
DOUBTFUL = 0.5
"""Confidences from which a value is shown as sure, and below which as doubtful."""


@dataclass(frozen=True, slots=True)
class Input:
    """One field of a form with what stands in it."""

    field: Field
    text: str
    options: Sequence[tuple[str, str]] = ()
    """Value and label of each choice."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of the record: value, evidence, and the form that corrects it."""

    path: str
    label: str
    text: str
    evidence: Evidence | None
    inputs: Sequence[Input]
    correction: Correction | None = None
    message: str = ""
    """Why what the reader sent was refused."""

    @property
    def certainty(self) -> str:
        """``sure``, ``fair``, ``doubtful``, or ``absent``."""
        if self.evidence is None:
            return "absent" if not self.text else "fair"
        if self.evidence.confidence >= SURE:
            return "sure"
        return "fair" if self.evidence.confidence >= DOUBTFUL else "doubtful"


@dataclass(frozen=True, slots=True)
class ListView:
    """One list of the record."""

    name: str
    heading: str
    one: str
    entries: Sequence[FieldView]
    blank: FieldView
    """The form for a new entry."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page of an article shows."""

    record: Article
    groups: Sequence[Group]
    fields: Sequence[FieldView]
    lists: Sequence[ListView]
    corrections: Sequence[tuple[Correction, Conflict | None]]

    @property
    def conflicts(self) -> list[tuple[Correction, Conflict]]:
        """The corrections that no longer fit what the extraction gives."""
        return [(correction, conflict) for correction, conflict in self.corrections if conflict]

    def quote(self, number: int) -> Quote:
        """Return a quotation by its number."""
        return self.record.quotes[number]

    def citation(self, number: int) -> Citation:
        """Return a citation by its number."""
        return self.record.citations[number]

    def works_of(self, citation: Citation) -> list[tuple[int, str]]:
        """Return number and text of the references that a citation points to."""
        numbers = [item.reference for item in citation.items] or [citation.reference]
        known = dict.fromkeys(n for n in (*numbers, citation.reference) if n is not None)
        works = self.record.references
        return [(n, works[n].text) for n in known if n < len(works)]

    def citations_of(self, reference: int) -> list[int]:
        """Return the numbers of the citations that point to a reference."""
        return [
            number
            for number, citation in enumerate(self.record.citations)
            if reference in [n for n, _ in self.works_of(citation)]
        ]


def view_article(draft: Draft, refused: Mapping[str, str] | None) -> ArticleView:
    """Return what the page of an article shows.

    Args:
        refused: The form that could not be kept, with a ``message``, to be shown again.
    """
    record = draft.applied.record
    maker = _Maker(draft, refused or {})
    return ArticleView(
        record=record,
        groups=view_text(record),
        fields=[maker.single(field) for field in SINGLE],
        lists=[maker.entries(name) for name in ENTRIES],
        corrections=draft.judged,
    )


class _Maker:
    """Makes the views of one record's fields.

    Args:
        refused: The form that could not be kept.
    """

    def __init__(self, draft: Draft, refused: Mapping[str, str]) -> None:
        self._record = draft.applied.record
        self._data: Mapping[str, JsonValue] = self._record.model_dump(mode="json")
        self._anchors = draft.applied.anchors
        self._corrections = {place_of(c): c for c in draft.kept}
        self._refused = refused

    def single(self, field: Field) -> FieldView:
        """Return the view of a field of the record itself."""
        text = to_text(field, value_at(self._data, field.path))
        key = field.path.partition(".")[0]
        place = (field.path, None)
        again = self._refused if self._refused.get("path") == field.path else {}
        return FieldView(
            field.path,
            field.label,
            text,
            self._record.evidence.get(key),
            [self._input(field, again.get("value", text))],
            self._corrections.get(place),
            again.get("message", ""),
        )

    def entries(self, name: str) -> ListView:
        """Return the view of a list."""
        heading, one = LIST_NAMES[name]
        values = self._data[name]
        count = len(values) if isinstance(values, list) else 0
        again = self._refused if self._refused.get("path") == f"{name}.+" else {}
        fields = [field for field in ENTRIES[name] if field.kind != "link"]
        inputs = [self._input(field, again.get(field.path, "")) for field in fields]
        blank = FieldView(f"{name}.+", one, "", None, inputs, message=again.get("message", ""))
        return ListView(name, heading, one, [self._entry(name, n) for n in range(count)], blank)

    def _entry(self, name: str, number: int) -> FieldView:
        path = f"{name}.{number}"
        entry = value_at(self._data, path)
        data = entry if isinstance(entry, dict) else {}
        again = self._refused if self._refused.get("path") == path else {}
        inputs = []
        for field in fields_of(name, data):
            value = value_at(data, field.path)
            if field.kind == "link" and value is not None:
                value = self._anchors.get(f"{field.target}.{value}")
            inputs.append(self._input(field, again.get(field.path, to_text(field, value))))
        anchor = self._anchors.get(path, "")
        mine = [
            c for c in self._corrections.values() if c.anchor == anchor and c.path.startswith(name)
        ]
        return FieldView(
            path,
            f"{LIST_NAMES[name][1]} {number + 1}",
            str(data.get("name") or data.get("text") or ""),
            self._evidence(path),
            inputs,
            mine[-1] if mine else None,
            again.get("message", ""),
        )

    def _evidence(self, path: str) -> Evidence | None:
        """Return the evidence of an entry, or of the first of its values that has some."""
        evidence = self._record.evidence
        below = (value for key, value in evidence.items() if key.startswith(f"{path}."))
        return evidence.get(path) or next(below, None)

    def _input(self, field: Field, text: str) -> Input:
        if field.kind == "choice":
            return Input(field, text, [(choice, choice) for choice in field.choices])
        if field.kind != "link":
            return Input(field, text)
        options = [("", "none")]
        values = self._data[field.target]
        for number in range(len(values) if isinstance(values, list) else 0):
            anchor = self._anchors.get(f"{field.target}.{number}", "")
            label = anchor if len(anchor) <= 80 else f"{anchor[:80]}…"
            options.append((anchor, f"{number + 1}. {label}"))
        return Input(field, text, options)
