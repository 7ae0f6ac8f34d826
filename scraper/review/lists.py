"""What the smaller pages of the desk show, and the words that all templates use."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote_plus

from schemas import Correction
from scraper.corrections import Conflict, place_of
from scraper.review.desk import Desk, iter_corrections
from scraper.review.query import read_rows
from scraper.review.rows import FIELDS

FORMAT_NOTES = {
    "jsonl": "JSON Lines: whole records, for Python and re-use",
    "csv": "CSV: six tidy tables with a data dictionary, for R, pandas, Excel",
    "parquet": "Parquet: whole records, nested and typed",
    "parquet-tables": "Parquet: the six tables",
    "sqlite": "SQLite: tables, views and full-text search, opens in Datasette",
    "markdown": "Markdown: one file an article, with front matter",
    "tei": "TEI-XML: one file an article, for text analysis",
    "annotations": "W3C Web Annotations of the quotations",
    "csl": "CSL-JSON of the articles, for Zotero",
    "bibtex": "BibTeX of the articles",
    "ris": "RIS of the articles",
    "csl-cited": "CSL-JSON of the works that they cite",
    "bibtex-cited": "BibTeX of the works that they cite",
    "ris-cited": "RIS of the works that they cite",
}
"""Export format → what it is for."""

_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ks ku nqo pnb ps sd syr ug ur yi".split())
"""Languages mostly written from right to left. Source: Unicode CLDR, layout orientation."""

_LIMIT = 500
"""Quotations of one speaker, articles that cite one work: more is for an export."""


@dataclass(frozen=True, slots=True)
class CorrectedArticle:
    """An article with its corrections, for the list of them."""

    id: str
    title: str
    corrections: Sequence[tuple[Correction, Conflict | None]]

    @property
    def has_conflict(self) -> bool:
        """Whether one of the corrections no longer fits the extraction."""
        return any(conflict for _, conflict in self.corrections)


def quotations_of(db: sqlite3.Connection, speaker: str) -> list[dict[str, object]]:
    """Return the quotations of a speaker with their articles, newest first."""
    return read_rows(
        db,
        # Numbers grow with dates, so that the index gives the newest first.
        "SELECT q.text, q.cue, q.position, a.id, a.title, a.site, a.date FROM "
        "(SELECT article, position FROM quotes WHERE speaker = ? "
        "ORDER BY article DESC, position LIMIT ?) newest "
        "JOIN quotes q ON q.article = newest.article AND q.position = newest.position "
        "JOIN articles a ON a.n = q.article ORDER BY q.article DESC, q.position",
        (speaker, _LIMIT),
    )


def articles_citing(db: sqlite3.Connection, key: str) -> tuple[str, list[dict[str, object]]]:
    """Return the text of a cited work and the articles that cite it, newest first."""
    rows = read_rows(
        db,
        "SELECT w.text, w.position, a.id, a.title, a.site, a.date, a.authors FROM works w "
        "JOIN articles a ON a.n = w.article WHERE w.key = ? ORDER BY w.article DESC LIMIT ?",
        (key, _LIMIT),
    )
    return (str(rows[0]["text"]) if rows else ""), rows


def corrected_articles(desk: Desk) -> list[CorrectedArticle]:
    """Return all articles with corrections; those with conflicts come first."""
    found = []
    for article, kept in iter_corrections(desk):
        draft = desk.draft(article)
        if draft is None:
            gone = [(c, Conflict(c, "missing")) for c in kept]
            found.append(CorrectedArticle(article, "(no longer among the records)", gone))
            continue
        title = draft.applied.record.title or "(no title)"
        found.append(CorrectedArticle(article, title, draft.judged))
    return sorted(found, key=lambda entry: not entry.has_conflict)


def percent(share: float) -> str:
    """Return a share as a reader says it: ``94 %``."""
    return f"{share:.0%}".replace("%", "\u202f%")


def grouped(number: int) -> str:
    """Return a number with thin spaces between groups of three digits."""
    return f"{number:,}".replace(",", "\u202f")


def plural(count: int, word: str) -> str:
    """Return ``1 article``, ``2 articles``."""
    return f"{grouped(count)} {word}{'' if count == 1 else 's'}"


def day(date: str | None) -> str:
    """Return a date as it is shown in lists: ``8 March 2016``, at the precision it has."""
    months = (
        "January February March April May June July August September October November December"
    ).split()
    parts = (date or "").split("T")[0].split("-")
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(months):
        return "-".join(parts)  # as it is printed: a record may hold a month that is none
    if len(parts) == 3:
        return f"{int(parts[2])} {months[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return f"{months[int(parts[1]) - 1]} {parts[0]}"
    return parts[0]


def missing_names(bits: int) -> list[str]:
    """Return the names of the most important fields that a row has no value for."""
    among = ("title", "authors", "date_published", "body")
    return [
        name.removesuffix("_published").replace("_", " ")
        for bit, name in enumerate(FIELDS)
        if bits >> bit & 1 and name in among
    ]


def direction(language: str | None) -> str:
    """Return the writing direction of a language for ``dir``, ``auto`` where there is none."""
    if not language:
        return "auto"
    return "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def place_label(path: str) -> str:
    """Return a place of the record as a reader says it: ``quotes.2.speaker`` → Quote 3, speaker."""
    first, *rest = path.replace("_", " ").split(".")
    label = first.capitalize()
    if not rest:
        return label
    label = label.removesuffix("s")
    if rest[0] == "+":
        return f"New {label.lower()}"
    if rest[0].isdecimal():
        label = f"{label} {int(rest.pop(0)) + 1}"
    return ", ".join([label, *rest])


def shown(value: object) -> str:
    """Return a corrected value in one line."""
    if value in (None, "", []):
        return "nothing"
    if isinstance(value, list):
        return "; ".join(shown(entry) for entry in value)
    if isinstance(value, Mapping):
        kept = [str(part) for part in value.values() if part not in (None, [], "")]
        return ", ".join(kept)
    text = " ".join(str(value).split())
    return text if len(text) <= 160 else f"{text[:160]}…"


HELPERS = {
    "percent": percent,
    "grouped": grouped,
    "plural": plural,
    "day": day,
    "missing_names": missing_names,
    "shown": shown,
    "direction": direction,
    "place_label": place_label,
    "quote_plus": quote_plus,
    "place_of": lambda correction: repr(place_of(correction)),
}
"""Functions that templates may call."""
