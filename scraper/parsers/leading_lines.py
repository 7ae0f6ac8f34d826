"""Finds the lines at the body's beginning that show what has a field of its own, and captions.

The headline and the dek stand in ``title`` and ``subtitle``; a reader of the body does not want
them again. The caption of the picture above the text belongs to the article as those within do.
"""

import re
from collections.abc import Set as AbstractSet
from itertools import takewhile

from scraper.page import Page
from scraper.parsers.body.pieces import CAPTION_LIMIT, Kinds, is_credit
from scraper.parsers.body_text import Body, Piece
from scraper.parsers.found import Found
from scraper.parsers.subtitle import headline_block
from scraper.text import SENTENCE_ENDS, Container, TextBlock, outwards

_WORD = re.compile(r"\w+")
_LEADING = 3
"""Blocks of the body, from its first, that are looked at."""
_OPENING = 40
"""Characters of a block that are compared before all of it."""
_BELOW_HEADLINE = 80
"""Characters below the headline in its own block that are no text yet: a date, a name."""
_KICKER = 40
"""Characters above the headline in its own block: a place, a section."""
_LISTED, _HOLDERS = ("dt", "dd", "li"), ("dl", "ul")
_SHORT = 80
"""Characters of a line of such a list at most; a longer one is text."""
_SPACER = 4
"""Characters of a line in a caption's place that says nothing."""
_MARKED_DEK = 0.8
"""Confidence of a dek that is found by its class."""


def headline_blocks(body: Body, title: Found[str] | None) -> set[int]:
    """Return the indexes of leading blocks that display the headline, which has its own field."""
    if title is None:
        return set()
    words = _WORD.findall(title.value.casefold())
    leading = body.sources[:_LEADING]
    return {s.index for s in leading if _displays(s.text, words)}


def _displays(text: str, headline: list[str]) -> bool:
    """Return whether a block displays the headline, with at most a date and a name below it.

    A kicker may stand above it.
    """
    first, _, below = text.partition("\n")
    if below and len(first) <= _KICKER and _WORD.findall(below.casefold()) == headline:
        return True
    # The last word may be cut; most blocks begin with another one than the headline.
    opening = _WORD.findall(first[:_OPENING].casefold())[:-1]
    if opening != headline[: len(opening)]:
        return False
    if _WORD.findall(text.casefold()) == headline:
        return True
    is_text = len(below) > _BELOW_HEADLINE or below.endswith(SENTENCE_ENDS)
    return not is_text and _WORD.findall(first.casefold()) == headline


def dek_blocks(body: Body, subtitle: Found[str] | None) -> set[int]:
    """Return the indexes of leading blocks that are the dek, where the page's markup says so.

    Sites that have a dek keep it apart from the text; a heading that could be one stays.
    """
    if subtitle is None or subtitle.evidence.confidence < _MARKED_DEK:
        return set()
    leading, most = body.sources[:_LEADING], len(subtitle.value) + _KICKER
    lines = ((source.index, source.text.replace("\n", " ")) for source in leading)
    return {at for at, line in lines if len(line) <= most and line.endswith(subtitle.value)}


def about_blocks(page: Page, body: Body, taken: AbstractSet[int]) -> set[int]:
    """Return the indexes of blocks of lists above the text that say who wrote it, and when.

    Museums and magazines list "Text", "Translation", "Date", "Time to read", each with its value:
    where one of them has a field of its own, the list is none of the text. A list that holds the
    text itself is none of these.
    """
    found: set[int] = set()
    last = body.sources[-1].index if body.sources else 0
    for source in takewhile(lambda s: s.tag in _LISTED and len(s.text) <= _SHORT, body.sources):
        if source.index not in taken or source.index in found:
            continue
        for holder in outwards(page.containers, source.container):
            if holder.tag in _HOLDERS:
                lines = page.blocks[holder.first : holder.end]
                if holder.end <= last and all(len(line.text) <= _SHORT for line in lines):
                    found.update(range(holder.first, holder.end))
                break
    return found


def lead_captions(
    page: Page, title: Found[str] | None, body: Body, claimed: AbstractSet[int]
) -> list[Piece]:
    """Return the captions between the headline and the first block of the text.

    Newspapers set the picture that leads the article above the byline and the text. A caption
    that stands there twice (for narrow screens) is returned once.

    Args:
        claimed: Indexes of blocks of the byline: among them are credits of pictures, and lines in
            what themes call a caption for its small letters.
    """
    headline = page.once(headline_block, title.value) if title is not None else None
    first = body.sources[0].index if body.sources else 0
    if headline is None or not headline < first < len(page.blocks):
        return []
    shown = {source.text for source in body.sources}
    kinds, found = Kinds(page.containers), dict[str, Piece]()
    is_beside = False
    for block in page.blocks[headline + 1 : first]:
        if not (is_beside or block.media):
            is_beside = False
            continue
        kind, teller = kinds.of(block)
        is_beside = (
            kind == "caption"
            and len(block.text) <= CAPTION_LIMIT
            and block.link_chars * 2 <= len(block.text)
            and block.tag != "button"
            and (block.index not in claimed or _is_set_so(block, teller))
        )
        says = len(block.text) > _SPACER and not block.text.endswith(":")
        if is_beside and says and block.text not in shown:
            found.setdefault(block.text, Piece(block, "caption"))
    return list(found.values())


def _is_set_so(block: TextBlock, teller: Container | None) -> bool:
    """Return whether more than a class says that a block is a caption."""
    return is_credit(block.text) or (teller is not None and teller.tag == "figcaption")
