"""Asks an API for works by DOI: politely, and each work once.

Answers are kept in a SQLite file beside the records, also that there is no such work; they are
asked for again after ``MAX_AGE_S``, with the ETag that came with them. Requests follow each other
at a distance, carry a contact, and are repeated after 429 and server errors as ``Retry-After``
says (RFC 9110). Source of the manners: Crossref REST API, "Etiquette".
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import tenacity

from scraper.errors import HttpStatusError, NetworkError, StoreError
from scraper.version import __version__

if TYPE_CHECKING:
    import httpx

CROSSREF = "https://api.crossref.org/works/"
MAX_AGE_S = 90 * 86_400.0
"""Works change rarely after they appeared; a quarter is often enough for corrections."""
DELAY_S = 0.2
"""Between requests: half of what Crossref allowed to those who name themselves in 2025."""
_TIMEOUT_S = 30.0
_TRIES = 4
_LONGEST_WAIT_S = 120.0
_LARGEST_BYTES = 5_000_000
_ABSENT = 404
_UNCHANGED = 304
_AGAIN = frozenset({429, 500, 502, 503, 504})
_TABLE = """CREATE TABLE IF NOT EXISTS works (
    address TEXT PRIMARY KEY, asked_at REAL NOT NULL, etag TEXT, message TEXT
) WITHOUT ROWID"""


class Works:
    """What an API knows about works, from its cache where that is fresh."""

    def __init__(
        self,
        client: "httpx.Client",
        cache: sqlite3.Connection,
        base: str = CROSSREF,
        *,
        delay_s: float = DELAY_S,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take a client that names a contact, a database for answers, and a clock.

        Args:
            base: Address that a DOI is put behind, with its closing slash.
            delay_s: Seconds between the starts of two requests.
            now: Seconds since 1970.
        """
        self._client = client
        self._cache = cache
        self._base = base
        self._delay_s = delay_s
        self._now = now
        self._sleep = sleep
        self._next = 0.0
        self.requests = 0
        cache.execute(_TABLE)

    def address(self, doi: str) -> str:
        """Return the address of the API's record of a work."""
        return self._base + quote(doi, safe="/")

    def find(self, doi: str) -> dict[str, Any] | None:
        """Return the API's message on a work, None where it knows no such work.

        Raises:
            HttpStatusError: The API refuses, or goes on failing.
            NetworkError: It cannot be reached.
        """
        address = self.address(doi)
        row = self._cache.execute(
            "SELECT asked_at, etag, message FROM works WHERE address = ?", (address,)
        ).fetchone()
        if row is not None and self._now() - row[0] < MAX_AGE_S:
            return _read(row[2])
        answer = self._ask(address, row[1] if row is not None else None)
        if answer.status_code == _UNCHANGED and row is not None:
            self._keep(address, row[1], row[2])
            return _read(row[2])
        message = None
        if answer.status_code != _ABSENT:
            message = json.dumps(_message(answer), ensure_ascii=False)
        self._keep(address, answer.headers.get("etag"), message)
        return _read(message)

    def _keep(self, address: str, etag: str | None, message: str | None) -> None:
        with self._cache:
            self._cache.execute(
                "INSERT OR REPLACE INTO works VALUES (?, ?, ?, ?)",
                (address, self._now(), etag, message),
            )

    def _ask(self, address: str, etag: str | None) -> "httpx.Response":
        """Return the answer to a request, after repeats where the server asks for patience."""
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception(_may_pass),
            stop=tenacity.stop_after_attempt(_TRIES),
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        return retrying(self._ask_once, address, etag)

    def _ask_once(self, address: str, etag: str | None) -> "httpx.Response":
        import httpx

        self._sleep(max(0.0, self._next - self._now()))
        self._next = self._now() + self._delay_s
        self.requests += 1
        headers = {"if-none-match": etag} if etag else {}
        try:
            answer = self._client.get(address, headers=headers)
        except httpx.HTTPError as error:
            reason = f"{address} cannot be reached: {error}; try again later"
            raise NetworkError(address, reason) from error
        if answer.status_code in (200, _ABSENT, _UNCHANGED):
            return answer
        message = f"{address} answered {answer.status_code}; see --api and --contact"
        wait = answer.headers.get("retry-after", "")
        raise HttpStatusError(
            address, answer.status_code, message, float(wait) if wait.isdecimal() else None
        )


@contextmanager
def open_works(
    cache: Path, contact: str, base: str = CROSSREF, *, delay_s: float = DELAY_S
) -> Iterator[Works]:
    """Yield the works of an API, with their cache in a file.

    Args:
        cache: SQLite file; made where there is none.
        contact: E-mail address or page of the person who asks.
        base: Address that a DOI is put behind.
        delay_s: Seconds between requests.

    Raises:
        StoreError: The cache file can't be used.
    """
    import httpx

    agent = f"pullquote/{__version__} (mailto:{contact})" if "@" in contact else ""
    headers = {"user-agent": agent or f"pullquote/{__version__} (+{contact})"}
    base = base if base.endswith("/") else base + "/"
    try:
        database = sqlite3.connect(cache)
        database.execute(_TABLE)
    except sqlite3.Error as error:
        message = f"{cache} can't be used as a cache: {error}; name another with --cache"
        raise StoreError(message) from error
    client = httpx.Client(headers=headers, timeout=_TIMEOUT_S, follow_redirects=True)
    with closing(database), client:
        yield Works(client, database, base, delay_s=delay_s)


def _may_pass(error: BaseException) -> bool:
    """Return whether asking again may help."""
    if isinstance(error, HttpStatusError):
        return error.status in _AGAIN
    return isinstance(error, NetworkError)


def _wait(state: tenacity.RetryCallState) -> float:
    """Return the seconds to wait: what the server asks for, else 1, 2, 4."""
    error = state.outcome.exception() if state.outcome is not None else None
    asked = error.retry_after_s if isinstance(error, HttpStatusError) else None
    wait = float(2 ** (state.attempt_number - 1)) if asked is None else asked
    return min(wait, _LONGEST_WAIT_S)


def _message(answer: "httpx.Response") -> Any:
    """Return the message of an answer; an empty one where it is not in the API's form."""
    if len(answer.content) > _LARGEST_BYTES:
        return {}
    try:
        content = answer.json()
    except ValueError:
        return {}
    return content.get("message") if isinstance(content, dict) else {}


def _read(message: str | None) -> dict[str, Any] | None:
    """Return a kept message; None where there is no such work."""
    content = json.loads(message) if message is not None else None
    return content if isinstance(content, dict) else None
