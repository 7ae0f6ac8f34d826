"""Finds in-text citations and links them to entries of the list and to quotations.

Four kinds, as in ``docs/citations.md``: author and date in brackets, narrative, numbers in
brackets, note marks. Each finder yields candidates with a weight; what the page lists and what
else it cites decides which are accepted. Text outside the body (captions, boxes that the body
leaves out) is read as well, but there only what resolves to an entry counts.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from schemas import Citation
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.citations.author_date import find_author_date
from scraper.parsers.citations.author_page import find_author_page
from scraper.parsers.citations.candidates import Candidate, to_citation
from scraper.parsers.citations.linking import EntryIndex, resolve_items
from scraper.parsers.citations.narrative import find_distant, find_listed, find_narrative
from scraper.parsers.citations.noted import cite_notes
from scraper.parsers.citations.numeric import (
    cite_without_list,
    find_bracketed,
    find_labelled,
    find_round,
    find_small_digits,
    marker_candidate,
    rising,
)
from scraper.parsers.citations.order import Cited, unoverlapped
from scraper.parsers.citations.own_lists import lead_to_own_lists
from scraper.parsers.citations.quoting import link_quotes, works_of_notes
from scraper.parsers.citations.signatures import cite_signatures
from scraper.parsers.citations.texts import Text, texts_beside, texts_of
from scraper.parsers.references import ReferenceList
from scraper.parsers.references.markers import may_cite, same_page_fragment

__all__ = ["cite_notes", "cite_signatures", "find_citations", "link_quotes", "works_of_notes"]

_ENOUGH = 3
"""Weight from which a candidate with a year is accepted. Measured on 1,703 pages that cite
nobody by author and date: one bracket reached it, and that one names a report."""
_ENOUGH_UNDATED = 5
"""The same for a name and a place without a year (``NCA, ch. 2``)."""
_STRONG = 5
"""Weight of a citation that shows the page to cite by author and date."""
_MANY_WORKS = 6
"""Works cited beyond doubt from which a bare name and year behind a capital word is believed."""
_MANY_LABELS = 3
"""Works cited as ``[Lund1984]`` from which such labels are believed without a list."""
_RESOLVED = 6
"""What being listed adds: stronger than all that speaks against a bracket."""
_BRACKETS = "([（［"
"""What citations begin with that no list of entries need explain."""
_HABIT = 3
"""Numbers in brackets that show bare raised numbers to be something else (affiliations)."""
MOST_CANDIDATES = 10_000
"""Brackets, and numbers, that are read in one text: the longest reviews have some 2,000."""


def find_citations(page: Page, body: Body, references: ReferenceList) -> list[Citation]:
    """Return the article's in-text citations in page order.

    Spans are the smallest that a reader would replace if the cited work changed. Citations in
    the body have offsets; ``items`` name the works, each with the entry that it is, if listed.
    Reference lists and code are not searched.
    """
    index = EntryIndex(references.entries)
    texts = texts_of(body, references)
    beside = texts_beside(page, body, references) if index else []
    for text in (*texts, *beside):
        text.candidates = _named(text, index)
    if index:
        _follow_anchors(page, body, references, texts[0])
    _accept_named(texts, beside)
    printed = any(page.blocks[block].text.startswith("(1)") for block in references.claimed)
    lists = _listed_stretches(body, references)
    counted = not (index.is_unlabelled and any(map(_resolves_name, texts[0].candidates)))
    for text in (*texts, *beside):
        if counted:
            _add_numbers(text, index, printed=printed, lists=lists if text is texts[0] else ())
    if texts[0].candidates:
        _drop_unreadable(body, references, texts[0])
    _add_markers(page, body, references, index, texts, beside)
    anchored = {target for target in references.targets if target is not None}
    for text in (*texts, *beside):
        text.drop_indexes(anchored)
    lead_to_own_lists(body, references, (*texts, *beside))
    return list(_in_order(texts, beside))


def _named(text: Text, index: EntryIndex) -> list[Candidate]:
    """Return author-date and narrative candidates with the entries that they name."""
    if not index and not any(sign in text.text for sign in _BRACKETS):
        # As most captions.
        return []
    found: list[Candidate] = []
    bracketed = islice(find_author_date(text.text), MOST_CANDIDATES)
    wide = bool(index) and not text.text.isascii()
    unspaced = find_listed(text.text, index) if wide else iter(())
    narrative = islice(find_narrative(text.text), MOST_CANDIDATES)
    if index:
        unspaced = chain(unspaced, find_distant(text.text, index))
    paged = islice(find_author_page(text.text, index), MOST_CANDIDATES) if index else ()
    found.extend(paged)
    for candidate in (*bracketed, *narrative, *islice(unspaced, MOST_CANDIDATES)):
        items = resolve_items(candidate.items, index) if index else candidate.items
        listed = any(item.reference is not None for item in items)
        score = candidate.score + (_RESOLVED if listed else 0)
        found.append(replace(candidate, items=items, score=score))
    return found


def _follow_anchors(page: Page, body: Body, references: ReferenceList, text: Text) -> None:
    """Resolve works whose citation is, or holds, a link to their entry on the page."""
    owners = {ident: index for index, ids in enumerate(references.anchors) for ident in ids}
    if not owners:
        return
    leading: dict[int, list[tuple[int, int, int]]] = {}
    for slot, candidate in enumerate(text.candidates):
        place = body.block_at(candidate.start)
        if place is None or all(item.reference is not None for item in candidate.items):
            continue
        if place not in leading:
            leading[place] = list(_leading_links(page, body, place, owners))
        links = leading[place]
        first = bisect_right(links, (candidate.start, 0, 0))
        first -= bool(first and links[first - 1][1] > candidate.start)
        last = bisect_right(links, (candidate.end, 0, 0))
        targets = list(dict.fromkeys(owner for _, _, owner in links[first:last]))
        if len(targets) == len(candidate.items):
            items = tuple(
                replace(item, reference=target)
                for item, target in zip(candidate.items, targets, strict=True)
            )
            score = candidate.score + _RESOLVED
            text.candidates[slot] = replace(candidate, items=items, score=score)


def _leading_links(
    page: Page, body: Body, place: int, owners: Mapping[str, int]
) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, entry) of the links in a block that lead to entries, in order."""
    begin = body.blocks[place].start or 0
    for mark in body.sources[place].marks():
        if mark.element.tag == "a":
            fragment = same_page_fragment(page, mark.element.get("href"))
            owner = owners.get(fragment or "")
            if owner is not None:
                yield begin + mark.start, begin + mark.end, owner


def _accept_named(texts: Sequence[Text], beside: Sequence[Text]) -> None:
    """Keep what the page as a whole shows to be citations."""
    everything = [candidate for text in texts for candidate in text.candidates]
    habit = _habit(everything)
    labels = {_work(candidate) for candidate in everything if candidate.label}
    labelled = _RESOLVED if len(labels) >= _MANY_LABELS else 0
    accepted = [c for c in everything if c.score + habit + labelled * c.label >= _needed(c)]
    known = {_work(candidate) for candidate in accepted}
    if len(known) == 1 and all(map(_is_bare, accepted)):
        # One name and year, listed nowhere, on a page that cites nothing else: a place, a show.
        accepted, known = [], set()
    kept = {id(candidate) for candidate in accepted}
    for text in texts:
        text.candidates = unoverlapped(
            c for c in text.candidates if id(c) in kept or (_work(c) in known and c.score > -2)
        )
    for text in beside:
        text.candidates = unoverlapped(
            c for c in text.candidates if any(item.reference is not None for item in c.items)
        )


def _is_bare(candidate: Candidate) -> bool:
    """Return whether a bracket is one name and a year that no entry and no sign confirms."""
    unlisted = all(item.reference is None for item in candidate.items)
    return candidate.plain and unlisted and candidate.score < _STRONG


def _habit(everything: Sequence[Candidate]) -> int:
    """Return what a page that cites by author and date adds to each of its brackets."""
    works = {_work(c) for c in everything if c.score >= _ENOUGH and c.items[0].year is not None}
    if len(works) >= _MANY_WORKS:
        return 3
    return 2 if any(candidate.score >= _STRONG for candidate in everything) else 0


def _resolves_name(candidate: Candidate) -> bool:
    """Return whether a citation names a listed work: numbers then count no unnumbered list."""
    return any(item.authors and item.reference is not None for item in candidate.items)


def _listed_stretches(body: Body, references: ReferenceList) -> list[tuple[int, int]]:
    """Return where the lists stand in the body's text."""
    return [
        (block.start + references.beginnings.get(source.index, 0), block.end)
        for block, source in zip(body.blocks, body.sources, strict=True)
        if source.index in references.claimed and block.start is not None and block.end is not None
    ]


def _add_numbers(
    text: Text,
    index: EntryIndex,
    *,
    printed: bool = False,
    lists: Sequence[tuple[int, int]] = (),
) -> None:
    """Add the numbers in brackets, and raised digits that are characters of their own.

    Args:
        printed: Whether the list prints its numbers in round brackets.
        lists: Stretches of the text that are lists, whose issues stand in round brackets, too.
    """
    # What counts from 0 is an index of code, unless the list does so, too.
    indexes = "[0]" in text.text and not index.has_number("0")
    found = () if indexes else find_bracketed(text.text, index)
    bracketed = list(islice(found, MOST_CANDIDATES))
    if not cite_without_list(bracketed):
        bracketed = [c for c in bracketed if any(i.reference is not None for i in c.items)]
    text.candidates.extend(bracketed or find_round(text.text, index, printed=printed, lists=lists))
    text.candidates.extend(find_small_digits(text.text, index))
    text.candidates.extend(islice(find_labelled(text.text, index), MOST_CANDIDATES))


def _needed(candidate: Candidate) -> int:
    """Return the weight that a candidate needs."""
    first = candidate.items[0]
    if first.again or first.year is not None:
        return _ENOUGH - 1 if candidate.kind == "author-date" and candidate.plain else _ENOUGH
    return _ENOUGH_UNDATED


def _work(candidate: Candidate) -> tuple[str, str]:
    first = candidate.items[0]
    return (first.authors[0] if first.authors else "", first.year or "")


def _drop_unreadable(body: Body, references: ReferenceList, text: Text) -> None:
    """Drop what stands in the lists themselves, or in code."""

    def is_readable(candidate: Candidate) -> bool:
        place = body.block_at(candidate.start)
        if place is None:
            return False
        block = body.sources[place].index
        begins = references.beginnings.get(block, 0)
        claimed = block in references.claimed
        claimed = claimed and candidate.start >= (body.blocks[place].start or 0) + begins
        # Plain text of the early web stands in ``pre``, its list of sources with it.
        return not claimed and (begins > 0 or body.blocks[place].kind != "code")

    text.candidates = [c for c in text.candidates if is_readable(c)]


def _add_markers(
    page: Page,
    body: Body,
    references: ReferenceList,
    index: EntryIndex,
    texts: Sequence[Text],
    beside: list[Text],
) -> None:
    """Add the citations that raised and linked numbers are."""
    places = {source.index: place for place, source in enumerate(body.sources)}
    outside = {text.block: text for text in (*texts[1:], *beside)}
    for found, block, anchored in _cited_by_markers(page, references, index, texts, places):
        place = places.get(block)
        start = body.blocks[place].start if place is not None else None
        if place is not None and start is not None:
            if body.blocks[place].kind != "code":
                moved = replace(found, start=found.start + start, end=found.end + start)
                texts[0].add_marker(moved, anchored=anchored)
        elif block in outside:
            outside[block].add_marker(found, anchored=anchored)
        elif anchored:
            outside[block] = Text(page.blocks[block].text, None, block)
            _add_numbers(outside[block], index)
            outside[block].add_marker(found, anchored=anchored)
            beside.append(outside[block])


def _cited_by_markers(
    page: Page,
    references: ReferenceList,
    index: EntryIndex,
    texts: Sequence[Text],
    places: dict[int, int],
) -> Iterator[tuple[Candidate, int, bool]]:
    """Yield what markers cite, with their blocks and whether they are anchored to an entry."""
    if not references.markers:
        return
    unlisted = _may_lack_list(page, references, places)
    anchored = any(target is not None for target in references.targets)
    bracketed = sum(c.kind == "numeric" for text in texts for c in text.candidates) >= _HABIT
    for marker, target in zip(references.markers, references.targets, strict=True):
        linked = marker.fragment is not None or marker.scripted
        noted = unlisted and marker.block in places
        found = marker_candidate(
            page,
            marker,
            target,
            index,
            sure=noted,
            strict=(anchored or (bracketed and not noted)) and not linked,
        )
        if found is not None:
            yield found, marker.block, target is not None


def _may_lack_list(page: Page, references: ReferenceList, places: dict[int, int]) -> bool:
    """Return whether raised numbers are note marks although the page lists no notes.

    They are if they rise from 1 and stand beside punctuation, as exponents do not.
    """
    numbers: list[str] = []
    for marker in references.markers:
        text = page.blocks[marker.block].text
        if marker.raised != "sup" or marker.block not in places or not may_cite(text, marker):
            continue
        before, behind = text[: marker.start].rstrip()[-1:], text[marker.end : marker.end + 1]
        if not _beside_punctuation(before, behind):
            return False
        numbers.extend(marker.numbers)
    return rising(numbers)


def _beside_punctuation(before: str, behind: str) -> bool:
    return before in tuple('.,;:!?)”"»’') or behind in tuple(".,;:!?")


def _in_order(texts: Sequence[Text], beside: Sequence[Text]) -> Iterator[Citation]:
    """Yield the citations: the body's in order, then those outside it in page order."""
    cited = Cited()
    for text in (texts[0], *sorted((*texts[1:], *beside), key=lambda text: text.block)):
        for candidate in unoverlapped(text.candidates):
            items = tuple(map(cited.carry, candidate.items))
            yield to_citation(replace(candidate, items=items), text.text, offset=text.offset)
