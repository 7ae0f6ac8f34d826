import asyncio
import gzip
import itertools
import socket
import socketserver
import threading
import time
import zlib
from datetime import UTC, datetime

import httpcore
import httpx
import pytest
from pullquote_test_server import answer

from schemas import Limits
from scraper.crawler.clock import SystemClock
from scraper.crawler.fetcher import Fetcher, parse_retry_after
from scraper.crawler.fetcher.answers import Head, Read, merge_headers, read_head, to_failure
from scraper.crawler.guard import Guard
from scraper.crawler.politeness import Politeness
from scraper.crawler.response import Request

LIMITS = Limits(body_mb=0.1, connect=20, idle=20, total=60, attempts=1, retry_wait=5)
"""So long that no machine is too busy for them; a test of a limit sets that one alone."""
PAGE = b"<p>" + b" ".join(b"word%d" % n for n in range(3000))


class Skipping(SystemClock):
    """A clock whose sleeps are written down instead of slept."""

    def __init__(self):
        self.slept = []
        self.ahead = 0.0

    def monotonic(self):
        return super().monotonic() + self.ahead

    async def sleep(self, seconds):
        self.slept.append(seconds)
        self.ahead += seconds


def fetch(url, limits=LIMITS, guard=None, times=1, clock=None, **request):
    """Return how fetching a URL ended; of several times the last."""

    async def run():
        used = clock or Skipping()
        politeness = Politeness(0, 1, used)
        allowed = guard or Guard(allow_all=True)
        fetcher = Fetcher("test/1", "desk@lab.example", limits, allowed, politeness, used)
        try:
            for _ in range(times):
                attempted = await fetcher.fetch(Request(url, **request))
            return attempted
        finally:
            await fetcher.close()

    return asyncio.run(run())


def endless_headers(hit):
    yield b"HTTP/1.1 200 OK\r\n"
    for number in range(4000):
        yield b"X-%d: %s\r\n" % (number, b"v" * 60)


WHOLE = b"<html><p>All of it</p></html>\n<!-- made in 3 ms -->"
FAULTS = {
    "404": (answer(b"gone", "404 Not Found"), "not-found"),
    "410": (answer(b"gone", "410 Gone"), "gone"),
    "403": (answer(b"no", "403 Forbidden"), "http-error"),
    "500": (answer(b"no", "500 Oops"), "http-error"),
    "799": (answer(b"no", "799 "), "http-error"),
    "204": (answer(b"", "204 No Content"), "empty"),
    "empty": (answer(b"  \n"), "empty"),
    "stall": ([b""], "timeout"),
    "drip": (answer(b"x", Content_Length="9000"), "too-slow"),
    "close": ([b"CLOSE"], "network-error"),
    "reset": ([b"RESET"], "network-error"),
    "reset-late": ([answer(PAGE, Content_Length="99999"), b"RESET"], "body-cut"),
    "short": ([answer(PAGE, Content_Length="99999", Connection="close")], "body-cut"),
    "chunked-cut": ([answer(b"5\r\nhello\r\n", Transfer_Encoding="chunked", Connection="close")], "body-cut"),
    "chunked-bad": ([answer(b"zz\r\nhello\r\n", Transfer_Encoding="chunked", Connection="close")], "bad-http"),
    "not-http": ([b"SSH-2.0-OpenSSH_9.2\r\n\r\n" + bytes(range(256))], "bad-http"),
    "big-header": (answer(b"x", X_Big="a" * 300_000), "headers-too-large"),
    "many-headers": (answer(b"x", **{f"X-{n}": "v" for n in range(1500)}), "headers-too-large"),
    "endless-headers": (endless_headers, "headers-too-large"),
    "huge": (answer(b"x" * 200_000), "body-too-large"),
    "lying-length": ([answer(b"x", Content_Length="20000000000000")], "body-too-large"),
    "gzip-cut": (answer(gzip.compress(PAGE)[:-50], Content_Encoding="gzip"), "body-cut"),
    "gzip-corrupt": (answer(b"\x1f\x8b\x08junkjunkjunk", Content_Encoding="gzip"), "bad-coding"),
    "unknown-coding": (answer(PAGE, Content_Encoding="x-rot13"), "bad-coding"),
    "bomb": (answer(zlib.compress(b" " * (8 << 20)), Content_Encoding="deflate"), "bomb"),
    "pdf": (answer(b"%PDF", kind="application/pdf"), "not-html"),
    "video": (answer(b"", kind="video/mp4", Transfer_Encoding="chunked"), "not-html"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_faults_have_their_names(site, name):
    site.answers["/x"], outcome = FAULTS[name]
    limit = {"bomb": {"body_mb": 4.0}, "stall": {"idle": 0.1}, "drip": {"total": 0.5}}
    limits = LIMITS.model_copy(update=limit.get(name, {}))
    attempted = fetch(site.url + "/x", limits)
    assert attempted.outcome == outcome, attempted.message
    assert attempted.message


UNENDED = {
    "a length of more": [answer(WHOLE, Content_Length="999"), b"CLOSE"],
    "no last chunk": [
        answer(b"%x\r\n%s\r\n" % (len(WHOLE), WHOLE), Transfer_Encoding="chunked"), b"CLOSE"
    ],
    "no end of gzip": answer(gzip.compress(WHOLE)[:-6], Content_Encoding="gzip"),
    "a connection that stays open": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + WHOLE,
}  # fmt: skip


@pytest.mark.parametrize("name", UNENDED)
def test_a_page_that_came_whole_is_had_whatever_was_announced(site, name):
    site.answers["/x"] = UNENDED[name]
    attempted = fetch(site.url + "/x", LIMITS.model_copy(update={"idle": 0.2}))
    assert (attempted.outcome, attempted.attempts) == ("ok", 1)
    assert (attempted.response.content, attempted.response.truncated) == (WHOLE, "")


GOOD = {
    "plain": answer(PAGE),
    "gzip": answer(gzip.compress(PAGE), Content_Encoding="gzip"),
    "chunked": answer(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), Transfer_Encoding="chunked"),
    "no type": answer(PAGE, kind=None),
    "early hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + answer(PAGE),
    "old server": [
        b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + PAGE
    ],
    "latin-1 header": answer(PAGE, X_Name="Z\xfcrich"),
}


@pytest.mark.parametrize("name", GOOD)
def test_ordinary_answers(site, name):
    site.answers["/x"] = GOOD[name]
    # A busy machine may keep the server's thread waiting for longer than the faults are given.
    attempted = fetch(site.url + "/x", LIMITS)
    assert attempted.outcome == "ok", attempted.message
    assert attempted.response.content == PAGE
    assert attempted.response.ip == "127.0.0.1"


def test_what_the_client_says_of_itself(site):
    site.answers["/x"] = answer(PAGE)
    fetch(site.url + "/x", etag='"v1"', last_modified="Wed, 01 May 2024 08:00:00 GMT")
    headers = site.hits[0].headers
    assert headers["user-agent"] == "test/1"
    assert headers["from"] == "desk@lab.example"
    assert headers["if-none-match"] == '"v1"'
    assert headers["if-modified-since"] == "Wed, 01 May 2024 08:00:00 GMT"
    assert "gzip" in headers["accept-encoding"]


def test_not_modified_and_redirects_are_answers(site):
    site.answers["/x"] = answer(b"", "304 Not Modified", ETag='"v1"')
    assert fetch(site.url + "/x").outcome == "not-modified"
    site.answers["/x"] = answer(b"", "301 Moved", Location="/über".encode().decode("latin-1"))
    attempted = fetch(site.url + "/x")
    assert (attempted.outcome, attempted.redirect_to) == ("redirect", "/über")
    assert site.count("/über") == 0


@pytest.mark.parametrize(("raw", "text"), [("über".encode(), "über"), (b"\xfcber", "über")])
def test_headers_are_read_as_utf_8_where_they_are(site, raw, text):
    site.answers["/x"] = answer(PAGE, Link=f"</{raw.decode('latin-1')}>; rel=canonical")
    assert fetch(site.url + "/x").response.headers["link"] == f"</{text}>; rel=canonical"


def test_a_page_whose_validators_are_no_ascii_is_asked_for_without_them(site):
    site.answers["/x"] = answer(PAGE)
    attempted = fetch(site.url + "/x", etag='"früh"', last_modified="mañana")
    assert attempted.outcome == "ok", attempted.message
    assert not {"if-none-match", "if-modified-since"} & site.hits[0].headers.keys()


def failing(times, fault):
    counter = itertools.count()
    return lambda hit: fault if next(counter) < times else answer(PAGE)


@pytest.mark.parametrize(
    "fault", [[b"CLOSE"], [b"RESET"], answer(b"", "503 Busy"), answer(b"", "500 Oops")]
)
def test_what_may_pass_is_tried_again(site, fault):
    site.answers["/x"] = failing(2, fault)
    attempted = fetch(site.url + "/x", LIMITS.model_copy(update={"attempts": 3}))
    assert (attempted.outcome, attempted.attempts) == ("ok", 3)


def trickling(hit):
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        time.sleep(0.05)
        yield b"X-A: b\r\n"


def test_a_url_is_waited_for_in_vain_as_long_as_one_answer_may_take(site):
    site.answers["/x"] = trickling
    attempted = fetch(site.url + "/x", LIMITS.model_copy(update={"total": 0.2, "attempts": 9}))
    assert (attempted.outcome, attempted.attempts) == ("timeout", 1)


def test_so_it_is_where_several_requests_meet_with_silence(monkeypatch):
    clock = Skipping()

    async def be_silent(self, request):
        clock.ahead += 25
        raise httpx.ReadTimeout("")

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", be_silent)
    limits = LIMITS.model_copy(update={"idle": 25, "attempts": 9})
    attempted = fetch("http://news.example/x", limits, clock=clock)
    assert (attempted.outcome, attempted.attempts) == ("timeout", 3)


def test_answers_that_fail_late_are_waited_for_as_long_as_one_may_take(site):
    clock = Skipping()

    def failing_late(hit):
        clock.ahead += 25
        return answer(b"", "504 Gateway Timeout")

    site.answers["/x"] = failing_late
    limits = LIMITS.model_copy(update={"attempts": 6})
    attempted = fetch(site.url + "/x", limits, clock=clock)
    assert (attempted.status, attempted.attempts) == (504, 3)


def test_what_will_not_pass_is_not_tried_again(site):
    site.answers["/x"] = answer(b"", "404 Not Found")
    assert fetch(site.url + "/x", LIMITS.model_copy(update={"attempts": 3})).attempts == 1


def test_retry_after_is_waited_for(site):
    site.answers["/x"] = failing(1, answer(b"", "429 Slow Down", Retry_After="3"))
    clock = Skipping()
    attempted = fetch(site.url + "/x", LIMITS.model_copy(update={"attempts": 2}), clock=clock)
    assert attempted.outcome == "ok"
    assert sum(clock.slept) >= 3


def test_a_pause_that_is_too_long_is_left_to_the_next_run(site):
    site.answers["/x"] = failing(1, answer(b"", "503 Busy", Retry_After="3600"))
    attempted = fetch(site.url + "/x", LIMITS.model_copy(update={"attempts": 3}))
    assert (attempted.outcome, attempted.attempts, attempted.retry_after_s) == (
        "http-error",
        1,
        3600,
    )


def test_the_guard_judges_the_address_that_is_connected_to(site):
    site.answers["/x"] = answer(PAGE)
    attempted = fetch(site.url + "/x", guard=Guard())
    assert attempted.outcome == "blocked-address"
    assert site.hits == []
    by_name = site.url.replace("127.0.0.1", "localhost")
    assert fetch(by_name + "/x", guard=Guard()).outcome == "blocked-address"
    assert fetch(by_name + "/x", guard=Guard.of(["localhost"])).outcome == "ok"


@pytest.mark.parametrize(
    "guard, port, words",
    [
        (Guard(), 8080, 'no public address; if it is meant: allow_private_hosts = ["localhost"]'),
        (Guard.of(True), 25, "port 25 belongs to a service other than the web"),
    ],
    ids=["address", "port"],
)
def test_what_the_guard_refuses_is_told_with_what_to_do(guard, port, words):
    attempted = fetch(f"http://localhost:{port}/", guard=guard)
    assert attempted.outcome == "blocked-address"
    assert words in attempted.message


@pytest.mark.parametrize(
    "number, words",
    [
        (socket.EAI_NONAME, "no such host is known"),
        (socket.EAI_AGAIN, "the name server does not answer"),
        (socket.EAI_FAIL, "the name server says: Broken"),
    ],
)
def test_a_name_that_is_not_found_is_told_in_words(monkeypatch, number, words):
    def fail(*_args, **_keys):
        raise socket.gaierror(number, "Broken")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    attempted = fetch("http://news.example/")
    assert attempted.outcome == "network-error"
    assert f"news.example: {words}" in attempted.message


def test_bytes_beyond_an_answer_do_not_become_the_next(site):
    smuggled = answer(b"smuggled")
    site.answers["/x"] = answer(PAGE) + smuggled
    assert fetch(site.url + "/x", times=3).response.content == PAGE


def test_nothing_is_sent_back_of_cookies(site):
    site.answers["/x"] = answer(PAGE, Set_Cookie="session=1; Path=/")
    fetch(site.url + "/x", times=2)
    assert all("cookie" not in hit.headers for hit in site.hits)


def test_connections_are_kept_open_between_requests(site):
    site.answers["/x"] = answer(PAGE)
    fetch(site.url + "/x", times=5)
    assert len(site.hits) == 5


def test_a_closed_port_and_an_unknown_name_are_network_errors():
    assert fetch("http://127.0.0.1:1999/").outcome == "network-error"
    assert fetch("http://" + "a" * 70 + ".example/").outcome == "network-error"


def test_hosts_have_small_pools_of_their_own_and_share_one_tls_context(site, monkeypatch):
    made, pools = [], []
    create, pool = httpx.create_ssl_context, httpcore.AsyncConnectionPool

    def note_context(*args, **keys):
        made.append(create(*args, **keys))
        return made[-1]

    def note_pool(**keys):
        pools.append((keys["ssl_context"], keys["max_connections"]))
        return pool(**keys)

    monkeypatch.setattr(httpx, "create_ssl_context", note_context)
    monkeypatch.setattr(
        "scraper.crawler.fetcher.connections.httpcore.AsyncConnectionPool", note_pool
    )
    site.answers["/x"] = answer(PAGE)

    async def ask():
        clock = Skipping()
        politeness, guard = Politeness(0, 1, clock), Guard(allow_all=True)
        fetcher = Fetcher("test/1", None, LIMITS, guard, politeness, clock)
        for host in ("127.0.0.1", "localhost"):
            url = site.url.replace("127.0.0.1", host) + "/x"
            assert (await fetcher.fetch(Request(url))).outcome == "ok"
        await fetcher.close()

    asyncio.run(ask())
    # httpx makes a pool of its own first, which is replaced.
    assert pools[1::2] == [(made[0], 1)] * 2


def test_a_port_that_cannot_be_one_ends_as_an_outcome():
    assert fetch("http://127.0.0.1:99999/").outcome == "bad-http"


@pytest.mark.parametrize(
    "value, seconds",
    [("120", 120), (" 7 ", 7), ("Wed, 01 May 2024 08:01:00 GMT", 60), ("soon", None), ("", None),
     (None, None), ("-3", None), ("Wed, 01 May 2024 07:00:00 GMT", 0), ("9" * 30, 10**9)],
)  # fmt: skip
def test_retry_after_in_both_forms(value, seconds):
    now = datetime(2024, 5, 1, 8, 0, 0, tzinfo=UTC).timestamp()
    assert parse_retry_after(value, now) == seconds


class Arrivals(socketserver.ThreadingTCPServer):
    """A server on loopback that writes down when each request's head was there."""

    daemon_threads = True

    def __init__(self):
        self.moments = []
        super().__init__(("127.0.0.1", 0), _Noting)


class _Noting(socketserver.StreamRequestHandler):
    def handle(self):
        while self.rfile.readline().strip():
            self.server.moments.append(time.monotonic())
            while self.rfile.readline().strip():
                pass
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")


def test_requests_reach_a_host_a_delay_apart_though_the_loop_is_held_up():
    """Every request is due while the loop stands still for longer than the delay.

    A burst would leave no gap at all; the server may notice one request half a delay late.
    """
    delay_s, clock = 0.2, SystemClock()

    async def hold_up():
        while True:
            time.sleep(2.2 * delay_s)  # noqa: ASYNC251 - it is what is tested
            for _ in range(3):
                await asyncio.sleep(0)

    async def ask(url):
        politeness = Politeness(delay_s, 4, clock)
        limits = Limits(attempts=1)
        fetcher = Fetcher("test/1", None, limits, Guard(allow_all=True), politeness, clock)
        busy = asyncio.create_task(hold_up())
        try:
            await asyncio.gather(*(fetcher.fetch(Request(f"{url}/{n}")) for n in range(6)))
        finally:
            busy.cancel()
            await fetcher.close()

    with Arrivals() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        asyncio.run(ask(f"http://127.0.0.1:{server.server_address[1]}"))
        server.shutdown()
    gaps = [later - before for before, later in itertools.pairwise(sorted(server.moments))]
    assert len(gaps) == 5
    assert min(gaps) >= 0.5 * delay_s


@pytest.mark.parametrize(
    "reason", ["certificate has expired", "unable to get local issuer certificate"]
)
def test_a_bad_certificate_is_told_with_what_can_be_done(reason):
    text = f"[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: {reason} (_ssl.c:1006)"
    failure = to_failure(httpx.ConnectError(text), Read(), LIMITS)
    assert failure.outcome == "network-error"
    assert failure.message.startswith(f"the certificate is not accepted: {reason}; the site has to")
    assert not failure.again


HEAD = Head(200, {}, datetime(2026, 1, 1, tzinfo=UTC), b"", b"", None)


@pytest.mark.parametrize(
    ("error", "read", "outcome", "message"),
    [
        (httpx.ReadError(""), Read(), "network-error", "the connection broke off"),
        (httpx.ReadError(""), Read(size=20, head=HEAD), "body-cut", "the connection broke off (20 bytes came)"),
        (
            httpx.RemoteProtocolError("peer closed connection without sending complete message"),
            Read(size=20, head=HEAD),
            "body-cut",
            "the server closed the connection before the end of the body (20 bytes came)",
        ),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), Read(), "network-error", "the server closed the connection without an answer"),
        (
            httpx.RemoteProtocolError("Server disconnected"),
            Read(size=20, head=HEAD),
            "body-cut",
            "the server closed the connection before the end of the body (20 bytes came)",
        ),
        (httpx.ConnectTimeout(""), Read(), "timeout", f"no connection within {LIMITS.connect:g} s"),
        (httpx.ConnectTimeout("a.example: the name server does not answer"), Read(), "timeout", "a.example: the name server does not answer"),
        (httpx.RemoteProtocolError("Receive buffer too long"), Read(), "headers-too-large", "the headers have more bytes than the client reads"),
        (httpx.RemoteProtocolError(r"illegal chunk header: bytearray(b'zz\r\n')"), Read(), "bad-http", r"illegal chunk header: 'zz\r\n'"),
        (
            httpx.RemoteProtocolError(f"illegal header line: {bytearray(b'closed too long')!r}"),
            Read(size=20, head=HEAD),
            "bad-http",
            "illegal header line: 'closed too long'",
        ),
        (httpx.RemoteProtocolError(f"illegal header line: {bytearray(b'A' + b'x' * 90_000)!r}"), Read(), "bad-http", f"illegal header line: 'A{'x' * 177} …"),
        (httpx.RemoteProtocolError(f"illegal header line: {bytearray(bytes((34, 39)))!r}"), Read(), "bad-http", r"""illegal header line: '"\''"""),
    ],
)  # fmt: skip
def test_what_the_client_reports_is_told_in_words(error, read, outcome, message):
    failure = to_failure(error, read, LIMITS)
    assert (failure.outcome, failure.message) == (outcome, message)


def test_a_header_over_http2_that_holds_ends_of_lines_stays_one_line():
    answer = httpx.Response(200, headers=[(b"x-a", b"1\r\n\r\n<p>other"), (b"x-b", b"2\nx-c: 3\0")])
    assert merge_headers(answer) == {"x-a": "1    <p>other", "x-b": "2 x-c: 3 "}
    assert read_head(answer) == b"HTTP/1.1 200 \r\nx-a: 1    <p>other\r\nx-b: 2 x-c: 3 \r\n\r\n"
