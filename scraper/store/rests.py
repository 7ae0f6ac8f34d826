"""Hosts that asked for a pause (``Retry-After``) which outlasts the run that they said it to."""

from scraper.store.database import Part, put_row

LONGEST_S = 7 * 86400.0
"""Longest pause that is kept: some servers write seconds where they mean something else."""


class Rests(Part):
    """The pauses that hosts asked for."""

    def put(self, host: int, now: float, pause_s: float) -> None:
        """Keep that a host is to be left alone from now on; part of a transaction."""
        self._db.execute("DELETE FROM rests WHERE until <= ?", (now,))
        self._db.execute(put_row("rests", "host until"), (host, now + min(pause_s, LONGEST_S)))

    def find(self, now: float) -> dict[int, float]:
        """Return host → until when it is left alone, in seconds since 1970.

        A pause that ends later than any that is kept comes from a clock that was ahead.
        """
        rows = self._db.execute(
            "SELECT host, until FROM rests WHERE until > ? AND until <= ?", (now, now + LONGEST_S)
        )
        return {int(host): float(until) for host, until in rows.fetchall()}
