"""Demo sites on loopback, one port each, served by threads."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from scraper.demo.site import DemoSite

_HOST = "127.0.0.1"


@contextmanager
def serve(sites: Sequence[DemoSite]) -> Iterator[dict[str, DemoSite]]:
    """Serve every site on a free port; yield them by the address they are served at."""
    with ExitStack() as stack:
        yield {stack.enter_context(_serve_one(site)): site for site in sites}


@contextmanager
def _serve_one(site: DemoSite) -> Iterator[str]:
    with _Server(site) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


class _Server(ThreadingHTTPServer):
    """One site on a port that the system chooses."""

    daemon_threads = True

    def __init__(self, site: DemoSite) -> None:
        super().__init__((_HOST, 0), _Handler)
        self.site = site
        self.address = f"http://{_HOST}:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; understands ``If-None-Match``."""

    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_GET(self) -> None:
        """Send an answer with its body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Send the head of an answer."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        answer = self.server.site.answer(self.path, self.server.address)
        status, content = answer.status, answer.content
        if self.headers.get("If-None-Match") == answer.etag and status is HTTPStatus.OK:
            status, content = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("ETag", answer.etag)
        self.end_headers()
        if with_body:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep quiet: the crawl's own report is what the demo shows."""
