"""Crawls the test site with Scrapy, for comparison; run by ``benchmarks/crawl.py``.

    python with_scrapy.py URL PAGES CONNECTIONS [--extract]

Links are followed as ours are, every page is written to disk, and requests and fingerprints are
kept on disk (``JOBDIR``), as a crawl that can be stopped needs. With ``--extract`` each page goes
through trafilatura in a pipeline, with its metadata, and becomes a line of JSON.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor

URL, PAGES, CONNECTIONS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
EXTRACT = "--extract" in sys.argv
LISTS = [
    r"/tag/",
    r"/section/",
    r"/author/",
    r"/archive/",
    r"/static/",
    r"/subscribe",
    r"/feed\.xml",
]


class Save:
    """Writes each page, and its record where one is wanted."""

    def open_spider(self, spider):
        """Open the files."""
        Path("html").mkdir()
        self.records = Path("records.jsonl").open("w", encoding="utf-8")

    def close_spider(self, spider):
        """Close them."""
        self.records.close()

    def process_item(self, item, spider):
        """Write one page."""
        name = hashlib.sha256(item["url"].encode()).hexdigest()[:24]
        Path("html", name + ".html.gz").write_bytes(gzip.compress(item["body"], 6))
        if EXTRACT:
            import trafilatura

            text = item["body"].decode("utf-8")
            document = trafilatura.bare_extraction(text, url=item["url"], with_metadata=True)
            values = document.as_dict() if document else {}
            values = {key: value for key, value in values.items() if isinstance(value, (str, list))}
            self.records.write(json.dumps(values, default=str, ensure_ascii=False) + "\n")
        return {"url": item["url"]}


class Site(scrapy.Spider):
    """Follows every link of the site's articles, and its sitemaps."""

    name = "site"
    links = LinkExtractor(deny=LISTS, allow_domains=[urlsplit(URL).netloc])

    async def start(self):
        """Begin with the front page and the sitemap index."""
        yield scrapy.Request(URL)
        yield scrapy.Request(URL + "sitemap_index.xml", callback=self.parse_sitemap)

    def parse_sitemap(self, response):
        """Follow a sitemap."""
        from scrapy.utils.gz import gunzip, gzip_magic_number
        from scrapy.utils.sitemap import Sitemap

        body = gunzip(response.body) if gzip_magic_number(response) else response.body
        sitemap = Sitemap(body)
        for entry in sitemap:
            if sitemap.type == "sitemapindex":
                yield scrapy.Request(entry["loc"], callback=self.parse_sitemap)
            elif not any(part in entry["loc"] for part in LISTS):
                yield scrapy.Request(entry["loc"])

    def parse(self, response):
        """Hand a page on, and follow its links."""
        if not isinstance(response, scrapy.http.HtmlResponse):
            return
        yield {"url": response.url, "body": response.body}
        for link in self.links.extract_links(response):
            yield scrapy.Request(link.url)


process = CrawlerProcess(
    {
        "CONCURRENT_REQUESTS": CONNECTIONS,
        "CONCURRENT_REQUESTS_PER_DOMAIN": CONNECTIONS,
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": True,
        "JOBDIR": "job",
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "ITEM_PIPELINES": {Save: 1},
    }
)
process.crawl(Site)
process.start()
found = len(list(Path("html").iterdir()))
if found < PAGES:
    sys.exit(f"only {found} of {PAGES} pages")
