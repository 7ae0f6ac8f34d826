"""Serves a living site on loopback, with troubles at given times, and writes down every request.

The moment that counts is that of a clock which the simulation sets. HTTPS is spoken on a second
port, where the certificates are those of the clock's day.
"""

import contextlib
import gzip
import hashlib
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from yearly.site import Page, Site

_REASONS = {200: "OK", 301: "Moved Permanently", 304: "Not Modified", 404: "Not Found",
            410: "Gone", 429: "Too Many Requests", 500: "Internal Server Error",
            503: "Service Unavailable"}  # fmt: skip
_CLOSED_RULES = b"User-agent: *\nDisallow: /\n"
_BE_BACK = b"<html><body><h1>We will be back</h1><p>The site is looked after.</p></body></html>"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong with a site for a time."""

    begin: float
    end: float
    kind: str
    """``refused``, ``maintenance`` (a page that says so, status 200), a status for everything, or
    what robots.txt answers: ``robots-503``, ``robots-closed``, ``robots-404``."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One request and its answer."""

    began: float
    """On the machine's monotonic clock."""
    ended: float
    moment: float
    """On the clock of the simulation."""
    url: str
    """As it was asked for, with scheme and host."""
    status: int
    """0 where no answer was given."""
    story: int | None
    version: int | None
    is_conditional: bool
    others: int
    """Requests of the same site that were being answered when it came."""
    trouble: str | None


@dataclass
class Service:
    """A site on its address.

    Args:
        site: What is served.
        address: Loopback address.
        clock: Returns the moment.
        troubles: What is wrong, and when.
        secure_from: When everything moves to HTTPS: the other port answers 301 from then on.
    """

    site: Site
    address: str
    clock: Callable[[], float]
    troubles: list[Trouble] = field(default_factory=list)
    secure_from: float | None = None
    hits: list[Hit] = field(default_factory=list)
    contexts: list[tuple[float, ssl.SSLContext]] = field(default_factory=list)
    """(from when, context with its certificate), in order."""
    port: int = 0
    secure_port: int = 0
    _open: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def origin(self) -> str:
        """Scheme and host without encryption."""
        return f"http://{self.address}:{self.port}"

    @property
    def secure_origin(self) -> str:
        """Scheme and host with encryption."""
        return f"https://{self.address}:{self.secure_port}"

    def start(self) -> Callable[[], None]:
        """Serve from threads of this process, on the ports it had if any; return what ends it."""
        plain = _serve(self, is_secure=False)
        self.port = plain.server_address[1]
        secure = _serve(self, is_secure=True)
        self.secure_port = secure.server_address[1]

        def stop() -> None:
            for server in (plain, secure):
                server.shutdown()
                server.server_close()

        return stop

    def trouble_at(self, now: float) -> str | None:
        """Return what is wrong at a moment."""
        return next((t.kind for t in self.troubles if t.begin <= now < t.end), None)

    def context_at(self, now: float) -> ssl.SSLContext | None:
        """Return the newest certificate that is installed."""
        return next((known for begin, known in reversed(self.contexts) if begin <= now), None)

    def answer(self, path: str, *, is_secure: bool, now: float) -> tuple[Page | None, str | None]:
        """Return what is answered, None for nothing at all, and the trouble behind it."""
        kind = self.trouble_at(now)
        if kind == "refused":
            return None, kind
        if kind is not None and (page := _troubled(kind, path)) is not None:
            return page, kind
        moved = self.secure_from is not None and now >= self.secure_from
        if moved and not is_secure:
            return Page(301, location=f"{self.secure_origin}{path}"), kind
        origin = self.secure_origin if is_secure else self.origin
        return self.site.page(path, now, origin), kind

    def respond(self, path: str, headers: dict[str, str], *, is_secure: bool) -> bytes | None:
        """Return the bytes of an answer and write it down."""
        began, now = time.monotonic(), self.clock()
        with self._lock:
            others, self._open = self._open, self._open + 1
        page, trouble = self.answer(path, is_secure=is_secure, now=now)
        tag = headers.get("if-none-match")
        status, data = (0, None) if page is None else _to_bytes(page, tag)
        with self._lock:
            self._open -= 1
            self.hits.append(
                Hit(
                    began,
                    time.monotonic(),
                    now,
                    f"{self.secure_origin if is_secure else self.origin}{path}",
                    status,
                    page.story if page else None,
                    page.version if page else None,
                    tag is not None,
                    others,
                    trouble,
                )
            )
        return data


def _troubled(kind: str, path: str) -> Page | None:
    """Return the answer that a trouble gives, None where it leaves the path alone."""
    is_rules = path == "/robots.txt"
    if kind.startswith("robots-"):
        if not is_rules:
            return None
        rest = kind.removeprefix("robots-")
        if rest == "closed":
            return Page(body=_CLOSED_RULES, kind="text/plain")
        return Page(int(rest), b"trouble")
    if kind == "maintenance":
        return None if is_rules else Page(body=_BE_BACK, is_noisy=True)
    return Page(int(kind), b"trouble")


def _to_bytes(page: Page, tag: str | None) -> tuple[int, bytes]:
    """Return the status and the bytes of an answer to a request that names a tag."""
    lines = [f"Content-Type: {page.kind}", "Content-Encoding: gzip"]
    status, body = page.status, gzip.compress(page.body, 1)
    if status == 200 and not page.is_noisy:
        own = f'"{hashlib.sha256(page.body).hexdigest()[:16]}"'
        lines.append(f"ETag: {own}")
        if own == tag:
            status, body = 304, b""
    if page.location is not None:
        lines.append(f"Location: {page.location}")
    if status in (429, 503):
        lines.append("Retry-After: 1")
    if status != 304:
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join([f"HTTP/1.1 {status} {_REASONS[status]}", *lines, "", ""])
    return status, head.encode() + body


class _Handler(socketserver.BaseRequestHandler):
    server: "_Server"

    def handle(self) -> None:
        connection: socket.socket = self.request
        if self.server.is_secure:
            context = self.server.service.context_at(self.server.service.clock())
            if context is None:
                return
            try:
                connection = context.wrap_socket(connection, server_side=True)
            except OSError:
                return  # The client did not like the certificate.
        connection.settimeout(30)
        with contextlib.suppress(OSError), connection:
            self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        rest = b""
        while True:
            while b"\r\n\r\n" not in rest:
                data = connection.recv(65536)
                if not data:
                    return
                rest += data
            head, _, rest = rest.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines)}
            service = self.server.service
            answer = service.respond(first.split(" ")[1], headers, is_secure=self.server.is_secure)
            if answer is None:
                return
            connection.sendall(answer)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    service: Service
    is_secure: bool


def _serve(service: Service, *, is_secure: bool) -> _Server:
    port = service.secure_port if is_secure else service.port
    server = _Server((service.address, port), _Handler)
    server.service, server.is_secure = service, is_secure
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server
