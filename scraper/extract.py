"""The recipe: from one page to one record, read from top to bottom.

Each parser gets the page and the fields found before it. What a site parser overrides is put in
at the end, with evidence that says so.
"""

import hashlib
import re
from datetime import datetime

from schemas import Article, Evidence
from scraper.page import Page, read_page
from scraper.parsers.authors import find_authors
from scraper.parsers.bios import add_bios
from scraper.parsers.body import find_body
from scraper.parsers.citations import find_citations, link_quotes
from scraper.parsers.dates import find_dates
from scraper.parsers.language import find_language
from scraper.parsers.quotes import find_quotes
from scraper.parsers.references import find_references
from scraper.parsers.site import find_site_name
from scraper.parsers.title import find_subtitle, find_title
from scraper.version import __version__

_WORD = re.compile(r"\w+")


def extract(source: Page | bytes | str, url: str | None = None) -> Article:
    """Return the record of a page; never raises on any bytes.

    Args:
        source: A page, or its HTML as bytes or text.
        url: Address of the page, where ``source`` is HTML.
    """
    page = source if isinstance(source, Page) else read_page(source, url=url)
    title = find_title(page)
    site_name = find_site_name(page)
    body = find_body(page, title)
    dates = find_dates(page, title, body)
    byline = find_authors(page, title, body, site_name.value if site_name else None)
    byline = add_bios(page, body, byline)
    body = body.without(byline.claimed)
    authors = [found.value for found in byline.authors]
    language = find_language(page, body)
    references = find_references(page, body)
    citations = find_citations(page, body, references)
    quotes = find_quotes(page, body, authors, language.value if language else None)
    quotes, citations = link_quotes(body, quotes, citations)
    evidence: dict[str, Evidence] = {}
    for name, found in (("title", title), ("date_published", dates.published)):
        if found:
            evidence[name] = found.evidence
    return Article(
        id=hashlib.sha256((page.url or body.text).encode()).hexdigest()[:16],
        url=page.url,
        title=title.value if title else None,
        authors=authors,
        date_published=dates.published.value if dates.published else None,
        date_modified=dates.modified.value if dates.modified else None,
        language=language.value if language else None,
        site_name=site_name.value if site_name else None,
        body=body.text,
        blocks=list(body.blocks),
        quotes=quotes,
        citations=citations,
        references=list(references.entries),
        evidence=evidence,
        word_count=len(_WORD.findall(body.text)),
        extractor_version=__version__,
        warnings=[*page.warnings, *page.structured.warnings],
    )
