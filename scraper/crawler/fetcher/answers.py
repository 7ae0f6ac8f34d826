"""What an answer, or the lack of one, means: named outcomes, headers, ``Retry-After``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx

from schemas import Limits, Outcome
from scraper.crawler.response import Response, Truncation, read_field
from scraper.http_date import read_http_date

_RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 599})
_MOST_KEPT_BYTES = 1 << 20
"""Of the packed body of an answer that is not used."""
_TRUNCATIONS: dict[Outcome, Truncation] = {
    "body-too-large": "length",
    "too-slow": "time",
    "timeout": "time",
    "body-cut": "disconnect",
    "bomb": "",
    "bad-coding": "",
}
"""Outcome → value of ``WARC-Truncated``; empty where the whole body came and can't be used."""
_BAD_CERTIFICATE = re.compile(r"certificate verify failed: (.+?)(?: \(_ssl\.c:\d+\))?$")
_CERTIFICATE_ADVICE = (
    "the certificate is not accepted: {}; the site has to renew it, unless this machine's clock or "
    "its list of authorities (SSL_CERT_FILE) is wrong"
)
_CUT = "the server closed the connection before the end of the body"
_RAW_BYTES = re.compile(r"""bytearray\(b(?P<shown>'(?:[^'\\]++|\\.)*+'|"(?:[^"\\]++|\\.)*+")\)""")
"""How the client's messages quote what the server sent."""
_MOST_SHOWN = 200
"""Characters of a client's message, which may quote a line of 100 KB."""
_BROKEN_OFF = re.compile(r"^<(?:StreamReset|ConnectionTerminated) .*?error_code:(\d+)")
"""How the client's messages tell of a stream or connection that the server ended (RFC 9113, 7)."""
_BREAKS = re.compile(rb"[\r\n\0]")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Failed(Exception):
    """One attempt ended without a usable answer."""

    def __init__(
        self,
        outcome: Outcome,
        message: str,
        *,
        again: bool = False,
        response: Response | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(message)
        self.took_s = 0.0
        self.outcome = outcome
        self.message = message
        self.again = again
        self.response = response
        self.retry_after_s = retry_after_s


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer, as it arrived."""

    status: int
    headers: Mapping[str, str]
    arrived_at: datetime
    raw_head: bytes
    raw_request: bytes
    ip: str | None

    @classmethod
    def of(cls, answer: httpx.Response, message: httpx.Request) -> "Head":
        """Return the head of an answer that arrives now."""
        return cls(
            status=answer.status_code,
            headers=merge_headers(answer),
            arrived_at=datetime.now(UTC),
            raw_head=read_head(answer),
            raw_request=read_request(message),
            ip=find_ip(answer),
        )

    def to_response(
        self, url: str, packed: bytes, content: bytes = b"", truncated: Truncation = ""
    ) -> Response:
        """Return the answer with its body."""
        return Response(
            url=url,
            status=self.status,
            headers=self.headers,
            content=content,
            packed=packed,
            arrived_at=self.arrived_at,
            raw_head=self.raw_head,
            raw_request=self.raw_request,
            ip=self.ip,
            truncated=truncated,
        )


@dataclass(slots=True)
class Read:
    """An answer as far as it has been read."""

    chunks: list[bytes] = field(default_factory=list)
    size: int = 0
    head: Head | None = None
    """Its head, once it has arrived."""

    def to_partial(self, url: str, outcome: Outcome) -> Response | None:
        """Return an answer that is not used, for the archive; None before its head.

        At most a megabyte of a body that was cut off is kept.
        """
        if self.head is None:
            return None
        truncated = _TRUNCATIONS.get(outcome, "unspecified")
        packed = b"".join(self.chunks)
        kept = packed[:_MOST_KEPT_BYTES] if truncated else packed
        return self.head.to_response(url, kept, truncated=truncated)


def find_success(status: int) -> Outcome:
    """Return the outcome of an answer that was judged to be one."""
    if status == httpx.codes.NOT_MODIFIED:
        return "not-modified"
    return "redirect" if status in _REDIRECTS else "ok"


def judge(response: Response) -> Response:
    """Return an answer that is one; raise for error statuses.

    Raises:
        Failed: The status says that there is no page.
    """
    status = response.status
    if status in _REDIRECTS or status == httpx.codes.NOT_MODIFIED:
        return response
    if status in (httpx.codes.OK, httpx.codes.NON_AUTHORITATIVE_INFORMATION):
        if not response.content.strip():
            raise Failed("empty", "the body is empty", response=response)
        return response
    if status == httpx.codes.NOT_FOUND:
        raise Failed("not-found", "status 404", response=response)
    if status == httpx.codes.GONE:
        raise Failed("gone", "status 410", response=response)
    if status in (httpx.codes.NO_CONTENT, httpx.codes.RESET_CONTENT):
        raise Failed("empty", f"status {status}: no content", response=response)
    pause = parse_retry_after(response.headers.get("retry-after"), response.arrived_at.timestamp())
    raise Failed(
        "http-error",
        f"status {status}",
        again=status in _RETRIED_STATUSES,
        response=response,
        retry_after_s=pause,
    )


def to_failure(error: Exception, read: Read, limits: Limits) -> Failed:
    """Return the named outcome of one of the client's exceptions."""
    raw = str(error) or type(error).__name__
    if isinstance(error, httpx.ConnectTimeout):
        message = str(error) or f"no connection within {limits.connect:g} s"
        return Failed("timeout", message, again=True)
    if isinstance(error, httpx.TimeoutException):
        if read.head is not None:
            return Failed("timeout", f"the body stopped for {limits.idle:g} s", again=True)
        return Failed("timeout", f"no answer within {limits.idle:g} s", again=True)
    if isinstance(error, httpx.RemoteProtocolError):
        return _to_protocol_failure(raw, read)
    if isinstance(error, httpx.NetworkError):
        if (reason := _BAD_CERTIFICATE.search(raw)) is not None:
            # Asking again at once brings the same certificate.
            return Failed("network-error", _CERTIFICATE_ADVICE.format(reason[1]))
        text = str(error) or "the connection broke off"
        if read.head is not None:
            return Failed("body-cut", f"{text} {_came(read)}", again=True)
        return Failed("network-error", text, again=True)
    return Failed("bad-http", _shown(raw))


def _to_protocol_failure(raw: str, read: Read) -> Failed:
    """Return what the client says of an answer that is none, or ends too early."""
    if (code := _BROKEN_OFF.search(raw)) is not None:
        text = f"the server broke off the request (error {code[1]} of HTTP/2)"
        if read.head is None:
            return Failed("bad-http", text, again=True)
        return Failed("body-cut", f"{text} {_came(read)}", again=True)
    # What the server sent is no word of the client's.
    said = _RAW_BYTES.sub("", raw)
    if read.head is not None and ("closed" in said or "disconnected" in said):
        return Failed("body-cut", f"{_CUT} {_came(read)}", again=True)
    if "too long" in said or "too large" in said or "Receive buffer" in said:
        return Failed("headers-too-large", "the headers have more bytes than the client reads")
    if "disconnected" in said:
        message = "the server closed the connection without an answer"
        return Failed("network-error", message, again=True)
    return Failed("bad-http", _shown(raw), again=True)


def _came(read: Read) -> str:
    return f"({read.size} bytes came)"


def _shown(raw: str) -> str:
    """Return a message of the client's with what the server sent as a text, both cut."""
    text = _RAW_BYTES.sub(r"\g<shown>", raw)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} …"


def parse_retry_after(value: str | None, now: float) -> float | None:
    """Return the seconds that a ``Retry-After`` asks for, in either of its forms.

    Args:
        value: Seconds, or an HTTP date.
        now: Seconds since 1970, to count a date from.

    Source: RFC 9110, 10.2.3.
    """
    text = (value or "").strip()
    if not text:
        return None
    if text.isascii() and text.isdecimal():
        return float(min(int(text[:12]), 10**9))
    moment = read_http_date(text)
    return None if moment is None else max(0.0, moment.timestamp() - now)


def merge_headers(answer: httpx.Response) -> dict[str, str]:
    """Return headers with names in lower case."""
    merged: dict[str, str] = {}
    for raw_name, raw_value in _fields(answer):
        name = raw_name.decode("latin-1").lower()
        value = read_field(raw_value)
        merged[name] = f"{merged[name]}, {value}" if name in merged else value
    return merged


def read_head(answer: httpx.Response) -> bytes:
    """Return status line and headers as an archive keeps them."""
    version = answer.extensions.get("http_version", b"HTTP/1.1")
    reason = answer.extensions.get("reason_phrase", b"")
    lines = [b"%s %d %s" % (version, answer.status_code, reason)]
    lines += [b"%s: %s" % pair for pair in _fields(answer)]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _fields(answer: httpx.Response) -> list[tuple[bytes, bytes]]:
    """Return names and values of headers, each a line of its own.

    HTTP/2 can carry ends of lines in a value, which would end the head in an archive; versions of
    h2 before 4.3 let them through. Source: RFC 9110, 5.5.
    """
    return [(_BREAKS.sub(b" ", name), _BREAKS.sub(b" ", text)) for name, text in answer.headers.raw]


def read_request(message: httpx.Request) -> bytes:
    """Return request line and headers as an archive keeps them."""
    lines = [b"GET %s HTTP/1.1" % message.url.raw_path]
    lines += [b"%s: %s" % pair for pair in message.headers.raw]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def find_ip(answer: httpx.Response) -> str | None:
    """Return the address that answered."""
    stream = answer.extensions.get("network_stream")
    address = stream.get_extra_info("server_addr") if stream else None
    return str(address[0]) if address else None
