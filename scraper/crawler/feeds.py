"""Reads feeds: RSS 0.9 to 2.0, Atom and JSON Feed, well-formed or not."""

import calendar
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scraper.crawler.sitemaps import parse_moment

MAX_ITEMS = 5000
_HEAD_BYTES = 4096
_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    url: str
    changed_at: float | None = None
    """When it was last changed or published, in seconds since 1970."""
    name: str = ""
    """What it is known by, mostly its address: a link may lead through whoever counts readers."""


def is_feed(content: bytes) -> bool:
    """Return whether bytes look like a feed."""
    head = content[:_HEAD_BYTES]
    if _FEED_ROOT.search(head):
        return b"<html" not in head.lower()
    return head.lstrip().startswith(b"{") and b"jsonfeed.org" in head


def read_feed(content: bytes) -> Iterator[Item]:
    """Yield the entries of a feed; never raises on any bytes."""
    if content.lstrip()[:1] == b"{":
        yield from _read_json_feed(content)
        return
    import feedparser

    parsed = feedparser.parse(_without_doctype(content), sanitize_html=False)
    for entry in parsed.entries[:MAX_ITEMS]:
        url = entry.get("link") or entry.get("id") or ""
        # dict.get, since feedparser's own answers "updated" with "published" and a warning.
        moment = dict.get(entry, "updated_parsed") or dict.get(entry, "published_parsed")
        stays = entry.get("feedburner_origlink") or entry.get("id") or ""
        if url:
            changed_at = float(calendar.timegm(moment)) if moment else None
            yield Item(str(url), changed_at, str(stays))


def _without_doctype(content: bytes) -> bytes:
    """Return a feed without a document type, so that no entity is ever declared."""
    return re.sub(
        rb"<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,100000}\])?[^>]{0,500}>", b"", content, count=1
    )


def _read_json_feed(content: bytes) -> Iterator[Item]:
    try:
        feed = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    for item in (items if isinstance(items, list) else [])[:MAX_ITEMS]:
        url, name = (item.get("url"), item.get("id")) if isinstance(item, dict) else (None, None)
        if not url and isinstance(name, str) and name.startswith(("http://", "https://")):
            url = name
        if isinstance(url, str):
            moment = item.get("date_modified") or item.get("date_published")
            yield Item(url, parse_moment(moment) if isinstance(moment, str) else None)
