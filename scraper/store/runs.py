"""Runs, their fetches, and the figures that a report is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from schemas import FetchRecord, HostReport
from scraper.store.database import Part, Row, one_row, only_value, put_row
from scraper.store.frontier import Kind, Target


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a job."""

    id: int
    started_at: float
    pages: int
    """URLs fetched so far that count against ``max_pages``."""
    resumed: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """What is kept of the latest fetch of a URL."""

    checked_at: float
    changed_at: float
    interval_s: float
    etag: str | None = None
    last_modified: str | None = None
    fingerprint: str | None = None
    redirect_to: str | None = None
    """Where it led; read only, since it is written as part of the fetch."""
    failures: int = 0
    """Fetches in a row that failed in the same way, this one included."""
    outcome: str | None = None
    """How it ended; read only likewise."""


_CLOCKS_DIFFER_S = 0.01
"""Most by which a span on the monotonic clock and two moments of a day differ."""
_PUT_VISIT = put_row(
    "visits",
    "url run outcome status checked_at changed_at interval_s etag last_modified fingerprint "
    "redirect_to record",
)


class Runs(Part):
    """The runs of a job and their fetches."""

    def find_open(self) -> Run | None:
        """Return the run that was begun and not finished."""
        row = self._db.execute(
            "SELECT id, started_at, pages FROM runs WHERE state = 'running' "
            "ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else Run(row[0], row[1], row[2], resumed=True)

    def begin(self, now: float, *, is_crawl: bool = True, number: int | None = None) -> Run:
        """Begin a run.

        Args:
            now: Seconds since 1970.
            is_crawl: A run that is none is never resumed, and schedules don't count it.
            number: Of the run; the next one without it.
        """
        columns, values = "started_at, state, pages", "?, ?, 0"
        given: list[float | str] = [now, "running" if is_crawl else "extracting"]
        if number is not None:
            columns, values, given = f"{columns}, id", f"{values}, ?", [*given, number]
        rows = self._db.execute(
            f"INSERT INTO runs ({columns}) VALUES ({values}) RETURNING id",  # noqa: S608 - constants
            given,
        )
        return Run(int(only_value(rows)), now, 0, resumed=False)

    def finish(self, run: int, now: float, report: str | None) -> None:
        """Finish a run, with its report as JSON; None where it is not known."""
        self._db.execute(
            "UPDATE runs SET ended_at = ?, report = ?, "
            "state = CASE state WHEN 'extracting' THEN 'extracted' ELSE 'finished' END "
            "WHERE id = ?",
            (now, report, run),
        )

    def add_pages(self, run: int, pages: int) -> None:
        """Count URLs against the run's ``max_pages``."""
        self._db.execute("UPDATE runs SET pages = pages + ? WHERE id = ?", (pages, run))

    def last_report(self) -> str | None:
        """Return the report of the latest finished crawl as JSON."""
        row = self._db.execute(
            "SELECT report FROM runs WHERE state = 'finished' ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else row[0]

    def last_id(self) -> int:
        """Return the number of the latest run, 0 before the first."""
        row = self._db.execute("SELECT max(id) FROM runs").fetchone()
        return int((row and row[0]) or 0)

    def last_crawl(self) -> int:
        """Return the number of the latest crawl, 0 before the first."""
        row = self._db.execute(
            "SELECT max(id) FROM runs WHERE state IN ('running', 'finished')"
        ).fetchone()
        return int((row and row[0]) or 0)

    def first_since(self, moment: float) -> int | None:
        """Return the first run that was not over at a moment (seconds since 1970), if any."""
        sql = "SELECT min(id) FROM runs WHERE ended_at IS NULL OR ended_at >= ?"
        first: int | None = only_value(self._db.execute(sql, (moment,)))
        return first

    def first_begin(self) -> float | None:
        """Return when the first run began, in seconds since 1970."""
        row = self._db.execute("SELECT started_at FROM runs ORDER BY id LIMIT 1").fetchone()
        return None if row is None else row[0]

    def last_begin(self) -> float | None:
        """Return when the latest crawl began, in seconds since 1970.

        That is the one with the highest number: one that a wrong clock put into the future is no
        later than those that came after it.
        """
        row = self._db.execute(
            "SELECT started_at FROM runs WHERE state IN ('running', 'finished') "
            "ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else float(row[0])

    def has_seen_ahead(self, now: float) -> bool:
        """Return whether the latest crawl began or asked for something after ``now``.

        A clock may have jumped ahead in its middle, and back in the middle as well.
        """
        began = self.last_begin()
        if began is None:
            return False
        later = "SELECT 1 FROM fetches WHERE run = ? AND started_at > ? LIMIT 1"
        return (
            began > now or self._db.execute(later, (self.last_crawl(), now)).fetchone() is not None
        )

    def log_fetch(self, run: int, target: Target, fetch: FetchRecord, visit: Visit) -> None:
        """Write down a fetch, and what it says about its URL."""
        started, ended = fetch.started_at.timestamp(), (fetch.redirect_to, fetch.article_id)
        spent = (fetch.elapsed_s, fetch.attempts, fetch.size_bytes, fetch.wire_bytes)
        told = (fetch.outcome, fetch.message, fetch.status)
        kept = (visit.checked_at, visit.changed_at, visit.interval_s)
        validators = (visit.etag, visit.last_modified, visit.fingerprint)
        self._db.execute(
            "INSERT INTO fetches (run, url, outcome, message, status, started_at, elapsed_s, "
            "attempts, size_bytes, wire_bytes, redirect_to, record, found) "
            "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (run, target.id, *told, started, *spent, *ended, fetch.found),
        )
        head = (target.id, run, fetch.outcome, fetch.status)
        self._db.execute(_PUT_VISIT, (*head, *kept, *validators, *ended))
        self._count_failures(target, visit.failures)

    def _count_failures(self, target: Target, times: int) -> None:
        if times:
            self._db.execute(put_row("failing", "url times"), (target.id, times))
        elif not target.is_first:
            self._db.execute("DELETE FROM failing WHERE url = ?", (target.id,))

    def find_visit(self, url_id: int) -> Visit | None:
        """Return what is kept of a URL's latest fetch."""
        row = self._db.execute(
            "SELECT v.checked_at, v.changed_at, v.interval_s, v.etag, v.last_modified, "
            "v.fingerprint, v.redirect_to, coalesce(f.times, 0), v.outcome "
            "FROM visits v LEFT JOIN failing f ON f.url = v.url WHERE v.url = ?",
            (url_id,),
        ).fetchone()
        return None if row is None else Visit(*row)

    def outcomes(self, run: int) -> dict[str, int]:
        """Return outcome → fetches of a run, most frequent first."""
        return self._counts("outcome", run)

    def statuses(self, run: int) -> dict[str, int]:
        """Return HTTP status → fetches of a run, most frequent first."""
        return self._counts("CAST(status AS TEXT)", run)

    def _counts(self, column: str, run: int) -> dict[str, int]:
        rows = self._db.execute(
            f"SELECT {column}, count(*) FROM fetches WHERE run = ? "  # noqa: S608 - two constants
            f"AND {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
            (run,),
        )
        return dict(rows.fetchall())

    def examples(self, run: int, outcome: str, limit: int) -> list[tuple[str, str | None]]:
        """Return (URL, message) of the first fetches of a run that ended so."""
        return self._db.execute(
            "SELECT u.url, f.message FROM fetches f JOIN urls u ON u.id = f.url "
            "WHERE f.run = ? AND f.outcome = ? ORDER BY f.id LIMIT ?",
            (run, outcome, limit),
        ).fetchall()

    def hosts(self, run: int, failures: frozenset[str], limit: int) -> list[HostReport]:
        """Return how a run went on its busiest hosts."""
        found: dict[str, tuple[list[float], int]] = {}
        rows = self._db.stream(
            "SELECT h.name, f.elapsed_s, f.outcome FROM fetches f JOIN urls u ON u.id = f.url "
            "JOIN hosts h ON h.id = u.host WHERE f.run = ?",
            (run,),
        )
        for name, elapsed, outcome in rows:
            times, failed = found.get(name, ([], 0))
            times.append(elapsed)
            found[name] = (times, failed + (outcome in failures))
        busiest = sorted(found.items(), key=lambda item: (-len(item[1][0]), item[0]))[:limit]
        return [
            HostReport(
                host=name,
                fetched=len(times),
                failed=failed,
                median_s=round(sorted(times)[len(times) // 2], 4),
            )
            for name, (times, failed) in busiest
        ]

    def record_changes(self, run: int) -> tuple[int, int, int, int]:
        """Return how many records are new, changed and vanished in a run, and duplicates now."""
        row = one_row(
            self._db.execute(
                "SELECT count(*) FILTER (WHERE first_run = ?), "
                "count(*) FILTER (WHERE changed_run = ? AND first_run < ?), "
                "count(*) FILTER (WHERE vanished_run = ?), "
                "count(*) FILTER (WHERE duplicate_of IS NOT NULL) FROM records",
                (run, run, run, run),
            )
        )
        return (row[0], row[1], row[2], row[3])

    def newest_at(self) -> float | None:
        """Return when the run began that brought the latest new record; None without records."""
        row = self._db.execute(
            "SELECT started_at FROM runs WHERE id = (SELECT max(first_run) FROM records)"
        ).fetchone()
        return None if row is None else float(row[0])

    def wire_bytes(self, run: int) -> int:
        """Return the bytes of all bodies of a run, as they were sent."""
        rows = self._db.execute(
            "SELECT coalesce(sum(wire_bytes), 0) FROM fetches WHERE run = ?", (run,)
        )
        return int(only_value(rows))

    def left_by_redirect(self, run: int) -> list[tuple[str, str, bool]]:
        """Return (host, where to, whether of a seed) of the redirects out of scope in a run."""
        rows = self._db.execute(
            "SELECT h.name, f.redirect_to, u.depth FROM fetches f JOIN urls u ON u.id = f.url "
            "JOIN hosts h ON h.id = u.host WHERE f.run = ? AND f.outcome = 'out-of-scope' "
            "AND f.redirect_to IS NOT NULL",
            (run,),
        )
        return [(row[0], row[1], row[2] == 0) for row in rows.fetchall()]

    def gathered(self, run: int, least: int) -> list[tuple[str, str, int]]:
        """Return (host, where to, how many) of pages with a record that redirect to one URL."""
        rows = self._db.execute(
            "SELECT h.name, f.redirect_to, count(*) FROM fetches f JOIN urls u ON u.id = f.url "
            "JOIN hosts h ON h.id = u.host WHERE f.run = ? AND f.outcome = 'redirect' "
            "AND f.record IS NOT NULL GROUP BY h.name, f.redirect_to HAVING count(*) >= ? "
            "ORDER BY 3 DESC, 1, 2",
            (run, least),
        )
        return [(row[0], row[1], int(row[2])) for row in rows.fetchall()]

    def held_back(self, run: int) -> list[tuple[str, int, str]]:
        """Return (host, pages, why) of the pages held back in a run, one of each host's notices."""
        rows = self._db.execute(
            "SELECT h.name, count(*), min(f.message) FROM fetches f JOIN urls u ON u.id = f.url "
            "JOIN hosts h ON h.id = u.host WHERE f.run = ? AND f.outcome = 'notice' "
            "GROUP BY h.name ORDER BY 2 DESC, 1",
            (run,),
        )
        return [(row[0], int(row[1]), row[2]) for row in rows.fetchall()]

    def notice_times(self) -> dict[str, list[tuple[float, float]]]:
        """Return URL → when notices came of it in all runs, (begin, end) in seconds since 1970."""
        found: dict[str, list[tuple[float, float]]] = {}
        rows = self._db.execute(
            "SELECT u.url, f.started_at, f.elapsed_s FROM fetches f JOIN urls u ON u.id = f.url "
            "WHERE f.outcome = 'notice'"
        )
        for url, began, elapsed in rows.fetchall():
            span = (began - _CLOCKS_DIFFER_S, began + elapsed + _CLOCKS_DIFFER_S)
            found.setdefault(url, []).append(span)
        return found

    def without_article(self, run: int) -> list[tuple[str, int, str]]:
        """Return (host, pages, one URL) of the pages that had an article and gave none in a run."""
        rows = self._db.execute(
            "SELECT h.name, count(*), min(u.url) FROM fetches f JOIN urls u ON u.id = f.url "
            "JOIN hosts h ON h.id = u.host WHERE f.run = ? AND f.outcome = 'ok' "
            "AND f.record IS NOT NULL AND f.message IS NOT NULL GROUP BY h.name ORDER BY 2 DESC, 1",
            (run,),
        )
        return [(row[0], int(row[1]), row[2]) for row in rows.fetchall()]

    def iter_fetches(self, run: int) -> Iterator[FetchRecord]:
        """Yield the fetches of a run in order."""
        rows = self._db.stream(f"{_FETCHES} WHERE f.run = ? ORDER BY f.id", (run,))
        yield from map(_to_fetch, rows)

    def last_fetches(self, url_id: int, limit: int) -> list[tuple[int, FetchRecord]]:
        """Return (run, fetch) of the latest fetches of a URL, newest first."""
        sql = f"{_FETCHES} WHERE f.url = ? ORDER BY f.id DESC LIMIT ?"
        rows = self._db.execute(sql, (url_id, limit)).fetchall()
        return [(row[-1], _to_fetch(row)) for row in rows]

    def last_message(self, url_id: int, outcome: str) -> str | None:
        """Return what was said of the latest fetch of a URL that ended so."""
        row = self._db.execute(
            "SELECT message FROM fetches WHERE url = ? AND outcome = ? ORDER BY id DESC LIMIT 1",
            (url_id, outcome),
        ).fetchone()
        return None if row is None else row[0]


_FETCHES = (
    "SELECT u.url, h.name, u.kind, u.depth, f.outcome, f.message, f.status, f.started_at, "
    "f.elapsed_s, f.attempts, f.size_bytes, f.wire_bytes, f.redirect_to, f.record, f.found, f.run "
    "FROM fetches f JOIN urls u ON u.id = f.url JOIN hosts h ON h.id = u.host"
)


def _to_fetch(row: Row) -> FetchRecord:
    """Return the fetch that a row of ``_FETCHES`` is: its columns are the model's fields."""
    values = dict(zip(FetchRecord.model_fields, row, strict=False))
    values |= {"kind": Kind(row[2]).word, "started_at": datetime.fromtimestamp(row[7], UTC)}
    return FetchRecord.model_validate(values)
