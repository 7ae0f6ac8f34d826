"""Reads sitemaps: XML of any kind of brokenness, and plain lists of URLs.

Of the extensions those are read that lead to pages or say how old one is: the translations of a
page (``xhtml:link`` with ``hreflang``) and the date of a news story (``news:publication_date``).

The parser streams, resolves no entity, loads no DTD and touches no network. What stands before
the first broken place is used.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

DAY_ENDS_S = 36 * 3600.0
"""From the beginning of a day in UTC to its end wherever the site is."""
MAX_URLS = 200_000
"""URLs read of one sitemap; the protocol allows 50,000."""
_XML_START = re.compile(rb"<\?xml|<(?:\w+:)?(?:urlset|sitemapindex)\b")
_DAY_CHARS = len("2024-05-01")
_JUNK_BYTES = 4096
"""How far into a file its root may begin: some servers print warnings first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One URL of a sitemap."""

    url: str
    is_sitemap: bool = False
    """Whether it is another sitemap."""
    changed_at: float | None = None
    """``lastmod``, else the date of a news story, in seconds since 1970; None where absent. A day
    stands for its end, as the page may have changed until then."""


def is_sitemap(content: bytes) -> bool:
    """Return whether bytes look like an XML sitemap or sitemap index."""
    head = content[:_JUNK_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    return re.search(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", head) is not None


def is_url_list(content: bytes) -> bool:
    """Return whether bytes are a text sitemap: one absolute URL a line and nothing else."""
    lines = [line.strip() for line in content[:20000].splitlines()[:20] if line.strip()]
    return bool(lines) and all(re.match(rb"https?://\S+$", line) for line in lines[:-1] or lines)


def read_sitemap(content: bytes) -> Iterator[Entry]:
    """Yield the URLs of an XML sitemap or sitemap index; never raises on any bytes."""
    content = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not content.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        start = _XML_START.search(content[:_JUNK_BYTES])
        content = content[start.start() :] if start else content
    elif (start := _XML_START.search(content[:_JUNK_BYTES])) and start.start() > 0:
        content = content[start.start() :]
    events = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        yield from _entries(iter(events))
    except (etree.LxmlError, ValueError):
        # The rest cannot be read; what came before it stands.
        return


def _entries(events: Iterator[tuple[str, etree._Element]]) -> Iterator[Entry]:
    count = 0
    for _, element in events:
        name = str(element.tag).rpartition("}")[2].lower()
        if name not in ("url", "sitemap"):
            continue
        entries = list(_to_entries(element, is_sitemap=name == "sitemap"))
        element.clear()
        # Streaming keeps memory flat only if what has been read is taken off the tree.
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]
        count += len(entries)
        yield from entries
        if count >= MAX_URLS:
            return


def _to_entries(element: etree._Element, *, is_sitemap: bool) -> Iterator[Entry]:
    """Yield the URL of an element, then those of its translations.

    Source: https://www.sitemaps.org/protocol.html, and Google's news and hreflang extensions.
    """
    url, lastmod, published = None, None, None
    translations = []
    for child in element:
        name = str(child.tag).rpartition("}")[2].lower()
        if name == "news":
            published = published or _find_publication(child)
        elif name == "link":
            if child.get("hreflang") and child.get("href"):
                translations.append(str(child.get("href")).strip())
        elif len(child):
            continue
        elif name == "loc" and url is None:
            url = (child.text or "").strip()
        elif name == "lastmod" and child.text:
            lastmod = lastmod or parse_moment(child.text)
    if url:
        yield Entry(url, is_sitemap, lastmod or published)
        yield from (Entry(other) for other in dict.fromkeys(translations) if other != url)


def _find_publication(news: etree._Element) -> float | None:
    for child in news:
        if str(child.tag).rpartition("}")[2].lower() == "publication_date" and child.text:
            return parse_moment(child.text)
    return None


def read_url_list(content: bytes) -> Iterator[Entry]:
    """Yield the URLs of a text sitemap."""
    for line in content.splitlines()[:MAX_URLS]:
        text = line.decode("utf-8", "replace").strip().lstrip("\ufeff")
        if text.startswith(("http://", "https://")):
            yield Entry(text)


def parse_moment(text: str) -> float | None:
    """Return a W3C date or timestamp in seconds since 1970, None where it is none.

    A day stands for its end, wherever on Earth; a time without an offset is taken as UTC.
    """
    text = text.strip()
    if len(text) < 10 or not text.isascii():
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.timestamp() + (DAY_ENDS_S if len(text) == _DAY_CHARS else 0)
    except (ValueError, OverflowError):
        return None
