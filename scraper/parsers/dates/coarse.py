"""Finds the month or the year of publication where a page gives no day.

Journals, magazines and reports are dated by their issue. What is stated for machines goes first
(``citation_date`` 2016/03), then a line that is made for the date, between headline and text or
as the text's last ("Issue 12, March 2016"), then the address (``/2016/03/``).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from lxml import etree

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.dates.mentions import (
    LATEST_YEAR,
    Mention,
    Reader,
    item_mentions,
    make_reader,
    meta_mentions,
    read_address,
)
from scraper.parsers.dates.moment import Moment, make_moment
from scraper.parsers.dates.places import Layout, find_layout, labels_in
from scraper.parsers.dates.reading import find_month, find_printed, to_ascii_digits
from scraper.parsers.found import Found
from scraper.parsers.rules import dates as rules
from scraper.patterns import late
from scraper.text import HEADING_TAGS, TextBlock

SURE_OF_COARSE = {"text": 0.8, "time": 0.9, "url": 0.7}
"""Confidence by source; what is stated has 0.9."""
_LINE_CHARS = 90
_ABOVE, _BELOW = 2, 10
"""Blocks around the headline in which the article's own date stands."""
_PARAGRAPH_CHARS = 160
_PARAGRAPHS = 2
"""Paragraphs at which the text has begun: a dek reads like one."""
_EARLIEST_PRINTED = 1990
_FAR = date(LATEST_YEAR, 12, 31).toordinal()
_DATED_AHEAD = 62
"""Days that an issue is out before the month on its cover, at most."""
_WORDS_BESIDES = 1
_WORDS_BESIDES_A_LABEL = 6
_WORDS_BESIDES_A_BORDER = 8
_WORDS_BEHIND_A_STOP = 3
_ENDS, _STOPS = "|•·–—-/()[]>", ".,;:"
"""What parts a month from other words; behind it a stop may go on with a sentence."""
_INLINE = ("span", "small", "em", "i", "b", "strong", "a", "time")
_EMPHASES = ("em", "i", "b", "strong", "a")
"""Inline elements that sentences have, too: "We closed in <b>March 2016</b> for good"."""
_INLINE_LOOKED_AT = 14
_TABLE_TAGS = frozenset(("caption", "tr", "td", "th"))
_WORD = late(r"[^\W\d_]+")
_NOT_PUBLISHED = frozenset(("label:other", "label:modified"))


def find_coarse(page: Page, title: Found[str] | None, body: Body) -> Mention | None:
    """Return where a page gives the month or the year of its publication, or None.

    Args:
        page: A page on which no day of publication was found.
    """
    if stated := find_stated(page, title):
        return stated
    reader, latest = _coarse_reader(page), _latest(page)
    for mention in _printed(page, find_layout(page, title, body), reader):
        if mention.moment.year >= _EARLIEST_PRINTED and mention.moment.ordinal <= latest:
            return mention
    month = read_address(page).month
    moment = make_moment(*month) if month and month[0] >= _EARLIEST_PRINTED else None
    if moment is None or moment.ordinal > latest:
        return None
    return Mention(moment, "published", "url", "url")


def find_stated(page: Page, title: Found[str] | None) -> Mention | None:
    """Return the month or year that a page states for machines, the finest of its publication."""
    reader, latest = _coarse_reader(page), _latest(page)
    stated = [
        mention
        for mention in (*item_mentions(page, title, reader), *meta_mentions(page, title, reader))
        if mention.kind in ("published", "generic") and mention.moment.ordinal <= latest
    ]
    return min(stated, key=lambda m: (m.kind != "published", m.moment.month is None), default=None)


def _coarse_reader(page: Page) -> Reader:
    return replace(make_reader(page), is_coarse=True)


def _latest(page: Page) -> int:
    """Return the last day that can be: covers are dated ahead."""
    return page.seen_at.toordinal() + _DATED_AHEAD if page.seen_at else _FAR


def _printed(page: Page, layout: Layout, reader: Reader) -> Iterator[Mention]:
    """Yield the months of the lines that are made for a date."""
    for block in _beside_headline(page.blocks, layout):
        if mention := _of_time(block, reader):
            yield mention
        elif moment := read_month_line(block, reader.language, _around(page, block)):
            yield Mention(moment, "published", "text", block=block.index)
    if layout.last >= 0:
        for block in page.blocks[layout.last : layout.last + 2]:
            if block.index > layout.last and _is_of_archive(block):
                continue
            if moment := read_month_line(block, reader.language, is_alone=True):
                yield Mention(moment, "published", "text", block=block.index)


def _is_of_archive(block: TextBlock) -> bool:
    """Return whether a line below the text is a month of the site's archive or calendar."""
    return block.tag in _TABLE_TAGS or block.link_chars > 0


def _beside_headline(blocks: list[TextBlock], layout: Layout) -> Iterator[TextBlock]:
    """Yield the blocks around the headline, up to the text's second paragraph."""
    middle = layout.headline if layout.headline >= 0 else layout.first
    paragraphs = 0
    for block in blocks[max(middle - _ABOVE, 0) : middle + _BELOW] if middle >= 0 else ():
        paragraphs += len(block.text) >= _PARAGRAPH_CHARS
        if paragraphs == _PARAGRAPHS:
            return
        if block.index != layout.headline and _may_be_dated(block, paragraphs):
            yield block


def _may_be_dated(block: TextBlock, paragraphs: int) -> bool:
    """Return whether a line can be that of the date: none of a picture, or of a part of the text.

    Args:
        paragraphs: How many stand before it.
    """
    return block.tag != "figcaption" and not (paragraphs and block.tag in HEADING_TAGS)


def _around(page: Page, block: TextBlock) -> etree._Element | None:
    """Return the element that holds a line."""
    return page.containers[block.container].element if block.container >= 0 else None


def _of_time(block: TextBlock, reader: Reader) -> Mention | None:
    """Return the month that a ``time`` element of a line states; a year may be of anything."""
    if len(block.text) > _LINE_CHARS:
        return None
    for mark in block.marks():
        if mark.element.tag != "time" or _is_otherwise(block.text[: mark.start]):
            continue
        moment = reader.read(mark.element.get("datetime", ""))
        if moment is not None and moment.month is not None:
            return Mention(moment, "published", "time", element=mark.element)
    return None


def _is_otherwise(before: str, behind: str = "") -> bool:
    """Return whether the words around a month say that something else than publication was then."""
    before = before.lower()
    if not _NOT_PUBLISHED.isdisjoint(labels_in(before)) or rules.NOTICE_BEFORE.search(before):
        return True
    return "label:modified" in labels_in(behind.lower())


def read_month_line(
    block: TextBlock,
    language: str,
    around: etree._Element | None = None,
    *,
    is_alone: bool = False,
) -> Moment | None:
    """Return the month that a short line is made for, or None.

    It stands alone, behind a label, in an element of its own, or apart from a few other words: by
    the end of the line or a mark on both of its sides.

    Args:
        language: Primary subtag, for months' names that languages share.
        around: The element that holds the line, if known.
        is_alone: Whether only a line that holds nothing else is meant.
    """
    if len(block.text) > _LINE_CHARS:
        return None
    text = to_ascii_digits(block.parted())
    found = find_month(text, language)
    if found is None or find_printed(text, language=language):
        return None
    before, behind = text[: found.start].strip(), text[found.end :].strip()
    # "May 2015 – March 2016" is how long something took.
    if _is_otherwise(before, behind) or find_month(text[found.end :], language):
        return None
    words = [len(_WORD.findall(part)) for part in (before, behind)]
    if sum(words) <= _WORDS_BESIDES:
        return found.moment
    if is_alone or sum(words) > _WORDS_BESIDES_A_BORDER:
        return None
    if "label:published" in labels_in(before.lower()) and sum(words) <= _WORDS_BESIDES_A_LABEL:
        return found.moment
    tags = _INLINE if not behind else set(_INLINE).difference(_EMPHASES)
    inline = islice(around.iter(*tags), _INLINE_LOOKED_AT) if around is not None else ()
    is_own = any((one.text or "").strip() == text[found.start : found.end] for one in inline)
    is_ended = not behind or behind[0] in _ENDS
    is_ended |= behind[:1] in _STOPS and words[1] <= _WORDS_BEHIND_A_STOP
    is_begun = not before or before[-1] in _ENDS + _STOPS
    return found.moment if is_own or (is_begun and is_ended) else None
