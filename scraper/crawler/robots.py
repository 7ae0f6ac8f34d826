"""What robots.txt allows (RFC 9309), and what else it says.

protego parses the rules and is asked twice: permission from a copy that holds only user-agent,
allow and disallow lines, since other lines do not end a group (RFC 9309, 2.2.1); delay and
sitemaps from the whole. Without rules: a client error allows all, a server error or silence
allows nothing for a while. A file is kept for a day at most.
"""

import asyncio
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin

from scraper.crawler.clock import Clock
from scraper.crawler.politeness import Politeness
from scraper.crawler.response import Attempted, PageFetcher, Request
from scraper.store import RobotsEntry, Store
from scraper.urls import canonicalize, host_of, origin_of

if TYPE_CHECKING:
    from protego import Protego

MAX_BYTES = 500 * 1024
"""RFC 9309, 2.5: at least this much is read; what comes after is not."""
_DAY_S = 86400.0
"""RFC 9309, 2.4: no copy is used for longer."""
_LEAST_S = 3600.0
_UNREACHABLE_S = 600.0
"""How long a host that does not answer for its rules is left alone."""
_MAX_REDIRECTS = 5
_MAX_SITEMAPS = 100
_ATTEMPTS = 3
_REFUSALS = ("none", "blocked")
"""Answers that are asked for again in the next run, however fresh."""
_PERMISSION_LINE = re.compile(r"^\s*(?:user-?agent|allow|disallow)\s*:", re.I)
_MAX_AGE = re.compile(r"max-age\s*=\s*(\d+)", re.I)
_PRODUCT = re.compile(r"[A-Za-z_-]+")

Access = Literal["rules", "all", "none", "blocked"]

_ACCESS: dict[str, Access] = {"all": "all", "none": "none", "blocked": "blocked"}


@dataclass(frozen=True, slots=True)
class Robots:
    """What one origin's robots.txt says to one agent."""

    access: Access
    """By its rules, all, nothing for a while, or an address that the guard refuses."""
    reason: str = ""
    """Why it is all or nothing."""
    delay_s: float | None = None
    sitemaps: tuple[str, ...] = ()
    pause_s: float | None = None
    """What the host asked for in place of its rules (``Retry-After``), if it was asked just now."""
    _rules: "Protego | None" = field(default=None, repr=False)
    _agent: str = "*"

    def allows(self, url: str) -> bool:
        """Return whether a canonical URL of the origin may be fetched."""
        if self.access != "rules" or self._rules is None:
            return self.access == "all"
        return bool(self._rules.can_fetch(url, self._agent))


def product_of(user_agent: str) -> str:
    """Return the product token of a User-Agent, which robots.txt names agents by.

    Source: RFC 9309, 2.2.1: letters, ``_`` and ``-``.
    """
    match = _PRODUCT.match(user_agent)
    return match.group(0) if match else "*"


def parse_robots(text: str, agent: str) -> Robots:
    """Return what the text of a robots.txt says to an agent.

    Args:
        text: The file, decoded as UTF-8 without its byte order mark.
        agent: Product token, as in ``pullquote``.
    """
    from protego import Protego

    lines = text.replace("\x00", "").splitlines()
    permission = "\n".join(line for line in lines if _PERMISSION_LINE.match(line))
    whole = Protego.parse("\n".join(lines))
    return Robots(
        access="rules",
        delay_s=_to_delay(whole.crawl_delay(agent)),
        sitemaps=tuple(list(whole.sitemaps)[:_MAX_SITEMAPS]),
        _rules=Protego.parse(permission),
        _agent=agent,
    )


def _to_delay(value: float | None) -> float | None:
    """Return a crawl delay that makes sense, else None."""
    if value is None or not math.isfinite(value) or value < 0:
        return None
    return float(value)


def decode_robots(content: bytes) -> str:
    """Return the text of a robots.txt: its first 500 KiB, cut at a whole line."""
    part = content[:MAX_BYTES]
    if len(content) > MAX_BYTES:
        part = part[: max(part.rfind(b"\n"), part.rfind(b"\r")) + 1]
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        return part.decode("utf-16", "replace")
    return part.decode("utf-8-sig", "replace")


class RobotsCache:
    """Robots rules by origin, read when first asked for and kept in the store."""

    def __init__(
        self, fetcher: PageFetcher, store: Store, politeness: Politeness, clock: Clock, agent: str
    ) -> None:
        self._fetcher = fetcher
        self._store = store
        self._politeness = politeness
        self._clock = clock
        self._agent = agent
        self._known: dict[str, tuple[float, Robots]] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def rules_for(self, url: str) -> Robots:
        """Return the rules that govern a canonical URL."""
        origin = origin_of(url)
        known = self._known.get(origin)
        if known and self._is_fresh(known[0]):
            return known[1]
        lock = self._locks.setdefault(origin, asyncio.Lock())
        async with lock:
            known = self._known.get(origin)
            if known and self._is_fresh(known[0]):
                return known[1]
            entry, pause_s = self._store.find_robots(origin), None
            if entry is None or not self._is_fresh(entry.expires_at) or entry.access in _REFUSALS:
                attempted = await self._read(origin)
                entry, pause_s = self._to_entry(origin, attempted), attempted.retry_after_s
                self._store.put_robots(entry)
            robots = replace(self._to_robots(entry), pause_s=pause_s)
            self._remember(origin, entry.expires_at, robots)
        self._locks.pop(origin, None)
        if robots.delay_s is not None:
            self._politeness.set_crawl_delay(host_of(url), robots.delay_s)
        return robots

    def _is_fresh(self, expires_at: float) -> bool:
        """Return whether a copy may be used; one from the future was dated by a wrong clock."""
        return self._clock.now() < expires_at <= self._clock.now() + _DAY_S

    def _remember(self, origin: str, expires_at: float, robots: Robots) -> None:
        if len(self._known) >= 1000:
            self._known.pop(next(iter(self._known)))
        self._known[origin] = (expires_at, robots)

    def _to_robots(self, entry: RobotsEntry) -> Robots:
        if entry.access == "rules":
            return parse_robots(entry.body, self._agent)
        return Robots(_ACCESS.get(entry.access, "none"), entry.reason)

    async def _read(self, origin: str) -> Attempted:
        """Return how it ended to fetch the robots.txt of an origin, over at most five redirects."""
        url = origin + "/robots.txt"
        attempted = await self._fetcher.fetch(Request(url), attempts=_ATTEMPTS)
        for _ in range(_MAX_REDIRECTS):
            if attempted.outcome != "redirect":
                break
            target = canonicalize(urljoin(url, attempted.redirect_to or ""))
            if target is None:
                break
            url = target
            attempted = await self._fetcher.fetch(Request(url), attempts=_ATTEMPTS)
        return attempted

    def _to_entry(self, origin: str, attempted: Attempted) -> RobotsEntry:
        access, reason = judge_answer(attempted)
        now = self._clock.now()
        response = attempted.response
        keep_s = _UNREACHABLE_S
        body = ""
        if access not in _REFUSALS:
            keep_s = _lifetime_s(response.headers if response else {})
        if access == "rules" and response is not None:
            body = decode_robots(response.content)
        return RobotsEntry(origin, now, now + keep_s, access, reason, body)


def judge_answer(attempted: Attempted) -> tuple[Access, str]:
    """Return what an answer for robots.txt means, and why.

    Source: RFC 9309, 2.3.1. Redirects beyond five and what can't be read count as
    "unavailable" (all allowed); server errors, 429 and silence as "unreachable".
    """
    outcome, status = attempted.outcome, attempted.status
    if outcome == "ok":
        return "rules", ""
    if outcome == "blocked-address":
        return "blocked", attempted.message or ""
    if outcome == "redirect":
        return "all", "robots.txt redirects more than five times"
    if outcome in ("empty", "not-html", "not-found", "gone"):
        return "all", f"robots.txt: {attempted.message}"
    if status is not None and 400 <= status < 500 and status != 429:
        return "all", f"robots.txt: status {status}"
    return "none", f"robots.txt cannot be read ({attempted.message or outcome})"


def _lifetime_s(headers: Mapping[str, str]) -> float:
    match = _MAX_AGE.search(headers.get("cache-control", ""))
    if match is None:
        return _DAY_S
    return min(max(float(match.group(1)[:9]), _LEAST_S), _DAY_S)
