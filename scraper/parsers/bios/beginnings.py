"""Finds the blocks of a page that may begin a card, before any is read.

Most blocks are menus and prose, and one card in a page is many: what rules a block out stands
here, for all blocks at once. ``beginnings_c.pyx`` has the same for a compiler.
"""

from scraper.native import twin
from scraper.parsers.rules import bios as rules
from scraper.remembering import remembered

SHORT = 90
"""Characters of a block that show whether it begins a card: a heading, or a line with a name."""
AROUND_HEADING = " :.•-–—*\n"
HEADING_CHARS = 30
"""Characters in which a heading shows that it may be one."""


def begins_as_heading(text: str) -> bool:
    """Return whether a text has the first letters of a heading: a quick test, true for few."""
    if text[:1] in AROUND_HEADING:
        text = text.lstrip(AROUND_HEADING)
    return opens_heading(text[:HEADING_CHARS].lower())


@remembered(4096)
def opens_heading(head: str) -> bool:
    """Return whether a text, in lower case, has the first letters of a heading.

    A block is asked about up to three times, and menus begin alike on all pages of a site.
    """
    if head[:3] not in rules.HEADING_STARTS and head[:2] not in rules.SHORT_STARTS:
        return False
    return rules.HEADING_OPENING.match(head) is not None


def find_beginnings(texts: list[str], words: tuple[str, ...]) -> list[int]:
    """Return the indexes of the texts that begin as headings do, or that name somebody early.

    Args:
        texts: The text of each block.
        words: In lower case, without white space; one of them names somebody.
    """
    heads = "\0".join([text[:SHORT] for text in texts]).lower().split("\0") if texts else []
    starts, short, around = rules.HEADING_STARTS, rules.SHORT_STARTS, AROUND_HEADING
    # The first letters are looked at here too, so that most blocks cost no call.
    found = {
        index
        for index, head in enumerate(heads)
        if (head[:3] in starts or head[:2] in short or head[:1] in around)
        and begins_as_heading(head)
    }
    for word in words:
        found.update([index for index, head in enumerate(heads) if word in head])
    return sorted(found)


read_beginnings = twin(find_beginnings)
