"""Takes small boxes that ask for an e-mail address, or end in a button, out of the chosen text.

What such a box says is as new on every site as its headline is ("The week in your inbox"), and some
are headings in the middle of an article. What tells in every language is the field to fill in, or
a button below lines of which the model is not sure.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from lxml import etree

from scraper.parsers.body.buttons import is_button
from scraper.parsers.body.layout import Floats
from scraper.text import HEADING_TAGS, SENTENCE_ENDS, Container, TextBlock, outwards

_BOX_CHARS = 500
"""A box of more text holds more than a letter that is offered."""
_ASKS_FOR_ADDRESS = etree.XPath(
    "boolean(descendant::input[@type='email' or (not(@type='hidden') and"
    " (contains(@name, 'mail') or contains(@name, 'MAIL')"
    " or contains(@placeholder, 'mail') or contains(@placeholder, 'Mail')))])"
)


_SURE = 0.7
"""A box that holds a line which is surer than this belongs to the text, whatever its button is."""
_BUTTONS_MOST = 2
"""More buttons in a row open the parts of an accordion."""
_LINES_MOST = 3
_OTHERS = frozenset("pre summary details table".split())
"""What has buttons of its own: to copy code, to open an answer, to sort."""


def without_signups(
    blocks: Sequence[TextBlock],
    containers: Sequence[Container],
    probabilities: Floats,
    kept: Sequence[int],
) -> list[int]:
    """Return the chosen blocks less those in small boxes with such a field or button."""
    if not kept:
        return []
    gone: set[int] = set()
    asked: set[int] = set()
    offers: dict[tuple[str, str], list[Container]] = {}
    for beside in chain(_beside_fields(blocks, kept[0]), _above_buttons(blocks, kept)):
        if beside.index not in gone:
            box = _box(beside, blocks, containers, kept[0])
            if box is None or box.index in asked or not _holds_any(box, kept):
                continue
            asked.add(box.index)
            if _ASKS_FOR_ADDRESS(box.element):
                gone.update(range(box.first, box.end))
            elif _is_offer(box, blocks, probabilities, kept):
                offers.setdefault((box.tag, box.attributes.get("class", "")), []).append(box)
    for alike in offers.values():
        if len(alike) == 1:  # Others are what the page is about: products, courses, places.
            gone.update(range(alike[0].first, alike[0].end))
    return [index for index in kept if index not in gone] if gone else list(kept)


def _is_offer(
    box: Container, blocks: Sequence[TextBlock], probabilities: Floats, kept: Sequence[int]
) -> bool:
    """Return whether a box ends in a button that was left out, below unsure lines and no others."""
    inside = blocks[box.first : box.end]
    last = kept[bisect_left(kept, box.end) - 1]
    return (
        0 < box.end - 1 - last <= _BUTTONS_MOST
        and all(map(_is_pressed, blocks[last + 1 : box.end]))
        and bool((probabilities[box.first : box.end] < _SURE).all())
        and _OTHERS.isdisjoint(block.tag for block in inside)
        and _is_worded(inside)
    )


def _is_worded(inside: Sequence[TextBlock]) -> bool:
    """Return whether a box holds a few lines besides its buttons, one of them a sentence."""
    lines = [block for block in inside if not _is_pressed(block)]
    return len(lines) <= _LINES_MOST and any(
        block.text.endswith(SENTENCE_ENDS) and block.tag not in HEADING_TAGS for block in lines
    )


def _is_pressed(block: TextBlock) -> bool:
    return block.tag == "button" or (block.link_chars > 0 and is_button(block))


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


def _above_buttons(blocks: Sequence[TextBlock], kept: Sequence[int]) -> Iterator[TextBlock]:
    """Yield the chosen blocks right above a button that was left out."""
    for place, after in pairwise((*kept, len(blocks))):
        if after - place > 1 and _is_pressed(blocks[place + 1]):
            yield blocks[place]


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
