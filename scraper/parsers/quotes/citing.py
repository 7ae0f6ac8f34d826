"""Names the speaker of a quotation by the citation behind it.

Citations are linked to quotations elsewhere; once that is done, an author named only in the
citation is the speaker: ‘…’ (Inspectorate, 2016: 4).
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from schemas import Citation, Quote, Reference
from scraper.parsers.rules.quote_people import TEXTS_OF
from scraper.patterns import late

_WRITING = late(rf"(?:the|this|its|their)\s(?:{'|'.join(sorted(TEXTS_OF))})", re.IGNORECASE)
_NO_WORKS: Mapping[int, int] = MappingProxyType({})
_THIRD = frozenset(("he", "she", "they"))
"""Pronouns of whom the sentence does not name: the cited, if anybody (``…, they warn (…)``)."""
_NOTED = 0.6
"""How sure a speaker is whom only a note names."""
_PAIR = 2
SURE = 0.8
"""How sure a speaker named by a citation is."""


def speaker_from_citation(
    quote: Quote,
    citation: Citation,
    references: Sequence[Reference] = (),
    works: Mapping[int, int] = _NO_WORKS,
) -> Quote:
    """Return the quotation with the cited author as speaker, where the text names nobody.

    Args:
        quote: The quotation. One that has a speaker, or whose sentence words a source
            (“…”, one worker recalled (Pell and Ruiz, 2015)), is returned as it is, unless that
            source is the cited writing (*the report noted*) or a pronoun for nobody named; a
            speaker that was only carried over from an earlier sentence gives way to the citation.
        citation: The citation that backs it; only its first item is read, as further ones
            (``see also``) are not the source of the words.
        references: Entries of the page's lists: where a number or note mark follows the words,
            the first person whom its entry names as author.
        works: For notes that do nothing but cite one work, the entry of that work.
    """
    authors = citation.items[0].authors if citation.items else []
    if citation.kind == "narrative" and authors and quote.speaker == authors[0]:
        return quote.model_copy(update={"speaker": _names(citation)})
    if _names_source(quote):
        return quote
    if quote.speaker is not None and (quote.speaker_confidence or SURE) >= SURE:
        return quote
    if citation.kind in ("numeric", "footnote"):
        noted = None if quote.speaker is not None else _author_noted(citation, references, works)
        change = {"speaker": noted, "speaker_confidence": _NOTED}
        return quote if noted is None else quote.model_copy(update=change)
    if not authors:
        return quote
    return quote.model_copy(update={"speaker": _names(citation), "speaker_confidence": SURE})


def _names(citation: Citation) -> str:
    """Return who is cited: the first author, or both of two as printed (``Holm and Lind``)."""
    authors = citation.items[0].authors
    if len(authors) != _PAIR or len(citation.items) > 1:
        return authors[0]
    start = citation.text.find(authors[0])
    end = citation.text.find(authors[1], start)
    return citation.text[start : end + len(authors[1])] if 0 <= start < end else authors[0]


def _author_noted(
    citation: Citation, references: Sequence[Reference], works: Mapping[int, int]
) -> str | None:
    """Return the first author of the work that a number leads to, if that is a person.

    Who issued a report or runs a site did not need to write each word of it.
    """
    if citation.reference is None or citation.reference >= len(references):
        return None
    entry = references[works.get(citation.reference, citation.reference)]
    first = entry.author[0] if entry.author else None
    if first is None or first.family is None or entry.kind != "source":
        return None
    full = first.given is not None and any(char.islower() for char in first.given)
    return f"{first.given} {first.family}" if full else first.family


def _names_source(quote: Quote) -> bool:
    """Return whether the sentence words a source that is not just the cited writing."""
    if quote.speaker is None and quote.speaker_mention is not None:
        mention = quote.speaker_mention
        return mention.casefold() not in _THIRD and _WRITING.fullmatch(mention) is None
    return quote.speaker_mention is not None or quote.cue is not None
