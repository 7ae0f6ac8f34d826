"""TEI: one XML file an article, for editors and text analysis.

TEI P5 within TEI Lite: a header with title, authors, publication and source; the text with its
headings, lists, tables and code; quotations as ``q`` that point to their speakers; citations as
``ref`` that point into the list of works. Source: TEI P5 Guidelines 4, chapters 2, 3 and 14.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from schemas import Article, Block, Evidence
from scraper.corrections import corrected_fields
from scraper.exporters.folder import files
from scraper.exporters.staging import Sink, Staging

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have, even escaped (section 2.2)."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of the body that gets an element of its own."""

    start: int
    end: int
    tag: str
    target: str | None


def tei(staging: Staging) -> AbstractContextManager[Sink]:
    """Return what writes each record to its own file in ``tei/``; see ``files``."""
    return files(staging, "tei", ".xml", to_tei)


def to_tei(record: Article) -> str:
    """Return a record as a TEI document."""
    speakers = list(dict.fromkeys(quote.speaker for quote in record.quotes if quote.speaker))
    language = f" xml:lang={quoteattr(record.language)}" if record.language else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{language}>',
        *_header(record),
        "<text>",
        "<body>",
        *_body(record, speakers),
        "</body>",
        *_back(record, speakers),
        "</text>",
        "</TEI>",
    ]
    return "\n".join(lines) + "\n"


def _header(record: Article) -> Iterator[str]:
    title = f"<title>{_text(record.title or 'Untitled')}</title>"
    authors = "".join(f"<author>{_text(author.name)}</author>" for author in record.authors)
    address = record.canonical_url or record.url
    day = (record.date_published or "").split("T")[0]
    date = f'<date when="{day}">{day}</date>' if day else ""
    publisher = f"<publisher>{_text(record.site_name or 'unknown')}</publisher>"
    identifier = f'<idno type="URI">{_text(address)}</idno>' if address else ""
    yield "<teiHeader>"
    yield "<fileDesc>"
    yield f"<titleStmt>{title}{authors}</titleStmt>"
    number = f'<idno type="pullquote">{_text(record.id)}</idno>'
    yield f"<publicationStmt>{publisher}{date}{number}</publicationStmt>"
    yield f"<sourceDesc><bibl>{title}{authors}{publisher}{date}{identifier}</bibl></sourceDesc>"
    yield "</fileDesc>"
    if record.language or record.tags:
        yield "<profileDesc>"
        if record.language:
            yield f"<langUsage><language ident={quoteattr(record.language)}/></langUsage>"
        if record.tags:
            terms = "".join(f"<term>{_text(tag)}</term>" for tag in record.tags)
            yield f"<textClass><keywords>{terms}</keywords></textClass>"
        yield "</profileDesc>"
    if changes := [_change(place, record.evidence[place]) for place in corrected_fields(record)]:
        yield f"<revisionDesc>{''.join(changes)}</revisionDesc>"
    yield "</teiHeader>"


def _change(place: str, evidence: Evidence) -> str:
    """Return who corrected a value; TEI keeps that in the history of the file (chapter 2.6)."""
    who, _, day = (evidence.where or "").rpartition(", ")
    when = f' when="{day}"' if _DAY.fullmatch(day) else ""
    return f"<change{when}>{_text(place)}: corrected by {_text(who or 'a reader')}</change>"


def _body(record: Article, speakers: Sequence[str]) -> Iterator[str]:
    """Yield the text; each heading begins a ``div`` of its own."""
    spans = _spans(record, speakers)
    yield "<div>"
    if record.title:
        yield f"<head>{_text(record.title)}</head>"
    for kind, group in groupby(_blocks(record), key=lambda block: block.kind):
        blocks = list(group)
        if kind == "list_item":
            rend = "numbered" if blocks[0].ordinal is not None else "bulleted"
            items = "".join(f"<item>{_inline(block, spans)}</item>" for block in blocks)
            yield f'<list rend="{rend}">{items}</list>'
        elif kind == "table_row":
            rows = "".join(f"<row>{_cells(block.text)}</row>" for block in blocks)
            yield f"<table>{rows}</table>"
        else:
            yield from (_single(block, spans) for block in blocks)
    yield "</div>"


def _blocks(record: Article) -> Sequence[Block]:
    if record.blocks or not record.body:
        return record.blocks or [Block(kind="paragraph", text="")]
    return [Block(kind="paragraph", text=part) for part in record.body.split("\n\n")]


def _single(block: Block, spans: Sequence[_Span]) -> str:
    content = _inline(block, spans)
    if block.kind == "heading":
        return f"</div>\n<div><head>{content}</head>"
    if block.kind == "blockquote":
        # TEI Lite has no element of its own for block quotations.
        return f'<q rend="block"><p>{content}</p></q>'
    if block.kind == "code":
        return f"<eg>{_text(block.text)}</eg>"
    if block.kind == "caption":
        return f"<figure><head>{content}</head></figure>"
    return f"<p>{content}</p>"


def _cells(text: str) -> str:
    return "".join(f"<cell>{_text(cell)}</cell>" for cell in text.split("\t"))


def _spans(record: Article, speakers: Sequence[str]) -> list[_Span]:
    """Return the quotations and citations of the body in the order in which they open."""
    spans = []
    for quote in record.quotes:
        target = f"#speaker-{speakers.index(quote.speaker) + 1}" if quote.speaker else None
        stretches = quote.parts or (quote,)
        spans += [_to_span(stretch.start, stretch.end, "q", target) for stretch in stretches]
    for citation in record.citations:
        number = citation.reference
        target = f"#work-{number + 1}" if number is not None else None
        spans.append(_to_span(citation.start, citation.end, "ref", target))
    known = [span for span in spans if span is not None]
    return sorted(known, key=lambda span: (span.start, -span.end))


def _to_span(start: int | None, end: int | None, tag: str, target: str | None) -> _Span | None:
    return None if start is None or end is None else _Span(start, end, tag, target)


def _inline(block: Block, spans: Sequence[_Span]) -> str:
    """Return a block's text with the spans that lie within it; of two that cross, the first."""
    if block.start is None or block.end is None:
        return _text(block.text, breaks=True)
    parts: list[str] = []
    opened: list[_Span] = []
    position = block.start

    def write_until(place: int) -> None:
        nonlocal position
        text = block.text[position - block_start : place - block_start]
        parts.append(_text(text, breaks=True))
        position = place

    def close_until(place: int) -> None:
        while opened and opened[-1].end <= place:
            write_until(opened[-1].end)
            parts.append(f"</{opened.pop().tag}>")

    block_start, block_end = block.start, block.end
    for span in spans[bisect_left(spans, block_start, key=lambda s: s.start) :]:
        if span.start >= block_end:
            break
        close_until(span.start)
        if span.end <= (opened[-1].end if opened else block_end):
            write_until(span.start)
            parts.append(_open_tag(span))
            opened.append(span)
    close_until(block_end)
    write_until(block_end)
    return "".join(parts)


def _open_tag(span: _Span) -> str:
    if span.target is None:
        return f"<{span.tag}>"
    return f'<{span.tag} {"who" if span.tag == "q" else "target"}="{span.target}">'


def _back(record: Article, speakers: Sequence[str]) -> Iterator[str]:
    if not speakers and not record.references:
        return
    yield "<back>"
    if speakers:
        items = "".join(
            f'<item xml:id="speaker-{number}">{_text(name)}</item>'
            for number, name in enumerate(speakers, start=1)
        )
        yield f'<div type="speakers"><list>{items}</list></div>'
    if record.references:
        entries = "".join(
            f'<bibl xml:id="work-{number}">{_text(work.text)}</bibl>'
            for number, work in enumerate(record.references, start=1)
        )
        yield f'<div type="bibliography"><listBibl>{entries}</listBibl></div>'
    yield "</back>"


def _text(text: str, *, breaks: bool = False) -> str:
    """Return text as XML takes it; line breaks become ``lb`` where asked for."""
    clean = escape(_NOT_XML.sub("\ufffd", text))
    return clean.replace("\n", "<lb/>") if breaks else clean
