"""Writes finished URLs: everything that came of one in the same transaction.

The URL's state, the links found on it, its fetch, its record and the archive's length stand or
fall together, so that a crash leaves no half of anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from schemas import CrawlJob, FetchRecord
from schemas.fetch import SUCCESSES, Outcome
from scraper.crawler.archive import Archive
from scraper.crawler.clock import Clock
from scraper.crawler.finished import (
    MOST_HALVES,
    Finished,
    fingerprint_of,
    is_believed,
    is_half,
    may_be_half,
    records_of,
    to_cut,
    to_exchange,
    to_fetch_record,
    to_new_record,
    with_record,
)
from scraper.crawler.likeness import FIRST, is_article_like
from scraper.crawler.marked import MarkedLinks
from scraper.crawler.revisit import has_left, keep_up, plan_visit
from scraper.crawler.scope import Scope
from scraper.crawler.sitemaps import DAY_ENDS_S
from scraper.crawler.standstill import Standstill
from scraper.crawler.tempo import find_tempo
from scraper.crawler.traps import is_member, judge_family, shape_of
from scraper.store import (
    Candidate,
    Kind,
    Original,
    Put,
    Run,
    State,
    Store,
    Target,
    Teller,
    Visit,
)
from scraper.urls import canonicalize

MAX_SITEMAP_DEPTH = 3
"""Sitemap indexes within each other; the protocol allows one."""
_LISTS_S = 300.0
"""How often a run looks which seeds, feeds and sitemaps have become due since it began."""
_FETCHES_PER_LIST = 10
"""One of them for so many fetches, however long these take, so that a run ends however many lists
there are: those that are queued so lead to a tenth of them at most."""
_LOOKED_THROUGH = 20
"""Latest fetches of a page among which it is looked for how often it came in half."""

_TELLERS = {"feed": Teller.FEED, "sitemap": Teller.SITEMAP}


@dataclass(slots=True)
class Committed:
    """What writing a batch did."""

    fetches: list[FetchRecord] = field(default_factory=list)
    hosts: set[int] = field(default_factory=set)
    """Hosts that may have something to fetch now."""
    notes: list[str] = field(default_factory=list)
    counted: int = 0
    """URLs that count against ``max_pages``."""
    uncounted: int = 0
    """URLs that were taken as pages and don't count against ``max_pages``."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A batch as it stands in the archive."""

    file: str
    size: int
    """Length of the file with it."""
    originals: dict[int, Original]
    """URL id → what later copies of its answer refer to."""


class Committer:
    """Writes what a run brings."""

    def __init__(
        self,
        job: CrawlJob,
        run: Run,
        store: Store,
        scope: Scope,
        archive: Archive | None,
        clock: Clock,
    ) -> None:
        self._job = job
        self._run = run
        self._store = store
        self._frontier = store.frontier
        self._scope = scope
        self._archive = archive
        self._clock = clock
        self.marked = MarkedLinks(job, store, clock)
        self._lists_at = clock.monotonic()
        self._fetched = 0
        self.queued = store.frontier.queued()
        """URLs queued, about: without a look into the database."""
        self.records = store.records.count()
        """Records that the job holds."""
        self._standstill = Standstill(self.queued, self._lists_at)

    def add(self, candidates: list[Candidate]) -> None:
        """Queue URLs that no page led to, such as a host's sitemaps."""
        with self._store.transaction():
            self.queued += self._frontier.add(candidates).count

    def let_rest(self, host: int, pause_s: float | None) -> bool:
        """Keep for later runs that a host asked for a pause, if it is longer than a run waits."""
        if pause_s is None or pause_s <= self._job.limits.retry_wait:
            return False
        with self._store.transaction():
            self._frontier.rests.put(host, self._clock.now(), pause_s)
        return True

    def with_end(self, finished: Finished) -> Finished:
        """Return half of a page that was had whole as what was cut off."""
        target, reading = finished.target, finished.reading
        if not may_be_half(finished) or target.record is None or target.record != reading.record_id:
            return finished
        before = self._store.records.find_json(target.record)
        if before is None or not is_half(finished, before):
            return finished
        runs, visit = self._store.runs, self._store.runs.find_visit(target.id)
        # Fetches are not found by their URL but by reading all: only where it may be worth it.
        has_failed = visit is not None and visit.failures >= MOST_HALVES
        latest = runs.last_fetches(target.id, _LOOKED_THROUGH) if has_failed else []
        return finished if is_believed(fetch for _, fetch in latest) else to_cut(finished)

    def keep(self, batch: list[Finished]) -> Kept | None:
        """Append a batch to the archive, which has to be synced before it is committed.

        Raises:
            StoreError: It can't be written.
        """
        if self._archive is None:
            return None
        originals = self._write_archive(batch, self._archive)
        flushed = self._archive.flush()
        return Kept(*flushed, originals) if flushed is not None else None

    def commit(self, batch: list[Finished], kept: Kept | None = None) -> Committed:
        """Write a batch in one transaction.

        Raises:
            StoreError: Nothing of it could be written.
        """
        done = Committed()
        with self._store.transaction(records_of(batch)):
            if kept is not None:
                self._store.put_archive_size(kept.file, kept.size)
                for url_id, original in kept.originals.items():
                    self._store.put_original(url_id, original)
            for finished in batch:
                self._write(finished, done)
            if done.counted:
                self._store.runs.add_pages(self._run.id, done.counted)
            self._queue_lists(done)
        # Lists and hints queue what is known: ``queued`` counts it only when it is done.
        note = self._standstill.find(self._frontier.queued, self._clock.monotonic())
        done.notes += [note] if note is not None else []
        return done

    def _queue_lists(self, done: Committed) -> None:
        """Queue lists that have become due, as a run may take days; too few to keep it going."""
        self._fetched += sum(fetch.attempts > 0 for fetch in done.fetches)
        now, most = self._clock.monotonic(), self._fetched // _FETCHES_PER_LIST
        if self._job.revisit and most and now - self._lists_at >= _LISTS_S:
            self._lists_at, self._fetched = now, 0
            done.hosts.update(self._frontier.queue_lists(self._clock.now(), most))

    def _write_archive(self, batch: list[Finished], archive: Archive) -> dict[int, Original]:
        """Append what servers were asked for; return URL id → what copies will refer to."""
        originals: dict[int, Original] = {}
        for finished in batch:
            if not finished.attempted.attempts:
                continue
            target = finished.target
            known = None if target.is_first else self._store.find_original(target.id)
            original = archive.write(to_exchange(finished, known))
            if original is not None:
                originals[target.id] = original
        return originals

    def _write(self, finished: Finished, done: Committed) -> None:
        """Write one URL; part of a transaction."""
        finished, put = self._put_record(self._with_redirect(finished))
        target, attempted, reading = finished.target, finished.attempted, finished.reading
        found = self._add_found(finished, done, is_new=put is Put.NEW)
        fetch = to_fetch_record(finished, self._frontier.host_name(target.host), found)
        now = self._clock.now()
        # Where nothing is made of pages, their bytes are all there is.
        is_made = self._job.keep != "nothing"
        is_same = is_made and _is_same(put, found, finished)
        # An unchanged shell says nothing about what its scripts bring: it is read in full again, as
        # is a page that shows nothing, which a server may have sent for an hour, and one that may
        # be half of itself, until it gives the same again.
        is_part = is_made and may_be_half(finished) and (target.is_first or not is_same)
        is_whole = reading.rendered is None and not reading.is_bare and not is_part
        response = attempted.response if is_whole else None
        before = None if target.is_first else self._store.runs.find_visit(target.id)
        visit, state, due_at = plan_visit(
            fetch,
            before,
            response,
            fingerprint_of(response) if response else None,
            revisit_s=self._job.revisit,
            now=now,
            is_same=is_same,
        )
        if reading.kind == "feed" and state is State.DONE:
            within_s = self._judge_tempo(finished, found, before, done)
            if within_s is not None:
                visit, due_at = keep_up(visit, within_s)
        if fetch.outcome == "robots-unreachable":
            state = State.QUEUED
        self._frontier.settle(target.id, state, due_at)
        if not target.is_first:
            is_read = fetch.outcome in ("ok", "not-modified")
            has_changed = visit.changed_at == now if is_read else None
            self._frontier.hints.judge(target.id, target.host, has_changed=has_changed)
        self._store.runs.log_fetch(self._run.id, target, fetch, visit)
        if target.record is not None and has_left(fetch):
            self._store.records.mark_vanished(target.record, target.url, self._run.id)
        elif fetch.outcome == "trap":
            self.marked.leave(target, fetch.redirect_to)
        self._queue(self.marked.learn(finished, fetch), done)
        self._count(target, fetch, done)
        done.fetches.append(fetch)

    def _judge_tempo(
        self, finished: Finished, found: int, before: Visit | None, done: Committed
    ) -> float | None:
        """Return how soon a feed has to be read again; say so where it was read too late."""
        # Of one that failed in between, what was lost was lost to that, however often it is read.
        was_read = before is not None and before.outcome in SUCCESSES
        last_read = before.checked_at if before is not None and was_read else None
        entries = finished.reading.found
        within_s, is_late = find_tempo(entries, found, self._clock.now(), last_read)
        if is_late:
            done.notes.append(
                f"{finished.target.url} tells of nothing that it told before: others may have come "
                "and gone since it was last read; run the job more often"
            )
        return within_s

    def _count(self, target: Target, fetch: FetchRecord, done: Committed) -> None:
        """Count a page against ``max_pages``."""
        self.queued = max(0, self.queued - 1)
        if target.kind is not Kind.PAGE:
            return
        if fetch.attempts and fetch.outcome != "redirect" and fetch.kind == "page":
            done.counted += 1
        else:
            done.uncounted += 1

    def _put_record(self, finished: Finished) -> tuple[Finished, Put | None]:
        """Store what a page gave, as the record that it is; part of a transaction."""
        target, record = finished.target, to_new_record(finished.target.url, finished.reading)
        if record is None:
            return finished, None
        placed = self._store.records.place(record, self._run.id)
        put = self._store.records.put(placed, self._run.id)
        self.records += put is Put.NEW
        if target.record is not None and target.record != placed.id:
            self._store.records.mark_moved(target.record, placed, self._run.id)
        return finished if placed is record else with_record(finished, placed), put

    def _add_found(self, finished: Finished, done: Committed, *, is_new: bool) -> int:
        """Add the URLs that were found; judge the family of the URL by what it brought."""
        target, reading = finished.target, finished.reading
        is_read = finished.attempted.outcome == "ok" and reading.outcome == "ok"
        # What looks like an article is no trap, even if a row of them gives no record.
        if reading.kind == "page" and is_read and not is_article_like(target.url):
            return self._add_judged(target, list(self._candidates(finished)), done, is_new=is_new)
        added = self._queue(self._candidates(finished), done)
        for entry in reading.found:
            if entry.changed_at is not None:
                # Lists are cheap, and what changed within one shows in its entries alone.
                teller = _TELLERS.get(reading.kind) if entry.kind == "page" else None
                self._take_hint(self.marked.find_bare(entry.url), entry.changed_at, teller, done)
        return added

    def _queue(self, candidates: Iterable[Candidate], done: Committed) -> int:
        """Queue URLs that were found; return how many were not known."""
        added = self._frontier.add(self.marked.bare(candidates), self._job.max_depth)
        done.hosts.update(added.hosts)
        self.queued += added.count
        return added.count

    def _take_hint(
        self, url: str, changed_at: float, teller: Teller | None, done: Committed
    ) -> None:
        """Queue a URL that was changed; one of a day that is not over is looked at after it too."""
        now = self._clock.now()
        if changed_at > now + DAY_ENDS_S:
            return  # Dates of tomorrow and later are mistakes, and would be hints for ever.
        since = changed_at if changed_at <= now else changed_at - DAY_ENDS_S
        # Times are told to the second: what was fetched within it may have changed after that.
        host = self._frontier.hint_changed(url, since + 1.0, teller)
        if host is not None:
            done.hosts.add(host)
        elif changed_at > now:
            self._frontier.hint_due(url, changed_at, teller=teller)

    def _add_judged(
        self, target: Target, candidates: list[Candidate], done: Committed, *, is_new: bool
    ) -> int:
        """Add what a page leads to, but for more of its own family once that is left."""
        shape = shape_of(target.url)
        family = self._store.find_family(target.host, shape)
        own = [candidate for candidate in candidates if is_member(candidate.url, shape)]
        others = [candidate for candidate in candidates if not is_member(candidate.url, shape)]
        elsewhere = self._queue(others, done)
        # Its pages are asked for again: a new link on one would open the trap each time.
        if target.is_first and family.reason is None:
            family = judge_family(family, is_fruitful=is_new or elsewhere > 0)
            self._store.put_family(target.host, shape, family)
            if family.reason is not None:
                self._leave_family(target, shape, family.reason, done)
        return elsewhere + (self._queue(own, done) if family.reason is None else 0)

    def _leave_family(self, target: Target, shape: str, reason: str, done: Committed) -> None:
        left = self._frontier.leave_family(target.host, lambda url: is_member(url, shape))
        self.queued = max(0, self.queued - left)
        host = self._frontier.host_name(target.host)
        done.notes.append(f"trap: {host}{shape} is left with {left} URLs unread: {reason}")

    def _candidates(self, finished: Finished) -> Iterator[Candidate]:
        """Yield what a URL leads to, as the frontier takes it."""
        target, reading, attempted = finished.target, finished.reading, finished.attempted
        hop, is_list = (target.depth, target.hops + 1), reading.kind == "sitemap"
        if attempted.outcome == "redirect" and attempted.redirect_to is not None:
            yield Candidate(attempted.redirect_to, target.kind, FIRST + 2, *hop)
        for entry in reading.found:
            kind = Kind[entry.kind.upper()]
            if entry.is_redirect:
                yield Candidate(entry.url, kind, FIRST + 2, *hop)
            elif kind is not Kind.SITEMAP or not is_list:
                yield Candidate(entry.url, kind, entry.rank, target.depth + 1)
            elif target.hops < MAX_SITEMAP_DEPTH:
                yield Candidate(entry.url, kind, entry.rank, *hop)

    def _with_redirect(self, finished: Finished) -> Finished:
        """Return a finished URL with its redirect judged: where it leads, or why not."""
        attempted, target = finished.attempted, finished.target
        if attempted.outcome != "redirect":
            return finished
        url = canonicalize(attempted.redirect_to, target.url) if attempted.redirect_to else None
        outcome: Outcome = "redirect"
        message = None
        if not attempted.redirect_to:
            outcome, message = "bad-redirect", "a redirect that does not say where to"
        elif url is None:
            outcome, message = "bad-redirect", f"a redirect to {attempted.redirect_to[:200]!r}"
        elif self._is_loop(target.url, url):
            outcome, message = "redirect-loop", "the redirects lead back here"
        elif target.hops >= self._job.limits.redirects:
            outcome, message = "too-many-redirects", f"more than {target.hops} in a row"
        elif url not in self._scope:
            outcome, message = "out-of-scope", "it redirects out of the job's scope"
        elif target.url.startswith("https:") and url.startswith("http:"):
            message = "it redirects from https to http"
        judged = replace(attempted, outcome=outcome, message=message, redirect_to=url)
        return replace(finished, attempted=judged)

    def _is_loop(self, origin: str, url: str) -> bool:
        """Return whether known redirects lead from ``url`` back to ``origin``."""
        step: str | None = url
        for _ in range(self._job.limits.redirects + 1):
            if step is None or step == origin:
                return step == origin
            known = self._frontier.find(step)
            step = known[2] if known is not None else None
        return False


def _is_same(put: Put | None, found: int, finished: Finished) -> bool:
    """Return whether a page gave what it had given before, whatever its bytes.

    A page without a record is a list: it is the same if it leads nowhere new, unless it had one. A
    page whose article another URL speaks for is not looked at for what is new in it.
    """
    if put is not None:
        return put in (Put.SAME, Put.OTHER)
    return finished.reading.outcome == "ok" and found == 0 and finished.target.record is None
