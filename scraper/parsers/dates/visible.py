"""Collects the dates that a reader sees, with what their place says about them.

A page shows many days: of its article, of teasers, comments, events, of today. What tells them
apart is where they stand (by the headline, in the text, in a list), what is written before them,
and what the elements around them are called.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, compress, pairwise

from lxml import etree

from scraper.page import Page
from scraper.parsers.dates.mentions import Mention, Reader
from scraper.parsers.dates.moment import Moment
from scraper.parsers.dates.places import (
    EMBED,
    TODAY,
    Layout,
    Surroundings,
    is_in_prose,
    note_behind,
    note_inline,
    note_notice,
    note_place,
    note_wording,
)
from scraper.parsers.dates.reading import Printed, find_printed, to_ascii_digits
from scraper.parsers.dates.relative import read_relative
from scraper.parsers.dates.solar import LANGUAGES as SOLAR_LANGUAGES
from scraper.parsers.dates.worth import SHORT_BLOCK, find_lines_with_days, may_be_short
from scraper.text import Container, TextBlock

_HEAD_CHARS = 180
_TAIL_CHARS = 110
_MENTIONS_AT_MOST = 60
_RELATIVE_CHARS = 60
_NEAR_BLOCKS = 12
_TIME_TAGS = ("time", "abbr")
_CHANGES = frozenset({"label:modified", "class:modified", "time:modified"})
"""Features of a day that its line, or the element around it, calls one of a change."""


def visible_mentions(
    page: Page,
    blocks: list[TextBlock],
    layout: Layout,
    reader: Reader,
    known: frozenset[int],
    month: tuple[int, int] | None,
) -> list[Mention]:
    """Return the dates in the page's text and ``time`` elements, in page order.

    Args:
        blocks: Those of its blocks that are read.
        reader: How the page's dates are to be read.
        known: Days that structured data and the address state, to settle ``05/06/2007``.
        month: Year and month in the page's address, for the same end.
    """
    surroundings = Surroundings(page)
    found: list[Mention] = []
    signatures: list[str] = []
    times = frozenset(chain.from_iterable(page.census.tags[tag] for tag in _TIME_TAGS))
    for block in _worth_reading(page, blocks, layout, reader, times):
        text = block.parted()
        text = text if reader.ascii_digits else to_ascii_digits(text)
        stated = _times_of(block, times) if times and block.raw_marks else ()
        relative = _relative_of(page, block, layout) if page.seen_at else None
        made = list(_mentions_of(block, text, stated, reader))
        if relative is not None and not made:
            made = [(relative, None)]
        if not made:
            continue
        around = surroundings.of(block.container)
        if EMBED in around:
            continue
        container = page.containers[block.container] if block.container >= 0 else None
        for mention, printed, behind, end in _with_borders(made, len(text)):
            mention.features.update(around)
            note_place(mention.features, block, layout)
            note_wording(mention.features, page.blocks, block, text, printed, behind)
            if printed is not None and not reader.own_days:
                # Where a publication is stated, no notice is taken for one.
                note_behind(mention.features, text, printed, end)
                note_notice(mention.features, text, printed, behind)
            if is_in_prose(mention.features, text):
                mention.features["prose"] = 1.0
            if container is not None and printed is not None:
                note_inline(mention.features, container, text, printed)
            if TODAY in mention.features and block.index <= layout.headline:
                continue
            found.append(mention)
            signatures.append(_signature(container))
        _note_changes([mention for mention, _ in made])
        if len(found) > _MENTIONS_AT_MOST:
            break
    _settle_order(found, known, month)
    _note_company(found, signatures)
    return found


def _with_borders(
    made: Sequence[tuple[Mention, Printed | None]], size: int
) -> Iterator[tuple[Mention, Printed | None, int, int]]:
    """Yield a line's mentions with where the date before each ends and the next one begins.

    Without one that is 0, and the line's ``size``.
    """
    starts = sorted({printed.start for _, printed in made if printed})
    last: Printed | None = None
    behind = 0
    for mention, printed in made:
        if printed is not last:
            behind = last.end if last else 0
            last = printed
        end = next((start for start in starts if printed and start > printed.start), size)
        yield mention, printed, behind, end


def _note_changes(made: list[Mention]) -> None:
    """Note which of a line's days it calls a change, and that another one stands beside it.

    An element does not say where in its line it stands, so the words before it are read with the
    day that it prints ("Last updated: <time>Dec 17, 2025</time> • 5 min read").
    """
    changed = {m.moment.ordinal for m in made if "label:modified" in m.features}
    for mention in made:
        mention.is_called_change = mention.source == "time" and mention.moment.ordinal in changed
    changes = [m for m in made if m.is_called_change or not _CHANGES.isdisjoint(m.features)]
    if not changes:
        return
    latest = max(m.moment.ordinal for m in changes)
    others = {m.moment.ordinal for m in made} - {m.moment.ordinal for m in changes}
    if any(ordinal <= latest for ordinal in others):
        for mention in made:
            is_change = mention.moment.ordinal not in others
            mention.features["pair:change" if is_change else "pair:first"] = 1.0


def _worth_reading(
    page: Page,
    blocks: list[TextBlock],
    layout: Layout,
    reader: Reader,
    times: frozenset[etree._Element],
) -> list[TextBlock]:
    """Return the blocks that can hold a date; most can't, so this has to be quick."""
    if reader.language in SOLAR_LANGUAGES:
        return blocks
    may_be_relative = range(0)
    if page.seen_at is not None and layout.headline >= 0:
        may_be_relative = range(layout.headline - _NEAR_BLOCKS, layout.headline + _NEAR_BLOCKS)
    may_print = find_lines_with_days([block.text for block in blocks], reader.ascii_digits)
    if not times and not may_be_relative:
        return list(compress(blocks, may_print))
    return [
        block
        for block, may in zip(blocks, may_print, strict=True)
        if may
        or (times and block.raw_marks and _has_time(block, times))
        or (may_be_relative and block.index in may_be_relative)
    ]


def _has_time(block: TextBlock, times: frozenset[etree._Element]) -> bool:
    """Return whether a block without a whole year may state a time all the same."""
    text = block.text
    if "年" in text or "25" in text:
        return True
    return not times.isdisjoint([element for _, _, element in block.raw_marks])


def _relative_of(page: Page, block: TextBlock, layout: Layout) -> Mention | None:
    """Return the mention of a time told from now, near the headline of a page fetched then."""
    if page.told_at is None or len(block.text) > _RELATIVE_CHARS or layout.headline < 0:
        return None
    if not -_NEAR_BLOCKS < block.index - layout.headline < _NEAR_BLOCKS:
        return None
    moment = read_relative(block.text, page.told_at)
    if moment is None:
        return None
    return Mention(moment, "generic", "text", None, None, {"text": 1.0}, block.index)


def _settle_order(
    found: list[Mention], known: frozenset[int], month: tuple[int, int] | None
) -> None:
    """Exchange day and month of dates in digits where the rest of the page says so.

    What the page states decides; then a day that it prints in words, too, as lists of the latest
    stories do; then the month in its address; then the other dates on the page that leave one
    reading only (``25/06``), if they agree among each other.
    """
    worded = frozenset(mention.moment.ordinal for mention in found if mention.in_words)
    days = (known, worded)
    orders = {mention.shows_order for mention in found} - {None}
    shown = orders.pop() if len(orders) == 1 else None
    for one, other in pairwise(found):
        if "exchanged" not in other.features or one.block != other.block:
            continue
        if _speaks_for(other.moment, one.moment, days, month) or (
            shown is not None
            and shown != one.month_first
            and not _speaks_for(one.moment, other.moment, days, month)
        ):
            one.moment, other.moment = other.moment, one.moment


def _speaks_for(
    one: Moment,
    other: Moment,
    days: tuple[frozenset[int], ...],
    month: tuple[int, int] | None,
) -> bool:
    """Return whether the page gives one reading of a date elsewhere and not the other."""
    for known in days:
        if (one.ordinal in known) != (other.ordinal in known):
            return one.ordinal in known
    return month is not None and month == (one.year, one.month) != (other.year, other.month)


def _times_of(block: TextBlock, times: frozenset[etree._Element]) -> tuple[etree._Element, ...]:
    """Return the elements of a block that state a time; ``abbr`` is how hAtom does it."""
    return tuple(mark.element for mark in block.raw_marks if mark.element in times)


def _mentions_of(
    block: TextBlock, text: str, stated: tuple[etree._Element, ...], reader: Reader
) -> Iterator[tuple[Mention, Printed | None]]:
    """Yield the mentions of one block: its ``time`` elements first, then printed dates."""
    seen: set[int] = set()
    for element in stated[:3]:
        value = element.get("datetime") or element.get("title") or element.get("content") or ""
        moment = reader.read(value) if value else None
        if moment is None:
            continue
        seen.add(moment.ordinal)
        features = {"time": 1.0}
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        if element.get("pubdate") is not None or "publi" in names or "entry-date" in names:
            features["time:published"] = 1.0
        modified = "modif" in names or "updated" in names.split()
        if modified and "published" not in names:
            features["time:modified"] = 1.0
        kind = "modified" if "time:modified" in features else "generic"
        yield Mention(moment, kind, "time", None, element, features), None
    for read in _printed_of(text, reader):
        printed = _confirmed(read, reader)
        features = {"text": 1.0}
        if stated:
            features["text:in-time" if printed.moment.ordinal in seen else "text:beside-time"] = 1.0
        yield _text_mention(printed.moment, features, block, printed, reader), printed
        if printed.other is not None:
            other = _text_mention(printed.other, {"exchanged": 1.0}, block, printed, reader)
            yield other, printed


def _confirmed(printed: Printed, reader: Reader) -> Printed:
    """Return a date in digits with points, the month first if the page states that day so."""
    unusual, own = printed.unusual, reader.own_days
    if unusual is None or printed.moment.ordinal in own or unusual.ordinal not in own:
        return printed
    return replace(printed, moment=unusual)


def _text_mention(
    moment: Moment, features: dict[str, float], block: TextBlock, printed: Printed, reader: Reader
) -> Mention:
    """Return the mention of a printed date, or of its other reading."""
    made = Mention(moment, "generic", "text", None, None, features, block.index)
    made.shows_order = printed.shows_order
    made.month_first = reader.month_first
    made.in_words = printed.in_words
    return made


def _may_hold_date(text: str, reader: Reader) -> bool:
    """Return whether a text has what every printed date has: a year, or two digits for it."""
    return _has_year(text, reader) or "25" in text or may_be_short(text)


def _has_year(text: str, reader: Reader) -> bool:
    """Return whether a text has the start of a year; Persian ones begin with 13 or 14."""
    if not reader.ascii_digits and ("13" in text or "14" in text):
        return True
    return "20" in text or "19" in text or "年" in text


def _printed_of(text: str, reader: Reader) -> list[Printed]:
    """Return the printed dates of a block; of a long one, at its ends only."""
    if not _may_hold_date(text, reader):
        return []
    if len(text) <= SHORT_BLOCK:
        return find_printed(text, month_first=reader.month_first, language=reader.language)
    found: list[Printed] = []
    for start, end in ((0, _HEAD_CHARS), (len(text) - _TAIL_CHARS, len(text))):
        part = text[start:end]
        if _has_year(part, reader):
            found.extend(
                find_printed(part, month_first=reader.month_first, language=reader.language)
            )
    return found


def _signature(container: Container | None) -> str:
    """Return tag and class of a block's container and the one around it, to find lists."""
    if container is None:
        return ""
    element = container.element
    parent = element.getparent()
    outer = f"{parent.tag}.{parent.get('class')}" if parent is not None else ""
    return f"{element.tag}.{element.get('class')}<{outer}"


def _note_company(found: list[Mention], signatures: list[str]) -> None:
    """Note whether other dates stand in places of the same shape, and which comes first."""
    days: dict[str, set[int]] = {}
    for mention, signature in zip(found, signatures, strict=True):
        days.setdefault(signature, set()).add(mention.moment.ordinal)
    first_behind = first = True
    for mention, signature in zip(found, signatures, strict=True):
        features = mention.features
        number = len(days[signature])
        features["shape:one" if number == 1 else "shape:few" if number < 4 else "shape:many"] = 1.0
        if "exchanged" in features or "pair:change" in features:
            continue
        if first:
            features["first"] = 1.0
            first = False
        is_behind = any(name.startswith("behind-headline") for name in features)
        if first_behind and is_behind and "prose" not in features:
            features["first-behind-headline"] = 1.0
            first_behind = False
