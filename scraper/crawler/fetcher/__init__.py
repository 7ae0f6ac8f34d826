"""Asks servers for pages; the only package that knows the HTTP client (httpx).

Each connection has a transport of its own, and all share one TLS context. Every connection is
opened to an address that the guard has just judged. Bodies are read as sent, up to a limit, and
unpacked by our own decoders. Nothing is followed and no cookie is kept: a redirect is an answer
like any other. How an attempt ended is told by name (``schemas.fetch.Outcome``).
"""

import asyncio
import random
import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt

from schemas import Limits, Outcome
from scraper.crawler.clock import Clock
from scraper.crawler.contact import find_mail
from scraper.crawler.decoding import ACCEPT_ENCODING, BadCoding, Bomb, Budget, decode_body
from scraper.crawler.fetcher.answers import (
    Failed,
    Head,
    Read,
    find_success,
    judge,
    parse_retry_after,
    to_failure,
)
from scraper.crawler.fetcher.connections import Refused, Transport
from scraper.crawler.guard import Guard
from scraper.crawler.politeness import Politeness, Turn
from scraper.crawler.response import Attempted, Request, Response
from scraper.urls import host_of

__all__ = ["Fetcher", "parse_retry_after"]

_MAX_HOSTS = 256
"""Hosts whose connections are kept open."""
_MAX_HEADERS = 500
_BACKOFF_S = 0.5
_MAX_BACKOFF_S = 20.0
_PAUSING_STATUSES = frozenset({429, 503})
_REFUSED_TYPES = tuple(
    "image/ audio/ video/ font/ model/ application/pdf application/zip application/x-tar "
    "application/javascript text/javascript text/css application/vnd. application/msword "
    "application/wasm".split()
)
_FEED_TYPES = ("application/vnd.sitemap",)
_UNENDED = ("body-cut", "timeout", "too-slow")
_END = re.compile(rb"</html>\s*(?:<!--[^>]*-->\s*)*$", re.I)
"""The end of a page, behind which nothing of it comes."""


class Fetcher:
    """Fetches URLs politely, with retries and limits.

    Args:
        contact: How to reach whoever crawls; its e-mail address, if any, is sent as ``From``.
    """

    def __init__(
        self,
        user_agent: str,
        contact: str | None,
        limits: Limits,
        guard: Guard,
        politeness: Politeness,
        clock: Clock,
    ) -> None:
        self._limits = limits
        self._guard = guard
        self._politeness = politeness
        self._clock = clock
        self._transports: OrderedDict[str, list[Transport]] = OrderedDict()
        self._context = httpx.create_ssl_context()
        self._budget = Budget(int(limits.body_mb * (1 << 20)), limits.ratio)
        self._headers = {
            "user-agent": user_agent,
            "accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "accept-encoding": ACCEPT_ENCODING,
            "accept-language": "*",
        }
        if (mail := find_mail(contact)) is not None:
            self._headers["from"] = mail

    async def close(self) -> None:
        """Close all connections."""
        for transports in self._transports.values():
            for transport in transports:
                await transport.aclose()
        self._transports.clear()

    async def fetch(self, request: Request, *, attempts: int | None = None) -> Attempted:
        """Return how asking for a URL ended; errors are outcomes, nothing is raised.

        Args:
            attempts: Requests at most; the job's limit without it.
        """
        started_at = datetime.now(UTC)
        began = self._clock.monotonic()
        host = host_of(request.url)
        patience_s = self._limits.total

        def is_worth_retrying(error: BaseException) -> bool:
            nonlocal patience_s
            if not isinstance(error, Failed) or not error.again:
                return False
            patience_s -= error.took_s
            return patience_s > 0 and (error.retry_after_s or 0) <= self._limits.retry_wait

        retrying = AsyncRetrying(
            stop=stop_after_attempt(attempts or self._limits.attempts),
            retry=retry_if_exception(is_worth_retrying),
            wait=self._wait_s,
            sleep=self._clock.sleep,
            reraise=True,
        )
        tried, failure = 0, None
        response: Response | None
        try:
            async for attempt in retrying:
                with attempt:
                    tried += 1
                    response = await self._attempt(request, host)
                    outcome = find_success(response.status)
        except Failed as error:
            failure, response, outcome = error, error.response, error.outcome
        return Attempted(
            outcome=outcome,
            started_at=started_at,
            elapsed_s=self._clock.monotonic() - began,
            attempts=tried,
            response=response,
            message=failure.message if failure else None,
            status=response.status if response else None,
            redirect_to=response.headers.get("location") if response and not failure else None,
            retry_after_s=failure.retry_after_s if failure else None,
        )

    def _wait_s(self, state: RetryCallState) -> float:
        """Return what the server asks for, else a doubling pause with jitter."""
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, Failed) and error.retry_after_s is not None:
            return error.retry_after_s
        pause = min(_BACKOFF_S * 2.0 ** (state.attempt_number - 1), _MAX_BACKOFF_S)
        return pause * random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries, hides nothing

    async def _attempt(self, request: Request, host: str) -> Response:
        """Return one answer within the host's pace.

        Raises:
            Failed: There is none that can be used.
        """
        async with self._politeness.turn(host) as turn:
            began = self._clock.monotonic()
            try:
                response = await self._ask(request, host, turn)
            except Failed as failure:
                note = self._politeness.note_latency
                if failure.outcome == "timeout":
                    note = self._politeness.note_silence
                failure.took_s = self._clock.monotonic() - began
                note(host, failure.took_s)
                raise
            took_s = self._clock.monotonic() - began
            self._politeness.note_latency(host, took_s)
            # Said before the host's slot is given back, so that no other request slips out.
            self._obey_pause(host, response)
        try:
            return judge(response)
        except Failed as failure:
            failure.took_s = took_s
            raise

    def _obey_pause(self, host: str, response: Response) -> None:
        if response.status not in _PAUSING_STATUSES:
            return
        self._politeness.ease_off(host)
        pause = parse_retry_after(response.headers.get("retry-after"), self._clock.now())
        if pause is not None:
            self._politeness.defer(host, min(pause, self._limits.retry_wait))

    async def _ask(self, request: Request, host: str, turn: Turn) -> Response:
        """Send one request; a failure carries the answer as far as it came.

        Raises:
            Failed: There is no answer that can be used.
        """
        read = Read()
        try:
            return await self._ask_in_time(request, host, turn, read)
        except Failed as failure:
            if (whole := self._find_whole(request.url, read, failure.outcome)) is not None:
                return whole
            failure.response = failure.response or read.to_partial(request.url, failure.outcome)
            raise

    async def _ask_in_time(self, request: Request, host: str, turn: Turn, read: Read) -> Response:
        try:
            async with asyncio.timeout(self._limits.total):
                return await self._exchange(request, host, turn, read)
        except TimeoutError as error:
            seconds = self._limits.total
            if read.head is not None:
                message = f"the body took longer than {seconds:g} s ({read.size} bytes came)"
                raise Failed("too-slow", message, again=False) from error
            raise Failed("timeout", f"no answer within {seconds:g} s", again=True) from error
        except Refused as error:
            raise Failed("blocked-address", str(error)) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ExceptionGroup) as error:
            raise to_failure(error, read, self._limits) from error

    async def _exchange(self, request: Request, host: str, turn: Turn, read: Read) -> Response:
        """Send one request and read its answer."""
        message = httpx.Request("GET", request.url, headers=self._request_headers(request))
        limits = self._limits
        message.extensions = {
            "timeout": {
                "connect": limits.connect,
                "read": limits.idle,
                "write": limits.idle,
                "pool": limits.total,
            }
        }
        if turn.is_waiting:
            message.extensions["trace"] = _teller(turn)
        async with self._transport(host) as transport:
            answer = await transport.handle_async_request(message)
            try:
                head = read.head = Head.of(answer, message)
                if len(answer.headers.raw) > _MAX_HEADERS:
                    many = len(answer.headers.raw)
                    raise Failed("headers-too-large", f"the answer has {many} headers")
                self._refuse_by_head(head, is_part=request.is_part)
                await self._read_body(answer, read)
            finally:
                await answer.aclose()
                await transport.drop_leftovers()
        packed = b"".join(read.chunks)
        content = self._unpacked(packed, head.headers, head.status)
        return head.to_response(request.url, packed, content)

    def _request_headers(self, request: Request) -> dict[str, str]:
        headers = self._headers | dict(request.headers)
        # Of other characters the bytes that the server had sent are not known any more.
        if request.etag and request.etag.isascii():
            headers["if-none-match"] = request.etag
        if request.last_modified and request.last_modified.isascii():
            headers["if-modified-since"] = request.last_modified
        return headers

    @asynccontextmanager
    async def _transport(self, host: str) -> AsyncIterator[Transport]:
        """Yield a transport of the host that has a connection free."""
        transports = self._transports.setdefault(host, [])
        self._transports.move_to_end(host)
        transport = next((known for known in transports if known.has_room), None)
        if transport is None:
            transport = Transport(self._context, self._guard)
            transports.append(transport)
        transport.in_use += 1
        try:
            yield transport
        finally:
            transport.in_use -= 1
            await self._close_oldest()

    async def _close_oldest(self) -> None:
        """Close the connections of hosts that were not asked for longest."""
        for host in list(self._transports)[: max(0, len(self._transports) - _MAX_HOSTS)]:
            if not any(transport.in_use for transport in self._transports[host]):
                for transport in self._transports.pop(host):
                    await transport.aclose()

    def _refuse_by_head(self, head: Head, *, is_part: bool) -> None:
        """Refuse media and giants before their bodies; parts of a page may be of any type."""
        if head.status != httpx.codes.OK:
            return
        kind = head.headers.get("content-type", "").strip().lower()
        is_media = kind.startswith(_REFUSED_TYPES) and not kind.startswith(_FEED_TYPES)
        if is_media and not is_part:
            raise Failed("not-html", f"the server says {kind.split(';')[0]}")
        length = head.headers.get("content-length", "")
        if length.isdecimal() and int(length) > self._budget.max_bytes:
            raise Failed("body-too-large", f"the server announces {int(length)} bytes")

    async def _read_body(self, answer: httpx.Response, read: Read) -> None:
        async for chunk in answer.aiter_raw():
            read.size += len(chunk)
            if read.size > self._budget.max_bytes:
                message = f"the body is over the limit of {self._limits.body_mb:g} MiB"
                raise Failed("body-too-large", message)
            read.chunks.append(chunk)

    def _find_whole(self, url: str, read: Read, outcome: Outcome) -> Response | None:
        """Return an answer whose page came whole, though the server announced more or went on."""
        if read.head is None or read.head.status != httpx.codes.OK or outcome not in _UNENDED:
            return None
        packed = b"".join(read.chunks)
        try:
            coding = read.head.headers.get("content-encoding")
            content = decode_body(packed, coding, self._budget).content
        except (Bomb, BadCoding):
            return None
        return read.head.to_response(url, packed, content) if _END.search(content[-1000:]) else None

    def _unpacked(self, packed: bytes, headers: Mapping[str, str], status: int) -> bytes:
        """Return the body without its codings; of errors and redirects it doesn't matter."""
        try:
            body = decode_body(packed, headers.get("content-encoding"), self._budget)
        except Bomb as bomb:
            raise Failed("bomb" if bomb.by_ratio else "body-too-large", str(bomb)) from bomb
        except BadCoding as error:
            if status != httpx.codes.OK:
                return b""
            raise Failed("bad-coding", str(error)) from error
        if body.is_cut and status == httpx.codes.OK:
            message = f"the packed body ends too early, after {len(packed)} bytes"
            raise Failed("body-cut", message, again=True)
        return body.content


def _teller(turn: Turn) -> Callable[[str, object], Awaitable[None]]:
    """Return what httpcore calls at each step of a request: it says when the request is sent."""

    async def trace(step: str, _: object) -> None:
        if step.endswith(".send_request_headers.complete"):
            turn.sent()

    return trace
