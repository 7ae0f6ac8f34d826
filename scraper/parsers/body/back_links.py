"""Takes the signs off the end of a note that lead back to where it is cited.

Markdown, Pandoc and WordPress set an arrow behind each note (``↩``, ``↩2``), a link to a place on
the same page. It means nothing where the text stands alone.
"""

import re
from dataclasses import replace

from scraper.text import Mark, TextBlock, fold

_ENDS = frozenset("↩↑⤴⇑⬆▲△↖\ufe0e\ufe0f])0123456789")
"""What the text of such a link may end with."""
_SIGN = re.compile(r"[\s[(]*[↩↑⤴⇑⬆▲△↖][\ufe0e\ufe0f]?\s*\d{0,2}[\s\])]*")


def without_back_links(block: TextBlock) -> TextBlock:
    """Return a block without the back-links at its end; the block itself where it has none."""
    while block.text and block.text[-1] in _ENDS:
        link = _last_link(block)
        if link is None or not _SIGN.fullmatch(block.raw[link.start : link.end]):
            break
        raw = block.raw[: link.start]
        marks = tuple(mark for mark in block.raw_marks if mark.end <= link.start)
        block = replace(block, text=fold(raw), raw=raw, raw_marks=marks, _marks=None)
    return block


def _last_link(block: TextBlock) -> Mark | None:
    """Return the link to a place on the same page that ends a block, None where none does."""
    links = [mark for mark in block.raw_marks if mark.element.tag == "a" and mark.end > mark.start]
    last = max(links, key=lambda mark: mark.end, default=None)
    if last is None or block.raw[last.end :].strip():
        return None
    return last if last.element.get("href", "").startswith("#") else None
