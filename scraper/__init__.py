"""Pullquote: crawl article pages and turn each into one validated, traceable record."""

from pathlib import Path

from schemas import CrawlJob, CrawlReport
from scraper.errors import ScraperError
from scraper.extract import extract
from scraper.load import load
from scraper.page import Page, read_page

__all__ = ["Page", "ScraperError", "crawl", "extract", "load", "read_page"]


def crawl(job: CrawlJob | Path | str, output: Path | str = "output") -> CrawlReport:
    """Run a crawl job, or go on with its interrupted run; return the report of the run.

    Args:
        job: A job, or the path of a job file.
        output: The folder that holds the job's folder.

    Raises:
        JobError: The job file can't be used.
        JobLocked: Another run holds the job.
    """
    from scraper.crawler.crawl import crawl as run
    from scraper.job_file import read_job

    if isinstance(job, CrawlJob):
        return run(job, Path(output))
    path = Path(job)
    return run(read_job(path), Path(output), path.parent)
