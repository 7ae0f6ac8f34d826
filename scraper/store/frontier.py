"""The frontier: which URLs are known, and which comes next on each host."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from schemas.fetch import FetchKind
from scraper.store.database import Database, Part, Row, one_row, only_value
from scraper.store.due import Due
from scraper.store.hints import Hints, Teller
from scraper.store.marks import Marks
from scraper.store.rests import Rests
from scraper.urls import host_of, key_of


class Kind(IntEnum):
    """What a URL is expected to be."""

    PAGE = 0
    FEED = 1
    SITEMAP = 2

    @property
    def word(self) -> FetchKind:
        """Its name in records and messages: ``page``."""
        return _KIND_WORDS[self]


_KIND_WORDS: tuple[FetchKind, ...] = ("page", "feed", "sitemap")


class State(IntEnum):
    """Where a URL stands."""

    QUEUED = 0
    DONE = 1
    FAILED = 2
    LEFT = 3
    TOO_DEEP = 4

    @property
    def words(self) -> str:
        """Its name as it is told: ``too deep``."""
        return self.name.lower().replace("_", " ")


class Candidate(NamedTuple):
    """A URL that was found and may have to be fetched; one is made of every link of a page."""

    url: str
    kind: Kind = Kind.PAGE
    priority: int = 50
    depth: int = 0
    hops: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that is to be fetched now."""

    id: int
    url: str
    host: int
    kind: Kind
    depth: int
    hops: int
    priority: int = 50
    etag: str | None = None
    last_modified: str | None = None
    fingerprint: str | None = None
    record: str | None = None
    is_first: bool = True
    """Whether it was never fetched before."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding candidates did."""

    count: int
    """URLs that were not known before."""
    hosts: frozenset[int]
    """Hosts that may have something to fetch now."""


ADD = """
INSERT INTO urls (key, host, url, kind, state, priority, depth, hops) VALUES (?,?,?,?,?,?,?,?)
ON CONFLICT (key) DO UPDATE SET
    depth = CASE WHEN excluded.depth < urls.depth THEN excluded.depth ELSE urls.depth END,
    priority = CASE WHEN excluded.priority < urls.priority
        THEN excluded.priority ELSE urls.priority END,
    state = CASE WHEN urls.state = 4 THEN excluded.state ELSE urls.state END
WHERE urls.state IN (0, 4)
    AND (excluded.depth < urls.depth OR excluded.priority < urls.priority)
"""
_NEXT = "SELECT id FROM urls WHERE host = ? AND state = 0 ORDER BY priority, id LIMIT ?"
"""The index alone answers it: some dozen URLs in hand are passed over each time."""
_TARGET = """
SELECT u.id, u.url, u.host, u.kind, u.depth, u.hops, u.priority,
       v.etag, v.last_modified, v.fingerprint, v.record, v.url
FROM urls u LEFT JOIN visits v ON v.url = u.id WHERE u.id = ?
"""
_FORGET_BYTES = (
    "UPDATE visits SET etag = NULL, last_modified = NULL, fingerprint = NULL WHERE url = ?"
)
_HINTED = """
SELECT u.host FROM urls u JOIN visits v ON v.url = u.id
WHERE u.id = ? AND u.state IN (1, 3) AND v.checked_at < ?
    AND (u.state = 1 OR v.outcome IN ('not-found', 'gone') OR (v.outcome = 'out-of-scope' AND ?))
"""
_DUE_LISTS = """
SELECT u.id, u.host FROM urls u WHERE u.state IN (1, 2) AND u.due_at IS NOT NULL AND u.due_at <= ?
    AND (u.kind <> 0 OR (u.depth = 0
        AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.url = u.id AND v.record IS NOT NULL)))
ORDER BY u.due_at, u.id LIMIT ?
"""
_REMEMBERED = 50_000
"""URLs kept in mind so that links seen a moment ago (menus, footers) cost no query; 13 MB."""
_SLICE = 4096
"""URLs put in at once, so that a sitemap of 50,000 takes no memory for all of them."""
UrlRow = tuple[bytes, int, str, int, int, int, int, int]
"""key, host, URL, kind, state, priority, depth, hops."""


def _to_target(row: Row) -> Target:
    """Return the target that a row of ``_TARGET`` is."""
    url_id, url, host, kind, depth, hops, priority, *visit, visited = row
    etag, last_modified, fingerprint, record = visit
    return Target(
        url_id, url, host, Kind(kind), depth, hops, priority,
        etag, last_modified, fingerprint, record, is_first=visited is None,
    )  # fmt: skip


class Frontier(Part):
    """URLs by host and priority.

    Nothing is written when a URL is taken: what was in hand when the process died is simply
    still queued.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.hints = Hints(database)
        self.marks = Marks(database)
        self.due = Due(database)
        self.rests = Rests(database)
        self._hosts: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._recent: OrderedDict[int, int] = OrderedDict()

    def add(self, candidates: Iterable[Candidate], max_depth: int | None = None) -> Added:
        """Add the URLs that are not known yet; known ones keep the shorter way and better place.

        Args:
            candidates: Canonical URLs with what is known of them.
            max_depth: Deeper ones are noted, to be queued if a shorter way to them is found.
        """
        count, hosts = 0, set[int]()
        news = filter(self._is_news, candidates)
        while rows := [self._to_row(one, max_depth) for one in islice(news, _SLICE)]:
            count += self._insert(rows)
            hosts.update(row[1] for row in rows)
        return Added(count, frozenset(hosts))

    def _to_row(self, candidate: Candidate, max_depth: int | None) -> UrlRow:
        too_deep = max_depth is not None and candidate.depth > max_depth
        return (
            key_of(candidate.url),
            self.host_id(host_of(candidate.url)),
            candidate.url,
            int(candidate.kind),
            int(State.TOO_DEEP if too_deep else State.QUEUED),
            candidate.priority,
            candidate.depth,
            candidate.hops,
        )

    def _insert(self, rows: Sequence[UrlRow]) -> int:
        """Add or improve URLs; return how many were not known."""
        before = self._last_id()
        self._db.executemany(ADD, rows)
        return self._last_id() - before

    def _is_news(self, candidate: Candidate) -> bool:
        """Return whether a URL was not added lately, or not by so short a way; remember it."""
        # Python's own hash is enough here, and far cheaper than a key for every menu link.
        known, rank = hash(candidate.url), candidate.depth * 1000 + candidate.priority
        if self._recent.get(known, rank + 1) <= rank:
            return False
        self._recent[known] = rank
        self._recent.move_to_end(known)
        if len(self._recent) > _REMEMBERED:
            self._recent.popitem(last=False)
        return True

    def forget_recent(self) -> None:
        """Forget what was added since the last commit, after a transaction was rolled back."""
        self._recent.clear()
        self._hosts.clear()
        self._names.clear()

    def _last_id(self) -> int:
        return int(only_value(self._db.execute("SELECT max(id) FROM urls")) or 0)

    def host_id(self, name: str) -> int:
        """Return the number of a host, given to it on first sight."""
        known = self._hosts.get(name)
        if known is not None:
            return known
        row = self._db.execute("SELECT id FROM hosts WHERE name = ?", (name,)).fetchone()
        if row is None:
            row = self._insert_host(name)
        if len(self._hosts) > _REMEMBERED:
            self._hosts.clear()
        self._hosts[name] = int(row[0])
        return self._hosts[name]

    def _insert_host(self, name: str) -> Row:
        return one_row(
            self._db.execute("INSERT INTO hosts (name) VALUES (?) RETURNING id", (name,))
        )

    def host_name(self, host: int) -> str:
        """Return the name of a host by its number."""
        name = self._names.get(host)
        if name is None:
            if len(self._names) > _REMEMBERED:
                self._names.clear()
            rows = self._db.execute("SELECT name FROM hosts WHERE id = ?", (host,))
            name = self._names[host] = str(only_value(rows))
        return name

    def next_target(self, host: int, in_hand: Collection[int]) -> Target | None:
        """Return the best queued URL of a host that is not in hand, None where there is none."""
        for row in self._db.execute(_NEXT, (host, len(in_hand) + 1)):
            if row[0] not in in_hand:
                return self._find_target(row[0])
        return None

    def _find_target(self, url_id: int | None) -> Target | None:
        row = self._db.execute(_TARGET, (url_id,)).fetchone()
        return None if row is None else _to_target(row)

    def hosts_queued(self) -> Iterator[int]:
        """Yield every host with something queued; each step is one look into the index."""
        host = -1
        while True:
            row = self._db.execute(
                "SELECT host FROM urls INDEXED BY urls_queued "
                "WHERE state = 0 AND host > ? ORDER BY host LIMIT 1",
                (host,),
            ).fetchone()
            if row is None:
                return
            host = int(row[0])
            yield host

    def target_of(self, url: str) -> Target | None:
        """Return a known URL as a target, whatever its state."""
        return self._find_target(self._find_id(url))

    def find(self, url: str) -> tuple[int, State, str | None, float | None] | None:
        """Return (id, state, redirect target, when it is due) of a known URL."""
        row = self._db.execute(
            "SELECT u.id, u.state, v.redirect_to, u.due_at FROM urls u "
            "LEFT JOIN visits v ON v.url = u.id WHERE u.id = ?",
            (self._find_id(url),),
        ).fetchone()
        return None if row is None else (row[0], State(row[1]), row[2], row[3])

    def _find_id(self, url: str) -> int | None:
        """Return the id of a known URL."""
        row = self._db.execute("SELECT id FROM urls WHERE key = ?", (key_of(url),)).fetchone()
        return None if row is None else int(row[0])

    def settle(self, url_id: int, state: State, due_at: float | None) -> None:
        """Take a URL out of the queue, for good or until ``due_at``."""
        self._db.execute(
            "UPDATE urls SET state = ?, due_at = ? WHERE id = ?", (int(state), due_at, url_id)
        )

    def queue_again(self, urls: Iterable[str]) -> None:
        """Queue those of some URLs that could not be had, due or not.

        So too what the job's own rules had left out, since they may be others now.
        """
        for url in urls:
            self._db.execute(
                "UPDATE urls SET state = 0, due_at = NULL WHERE id = ? AND (state = 2 "
                "OR (state = 3 AND EXISTS (SELECT 1 FROM visits v WHERE v.url = urls.id "
                "AND v.outcome IN ('blocked-address', 'out-of-scope'))))",
                (self._find_id(url),),
            )

    def ask_whole(self, url: str) -> None:
        """Let the next request for a URL carry no condition, and the same bytes be read again."""
        self._db.execute(_FORGET_BYTES, (self._find_id(url),))

    def hint_changed(self, url: str, changed_at: float, teller: Teller | None = None) -> int | None:
        """Queue a URL that is said to have changed since it was read.

        That is one that was read, or one that was left since it was not there any more.

        Args:
            changed_at: Seconds since 1970.
            teller: Who says so, and may be known to say so of what has not changed. None for the
                job itself, whose rules may be others than those that left a URL out.

        Returns:
            The URL's host where it was queued, else None.
        """
        url_id = self._find_id(url)
        row = self._db.execute(_HINTED, (url_id, changed_at, teller is None)).fetchone()
        if row is None or url_id is None:
            return None
        host = int(row[0])
        if teller is not None and not self.hints.take(url_id, host, teller):
            return None
        self._db.execute("UPDATE urls SET state = 0, due_at = NULL WHERE id = ?", (url_id,))
        return host

    def hint_due(
        self,
        url: str,
        due_at: float,
        read_before: float | None = None,
        teller: Teller | None = None,
    ) -> None:
        """Have a URL asked for again then, at the latest.

        Args:
            url: Of a page that was read.
            due_at: Seconds since 1970.
            read_before: Only if it was last read before this; None for ``due_at``.
            teller: Who says so; what it is not believed is passed over.
        """
        url_id = self._find_id(url)
        row = self._db.execute(
            "SELECT u.host FROM urls u JOIN visits v ON v.url = u.id WHERE u.id = ? "
            "AND u.state = 1 AND u.due_at > ? AND v.checked_at < ?",
            (url_id, due_at, due_at if read_before is None else read_before),
        ).fetchone()
        if row is None or (teller is not None and not self.hints.is_believed(row[0], teller)):
            return
        self._db.execute("UPDATE urls SET due_at = ? WHERE id = ?", (due_at, url_id))

    def queue_lists(self, now: float, most: int) -> set[int]:
        """Queue the feeds, sitemaps and seeds without an article that are due; return their hosts.

        Part of a transaction.

        Args:
            now: Seconds since 1970.
            most: How many at most, what is due longest first.
        """
        rows = self._db.execute(_DUE_LISTS, (now, most))
        due = [(int(row[0]), int(row[1])) for row in rows.fetchall() if self._is_own(row[1])]
        self._db.executemany(
            "UPDATE urls SET state = 0, due_at = NULL WHERE id = ?", [(one,) for one, _ in due]
        )
        return {host for _, host in due}

    def _is_own(self, host: int) -> bool:
        """Return whether this process may write a host's rows."""
        del host  # all, where there is no other process
        return True

    def leave_family(self, host: int, is_member: Callable[[str], bool]) -> int:
        """Leave all queued URLs of a host that belong to a trap; return how many."""
        rows = self._db.execute(
            "SELECT id, url FROM urls WHERE host = ? AND state = 0", (host,)
        ).fetchall()
        ids = [(row[0],) for row in rows if is_member(row[1])]
        self._db.executemany("UPDATE urls SET state = 3 WHERE id = ?", ids)
        return len(ids)

    def counts(self) -> dict[State, int]:
        """Return how many URLs stand in each state."""
        rows = self._db.execute("SELECT state, count(*) FROM urls GROUP BY state")
        return {State(state): count for state, count in rows}

    def failures(self) -> dict[str, int]:
        """Return outcome → URLs that stand failed by it."""
        return dict(
            self._db.execute(
                "SELECT v.outcome, count(*) FROM urls u JOIN visits v ON v.url = u.id "
                "WHERE u.state = 2 GROUP BY v.outcome"
            ).fetchall()
        )

    def hosts_waiting(self, limit: int) -> list[tuple[str, int]]:
        """Return (host, URLs queued) of the hosts with most of them."""
        rows = self._db.execute(
            "SELECT h.name, count(*) FROM urls u JOIN hosts h ON h.id = u.host WHERE u.state = 0 "
            "GROUP BY h.name ORDER BY 2 DESC, 1 LIMIT ?",
            (limit,),
        )
        return [(str(name), int(count)) for name, count in rows]

    def next_due(self) -> float | None:
        """Return when the first URL is due again, in seconds since 1970; None where none is."""
        moment = only_value(
            self._db.execute(
                "SELECT min(due_at) FROM urls WHERE state IN (1, 2) AND due_at IS NOT NULL"
            )
        )
        return None if moment is None else float(moment)

    def queued(self) -> int:
        """Return how many URLs are queued."""
        return int(only_value(self._db.execute("SELECT count(*) FROM urls WHERE state = 0")))
