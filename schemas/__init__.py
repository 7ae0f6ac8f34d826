"""Pydantic models of Pullquote's records and jobs; imports nothing of ``scraper``."""

from schemas.article import Article, Block, Link, PageType
from schemas.author import Author
from schemas.citation import Citation, CitationItem
from schemas.evidence import Evidence
from schemas.quote import Quote, QuotePart
from schemas.reference import Name, Reference

__all__ = [
    "Article",
    "Author",
    "Block",
    "Citation",
    "CitationItem",
    "Evidence",
    "Link",
    "Name",
    "PageType",
    "Quote",
    "QuotePart",
    "Reference",
]
