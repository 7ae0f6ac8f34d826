"""Workers of a shared crawl as actors of a Ray cluster.

Ray starts the actors, and starts those again that die; who crawls what is in the store's leases.
The driver plans, waits, shows what the actors tell, and writes the exports in the end. Actors
and driver need the same version of Pullquote, and the network between them and PostgreSQL.
"""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas import CrawlJob, FetchRecord
from scraper.cluster import connect_ray
from scraper.crawler.clock import SystemClock
from scraper.crawler.engine import GRACE_S
from scraper.crawler.opening import Setting
from scraper.crawler.shared import Share, work
from scraper.crawler.stopping import Stop
from scraper.crawler.tools import Listener
from scraper.errors import ScraperError
from scraper.store import Run, SharedStore

_POLL_S = 0.5
_LAST_S = GRACE_S + 10
"""Seconds that the other workers get when one has found that nothing is left."""

_Event = tuple[FetchRecord, int, int] | str


@dataclass(frozen=True, slots=True)
class Plan:
    """What every worker is told."""

    job: CrawlJob
    folder: Path
    sites: Path | None
    run: Run
    address: str
    """Of the store; holds a password, so it is never printed."""
    workers: int


class Member:
    """A worker, in a process of the cluster.

    Args:
        plan: What to crawl, and with how many others.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._events: list[_Event] = []
        self._is_told_to_stop = False

    async def crawl(self) -> list[str]:
        """Crawl until nothing is left for any worker; return notes."""
        plan = self._plan
        plan.folder.mkdir(parents=True, exist_ok=True)
        with SharedStore(plan.address, plan.job.name) as store:
            setting = Setting(
                plan.job, plan.folder, plan.sites, store, plan.run, self, SystemClock()
            )
            return await work(Share(setting, store, plan.workers, lambda: self._is_told_to_stop))

    async def tell(self) -> list[_Event]:
        """Return what happened since it was asked last."""
        events, self._events = self._events, []
        return events

    async def stop(self) -> None:
        """Take no more URLs."""
        self._is_told_to_stop = True

    def on_fetch(self, fetch: FetchRecord, queued: int, records: int) -> None:
        """Keep it until the driver asks."""
        self._events.append((fetch, queued, records))

    def on_note(self, note: str) -> None:
        """Keep it until the driver asks."""
        self._events.append(note)


@dataclass(frozen=True, slots=True)
class RayFleet:
    """A crawl on Ray.

    Args:
        address: Of the cluster (``auto``, ``ray://host:port``); None starts one here.
        workers: Actors, each with one processor.
    """

    address: str | None = None
    workers: int = 2

    def crawl(self, setting: Setting, stop: Stop) -> list[str]:
        """Crawl with actors; ``stop`` takes the signals that come.

        Raises:
            InputError: Ray is not installed or can't be reached.
            StoreError: A worker can't use the database.
        """
        store = setting.store
        if not isinstance(store, SharedStore):
            raise TypeError("workers meet in a shared store only")
        job = setting.job.model_copy(update={"workers": setting.job.workers or 1})
        sites = setting.sites and setting.sites.resolve()
        plan = Plan(job, setting.folder.resolve(), sites, setting.run, store.address, self.workers)
        ray = connect_ray(self.address, self.workers)
        try:
            with stop.listening():  # in place of what Ray does on signals
                member = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=-1)(Member)
                actors = [member.remote(plan) for _ in range(self.workers)]
                return _Watch(ray, actors, Tally(setting.listener)).until_over(stop)
        finally:
            ray.shutdown()


class Tally:
    """Tells the listener what the workers tell, with figures of all of them together."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._last: dict[int, tuple[int, int]] = {}
        self._queued: int | None = None
        self._records = 0

    def take(self, member: int, events: list[_Event]) -> None:
        """Pass on what a worker told."""
        for event in events:
            if isinstance(event, str):
                self._listener.on_note(event)
                continue
            fetch, queued, records = event
            before = self._last.get(member, (queued, records))
            if self._queued is None:
                self._queued, self._records = queued, records
            self._queued = max(0, self._queued + queued - before[0])
            self._records += max(0, records - before[1])
            self._last[member] = (queued, records)
            self._listener.on_fetch(fetch, self._queued, self._records)


class _Watch:
    """Waits for the workers, and asks them what they do."""

    def __init__(self, ray: Any, actors: list[Any], tally: Tally) -> None:
        self._ray = ray
        self._actors = actors
        self._tally = tally
        self._told: dict[Any, int] = {}
        self._notes: list[str] = []

    def until_over(self, stop: Stop) -> list[str]:
        """Return the workers' notes when all are done, or those that are left had their time."""
        works = [actor.crawl.remote() for actor in self._actors]
        for number in range(len(self._actors)):
            self._ask(number)
        deadline: float | None = None
        while works and (deadline is None or time.monotonic() < deadline):
            done, works = self._ray.wait(works, num_returns=len(works), timeout=_POLL_S)
            for reference in done:
                self._notes.extend(self._get(reference))
            self._listen()
            if deadline is None and (stop.is_told or done):
                deadline = time.monotonic() + _LAST_S
                for actor in self._actors:
                    actor.stop.remote()
        self._listen(_POLL_S)
        return list(dict.fromkeys(self._notes))

    def _ask(self, number: int) -> None:
        self._told[self._actors[number].tell.remote()] = number

    def _listen(self, timeout_s: float = 0) -> None:
        """Pass on what has been told; a worker that is being started again tells later."""
        asked = list(self._told)
        ready, _ = self._ray.wait(asked, num_returns=len(asked), timeout=timeout_s)
        for reference in ready:
            number = self._told.pop(reference)
            self._tally.take(number, self._get(reference))
            self._ask(number)

    def _get(self, reference: Any) -> Any:
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            if isinstance(error.cause, ScraperError):
                raise error.cause from error
            raise
