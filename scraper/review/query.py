"""What a reader asks of the list: words, filters, an order; answered a page at a time.

Pages follow each other by key, never by number: the next page begins behind the last row of
this one, so that the hundredth page is as quick as the first.

What a query finds is numbered first, up to ``COUNTED``. Few articles are looked up and sorted. Of
many, the order is walked from where the page begins, by an index or by the full-text search, which
gives the newest first: a page is full long before all of them have been seen.
"""

import base64
import binascii
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from scraper.exporters.filters import is_date
from scraper.review.numbers import FIRST_DATED, end_number, first_number
from scraper.review.rows import FIELDS

PAGE_ROWS = 40
COUNTED = 10_000
"""Articles of a query that are numbered and counted; of more the list says that they are more.
Sorting so many takes as long as walking an order in which a hundredth is wanted, some 20 ms."""

SORTS = {
    "newest": ("n", "DESC"),
    "oldest": ("n", "ASC"),
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

_EQUAL = ("site", "language", "change")
"""Parts of a query that are columns of these names, each with its index."""
_FILTERS = (*_EQUAL, "has", "missing", "below")
"""Parts of a query that may leave few of the articles with its words."""

CHANGES = ("new", "changed", "vanished")
_TERM = re.compile(r'(-?)(?:(title|author|speaker|text):)?(?:"([^"]*)"?|(\S+))')
_COLUMNS = {"title": "title", "author": "authors", "speaker": "speakers", "text": "body"}
_WORD = re.compile(r"\w+")
_SHOWN = (
    "n, id, articles.title, site, articles.authors, date, language, url, lede, words, quotes, "
    "citations, works, bios, missing, confidence, warnings, change, repeats, corrected, conflicts"
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
    tables: str = "articles"
    number: str = "n"
    """The column with the number of an article, in the table that is walked."""
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


def wrong_dates(query: Query) -> str:
    """Return what to write instead of dates that are none, empty where both bounds are fine."""
    bounds = (("From", query.since), ("To", query.until))
    wrong = [f"{name} {text}" for name, text in bounds if text and not is_date(text)]
    return f"{', '.join(wrong)}: write a date as 2024, 2024-01 or 2024-01-31." if wrong else ""


def find_numbers(
    db: sqlite3.Connection, query: Query, limit: int = COUNTED
) -> tuple[int, ...] | None:
    """Return the numbers of all articles that a query finds, None where they are more."""
    sql = _conditions(query, leads=_search_leads(db, query))
    found = f"SELECT {sql.number} FROM {sql.tables} {sql.where} LIMIT {limit + 1}"  # noqa: S608 - our own conditions
    numbers = tuple(row[0] for row in db.execute(found, sql.values))
    return None if len(numbers) > limit else numbers


def count(db: sqlite3.Connection, query: Query) -> int:
    """Return how many articles a query finds, however many they are."""
    sql = _conditions(query, leads=_search_leads(db, query))
    counted = f"SELECT count(*) FROM {sql.tables} {sql.where}"  # noqa: S608 - our own conditions
    return int(db.execute(counted, sql.values).fetchone()[0])


def find(db: sqlite3.Connection, query: Query, numbers: Sequence[int] | None) -> Found:
    """Return the page of the list that a query asks for."""
    backwards = bool(query.before)
    cursor = _read_cursor(query.before or query.after)
    rows = _walk(db, query, numbers, cursor, backwards=backwards, limit=PAGE_ROWS + 1)
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


def _walk(
    db: sqlite3.Connection,
    query: Query,
    numbers: Sequence[int] | None,
    cursor: tuple[object, int] | None,
    *,
    backwards: bool,
    limit: int,
) -> list[dict[str, Any]]:
    """Return the rows that follow a cursor in the order of a query, in one direction."""
    column, direction = SORTS[query.sort]
    by_date = column == "n"
    sql = _many(query, column) if numbers is None else _few(numbers)
    if cursor is not None:
        sign = "<" if (direction == "DESC") != backwards else ">"
        key, values = (sql.number, cursor[1:]) if by_date else (f"({column}, n)", cursor)
        sql.add(f"{key} {sign} ({', '.join('?' * len(values))})", *values)
    if backwards:
        direction = "ASC" if direction == "DESC" else "DESC"
    first = "" if by_date else f"{column} {direction}, "
    order = f"ORDER BY {first}{sql.number} {direction} LIMIT {limit}"
    select = f"SELECT {column} AS sort_value, {_SHOWN} FROM {sql.tables} {sql.where} {order}"  # noqa: S608 - our own conditions
    return read_rows(db, select, sql.values)


def iter_ids(db: sqlite3.Connection, query: Query) -> Iterator[str]:
    """Yield the id of every article that a query finds, in the order of ids."""
    sql = _conditions(query, leads=_search_leads(db, query))
    rows = db.execute(f"SELECT id FROM {sql.tables} {sql.where} ORDER BY id", sql.values)  # noqa: S608 - our own conditions
    yield from (row[0] for row in rows)


def neighbours(
    db: sqlite3.Connection, query: Query, article: str, numbers: Sequence[int] | None
) -> tuple[str, str]:
    """Return the ids of the articles before and after one in the list; empty at its ends."""
    column, _ = SORTS[query.sort]
    own = db.execute(f"SELECT {column}, n FROM articles WHERE id = ?", (article,)).fetchone()  # noqa: S608 - our own column
    if own is None:
        return "", ""
    before = _walk(db, query, numbers, own, backwards=True, limit=1)
    after = _walk(db, query, numbers, own, backwards=False, limit=1)
    return before[0]["id"] if before else "", after[0]["id"] if after else ""


def _search_leads(db: sqlite3.Connection, query: Query) -> bool:
    """Tell whether the search for words comes first where order does not matter.

    Not where the words are frequent and filters may leave little: looking up each article with
    such a word takes longer than collecting their numbers and going by the filters.
    """
    match = to_match(query)
    if match is None or not any(getattr(query, name) for name in _FILTERS):
        return True
    some = f"SELECT 1 FROM search WHERE search MATCH ? LIMIT {COUNTED // 10}"  # noqa: S608 - a number
    (found,) = db.execute(f"SELECT count(*) FROM ({some})", (match,)).fetchone()  # noqa: S608 - ours
    return bool(found < COUNTED // 10)


def _few(numbers: Sequence[int]) -> _Sql:
    """Return the articles of some numbers."""
    sql = _Sql()
    sql.add("n IN (SELECT value FROM json_each(?))", json.dumps(numbers))
    return sql


def _many(query: Query, column: str) -> _Sql:
    """Return the articles of a query so that they come in the order of a column.

    SQLite is told the way, since it does not count on the page being full so soon.
    """
    if column != "n":
        sql = _conditions(query, leads=False)
        sql.tables = f"articles INDEXED BY articles_{column}"
        return sql
    equal = next((name for name in _EQUAL if getattr(query, name)), None)
    sql = _conditions(query, leads=equal is None)
    if sql.tables == "articles":
        sql.tables += f" INDEXED BY articles_{equal}" if equal else " NOT INDEXED"
    return sql


def _conditions(query: Query, *, leads: bool) -> _Sql:
    """Return what holds for the articles of a query, on any page.

    Args:
        leads: Whether the search for words leads, so that what it finds comes by date; otherwise
            its finds are collected first, and articles looked up among them.
    """
    sql = _Sql()
    match = to_match(query)
    if match is not None and leads:
        # CROSS JOIN has SQLite begin with the search.
        sql.tables, sql.number = "search CROSS JOIN articles ON n = search.rowid", "search.rowid"
        sql.add("search MATCH ?", match)
    for column in _EQUAL:
        if value := getattr(query, column):
            sql.add(f"{column} = ?", value)
    if first := first_number(query.since):
        sql.add(f"{sql.number} >= ?", first)
    if end := end_number(query.until):
        sql.add(f"{sql.number} >= ? AND {sql.number} < ?", FIRST_DATED, end)
    for name in query.has:
        sql.add(HAS[name])
    if query.missing:
        bits = sum(1 << FIELDS.index(name) for name in query.missing)
        sql.add("missing & ? = ?", bits, bits)
    if query.below.isdecimal():
        sql.add("confidence < ?", int(query.below) / 100)
    if match is not None and not leads:
        # Last, since nothing is searched if the other conditions leave nothing.
        sql.add("+n IN (SELECT rowid FROM search WHERE search MATCH ?)", match)
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


def read_rows(db: sqlite3.Connection, select: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    """Return what a statement gives, by the names of its columns."""
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
