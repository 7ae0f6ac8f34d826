"""Takes small boxes that ask for an e-mail address out of the chosen text.

What such a box says is as new on every site as its headline is ("The week in your inbox"), and some
are headings in the middle of an article. What tells in every language is the field to fill in.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lxml import etree

from scraper.text import Container, TextBlock, outwards

_BOX_CHARS = 500
"""A box of more text holds more than a letter that is offered."""
_ASKS_FOR_ADDRESS = etree.XPath(
    "boolean(descendant::input[@type='email' or (not(@type='hidden') and"
    " (contains(@name, 'mail') or contains(@name, 'MAIL')"
    " or contains(@placeholder, 'mail') or contains(@placeholder, 'Mail')))])"
)


def without_signups(
    blocks: Sequence[TextBlock], containers: Sequence[Container], kept: Sequence[int]
) -> list[int]:
    """Return the chosen blocks less those in small boxes with a field for an e-mail address.

    Args:
        blocks: All blocks of the page.
        containers: All containers of the page.
        kept: Indexes of the chosen blocks, rising.
    """
    if not kept:
        return []
    gone: set[int] = set()
    asked: set[int] = set()
    for beside in _beside_fields(blocks, kept[0]):
        if beside.index not in gone:
            box = _box(beside, blocks, containers, kept[0])
            if box is None or box.index in asked or not _holds_any(box, kept):
                continue
            asked.add(box.index)
            if _ASKS_FOR_ADDRESS(box.element):
                gone.update(range(box.first, box.end))
    return [index for index in kept if index not in gone] if gone else list(kept)


def _holds_any(box: Container, kept: Sequence[int]) -> bool:
    """Return whether a box holds a chosen block: most fields stand far from the text."""
    place = bisect_left(kept, box.first)
    return place < len(kept) and kept[place] < box.end


def _beside_fields(blocks: Sequence[TextBlock], opening: int) -> Iterator[TextBlock]:
    """Yield the blocks before and behind form fields, after the first of the text."""
    for index in range(opening + 1, len(blocks)):
        if blocks[index].controls:
            yield blocks[index - 1]
            yield blocks[index]


def _box(
    block: TextBlock, blocks: Sequence[TextBlock], containers: Sequence[Container], opening: int
) -> Container | None:
    """Return the widest container around a block that is small and does not open the text."""
    found = None
    first, end, chars = block.index, block.index + 1, len(block.text)
    for container in outwards(containers, block.container):
        # Every block has a character: what has so many blocks need not be measured.
        if container.first <= opening or container.end - container.first > _BOX_CHARS:
            break
        # Only what a container has beyond the one within it is measured.
        chars += sum([len(block.text) for block in blocks[container.first : first]])
        chars += sum([len(block.text) for block in blocks[end : container.end]])
        if chars > _BOX_CHARS:
            break
        found, first, end = container, container.first, container.end
    return found
