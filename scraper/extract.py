"""The recipe: from one page to one record, read from top to bottom.

Each parser gets the page and the fields found before it. What a site parser gives for a field is
put in where the field is found, so that the fields after it build on it.
"""

import hashlib
import unicodedata
from collections.abc import Sequence
from typing import TypeVar

from schemas import Article, Author, Citation, Quote
from scraper.collector import paused_collector
from scraper.draft import Draft
from scraper.large_pages import count_page
from scraper.page import Page, read_page
from scraper.parsers import about
from scraper.parsers.authors import find_authors
from scraper.parsers.bios import add_bios
from scraper.parsers.body import find_body
from scraper.parsers.body_text import Body
from scraper.parsers.citations import (
    cite_notes,
    cite_signatures,
    find_citations,
    link_quotes,
    works_of_notes,
)
from scraper.parsers.citations.listed import is_listed
from scraper.parsers.dates import find_dates
from scraper.parsers.dates.lines import find_date_lines
from scraper.parsers.found import Found
from scraper.parsers.language import find_language
from scraper.parsers.leading_lines import (
    about_blocks,
    dek_blocks,
    headline_blocks,
    lead_captions,
)
from scraper.parsers.links import find_links
from scraper.parsers.page_type import find_page_type
from scraper.parsers.quotes import find_quotes, speaker_from_citation
from scraper.parsers.references import ReferenceList, find_references
from scraper.parsers.site import find_site_name
from scraper.parsers.subtitle import find_subtitle
from scraper.parsers.title import find_title
from scraper.remembering import count_read
from scraper.sites import SiteParsers
from scraper.urls import canonicalize
from scraper.version import __version__
from scraper.words import count_words

T = TypeVar("T")

_ID_DIGITS = 16


@paused_collector()
def extract(
    source: Page | bytes | str, url: str | None = None, *, sites: SiteParsers | None = None
) -> Article:
    """Return the record of a page; never raises on any bytes.

    Args:
        source: A page, or its HTML as bytes or text.
        url: Address of the page, where ``source`` is HTML.
        sites: Site parsers to ask first; None for none.
    """
    # Longer than other functions on purpose: the order of the fields is what it says.
    page = source if isinstance(source, Page) else read_page(source, url=url)
    count_read(len(page.content))
    count_page()
    draft = Draft(page, sites.view(page) if sites else None)

    title = draft.text("title", find_title(page))
    site_name = draft.text("site_name", find_site_name(page, value(title)))
    body = find_body(page, title)
    body = draft.body(body.without(headline_blocks(body, title)))
    dates = find_dates(page, title, body)
    published = draft.date("date_published", dates.published)
    modified = draft.date("date_modified", dates.modified)
    byline = find_authors(page, title, body, site_name.value if site_name else None)
    byline = draft.byline(add_bios(page, body, byline))
    authors = [found.value for found in byline.authors]
    names = [author.name for author in authors]
    shown = {source.index for source in body.sources}
    subtitle = draft.text("subtitle", find_subtitle(page, title, byline.claimed, shown, names))
    date_lines = find_date_lines(body, (value(published), value(modified)), names)
    taken = byline.claimed | date_lines
    taken |= about_blocks(page, body, taken)
    body = body.without(taken | dek_blocks(body, subtitle))
    language = draft.text("language", find_language(page, body))
    filed = about.find_section(page, value(title), value(site_name), names)
    section = draft.text("section", filed)
    tags = about.find_tags(page, value(title), body.text, value(site_name))
    tags = draft.texts("tags", tags)
    summary = about.find_description(page, value(title), value(subtitle), value(site_name))
    description = draft.text("description", summary)
    image = draft.text("image", about.find_image(page, body))
    canonical = draft.note("canonical_url", about.find_canonical_url(page))
    references, noted = cite_notes(find_references(page, body))
    quotes, citations = _quote_and_cite(page, body, authors, value(language), references, noted)
    draft.warnings += [*dates.warnings, *byline.warnings, *body.warnings, *references.warnings]
    draft.note_lists(byline, body)

    address = canonicalize(canonical.value) if canonical else None
    address = address or (canonicalize(page.url) if page.url else None)
    return Article(
        id=_identify(address, body, page),
        url=page.address,
        canonical_url=address,
        title=value(title),
        subtitle=value(subtitle),
        authors=authors,
        contributors=[found.value for found in byline.contributors],
        date_published=value(published),
        date_modified=value(modified),
        language=value(language),
        site_name=value(site_name),
        section=value(section),
        tags=value(tags) or [],
        description=value(description),
        image=value(image),
        body=body.text,
        blocks=body.to_blocks(lead_captions(page, title, body, byline.claimed)),
        quotes=quotes,
        citations=citations,
        references=list(references.entries),
        links=find_links(page, body),
        word_count=count_words(body.text),
        page_type=find_page_type(page, body, title, is_dated=published is not None),
        evidence=draft.evidence,
        warnings=[*page.warnings, *page.structured.warnings, *draft.all_warnings()],
        fetched_at=page.fetched_at,
        http_status=page.status,
        content_hash=hashlib.sha256(body.text.encode()).hexdigest(),
        extractor_version=__version__,
    )


def _quote_and_cite(
    page: Page,
    body: Body,
    authors: Sequence[Author],
    language: str | None,
    references: ReferenceList,
    noted: Sequence[Citation],
) -> tuple[list[Quote], list[Citation]]:
    """Return quotations and citations: each may say something about the other.

    ``noted`` are the citations that stand in notes; they follow those of the article.
    """
    citations = [*find_citations(page, body, references), *noted]
    quotes = find_quotes(page, body, authors, language)
    quotes = [quote for quote in quotes if not is_listed(quote, body, references)]
    citations = cite_signatures(body, quotes, citations, references)
    quotes, citations = link_quotes(body, quotes, citations, references)
    works = works_of_notes(citations)
    quotes = [
        quote
        if quote.citation is None
        else speaker_from_citation(quote, citations[quote.citation], references.entries, works)
        for quote in quotes
    ]
    return quotes, citations


def value(found: Found[T] | None) -> T | None:
    """Return the value of what a parser found, or None."""
    return found.value if found else None


def _identify(address: str | None, body: Body, page: Page) -> str:
    """Return the stable id of a record: by its address, else by its content."""
    basis = address or unicodedata.normalize("NFC", body.text)
    data = basis.encode() if basis else page.content
    return hashlib.sha256(data).hexdigest()[:_ID_DIGITS]
