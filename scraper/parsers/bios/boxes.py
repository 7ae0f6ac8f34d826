"""Measures the boxes around a card: their class, their extent, what stands in one with what."""

from collections.abc import Iterator
from itertools import compress, islice, takewhile

from scraper.parsers.authors import regions as region
from scraper.parsers.authors.regions import Regions
from scraper.parsers.bios.people import NOBODY, People, line_name, starting_name
from scraper.parsers.bios.signs import is_prose
from scraper.parsers.rules import bios as rules
from scraper.text import SECTION_TAGS, Container, TextBlock, outwards

CARD_BLOCKS = 16
"""Most blocks of a box that holds one card."""
_AUTHOR_BOX = region.BIO | region.AUTHOR
_BOX_LEVELS = 4
_TEXT_BLOCKS = 4
"""Most blocks of what holds the text of a card alone."""
_TEXT_LEVELS = 3


def _small_around(
    regions: Regions, block: TextBlock, levels: int, most: int
) -> Iterator[Container]:
    """Yield the containers close around a block that hold few blocks, the innermost first."""
    boxes = islice(outwards(regions.page.containers, block.container), levels)
    return takewhile(lambda box: box.end - box.first <= most, boxes)


def is_marked(regions: Regions, block: TextBlock) -> bool:
    """Return whether a container close around a block has the class of an author box."""
    boxes = _small_around(regions, block, _BOX_LEVELS, CARD_BLOCKS)
    return any(regions.own[box.index] & _AUTHOR_BOX for box in boxes)


def marked_end(regions: Regions, block: TextBlock) -> int:
    """Return the block behind the innermost author box around a name that holds more than it."""
    boxes = _small_around(regions, block, _BOX_LEVELS, CARD_BLOCKS)
    marked = (box for box in boxes if regions.own[box.index] & _AUTHOR_BOX)
    return next((box.end for box in marked if box.end - box.first > 1), block.index + 1)


def is_bio_text(regions: Regions, block: TextBlock) -> bool:
    """Return whether the class of what holds a block and little else says that it is a bio."""
    return any(
        regions.own[box.index] & region.BIO
        and rules.TEXT_CLASS.search((box.element.get("class") or "").lower())
        for box in _small_around(regions, block, _TEXT_LEVELS, _TEXT_BLOCKS)
    )


def marked_blocks(regions: Regions) -> set[int]:
    """Return the blocks for which ``is_marked`` may hold: a quick test before it is asked."""
    found: set[int] = set()
    containers = regions.page.containers
    for own, container in compress(zip(regions.own, containers, strict=True), regions.own):
        if own & _AUTHOR_BOX and container.end - container.first <= CARD_BLOCKS:
            found.update(range(container.first, container.end))
    return found


def share_box(regions: Regions, one: int, other: int) -> bool:
    """Return whether a small container close around one block holds the other too."""
    boxes = islice(outwards(regions.page.containers, regions.page.blocks[one].container), 3)
    box = next((box for box in boxes if box.first <= other < box.end), None)
    return box is not None and box.end - box.first <= CARD_BLOCKS


def list_end(regions: Regions, heading: int) -> int:
    """Return the block behind the list of authors that a heading opens.

    The next heading of its rank that names nobody opens something else, in whatever box it stands.
    """
    blocks, end = regions.page.blocks, heading
    rank = blocks[heading].tag
    for box in outwards(regions.page.containers, blocks[heading].container):
        if box.end - heading > 2 * CARD_BLOCKS:
            break
        end = box.end
    for block in blocks[heading + 1 : end] if rank in SECTION_TAGS else ():
        if block.tag in SECTION_TAGS and block.tag <= rank and not line_name(block.text, NOBODY):
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
    """Return the range of the smallest container around a card, if it holds little else.

    One that is marked up as a person's holds their links too, in whatever boxes these stand.
    """
    around = outwards(regions.page.containers, regions.page.blocks[first].container)
    small = takewhile(lambda b: b.end - b.first <= max(CARD_BLOCKS, 2 * (end - first)), around)
    boxes = [box for box in small if box.first <= first and box.end >= end]
    person = next(filter(_is_person, boxes), None)
    box = person or next(iter(boxes), None)
    return (box.first, box.end) if box else (first, end)


def _is_person(box: Container) -> bool:
    """Return whether a container is marked up as a person, in microdata or microformats."""
    kinds = f"{box.element.get('itemtype') or ''} {box.element.get('class') or ''}".split()
    return "h-card" in kinds or any(kind.endswith("schema.org/Person") for kind in kinds)
