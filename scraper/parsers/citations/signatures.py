"""Cites what a quotation's signature names: ``“…” — Ada Finch, Harbour Studies, 2016``.

A signature with nothing but a name says who spoke; one that also gives a year or a place in a
work says where the words stand, and a reader would replace it if the source changed. Read are
the words behind a quotation that is set off or ends its paragraph, up to the end of their block.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from schemas import Citation, Quote
from scraper.parsers.body_text import Body
from scraper.parsers.citations.candidates import Candidate, Item, to_citation
from scraper.parsers.citations.linking import EntryIndex, resolve_items
from scraper.parsers.citations.names import parse_authors
from scraper.parsers.citations.years import ONLY_LOCATOR, clean_locator
from scraper.parsers.references import ReferenceList
from scraper.parsers.rules.given_names import given_names
from scraper.patterns import late

_LONGEST = 240
"""Characters of a signature; what is longer goes on with the text."""
_MOST_WORDS = 6
_OPENING = late(r"[\s”“\"„»«’‘'.,;:]*(?:[—–―~-]{1,3}\s*|\((?=[^()]*\)\W*$))?")
_SIGNED_YEAR = late(r"[\s,(](?P<year>(?:1[5-9]|20)\d\d)\)?(?=[.\s)]*$|[,:]\s?[^,]{1,24}$)")
_GOES_ON = late(r"[.!?…]\s+[^\W\d_]{2,}\s+[^\WA-Z_]")
"""A sentence behind another one: no signature."""


def cite_signatures(
    body: Body,
    quotes: Sequence[Quote],
    citations: Sequence[Citation],
    references: ReferenceList,
) -> list[Citation]:
    """Return the citations of a page with those that signatures are, in page order.

    Args:
        quotes: Its quotations in order; read is what stands behind the set-off ones, and behind
            those whose speaker no sentence names.
        citations: What the text cites; a signature that holds one of them is left as it is.
        references: The page's lists, to which signatures are resolved.
    """
    starts = sorted(c.start for c in citations if c.start is not None)
    index = EntryIndex(references.entries)
    made: list[Citation] = []
    behind = 0
    for quote in quotes:
        found = _signature(body, quote)
        if found is None or _is_listed(body, found[0], references):
            continue
        start, end = found
        slot = bisect_left(starts, start)
        if start < behind or (slot < len(starts) and starts[slot] < end):
            continue
        candidate = _read(body.text, start, end)
        if candidate is None:
            continue
        items = resolve_items(candidate.items, index) if index else candidate.items
        cited = Candidate(start, end, candidate.kind, items)
        made.append(to_citation(cited, body.text, offset=0))
        behind = end
    if not made:
        return list(citations)
    placed = [c for c in (*citations, *made) if c.start is not None]
    placed.sort(key=lambda c: c.start or 0)
    return [*placed, *(c for c in citations if c.start is None)]


def _is_listed(body: Body, start: int, references: ReferenceList) -> bool:
    """Return whether a place stands in a list: what follows a title there is its container."""
    block = body.block_at(start)
    return block is not None and body.sources[block].index in references.claimed


def _signature(body: Body, quote: Quote) -> tuple[int, int] | None:
    """Return where the words that may sign a quotation start and end in the body."""
    if quote.end is None or quote.cue is not None:
        return None
    block = body.block_at(max(quote.end - 1, 0))
    if block is None:
        return None
    end = body.blocks[block].end
    if end is not None and body.text[quote.end : end].strip(" ”“\"„»«’‘'.,;") == "":
        end = _end_of_line_below(body, block + 1, quote)
    if end is None or end - quote.end > _LONGEST:
        return None
    opening = _OPENING.match(body.text, quote.end, end)
    start = opening.end() if opening is not None else quote.end
    while end > start and body.text[end - 1] in " .)\n":
        end -= 1
    return (start, end) if end > start else None


def _end_of_line_below(body: Body, place: int, quote: Quote) -> int | None:
    """Return where the block ends that stands below a quotation and signs it, or None."""
    if quote.kind != "block" or quote.speaker_mention is None or place >= len(body.blocks):
        return None
    below = body.blocks[place]
    signs = below.kind != "heading" and quote.speaker_mention in below.text
    return below.end if signs else None


def _read(text: str, start: int, end: int) -> Candidate | None:
    """Return the work that a signature names, or None where it only names a person."""
    signature = text[start:end]
    if not signature[0].isupper() or _GOES_ON.search(signature):
        return None
    year = _SIGNED_YEAR.search(signature)
    place = ONLY_LOCATOR.fullmatch(signature)
    if year is None and place is None:
        return None
    locator = clean_locator(place.group("place")) if place is not None else None
    names = _authors(signature)
    if not names:
        return None
    item = Item(authors=names, year=year.group("year") if year else None, locator=locator)
    return Candidate(start, end, "author-date", (item,))


def _authors(signature: str) -> tuple[str, ...]:
    """Return the surnames of a signature: of a part that is nothing but names."""
    found: list[tuple[bool, tuple[str, ...]]] = []
    for part in re.split(r",\s|\s[–—|-]\s|\n", signature):
        words = part.split()
        if not 1 < len(words) <= _MOST_WORDS or any(char.isdecimal() for char in part):
            continue
        authors = parse_authors(part)
        if authors is not None and not authors.place and not authors.organisation:
            given = words[0].casefold() in given_names()
            names = (_surname(words),) if given and len(authors.names) == 1 else authors.names
            found.append((given, names))
    # A title may read as a name as well: one that begins with a given name is more surely one.
    return max(found, key=lambda read: read[0], default=(False, ()))[1]


def _surname(words: Sequence[str]) -> str:
    """Return a person's name without given names and initials."""
    place = 1
    while place < len(words) - 1 and (
        words[place].casefold() in given_names() or words[place].endswith(".")
    ):
        place += 1
    return " ".join(words[place:])
