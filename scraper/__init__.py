"""Pullquote: crawl article pages and turn each into one validated, traceable record."""

from scraper.errors import ScraperError
from scraper.extract import extract
from scraper.page import Page, read_page

__all__ = ["Page", "ScraperError", "extract", "read_page"]
