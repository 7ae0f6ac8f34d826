"""Crawls the test site with Crawlee's HttpCrawler, for comparison; run by ``benchmarks/crawl.py``.

    python with_crawlee.py URL PAGES CONNECTIONS

Links are found with lxml and followed as ours are, every page is written to disk; the request
queue is Crawlee's file system storage, as a crawl that can be stopped needs, unless ``--memory``.
"""

import asyncio
import gzip
import hashlib
import logging
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

from crawlee import ConcurrencySettings
from crawlee.crawlers import HttpCrawler, HttpCrawlingContext
from lxml import etree

URL, PAGES, CONNECTIONS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
LISTS = ["/tag/", "/section/", "/author/", "/archive/", "/static/", "/subscribe", "/feed.xml"]


async def main():
    """Crawl."""
    storage = None
    if "--memory" in sys.argv:
        from crawlee.storage_clients import MemoryStorageClient

        storage = MemoryStorageClient()
    crawler = HttpCrawler(
        storage_client=storage,
        concurrency_settings=ConcurrencySettings(
            min_concurrency=CONNECTIONS,
            desired_concurrency=CONNECTIONS,
            max_concurrency=CONNECTIONS,
        ),
        request_handler_timeout=timedelta(seconds=60),
        respect_robots_txt_file=True,
        configure_logging=False,
    )
    Path("html").mkdir()

    @crawler.router.default_handler
    async def handle(context: HttpCrawlingContext) -> None:
        body = await context.http_response.read()
        url = context.request.loaded_url or context.request.url
        if body.startswith(b"\x1f\x8b"):
            body = gzip.decompress(body)
        if body.lstrip().startswith(b"<?xml"):
            found = etree.fromstring(body).xpath("//*[local-name()='loc']/text()")
        else:
            name = hashlib.sha256(url.encode()).hexdigest()[:24]
            Path("html", name + ".html.gz").write_bytes(gzip.compress(body, 6))
            found = etree.fromstring(body, etree.HTMLParser(encoding="utf-8")).xpath("//a/@href")
        links = {urljoin(url, str(href)).partition("#")[0] for href in found}
        wanted = [
            link
            for link in links
            if link.startswith(URL) and not any(part in link for part in LISTS)
        ]
        await context.add_requests(wanted)

    logging.disable(logging.WARNING)
    await crawler.run([URL, URL + "sitemap_index.xml"])
    count = len(list(Path("html").iterdir()))
    if count < PAGES:
        sys.exit(f"only {count} of {PAGES} pages")


asyncio.run(main())
