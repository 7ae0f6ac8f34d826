"""Connections that the guard has judged, and the client's transport over them."""

import asyncio
import json
import socket
import ssl
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from itertools import chain, zip_longest

import httpcore
import httpx

from scraper.crawler.guard import BAD_PORTS, Guard

MAX_STREAMS = 8
"""Requests at once on a connection that speaks HTTP/2."""
_KEEP_ALIVE_S = 15.0
_UNREACHABLE = (httpcore.ConnectError, httpcore.ConnectTimeout)
_HEAD_START_S = 0.25
"""How long an address is waited for alone (RFC 8305, 5: "Connection Attempt Delay")."""

Open = Callable[[str], Awaitable[httpcore.AsyncNetworkStream]]
"""Opens a connection to a numeric address."""


class Refused(Exception):
    """The guard does not allow any address of the host."""


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections to addresses that the guard allows, and to no others."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._backend: httpcore.AsyncNetworkBackend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve, judge every address, and connect to the good one that answers first."""
        addresses = await _resolve(host, port, timeout)
        allowed = [known for known in addresses if self._guard.allows(host, port, known)]
        if not allowed:
            raise Refused(_explain_refusal(host, port, addresses))

        async def connect(address: str) -> httpcore.AsyncNetworkStream:
            return await self._backend.connect_tcp(
                address, port, timeout, local_address, socket_options
            )

        return await open_first(in_turn(allowed), connect)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - httpcore's signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002 - likewise
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: no page is behind a local socket."""
        raise Refused(path)

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks for between its own tries."""
        await asyncio.sleep(seconds)


def in_turn(addresses: list[str]) -> list[str]:
    """Return addresses of both families by turns, each in its order (RFC 8305, 4).

    Where a machine has IPv6 that leads nowhere, the second one is of a family that does.
    """
    six, four = ([one for one in addresses if (":" in one) is is_six] for is_six in (True, False))
    first, second = (six, four) if addresses[:1] == six[:1] else (four, six)
    return [one for one in chain.from_iterable(zip_longest(first, second)) if one is not None]


async def open_first(addresses: list[str], connect: Open) -> httpcore.AsyncNetworkStream:
    """Return the connection that is there first; the next is tried where one fails or is late.

    Args:
        addresses: At least one, best first.

    Raises:
        ConnectError, ConnectTimeout: None of them answers; it is the error of the last.

    Source: RFC 8305 ("Happy Eyeballs"). Tried one after the other, an address that swallows
    packets would cost each connection the whole limit of connecting.
    """
    waiting, tries = deque(addresses), set[asyncio.Future[httpcore.AsyncNetworkStream]]()
    while True:
        if waiting:
            tries.add(asyncio.ensure_future(connect(waiting.popleft())))
        try:
            done, tries = await asyncio.wait(
                tries,
                timeout=_HEAD_START_S if waiting else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
        except asyncio.CancelledError:
            await _close_all(tries)
            raise
        for one in done:
            if not isinstance(one.exception(), _UNREACHABLE):
                try:
                    await _close_all(tries | (done - {one}))
                except asyncio.CancelledError:
                    await _close_all({one})
                    raise
                return one.result()
        if not waiting and not tries:
            return done.pop().result()


async def _close_all(tries: Iterable[asyncio.Future[httpcore.AsyncNetworkStream]]) -> None:
    """Give up connections that are made, and close those that are there already."""
    for one in tries:
        one.cancel()
    for found in await asyncio.gather(*tries, return_exceptions=True):
        if isinstance(found, httpcore.AsyncNetworkStream):
            with suppress(httpcore.NetworkError, OSError):
                await found.aclose()


def _explain_refusal(host: str, port: int, addresses: list[str]) -> str:
    """Return why the guard lets nothing through, and which key of the job would."""
    if port in BAD_PORTS:
        return f"port {port} belongs to a service other than the web, and is never asked"
    shown = ", ".join(addresses[:3])
    where = "" if shown == host else f" is at {shown}, which"
    reason = f"{host}{where} is no public address"
    return f"{reason}; if it is meant: allow_private_hosts = [{json.dumps(host)}]"


async def _resolve(host: str, port: int, timeout_s: float | None) -> list[str]:
    """Return the numeric addresses of a host, in the system's order."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(timeout_s):
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except TimeoutError as error:
        raise httpcore.ConnectTimeout(f"{host}: the name server does not answer") from error
    except socket.gaierror as error:
        raise httpcore.ConnectError(_explain_lookup(host, error)) from error
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host}: {error}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _explain_lookup(host: str, error: socket.gaierror) -> str:
    if error.errno == socket.EAI_AGAIN:
        return f"{host}: the name server does not answer; is this machine online?"
    if error.errno == socket.EAI_NONAME:
        return f"{host}: no such host is known to the name server; check its spelling"
    return f"{host}: the name server says: {error.strerror}"


class Transport(httpx.AsyncHTTPTransport):
    """httpx's transport over one guarded connection.

    httpcore's pool looks at each of its connections several times a request, and asks the system
    whether it is still open: with eight of them in a pool a request costs a seventh more than with
    eight pools of one (4.42 for 5.10 million instructions), with 32 in a pool four times as much.
    """

    def __init__(self, context: ssl.SSLContext, guard: Guard) -> None:
        super().__init__(verify=context, http2=True)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=1,
            max_keepalive_connections=1,
            keepalive_expiry=_KEEP_ALIVE_S,
            http1=True,
            http2=True,
            network_backend=GuardedBackend(guard),
        )
        self.in_use = 0
        self._room = 1

    @property
    def has_room(self) -> bool:
        """Whether one more request may go out: one at a time, several over HTTP/2."""
        return self.in_use < self._room

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; learn which protocol the host speaks."""
        answer = await super().handle_async_request(request)
        is_shared = answer.extensions.get("http_version") == b"HTTP/2"
        self._room = MAX_STREAMS if is_shared else 1
        return answer

    async def drop_leftovers(self) -> None:
        """Close idle connections on which more came than their last answer's length.

        httpcore would read the surplus as the next answer, so that one page could speak for
        another. It has no public word for this; the attribute is h11's receive buffer.
        """
        for connection in self._pool.connections:
            inner = getattr(connection, "_connection", None)
            state = getattr(inner, "_h11_state", None)
            if state is not None and connection.is_idle() and state.trailing_data[0]:
                await connection.aclose()
