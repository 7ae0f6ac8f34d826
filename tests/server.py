"""A web server for tests: raw answers by path, so that every fault can be told to the byte."""

import random
import socket
import socketserver
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Hit:
    """One request that came."""

    path: str
    headers: dict
    at: float


@dataclass
class Server:
    """Serves ``answers`` (path → bytes, or a function of the hit) on one loopback address."""

    answers: dict = field(default_factory=dict)
    hits: list = field(default_factory=list)
    address: tuple = ()
    default: object = None

    @property
    def url(self):
        return f"http://{self.address[0]}:{self.address[1]}"

    def paths(self):
        return [hit.path for hit in self.hits]

    def count(self, path):
        return self.paths().count(path)


def answer(body=b"", status="200 OK", kind="text/html", **headers):
    """Return the bytes of an answer; ``content_encoding="gzip"`` becomes a header."""
    body = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if "Content_Length" not in headers and "Transfer_Encoding" not in headers:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


_WORDS = (
    "harbour ferry morning council bridge quarrel lantern orchard mayor winter timber signal "
    "market violin garden letter engine river season kitchen tower shepherd museum harvest"
).split()


def article(title, words="", links=(), head=""):
    """Return an article page with text of its own, not like that of any other title."""
    chance = random.Random(title + words)
    text = "".join(
        f"<p>{title}: " + " ".join(chance.choices(_WORDS, k=40)) + f", said {title}.</p>"
        for _ in range(6)
    )
    menu = "".join(f'<a href="{link}">{link}</a> ' for link in links)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}"
        '<meta property="og:type" content="article"></head><body>'
        f"<article><h1>{title}</h1>{text}</article><nav>{menu}</nav></body></html>"
    )


class _Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        rest = b""
        while True:
            while b"\r\n\r\n" not in rest:
                try:
                    data = self.request.recv(65536)
                except OSError:
                    return
                if not data:
                    return
                rest += data
            head, _, rest = rest.partition(b"\r\n\r\n")
            if not self._answer(head.decode("latin-1")):
                return

    def _answer(self, head):
        site = self.server.site
        first, *lines = head.split("\r\n")
        path = first.split(" ")[1]
        pairs = (line.partition(":") for line in lines)
        hit = Hit(path, {n.lower(): v.strip() for n, _, v in pairs}, time.monotonic())
        site.hits.append(hit)
        found = site.answers.get(path, site.default)
        if callable(found):
            found = found(hit)
        if found is None:
            found = answer("<h1>404</h1>", "404 Not Found")
        if isinstance(found, bytes):
            found = [found]
        try:
            for piece in found:
                if piece == b"RESET":
                    linger = b"\x01\0\0\0\0\0\0\0"
                    self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    return False
                if piece == b"CLOSE":
                    return False
                self.request.sendall(piece)
        except OSError:
            return False
        return b"Connection: close" not in head_of(found)


def head_of(found):
    return found[0] if isinstance(found, list) else b""


class _TcpServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128


def serve(site, host="127.0.0.1", port=0):
    """Serve a site in threads of this process; return a function that ends it."""
    server = _TcpServer((host, port), _Handler)
    server.site = site
    site.address = server.server_address
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()

    def stop():
        server.shutdown()
        server.server_close()
        thread.join()

    return stop


class Here:
    """Reads pages in this process, where a test is not about the worker processes."""

    def __init__(self, job, sites, workers):
        from scraper.crawler.reading import Reader
        from scraper.sites import load_site_parsers

        self.reader = Reader(job, load_site_parsers(sites))

    async def start(self):
        """Nothing is to be started."""

    async def read(self, task):
        return self.reader.read(task)

    async def close(self):
        """Nothing is to be ended."""


class Moving:
    """The system's clock, moved by as much as a test says."""

    def __init__(self):
        from scraper.crawler.clock import SystemClock

        self.shift_s = 0.0
        self.real = SystemClock()

    def now(self):
        return self.real.now() + self.shift_s

    def monotonic(self):
        return self.real.monotonic()

    async def sleep(self, seconds):
        await self.real.sleep(seconds)
