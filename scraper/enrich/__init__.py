"""Completes cited works by their DOI, from an API in the form of Crossref's.

Runs after a crawl and only when it is asked to. What the page prints is never changed: only empty
fields are filled, and each of them names the record that it comes from in the record's evidence.
"""

from scraper.enrich.complete import Tally, complete_record, enrich
from scraper.enrich.works import CROSSREF, Works, open_works

__all__ = ["CROSSREF", "Tally", "Works", "complete_record", "enrich", "open_works"]
