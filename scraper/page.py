"""Makes a ``Page`` of what a server sent: bytes, headers and address.

The page is decoded once, parsed once into one lxml tree, and read once for structured data and
text blocks; every parser works on these.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TypeVar, TypeVarTuple, cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from scraper.census import Census, take_census
from scraper.charset import Decoded, decode, is_plain_utf8
from scraper.cut import cut
from scraper.http_date import read_http_date
from scraper.markup import child_of, parse_markup, within_limit
from scraper.mementos import Memento, find_memento, restore, take_off_bar
from scraper.remembering import remembered
from scraper.shielded import written_out
from scraper.structured import Structured, read_structured
from scraper.text import Container, TextBlock
from scraper.urls import with_query_in

T = TypeVar("T")
Asked = TypeVarTuple("Asked")

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD = 64
_SCHEMES = ("http", "https")
_BEHIND_MOST = timedelta(days=36525)
"""A machine's clock may stand where its makers left it, but not a century behind."""
_APART = timedelta(days=1)
"""Clocks that differ by less may both be right: time zones set wrong, pages some hours old."""
_SINCE = datetime(2026, 1, 1, tzinfo=UTC)
"""No page was fetched with this program before."""
_ACCENT = b"\xcc"
"""How accents that follow their letter begin in UTF-8: U+0300 to U+033F."""
_KANA, _KANA_ACCENTS = b"\xe3", (b"\xe3\x82\x99", b"\xe3\x82\x9a")
"""How kana begin, and the two accents of theirs."""
_WHOLE = re.compile(
    r"https?://[\w.-]+(?::\d+)?(?:/[\w.~%!$&'()*+,=:@/-]*)?(?:\?[\w.~%!$&'()*+,=:@/?;-]+)?"
    r"(?:#[\w.~%!$&'()*+,=:@/?;-]+)?",
    re.ASCII,
)
"""An address that says all of itself in the plainest way: resolved it is the same."""
_ROOTED = re.compile(
    r"/(?!/)[\w.~%!$&'()*+,=:@/-]*(?:\?[\w.~%!$&'()*+,=:@/?;-]+)?"
    r"(?:#[\w.~%!$&'()*+,=:@/?;-]+)?",
    re.ASCII,
)
"""A path from the host's root: resolved it is put behind the host, if no part of it is dots."""


@dataclass(frozen=True)
class Page:
    """One page, parsed: what every parser is given."""

    root: etree._Element
    """Root of the lxml tree (``html``); comments and processing instructions are left out."""
    content: bytes
    """The page in UTF-8, as it was parsed."""
    charset: str
    """Codec that the bytes were decoded with."""
    url: str | None = None
    """Address that the page came from, after redirects; of a copy that of the original."""
    address: str | None = None
    """Where the page was read: of an archive's copy the address there, else ``url``."""
    memento: Memento | None = None
    """What the page is a copy of, where an archive or a browser kept it."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Response headers, names in lower case."""
    fetched_at: datetime | None = None
    status: int | None = None
    warnings: tuple[str, ...] = ()
    """What was odd about the bytes."""

    @cached_property
    def census(self) -> Census:
        """The elements that are looked for on every page."""
        return take_census(self.root)

    @cached_property
    def title_element(self) -> etree._Element | None:
        """The head's ``title``: drawings have such elements, too."""
        found = (title for title in self.census.tags["title"] if _is_in_head(title, self.root))
        return next(found, None)

    @cached_property
    def structured(self) -> Structured:
        """JSON-LD, meta, links, microdata and RDFa."""
        return read_structured(self.census)

    @cached_property
    def _found(self) -> dict[object, object]:
        return {}

    def once(self, find: Callable[["Page", *Asked], T], *asked: *Asked) -> T:
        """Return what a function finds on this page; it is asked only the first time.

        For what several parsers want to know, and what hangs on nothing but the page and the
        further arguments of the question.
        """
        found, question = self._found, (find, asked)
        if question not in found:
            found[question] = find(self, *asked)
        return cast(T, found[question])

    @cached_property
    def _cut(self) -> tuple[list[TextBlock], list[Container]]:
        body = child_of(self.root, "body")
        return cut(body if body is not None else self.root)

    @cached_property
    def blocks(self) -> list[TextBlock]:
        """All text blocks below ``body``, in document order."""
        return self._cut[0]

    @cached_property
    def containers(self) -> list[Container]:
        """All block-level elements, in document order, with their ranges of blocks."""
        return self._cut[1]

    @cached_property
    def seen_at(self) -> datetime | None:
        """The reader's now, by which days are judged: ``fetched_at`` or the later ``Date``.

        A copy shows its page as it was when it was taken. On a machine whose clock is years behind,
        every date of a page would be in the future. Both clocks have to be behind for that; one
        that is ahead only bounds dates less. A server that lives in another century is not
        believed.
        """
        if self.memento and self.memento.taken_at:
            return self.memento.taken_at
        here = self.fetched_at
        if here is None or here.tzinfo is None:
            return here
        told = read_http_date(self.headers.get("date"))
        return here if told is None or told - here > _BEHIND_MOST else max(here, told)

    @cached_property
    def told_at(self) -> datetime | None:
        """The moment from which "3 hours ago" is counted: ``seen_at``, or an earlier ``Date``.

        Such words are as old as the answer, whose ``Date`` says when it was made (RFC 9110, 6.6.1),
        be it long in a cache or this machine's clock ahead. A server that is back before the days
        of this program is wrong itself, or its answer stands in an old archive.
        """
        here = self.seen_at
        if here is None or here.tzinfo is None:
            return here
        told = read_http_date(self.headers.get("date"))
        if told is None or here - told < _APART:
            return here
        return told if told >= _SINCE else here

    @cached_property
    def base_url(self) -> str | None:
        """What relative addresses are resolved against (``base href``, else ``url``)."""
        bases = self.census.tags["base"]
        href = bases[0].get("href") if bases else None
        if href:
            return _join(self.url, href) or self.url
        return self.url

    @cached_property
    def host(self) -> str | None:
        """Host name of ``url`` in lower case, without port."""
        try:
            return urlsplit(self.url or "").hostname
        except ValueError:
            return None

    def resolve(self, href: str | None) -> str | None:
        """Return the absolute http(s) address of a link, or None if it has none."""
        return _join(self.base_url, with_query_in(self.charset, href)) if href else None

    def path_of(self, block: TextBlock) -> str | None:
        """Return the XPath of the element that holds a block, for evidence."""
        if block.container < 0:
            return None
        return self.xpath_of(self.containers[block.container].element)

    def xpath_of(self, element: etree._Element) -> str:
        """Return the XPath of an element, for evidence."""
        return str(self.root.getroottree().getpath(element))


def _is_in_head(element: etree._Element, root: etree._Element) -> bool:
    head = element.getparent()
    return head is not None and head.tag == "head" and head.getparent() is root


def _join(base: str | None, href: str) -> str | None:
    """Return an absolute http(s) URL without surrounding or inner line breaks, or None.

    Nearly all links of a page are plain: what ``urljoin`` would give shows without its seven
    passes over the address (RFC 3986, 5.2.2).
    """
    if _WHOLE.fullmatch(href):
        return href
    rooted = base is not None and "/." not in href and _ROOTED.fullmatch(href)
    if rooted and base and (origin := _origin(base)):
        return origin + href
    href = "".join(href.split("\n")).replace("\t", "").replace("\r", "").strip()
    try:
        joined = urljoin(base, href) if base else href
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not parts.netloc:
        return None
    return joined


@remembered(64)
def _origin(base: str) -> str | None:
    """Return scheme and host of an http(s) address, as its paths are put behind them, or None."""
    try:
        parts = urlsplit(base)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in _SCHEMES and parts.netloc else None


def read_page(
    content: bytes | str,
    *,
    url: str | None = None,
    headers: Mapping[str, str] | None = None,
    fetched_at: datetime | None = None,
    status: int | None = None,
) -> Page:
    """Return the page that some bytes are; never raises on any bytes.

    Args:
        content: HTML as sent (without content coding), or text that is decoded already.
        url: Address that the page came from, after redirects.
        headers: Response headers; names in any case.
        fetched_at: When the answer arrived, with time zone.
    """
    known = {key.lower(): value for key, value in (headers or {}).items()}
    warnings: list[str] = []
    encoded, charset = _to_utf8(content, known, warnings)
    encoded = _composed(written_out(within_limit(encoded, warnings)))
    memento = find_memento(encoded, url, known)
    if memento is not None and memento.is_framed:
        encoded = restore(encoded)
    root = parse_markup(encoded, warnings)
    if memento is not None and memento.is_framed:
        take_off_bar(root)
    return Page(
        root=root,
        content=encoded,
        charset=charset,
        url=memento.original if memento else url,
        address=url or (memento.original if memento else None),
        memento=memento,
        headers=known,
        fetched_at=fetched_at or (memento.taken_at if memento else None),
        status=status,
        warnings=tuple(warnings),
    )


def _to_utf8(
    content: bytes | str, headers: Mapping[str, str], warnings: list[str]
) -> tuple[bytes, str]:
    """Return the page in UTF-8 as libxml2 can take it, and the codec that it was sent in."""
    if isinstance(content, str):
        decoded = Decoded(content, "utf-8", "text")
    else:
        declared = content[:_HEAD].lstrip().startswith(b"<?xml")
        if not declared and b"\x00" not in content and is_plain_utf8(content):
            return content, "utf-8"
        decoded = decode(content, headers)
    if decoded.damaged:
        warnings.append(f"charset: some bytes are not {decoded.charset} and were replaced")
    text = _XML_DECLARATION.sub("", decoded.text.replace("\x00", ""), count=1)
    return text.encode("utf-8", "replace"), decoded.charset


def _composed(encoded: bytes) -> bytes:
    """Return a page whose letters are one character each where they have one (UAX 15, NFC).

    Some editors write ``é`` as ``e`` and an accent: a name would end before it, and nobody who
    looks for the word would find it. Looked for are the bytes of such accents, which is cheap.
    Addresses stay as they are: a server may know a file by just these bytes.
    """
    # One byte is found thirty times as fast as three, and most pages have no kana.
    has_kana_accents = _KANA in encoded and any(sign in encoded for sign in _KANA_ACCENTS)
    if _ACCENT not in encoded and not has_kana_accents:
        return encoded
    first, *parts = encoded.decode("utf-8", "replace").split("<")
    return "<".join((first, *map(_composed_part, parts))).encode()


def _composed_part(part: str) -> str:
    """Return a tag and the text behind it, without ``<``, as ``_composed`` does."""
    if part.isascii():
        return part
    tag, border, words = part.partition(">")
    if tag[:5].rstrip().lower() == "meta" and "://" not in tag:
        tag = unicodedata.normalize("NFC", tag)
    return f"{tag}{border}{unicodedata.normalize('NFC', words)}"
