"""Leads numbers to the list of their own section, where each section has one that counts from 1.

Manuals with a list below each function, and pages that hold several chapters, print the same
number for several works. A number without a link is that of the next list behind it; behind the
last list it is that list's.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper.parsers.body_text import Body
from scraper.parsers.citations.candidates import Candidate, Item
from scraper.parsers.citations.texts import Text
from scraper.parsers.references import ReferenceList


def lead_to_own_lists(body: Body, references: ReferenceList, texts: Sequence[Text]) -> None:
    """Resolve numbers that several entries have to the entry of the next list.

    Args:
        body: The article's body, whose text is the first of ``texts``.
        texts: What was searched; candidates that markup leads to an entry stay as they are.
    """
    owners = _repeated(references)
    if not owners:
        return
    for text in texts:
        for slot, candidate in enumerate(text.candidates):
            if candidate.kind in ("numeric", "footnote") and candidate.start not in text.anchored:
                block = _block_of(body, text, candidate)
                items = tuple(_led(item, block, owners) for item in candidate.items)
                text.candidates[slot] = replace(candidate, items=items)


def _repeated(references: ReferenceList) -> dict[str, list[tuple[int, int]]]:
    """Return for labels of several entries where these stand: (block, entry), in page order."""
    owners: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (entry, block) in enumerate(
        zip(references.entries, references.blocks, strict=True)
    ):
        if entry.label is not None:
            owners[entry.label.casefold()].append((block, number))
    return {label: sorted(places) for label, places in owners.items() if len(places) > 1}


def _block_of(body: Body, text: Text, candidate: Candidate) -> int:
    """Return the page's block in which a candidate stands."""
    place = body.block_at(candidate.start) if text.offset is not None else None
    return text.block if place is None else body.sources[place].index


def _led(item: Item, block: int, owners: Mapping[str, Sequence[tuple[int, int]]]) -> Item:
    places = owners.get((item.number or "").casefold()) if item.reference is not None else None
    if not places:
        return item
    slot = min(bisect_right(places, block, key=lambda place: place[0]), len(places) - 1)
    return replace(item, reference=places[slot][1])
