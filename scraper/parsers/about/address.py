"""Finds the address that a page calls its own (RFC 6596, Open Graph)."""

import re
from urllib.parse import unquote, urlsplit

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.found import Found
from scraper.parsers.rules import about as rules
from scraper.patterns import late
from scraper.remembering import remembered

_PRIVATE_HOST = late(r"^localhost$|\.(?:local|localhost|internal|test|invalid)$|^[\d.:]+$")
_ESCAPED = late(r"^https?%3a", re.I)
_WORDS_OF_A_SLUG = 3


def find_canonical_url(page: Page) -> Found[str] | None:
    """Return the address that the page calls its own, absolute.

    ``link rel=canonical`` first, then ``og:url``. Left aside as a theme's mistake: the front page
    or the list above, as the address of one article; hosts that nobody can reach (a machine of
    the developers); and, where several links contradict each other, those that are not this page.
    """
    links = [link.href for link in page.structured.links if "canonical" in link.rel]
    stated = [(href, "link", "rel=canonical") for href in links]
    stated += [(value, "meta", "og:url") for value in page.structured.metas("og:url")[:1]]
    found = [
        Found(url, Evidence(source=source, where=where, confidence=0.9))
        for value, source, where in stated
        if (url := _resolve(page, value)) and not _is_mistaken(page, url)
    ]
    if len(set(links)) > 1:
        own = next((f for f in found if _place(f.value) == _place(page.url or "")), None)
        return own or (found[0] if found else None)
    return found[0] if found else None


def _resolve(page: Page, value: str) -> str | None:
    """Return a stated address as absolute; escaped ones and ones without a scheme are mended."""
    if _ESCAPED.match(value):
        value = unquote(value)
    host = page.host
    if host and value.lower().startswith(host + "/"):
        value = "//" + value
    url = page.resolve(value)
    if not url:
        return None
    # A page that was read from such a host itself (an intranet) is not mistaken about it.
    is_own_host = _place(url)[0] == _place(page.url or "")[0]
    return url if is_own_host or _is_reachable(url) else None


def _is_reachable(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    labels = host.split(".")
    return len(labels) > 1 and all(labels) and "%" not in host and not _PRIVATE_HOST.search(host)


@remembered(64)
def _place(url: str) -> tuple[str, str]:
    """Return host and path of an address, for comparison."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return (parts.hostname or "").removeprefix("www."), unquote(parts.path).rstrip("/")


def _is_mistaken(page: Page, url: str) -> bool:
    """Return whether an address is a front page or the list above, which the page itself is not."""
    if page.url is None:
        return False
    _, own = _place(page.url)
    _, stated = _place(url)
    if not own or urlsplit(url).query:
        return False
    if not stated:
        return True
    if not own.startswith(stated + "/"):
        return False
    steps = [step for step in own[len(stated) + 1 :].split("/") if step not in rules.SUBPAGES]
    return any(len(re.findall(r"[^\W\d_]+", step)) >= _WORDS_OF_A_SLUG for step in steps)
