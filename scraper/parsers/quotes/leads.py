"""Finds where the words begin of a quotation that no mark opens.

Its paragraph or sentence is taken whole, unless that starts by saying who speaks: ``The report
noted that the pier had sunk” (Finch 2019)`` quotes what stands behind *that*. Nothing is lost:
the record's offsets count in the body, where the phrase stands right before them.
"""

from collections.abc import Sequence
from dataclasses import replace

from scraper.parsers.quotes.grammar import ADVERBS, Grammar
from scraper.parsers.quotes.mentions import is_subject
from scraper.parsers.quotes.spans import Span
from scraper.parsers.quotes.texts import count_words
from scraper.patterns import late

_LEAD_CHARS = 160
_LEAST_WORDS = 3
_TIED = late(
    r"(?:(?:\s[^\s,.:;]+){0,2},?\s(?:that|dass|que|qu[’']|che|dat|że|что)(?:\s|(?<=[’']))|\s?[:,]\s)"
)
"""What ties the words to their verb: *that*, a colon or a comma."""


def without_lead_in(texts: Sequence[str], span: Span, grammar: Grammar) -> Span:
    """Return a span that no mark opens from behind the phrase that reports it, if one does."""
    if span.open_mark is not None or span.close_mark is None or span.shape != "marks":
        return span
    text = texts[span.block]
    limit = min(span.end, span.start + _LEAD_CHARS) if span.last == span.block else len(text)
    for cue in grammar.cue.finditer(text, span.start, limit):
        subject = ADVERBS.sub("", text[span.start : cue.start()].rstrip())
        tied = _TIED.match(text, cue.end(), limit)
        if tied is None or not is_subject(subject) or not grammar.reports(text, cue):
            continue
        start = _behind_participle(text, tied.end(), limit, grammar)
        words = text[start : span.end] if span.last == span.block else text[start:]
        if count_words(words) >= _LEAST_WORDS:
            return replace(span, start=start, left=start)
    return span


def _behind_participle(text: str, place: int, limit: int, grammar: Grammar) -> int:
    """Return the place behind a second verb, too (``The survey agrees, concluding that``)."""
    cue = grammar.cue.match(text, place, limit)
    tied = _TIED.match(text, cue.end(), limit) if cue is not None else None
    return tied.end() if tied is not None else place
