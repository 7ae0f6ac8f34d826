"""Finds numeric citations (``[3–5, 9]``) and note marks (raised or linked numbers).

A number cites only where it leads somewhere: to an entry by anchor or by its label, or, without
any list, as one of several that rise through the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scraper.page import Page
from scraper.parsers.citations.author_date import parse_bracket
from scraper.parsers.citations.candidates import Candidate, Item, Kind
from scraper.parsers.citations.linking import EntryIndex
from scraper.parsers.citations.years import BARE_LOCATOR, clean_locator
from scraper.parsers.references.markers import (
    SMALL_DIGITS,
    Marker,
    expand_numbers,
    may_cite,
    plain_digits,
)
from scraper.patterns import late

_NUMBERS = r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,30}"
_BRACKET = late(
    rf"\[\^?(?P<prefix>(?:see|cf\.|vgl\.|e\.g\.|siehe|voir)\s)?(?P<numbers>{_NUMBERS})"
    r"(?:\]\s?[–—-]\s?\[(?P<last>\d{1,3})|(?P<place>[,:;](?!\s?\d{5})\s?[^\[\]\n]{1,40})?)\]"
)
"""``[3, p. 7]``; a range may stand between two brackets, as the IEEE prints it."""
_LABELS = late(r"\[(?P<labels>[^\W\d_][\w+&.:-]{0,29}(?:[,;]\s?[^\W\d_][\w+&.:-]{0,29}){0,8})\]")
_VARIABLE = late(r"[^\W\d]\w*[_\d]\w*$")
_COMMA = late(r"[,;]\s?")
_SURE = 12
"""Weight of a label that is printed before an entry: nothing else reads it better."""
_ROUND = late(rf"\((?P<numbers>{_NUMBERS})(?:\((?P<place>pp?\.?\s?[\d–-]+)\))?\)")
_SMALL = late(rf"[{SMALL_DIGITS}]{{1,3}}(?:[,\u02d2\u2009 ]{{1,2}}[{SMALL_DIGITS}]{{1,3}}){{0,8}}")
_NOTE_ID = late(r"(?:_?(?:fn|ftn|footnote|endnote|edn|note|nb|nh|fussnote|anm)(?!s?$))", re.I)
_CLAUSE_BEFORE = late(r"[.,;:!?”\"»’)]$|[^\W\d_]{3} $|[.,;:!?”\"»’)] $")
_UNLISTED = 3
"""Bracketed numbers that make a habit on a page without a list."""
_ROUND_LEAST = 5
"""Numbers in round brackets that make a habit: fewer may be scores or counts."""
_WORD_BEFORE = late(r"(?:[^\W\d_]{4,}|[.,;:!?”\"»’)。，、」』）]|[一-鿿ぁ-ヿ]{2})\s?$")


def find_bracketed(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield bracketed numbers of a text; offsets are of ``text``.

    Those that the list resolves weigh 9, others 1. A bracket at the start of a block is a
    paragraph number, or an entry's label.
    """
    if "[" not in text:
        return
    for match in _BRACKET.finditer(text):
        start = match.start()
        if start == 0 or text[start - 1] == "\n":
            continue
        last = match.group("last")
        numbers = expand_numbers(match.group("numbers") + (f"–{last}" if last else ""))
        if numbers[0] == "0" and not index.has_number("0"):
            # An interval: ``[0, 1]``. Lists count from 1.
            continue
        if index.is_unlabelled and _VARIABLE.search(text, max(0, start - 40), start):
            # Places in a list without numbers are no reason to read an index of code.
            continue
        found = [index.by_number(number) for number in numbers]
        known = sum(one is not None for one in found)
        if numbers[0] == "1" and known and 2 * known < len(numbers):
            # A list of values: ``sigmas=[1, 2, 3]`` beside a list of one note.
            continue
        if not known and not _CLAUSE_BEFORE.search(text, max(0, start - 12), start):
            continue
        place = match.group("place")
        locator = None
        if place is not None:
            read = BARE_LOCATOR.fullmatch(place.lstrip(",:; "))
            if read is None:
                continue
            locator = clean_locator(read.group("place"))
        items = tuple(
            Item(number=number, reference=one, locator=locator if last else None)
            for number, one, last in zip(
                numbers, found, [*[False] * (len(numbers) - 1), True], strict=True
            )
        )
        yield Candidate(start, match.end(), "numeric", items, 9 if known else 1)


def find_labelled(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield labels of entries in square brackets: ``[RFC2119]``, ``[Lund84, Berg91]``.

    Each has to be printed before an entry. One that reads as author and year is cited so.
    """
    if "[" not in text or not index.has_names:
        return
    for match in _LABELS.finditer(text):
        if match.start() == 0 or text[match.start() - 1] == "\n":
            continue
        items = tuple(_cited_label(label, index) for label in _COMMA.split(match.group("labels")))
        if all(item.reference is not None for item in items):
            named = all(item.authors for item in items)
            kind: Kind = "author-date" if named else "numeric"
            yield Candidate(match.start(), match.end(), kind, items, _SURE)


def _cited_label(label: str, index: EntryIndex) -> Item:
    """Return what a label cites: author and year if it is made of them (``Lund1984``)."""
    reference = index.by_number(label)
    read = parse_bracket(label) if reference is not None else None
    if read is None or len(read[0]) > 1:
        return Item(number=label, reference=reference)
    return replace(read[0][0], reference=reference)


def is_index(text: str, start: int) -> bool:
    """Return whether what stands before a bracket is bound to it, as in ``theta[1]``."""
    before = text[start - 1 : start]
    return before == "_" or before.isalnum()


def find_round(
    text: str,
    index: EntryIndex,
    *,
    printed: bool,
    lists: Sequence[tuple[int, int]],
) -> list[Candidate]:
    """Return numbers in round brackets (``(1, 2)``), as medical journals cite.

    They count only if the list resolves all of them, new ones rise by one from 1 on, and they
    end clauses: numbers of an enumeration (``(1) rain, (2) snow``) begin them. Where the list
    prints its own numbers in round brackets, too, two are enough and may stand anywhere, if they
    are all the list has.

    Args:
        printed: Whether the list prints its numbers in round brackets.
        lists: Stretches that are not searched, in order.
    """
    ends = [end for _, end in lists]
    found: list[Candidate] = []
    first_uses: list[int] = []
    closing = 0
    for match in _ROUND.finditer(text) if "(1" in text else ():
        if text[match.start() - 1 : match.start()] in ("", "\n"):
            # What begins a paragraph is the number of an entry, or of the paragraph.
            continue
        slot = bisect_right(ends, match.start())
        if slot < len(lists) and lists[slot][0] <= match.start():
            continue
        numbers = expand_numbers(match.group("numbers"))
        items = tuple(Item(number=n, reference=index.by_number(n)) for n in numbers)
        if any(item.reference is None for item in items):
            return []
        if match.group("place"):
            located = clean_locator(match.group("place"))
            items = (*items[:-1], replace(items[-1], locator=located))
        found.append(Candidate(match.start(), match.end(), "numeric", items, 5))
        closing += text[match.end() : match.end() + 1] in tuple(".,;:!?。，、；！？")
        first_uses.extend(int(n) for n in numbers if int(n) not in first_uses)
    whole = printed and len(first_uses) == len(index) > 1
    if not first_uses or first_uses[0] != 1:
        return []
    if not whole and (len(first_uses) < _ROUND_LEAST or closing * 10 < len(found) * 7):
        return []
    steps = sum(other == one + 1 for one, other in pairwise(first_uses))
    return found if steps * 10 >= (len(first_uses) - 1) * 8 else []


def cite_without_list(candidates: Sequence[Candidate]) -> bool:
    """Return whether bracketed numbers cite although the page lists nothing that they resolve to.

    They do if at least three rise through the text, as indices in prose on code do not.
    """
    numbers = [
        int(candidate.items[0].number or 0) for candidate in candidates if candidate.score == 1
    ]
    if len(set(numbers)) < _UNLISTED or len(numbers) < len(candidates):
        return False
    rises = sum(one < other for one, other in pairwise(numbers))
    return rises * 10 >= (len(numbers) - 1) * 8


def find_small_digits(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield raised or lowered digits that are characters of their own (``Menschen₂``).

    They have to resolve, and to stand behind a word or punctuation: ``m²`` and ``CO₂`` do not.
    """
    if text.isascii() or not index:
        return
    for match in _SMALL.finditer(text):
        if not _WORD_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        numbers = re.split(r"\D+", plain_digits(match.group()).strip())
        items = tuple(Item(number=n, reference=index.by_number(n)) for n in numbers if n)
        if items and all(item.reference is not None for item in items):
            yield Candidate(match.start(), match.end(), "footnote", items, 5)


def marker_candidate(
    page: Page,
    marker: Marker,
    target: int | None,
    index: EntryIndex,
    *,
    sure: bool,
    strict: bool,
) -> Candidate | None:
    """Return the citation that a marker is, or None.

    Args:
        marker: A raised or linked number.
        target: The entry that it is anchored to, if it is.
        index: The entries by number.
        sure: Whether the marker may count without an entry, as notes of the page are numbered.
        strict: Whether only an anchor counts, as the page links its markers.
    """
    text = page.blocks[marker.block].text
    if not may_cite(text, marker):
        return None
    if not text[: marker.start].strip() and target is None:
        return None
    numbers = marker.numbers
    if target is None and (strict or not marker.label[0].isdecimal()):
        return None
    items: list[Item] = []
    for number in numbers:
        entry = target if len(numbers) == 1 and target is not None else index.by_number(number)
        items.append(Item(number=number, reference=entry))
    if marker.locator:
        items[-1] = replace(items[-1], locator=marker.locator)
    known = any(item.reference is not None for item in items)
    if not known and not sure:
        return None
    if not known and marker.raised != "sup":
        return None
    score = 8 if target is not None else 5 if known else 1
    return Candidate(marker.start, marker.end, _kind(text, marker), tuple(items), score)


def _kind(text: str, marker: Marker) -> Kind:
    """Return whether a marker is a note mark; a bracketed number is one if it leads to notes."""
    if "[" not in text[max(0, marker.start - 40) : marker.start + 1].rpartition("]")[2]:
        return "footnote"
    return "footnote" if _NOTE_ID.match(marker.fragment or "") else "numeric"


def rising(numbers: Sequence[str]) -> bool:
    """Return whether numbers rise as note marks do: from 1, or several in order."""
    values = [int(number) for number in numbers if number.isdecimal()]
    if not values:
        return False
    in_order = all(a <= b for a, b in pairwise(values))
    return min(values) == 1 or (in_order and len(set(values)) > 1)
