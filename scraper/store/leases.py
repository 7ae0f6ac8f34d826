"""Who of several processes crawls which hosts: shards, leased to workers.

Hosts are sorted into a fixed number of shards by their registrable domain. A worker owns shards as
long as its lease runs, which every transaction of its own makes longer; a transaction of a worker
whose lease is over fails, so that whoever took its shards over is alone with them. A worker that
is known to be dead (it ran on this machine, and its process is gone) loses its lease at once.
Times are the database's, so that clocks of machines may differ.
"""

import ipaddress
import os
import socket
import time
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import cast
from zlib import crc32

from scraper.errors import LeaseLost
from scraper.store.database import Database, Rows, Value, only_value

SHARDS = 1024
"""Fixed for ever: it is written into every database. Enough for some hundred workers."""
LEASE_S = 20.0
"""How long a worker may be silent. Longer than a transaction of a busy database takes, short
enough to wait for."""
_LARGEST_GRANT = 64

_NOW = "extract(epoch from clock_timestamp())::float8"
"""What ``:now`` stands for in the statements here."""
_DEPOSE = """
WITH lost AS (
    SELECT id FROM workers WHERE NOT has_ended AND (until < :now OR id = ANY(?))
    FOR UPDATE SKIP LOCKED
), ended AS (
    UPDATE workers SET has_ended = TRUE, granted = 0 WHERE id IN (SELECT id FROM lost)
    RETURNING id
)
UPDATE shards SET owner = NULL, free_since = :now WHERE owner IN (SELECT id FROM ended)
"""
_CLAIM = """
UPDATE shards SET owner = ? WHERE id IN (
    SELECT id FROM shards WHERE owner IS NULL AND free_since <= ? ORDER BY id LIMIT ?
    FOR UPDATE SKIP LOCKED
) RETURNING id
"""
_RENEW = """
UPDATE workers SET until = :now + ? WHERE id = ? AND NOT has_ended AND until >= :now
"""


@lru_cache(maxsize=100_000)
def shard_of(host: str) -> int:
    """Return the shard of a host: the same for all hosts of a registrable domain.

    Source: the Public Suffix List, with its private part (blogs of a service are many sites).
    """
    name = host if host.startswith("[") else host.partition(":")[0]
    domain = None if _is_address(name.strip("[]")) else _find_domain()(name)
    return crc32((domain or name).encode()) % SHARDS


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _find_domain() -> Callable[[str], str | None]:
    """Return what finds registrable domains; reading the list takes a moment."""
    from publicsuffixlist import PublicSuffixList

    return cast("Callable[[str], str | None]", PublicSuffixList().privatesuffix)


class Leases:
    """What this process may crawl.

    Args:
        database: PostgreSQL; the caller opens and ends transactions where it says so.
    """

    def __init__(self, database: Database, lease_s: float = LEASE_S) -> None:
        self._db = database
        self._lease_s = lease_s
        self._valid_until = 0.0
        self.worker: int | None = None
        """Number of this worker, None before it joined."""
        self.shards: set[int] = set()
        """Shards that are ours."""

    def _run(self, statement: str, values: Sequence[Value] = ()) -> Rows:
        return self._db.execute(statement.replace(":now", _NOW), values)

    def join(self, run: int) -> None:
        """Become a worker of a run."""
        rows = self._run(
            "INSERT INTO workers (run, machine, process, until, pages, granted, has_ended) "
            "VALUES (?, ?, ?, :now + ?, 0, 0, FALSE) RETURNING id",
            (run, socket.gethostname(), os.getpid(), self._lease_s),
        )
        self.worker = int(only_value(rows))
        self._valid_until = time.monotonic() + self._lease_s

    def renew(self) -> None:
        """Make the lease longer; part of every transaction of a worker.

        Raises:
            LeaseLost: It is over; others may crawl these hosts already.
        """
        if self.worker is None:
            return
        begun = time.monotonic()
        if not self._run(_RENEW, (self._lease_s, self.worker)).rowcount:
            self.shards.clear()
            raise LeaseLost(
                f"worker {self.worker} was silent for more than {self._lease_s:g} s and lost its "
                "hosts to others; it joins again"
            )
        self._valid_until = begun + self._lease_s

    @property
    def is_running(self) -> bool:
        """Whether the lease can't be over yet, as far as this process knows."""
        return time.monotonic() < self._valid_until

    def share(self, workers: int, busy: Collection[int]) -> bool:
        """Free the shards of lost workers, take what is due to this one, and give what is not.

        Args:
            busy: Shards that are not given away, as their hosts are being asked.

        Returns:
            Whether shards came.
        """
        self._run(_DEPOSE, (self._find_dead(),))
        live = "SELECT count(*) FROM workers WHERE NOT has_ended"
        due = -(-SHARDS // max(1, int(only_value(self._run(live)))))
        planned = -(-SHARDS // workers)
        now = float(only_value(self._run("SELECT :now")))
        came = self._claim(planned, now)
        # What nobody took for a while belongs to a worker that did not come (again).
        came |= self._claim(SHARDS, now - self._lease_s)
        surplus = len(self.shards) - max(due, planned)
        self._give([shard for shard in sorted(self.shards) if shard not in busy][: max(0, surplus)])
        return bool(came)

    def _find_dead(self) -> list[int]:
        """Return the workers that ran on this machine and whose process is gone."""
        rows = self._run(
            "SELECT id, process FROM workers WHERE NOT has_ended AND machine = ? AND id <> ?",
            (socket.gethostname(), self.worker),
        )
        return [worker for worker, process in rows.fetchall() if not _is_alive(process)]

    def _claim(self, most: int, free_since: float) -> set[int]:
        missing = most - len(self.shards)
        if missing <= 0:
            return set()
        rows = self._run(_CLAIM, (self.worker, free_since, missing))
        came = {int(row[0]) for row in rows.fetchall()}
        self.shards |= came
        return came

    def _give(self, shards: list[int]) -> None:
        if shards:
            self._run(
                "UPDATE shards SET owner = NULL, free_since = :now WHERE owner = ? AND id = ANY(?)",
                (self.worker, shards),
            )
            self.shards.difference_update(shards)

    def leave(self) -> None:
        """Give everything back: the crawl is over here."""
        self._give(sorted(self.shards))
        self._run("UPDATE workers SET has_ended = TRUE, granted = 0 WHERE id = ?", (self.worker,))
        self.worker = None

    # --- max_pages --------------------------------------------------------------------------

    def add_pages(self, pages: int) -> None:
        """Count URLs against the run's ``max_pages``; on a row that only this worker writes."""
        self._run(
            "UPDATE workers SET pages = pages + ?, granted = granted - ? WHERE id = ?",
            (pages, pages, self.worker),
        )

    def grant(self, run: int, max_pages: int, workers: int) -> int:
        """Return how many more pages this worker may fetch; part of a transaction.

        The rest of the run's pages is parted among the workers bit by bit, so that all end
        at about the same time.
        """
        self._run("SELECT 1 FROM runs WHERE id = ? FOR UPDATE", (run,))
        used = only_value(
            self._run("SELECT coalesce(sum(pages + granted), 0) FROM workers WHERE run = ?", (run,))
        )
        rest = max_pages - int(used)
        granted = min(_LARGEST_GRANT, -(-rest // (2 * workers))) if rest > 0 else 0
        self._run("UPDATE workers SET granted = granted + ? WHERE id = ?", (granted, self.worker))
        return granted

    def give_back(self, pages: int) -> None:
        """Let others fetch pages that were granted to this worker."""
        self._run("UPDATE workers SET granted = granted - ? WHERE id = ?", (pages, self.worker))


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
