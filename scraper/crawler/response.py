"""What a server sent, as all of the crawler but the fetcher sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal, Protocol
from urllib.parse import urljoin, urlsplit

from schemas.fetch import Outcome
from scraper.urls import canonicalize, origin_of

Truncation = Literal["", "length", "time", "disconnect", "unspecified"]
"""Values of ``WARC-Truncated`` (WARC 1.1, 5.13); empty for what is whole."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for."""

    url: str
    """Canonical URL."""
    etag: str | None = None
    """Entity tag of the copy at hand, for a conditional request."""
    last_modified: str | None = None
    """Its ``Last-Modified``, as the server wrote it."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent besides the fetcher's own, which give way; names in lower case."""
    is_part: bool = False
    """Whether it is a script or data of a page that is rendered, so of any type."""


@dataclass(frozen=True, slots=True)
class Response:
    """One answer, complete and unpacked."""

    url: str
    status: int
    headers: Mapping[str, str]
    """Names in lower case; values of repeated names joined by a comma."""
    content: bytes
    """The body without its content codings."""
    packed: bytes
    """The body as sent."""
    arrived_at: datetime
    """When the head of the answer arrived (UTC)."""
    raw_head: bytes = b""
    """Status line and headers as an archive keeps them."""
    raw_request: bytes = b""
    """Request line and headers, likewise."""
    ip: str | None = None
    """Address that answered."""
    truncated: Truncation = ""
    """Why ``packed`` is not the whole body; the content of such an answer is empty."""


def read_field(raw: bytes) -> str:
    """Return a header's value, or its line, as text: UTF-8 where it is that, else Latin-1.

    Readers of archives do the same (warcio), so that a page gives the same record from both.
    Source: RFC 9110, 5.5, which knows ASCII only and leaves the rest to whoever reads it.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as its scripts left it in a browser."""

    content: bytes = field(repr=False)
    """The document as HTML in UTF-8, shadow trees in place."""
    rendered_at: datetime
    """When the document was taken (UTC)."""
    renderer: str
    """Name and version of the browser."""
    note: str | None = None
    """What was cut short: a limit that was reached while the page was rendered."""


@dataclass(frozen=True, slots=True)
class Attempted:
    """How asking for a URL ended: with a response, or with a named outcome."""

    outcome: Outcome
    started_at: datetime
    elapsed_s: float
    attempts: int
    response: Response | None = None
    """The answer; also there for some outcomes other than ``ok`` (404, redirects …)."""
    message: str | None = None
    status: int | None = None
    redirect_to: str | None = None
    """Absolute target of a redirect, as the server wrote it."""
    retry_after_s: float | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def refusal(outcome: Outcome, message: str, now: float, elapsed_s: float = 0.0) -> Attempted:
    """Return how a URL ended that was not asked for; ``now`` in seconds since 1970."""
    moment = datetime.fromtimestamp(now, UTC)
    return Attempted(outcome, moment, elapsed_s, attempts=0, message=message)


def find_spelling(attempted: Attempted, url: str) -> str | None:
    """Return where a canonical URL redirects to that is itself in another spelling.

    Servers write a session, where a visit came from, or parameters in their own order into the
    address of a page, and give the page there.
    """
    if attempted.outcome != "redirect" or not attempted.redirect_to:
        return None
    try:
        there = urlsplit(urljoin(url, attempted.redirect_to))
        # Turns, pauses and robots.txt go by the host as it stands in the canonical URL.
        spelling = origin_of(url) + (there.path or "/") + (there.query and f"?{there.query}")
    except ValueError:
        return None
    is_other = spelling != url and "@" not in there.netloc
    return spelling if is_other and canonicalize(there.geturl()) == url else None


def at_url(attempted: Attempted, url: str) -> Attempted:
    """Return how asking in another spelling ended, as the answer of the URL itself.

    The archive has it under that, and so gives the record that the crawl gave.
    """
    response = attempted.response
    return replace(attempted, response=None if response is None else replace(response, url=url))


class PageFetcher(Protocol):
    """Whatever answers requests: the network, a browser, an archive."""

    async def fetch(self, request: Request, *, attempts: int | None = None) -> Attempted:
        """Return how asking for a URL ended; errors are outcomes, nothing is raised.

        Args:
            attempts: Requests at most; the job's limit without it.
        """

    async def close(self) -> None:
        """Let go of connections and files."""
