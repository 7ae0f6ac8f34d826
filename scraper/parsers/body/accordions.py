"""Adds the lines that open the parts of an accordion, where the parts were chosen.

Such a line is the heading of what it opens, but to the model it looks like any other button. What
tells is that it says what it opens (WAI-ARIA 1.2, ``aria-expanded`` and ``aria-controls``, or the
attributes that Bootstrap looks for) and that the text goes on before and behind it.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from scraper.parsers.body.layout import Floats
from scraper.text import Container, TextBlock, outwards

_OPENS = frozenset(("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"))
_LEAST = 0.2
"""What is less likely than this is a button that opens something else: a gallery, a form."""
_REACH = 4
"""Containers looked at from the line outwards."""


def with_openers(
    blocks: Sequence[TextBlock],
    containers: Sequence[Container],
    probabilities: Floats,
    kept: Sequence[int],
) -> list[int]:
    """Return the chosen blocks and the single lines between them that open a part of the text."""
    added = [
        before + 1
        for before, after in pairwise(kept)
        if after - before == 2
        and probabilities[before + 1] >= _LEAST
        and _opens(blocks[before + 1], containers)
    ]
    return sorted([*kept, *added]) if added else list(kept)


def _opens(block: TextBlock, containers: Sequence[Container]) -> bool:
    """Return whether an element around a block, holding it alone, opens something."""
    return any(not _OPENS.isdisjoint(held.attributes) for held in _holding(block, containers))


def _holding(block: TextBlock, containers: Sequence[Container]) -> Iterator[Container]:
    """Yield the containers that hold a block and no other, from the inside."""
    around = islice(outwards(containers, block.container), _REACH)
    return takewhile(lambda box: box.end - box.first <= 1, around)
