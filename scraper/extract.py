"""The recipe: from one page to one record, read from top to bottom.

Each parser gets the page and the fields found before it. What a site parser gives for a field is
put in where the field is found, so that the fields after it build on it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from schemas import Article, Author, Citation, Evidence, Quote
from schemas.base import PartialDate
from scraper.collector import paused_collector
from scraper.page import Page, read_page
from scraper.parsers import about
from scraper.parsers.authors import Byline, find_authors
from scraper.parsers.bios import add_bios
from scraper.parsers.body import find_body
from scraper.parsers.body_text import Body
from scraper.parsers.citations import cite_signatures, find_citations, link_quotes
from scraper.parsers.dates import find_dates
from scraper.parsers.dates.lines import find_date_lines
from scraper.parsers.found import Found
from scraper.parsers.language import find_language
from scraper.parsers.links import find_links
from scraper.parsers.page_type import find_page_type
from scraper.parsers.quotes import find_quotes, speaker_from_citation
from scraper.parsers.references import ReferenceList, find_references
from scraper.parsers.site import find_site_name
from scraper.parsers.subtitle import find_subtitle
from scraper.parsers.title import find_title
from scraper.sites import SiteParsers
from scraper.sites.base import SiteView
from scraper.sites.body import to_body
from scraper.urls import canonicalize
from scraper.version import __version__
from scraper.words import count_words

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_ID_DIGITS = 16
_AUTHOR_WORDS = 8
"""Words before a title in an entry: its author, or who issued it."""
_HEADLINE_AMONG = 3
_OPENING = 40
"""Characters of a block that are compared before all of it."""
_BELOW_HEADLINE = 80
"""Characters below the headline in its own block that are no text yet: a date, a name."""
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_MARKED_DEK = 0.8
"""Confidence of a dek that is found by its class."""
_TEXT = TypeAdapter(str)
_TEXTS = TypeAdapter(list[str])
_DATE: TypeAdapter[str] = TypeAdapter(PartialDate)
_AUTHORS = TypeAdapter(list[Author])


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
    draft = _Draft(page, sites.view(page) if sites else None)

    title = draft.text("title", find_title(page))
    site_name = draft.text("site_name", find_site_name(page))
    body = find_body(page, title)
    body = draft.body(body.without(headline_blocks(body, title)))
    dates = find_dates(page, title, body)
    published = draft.date("date_published", dates.published)
    modified = draft.date("date_modified", dates.modified)
    byline = find_authors(page, title, body, site_name.value if site_name else None)
    byline = draft.byline(add_bios(page, body, byline))
    subtitle = draft.text("subtitle", find_subtitle(page, title))
    date_lines = find_date_lines(body, value(published), value(modified))
    body = body.without(byline.claimed | date_lines | _dek_blocks(body, subtitle))
    authors = [found.value for found in byline.authors]
    language = draft.text("language", find_language(page, body))
    section = draft.text("section", about.find_section(page, value(title), value(site_name)))
    tags = about.find_tags(page, value(title), body.text, value(site_name))
    tags = draft.texts("tags", tags)
    summary = about.find_description(page, value(title), value(subtitle), value(site_name))
    description = draft.text("description", summary)
    image = draft.text("image", about.find_image(page, body))
    canonical = draft.note("canonical_url", about.find_canonical_url(page))
    references = find_references(page, body)
    quotes, citations = _quote_and_cite(page, body, authors, value(language), references)
    draft.warnings += [*dates.warnings, *byline.warnings, *body.warnings, *references.warnings]
    draft.note_lists(byline, body)

    address = canonicalize(canonical.value) if canonical else None
    address = address or (canonicalize(page.url) if page.url else None)
    return Article(
        id=_identify(address, body, page),
        url=page.url,
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
        blocks=body.to_blocks(),
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
) -> tuple[list[Quote], list[Citation]]:
    """Return quotations and citations: each may say something about the other."""
    citations = find_citations(page, body, references)
    quotes = find_quotes(page, body, authors, language)
    quotes = [quote for quote in quotes if not is_listed(quote, body, references)]
    citations = cite_signatures(body, quotes, citations, references)
    quotes, citations = link_quotes(body, quotes, citations, references)
    quotes = [
        quote
        if quote.citation is None
        else speaker_from_citation(quote, citations[quote.citation], references.entries)
        for quote in quotes
    ]
    return quotes, citations


def value(found: Found[T] | None) -> T | None:
    """Return the value of what a parser found, or None."""
    return found.value if found else None


def headline_blocks(body: Body, title: Found[str] | None) -> set[int]:
    """Return the indexes of leading blocks that display the headline, which has its own field."""
    if title is None:
        return set()
    words = _WORD.findall(title.value.casefold())
    leading = body.sources[:_HEADLINE_AMONG]
    return {s.index for s in leading if _displays(s.text, words)}


def _displays(text: str, headline: list[str]) -> bool:
    """Return whether a block displays the headline, with at most a date and a name below it."""
    first, _, below = text.partition("\n")
    # The last word may be cut; most blocks begin with another one than the headline.
    opening = _WORD.findall(first[:_OPENING].casefold())[:-1]
    if opening != headline[: len(opening)]:
        return False
    if _WORD.findall(text.casefold()) == headline:
        return True
    is_text = len(below) > _BELOW_HEADLINE or below.endswith(_STOPS)
    return not is_text and _WORD.findall(first.casefold()) == headline


def _dek_blocks(body: Body, subtitle: Found[str] | None) -> set[int]:
    """Return the indexes of leading blocks that are the dek, where the page's markup says so.

    Sites that have a dek keep it apart from the text; a heading that could be one stays.
    """
    if subtitle is None or subtitle.evidence.confidence < _MARKED_DEK:
        return set()
    leading = body.sources[:_HEADLINE_AMONG]
    return {s.index for s in leading if s.text.replace("\n", " ") == subtitle.value}


def is_listed(quote: Quote, body: Body, references: ReferenceList) -> bool:
    """Return whether a quotation is a title in a list of sources; notes may well quote."""
    if quote.start is None or quote.speaker_mention is not None or quote.cue is not None:
        return False
    block = body.block_at(quote.start)
    if block is None or body.sources[block].index not in references.claimed:
        return False
    begins = references.beginnings.get(body.sources[block].index, 0)
    if quote.start < (body.blocks[block].start or 0) + begins:
        # What stands before a list in its block is text.
        return False
    before = body.text[body.blocks[block].start : quote.start].rstrip(" “\"„«‘'")
    if before and ":" not in before and len(before.split()) <= _AUTHOR_WORDS:
        return quote.text[:1].isupper()
    return any(
        entry.kind == "source"
        and entry.title is not None
        and quote.text.strip(" .,") in entry.title
        for entry in references.entries
    )


def _identify(address: str | None, body: Body, page: Page) -> str:
    """Return the stable id of a record: by its address, else by its content."""
    basis = address or unicodedata.normalize("NFC", body.text)
    data = basis.encode() if basis else page.content
    return hashlib.sha256(data).hexdigest()[:_ID_DIGITS]


@dataclass(slots=True)
class _Draft:
    """The record in the making: evidence, warnings, and what a site parser overrides."""

    page: Page
    view: SiteView | None
    evidence: dict[str, Evidence] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def note(self, name: str, found: Found[T] | None) -> Found[T] | None:
        """Keep the evidence of a field and return the field."""
        if found is not None:
            self.evidence[name] = found.evidence
        return found

    def text(self, name: str, found: Found[str] | None) -> Found[str] | None:
        """Return a text field, the site parser's first."""
        return self.note(name, self._override(name, _TEXT) or found)

    def texts(self, name: str, found: Found[list[str]] | None) -> Found[list[str]] | None:
        """Return a field of several texts, the site parser's first."""
        return self.note(name, self._override(name, _TEXTS) or found)

    def date(self, name: str, found: Found[str] | None) -> Found[str] | None:
        """Return a date field, the site parser's first; its text must be ISO 8601."""
        return self.note(name, self._override(name, _DATE) or found)

    def body(self, found: Body) -> Body:
        """Return the body, the site parser's first."""
        given = self.view.value("body") if self.view else None
        if given is None or self.view is None:
            return found
        return to_body(given, self._evidence("body"))

    def byline(self, found: Byline) -> Byline:
        """Return the byline with the authors of the site parser, where it gives any."""
        given = self.view.value("authors") if self.view else None
        if not isinstance(given, Sequence) or isinstance(given, str):
            return found
        people = [Author(name=a) if isinstance(a, str) else a for a in given]
        checked = self._checked("authors", _AUTHORS, people)
        if checked is None:
            return found
        evidence = self._evidence("authors")
        return Byline(
            tuple(Found(author, evidence) for author in checked),
            found.contributors,
            found.claimed,
            found.warnings,
        )

    def note_lists(self, byline: Byline, body: Body) -> None:
        """Keep the evidence of authors, contributors and body."""
        for name, people in (("authors", byline.authors), ("contributors", byline.contributors)):
            for number, found in enumerate(people):
                self.evidence[f"{name}.{number}"] = found.evidence
        if body.evidence:
            self.evidence["body"] = body.evidence

    def all_warnings(self) -> list[str]:
        """Return the parsers' warnings, then the site parser's."""
        return [*self.warnings, *(self.view.warnings if self.view else ())]

    def _override(self, name: str, adapter: TypeAdapter[T]) -> Found[T] | None:
        given = self.view.value(name) if self.view else None
        if given is None:
            return None
        checked = self._checked(name, adapter, given)
        return None if checked is None else Found(checked, self._evidence(name))

    def _checked(self, name: str, adapter: TypeAdapter[T], given: object) -> T | None:
        """Return a site parser's value if it is of the field's type; else None and a warning."""
        try:
            return adapter.validate_python(given)
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            self.warnings.append(f"{name}: the site parser's value cannot be used ({reason})")
            return None

    def _evidence(self, name: str) -> Evidence:
        where = self.view.where(name) if self.view else name
        return Evidence(source="site-parser", where=where, confidence=1.0)
