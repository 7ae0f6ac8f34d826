"""Measures the boxes around a card: their class, their extent, what stands in one with what."""

from collections.abc import Iterator

from scraper.parsers.authors import regions as region
from scraper.parsers.authors.regions import Regions
from scraper.parsers.bios.people import NOBODY, People, line_name, starting_name
from scraper.parsers.bios.signs import is_prose
from scraper.parsers.rules import bios as rules
from scraper.text import TextBlock

CARD_BLOCKS = 16
"""Most blocks of a box that holds one card."""
HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_BOX_LEVELS = 4
_TEXT_BLOCKS = 4
"""Most blocks of what holds the text of a card alone."""
_TEXT_LEVELS = 3


def is_marked(regions: Regions, block: TextBlock) -> bool:
    """Return whether a container close around a block has the class of an author box."""
    containers = regions.page.containers
    index = block.container
    for _ in range(_BOX_LEVELS):
        if index < 0:
            return False
        container = containers[index]
        if container.end - container.first > CARD_BLOCKS:
            return False
        if regions.own[index] & (region.BIO | region.AUTHOR):
            return True
        index = container.parent
    return False


def marked_end(regions: Regions, block: TextBlock) -> int:
    """Return the block behind the innermost author box around a name that holds more than it."""
    containers = regions.page.containers
    index = block.container
    end = block.index + 1
    for _ in range(_BOX_LEVELS):
        if index < 0 or containers[index].end - containers[index].first > CARD_BLOCKS:
            break
        if regions.own[index] & (region.BIO | region.AUTHOR):
            end = containers[index].end
            if end - containers[index].first > 1:
                break
        index = containers[index].parent
    return end


def is_bio_text(regions: Regions, block: TextBlock) -> bool:
    """Return whether the class of what holds a block and little else says that it is a bio."""
    containers = regions.page.containers
    index = block.container
    for _ in range(_TEXT_LEVELS):
        if index < 0:
            return False
        container = containers[index]
        if container.end - container.first > _TEXT_BLOCKS:
            return False
        classes = (container.element.get("class") or "").lower()
        if regions.own[index] & region.BIO and rules.TEXT_CLASS.search(classes):
            return True
        index = container.parent
    return False


def marked_blocks(regions: Regions) -> set[int]:
    """Return the blocks for which ``is_marked`` may hold: a quick test before it is asked."""
    found: set[int] = set()
    containers = regions.page.containers
    sign = region.BIO | region.AUTHOR
    for index in [index for index, own in enumerate(regions.own) if own & sign]:
        container = containers[index]
        if container.end - container.first <= CARD_BLOCKS:
            found.update(range(container.first, container.end))
    return found


def share_box(regions: Regions, one: int, other: int) -> bool:
    """Return whether a small container close around one block holds the other too."""
    containers = regions.page.containers
    index = regions.page.blocks[one].container
    for _ in range(3):
        if index < 0:
            return False
        container = containers[index]
        if container.first <= other < container.end:
            return container.end - container.first <= CARD_BLOCKS
        index = container.parent
    return False


def list_end(regions: Regions, heading: int) -> int:
    """Return the block behind the list of authors that a heading opens.

    The next heading of its rank that names nobody opens something else, in whatever box it stands.
    """
    containers, blocks = regions.page.containers, regions.page.blocks
    index, rank = blocks[heading].container, blocks[heading].tag
    end = heading
    while index >= 0 and containers[index].end - heading <= 2 * CARD_BLOCKS:
        end = containers[index].end
        index = containers[index].parent
    for block in blocks[heading + 1 : end] if rank in HEADINGS else ():
        if block.tag in HEADINGS and block.tag <= rank and not line_name(block.text, NOBODY):
            return block.index
    return end


def more_prose(regions: Regions, text: int, people: People) -> Iterator[int]:
    """Yield the blocks that go on with a bio: prose of the same box, about nobody else."""
    blocks = regions.page.blocks
    first = blocks[text]
    box = regions.page.containers[first.container].parent
    if box < 0:
        return
    container = regions.page.containers[box]
    if (
        container.end - container.first > CARD_BLOCKS
        or container.first < regions.body_first <= text
    ) and not is_marked(regions, first):
        return
    for block in blocks[text + 1 : min(container.end, text + 1 + CARD_BLOCKS)]:
        if not is_prose(block) or block.tag != first.tag:
            return
        other = starting_name(block.text, people)
        if other and other not in first.text:
            return
        yield block.index


def box_of(regions: Regions, first: int, end: int) -> tuple[int, int]:
    """Return the range of the smallest container around a card, if it holds little else."""
    containers = regions.page.containers
    index = regions.page.blocks[first].container
    while index >= 0:
        container = containers[index]
        if container.end - container.first > max(CARD_BLOCKS, 2 * (end - first)):
            break
        if container.first <= first and container.end >= end:
            return container.first, container.end
        index = container.parent
    return first, end
