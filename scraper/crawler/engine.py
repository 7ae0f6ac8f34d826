"""The crawl loop: takes URLs from the frontier, has them fetched and read, writes what came out.

Each host has as many lanes as it may have requests at once; a lane takes the host's best URL,
fetches it, hands it to the workers and goes on. One task writes what is finished. Nothing is
written when a URL is taken, so what was in hand at a crash is still queued.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace

from schemas import CrawlJob
from scraper.crawler.clock import explain_skew, to_datetime
from scraper.crawler.committer import Committed, Committer
from scraper.crawler.finished import Finished, fingerprint_of
from scraper.crawler.frames import Reading, Task
from scraper.crawler.likeness import FIRST, UNSURE
from scraper.crawler.response import Attempted, Request, Response, at_url, find_spelling, refusal
from scraper.crawler.robots import Robots
from scraper.crawler.tools import Tools
from scraper.http_date import read_http_date
from scraper.store import Candidate, Kind, Run, Target
from scraper.urls import canonicalize, origin_of

GRACE_S = 5.0
"""How long a run that is told to stop may finish what is in hand."""
MAX_LANES = 256
"""Hosts worked on at the same time."""
HOST_POLL_S = 2.0
"""How often a host that another job is asking is looked at again."""
_MOST_FAILURES = 10
"""URLs in a row that a host may fail before it is left until the next run: it is down."""
_PATIENT = 3
"""After so many of them each is asked for only once, since trying again does not help."""
_IS_DOWN = frozenset({"timeout", "network-error"})
_DOWN_STATUSES = frozenset({429, 502, 503, 504})
"""What a host answers that is down or overloaded as a whole; a 500 may be one page's."""
_BATCH = 64
"""Most URLs written in one transaction."""
_GATHER_S = 0.05
"""How long the first of them waits for others that are in hand."""
_ROOM_PER_WORKER = 6
"""Responses in memory for each worker, read or waiting."""


class Engine:
    """One run of a job.

    Args:
        lingers: Whether URLs may come from elsewhere: the run then ends by ``stop`` only.
    """

    def __init__(
        self, job: CrawlJob, run: Run, tools: Tools, workers: int, *, lingers: bool = False
    ) -> None:
        self._job = job
        self._run = run
        self._tools = tools
        self._frontier = tools.store.frontier
        self._room = asyncio.Semaphore(_ROOM_PER_WORKER * workers)
        self._finished: asyncio.Queue[Finished] = asyncio.Queue(maxsize=4 * _BATCH)
        self._in_hand: dict[int, set[int]] = {}
        self._lanes: dict[int, int] = {}
        self._parked: dict[int, str] = {}
        self._failing: dict[int, int] = {}
        self._waiting: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._left = job.max_pages - run.pages if job.max_pages is not None else None
        self._sitemaps_seen: set[str] = set()
        self._lingers = lingers
        self._over = asyncio.Event()
        self._problem: BaseException | None = None
        self._is_clock_judged = False
        self._committer = Committer(job, run, tools.store, tools.scope, tools.archive, tools.clock)
        self.is_stopping = False
        self.notes: list[str] = []

    def stop(self) -> None:
        """Take no more URLs; what is in hand is finished, or left queued after some seconds."""
        if not self.is_stopping:
            self.is_stopping = True
            self._waiting.clear()
            asyncio.get_running_loop().call_later(GRACE_S, self._over.set)
            self._end_if_idle()

    async def run(self) -> None:
        """Crawl until nothing is left, the run's pages are used up, or ``stop`` is called.

        May be called again for what was queued since; hosts that were left stay so.

        Raises:
            StoreError: The database can't be written.
        """
        self._over.clear()
        self._leave_resting()
        self._spawn(self._commit_all())
        self._wake_all()
        self._end_if_idle()
        await self._over.wait()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._problem is not None:
            raise self._problem

    # --- for whoever hands it URLs from elsewhere ------------------------------------------------

    @property
    def is_idle(self) -> bool:
        """Whether nothing is in hand."""
        return not (self._lanes or self._waiting or any(self._in_hand.values()))

    @property
    def busy_hosts(self) -> set[int]:
        """Hosts that are being asked, or whose pages are being read."""
        return {*self._lanes, *self._waiting, *(host for host, ids in self._in_hand.items() if ids)}

    @property
    def parked_hosts(self) -> set[int]:
        """Hosts that are asked no more in this run."""
        return set(self._parked)

    @property
    def pages_left(self) -> int | None:
        """Pages that may still be taken, None for any number."""
        return self._left

    def grant(self, pages: int) -> None:
        """Let so many pages more be taken, or fewer where it is negative."""
        self._left = (self._left or 0) + pages

    def look_again(self) -> None:
        """Take up URLs that came from elsewhere."""
        self._wake_all()

    def fail(self, error: BaseException) -> None:
        """End the run at once; ``run`` raises the error."""
        self._problem = self._problem or error
        self._over.set()

    # --- lanes ------------------------------------------------------------------------------

    def _wake_all(self) -> None:
        """Start lanes for hosts with something queued, as many as may run."""
        if self.is_stopping:
            return
        for host in self._frontier.hosts_queued():
            if len(self._lanes) >= MAX_LANES:
                return
            if host not in self._lanes and host not in self._parked:
                self._wake(host)

    def _wake(self, host: int) -> None:
        """Start what is missing of a host's lanes."""
        if host in self._parked or (host not in self._lanes and not self._may_begin(host)):
            return
        missing = self._job.concurrency - self._lanes.get(host, 0)
        for _ in range(missing):
            target = self._take(host)
            if target is None:
                break
            self._lanes[host] = self._lanes.get(host, 0) + 1
            self._spawn(self._drive(host, target))
        if host not in self._lanes:
            self._tools.hosts.release(self._frontier.host_name(host))

    def _may_begin(self, host: int) -> bool:
        """Return whether lanes may be started for a host that has none."""
        if len(self._lanes) >= MAX_LANES or self.is_stopping or host in self._waiting:
            return False
        name = self._frontier.host_name(host)
        if self._tools.hosts.acquire(name):
            return True
        self._note(f"{name} has to wait: another job is asking it")
        self._waiting.add(host)
        asyncio.get_running_loop().call_later(HOST_POLL_S, self._look_again, host, name)
        return False

    def _look_again(self, host: int, name: str) -> None:
        """Begin with a host as soon as no other job is asking it."""
        if host not in self._waiting or self.is_stopping:
            return
        if not self._tools.hosts.acquire(name):
            asyncio.get_running_loop().call_later(HOST_POLL_S, self._look_again, host, name)
            return
        self._waiting.discard(host)
        self._wake(host)
        self._end_if_idle()

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._settle_task)

    def _settle_task(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.fail(error)

    def _take(self, host: int) -> Target | None:
        """Take a host's best URL in hand, None where there is none or no more may be taken."""
        if self.is_stopping or host in self._parked or (self._left is not None and self._left <= 0):
            return None
        in_hand = self._in_hand.setdefault(host, set())
        target = self._frontier.next_target(host, in_hand)
        if target is None:
            return None
        if self._left is not None and target.priority >= UNSURE and in_hand:
            # What is being read may lead to articles; the few pages of this run are for them.
            return None
        in_hand.add(target.id)
        if self._left is not None and target.kind is Kind.PAGE:
            self._left -= 1
        return target

    async def _drive(self, host: int, first: Target) -> None:
        """One lane: visit a host's URLs one after the other."""
        target: Target | None = first
        while target is not None:
            await self._visit(target)
            target = self._take(host)
        self._lanes[host] -= 1
        if not self._lanes[host]:
            del self._lanes[host]
            self._tools.hosts.release(self._frontier.host_name(host))
        self._end_if_idle()

    def _end_if_idle(self) -> None:
        """End the run when nothing is in hand and nothing can be taken."""
        if not self.is_idle:
            return
        self._in_hand.clear()
        self._wake_all()
        if not self._lanes and not self._waiting and (self.is_stopping or not self._lingers):
            self._over.set()

    def _leave_resting(self) -> None:
        """Leave the hosts whose pause, asked for in an earlier run, is not over."""
        for host, until in self._frontier.rests.find(self._tools.clock.now()).items():
            self._park(host, f"it asked for a pause until {to_datetime(until):%Y-%m-%d %H:%M} UTC")

    def _park(self, host: int, reason: str) -> None:
        """Leave a host's URLs queued until the next run."""
        if host not in self._parked:
            self._parked[host] = reason
            self._note(f"{self._frontier.host_name(host)} is left until the next run: {reason}")

    def _note(self, note: str) -> None:
        self.notes.append(note)
        self._tools.listener.on_note(note)

    # --- one URL ----------------------------------------------------------------------------

    async def _visit(self, target: Target) -> None:
        """Fetch a URL and see that it is read and written."""
        refusal = await self._find_refusal(target)
        if refusal is not None:
            await self._finish(target, refusal)
            return
        attempted = await self._ask(target)
        self._note_health(target, attempted)
        if self._committer.let_rest(target.host, attempted.retry_after_s):
            self._park(target.host, f"it asks for a pause of {attempted.retry_after_s:g} s")
        response = attempted.response
        if response is not None:
            self._note_clock(target, response)
        if attempted.outcome != "ok" or response is None:
            await self._finish(target, attempted)
        elif target.fingerprint is not None and target.fingerprint == fingerprint_of(response):
            told = "the same bytes as before"
            await self._finish(target, replace(attempted, outcome="not-modified", message=told))
        else:
            await self._room.acquire()
            self._spawn(self._read(target, attempted, response))

    async def _ask(self, target: Target) -> Attempted:
        """Return how asking for a URL ended, in the spelling that its server wants."""
        attempts = 1 if self._failing.get(target.host, 0) >= _PATIENT else None
        fetch, known = self._tools.fetcher.fetch, (target.etag, target.last_modified)
        attempted = await fetch(Request(target.url, *known), attempts=attempts)
        spelling = find_spelling(attempted, target.url)
        if spelling is None:
            return attempted
        obeys, rules_for = self._job.obey_robots, self._tools.robots.rules_for
        if obeys and not (await rules_for(spelling)).allows(spelling):
            return attempted
        return at_url(await fetch(Request(spelling, *known), attempts=attempts), target.url)

    async def _finish(self, target: Target, attempted: Attempted) -> None:
        """Hand on a URL of which nothing is to be read."""
        reading = Reading(kind=target.kind.word)
        await self._finished.put(Finished(target, attempted, reading))

    def _note_health(self, target: Target, attempted: Attempted) -> None:
        """Leave a host that answers nothing any more: its pages would cost hours, and it peace."""
        is_down = attempted.outcome in _IS_DOWN or attempted.status in _DOWN_STATUSES
        if not is_down:
            self._failing.pop(target.host, None)
            return
        failures = self._failing[target.host] = self._failing.get(target.host, 0) + 1
        if failures >= _MOST_FAILURES:
            why = attempted.message or attempted.outcome
            self._park(target.host, f"{failures} URLs in a row could not be had ({why})")

    def _note_clock(self, target: Target, response: Response) -> None:
        """Say once that the clock of this machine differs from that of a server by days."""
        if self._is_clock_judged:
            return
        self._is_clock_judged = True
        host = self._frontier.host_name(target.host)
        told = read_http_date(response.headers.get("date"))
        if (skew := explain_skew(host, told, response.arrived_at)) is not None:
            self._note(skew)

    async def _read(self, target: Target, attempted: Attempted, response: Response) -> None:
        """Have a response read by a worker."""
        try:
            reading = await self._tools.extractors.read(
                Task(
                    url=target.url,
                    depth=target.depth,
                    kind=target.kind.word,
                    status=response.status,
                    headers=response.headers,
                    fetched_at=response.arrived_at.isoformat(),
                    content=response.content,
                    is_signed=self._committer.marked.needs_links(target),
                )
            )
            await self._finished.put(self._committer.with_end(Finished(target, attempted, reading)))
        finally:
            self._room.release()

    async def _find_refusal(self, target: Target) -> Attempted | None:
        """Return why a URL is not asked for, None where it may be."""
        now = self._tools.clock.now()
        if target.url not in self._tools.scope:
            return refusal("out-of-scope", "the job's allow and deny leave it out", now)
        if (bare := self._committer.marked.find_bare(target.url)) != target.url:
            return replace(refusal("trap", f"{bare} said the same", now), redirect_to=bare)
        if not self._job.obey_robots:
            return None
        robots = await self._tools.robots.rules_for(target.url)
        if robots.access == "blocked":
            return refusal("blocked-address", robots.reason, now)
        if robots.access == "none":
            self._committer.let_rest(target.host, robots.pause_s)
            self._park(target.host, robots.reason)
            return refusal("robots-unreachable", robots.reason, now)
        self._add_sitemaps(target, robots)
        if not robots.allows(target.url):
            return refusal("robots-denied", "robots.txt does not allow it", now)
        return None

    def _add_sitemaps(self, target: Target, robots: Robots) -> None:
        """Queue the sitemaps that a host's robots.txt names, once a run."""
        origin = origin_of(target.url)
        if not self._job.sitemaps or origin in self._sitemaps_seen:
            return
        self._sitemaps_seen.add(origin)
        urls = (canonicalize(url, origin + "/") for url in robots.sitemaps)
        mine = (url for url in urls if url and url in self._tools.scope)
        self._committer.add([Candidate(url, Kind.SITEMAP, FIRST) for url in mine])

    # --- writing ----------------------------------------------------------------------------

    async def _commit_all(self) -> None:
        """Write finished URLs for ever, as many in a transaction as have come."""
        while True:
            batch = [await self._finished.get()]
            if sum(map(len, self._in_hand.values())) > 1:
                # Each transaction syncs the archive: with little in it that costs more than it.
                await asyncio.sleep(_GATHER_S)
            while len(batch) < _BATCH and not self._finished.empty():
                batch.append(self._finished.get_nowait())
            kept = self._committer.keep(batch)
            if self._tools.archive is not None:
                # Beside the loop, so that fetching goes on; what comes meanwhile is the next batch.
                await asyncio.to_thread(self._tools.archive.sync)
            self._settle(batch, self._committer.commit(batch, kept))
            self._end_if_idle()

    def _settle(self, batch: list[Finished], done: Committed) -> None:
        """Let go of what is written, and wake the hosts that got URLs."""
        if self._left is not None:
            self._left += done.uncounted
        for finished in batch:
            self._in_hand[finished.target.host].discard(finished.target.id)
            done.hosts.add(finished.target.host)
        for host in done.hosts:
            self._wake(host)
        for fetch in done.fetches:
            self._tools.listener.on_fetch(fetch, self._committer.queued, self._committer.records)
        for note in done.notes:
            self._note(note)
