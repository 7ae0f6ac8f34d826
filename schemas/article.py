"""The record of one article."""

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.author import Author
from schemas.base import Confidence, Model, Offset, PartialDate
from schemas.citation import Citation
from schemas.evidence import Evidence
from schemas.quote import Quote
from schemas.reference import Reference

BlockKind = Literal[
    "paragraph", "heading", "list_item", "blockquote", "table_row", "code", "caption"
]


class Block(Model):
    """One block of the article in reading order."""

    kind: BlockKind
    """What the block is."""

    text: str
    """Its text, white space made single; line breaks (``br``, code) kept, table cells parted
    by a tab. No bullet, no number."""

    level: int | None = None
    """Heading level 1–6; depth of a list item, from 1; None for other kinds."""

    ordinal: int | None = None
    """Number of an ordered list's item; None for all others."""

    start: Offset | None = None
    """Where the block starts in ``Article.body``; None for captions, which are kept outside."""

    end: Offset | None = None
    """Where it ends (exclusive): ``body[start:end] == text``."""


class Link(Model):
    """A link in the body."""

    url: str
    """Absolute target."""

    text: str
    """Text of the link."""

    role: Literal["internal", "external", "scholarly", "anchor"] = "external"
    """Same site, other site, a DOI / PubMed / arXiv / JSTOR and the like, or a place on the
    same page."""

    start: Offset | None = None
    """Where the link's text starts in ``Article.body``."""

    end: Offset | None = None
    """Where it ends (exclusive)."""


class PageType(Model):
    """Whether the page is one article, and if not, what it is."""

    kind: Literal["article", "list", "home", "error", "login", "wall", "shell", "other"]
    """``article``; a ``list`` of articles or products; a ``home`` page; an ``error`` or soft 404;
    a ``login`` form; a cookie or pay ``wall``; a JavaScript ``shell``; ``other``."""

    score: Confidence
    """Probability that the page is one article."""

    reason: str
    """What decided, in a few words."""


class Article(Model):
    """One article with every value that was found, and where each was found."""

    id: str
    """Stable identifier: the first 16 hex digits of SHA-256 over the canonical URL (over the
    content where the page has no URL)."""

    url: str | None = None
    """Address that the page was fetched from (after redirects)."""

    canonical_url: str | None = None
    """Address that the page calls its own, normalised; else ``url`` normalised."""

    title: str | None = None
    """Headline as displayed, without site name, kicker or section."""

    subtitle: str | None = None
    """Dek or standfirst: the line beneath the headline."""

    authors: list[Author] = []
    """Who wrote it, in printed order. Empty where the page names nobody."""

    contributors: list[Author] = []
    """Who is credited otherwise (photographs, editing, medical review, translation); the credit
    is in ``role``."""

    date_published: PartialDate | None = None
    """When it was first published, at the precision and offset of the source."""

    date_modified: PartialDate | None = None
    """When it was last changed, if the page says so."""

    language: str | None = None
    """BCP 47 tag of the text (``en``, ``pt-BR``)."""

    site_name: str | None = None
    """Name of the site or publication."""

    section: str | None = None
    """Section or category that the article is filed under."""

    tags: list[str] = []
    """Keywords that the page gives."""

    description: str | None = None
    """Summary from the page's metadata."""

    image: str | None = None
    """Absolute URL of the lead image."""

    body: str = ""
    """The text of the article, blocks parted by a blank line, items of a list and rows of a
    table by a line break; nothing else of the page."""

    blocks: list[Block] = []
    """The body's blocks in order, with offsets, and the captions among them."""

    quotes: list[Quote] = []
    """Quotations in order of appearance."""

    citations: list[Citation] = []
    """In-text citations in order of appearance."""

    references: list[Reference] = []
    """Entries of the page's reference list or notes, in order."""

    links: list[Link] = []
    """Links in the body, in order."""

    word_count: int = Field(default=0, ge=0)
    """Words of the body (runs of word characters; each CJK character counts as one)."""

    page_type: PageType | None = None
    """Whether this is one article."""

    evidence: dict[str, Evidence] = {}
    """Field name to where its value came from; ``authors.0`` for the first author."""

    warnings: list[str] = []
    """What could not be read, and where sources disagree."""

    fetched_at: AwareDatetime | None = None
    """When the server's answer arrived (UTC)."""

    http_status: int | None = None
    """Status of that answer."""

    content_hash: str | None = None
    """SHA-256 of the body text, to tell changed from unchanged."""

    duplicate_of: str | None = None
    """Id of the article whose text this one repeats, set by a crawl."""

    extractor_version: str = ""
    """Version of Pullquote that made the record."""
