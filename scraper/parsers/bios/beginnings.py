"""Finds the blocks of a page that may begin a card, before any is read.

Most blocks are menus and prose, and one card in a page is many: what rules a block out stands
here, for all blocks at once. ``beginnings_c.pyx`` has the same for a compiler.
"""

from scraper.native import twin
from scraper.parsers.rules import bios as rules

SHORT = 90
"""Characters of a block that show whether it begins a card: a heading, or a line with a name."""
AROUND_HEADING = " :.•-–—*\n"


def begins_as_heading(text: str) -> bool:
    """Return whether a text has the first letters of a heading: a quick test, true for few."""
    if text[:1] in AROUND_HEADING:
        text = text.lstrip(AROUND_HEADING)
    head = text[: rules.START_CHARS].lower()
    return any(head[:length] in rules.HEADING_STARTS for length in rules.START_LENGTHS)


def find_beginnings(texts: list[str], words: tuple[str, ...]) -> list[int]:
    """Return the indexes of the texts that begin as headings do, or that name somebody early.

    Args:
        words: In lower case, without white space; one of them names somebody.
    """
    heads = "\0".join([text[:SHORT] for text in texts]).lower().split("\0") if texts else []
    found = {index for index, head in enumerate(heads) if begins_as_heading(head)}
    for word in words:
        found.update([index for index, head in enumerate(heads) if word in head])
    return sorted(found)


may_be_headed = twin(begins_as_heading)
read_beginnings = twin(find_beginnings)
