"""Tells which blocks may head a list or hold a marker: most can't, so this has to be quick.

What is asked here is less than what ``headings`` and ``markers`` ask of those that are left.
``worth_c.pyx`` has the same for a compiler.
"""

from collections.abc import Iterable

from scraper.native import twin
from scraper.parsers.rules.reference_lists import (
    ENTRY_LABELS,
    LIST_NOUNS,
    WEAK_NOUNS,
    WORKS_PHRASES,
)
from scraper.text import TextBlock

LONGEST_HEADING = 64
LABEL_SPACE = 40
"""Characters at the start of a block in which the heading of what follows ends, at most."""
LONGEST_MARKER = 14
"""No marker is longer in characters, brackets included (``[note 12]``, ``[101–103]``)."""
RAISED = frozenset(("sup", "sub"))
_NOUNS = LIST_NOUNS | WEAK_NOUNS
HEADING_WORDS = _NOUNS | {max(phrase.split(), key=len) for phrase in WORKS_PHRASES}
"""A heading holds at least one of these words: of a phrase its longest, as nearly every page has
short blocks with its others (``of``, ``in``, ``a``)."""
LABEL_WORDS = HEADING_WORDS | {max(label.split(), key=len) for label in ENTRY_LABELS}
"""The same for a heading whose entries follow on its line."""
SPACES = ":.,;[](){}/&+|-#0123456789–—¶🔗\uf0c1"
"""Signs and digits that stick to the words of a heading; the last is the chain that icon fonts
print for a link to it."""
_SPACES = str.maketrans(dict.fromkeys(SPACES, " "))


def has_word(text: str, words: frozenset[str]) -> bool:
    """Return whether a text has one of some words, whatever signs stick to it."""
    return not words.isdisjoint(text.translate(_SPACES).lower().split())


def heading_blocks(blocks: list[TextBlock]) -> tuple[list[TextBlock], list[TextBlock]]:
    """Return the short blocks that may head a list, and those that may open with such a heading."""
    # A linked list item heads nothing, and menus are full of them.
    short = [
        block
        for block in blocks
        if len(block.text) <= LONGEST_HEADING
        and not (block.tag == "li" and 2 * block.link_chars > len(block.text))
        and has_word(block.text, HEADING_WORDS)
    ]
    labelled = []
    for block in blocks:
        head = block.text[: LABEL_SPACE + 1]
        end = max(head.find(":"), head.find("\n"))
        if end >= 0 and has_word(head[:end], LABEL_WORDS):
            labelled.append(block)
    return short, labelled


def marker_blocks(blocks: Iterable[TextBlock]) -> list[TextBlock]:
    """Return the blocks with something raised, or a short link that leads to a place of a page."""
    return [block for block in blocks if block.raw_marks and _may_hold_marker(block)]


def _may_hold_marker(block: TextBlock) -> bool:
    for start, end, element in block.raw_marks:
        tag = element.tag
        if tag in RAISED:
            return True
        if tag == "a" and 0 < end - start <= LONGEST_MARKER:
            href = element.get("href")
            if href and "#" in href:
                return True
    return False


find_heading_blocks = twin(heading_blocks)
find_marker_blocks = twin(marker_blocks)
