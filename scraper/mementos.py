"""Recognises a page that is a copy of another: as a web archive or a browser kept it.

An archive shows a page below an address of its own, with the addresses in it rewritten and with a
bar of its own above; programs that save pages write in a comment where a page is from. The copy is
taken back to what it is a copy of (a memento to its original resource, RFC 7089), so that nothing
of the archive's reaches a record: no date of a capture, no link into the archive, no bar.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from lxml import etree

from scraper.http_date import read_http_date
from scraper.needles import has_bytes

_STAMP = r"(?P<stamp>\d{14}|\d{4}\.\d\d\.\d\d-\d{6})"
"""When a capture was made: Wayback, OpenWayback, pywb; and archive.today's other form."""
_ADDRESS = re.compile(
    rf"(?P<archive>https?://[^\s\"'<>]+?/){_STAMP}(?P<how>[a-z]{{2}}_)?/(?P<original>https?:/.+)",
    re.I | re.S,
)
_REWRITTEN = re.compile(
    rb"(?<=[\"'(=])"
    rb"(?:(?:https?:)?\\?/\\?/[\w.:-]{1,100})?(?:\\?/[\w.-]{1,60}){0,3}"
    rb"\\?/(?:\d{14}|\d{4}\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_)?\\?/(https?:\\?/\\?/[^\s\"'<>()]*)"
)
"""An address in an attribute or a script, as archives rewrite them; slashes as JSON may have them.

One that an archive's page links in its own right is rewritten around, and only that is taken off.
"""
_MARKS = ((b"wm-ipp", 0), (b"<!-- WB Insert", 5), (b'id="HEADER"', 4))
"""What pages of archives hold, with the place of its rarest byte: the bar of Wayback and
OpenWayback, what pywb puts into a head, the bar of archive.today."""
_BAR = re.compile(
    rb"(?:The Wayback Machine - |__wm\.wombat\(\"|wbinfo\.top_url = \""
    rb"|<input[^<>]{0,200}\bname=[\"']?q\b[^<>]{0,200}\bvalue=[\"']?)"
    rb"(https?://[^\s\"'<>]+)(?:\",\"(\d{14}))?"
)
"""Where the page is named: in the bar's line for print, in a script, in archive.today's form."""
_ORIGINAL = re.compile(r"<(https?://[^<>\s]+)>\s*;\s*rel=\"?original\b", re.I)
_BAR_IDS = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "_wb_frame_top_banner")
_FRAME, _CONTENT = "HEADER", "CONTENT"
"""archive.today's bar, and the element that the copied page stands in; the head is its own."""

_HEAD_BYTES = 4096
_MIRRORED = re.compile(
    rb"<!--\s*Mirrored from (?P<url>\S+) by HTTrack[^,>]*, (?P<when>[^>]+?)\s*-->"
)
"""HTTrack leaves the scheme out."""
_SAVED = (
    re.compile(rb"<!--\s*saved from url=\(\d+\)(?P<url>\S+)"),
    re.compile(
        rb"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+"
        rb"saved date:(?P<when>[^\n]+)"
    ),
    _MIRRORED,
    re.compile(rb"<!--\s*Saved from (?P<url>\S+) at (?P<when>\S+) using monolith"),
    re.compile(
        rb"\bdata-scrapbook-source=\"(?P<url>[^\"]+)\"(?:[^<>]*?\bdata-scrapbook-create=\"(?P<when>\d{14}))?"
    ),
    re.compile(
        rb"<meta name=\"?savepage-url\"? content=\"(?P<url>[^\"]+)\"(?:(?s:.){0,600}?"
        rb"<meta name=\"?savepage-date\"? content=\"(?P<when>[^\"]+))?"
    ),
)
"""What programs that save pages write near the top: Chrome and Internet Explorer, SingleFile (and
Zotero with it), HTTrack, monolith, WebScrapBook, Save Page WE."""
_SAVED_SIGNS = (b"aved ", b"Mirrored", b"scrapbook", b"savepage")
_SCRIPT_DATE = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2} \d{4} [\d:]{8} GMT[+-]\d{4})")
"""A moment as JavaScript prints it (ECMA-262, 21.4.4.41): weekday, day, time, offset."""


@dataclass(frozen=True, slots=True)
class Memento:
    """What is known of the page that another one is a copy of."""

    original: str | None
    """Address of the page that was copied."""
    taken_at: datetime | None = None
    """When, with time zone."""
    archive: str | None = None
    """What an archive puts in front of an address to show its copy of that moment."""
    is_framed: bool = False
    """Whether the page carries marks of an archive, and its addresses are rewritten."""

    def in_archive(self, url: str) -> str:
        """Return where the archive shows its copy of a page; the address itself without one."""
        return f"{self.archive}{url}" if self.archive else url


def find_memento(encoded: bytes, url: str | None, headers: Mapping[str, str]) -> Memento | None:
    """Return what a page is a copy of, or None if it is no copy.

    Args:
        encoded: The page in UTF-8.
        url: Address that it came from, if that is known; what a program wrote into a page does
            not count beside it, since whole sites are published from such copies.
        headers: Of the response, names in lower case; ``Memento-Datetime`` is RFC 7089's.
    """
    is_framed = any(has_bytes(encoded, *mark) for mark in _MARKS) and _names_page(encoded)
    shown = _read_answer(url, headers) if url else None
    if shown is not None:
        return shown
    if is_framed:
        told = _read_bar(encoded)
        return replace(told, original=url or told.original, archive=None, is_framed=True)
    return None if url else _read_saved(encoded[:_HEAD_BYTES])


def _read_answer(url: str, headers: Mapping[str, str]) -> Memento | None:
    """Return what address and headers of an archive's answer say (RFC 7089, 2.1.1 and 2.2)."""
    moment = read_http_date(headers.get("memento-datetime"))
    shown = read_archived(url)
    if shown is None and moment and (link := _ORIGINAL.search(headers.get("link", ""))):
        shown = Memento(link[1])
    return replace(shown, taken_at=moment or shown.taken_at, is_framed=True) if shown else None


def read_archived(url: str) -> Memento | None:
    """Return what the address of an archive's copy says, or None if it is none."""
    match = _ADDRESS.match(url)
    if match is None:
        return None
    original = re.sub(r"^(https?):/+", r"\1://", match["original"], flags=re.I)
    archive = url[: match.start("original")]
    return Memento(original, _read_stamp(match["stamp"]), archive)


def restore(encoded: bytes) -> bytes:
    """Return an archive's copy with the addresses that the page itself has."""
    return _REWRITTEN.sub(rb"\1", encoded)


def take_off_bar(root: etree._Element) -> None:
    """Take an archive's own elements off the tree of its copy."""
    named = {element.get("id"): element for element in root.iter("div")}
    for name in _BAR_IDS:
        if name in named:
            _drop(named[name])
    bar, content = named.get(_FRAME), named.get(_CONTENT)
    body, head = root.find("body"), root.find("head")
    if bar is None or content is None or body is None or bar in content.iterancestors():
        return
    body[:] = [content]
    for element in list(head if head is not None else ()):
        if element.tag in ("meta", "link"):
            _drop(element)


def _drop(element: etree._Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _names_page(encoded: bytes) -> bool:
    """Return whether the marks are those of an archive's bar, which says what it shows."""
    return _BAR.search(encoded) is not None or has_bytes(encoded, *_MARKS[1])


def _read_bar(encoded: bytes) -> Memento:
    match = _BAR.search(encoded)
    if match is None:
        return Memento(None)
    address = html.unescape(match[1].decode("utf-8", "replace"))
    stamp = _read_stamp(match[2].decode()) if match[2] else None
    return read_archived(address) or Memento(address, stamp)


def _read_saved(head: bytes) -> Memento | None:
    """Return what a program that saved the page wrote into its beginning."""
    if not any(sign in head for sign in _SAVED_SIGNS):
        return None
    for pattern in _SAVED:
        if match := pattern.search(head):
            url = html.unescape(match["url"].decode("utf-8", "replace"))
            url = f"http://{url}" if pattern is _MIRRORED else url
            if not _is_address(url):
                continue
            when = match.groupdict().get("when")
            taken_at = _read_moment(when.decode("ascii", "replace").strip()) if when else None
            return read_archived(url) or Memento(url, taken_at)
    return None


def _is_address(url: str) -> bool:
    """Return whether a text is an http(s) URL with a host; files and blank pages are saved, too."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def _read_moment(text: str) -> datetime | None:
    """Return the moment that one of the programs wrote, None without time zone."""
    if text.isdigit():
        return _read_stamp(text[:14])
    if match := _SCRIPT_DATE.match(text):
        return _parse(match[1], "%b %d %Y %H:%M:%S GMT%z")
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except ValueError:
        return read_http_date(text)
    except OverflowError:
        return None


def _read_stamp(text: str) -> datetime | None:
    return _parse(re.sub(r"\D", "", text) + "+0000", "%Y%m%d%H%M%S%z")


def _parse(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
