"""Reads the moments that HTTP headers tell, for pages and for the crawl loop alike."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def read_http_date(text: str | None) -> datetime | None:
    """Return the moment of a header such as ``Date``, None where it says none (RFC 9110, 5.6.7)."""
    try:
        moment = parsedate_to_datetime(text or "")
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
