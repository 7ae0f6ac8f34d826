"""Keeps requests to one host apart: delay, number at a time, and pauses that the host asks for.

Each host has a next free moment; a request takes it and moves it on when it is sent, so there is
never a burst, even where this machine is so busy that several requests are ready to go at once. A
host that answers 429 or 503, ever more slowly, or not in time, is asked less often until it
recovers.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from scraper.crawler.clock import Clock

MAX_CRAWL_DELAY_S = 300.0
"""A longer ``Crawl-delay`` is a mistake or means "never"; it is cut to this."""
_MAX_EASING_S = 60.0
"""Longest delay that easing off may reach by itself."""
_MAX_LANES = 10_000
"""Hosts remembered; beyond it those whose pace no longer matters are forgotten."""
_FIRST_EASING_S = 1.0
_SLOW_FACTOR = 4.0
"""An answer this many times slower than the host's usual counts as strain …"""
_SLOW_S = 1.0
"""… if it also took longer than this."""
_MEMORY = 0.9
"""Weight of the past in the usual latency."""


@dataclass(slots=True)
class _Lane:
    """One host's pace."""

    slots: asyncio.Semaphore
    delay_s: float
    free_at: float = 0.0
    easing_s: float = 0.0
    usual_s: float | None = None
    users: int = 0
    """Requests running or waiting for their turn."""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by the request that is sent next."""

    @property
    def pause_s(self) -> float:
        """Seconds between two requests, as things are."""
        return max(self.delay_s, self.easing_s)


class Turn:
    """One request's leave to be sent. No other request to its host goes out before it did."""

    def __init__(self, lane: _Lane, clock: Clock) -> None:
        self._lane = lane
        self._clock = clock
        self.is_waiting = True
        """Whether the request is still to be sent, and others wait for that."""

    def sent(self) -> None:
        """Begin the pause to the next request: this one is on its way, or never will be."""
        if self.is_waiting:
            self.is_waiting = False
            lane = self._lane
            lane.free_at = max(lane.free_at, self._clock.monotonic() + lane.pause_s)
            lane.lock.release()


class Politeness:
    """The pace of requests, host by host.

    Args:
        delay_s: Seconds from an answer of a host to the next request; between the beginnings of
            two requests where several may run at once.
        concurrency: Requests to a host at the same time.
        connections: Requests to all hosts at the same time.
    """

    def __init__(
        self, delay_s: float, concurrency: int, clock: Clock, connections: int = 32
    ) -> None:
        self._delay_s = delay_s
        self._all = asyncio.Semaphore(connections)
        self._concurrency = concurrency
        self._clock = clock
        self._lanes: dict[str, _Lane] = {}

    def _lane(self, host: str) -> _Lane:
        lane = self._lanes.get(host)
        if lane is None:
            if len(self._lanes) >= _MAX_LANES:
                for known in list(self._lanes):
                    self.forget(known)
            lane = _Lane(asyncio.Semaphore(self._concurrency), self._delay_s)
            self._lanes[host] = lane
        return lane

    def forget(self, host: str) -> None:
        """Drop a host's pace once its last request is long enough ago."""
        lane = self._lanes.get(host)
        if lane and lane.free_at <= self._clock.monotonic() and not lane.users:
            del self._lanes[host]

    def set_crawl_delay(self, host: str, delay_s: float) -> None:
        """Take over a host's own ``Crawl-delay`` where it is longer than the job's delay."""
        lane = self._lane(host)
        lane.delay_s = max(self._delay_s, min(delay_s, MAX_CRAWL_DELAY_S))
        lane.free_at = max(lane.free_at, self._clock.monotonic() + lane.delay_s)

    def defer(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for some seconds."""
        lane = self._lane(host)
        lane.free_at = max(lane.free_at, self._clock.monotonic() + seconds)

    def rest_s(self, host: str) -> float:
        """Return the seconds until a host may be asked again, 0 where it was never asked."""
        lane = self._lanes.get(host)
        return max(0.0, lane.free_at - self._clock.monotonic()) if lane else 0.0

    def ease_off(self, host: str) -> None:
        """Ask less often: the host said that it is overloaded."""
        lane = self._lane(host)
        lane.easing_s = min(max(2 * lane.easing_s, _FIRST_EASING_S), _MAX_EASING_S)

    def note_latency(self, host: str, seconds: float) -> None:
        """Learn from an answer's latency; recover a little, or ease off where it is rising."""
        lane = self._lane(host)
        usual = lane.usual_s
        if usual is not None and seconds > _SLOW_S and seconds > _SLOW_FACTOR * usual:
            lane.easing_s = min(max(lane.easing_s, seconds / 2), _MAX_EASING_S)
        else:
            lane.easing_s = lane.easing_s / 2 if lane.easing_s > 0.05 else 0.0
        lane.usual_s = seconds if usual is None else _MEMORY * usual + (1 - _MEMORY) * seconds

    def note_silence(self, host: str, seconds: float) -> None:
        """Ease off a host that gave no answer in time: it may well be at work on it still.

        A request that it finds when it comes to itself would otherwise stand right before the
        next one. The pause is never longer than what was waited in vain.
        """
        lane = self._lane(host)
        easing = max(lane.easing_s, seconds / 2, min(2 * lane.easing_s, seconds))
        lane.easing_s = min(easing, _MAX_EASING_S)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[Turn]:
        """Wait for a host's next free moment; hold one of its slots inside.

        Whoever sends a request says so by ``sent``: connecting may take a while, and so may this
        process, so that requests that were due one after the other would leave together.
        """
        lane = self._lane(host)
        lane.users += 1
        try:
            async with lane.slots:
                turn = await self._wait(lane)
                try:
                    yield turn
                finally:
                    turn.sent()
                    self._all.release()
                    if self._concurrency == 1:
                        # Counted from the answer, so that no delay on our side shortens the gap.
                        lane.free_at = max(lane.free_at, self._clock.monotonic() + lane.pause_s)
        finally:
            lane.users -= 1

    async def _wait(self, lane: _Lane) -> Turn:
        """Wait for a host's next free moment and a connection, and take both."""
        await lane.lock.acquire()
        try:
            # A pause may be asked for while we wait, so look again after every wait.
            while (wait := lane.free_at - self._clock.monotonic()) > 0:
                await self._clock.sleep(wait)
            await self._all.acquire()
        except BaseException:
            lane.lock.release()
            raise
        turn = Turn(lane, self._clock)
        if not lane.pause_s:
            turn.sent()
        return turn
