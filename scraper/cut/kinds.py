"""Says what the walk over a page does at an element: shared by its two twins."""

import re

from lxml import etree

from scraper.text import (
    BLOCK_TAGS,
    CONTROL_TAGS,
    DROPPED_TAGS,
    INLINE_TAGS,
    MARKED_TAGS,
    MEDIA_TAGS,
)

DROPPED, NOTED, INLINE, MARKED, BLOCK, BREAK, CELL_TAG, SPECIAL, FORMULA, UNKNOWN = range(10)
"""What the walk does at an element; up to ``NOTED`` it leaves out what is below."""

KINDS: dict[object, int] = (
    dict.fromkeys(INLINE_TAGS, INLINE)
    | dict.fromkeys(MARKED_TAGS, MARKED)
    | dict.fromkeys(BLOCK_TAGS, BLOCK)
    | dict.fromkeys(DROPPED_TAGS, DROPPED)
    | dict.fromkeys(MEDIA_TAGS | CONTROL_TAGS, NOTED)
    | dict.fromkeys((etree.Comment, etree.ProcessingInstruction, etree.Entity), DROPPED)
    | {"br": BREAK, "td": CELL_TAG, "th": CELL_TAG, "pre": SPECIAL, "table": SPECIAL}
    | {"math": FORMULA, "mjx-container": FORMULA}
)
"""By tag; any other is ``UNKNOWN``."""

CONTROL = re.compile("[\x1e\x1f]")
"""The signs that stand for line breaks and borders, where a page itself holds them."""
