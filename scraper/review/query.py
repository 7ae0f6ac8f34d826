"""What a reader asks of the list: words, filters, an order; answered a page at a time.

Pages follow each other by key, never by number: the next page begins behind the last row of
this one, so that the hundredth page is as quick as the first.
"""

import base64
import binascii
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from scraper.review.rows import FIELDS

PAGE_ROWS = 40
SORTS = {
    "newest": ("date", "DESC"),
    "oldest": ("date", "ASC"),
    "title": ("title_key", "ASC"),
    "longest": ("words", "DESC"),
    "shortest": ("words", "ASC"),
    "least certain": ("confidence", "ASC"),
    "most quotations": ("quotes", "DESC"),
}
"""Name of an order → its column and direction."""

HAS = {
    "quotations": "quotes > 0",
    "citations": "citations > 0",
    "references": "works > 0",
    "bios": "bios > 0",
    "corrections": "corrected > 0",
    "conflicts": "conflicts > 0",
    "warnings": "warnings > 0",
}
"""What an article can be asked to have → its condition."""

CHANGES = ("new", "changed", "vanished")
_TERM = re.compile(r'(-?)(?:(title|author|speaker|text):)?(?:"([^"]*)"?|(\S+))')
_COLUMNS = {"title": "title", "author": "authors", "speaker": "speakers", "text": "body"}
_WORD = re.compile(r"\w+")
_SHOWN = (
    "n, id, title, site, authors, date, language, url, lede, words, quotes, citations, works, "
    "bios, missing, confidence, warnings, change, repeats, corrected, conflicts"
)


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked; every part is empty where it does not matter."""

    words: str = ""
    site: str = ""
    author: str = ""
    language: str = ""
    since: str = ""
    until: str = ""
    has: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    below: str = ""
    """Percent; some field is less certain than that."""
    change: str = ""
    sort: str = "newest"
    after: str = ""
    before: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        return self.first_page != Query()

    @property
    def first_page(self) -> "Query":
        """The same query, from the beginning and in any order: what is counted."""
        return replace(self, sort="newest", after="", before="")

    def link(self, **changes: object) -> str:
        """Return the address of the list with some parts changed; its first page."""
        asked = replace(self, **{"after": "", "before": "", **changes})  # type: ignore[arg-type] # parts by name
        pairs = [
            (name, one)
            for name in Query.__slots__
            for one in _several(getattr(asked, name))
            if one and (name, one) != ("sort", "newest")
        ]
        return f"/?{urlencode(pairs)}" if pairs else "/"


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the list."""

    rows: list[dict[str, Any]]
    next: str = ""
    """Cursor of the next page, empty on the last."""
    previous: str = ""


@dataclass(slots=True)
class _Sql:
    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values += values

    @property
    def where(self) -> str:
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""


def read_query(pairs: Mapping[str, str], several: Mapping[str, list[str]]) -> Query:
    """Return the query of a request's parameters; what is unknown in them is left out.

    Args:
        pairs: Name → value.
        several: Name → all its values, of the parts that take several.
    """
    texts = {
        name: pairs.get(name, "").strip()
        for name in Query.__slots__
        if name not in ("has", "missing")
    }
    if texts["sort"] not in SORTS:
        texts["sort"] = "newest"
    if texts["change"] not in CHANGES:
        texts["change"] = ""
    return Query(
        **texts,
        has=tuple(name for name in several.get("has", []) if name in HAS),
        missing=tuple(name for name in several.get("missing", []) if name in FIELDS),
    )


def count(db: sqlite3.Connection, query: Query) -> int:
    """Return how many articles a query finds, on all pages."""
    sql = _conditions(query)
    (total,) = db.execute(f"SELECT count(*) FROM articles {sql.where}", sql.values).fetchone()  # noqa: S608 - our own conditions
    return int(total)


def find(db: sqlite3.Connection, query: Query) -> Found:
    """Return the page of the list that a query asks for."""
    sql = _conditions(query)
    column, direction = SORTS[query.sort]
    backwards = bool(query.before)
    cursor = _read_cursor(query.before or query.after)
    if cursor is not None:
        sign = "<" if (direction == "DESC") != backwards else ">"
        sql.add(f"({column}, n) {sign} (?, ?)", *cursor)
    if backwards:
        direction = "ASC" if direction == "DESC" else "DESC"
    order = f"ORDER BY {column} {direction}, n {direction} LIMIT {PAGE_ROWS + 1}"
    select = f"SELECT {column} AS sort_value, {_SHOWN} FROM articles {sql.where} {order}"  # noqa: S608 - likewise
    rows = _rows(db, select, sql.values)
    more = len(rows) > PAGE_ROWS
    rows = rows[:PAGE_ROWS]
    if backwards:
        rows.reverse()
    has_next, has_previous = (True, more) if backwards else (more, cursor is not None)
    return Found(
        rows,
        next=_cursor(rows[-1]) if rows and has_next else "",
        previous=_cursor(rows[0]) if rows and has_previous else "",
    )


def iter_ids(db: sqlite3.Connection, query: Query) -> Iterator[str]:
    """Yield the id of every article that a query finds, in the order of ids."""
    sql = _conditions(query)
    rows = db.execute(f"SELECT id FROM articles {sql.where} ORDER BY id", sql.values)  # noqa: S608 - our own conditions
    yield from (row[0] for row in rows)


def neighbours(db: sqlite3.Connection, query: Query, article: str) -> tuple[str, str]:
    """Return the ids of the articles before and after one in the list; empty at its ends."""
    column, direction = SORTS[query.sort]
    own = db.execute(f"SELECT {column}, n FROM articles WHERE id = ?", (article,)).fetchone()  # noqa: S608 - our own column
    if own is None:
        return "", ""
    found = []
    for backwards in (True, False):
        sql = _conditions(query)
        sign = "<" if (direction == "DESC") != backwards else ">"
        sql.add(f"({column}, n) {sign} (?, ?)", *own)
        way = direction if not backwards else ("ASC" if direction == "DESC" else "DESC")
        order = f"ORDER BY {column} {way}, n {way} LIMIT 1"
        row = db.execute(f"SELECT id FROM articles {sql.where} {order}", sql.values).fetchone()  # noqa: S608 - likewise
        found.append(row[0] if row else "")
    return found[0], found[1]


def _conditions(query: Query) -> _Sql:
    sql = _Sql()
    for column in ("site", "language", "change"):
        if value := getattr(query, column):
            sql.add(f"{column} = ?", value)
    match = to_match(query)
    if match is not None:
        sql.add("n IN (SELECT rowid FROM search WHERE search MATCH ?)", match)
    if query.since:
        sql.add("date >= ?", query.since)
    if query.until:
        # U+FFFF sorts behind all that a date can go on with: until 2024 means all of 2024.
        sql.add("date > '' AND date <= ?", f"{query.until}\uffff")
    for name in query.has:
        sql.add(HAS[name])
    if query.missing:
        bits = sum(1 << FIELDS.index(name) for name in query.missing)
        sql.add("missing & ? = ?", bits, bits)
    if query.below.isdecimal():
        sql.add("confidence < ?", int(query.below) / 100)
    return sql


def to_match(query: Query) -> str | None:
    """Return the FTS5 expression of a query's words, None where it has none.

    All words must be there; the last may be unfinished. ``"…"`` is a phrase, ``-word`` must not
    be there, ``title:``, ``author:``, ``speaker:`` and ``text:`` ask one part only.
    """
    wanted: list[str] = []
    refused: list[str] = []
    terms = list(_TERM.finditer(query.words))
    for term in terms:
        minus, column, phrase, word = term.groups()
        tokens = _WORD.findall(phrase if word is None else word)
        if not tokens:
            continue
        unfinished = word is not None and term is terms[-1]
        text = f'"{" ".join(tokens)}"{"*" if unfinished else ""}'
        text = f"{_COLUMNS[column]} : {text}" if column else text
        (refused if minus else wanted).append(text)
    wanted += [f'authors : "{name}"' for name in _WORD.findall(query.author)]
    if not wanted:
        return None
    found = " AND ".join(wanted)
    return f"({found}) NOT ({' OR '.join(refused)})" if refused else found


def _rows(db: sqlite3.Connection, select: str, values: list[Any]) -> list[dict[str, Any]]:
    cursor = db.execute(select, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _cursor(row: Mapping[str, Any]) -> str:
    key = json.dumps([row["sort_value"], row["n"]])
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _read_cursor(text: str) -> tuple[object, int] | None:
    """Return the key of a cursor, None for one that is none."""
    try:
        value, number = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (binascii.Error, ValueError, TypeError):
        return None
    return (
        (value, number)
        if isinstance(value, str | int | float) and isinstance(number, int)
        else None
    )


def _several(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
