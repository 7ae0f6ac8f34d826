"""Every error that Pullquote raises, in one tree.

A class exists because some caller behaves differently for it. Every message says what is
wrong, where, and what to do.

    ScraperError
    ├── JobError                          the job file cannot be used (exit 2)
    ├── InputError                        a path, URL or option cannot be used (exit 2)
    ├── FetchError(url)
    │   ├── RobotsDenied  BlockedAddress
    │   ├── NetworkError ── TimedOut
    │   ├── HttpStatusError(status)  TooManyRedirects
    │   └── BodyTooLarge  NotHtml  DecodingError
    ├── StoreError ── JobLocked (exit 75)  StoreCorrupt  StoreFull (exit 1)  LeaseLost
    └── ExportError ── DiskFull (exit 1)
"""


class ScraperError(Exception):
    """Base of all errors of this package."""


class JobError(ScraperError):
    """The job file cannot be used."""


class InputError(ScraperError):
    """A path, URL or option that the user gave cannot be used."""


class FetchError(ScraperError):
    """A URL could not be fetched."""

    def __init__(self, url: str, message: str) -> None:
        super().__init__(message)
        self.url = url


class RobotsDenied(FetchError):
    """robots.txt does not allow the URL (RFC 9309)."""


class BlockedAddress(FetchError):
    """The host resolves to an address that a crawler of the public web must not reach."""


class NetworkError(FetchError):
    """The connection failed; trying again may help."""


class TimedOut(NetworkError):
    """The server did not answer, or not fast enough."""


class HttpStatusError(FetchError):
    """The server answered with an error status.

    Args:
        retry_after_s: Seconds that the server asks to wait, None where it does not say.
    """

    def __init__(
        self, url: str, status: int, message: str, retry_after_s: float | None = None
    ) -> None:
        super().__init__(url, message)
        self.status = status
        self.retry_after_s = retry_after_s


class TooManyRedirects(FetchError):
    """Redirects form a loop or a chain that is too long."""


class BodyTooLarge(FetchError):
    """The body, or what it unpacks to, is over the limit."""


class NotHtml(FetchError):
    """The answer is no HTML page."""


class DecodingError(FetchError):
    """The content coding (gzip, br …) is broken or unknown."""


class StoreError(ScraperError):
    """The job's database cannot be used."""


class JobLocked(StoreError):
    """Another run holds the job's lock."""


class LeaseLost(StoreError):
    """A worker of a shared crawl was silent for too long; it joins again."""


class StoreCorrupt(StoreError):
    """The database file is damaged."""


class StoreFull(StoreError):
    """No space is left for the job's database or archive; the job goes on when there is."""


class ExportError(ScraperError):
    """An export could not be written."""


class DiskFull(ExportError):
    """No space is left for the file that is being written."""
