"""Figures of the whole corpus: over time, by site, who is quoted, what is cited, what is missing.

Counting is SQL's; here are also the places of what is drawn, so that templates only write it.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from scraper.review.lists import plural
from scraper.review.query import Query
from scraper.review.rows import FIELDS

_TOP = 15
_OFFERED = 200
"""Sites and languages that the filters offer; others can be typed."""
_YEARS_LIMIT = 4
"""Years whose months are still told apart in the width of the chart; more are drawn by year."""
_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 720, 180, 40, 22
_TICKS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a table with a bar."""

    label: str
    count: int
    share: float
    """Of the longest bar, 0 to 1; for completeness, of all articles."""
    link: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the chart over time, with its place in the picture."""

    label: str
    count: int
    x: float
    y: float
    width: float
    height: float
    link: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The chart of articles over time."""

    columns: Sequence[Column]
    ticks: Sequence[tuple[int, float]]
    """Count and height of each line of the grid."""
    labels: Sequence[tuple[str, float]]
    """Text and place of the labels below."""
    undated: int
    unit: str
    width: int = _WIDTH
    height: int = _HEIGHT
    left: int = _LEFT
    base: int = _HEIGHT - _BOTTOM


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures."""

    articles: int
    words: int
    quotations: int
    speakers: int
    citations: int
    works: int
    corrected: int
    timeline: Timeline
    sites: Sequence[Bar]
    languages: Sequence[Bar]
    quoted: Sequence[Bar]
    cited: Sequence[Bar]
    completeness: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Facets:
    """What the list's filters offer."""

    articles: int
    sites: Sequence[Bar]
    languages: Sequence[Bar]


def read_facets(db: sqlite3.Connection) -> Facets:
    """Return what the list's filters offer: two walks over an index, no more."""
    (articles,) = db.execute("SELECT count(*) FROM articles").fetchone()
    return Facets(articles, _counted(db, "site", _OFFERED), _counted(db, "language", _OFFERED))


def read_overview(db: sqlite3.Connection) -> Overview:
    """Return the figures of an index."""
    sums = db.execute(
        "SELECT count(*), sum(words), sum(quotes), sum(citations), sum(corrected > 0) FROM articles"
    ).fetchone()
    speakers = db.execute(
        "SELECT count(DISTINCT speaker) FROM quotes WHERE speaker <> ''"
    ).fetchone()
    works = db.execute("SELECT count(DISTINCT key) FROM works").fetchone()
    return Overview(
        articles=sums[0],
        words=sums[1] or 0,
        quotations=sums[2] or 0,
        speakers=speakers[0],
        citations=sums[3] or 0,
        works=works[0],
        corrected=sums[4] or 0,
        timeline=_timeline(db),
        sites=_counted(db, "site"),
        languages=_counted(db, "language"),
        quoted=_quoted(db),
        cited=_cited(db),
        completeness=_completeness(db, sums[0]),
    )


def _counted(db: sqlite3.Connection, column: str, limit: int = _TOP) -> list[Bar]:
    rows = db.execute(
        f"SELECT {column}, count(*) FROM articles WHERE {column} <> '' "  # noqa: S608 - our own column
        f"GROUP BY {column} ORDER BY 2 DESC, 1 LIMIT ?",
        (limit,),
    ).fetchall()
    most = rows[0][1] if rows else 1
    return [Bar(name, n, n / most, Query().link(**{column: name})) for name, n in rows]


def _quoted(db: sqlite3.Connection) -> list[Bar]:
    rows = db.execute(
        "SELECT speaker, count(*), count(DISTINCT article) FROM quotes WHERE speaker <> '' "
        "GROUP BY speaker ORDER BY 2 DESC, 1 LIMIT ?",
        (_TOP,),
    ).fetchall()
    most = rows[0][1] if rows else 1
    return [
        Bar(name, n, n / most, f"/speaker?{urlencode({'name': name})}", plural(articles, "article"))
        for name, n, articles in rows
    ]


def _cited(db: sqlite3.Connection) -> list[Bar]:
    """Return the works that several articles cite: of those cited once none is cited most."""
    rows = db.execute(
        "SELECT key, min(text), count(DISTINCT article) FROM works "
        "GROUP BY key HAVING count(DISTINCT article) > 1 ORDER BY 3 DESC, 2 LIMIT ?",
        (_TOP,),
    ).fetchall()
    most = rows[0][2] if rows else 1
    return [Bar(text, n, n / most, f"/work?{urlencode({'key': key})}") for key, text, n in rows]


def _completeness(db: sqlite3.Connection, articles: int) -> list[Bar]:
    sums = ", ".join(f"sum(missing >> {bit} & 1)" for bit in range(len(FIELDS)))
    row = db.execute(f"SELECT {sums} FROM articles").fetchone()  # noqa: S608 - numbers
    bars = []
    for name, missing in zip(FIELDS, row, strict=True):
        present = articles - (missing or 0)
        link = Query().link(missing=(name,))
        label = name.replace("_", " ")
        bars.append(
            Bar(label, present, present / max(articles, 1), link, f"{missing or 0} without")
        )
    return bars


def _timeline(db: sqlite3.Connection) -> Timeline:
    """Return articles by month, or by year where the months would be too many to see."""
    years, months = _by_date(db, len("2016")), _by_date(db, len("2016-03"))
    is_short = bool(years) and int(years[-1][0]) - int(years[0][0]) < _YEARS_LIMIT
    if months and is_short:
        unit, counts = "month", _filled(months)
    else:
        known = dict(years)
        span = range(int(years[0][0]), int(years[-1][0]) + 1) if years else ()
        unit, counts = "year", [(f"{year:04}", known.get(f"{year:04}", 0)) for year in span]
    (undated,) = db.execute("SELECT count(*) FROM articles WHERE date = ''").fetchone()
    return _draw(counts, undated, unit)


def _by_date(db: sqlite3.Connection, digits: int) -> list[tuple[str, int]]:
    rows: list[tuple[str, int]] = db.execute(
        "SELECT substr(date, 1, ?) AS day, count(*) FROM articles WHERE length(date) >= ? "
        "GROUP BY day ORDER BY day",
        (digits, digits),
    ).fetchall()
    return rows


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _filled(months: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return every month between the first and the last, those without articles too."""
    known = dict(months)
    first, last = _month_number(months[0][0]), _month_number(months[-1][0])
    names = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]
    return [(name, known.get(name, 0)) for name in names]


def _draw(counts: Sequence[tuple[str, int]], undated: int, unit: str) -> Timeline:
    most = max((count for _, count in counts), default=1)
    top = _nice(most)
    room = (_WIDTH - _LEFT) / max(len(counts), 1)
    drawn = _HEIGHT - _BOTTOM - 8
    columns = [
        Column(
            label,
            count,
            x=round(_LEFT + place * room + room * 0.08, 2),
            y=round(_HEIGHT - _BOTTOM - drawn * count / top, 2),
            width=round(room * 0.84, 2),
            height=round(drawn * count / top, 2),
            link=Query().link(since=label, until=label),
        )
        for place, (label, count) in enumerate(counts)
    ]
    every = max(1, -(-len(counts) // 9))
    labels = [
        (label, round(_LEFT + (place + 0.5) * room, 2))
        for place, (label, _) in enumerate(counts)
        if place % every == 0
    ]
    steps = sorted({round(top * part / 2) for part in range(3)})
    ticks = [(step, round(_HEIGHT - _BOTTOM - drawn * step / top, 2)) for step in steps]
    return Timeline(columns, ticks, labels, undated, unit)


def _nice(count: int) -> int:
    """Return the next round number: 1, 2 or 5 with noughts."""
    power: int = 10 ** (len(str(max(count, 1))) - 1)
    return next((step * power for step in _TICKS if step * power >= count), 10 * power)
