"""What sitemaps and feeds say has changed, held against what the pages then say.

Some sitemaps say of every page, each time, that it has just changed. A host's word counts as long
as some of the pages that it names are found changed; feeds and sitemaps are judged apart.
"""

from collections import Counter
from enum import IntEnum

from scraper.store.database import Database, Part, put_row

LEAST_TOLD = 10
"""Pages asked for on a host's word before it may be doubted."""
LEAST_TRUE = 0.1
"""Share of them that has to be found changed for the word to count. Of an honest sitemap it is
nearly all, and still some where a page's comments or template count as a change."""
_REMEMBERED = 100
"""Pages after which what was found of them counts half."""
_TRIED = 5
"""Pages of a run that are looked at on the word of a host that is not believed any more: all that
one has which has mended its ways and tells a few changes a day."""


class Teller(IntEnum):
    """What says that a page has changed; numbered as kinds of URLs."""

    FEED = 1
    SITEMAP = 2


class Hints(Part):
    """Hints that wait for their page to be asked for, and what came of earlier ones."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._tried: Counter[tuple[int, Teller]] = Counter()

    def take(self, url_id: int, host: int, teller: Teller) -> bool:
        """Note that a page is said to have changed; return whether it has to be looked at."""
        self._db.execute(
            "INSERT INTO hinted (url, teller) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (url_id, int(teller)),
        )
        if self.is_believed(host, teller):
            return True
        self._tried[host, teller] += 1
        return self._tried[host, teller] <= _TRIED

    def is_believed(self, host: int, teller: Teller) -> bool:
        """Return whether enough was true of what a host's sitemaps or feeds said."""
        told, true = self._find(host, teller)
        return told < LEAST_TOLD or true >= LEAST_TRUE * told

    def _find(self, host: int, teller: Teller) -> tuple[int, int]:
        row = self._db.execute(
            "SELECT told, found FROM tellers WHERE host = ? AND teller = ?", (host, int(teller))
        ).fetchone()
        return (0, 0) if row is None else (int(row[0]), int(row[1]))

    def judge(self, url_id: int, host: int, *, has_changed: bool | None) -> None:
        """Hold a hint against its page, if there was one; what it led to alone is let go of.

        Args:
            url_id: Of a page that was asked for.
            has_changed: None where the answer does not tell.
        """
        row = self._db.execute(
            "DELETE FROM hinted WHERE url = ? RETURNING teller", (url_id,)
        ).fetchone()
        if row is None or has_changed is None:
            return
        teller = Teller(row[0])
        was_believed = self.is_believed(host, teller)
        told, true = self._find(host, teller)
        if told >= _REMEMBERED:
            told, true = told // 2, true // 2
        self._db.execute(
            put_row("tellers", "host teller told found", keys=2),
            (host, int(teller), told + 1, true + has_changed),
        )
        if was_believed and not self.is_believed(host, teller):
            self._let_go(host, teller)

    def _let_go(self, host: int, teller: Teller) -> None:
        """Have the pages that are queued on a host's word wait for their own time again."""
        self._db.execute(
            "UPDATE urls SET state = 1, due_at = (SELECT v.checked_at + v.interval_s FROM visits v "
            "WHERE v.url = urls.id) WHERE host = ? AND state = 0 AND id IN (SELECT h.url FROM "
            "hinted h JOIN visits v ON v.url = h.url WHERE h.teller = ? AND v.outcome IN "
            "('ok', 'not-modified', 'redirect'))",
            (host, int(teller)),
        )
