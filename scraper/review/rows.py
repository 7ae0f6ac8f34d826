"""What the index keeps of a record: a row to list, filter and sort by, and its parts."""

import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from schemas import Article
from scraper.exporters.csl import work_identity

FIELDS = tuple(
    "title subtitle authors date_published date_modified language site_name section tags "
    "description image body quotes citations references bios".split()
)
"""Fields whose absence can be asked for, in the order of their bits in ``missing``."""

_LEDE_CHARS = 220


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One record, ready to be written to the index."""

    cells: tuple[str | int | float, ...]
    """From ``title`` to ``warnings``, as the table has them."""
    words: tuple[str, str, str]
    """What is searched beside the body: title, authors, speakers."""
    quotes: list[tuple[int, str, str, str]]
    """Position, speaker, text and cue of each quotation."""
    works: list[tuple[int, str, str]]
    """Position, identity and text of each cited work."""
    corrected: int
    date: str
    """Of publication, ``""`` where there is none."""


def to_row(record: Article, corrections: int) -> ArticleRow:
    """Return what the index keeps of a record."""
    title = record.title or ""
    people = "; ".join(author.name for author in (*record.authors, *record.contributors))
    sources = [work for work in record.references if work.kind == "source"]
    cells = (
        title,
        sort_key(title),
        site_of(record),
        "; ".join(author.name for author in record.authors),
        record.date_published or "",
        (record.language or "").split("-")[0].lower(),
        record.canonical_url or record.url or "",
        _lede(record),
        record.word_count,
        len(record.quotes),
        sum(citation.note is None for citation in record.citations),
        len(sources),
        sum(author.bio is not None for author in record.authors),
        missing_bits(record),
        min((evidence.confidence for evidence in record.evidence.values()), default=0.0),
        len(record.warnings),
    )
    speakers = dict.fromkeys(quote.speaker for quote in record.quotes if quote.speaker)
    return ArticleRow(
        cells=cells,
        words=(f"{title} {record.subtitle or ''}", people, "; ".join(speakers)),
        quotes=[
            (n, quote.speaker or "", quote.text, quote.cue or "")
            for n, quote in enumerate(record.quotes)
        ],
        works=[
            (n, work_identity(work), work.text)
            for n, work in enumerate(record.references)
            if work.kind == "source"
        ],
        corrected=corrections,
        date=record.date_published or "",
    )


def site_of(record: Article) -> str:
    """Return the name of the site, else its host, else nothing."""
    host = (urlsplit(record.canonical_url or record.url or "").hostname or "").lower()
    return record.site_name or host.removeprefix("www.")


def missing_bits(record: Article) -> int:
    """Return which of ``FIELDS`` a record has no value for, one bit each."""
    has_bio = any(author.bio for author in record.authors)
    values = [has_bio if name == "bios" else getattr(record, name) for name in FIELDS]
    return sum(1 << bit for bit, value in enumerate(values) if not value)


def sort_key(text: str) -> str:
    """Return a text without case, accents and leading punctuation, for sorting."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return letters.lstrip("\"'“”‘’«»„([ ")


def _lede(record: Article) -> str:
    """Return the beginning of the dek or text, cut at a word."""
    text = " ".join((record.subtitle or record.body[: _LEDE_CHARS * 2]).split())
    if len(text) <= _LEDE_CHARS:
        return text
    return text[:_LEDE_CHARS].rpartition(" ")[0] + " …"
