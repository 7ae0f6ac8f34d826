"""A closed door on loopback: the only proxy that the browser knows, and it refuses everything.

What a page asks for is answered before it gets here. What gets here went round that (a redirect, a
socket, a preconnect, the browser's own services), and ends.
"""

import asyncio
import contextlib
from typing import Self

_REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_HEAD_S = 5.0
_MOST_NAMES = 20


class Door:
    """A proxy on a free port of loopback that says no."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None
        self.knocks = 0
        """Connections that were refused."""
        self.names: set[str] = set()
        """What some of them wanted, as they said it."""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._refuse, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()

    @property
    def address(self) -> str:
        """Its address, as a proxy is written."""
        if self._server is None:
            raise RuntimeError("the door is not open for knocks yet")
        host, port = self._server.sockets[0].getsockname()[:2]
        return f"http://{host}:{port}"

    async def _refuse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.knocks += 1
        with contextlib.suppress(OSError, TimeoutError, ValueError):
            async with asyncio.timeout(_HEAD_S):
                line = await reader.readline()
                if len(self.names) < _MOST_NAMES:
                    self.names.add(line.decode("latin-1").strip())
                writer.write(_REFUSAL)
                await writer.drain()
        writer.close()
