"""What is due again: which known URLs a run queues when it begins.

Hosts that the run before had to leave (down, or without readable rules) have their queued pages
still waiting. Those count for nothing, and no others of them are queued, where a run may ask for
some pages only: they would take the place of pages that can be had.
"""

from collections.abc import Collection

from scraper.store.database import Database, Part, one_row, put_row

_LEFT = """
SELECT p.host FROM parked p WHERE p.run = ?
    AND EXISTS (SELECT 1 FROM urls q WHERE q.host = p.host AND q.state = 0)
"""

_ANY_DEPTH = (1 << 31) - 1


class Due(Part):
    """The known URLs by the time at which they are to be asked for again.

    Args:
        left: Query for the hosts that a run left and that have URLs queued.
    """

    def __init__(self, database: Database, left: str = _LEFT) -> None:
        super().__init__(database)
        self._left = left

    def park(self, hosts: Collection[int], run: int) -> None:
        """Note the hosts that a run had to leave; part of a transaction."""
        self._db.execute("DELETE FROM parked WHERE run <> ?", (run,))
        self._db.executemany(put_row("parked", "host run"), [(host, run) for host in hosts])

    def queue(
        self, now: float, horizon_s: float, most: int | None = None, last_run: int = 0
    ) -> int:
        """Queue again what is due; return how many.

        Times further ahead than ``horizon_s`` come from a clock that was wrong, and are due.

        Args:
            now: Seconds since 1970.
            horizon_s: Longest that anything may be due from now.
            most: Pages at most, seeds first, then what is due longest; None for any number. Feeds
                and sitemaps, which no run has to spare pages for, are queued all the same.
            last_run: The run before.
        """
        due = "state IN (1, 2) AND due_at IS NOT NULL AND (due_at <= ? OR due_at > ?)"
        values: list[float] = [now, now + horizon_s]
        if most is not None:
            order = "ORDER BY (depth = 0) DESC, due_at, id LIMIT ?"
            pages = f"SELECT id FROM urls WHERE kind = 0 AND host NOT IN ({self._left}) AND {due} "  # noqa: S608 - constants
            values = [*values, last_run, *values, most]
            due = f"{due} AND (kind <> 0 OR id IN ({pages}{order}))"
        statement = f"UPDATE urls SET state = 0, due_at = NULL WHERE {due}"  # noqa: S608 - likewise
        return self._db.execute(statement, values).rowcount

    def make_due_seen_ahead(self, now: float) -> int:
        """Make due what was asked for after ``now``, by a clock that was wrong; return how many.

        When such a URL is due, and whether it was changed since, can't be told by its times.
        """
        return self._db.execute(
            "UPDATE urls SET due_at = ? WHERE state IN (1, 2) AND EXISTS "
            "(SELECT 1 FROM visits v WHERE v.url = urls.id AND v.checked_at > ?)",
            (now, now),
        ).rowcount

    def queue_within_reach(self, reach: str, max_depth: int | None) -> int:
        """Queue what was too far away, if the job reaches for other URLs now; return how many.

        That is what was too many links away from a seed, and what the scope or the guard of an
        earlier run refused: taken again, each is judged anew before anything is asked for.

        Args:
            reach: What decides which URLs the job may ask for, as a text.
            max_depth: Links from a seed that are followed; None for any number.
        """
        known = self._db.execute("SELECT told FROM reach").fetchone()
        if known is not None and known[0] == reach:
            return 0
        self._db.execute(put_row("reach", "id told"), (1, reach))
        return self._db.execute(
            "UPDATE urls SET state = 0, due_at = NULL WHERE (state = 4 AND depth <= ?) "
            "OR (state = 3 AND EXISTS (SELECT 1 FROM visits v WHERE v.url = urls.id "
            "AND v.outcome IN ('blocked-address', 'out-of-scope')))",
            (_ANY_DEPTH if max_depth is None else max_depth,),
        ).rowcount

    def pages_queued(self, last_run: int = 0) -> tuple[int, int]:
        """Return how many pages are queued that were asked for before, and how many new ones.

        Args:
            last_run: The run before; what waits on hosts that it left does not count.
        """
        counted = (
            "SELECT count(v.url), count(*) FROM urls u LEFT JOIN visits v ON v.url = u.id "  # noqa: S608 - constants
            f"WHERE u.state = 0 AND u.kind = 0 AND u.host NOT IN ({self._left})"
        )
        known, count = one_row(self._db.execute(counted, (last_run,)))
        return int(known), int(count) - int(known)
