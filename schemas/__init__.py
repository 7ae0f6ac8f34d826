"""Pydantic models of Pullquote's records and jobs; imports nothing of ``scraper``."""

from schemas.article import Article, Block, Link, PageType
from schemas.author import Author
from schemas.citation import Citation, CitationItem
from schemas.correction import Correction
from schemas.evidence import Evidence
from schemas.fetch import FetchRecord, Outcome
from schemas.job import CrawlJob, Limits, Schedule
from schemas.quote import Quote, QuotePart
from schemas.reference import Name, Reference
from schemas.report import CrawlReport, FailureExample, HostReport

__all__ = [
    "Article",
    "Author",
    "Block",
    "Citation",
    "CitationItem",
    "Correction",
    "CrawlJob",
    "CrawlReport",
    "Evidence",
    "FailureExample",
    "FetchRecord",
    "HostReport",
    "Limits",
    "Link",
    "Name",
    "Outcome",
    "PageType",
    "Quote",
    "QuotePart",
    "Reference",
    "Schedule",
]
