"""Takes what is left of link boxes out of the chosen text: boxes go as a whole.

"Further reading" and a few links to other stories often stand between two paragraphs, in a box of
their own. The links are told from text one by one, so that the label above them, or a link that
reads like a sentence, may be left behind. What tells is the box: a list of links of which most
were left out, and a label that is all that was chosen of its container.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scraper.text import Container, TextBlock

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
_REACH = 6
"""Containers looked at from a block outwards."""


def without_link_boxes(
    blocks: Sequence[TextBlock], containers: Sequence[Container], kept: Sequence[int]
) -> list[int]:
    """Return the chosen blocks less what is left of boxes of links.

    Args:
        blocks: All blocks of the page.
        containers: All containers of the page.
        kept: Indexes of the chosen blocks, rising.
    """
    gone = {i for i in kept if _is_link(blocks[i]) and _is_remainder(i, blocks, containers, kept)}
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
    index = block.container
    for _ in range(_REACH):
        if index < 0:
            return
        yield containers[index]
        index = containers[index].parent


def _chosen(box: Container, kept: Sequence[int]) -> int:
    """Return how many blocks of a container were chosen."""
    return bisect_left(kept, box.end) - bisect_left(kept, box.first)


def _is_link(block: TextBlock) -> bool:
    return block.link_chars >= _MOSTLY_LINK * len(block.text)
