"""Tells titles in a list of sources, which stand in quotation marks, from quotations."""

from schemas import Quote
from scraper.parsers.body_text import Body
from scraper.parsers.references import ReferenceList

_AUTHOR_WORDS = 8
"""Words before a title in an entry: its author, or who issued it."""


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
