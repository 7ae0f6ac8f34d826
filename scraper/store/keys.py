"""The frontier of a file: adding stays as fast with ten million URLs as with a few thousand.

Keys of URLs come in no order, and putting each into a large index would write a whole page of it
for one URL. So the newest are held in memory, and when there are enough they go into the index
together, in its own order: a page of it is then written once for many. Nothing is lost with the
memory: the newest are exactly the URLs with ids beyond the last that was put into the index, and
are read from the table of URLs again. Only one process writes to a file, so ids can be given here.
"""

from collections.abc import Iterable, Sequence

from scraper.store.database import Database, only_value
from scraper.store.frontier import Frontier
from scraper.urls import key_of

MERGED_AT = 1 << 18
"""Keys held in memory before they go into the index: some 30 MB."""
_ASKED_AT_ONCE = 500
_INSERT = """
INSERT INTO urls (id, key, host, url, kind, state, priority, depth, hops)
VALUES (?,?,?,?,?,?,?,?,?)
"""
_IMPROVE = """
UPDATE urls SET depth = min(depth, ?3), priority = min(priority, ?2),
    state = CASE WHEN state = 4 THEN ?1 ELSE state END
WHERE id = ?4 AND state IN (0, 4) AND (?3 < depth OR ?2 < priority)
"""

_UrlRow = tuple[bytes, int, str, int, int, int, int, int]
"""key, host, URL, kind, state, priority, depth, hops."""


class Keys:
    """The keys of all known URLs, and their ids.

    Args:
        database: Of the job; the caller opens and ends transactions.
    """

    def __init__(self, database: Database, merged_at: int = MERGED_AT) -> None:
        self._db = database
        self._merged_at = merged_at
        self._newest: dict[bytes, int] | None = None

    def forget(self) -> None:
        """Forget what is held in memory, after a transaction was rolled back."""
        self._newest = None

    def find_all(self, keys: Iterable[bytes]) -> dict[bytes, int]:
        """Return key → id of those that are known."""
        newest = self._read_newest()
        found: dict[bytes, int] = {}
        asked = []
        for key in keys:
            known = newest.get(key)
            if known is None:
                asked.append(key)
            else:
                found[key] = known
        asked.sort()
        for at in range(0, len(asked), _ASKED_AT_ONCE):
            part = asked[at : at + _ASKED_AT_ONCE]
            marks = ",".join("?" * len(part))
            query = f"SELECT key, id FROM keys WHERE key IN ({marks})"  # noqa: S608 - only marks
            found.update(self._db.execute(query, part).fetchall())
        return found

    def add(self, entries: dict[bytes, int]) -> None:
        """Take up the keys of URLs that were just put into their table."""
        newest = self._read_newest()
        newest.update(entries)
        if len(newest) < self._merged_at:
            return
        self._db.executemany("INSERT INTO keys (key, id) VALUES (?, ?)", sorted(newest.items()))
        self._db.execute("UPDATE merged SET id = (SELECT max(id) FROM urls)")
        newest.clear()

    def _read_newest(self) -> dict[bytes, int]:
        """Return the keys that are not in the index yet."""
        if self._newest is None:
            rows = self._db.execute(
                "SELECT key, id FROM urls WHERE id > (SELECT id FROM merged) ORDER BY id"
            )
            self._newest = dict(rows.fetchall())
        return self._newest


class FileFrontier(Frontier):
    """The frontier of a job whose database is a file.

    Args:
        database: Of the job; the caller opens and ends transactions.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._keys = Keys(database)

    def forget_recent(self) -> None:
        """Forget what was added since the last commit, after a transaction was rolled back."""
        super().forget_recent()
        self._keys.forget()

    def _insert(self, rows: Sequence[_UrlRow]) -> int:
        """Add or improve URLs; return how many were not known."""
        known = self._keys.find_all([row[0] for row in rows])
        following = self._last_id() + 1
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

    def _last_id(self) -> int:
        return int(only_value(self._db.execute("SELECT max(id) FROM urls")) or 0)
