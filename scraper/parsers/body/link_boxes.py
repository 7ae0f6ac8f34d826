"""Takes what is left of link boxes out of the chosen text: boxes go as a whole.

"Further reading" and a few links to other stories often stand between two paragraphs, in a box of
their own. The links are told from text one by one, so that the label above them, or a link that
reads like a sentence, may be left behind. What tells is the box: a list of links of which most
were left out, a label that is all that was chosen of its container, and a label that only points
("Most read") above what is left of the others: their days, their first lines.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from scraper.parsers.rules.boilerplate import POINTERS, SITE_LISTS
from scraper.text import Container, TextBlock, fold_case, outwards

_LISTS = frozenset(("ul", "ol"))
_MOSTLY_LINK = 0.8
_ITEMS_LEAST = 3
"""Two links in a list may be a sentence's two sources."""
_CHOSEN_MOST = 0.5
"""Where more of a list was chosen the model took it for part of the text."""
_LABEL_LIMIT = 60
_LINKS_LEAST = 2
"""A heading with one link beside it may head a section: "edit", "to the top"."""
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "؟", "।")
_BARE = frozenset(map(fold_case, (*POINTERS, *SITE_LISTS)))
_BARE_LIMIT = max(map(len, _BARE)) + 3
_BARE_ENDS = " :：!?…>»"
_POINTED_LEAST = 3
"""Blocks of a box below such a label; in smaller ones it may end a teaser that is text."""
_POINTED_LINKS = 1 / 3
_POINTED_MOST = 0.1
"""Part of the chosen text that such a box has at most: a page of links is about these."""
_REACH = 6
"""Containers looked at from a block outwards."""


def without_link_boxes(
    blocks: Sequence[TextBlock], containers: Sequence[Container], kept: Sequence[int]
) -> list[int]:
    """Return the chosen blocks less what is left of boxes of links."""
    gone = {i for i in kept if _is_link(blocks[i]) and _is_remainder(i, blocks, containers, kept)}
    gone |= _pointed_at(blocks, containers, kept)
    left = [index for index in kept if index not in gone] if gone else list(kept)
    labels = set()
    before = -1
    for place, index in enumerate(left):
        after = left[place + 1] if place + 1 < len(left) else len(blocks)
        # Most blocks stand beside other chosen ones, and in no box with two links besides.
        if after - before > _LINKS_LEAST + 1 and _is_label(blocks[index]):
            box = _box_between(before, after, blocks[index], containers)
            if box is not None and _heads_links(index, box, blocks):
                labels.add(index)
        before = index
    return [index for index in left if index not in labels] if labels else left


def _pointed_at(
    blocks: Sequence[TextBlock], containers: Sequence[Container], kept: Sequence[int]
) -> set[int]:
    """Return the chosen blocks of boxes that a label heads which only points to other pages."""
    found: set[int] = set()
    whole: int | None = None
    before = -1
    for index in kept:
        # Most blocks stand right behind other chosen ones.
        label = _bare_between(before, index, blocks) if index - before > 1 else None
        if label is not None:
            inside = _box_below(label, blocks, containers)
            chosen = kept[bisect_left(kept, inside.start) : bisect_left(kept, inside.stop)]
            if whole is None:
                whole = sum(len(blocks[i].text) for i in kept)
            if sum(len(blocks[i].text) for i in chosen) <= _POINTED_MOST * whole:
                found.update(chosen)
        before = index
    return found


def _bare_between(before: int, after: int, blocks: Sequence[TextBlock]) -> int | None:
    """Return the label that was left out before a chosen block, as most links right below it."""
    left_out = range(after - 1, max(before, after - 1 - _POINTED_LEAST), -1)
    return next((index for index in left_out if _is_bare(blocks[index])), None)


def _is_bare(block: TextBlock) -> bool:
    text = block.text
    return len(text) <= _BARE_LIMIT and fold_case(text).rstrip(_BARE_ENDS) in _BARE


def _box_below(label: int, blocks: Sequence[TextBlock], containers: Sequence[Container]) -> range:
    """Return the blocks of the smallest box that a label heads, none where few of it is link."""
    box = next((b for b in _around(blocks[label], containers) if b.end - b.first > 1), None)
    if box is None or box.first != label or box.end - label <= _POINTED_LEAST:
        return range(0)
    inside = range(label + 1, box.end)
    links = sum(blocks[i].link_chars for i in inside)
    is_linked = links >= _POINTED_LINKS * sum(len(blocks[i].text) for i in inside)
    return inside if is_linked else range(0)


def _is_label(block: TextBlock) -> bool:
    return len(block.text) <= _LABEL_LIMIT and not block.text.endswith(_SENTENCE_ENDS)


def _is_remainder(
    index: int, blocks: Sequence[TextBlock], containers: Sequence[Container], kept: Sequence[int]
) -> bool:
    """Return whether a link is one of a few that were chosen of a list of links."""
    box = next((box for box in _around(blocks[index], containers) if box.tag in _LISTS), None)
    if box is None or box.end - box.first < _ITEMS_LEAST:
        return False
    return _chosen(box, kept) <= _CHOSEN_MOST * (box.end - box.first) and all(
        map(_is_link, blocks[box.first : box.end])
    )


def _box_between(
    before: int, after: int, block: TextBlock, containers: Sequence[Container]
) -> Container | None:
    """Return the widest container around a block that holds neither of two others."""
    alone = None
    for box in _around(block, containers):
        if box.first <= before or box.end > after:
            break
        alone = box
    return alone


def _heads_links(index: int, box: Container, blocks: Sequence[TextBlock]) -> bool:
    """Return whether a box holds a label and links, more than a heading may have beside it."""
    if box.end - box.first <= _LINKS_LEAST:
        return False
    return all(_is_link(blocks[i]) for i in range(box.first, box.end) if i != index)


def _around(block: TextBlock, containers: Sequence[Container]) -> Iterator[Container]:
    """Yield the containers around a block, from the inside."""
    return islice(outwards(containers, block.container), _REACH)


def _chosen(box: Container, kept: Sequence[int]) -> int:
    """Return how many blocks of a container were chosen."""
    return bisect_left(kept, box.end) - bisect_left(kept, box.first)


def _is_link(block: TextBlock) -> bool:
    return block.link_chars >= _MOSTLY_LINK * len(block.text)
