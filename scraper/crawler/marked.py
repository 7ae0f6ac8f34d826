"""Learns which parameters of links choose nothing, and takes such links for their address.

A site that marks its links anew at each look (``?ref=8f3a…``) would be asked for all its stories
by each of them, for ever. What is proved, and how, is in ``scraper.store.marks``.
"""

from collections.abc import Iterable, Iterator

from schemas import CrawlJob, FetchRecord
from schemas.fetch import TRANSIENT
from scraper.crawler.clock import Clock
from scraper.crawler.finished import Finished
from scraper.crawler.likeness import FIRST
from scraper.crawler.revisit import LONGEST
from scraper.store import Candidate, Kind, Store, Target
from scraper.store.marks import digest_of

_LEAST_HOLD_S = 86400.0
"""In place of a job's ``revisit`` that is shorter."""


class MarkedLinks:
    """Links whose parameters may choose nothing; all but ``find_bare`` is part of a transaction."""

    def __init__(self, job: CrawlJob, store: Store, clock: Clock) -> None:
        self._records = store.records
        self._frontier = store.frontier
        self._marks = store.frontier.marks
        self._hold_s = LONGEST * max(job.revisit, _LEAST_HOLD_S)
        self._clock = clock

    def find_bare(self, url: str) -> str:
        """Return a URL without what is known to choose nothing at its address."""
        return self._marks.find_bare(url, self._clock.now()) if "?" in url else url

    def bare(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield candidates under their address."""
        for candidate in candidates:
            bare = self.find_bare(candidate.url)
            yield candidate if bare == candidate.url else candidate._replace(url=bare)

    def needs_links(self, target: Target) -> bool:
        """Return whether ``learn`` has to know what a page links."""
        is_new = target.is_first and "?" in target.url
        return is_new or self._marks.is_judged(target.url)

    def learn(self, finished: Finished, fetch: FetchRecord) -> list[Candidate]:
        """Note what a page says; return the addresses to ask for, to know what its query is for."""
        target = finished.target
        if target.kind is not Kind.PAGE:
            return []
        if fetch.outcome not in TRANSIENT and self._marks.is_judged(target.url):
            self._judge(finished, fetch)
        record, now = finished.reading.record, self._clock.now()
        is_new = target.is_first and "?" in target.url
        text = digest_of(record, finished.reading.links) if is_new and record else None
        if text is None:
            return []
        bare = list(self._marks.see(target.url, target.host, text, now, self._hold_s))
        for url in bare:
            self._frontier.ask_whole(url)
            self._frontier.hint_changed(url, now + 1.0)
        return [Candidate(url, Kind.PAGE, FIRST + 2, target.depth, target.hops) for url in bare]

    def _judge(self, finished: Finished, fetch: FetchRecord) -> None:
        target = finished.target
        is_read = fetch.outcome == "ok" and fetch.article_id is not None
        record = self._records.find_json(fetch.article_id or "") if is_read else None
        links = finished.reading.links
        # A page that was being read already when it was asked about has no digest of its links.
        if fetch.outcome == "not-modified" or (record and links is None):
            self._marks.put_off(target.url)
            return
        text = digest_of(record, links) if record else None
        self._marks.judge(target.url, text, self._clock.now(), self._hold_s)

    def leave(self, target: Target, bare: str | None) -> None:
        """Note that a known page is another's under a mark."""
        known = self._frontier.target_of(bare) if bare else None
        if target.record is not None and known is not None and known.record is not None:
            self._records.mark_copy(target.record, target.url, known.record)
