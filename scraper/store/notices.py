"""Pages of a run that may have answered with a notice, and taking back what was stored of them.

Which text is a notice is for the caller to say. What is taken back is as it was before the run:
the record with its marks, or none where the page was new.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scraper.store.database import Part, one_row, put_row
from scraper.store.frontier import State

_MOST_KEPT = 8
"""Notices of a host that are remembered, the latest ones."""


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page whose record is new or has changed in a run."""

    fetch: int
    """fetches.id."""
    page: int
    """urls.id."""
    host: int
    url: str
    record: str
    is_known: bool
    """Whether the record had another version before."""
    repeated: str | None
    """Id of the record that the version before repeated."""
    signature: bytes | None
    short: str | None
    """The record's JSON where its text is too short for a signature."""
    heads: tuple[str, str] | None = None
    """How the JSON of a known record begins, now and before."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A text that a host gave for many of its pages."""

    key: bytes
    signature: bytes | None
    title: bytes = b""
    """What tells the title that the pages had."""
    earlier: "Notice | None" = None
    """What the page said before that is the only one so far; None where many gave the text."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How long a page is held back."""

    since: float
    """Seconds since 1970."""
    times: int
    """Fetches in a row."""


class Notices(Part):
    """What a run may have to take back."""

    def begin(self) -> None:
        """Forget what the run before has replaced: it stays so."""
        self._db.execute("DELETE FROM replaced")

    def iter_changed(self, run: int) -> Iterator[ChangedPage]:
        """Yield the pages that speak for a record which is new or changed since a run began.

        The first 4,000 characters of a record's JSON hold its addresses and its title.
        """
        rows = self._db.stream(
            "SELECT f.id, u.id, u.host, u.url, r.id, p.record, p.duplicate_of, r.signature, "
            "CASE WHEN r.signature IS NULL THEN r.json END, "
            "CASE WHEN v.json IS NOT NULL THEN substr(r.json, 1, 4000) END, "
            "substr(v.json, 1, 4000) "
            "FROM fetches f JOIN records r ON r.id = f.record JOIN urls u ON u.id = f.url "
            "LEFT JOIN replaced p ON p.record = r.id "
            "LEFT JOIN versions v ON v.record = p.record AND v.run = ? "
            "WHERE f.run = ? AND f.outcome = 'ok' AND r.changed_run = ? AND r.url = u.url "
            "AND (r.first_run = ? OR p.record IS NOT NULL) ORDER BY f.id",
            (run, run, run, run),
        )
        for fetch, page, host, url, record, known, repeated, signature, short, *heads in rows:
            signed = None if signature is None else bytes(signature)
            changed = ChangedPage(
                fetch, page, host, url, record, known is not None, repeated, signed, short
            )
            yield replace(changed, heads=tuple(heads)) if heads[1] is not None else changed

    def find_texts(self, record_id: str, run: int) -> tuple[str, str | None]:
        """Return the JSON of a record, and of what it was before a run changed it."""
        row = one_row(
            self._db.execute(
                "SELECT r.json, v.json FROM records r LEFT JOIN versions v ON v.record = r.id "
                "AND v.run = ? WHERE r.id = ?",
                (run, record_id),
            )
        )
        return str(row[0]), row[1]

    def known(self, since: float) -> dict[int, list[Notice]]:
        """Return host → the notices that it gave since a moment, or has pages held back for.

        A page may be asked again so late that it is the only one in its run.
        """
        found: dict[int, list[Notice]] = {}
        rows = self._db.execute(
            "SELECT host, key, signature, title FROM notice_texts WHERE seen_at >= ? "
            "OR host IN (SELECT u.host FROM held d JOIN urls u ON u.id = d.url)",
            (since,),
        )
        for host, key, signature, title in rows.fetchall():
            signed = None if signature is None else bytes(signature)
            found.setdefault(host, []).append(Notice(bytes(key), signed, bytes(title)))
        rows = self._db.execute(
            "SELECT host, title, key, signature FROM suspected WHERE seen_at >= ?", (since,)
        )
        for host, title, key, signature in rows.fetchall():
            before = Notice(bytes(key), None if signature is None else bytes(signature))
            found.setdefault(host, []).append(Notice(b"", None, bytes(title), before))
        return found

    def suspect(self, host: int, title: bytes, before: Notice, now: float, since: float) -> None:
        """Remember that a page says something else under a title; forget what is older."""
        self._db.execute("DELETE FROM suspected WHERE seen_at < ?", (since,))
        self._db.execute(
            "INSERT INTO suspected (host, title, key, signature, seen_at) VALUES (?,?,?,?,?) "
            "ON CONFLICT DO NOTHING",
            (host, title, before.key, before.signature, now),
        )

    def remember(self, host: int, notice: Notice, now: float) -> None:
        """Remember a notice, and of each host the latest ones only."""
        self._db.execute(
            put_row("notice_texts", "host key signature title seen_at", keys=2),
            (host, notice.key, notice.signature, notice.title, now),
        )
        self._db.execute(
            "DELETE FROM notice_texts WHERE host = ? AND key NOT IN (SELECT key FROM notice_texts "
            "WHERE host = ? ORDER BY seen_at DESC, key LIMIT ?)",
            (host, host, _MOST_KEPT),
        )

    def find_holding(self, page: int) -> Holding | None:
        """Return how long a page is held back, None where it is not."""
        row = self._db.execute("SELECT since, times FROM held WHERE url = ?", (page,)).fetchone()
        return None if row is None else Holding(*row)

    def find_standing(self, host: int, title: bytes) -> int | None:
        """Return the page of a host that stands for a text which many of its new ones give."""
        row = self._db.execute(
            "SELECT url FROM stood_for WHERE host = ? AND title = ?", (host, title)
        ).fetchone()
        return None if row is None else int(row[0])

    def let_stand(self, page: ChangedPage, title: bytes) -> None:
        """Let a page stand for a text from now on; part of a transaction."""
        self._db.execute(
            "INSERT INTO stood_for (host, title, url) VALUES (?,?,?)", (page.host, title, page.page)
        )

    def held_since(self, moment: float) -> list[tuple[str, int, str]]:
        """Return (host, pages, one URL) of the pages that are held back since before a moment.

        Those that are asked for no more, as the job leaves them out now, are no matter any more.
        """
        rows = self._db.execute(
            "SELECT h.name, count(*), min(u.url) FROM held d JOIN urls u ON u.id = d.url "
            "JOIN hosts h ON h.id = u.host WHERE d.since < ? AND u.state IN (0, 2) "
            "GROUP BY h.name ORDER BY 2 DESC, 1",
            (moment,),
        )
        return [(row[0], int(row[1]), row[2]) for row in rows.fetchall()]

    def hold(
        self, changed: ChangedPage, run: int, holding: Holding, due_at: float, message: str
    ) -> None:
        """Take back what a page gave in a run, and have it asked for again.

        Args:
            holding: Since when and how often it is held back, this time included.
            due_at: When it is to be asked for, seconds since 1970.
        """
        if changed.is_known:
            self._restore(changed.record, run)
        else:
            self._db.execute("DELETE FROM records WHERE id = ?", (changed.record,))
        record = changed.record if changed.is_known else None
        self._db.execute(
            "UPDATE fetches SET outcome = 'notice', message = ?, record = ? WHERE id = ?",
            (message, record, changed.fetch),
        )
        # Validators of the notice are none of the page's: it has to be read when it is back.
        self._db.execute(
            "UPDATE visits SET outcome = 'notice', record = ?, etag = NULL, last_modified = NULL, "
            "fingerprint = NULL WHERE url = ?",
            (record, changed.page),
        )
        self._db.execute(
            "UPDATE urls SET state = ?, due_at = ? WHERE id = ?",
            (int(State.FAILED), due_at, changed.page),
        )
        held = (changed.page, holding.since, holding.times)
        self._db.execute(put_row("held", "url since times"), held)

    def _restore(self, record_id: str, run: int) -> None:
        """Make a record what it was before a run changed it."""
        before = one_row(
            self._db.execute(
                "SELECT p.digest, p.signature, v.json, p.changed_run, p.vanished_run, "
                "p.duplicate_of FROM replaced p JOIN versions v ON v.record = p.record "
                "WHERE p.record = ? AND v.run = ?",
                (record_id, run),
            )
        )
        self._db.execute(
            "UPDATE records SET digest = ?, signature = ?, json = ?, changed_run = ?, "
            "vanished_run = ?, duplicate_of = ? WHERE id = ?",
            (*before, record_id),
        )
        self._db.execute("DELETE FROM versions WHERE record = ? AND run = ?", (record_id, run))
        self._db.execute("DELETE FROM replaced WHERE record = ?", (record_id,))

    def release(self, run: int) -> None:
        """Forget that pages were held back which have answered otherwise in a run."""
        self._db.execute(
            "DELETE FROM held WHERE url IN "
            "(SELECT url FROM fetches WHERE run = ? AND outcome IN "
            "('ok', 'not-modified', 'redirect', 'not-found', 'gone')) AND url NOT IN "
            "(SELECT url FROM fetches WHERE run = ? AND outcome = 'notice')",
            (run, run),
        )
