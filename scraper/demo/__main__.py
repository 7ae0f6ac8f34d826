"""``python -m scraper.demo``: serve the fixtures, crawl them, show what was found and where."""

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console
from rich.table import Table

from schemas import Article, CrawlJob, CrawlReport
from scraper.crawler.crawl import crawl
from scraper.demo.server import serve
from scraper.demo.site import DemoSite, read_sites
from scraper.errors import ScraperError
from scraper.load import load

_FIXTURES = Path("fixtures")
_OUTPUT = Path("output")
_WIDTH = 100
"""Columns of the table: fits a terminal of usual width, and a log."""
_EXPLAINED = {
    "articles.jsonl": "  every record, one a line",
    "articles.csv": "  with five more tables; codebook.txt explains them",
    "articles.sqlite": "  the same tables with views and full-text search",
    "articles.bib": "  the articles, for Zotero",
    "cited-works.bib": "  the works that they cite",
    "markdown": "  one file an article",
    "pullquote.db": "  all state: addresses, fetches, records, runs",
    "report.html": "  the run at a glance",
    "warc": "  what the servers sent",
}
_COLUMNS = ("articles", "authors", "bios", "quotes", "speakers", "citations", "references")


def run_demo(fixtures: Path, output: Path, console: Console) -> CrawlReport:
    """Crawl the fixtures as served on loopback into ``output/demo`` and print a table.

    What an earlier demo left there is removed: its addresses had other ports.

    Raises:
        ScraperError: The fixtures can't be read, or the output can't be written.
    """
    folder = output / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    with serve(read_sites(fixtures)) as sites:
        console.print(f"Serving {len(sites)} invented sites on loopback, and crawling them …")
        report = crawl(_to_job(sites), output)
    outcomes = ", ".join(f"{count} {name}" for name, count in sorted(report.outcomes.items()))
    console.print(_to_table(sites, load(folder, with_duplicates=True)))
    console.print(f"{report.fetched} addresses met: {outcomes}.")
    console.print(f"{report.duplicates} records repeat another one; the exports leave them out.")
    console.print(f"Files in {folder}:")
    for path in sorted(folder.iterdir()):
        console.print(f"  {path.name}{_EXPLAINED.get(path.name, '')}")
    return report


def _to_job(sites: Iterable[str]) -> CrawlJob:
    """Return the job: loopback may be reached, and nobody has to be waited for."""
    return CrawlJob(
        name="demo",
        seeds=[f"{address}/" for address in sites],
        contact="https://pullquote.example/demo",
        delay=0,
        concurrency=4,
        allow_private_hosts=["127.0.0.1"],
        exports=["jsonl", "csv", "sqlite", "markdown", "bibtex", "bibtex-cited"],
    )


def _to_table(sites: Mapping[str, DemoSite], records: Iterable[Article]) -> Table:
    """Return what was found, one line a site and one for all."""
    counts: Counter[tuple[str, str]] = Counter()
    for record in records:
        parts = urlsplit(record.url or "")
        for column, count in _count(record).items():
            counts[f"{parts.scheme}://{parts.netloc}", column] += count
            counts["", column] += count
    table = Table(show_footer=True)
    table.add_column("site", footer="all", no_wrap=True)
    for column in _COLUMNS:
        table.add_column(column, justify="right", footer=str(counts["", column]))
    for address, site in sites.items():
        table.add_row(site.name, *(str(counts[address, column] or "") for column in _COLUMNS))
    return table


def _count(record: Article) -> dict[str, int]:
    return {
        "articles": 1,
        "authors": len(record.authors),
        "bios": sum(author.bio is not None for author in record.authors),
        "quotes": len(record.quotes),
        "speakers": len({quote.speaker for quote in record.quotes if quote.speaker}),
        "citations": len(record.citations),
        "references": len(record.references),
    }


def main() -> None:
    """Run the demo from the top of a checkout; exit 1 if some pages failed."""
    try:
        report = run_demo(_FIXTURES, _OUTPUT, Console(highlight=False, width=_WIDTH))
    except ScraperError as error:
        sys.stderr.write(f"demo: {error}\n")
        sys.exit(2)
    sys.exit(1 if report.failure_share > 0 else 0)


if __name__ == "__main__":
    main()
