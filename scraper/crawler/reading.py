"""What one response holds: a record, and where it leads to. Runs in the worker processes.

Says by content what a response is (page, feed, sitemap), extracts the record of an article page,
and finds its links. No network, no store, no clock.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from schemas import Article, CrawlJob
from schemas.fetch import FetchKind, Outcome
from scraper.crawler.browser.shell import find_shell
from scraper.crawler.decoding import BadCoding, Bomb, Budget, gunzip
from scraper.crawler.discovery import (
    Discoverer,
    find_canonical,
    read_directives,
    sign_links,
)
from scraper.crawler.feeds import is_feed, read_feed
from scraper.crawler.frames import Found, Packed, Reading, Task
from scraper.crawler.likeness import FIRST, rank_of
from scraper.crawler.scope import Scope
from scraper.crawler.signatures import sign_text
from scraper.crawler.sitemaps import is_sitemap, is_url_list, read_sitemap, read_url_list
from scraper.extract import extract
from scraper.page import Page, read_page
from scraper.sites import SiteParsers
from scraper.urls import CanonicalUrl, canonicalize, id_of

_FILES = {
    b"%PDF": "PDF file",
    b"\xff\xd8\xff": "JPEG picture",
    b"\x89PNG": "PNG picture",
    b"GIF8": "GIF picture",
    b"PK\x03\x04": "ZIP file (also of an office program)",
    b"RIFF": "WebP picture or a recording",
    b"\x7fELF": "program",
}
"""First bytes → what has them."""
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|title|meta|p|div|h1)\b", re.I)
_TEXT_TYPES = ("text/plain", "application/json", "text/csv")
_HEAD_BYTES = 2048
_MAX_TAGS = 250_000
"""Tags of a page that is read; the longest real pages (logs, tables of a year) have some 50,000.
Depth needs no limit of ours: libxml2 nests 2,048 elements at most, and the page is read on."""

_Entry = tuple[str, FetchKind, float | None]
"""What a list names: an address, its kind, and when it was changed, in seconds since 1970."""


class Reader:
    """Reads responses for one job."""

    def __init__(self, job: CrawlJob, sites: SiteParsers | None = None) -> None:
        self._job = job
        self._sites = sites
        seeds = [url for seed in job.seeds if (url := canonicalize(seed))]
        self._discoverer = Discoverer(
            Scope(seeds, job.allow, job.deny), obey_nofollow=job.obey_nofollow, feeds=job.feeds
        )
        self._budget = Budget(int(job.limits.body_mb * (1 << 20)), job.limits.ratio)

    def read(self, task: Task) -> Reading:
        """Return what a response holds; broken content is an outcome, not an error."""
        try:
            content = _unzipped(task.content, self._budget)
        except Bomb as bomb:
            outcome: Outcome = "bomb" if bomb.by_ratio else "body-too-large"
            return Reading(kind=task.kind, outcome=outcome, message=str(bomb))
        except BadCoding as error:
            return Reading(kind=task.kind, outcome="bad-coding", message=str(error))
        if is_sitemap(content):
            return self._read_list(task, "sitemap", _sitemap_entries(content))
        if is_feed(content):
            return self._read_list(task, "feed", self._feed_entries(task.url, content))
        if task.kind == "sitemap" and is_url_list(content):
            return self._read_list(task, "sitemap", _url_list_entries(content))
        if (reason := find_not_html(content, task.headers)) is not None:
            return Reading(kind=task.kind, outcome="not-html", message=reason)
        if task.kind != "page":
            message = f"an HTML page where a {task.kind} was expected"
            return Reading(kind=task.kind, outcome="not-html", message=message)
        if (tags := content.count(b"<")) > _MAX_TAGS:
            message = f"the page has {tags:,} tags, at most {_MAX_TAGS:,} are read"
            return Reading(kind=task.kind, outcome="body-too-large", message=message)
        return self._read_page(task, content)

    def _read_list(self, task: Task, kind: FetchKind, entries: Iterator[_Entry]) -> Reading:
        """Return the URLs of a sitemap or feed that are in scope."""
        return Reading(kind=kind, found=Packed.of(self._wanted(task, entries)))

    def _wanted(self, task: Task, entries: Iterator[_Entry]) -> Iterator[Found]:
        # Of 50,000 URLs their hashes are enough to know which came before.
        seen: set[int] = set()
        for href, entry_kind, changed_at in entries:
            url = canonicalize(href, task.url)
            if url is None or hash(url) in seen:
                continue
            if self._discoverer.is_wanted(url):
                seen.add(hash(url))
                rank = FIRST + 1 if entry_kind == "sitemap" else rank_of(url, depth=task.depth)
                yield Found(url, rank, entry_kind, changed_at)

    def _feed_entries(self, base: str, content: bytes) -> Iterator[_Entry]:
        for item in read_feed(content):
            link, name = canonicalize(item.url, base), canonicalize(item.name)
            is_elsewhere = link is None or not self._discoverer.is_wanted(link)
            yield name if is_elsewhere and name else item.url, "page", item.changed_at

    def _read_page(self, task: Task, content: bytes) -> Reading:
        page = read_page(
            content,
            url=task.url,
            headers=task.headers,
            fetched_at=datetime.fromisoformat(task.fetched_at),
            status=task.status,
        )
        found = self._discoverer.discover(page, task.depth)
        canonical = find_canonical(page, task.headers)
        if (
            canonical is not None
            and canonical != task.url
            and canonical not in found
            and self._discoverer.is_wanted(canonical)
        ):
            found[canonical] = Found(canonical, rank_of(canonical, depth=task.depth))
        reading = Reading(found=list(found.values()), is_bare=not (found or page.blocks))
        if self._job.keep == "nothing":
            return self._with_shell(reading, page, None)
        if self._job.obey_noindex and read_directives(page).noindex:
            return replace(reading, message="the page asks not to be indexed")
        article = extract(page, sites=self._sites)
        reading = self._with_shell(reading, page, article.word_count)
        kind = article.page_type.kind if article.page_type else "article"
        if kind != "article" and self._job.keep == "articles":
            reason = article.page_type.reason if article.page_type else ""
            return replace(reading, message=f"{kind}: {reason}"[:300])
        links = sign_links(page).hex() if task.is_signed else None
        return self._with_record(replace(reading, links=links), article, task)

    def _with_shell(self, reading: Reading, page: Page, words: int | None) -> Reading:
        """Return the reading with whether the page has to be rendered, where the job does that.

        Where no article is looked for, all words of the page count in its place.
        """
        if self._job.browser == "never":
            return reading
        shell = find_shell(page, words or 0)
        if words is None:
            words = sum(len(block.text.split()) for block in page.blocks)
        return replace(reading, words=words, shell=shell)

    def _with_record(self, reading: Reading, article: Article, task: Task) -> Reading:
        article, is_own = identify(article, CanonicalUrl(task.url))
        record = article.model_dump_json().encode("utf-8", "surrogatepass")
        stamp = f'"fetched_at":"{task.fetched_at}"'.replace("+00:00", "Z").encode()
        told = record.replace(stamp, b"", 1)
        # Some servers sign the addresses of pictures anew for each request, in their query.
        picture = (article.image or "").encode("utf-8", "surrogatepass")
        if query := picture.partition(b"?")[2]:
            told = told.replace(b"?" + query, b"", 1)
        signature = sign_text(article.body)
        return replace(
            reading,
            record_id=article.id,
            is_own=is_own,
            digest=hashlib.sha256(told).hexdigest()[:32],
            signature=base64.b64encode(signature).decode() if signature else None,
            record=record,
        )


def identify(article: Article, url: CanonicalUrl) -> tuple[Article, bool]:
    """Return a record whose address can be believed, and whether it is that of ``url``.

    A canonical URL that is a front page while the page itself is none (a common mistake of
    templates) would make one record of all articles; such a page is known by its own URL.
    """
    canonical = canonicalize(article.canonical_url) if article.canonical_url else None
    if canonical is None or (_is_front(canonical) and not _is_front(url)):
        canonical = url
    identity = id_of(canonical)
    if canonical != article.canonical_url or identity != article.id:
        article = article.model_copy(update={"id": identity, "canonical_url": canonical})
    return article, canonical == url


def _is_front(url: str) -> bool:
    return url.count("/") == 3 and url.endswith("/")


def _unzipped(content: bytes, budget: Budget) -> bytes:
    """Return content without a gzip file around it (``.xml.gz``, or an unlabelled coding)."""
    for _ in range(2):
        if not content.startswith(b"\x1f\x8b"):
            break
        content = gunzip(content, budget).content
    return content


def find_not_html(content: bytes, headers: Mapping[str, str]) -> str | None:
    """Return why content is no HTML page, None where it may be one."""
    head = content[:_HEAD_BYTES]
    file = next((file for start, file in _FILES.items() if head.startswith(start)), None)
    if file is not None:
        return f"the body is a {file}"
    kind = headers.get("content-type", "").lower()
    few_zeros = 0 < head.count(b"\x00") < len(head) // 4
    if few_zeros and "utf-16" not in kind and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the body is binary"
    has_markup = _MARKUP.search(head) is not None
    if kind.startswith(_TEXT_TYPES) and not has_markup:
        return f"the server says {kind.split(';')[0]}"
    if "xml" in kind and "xhtml" not in kind and not has_markup:
        return "the body is XML without a page"
    return None


def _sitemap_entries(content: bytes) -> Iterator[_Entry]:
    for entry in read_sitemap(content):
        yield entry.url, "sitemap" if entry.is_sitemap else "page", entry.changed_at


def _url_list_entries(content: bytes) -> Iterator[_Entry]:
    for entry in read_url_list(content):
        yield entry.url, "page", None
