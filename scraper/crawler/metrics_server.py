"""Serves metrics over HTTP, to a scraper on this machine or a network that is trusted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from scraper.crawler.metrics import CONTENT_TYPE
from scraper.errors import InputError

_IDLE_S = 10
"""Seconds that a client may take to say what it wants."""


def parse_address(text: str) -> tuple[str, int]:
    """Return (host, port) of ``127.0.0.1:9464``, ``[::1]:9464`` or ``:9464`` (loopback).

    Raises:
        InputError: It is none of these.
    """
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") or "127.0.0.1"
    if not port.isdecimal() or int(port) > 65535:
        raise InputError(f"--metrics {text} is no address; write it like 127.0.0.1:9464")
    return host, int(port)


@contextmanager
def serving(address: str, to_text: Callable[[], str]) -> Iterator[int]:
    """Serve ``/metrics`` inside; yields the port.

    Raises:
        InputError: The address can't be listened on.
    """

    class Handler(BaseHTTPRequestHandler):
        timeout = _IDLE_S

        def do_GET(self) -> None:
            """Answer with the metrics, or with where they are."""
            if self.path.split("?")[0] != "/metrics":
                self.send_error(HTTPStatus.NOT_FOUND, "see /metrics")
                return
            body = to_text().encode()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", CONTENT_TYPE)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing: a line a scrape is no news."""

    host, port = parse_address(address)
    try:
        server = ThreadingHTTPServer((host, port), Handler)
    except OSError as error:
        raise InputError(f"--metrics {address}: {error.strerror}; choose another port") from error
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.2}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
