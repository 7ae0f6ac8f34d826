"""Links quotations to the citations that back them."""

from bisect import bisect_left
from collections.abc import Sequence

from schemas import Citation, Quote
from scraper.parsers.body_text import Body
from scraper.parsers.references import ReferenceList
from scraper.patterns import late

_BEHIND = 160
"""Characters behind a quotation in which its citation may follow within the sentence."""
_AHEAD = 240
"""Characters before a quotation in which a narrative citation may introduce it."""
_CLOSING = late(r"[\s”“\"„»«’‘'.,;:!?…)\]–—-]*")
_LABEL = late(r"^[\s\[(^↑↩*]*\d{0,3}[\])}.:^\s]*")
_OPENING_CHARS = 60
_SENTENCE_END = late(r"[.!?…][”\"»’']?\s+(?=[^\W\d_a-z])")


def link_quotes(
    body: Body,
    quotes: Sequence[Quote],
    citations: Sequence[Citation],
    references: ReferenceList | None = None,
) -> tuple[list[Quote], list[Citation]]:
    """Return quotations and citations with the links between them.

    A quotation carries the citation that follows it (at once, or before its sentence ends), that
    ends it where it is a block, or that names its author in the sentence before it. A citation
    that backs several quotations names the first. One that stands in a note carries the citation
    right behind it there, else the mark that leads to the note, as the words around it say what it
    is from.
    """
    placed = sorted(
        (citation.start, citation.end or citation.start, index)
        for index, citation in enumerate(citations)
        if citation.start is not None
    )
    starts = [start for start, _, _ in placed]
    notes = _Notes(body, citations, references or ReferenceList())
    linked_quotes = list(quotes)
    backed: dict[int, int] = {}
    for number, quote in enumerate(quotes):
        if quote.start is None or quote.end is None:
            continue
        found = _citation_of(body, quote, placed, starts, citations)
        if found is None and references is not None:
            found = notes.citation_of(quote)
        if found is not None:
            linked_quotes[number] = quote.model_copy(update={"citation": found})
            backed.setdefault(found, number)
    linked_citations = [
        citation.model_copy(update={"quote": backed[index]}) if index in backed else citation
        for index, citation in enumerate(citations)
    ]
    return linked_quotes, linked_citations


class _Notes:
    """Finds what cites the source of a quotation in a note: right behind it, or to the note."""

    def __init__(
        self, body: Body, citations: Sequence[Citation], references: ReferenceList
    ) -> None:
        self._body = body
        self._claimed = references.claimed
        self._entries: dict[str, int] = {}
        self._marks: dict[int, int] = {}
        self._noted: dict[int, list[tuple[str, int]]] = {}
        for index, entry in enumerate(references.entries):
            self._entries.setdefault(_opening(entry.text), index)
        for index, citation in enumerate(citations):
            for item in citation.items:
                if item.reference is not None and item.number is not None:
                    self._marks.setdefault(item.reference, index)
            if citation.note is not None:
                self._noted.setdefault(citation.note, []).append((citation.text, index))

    def citation_of(self, quote: Quote) -> int | None:
        """Return the citation behind a quotation in a note, else by number the one of its note."""
        place = self._body.block_at(quote.start) if quote.start is not None else None
        if place is None or self._body.sources[place].index not in self._claimed:
            return None
        text = self._body.blocks[place].text
        entry = self._entries.get(_opening(text))
        if entry is None:
            return None
        end = (quote.end or 0) - (self._body.blocks[place].start or 0)
        closing = _CLOSING.match(text, end)
        behind = text[closing.end() if closing else end :]
        near = (index for words, index in self._noted.get(entry, ()) if _begins(behind, words))
        return next(near, self._marks.get(entry))


def works_of_notes(citations: Sequence[Citation]) -> dict[int, int]:
    """Return for each note that cites one work, and no other, the entry of that work."""
    cited: dict[int, set[int | None]] = {}
    for citation in citations:
        if citation.note is not None:
            cited.setdefault(citation.note, set()).update(i.reference for i in citation.items)
    found: dict[int, int] = {}
    for note, works in cited.items():
        work = next(iter(works), None)
        if len(works) == 1 and work is not None:
            found[note] = work
    return found


def _begins(text: str, words: str) -> bool:
    """Return whether a text begins with a citation, its brackets aside."""
    return text.lstrip("([").startswith(words.lstrip("(["))


def _opening(text: str) -> str:
    """Return the first words of a note without its label, by which its block is known."""
    return _LABEL.sub("", text, count=1)[:_OPENING_CHARS]


_Placed = Sequence[tuple[int, int, int]]


def _citation_of(
    body: Body, quote: Quote, placed: _Placed, starts: Sequence[int], citations: Sequence[Citation]
) -> int | None:
    start, end = quote.start or 0, quote.end or 0
    within = _within(quote, placed, starts) if quote.kind == "block" else None
    if within is not None:
        return within
    slot = bisect_left(starts, end)
    following = placed[slot] if slot < len(placed) else None
    if following is not None and _CLOSING.fullmatch(body.text, end, following[0]):
        return following[2]
    ahead, near = _introduced(body, start, placed, bisect_left(starts, start), citations)
    if following is not None and following[0] - end <= _BEHIND and not near:
        between = body.text[end : following[0]]
        lead = _CLOSING.match(between)
        rest = between[lead.end() :] if lead is not None else between
        if _SENTENCE_END.search(rest) is None and "\n" not in between:
            return following[2]
    return ahead


def _within(quote: Quote, placed: _Placed, starts: Sequence[int]) -> int | None:
    """Return the citation that ends a block quotation."""
    end = quote.end or 0
    slot = bisect_left(starts, end) - 1
    if slot >= 0 and placed[slot][0] > (quote.start or 0) and end - placed[slot][1] <= 3:
        return placed[slot][2]
    return None


def _introduced(
    body: Body, start: int, placed: _Placed, slot: int, citations: Sequence[Citation]
) -> tuple[int | None, bool]:
    """Return the narrative citation that introduces a quotation, and whether in its sentence.

    It stands in the quotation's sentence, or in the one before it.
    """
    for place in range(slot - 1, max(slot - 3, -1), -1):
        _, end, index = placed[place]
        if start - end > _AHEAD:
            break
        if citations[index].kind != "narrative":
            continue
        between = body.text[end:start]
        ends = len(_SENTENCE_END.findall(between))
        if between.count("\n\n") > 1 or ends > 1:
            break
        return index, ends == 0
    return None, False
