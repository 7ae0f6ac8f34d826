"""Finds what a page leads to: links, feeds, pagination, refreshes, and what robots may do.

Works on the one lxml tree of the page; every URL comes out canonical and within the job's scope.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from schemas.fetch import FetchKind
from scraper.crawler.frames import Found
from scraper.crawler.likeness import FIRST, at_depth, is_headline, rank_of
from scraper.crawler.links import read_links
from scraper.crawler.scope import Scope
from scraper.crawler.traps import find_shape_trap
from scraper.mementos import Memento
from scraper.page import Page
from scraper.urls import MAX_URL_CHARS, CanonicalUrl, canonicalize, with_query_in

_QUERY = re.compile(r"\?\S+")
"""The query of an address, printed or not; a question mark that ends a word is none."""
MAX_LINKS = 5000
"""Links taken from one page; index pages of large sites have a few thousand at most."""
_SKIPPED_SUFFIXES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|m4[av]|avi|mov|wmv|webm|ogg|wav|flac|"
    r"pdf|docx?|xlsx?|pptx?|odt|ods|epub|zip|rar|7z|tar|tgz|exe|dmg|apk|iso|css|js|mjs|woff2?|ttf|"
    r"eot|swf|ics|vcf)$",
    re.I,
)
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']*)[\"']?\s*$", re.I)
_FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
)
_ROBOT_NAMES = ("robots", "pullquote")
_HREF_CHARS = 4 * MAX_URL_CHARS
"""An address beyond this leads nowhere, and is not remembered."""
_NAMES_HOST = re.compile(r"https?://\w")
"""How a link begins that names its host, too; ``http:path`` and ``https:///path`` are relative."""
_NEXT_RANK = 12
"""Pagination comes right after articles, so that lists are read to their end."""


@dataclass(frozen=True, slots=True)
class Directives:
    """What a page lets robots do."""

    noindex: bool = False
    nofollow: bool = False


def read_directives(page: Page) -> Directives:
    """Return what the page's headers and meta elements say to robots."""
    words: set[str] = set()
    for value in page.headers.get("x-robots-tag", "").lower().split(","):
        agent, colon, rest = value.rpartition(":")
        if not colon or agent.strip() in _ROBOT_NAMES:
            words.add(rest.strip())
    for name in _ROBOT_NAMES:
        for content in page.structured.by_key.get(name, []):
            words.update(word.strip() for word in content.lower().split(","))
    everything = "none" in words
    return Directives(
        noindex=everything or "noindex" in words, nofollow=everything or "nofollow" in words
    )


class Discoverer:
    """Finds URLs within a job's scope.

    Args:
        obey_nofollow: Whether links marked ``nofollow`` are left.
        feeds: Whether feeds that a page names are taken.
    """

    def __init__(self, scope: Scope, *, obey_nofollow: bool, feeds: bool) -> None:
        self._scope = scope
        self._obey_nofollow = obey_nofollow
        self._feeds = feeds
        self.is_wanted = lru_cache(maxsize=16384)(self._judge)
        self._read_link = lru_cache(maxsize=16384)(self._read)

    def discover(self, page: Page, depth: int) -> dict[str, Found]:
        """Return what a page at this depth leads to by its URL, in page order."""
        found: dict[str, Found] = {}
        base = _Base.of(page)
        if refresh := find_refresh(page):
            self._take(found, base, refresh, depth, is_redirect=True)
        for link in page.structured.links:
            if self._feeds and "alternate" in link.rel and (link.type or "") in _FEED_TYPES:
                self._take(found, base, link.href, depth, kind="feed", rank=FIRST + 1)
            elif "next" in link.rel:
                self._take(found, base, link.href, depth, rank=_NEXT_RANK)
            elif "alternate" in link.rel and link.hreflang:
                self._take(found, base, link.href, depth)
        if self._obey_nofollow and read_directives(page).nofollow:
            return found
        # Cards link the same address from picture, headline and button.
        for href, text, rel in dict.fromkeys(page.once(_links_of)):
            if len(found) >= MAX_LINKS:
                break
            relations = rel.lower().split() if rel else ()
            if not (self._obey_nofollow and "nofollow" in relations):
                rank = _NEXT_RANK if "next" in relations else None
                self._take(found, base, href, depth, rank=rank, text=text)
        return found

    def _take(  # noqa: PLR0913 - one URL with all that is known of it
        self,
        found: dict[str, Found],
        base: "_Base",
        href: str,
        depth: int,
        *,
        kind: FetchKind = "page",
        rank: int | None = None,
        text: str = "",
        is_redirect: bool = False,
    ) -> None:
        if len(href) > _HREF_CHARS:
            return
        href = base.shown(href)
        # Menus and boxes are the same on all pages of a site: their links are read once.
        known = self._read_link(href, base.of_link(href), is_headline(text))
        if known is None:
            return
        url, place = known
        if rank is None:
            rank = at_depth(place, depth + 1)
        before = found.get(url)
        if before is None or (text and rank < before.rank):
            found[url] = Found(url, rank, kind, is_redirect=is_redirect)

    def _read(
        self,
        href: str,
        base: str | None,
        is_announced: bool,  # noqa: FBT001 - remembered by place
    ) -> tuple[CanonicalUrl, int] | None:
        """Return where a link leads and its place in the queue at depth 0, None where it is left.

        Without the depth and the text, since menus stand on pages of all depths, and cards name
        an article by its picture, its headline and "Read more".
        """
        url = canonicalize(href, base)
        if url is None or not self.is_wanted(url):
            return None
        return url, rank_of(url, is_announced=is_announced)

    def _judge(self, url: str) -> bool:
        """Return whether a canonical URL is in scope, no media file and no trap."""
        if url not in self._scope:
            return False
        path = url.partition("?")[0]
        return not _SKIPPED_SUFFIXES.search(path[-6:]) and find_shape_trap(url) is None


@dataclass(frozen=True, slots=True)
class _Base:
    """What the links of a page are resolved against."""

    whole: str | None
    origin: str | None
    memento: Memento | None = None
    charset: str = "utf-8"

    @classmethod
    def of(cls, page: Page) -> "_Base":
        whole = page.base_url
        origin = "/".join(whole.split("/", 3)[:3]) + "/" if whole else None
        return cls(whole, origin, page.memento, page.charset)

    def shown(self, href: str) -> str:
        """Return a link as a browser asks for it; of an archive's copy, where that shows it."""
        href = with_query_in(self.charset, href)
        if self.memento is None or self.memento.archive is None:
            return href
        target = canonicalize(href, self.whole)
        return self.memento.in_archive(target) if target else href

    def of_link(self, href: str) -> str | None:
        """Return what a link is resolved against: the origin alone where no path matters.

        Menus and cards link the same addresses from every page, and an equal base makes them one
        cache entry. Tabs and line breaks count for nothing in a link, so that a host may follow.
        """
        is_rooted = href[:1] == "/" and href[1:2] not in ("/", "\\", "\t", "\n", "\r")
        return self.origin if is_rooted or _NAMES_HOST.match(href) else self.whole


def _links_of(page: Page) -> list[tuple[str, str, str]]:
    return read_links(page.root)


def sign_links(page: Page) -> bytes:
    """Return a digest of what a page links: addresses without their queries, and linked lines.

    Where each link carries a mark that is another at each look, the digest stays the same; pages
    of a list differ in it, whatever else they have in common.
    """
    told = {f"{href.partition('#')[0]}\n{text}" for href, text, _ in page.once(_links_of)}
    told.update([block.text for block in page.blocks if block.link_chars])
    plain = {_QUERY.sub("", line) if "?" in line else line for line in told}
    said = "\0".join(sorted(plain)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).digest()[:8]


def find_refresh(page: Page) -> str | None:
    """Return where a page sends its reader by ``Refresh`` header or meta element."""
    value = page.headers.get("refresh") or next(iter(page.structured.metas("refresh")), None)
    match = _REFRESH.match(value[:2000]) if value else None
    return (match.group(1).strip() or None) if match else None


def find_canonical(page: Page, headers: Mapping[str, str]) -> CanonicalUrl | None:
    """Return the address that a page calls its own by ``link rel=canonical``, in HTML or header.

    Source: RFC 6596; RFC 8288 for the header.
    """
    for link in page.structured.links:
        if "canonical" in link.rel and link.href.strip():
            return canonicalize(_Base.of(page).shown(link.href), page.base_url)
    for part in headers.get("link", "").split(","):
        target, _, parameters = part.partition(";")
        if re.search(r"rel\s*=\s*\"?canonical\b", parameters, re.I):
            return canonicalize(target.strip().strip("<>"), page.base_url)
    return None
