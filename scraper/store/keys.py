"""The frontier of a file: adding stays as fast with ten million URLs as with a few thousand.

Keys of URLs come in no order, and putting each into a large index would write a whole page of it
for one URL. So the newest are held in memory; when there are enough they are written as one sorted
run behind all earlier runs, which are never touched again (a log-structured index without merges).
Whether a key may be in a run is told by a filter of two bytes a URL, held in memory for all runs,
so that a new URL costs no look into any of them. Nothing is lost with the memory: the newest keys
are those of the URLs whose ids are beyond the last run, and filters stand beside their runs. Only
one process writes to a file, so ids can be given here.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.store.database import Database, Part, only_value
from scraper.store.frontier import Frontier, UrlRow
from scraper.urls import key_of

RUN_KEYS = 1 << 18
"""Keys of a run: those held in memory before they become one, some 30 MB."""
_KEYS_A_WORD = 4
_BITS = 5
"""Bits set for a key in its word of 64. With four keys a word four in a thousand keys that a run
does not hold are looked up there for nothing (measured)."""
_ASKED_AT_ONCE = 4096
"""Keys held against all filters together: 1.3 MB for each ten million URLs known."""
_KEY = np.dtype([("host", ">u4"), ("page", ">u8")])
_WIDE_RUNS = 2
_WIDEN = "PRAGMA cache_size = -65536"
"""With more than half a million URLs their tables are worth 64 MiB of memory; before, such a cache
would be filled by records that are written once and not read again."""
_INSERT = """
INSERT INTO urls (id, key, host, url, kind, state, priority, depth, hops)
VALUES (?,?,?,?,?,?,?,?,?)
"""
_IMPROVE = """
UPDATE urls SET depth = min(depth, ?3), priority = min(priority, ?2),
    state = CASE WHEN state = 4 THEN ?1 ELSE state END
WHERE id = ?4 AND state IN (0, 4) AND (?3 < depth OR ?2 < priority)
"""

_Words = NDArray[np.uint64]


class Keys(Part):
    """The keys of all known URLs, and their ids."""

    def __init__(self, database: Database, run_keys: int) -> None:
        super().__init__(database)
        self._run_keys = run_keys
        self._words = max(1, run_keys // _KEYS_A_WORD)
        self._newest: dict[bytes, int] | None = None
        self._filters: _Words = np.empty((0, self._words), np.uint64)
        self._runs: list[int] = []

    def forget(self) -> None:
        """Forget what is held in memory, after a transaction was rolled back."""
        self._newest = None

    def find_all(self, keys: Iterable[bytes]) -> dict[bytes, int]:
        """Return key → id of those that are known."""
        newest = self._load()
        found: dict[bytes, int] = {}
        asked = []
        for key in keys:
            known = newest.get(key)
            if known is None:
                asked.append(key)
            else:
                found[key] = known
        for run, key in self._suspect(asked):
            row = self._db.execute(
                "SELECT id FROM keys WHERE run = ? AND key = ?", (run, key)
            ).fetchone()
            if row is not None:
                found[key] = int(row[0])
        return found

    def _suspect(self, keys: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        """Yield each run with each key that its filter does not rule out, run by run."""
        if not self._runs:
            return
        for start in range(0, len(keys), _ASKED_AT_ONCE):
            part = sorted(keys[start : start + _ASKED_AT_ONCE])
            places, bits = self._mark(part)
            hits = (self._filters[:, places] & bits) == bits
            for run, number in zip(*np.nonzero(hits), strict=True):
                yield self._runs[run], part[number]

    def _mark(self, keys: Sequence[bytes]) -> tuple[NDArray[np.intp], _Words]:
        """Return the word of a filter and the bits in it that stand for each key."""
        page = np.frombuffer(b"".join(keys), _KEY)["page"].astype(np.uint64)
        places = (page % np.uint64(self._words)).astype(np.intp)
        bits = np.zeros(len(keys), np.uint64)
        for number in range(_BITS):
            # The lowest bits chose the word; the next 30 choose five of its bits.
            shift = (page >> np.uint64(30 + 6 * number)) & np.uint64(63)
            bits |= np.uint64(1) << shift
        return places, bits

    def add(self, entries: dict[bytes, int]) -> None:
        """Take up the keys of URLs that were just put into their table."""
        newest = self._load()
        newest.update(entries)
        if len(newest) >= self._run_keys:
            self._write_run(newest)
            newest.clear()

    def _write_run(self, entries: dict[bytes, int]) -> None:
        """Write keys as a run of their own, behind all others."""
        ordered = sorted(entries)
        run = self._runs[-1] + 1 if self._runs else 1
        self._db.executemany(
            "INSERT INTO keys (run, key, id) VALUES (?, ?, ?)",
            ((run, key, entries[key]) for key in ordered),
        )
        words = np.zeros(self._words, np.uint64)
        places, bits = self._mark(ordered)
        np.bitwise_or.at(words, places, bits)
        self._db.execute(
            "INSERT INTO key_runs (run, last, filter) VALUES (?, ?, ?)",
            (run, max(entries.values()), words.astype("<u8").tobytes()),
        )
        self._runs.append(run)
        self._filters = np.vstack([self._filters, words])
        self._widen()

    def _load(self) -> dict[bytes, int]:
        """Return the keys that are in no run yet, after reading them and the filters."""
        if self._newest is None:
            self._load_runs()
            self._newest = self._read_newest(-1)
        return self._newest

    def _load_runs(self) -> None:
        rows = self._db.execute("SELECT run, filter FROM key_runs ORDER BY run").fetchall()
        self._runs = [int(run) for run, _ in rows]
        filters = np.frombuffer(b"".join(words for _, words in rows), "<u8")
        self._filters = filters.astype(np.uint64).reshape(len(rows), self._words)
        self._widen()

    def _widen(self) -> None:
        """Give the database more memory once there are many URLs."""
        if len(self._runs) >= _WIDE_RUNS:
            self._db.execute(_WIDEN)

    def _read_newest(self, limit: int) -> dict[bytes, int]:
        """Return the first keys that are in no run, -1 for all."""
        rows = self._db.execute(
            "SELECT key, id FROM urls WHERE id > (SELECT coalesce(max(last), 0) FROM key_runs) "
            "ORDER BY id LIMIT ?",
            (limit,),
        )
        return dict(rows.fetchall())

    def catch_up(self) -> None:
        """Write the runs of a file that comes from an earlier layout, one in a transaction."""
        while self._count_newest() >= self._run_keys:
            with self._db.transaction():
                self._load_runs()
                self._write_run(self._read_newest(self._run_keys))

    def _count_newest(self) -> int:
        """Return how many keys are in no run: ids have no gaps, as no URL is ever deleted."""
        return int(
            only_value(
                self._db.execute(
                    "SELECT (SELECT coalesce(max(id), 0) FROM urls) "
                    "- (SELECT coalesce(max(last), 0) FROM key_runs)"
                )
            )
        )


class FileFrontier(Frontier):
    """The frontier of a job whose database is a file.

    Args:
        database: Of the job; the caller opens and ends transactions.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._keys = Keys(database, RUN_KEYS)
        self._keys.catch_up()

    def forget_recent(self) -> None:
        """Forget what was added since the last commit, after a transaction was rolled back."""
        super().forget_recent()
        self._keys.forget()

    def _insert(self, rows: Sequence[UrlRow]) -> int:
        """Add or improve URLs; return how many were not known."""
        known = self._keys.find_all([row[0] for row in rows])
        following = int(only_value(self._db.execute("SELECT max(id) FROM urls")) or 0) + 1
        first: dict[bytes, int] = {}
        new, again = [], []
        for row in rows:
            key = row[0]
            if key in known or key in first:
                again.append((*row[4:7], known.get(key) or first[key]))
            else:
                first[key] = following + len(first)
                new.append((first[key], *row))
        self._db.executemany(_INSERT, new)
        self._db.executemany(_IMPROVE, again)
        self._keys.add(first)
        return len(new)

    def _find_id(self, url: str) -> int | None:
        """Return the id of a known URL."""
        key = key_of(url)
        return self._keys.find_all([key]).get(key)
