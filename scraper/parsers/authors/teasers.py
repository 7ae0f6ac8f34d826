"""Finds the lines that sign the teasers of a list, before a name in them is read."""

from collections.abc import Sequence

from scraper.parsers.authors.openings import opens
from scraper.parsers.authors.regions import RELATED, Regions
from scraper.parsers.other_articles import describes_another
from scraper.text import TextBlock

_MOST_ITEMS = 40
_LISTED = 3
"""Signed boxes among what is related that make a list of teasers, as in ``others.py``."""


def find_teaser_lines(regions: Regions, opening: Sequence[int], stated: Sequence[str]) -> set[int]:
    """Return those of some lines that sign the teasers of a list, each in its own box.

    Who wrote the other articles of a page says nothing of this one, and a page has dozens.
    A name that data states is read there, too: that only a list of teasers prints it tells whose
    it is.

    Args:
        opening: Indexes of blocks with a line that a by-word may open.
    """
    lists: dict[int, list[int]] = {}
    blocks, containers, flags = regions.page.blocks, regions.page.containers, regions.flags
    beside = regions.near | regions.ends
    for index in opening:
        around = blocks[index].container
        if index in beside or not (flags[around] & RELATED and opens(blocks[index].text)):
            continue
        while around >= 0 and flags[around] & RELATED:
            around = containers[around].parent
        lists.setdefault(around, []).append(index)
    found: set[int] = set()
    for lines in lists.values():
        boxes = {blocks[index].container for index in lines}
        if min(len(boxes), len({blocks[index].text for index in lines})) >= _LISTED:
            found.update(_naming_none(blocks, lines, stated))
    return found | _of_other_items(regions)


def _of_other_items(regions: Regions) -> set[int]:
    """Return the blocks in elements that are marked up as another article, with its address.

    A page that leads on to a single other one has no list of teasers.
    """
    page = regions.page
    places = {
        item.where
        for item in page.structured.items[:_MOST_ITEMS]
        if item.is_a("Article", "Posting") and describes_another(item, page, regions.title)
    }
    if not places:
        return set()
    tree = page.root.getroottree()
    return {
        index
        for container in page.containers
        if container.element.get("itemtype") and tree.getpath(container.element) in places
        for index in range(container.first, container.end)
    }


def _naming_none(blocks: list[TextBlock], lines: list[int], names: Sequence[str]) -> list[int]:
    """Return the lines that hold none of some names; mostly none of a list holds any."""
    together = "\n".join([blocks[index].text for index in lines])
    held = [name for name in names if name in together]
    if not held:
        return lines
    return [index for index in lines if not any(name in blocks[index].text for name in held)]
