"""The fixtures as sites: what each would answer to a request; no sockets here.

Beside its saved pages a site has what real ones have: an index in pages, robots.txt, a sitemap
and a feed. They are made from the expected records. Pages are found in different ways: all are
in the index but the oldest, which only the sitemap names.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http import HTTPStatus
from math import ceil
from pathlib import Path
from urllib.parse import urlsplit

from scraper.fixtures import Fixture, find_fixtures, read_content

_CARDS_A_PAGE = 2
"""Entries of one page of an index: few, so that even small sites have several pages."""

_DENIED = ("/account/", "/search/", "/subscribe", "/topics/")
"""What robots.txt closes on every site: the places that real ones close."""

_PROFILES = ("/people/", "/auteurs/")
"""Where the sites keep pages about their authors, which are no articles."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: status, type and body."""

    status: HTTPStatus
    content_type: str
    content: bytes

    @property
    def etag(self) -> str:
        """The entity tag, by which a second request is answered with 304."""
        return f'"{sha256(self.content).hexdigest()[:16]}"'


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page of a site with what an index says about it."""

    path: str
    """Path and query of its address."""
    file: Path
    is_article: bool
    title: str
    day: str
    summary: str

    @property
    def published_at(self) -> datetime:
        """Midnight of the day it was published, the epoch where none is known."""
        day = datetime.fromisoformat(self.day or "1970-01-01").date()
        return datetime.combine(day, time(), UTC)


class DemoSite:
    """One site: its saved pages at their paths, and all that leads to them.

    Args:
        origin: Scheme and host that its pages were written for (``https://a.example``).
    """

    def __init__(self, name: str, origin: str, pages: list[SavedPage]) -> None:
        self.name = name
        self.origin = origin
        self._pages = {page.path: page for page in pages}
        self._listed = sorted(
            (page for page in pages if page.is_article), key=lambda page: page.day, reverse=True
        )

    def answer(self, path: str, served_at: str) -> Answer:
        """Return the answer to a request.

        Args:
            served_at: Scheme, host and port that the site really has; stands in its pages in
                place of ``origin``.
        """
        if path in self._pages:
            content = self._move(read_content(self._pages[path].file), served_at)
            return Answer(HTTPStatus.OK, "text/html", content)
        made = self._made(path, served_at)
        if made is not None:
            return made
        page = self._page("Not found", "<p>There is no such page. <a href='/'>Start again</a>.</p>")
        return Answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", page)

    def _made(self, path: str, served_at: str) -> Answer | None:
        if path == "/robots.txt":
            return self._text("text/plain", self._robots(served_at))
        if path == "/sitemap.xml":
            return self._text("application/xml", self._sitemap(served_at))
        if path in ("/feed.xml", "/feed/"):
            return self._text("application/rss+xml", self._feed(served_at))
        if path.startswith(_PROFILES):
            name = path.strip("/").rpartition("/")[2].replace("-", " ").title()
            content = self._page(
                name, f"<h1>{escape(name)}</h1><p><a href='/'>All articles</a></p>"
            )
            return Answer(HTTPStatus.OK, "text/html; charset=utf-8", content)
        number = 1 if path == "/" else _page_number(path)
        if number is not None and 1 <= number <= self._page_count:
            return Answer(HTTPStatus.OK, "text/html; charset=utf-8", self._index(number))
        return None

    @property
    def _indexed(self) -> list[SavedPage]:
        """The pages of the index: all but the oldest, if there are more than one."""
        return self._listed[:-1] or self._listed

    @property
    def _page_count(self) -> int:
        return max(1, ceil(len(self._indexed) / _CARDS_A_PAGE))

    def _move(self, content: bytes, served_at: str) -> bytes:
        """Return a page whose absolute addresses lead to where the site is served."""
        for slash in ("/", "\\/"):
            old, new = (text.replace("/", slash) for text in (self.origin, served_at))
            content = content.replace(old.encode(), new.encode())
        return content

    def _robots(self, served_at: str) -> str:
        denied = "\n".join(f"Disallow: {path}" for path in _DENIED)
        return f"User-agent: *\n{denied}\n\nSitemap: {served_at}/sitemap.xml\n"

    def _sitemap(self, served_at: str) -> str:
        entries = "\n".join(
            f"<url><loc>{escape(served_at + page.path)}</loc>"
            + f"<lastmod>{page.day}</lastmod>" * bool(page.day)
            + "</url>"
            for page in self._listed
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}\n</urlset>\n'
        )

    def _feed(self, served_at: str) -> str:
        items = "\n".join(
            f"<item><title>{escape(page.title)}</title>"
            f"<link>{escape(served_at + page.path)}</link>"
            f"<pubDate>{format_datetime(page.published_at, usegmt=True)}</pubDate></item>"
            for page in self._listed[:1]
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
            f"<title>{escape(self.name)}</title><link>{served_at}/</link>"
            f"<description>{escape(self.name)}</description>\n{items}\n</channel></rss>\n"
        )

    def _index(self, number: int) -> bytes:
        first = (number - 1) * _CARDS_A_PAGE
        cards = "\n".join(
            f'<div class="card"><h2><a href="{escape(page.path)}">{escape(page.title)}</a></h2>'
            f"<p>{escape(page.day)}</p><p>{escape(page.summary)}</p></div>"
            for page in self._indexed[first : first + _CARDS_A_PAGE]
        )
        others = "\n".join(
            f'<li><a href="{escape(page.path)}">{escape(page.title)}</a></li>'
            for page in self._pages.values()
            if not page.is_article and page.path != "/"
        )
        older = f'<a rel="next" href="/page/{number + 1}/">Older</a>' * (number < self._page_count)
        return self._page(self.name, f"{cards}\n<ul>{others}</ul>\n<p>{older}</p>")

    def _page(self, title: str, content: str) -> bytes:
        name = escape(self.name)
        return (
            f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f'<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>\n'
            f'<body><header><a href="/">{name}</a></header>\n<main>{content}</main></body></html>\n'
        ).encode()

    def _text(self, kind: str, text: str) -> Answer:
        return Answer(HTTPStatus.OK, f"{kind}; charset=utf-8", text.encode())


def read_sites(folder: Path) -> list[DemoSite]:
    """Return the sites that a folder of fixtures makes, one for each host, by name.

    Raises:
        InputError: The folder holds no fixtures, or a record is no JSON.
    """
    pages: dict[str, list[SavedPage]] = defaultdict(list)
    names: dict[str, str] = {}
    for fixture in find_fixtures(folder):
        expected = fixture.read_expected() or {}
        parts = urlsplit(str(expected.get("url", "")))
        origin = f"{parts.scheme}://{parts.netloc}"
        pages[origin].append(_to_page(fixture, expected, parts.path, parts.query))
        names.setdefault(origin, fixture.name.split("/")[0])
        if "site_name" in expected:
            names[origin] = str(expected["site_name"])
    return sorted(
        (DemoSite(names[o], o, found) for o, found in pages.items()), key=lambda s: s.name
    )


def _to_page(fixture: Fixture, expected: dict[str, object], path: str, query: str) -> SavedPage:
    return SavedPage(
        path=f"{path}?{query}" if query else path or "/",
        file=fixture.page,
        is_article=expected.get("page_type", "article") == "article",
        title=str(expected.get("title", "Untitled")),
        day=str(expected.get("date_published", ""))[:10],
        summary=str(expected.get("description", "")),
    )


def _page_number(path: str) -> int | None:
    head, _, number = path.strip("/").partition("/")
    return int(number) if head == "page" and number.isdecimal() else None
