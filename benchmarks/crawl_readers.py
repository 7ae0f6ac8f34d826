"""A reader for measuring the crawl without extraction: links only, in the crawling process."""

from pathlib import Path

from lxml import etree

from schemas import CrawlJob
from scraper.crawler.discovery import Found
from scraper.crawler.likeness import rank_of
from scraper.crawler.reading import Reader, Reading, Task
from scraper.crawler.scope import Scope
from scraper.urls import canonicalize


class LinksOnly:
    """Reads the links of pages and the URLs of sitemaps, as a crawler without extraction does."""

    def __init__(self, job: CrawlJob, sites: Path | None, workers: int) -> None:
        del sites, workers
        self._scope = Scope(
            [url for seed in job.seeds if (url := canonicalize(seed))], job.allow, []
        )
        self._reader = Reader(job)

    async def start(self) -> None:
        """Do nothing."""

    async def close(self) -> None:
        """Do nothing."""

    async def read(self, task: Task) -> Reading:
        """Return what a response leads to."""
        if task.kind != "page":
            return self._reader.read(task)
        root = etree.fromstring(task.content, etree.HTMLParser(encoding="utf-8"))
        found = {}
        for href in root.xpath("//a/@href"):
            url = canonicalize(str(href), task.url)
            if url is not None and url not in found and url in self._scope:
                found[url] = Found(url, rank_of(url, depth=task.depth))
        return Reading(found=list(found.values()))
