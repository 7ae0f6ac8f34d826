"""Pullquote: crawl article pages and turn each into one validated, traceable record."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from scraper.errors import ScraperError

if TYPE_CHECKING:
    from schemas import CrawlJob, CrawlReport
    from scraper.extract import extract
    from scraper.load import load
    from scraper.page import Page, read_page

__all__ = ["Page", "ScraperError", "crawl", "extract", "load", "read_page"]


def crawl(job: "CrawlJob | Path | str", output: Path | str = "output") -> "CrawlReport":
    """Run a crawl job, or go on with its interrupted run; return the report of the run.

    Args:
        job: A job, or the path of a job file.

    Raises:
        JobError: The job file can't be used.
        JobLocked: Another run holds the job.
    """
    from schemas import CrawlJob
    from scraper.crawler.crawl import crawl as run
    from scraper.job_file import read_job

    if isinstance(job, CrawlJob):
        return run(job, Path(output))
    path = Path(job)
    return run(read_job(path), Path(output), path.parent)


_PLACES = {
    "Page": "scraper.page",
    "extract": "scraper.extract",
    "load": "scraper.load",
    "read_page": "scraper.page",
}
"""Loaded when first asked for (PEP 562): parsers and models take half a second, and most commands
and the crawling process need none of them."""


def __getattr__(name: str) -> Any:
    """Return a public name from its place."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_PLACES[name]), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """The package, whose functions keep their names from modules that are called like them."""

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute, but for a submodule that the import system would put over ours."""
        if not (name in _PLACES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
