"""Sees that no request leaves for a host that another job is asking.

The crawl holds a host as long as it has lanes for it. Some requests go elsewhere: scripts and data
of a page that is rendered, a robots.txt that redirects. Each of those waits for its host here.
"""

from scraper.crawler.clock import Clock
from scraper.crawler.lock import HostLocks
from scraper.crawler.response import Attempted, PageFetcher, Request, refusal
from scraper.urls import host_of

_LONGEST_S = 30.0
"""Two jobs may each wait for a host of the other, so none waits for ever."""
_POLL_S = 0.5


class TurnFetcher:
    """A fetcher that asks a host only while no other job on this machine does.

    Args:
        hosts: Who asks which host.
    """

    def __init__(self, fetcher: PageFetcher, hosts: HostLocks, clock: Clock) -> None:
        self._fetcher = fetcher
        self._hosts = hosts
        self._clock = clock

    async def fetch(self, request: Request, *, attempts: int | None = None) -> Attempted:
        """Return how asking for a URL ended: ``timeout`` where its host was never free."""
        host = host_of(request.url)
        holder = object()
        began = self._clock.monotonic()
        while not self._hosts.acquire(host, holder):
            waited = self._clock.monotonic() - began
            if waited >= _LONGEST_S:
                return self._busy(host, waited)
            await self._clock.sleep(_POLL_S)
        try:
            return await self._fetcher.fetch(request, attempts=attempts)
        finally:
            self._hosts.release(host, holder)

    def _busy(self, host: str, waited_s: float) -> Attempted:
        message = f"another job was asking {host} for {waited_s:.0f} s"
        return refusal("timeout", message, self._clock.now(), waited_s)

    async def close(self) -> None:
        """Close the connections of the fetcher."""
        await self._fetcher.close()
