"""Collects the dates that a reader sees, with what their place says about them.

A page shows many days: of its article, of teasers, comments, events, of today. What tells them
apart is where they stand (by the headline, in the text, in a list), what is written before them,
and what the elements around them are called.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from lxml import etree

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.dates.mentions import Mention, Reader
from scraper.parsers.dates.moment import Moment
from scraper.parsers.dates.reading import Printed, find_printed, to_ascii_digits
from scraper.parsers.dates.relative import read_relative
from scraper.parsers.found import Found
from scraper.parsers.rules import dates as rules
from scraper.text import Container, TextBlock

_SHORT_BLOCK = 260
_SHORT_YEAR_CHARS = 90
_HEAD_CHARS = 180
_TAIL_CHARS = 110
_MENTIONS_AT_MOST = 60
_SHORT_YEAR = re.compile(r"\d\d?[./-]\d\d?[./-]\d\d(?!\d)")
_LABEL_CHARS = 42
_LEVELS_LOOKED_AT = 4
_NAMES_CHARS = 200
_TODAY = "class:today"
_LEVELS_OF_TODAY = 2
_LONGEST_HEADING = 600
_RELATIVE_CHARS = 60
_NEAR_BLOCKS = 12
_INLINE = ("span", "small", "em", "i", "b", "strong", "abbr", "a", "font", "time")
_INLINE_LOOKED_AT = 14
_TIME_TAGS = ("time", "abbr")
_MEMBER_TAGS = frozenset(
    {"li", "ul", "ol", "table", "tr", "dl", "aside", "nav", "footer", "header"}
)
_LANDMARKS = frozenset({"article", "main", "aside", "nav", "footer", "header", "form", "figure"})
_WORDS = re.compile(r"[^\W\d_]+|[©(]\w?\)?")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where headline and body stand, in indexes of the page's blocks."""

    headline: int
    """Index of the headline's block; -1 if it is not displayed."""
    first: int
    """Index of the body's first block; -1 without a body."""
    last: int


@dataclass(slots=True)
class _Surroundings:
    """What the containers around a block are called; worked out once a container."""

    page: Page
    known: dict[int, dict[str, float]] = field(default_factory=dict)

    def of(self, index: int) -> Mapping[str, float]:
        """Return the features of a container and those around it."""
        if index < 0:
            return {}
        if index not in self.known:
            self.known[index] = self._read(index)
        return self.known[index]

    def _read(self, index: int) -> dict[str, float]:
        found: dict[str, float] = {}
        level = 0
        containers = self.page.containers
        while index >= 0:
            container = containers[index]
            if container.tag in _LANDMARKS or (container.tag in _MEMBER_TAGS and level < 5):
                found[f"in:{container.tag}"] = 1.0
            if level < 8:
                _note_names(container.element, level, found)
            index = container.parent
            level += 1
        return found


def _note_names(element: etree._Element, level: int, found: dict[str, float]) -> None:
    """Note what class and id of an element say; far-away elements count for less."""
    name, number = element.get("class"), element.get("id")
    if not name and not number:
        return
    is_date, is_modified, is_byline, is_other, is_today = _meanings(
        f"{name or ''} {number or ''}"[:_NAMES_CHARS]
    )
    near = level < _LEVELS_LOOKED_AT
    if near and is_date:
        found[f"class:date:{min(level, 2)}"] = 1.0
    if near and is_modified:
        found["class:modified"] = 1.0
    if near and is_byline:
        found["class:byline"] = 1.0
    if is_other and element.tag != "body":
        found["class:other:near" if near else "class:other:far"] = 1.0
        if "omment" in f"{name} {number}":
            found["class:comment"] = 1.0
    if is_today and level < _LEVELS_OF_TODAY:
        found[_TODAY] = 1.0


@lru_cache(maxsize=4096)
def _meanings(names: str) -> tuple[bool, bool, bool, bool, bool]:
    """Return what a class and an id mean; pages of one site repeat them all the time."""
    return (
        rules.CLASS_DATE.search(names) is not None,
        rules.CLASS_MODIFIED.search(names) is not None,
        rules.CLASS_BYLINE.search(names) is not None,
        rules.CLASS_OTHER.search(names) is not None,
        rules.CLASS_TODAY.search(names) is not None,
    )


def find_layout(page: Page, title: Found[str] | None, body: Body) -> Layout:
    """Return where headline and body stand among the page's blocks."""
    first = body.sources[0].index if body.sources else -1
    last = body.sources[-1].index if body.sources else -1
    headline = _headline(page.blocks, title.value if title else "")
    return Layout(headline, first, last)


def _headline(blocks: list[TextBlock], title: str) -> int:
    """Return the block that shows the headline: the first heading with its words, else a line."""
    if len(title) < 3:
        return -1
    whole = title.casefold()
    start, first = whole[:60], title[:1].casefold()
    plain = -1
    for block in blocks[:600]:
        if block.tag in ("h1", "h2", "h3"):
            folded = block.text[:_LONGEST_HEADING].casefold()
            if start in folded or (len(folded) > 12 and folded in whole):
                return block.index
        elif (
            plain < 0
            and block.text[:1].casefold() == first
            and block.text[:_LONGEST_HEADING].casefold().startswith(start)
        ):
            plain = block.index
    return plain


def visible_mentions(
    page: Page, layout: Layout, reader: Reader, known: frozenset[int], month: tuple[int, int] | None
) -> list[Mention]:
    """Return the dates in the page's text and ``time`` elements, in page order.

    Args:
        page: The page.
        layout: Where headline and body stand.
        reader: How the page's dates are to be read.
        known: Days that structured data and the address state, to settle ``05/06/2007``.
        month: Year and month in the page's address, for the same end.
    """
    surroundings = _Surroundings(page)
    found: list[Mention] = []
    signatures: list[str] = []
    times = next(page.root.iter(*_TIME_TAGS), None) is not None
    for block in page.blocks:
        text = block.text if reader.ascii_digits else to_ascii_digits(block.text)
        stated = _times_of(block) if times and block.raw_marks else ()
        relative = _relative_of(page, block, layout)
        if not stated and relative is None and not _may_hold_date(text):
            continue
        made = list(_mentions_of(block, text, stated, reader))
        if relative is not None and not made:
            made = [(relative, None)]
        if not made:
            continue
        around = surroundings.of(block.container)
        container = page.containers[block.container] if block.container >= 0 else None
        for mention, printed in made:
            mention.features.update(around)
            _note_place(mention.features, block, layout)
            _note_wording(mention.features, page.blocks, block, text, printed)
            if container is not None and printed is not None:
                _note_inline(mention.features, container, text, printed)
            if _TODAY in mention.features:
                continue
            found.append(mention)
            signatures.append(_signature(container))
        if len(found) > _MENTIONS_AT_MOST:
            break
    _settle_order(found, known, month)
    _note_company(found, signatures)
    return found


def _relative_of(page: Page, block: TextBlock, layout: Layout) -> Mention | None:
    """Return the mention of a time told from now, near the headline of a page fetched then."""
    if page.fetched_at is None or len(block.text) > _RELATIVE_CHARS or layout.headline < 0:
        return None
    if not -_NEAR_BLOCKS < block.index - layout.headline < _NEAR_BLOCKS:
        return None
    moment = read_relative(block.text, page.fetched_at)
    if moment is None:
        return None
    return Mention(moment, "generic", "text", None, None, {"text": 1.0}, block.index)


def _settle_order(
    found: list[Mention], known: frozenset[int], month: tuple[int, int] | None
) -> None:
    """Exchange day and month of dates in digits where the rest of the page says so.

    What the page states or its address names decides; then the other dates on the page that
    leave one reading only (``25/06``), if they agree among each other.
    """
    orders = {mention.shows_order for mention in found} - {None}
    shown = orders.pop() if len(orders) == 1 else None
    for one, other in pairwise(found):
        if "exchanged" not in other.features or one.block != other.block:
            continue
        if _speaks_for(other.moment, one.moment, known, month) or (
            shown is not None
            and shown != one.month_first
            and not _speaks_for(one.moment, other.moment, known, month)
        ):
            one.moment, other.moment = other.moment, one.moment


def _speaks_for(
    one: Moment, other: Moment, known: frozenset[int], month: tuple[int, int] | None
) -> bool:
    """Return whether the page states one reading of a date and not the other."""
    if (one.ordinal in known) != (other.ordinal in known):
        return one.ordinal in known
    return month is not None and month == (one.year, one.month) != (other.year, other.month)


def _may_hold_date(text: str) -> bool:
    """Return whether a text is worth a closer look; quick, since most are not."""
    if "20" in text or "19" in text or "年" in text:
        return True
    if len(text) > _SHORT_YEAR_CHARS or not ("." in text or "/" in text or "-" in text):
        return "25" in text and not text.isascii()
    return _SHORT_YEAR.search(text) is not None


def _times_of(block: TextBlock) -> tuple[etree._Element, ...]:
    """Return the elements of a block that state a time; ``abbr`` is how hAtom does it."""
    return tuple(mark.element for mark in block.raw_marks if mark.element.tag in _TIME_TAGS)


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
    for printed in _printed_of(text, reader):
        features = {"text": 1.0}
        if stated:
            features["text:in-time" if printed.moment.ordinal in seen else "text:beside-time"] = 1.0
        yield _text_mention(printed.moment, features, block, printed, reader), printed
        if printed.other is not None:
            other = _text_mention(printed.other, {"exchanged": 1.0}, block, printed, reader)
            yield other, printed


def _text_mention(
    moment: Moment, features: dict[str, float], block: TextBlock, printed: Printed, reader: Reader
) -> Mention:
    """Return the mention of a printed date, or of its other reading."""
    made = Mention(moment, "generic", "text", None, None, features, block.index)
    made.shows_order = printed.shows_order
    made.month_first = reader.month_first
    return made


def _printed_of(text: str, reader: Reader) -> list[Printed]:
    """Return the printed dates of a block; of a long one, at its ends only."""
    if len(text) <= _SHORT_BLOCK:
        return find_printed(text, month_first=reader.month_first, language=reader.language)
    found: list[Printed] = []
    for start, end in ((0, _HEAD_CHARS), (len(text) - _TAIL_CHARS, len(text))):
        part = text[start:end]
        if "20" in part or "19" in part or "年" in part:
            found.extend(
                find_printed(part, month_first=reader.month_first, language=reader.language)
            )
    return found


# --- what speaks for and against --------------------------------------------------------------


def _note_place(features: dict[str, float], block: TextBlock, layout: Layout) -> None:
    """Note where a block stands between headline, body and end."""
    if layout.headline >= 0:
        distance = block.index - layout.headline
        if distance >= 0:
            name = (
                "0"
                if distance == 0
                else "1-2"
                if distance < 3
                else "3-6"
                if distance < 7
                else "7-15"
                if distance < 16
                else "far"
            )
            features[f"behind-headline:{name}"] = 1.0
        else:
            name = "1-2" if distance > -3 else "3-6" if distance > -7 else "far"
            features[f"before-headline:{name}"] = 1.0
    else:
        features["headline:none"] = 1.0
        if block.index < 12:
            features["headline:none:early"] = 1.0
    if layout.first >= 0:
        if block.index < layout.first:
            features[
                "before-body:near" if layout.first - block.index < 8 else "before-body:far"
            ] = 1.0
        elif block.index <= layout.last:
            features["in-body"] = 1.0
            if block.index - layout.first < 3:
                features["in-body:start"] = 1.0
            elif layout.last - block.index < 3:
                features["in-body:end"] = 1.0
        else:
            features["behind-body:near" if block.index - layout.last < 8 else "behind-body:far"] = (
                1.0
            )


def _note_wording(
    features: dict[str, float],
    blocks: list[TextBlock],
    block: TextBlock,
    text: str,
    printed: Printed | None,
) -> None:
    """Note how the date is written, and what is written before it."""
    size = len(text)
    if printed is None:
        start, length = 0, min(size, 20)
    else:
        start, length = printed.start, printed.end - printed.start
        if printed.moment.hour is not None:
            features["has-clock"] = 1.0
        if printed.short_year:
            features["short-year"] = 1.0
    share = length / max(size, 1)
    features[
        "alone"
        if share > 0.85
        else "mostly"
        if share > 0.4
        else "short-line"
        if size < 120
        else "in-paragraph"
    ] = 1.0
    if start < 3:
        features["starts-line"] = 1.0
    if block.link_chars > 0.7 * size:
        features["linked"] = 1.0
    context = text[max(start - _LABEL_CHARS, 0) : start]
    if start < 3 and block.index > 0 and len(blocks[block.index - 1].text) < 32:
        context = blocks[block.index - 1].text
    for label in _labels(context.lower()):
        features[label] = 1.0


@cache
def _stems() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return first letter to (beginning of a word, label)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for label, words in (
        ("label:modified", rules.LABELS_MODIFIED),
        ("label:published", rules.LABELS_PUBLISHED),
        ("label:other", rules.LABELS_OTHER),
    ):
        for word in words:
            found.setdefault(word[0], []).append((word, label))
    return {letter: tuple(stems) for letter, stems in found.items()}


def _labels(context: str) -> set[str]:
    """Return what the words before a date say about it."""
    found = set()
    stems = _stems()
    for word in _WORDS.findall(context)[-6:]:
        for stem, label in stems.get(word[0], ()):
            if word.startswith(stem) if stem[-1] != "@" else word == stem[:-1]:
                found.add(label)
    if ":" in context[-3:] and found:
        found |= {f"{label}:colon" for label in found}
    return found


def _note_inline(
    features: dict[str, float], container: Container, text: str, printed: Printed
) -> None:
    """Note the class of the inline element that holds just the date."""
    if len(text) > _SHORT_BLOCK:
        return
    needle = text[printed.start : printed.start + 8]
    for number, element in enumerate(container.element.iter(*_INLINE)):
        if number > _INLINE_LOOKED_AT:
            return
        if needle in (element.text or ""):
            names = " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))
            if rules.CLASS_TODAY.search(names):
                features[_TODAY] = 1.0
            elif rules.CLASS_MODIFIED.search(names):
                features["class:modified"] = 1.0
            elif rules.CLASS_DATE.search(names):
                features["class:date:inline"] = 1.0


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
        if "exchanged" in features:
            continue
        if first:
            features["first"] = 1.0
            first = False
        if first_behind and any(name.startswith("behind-headline") for name in features):
            features["first-behind-headline"] = 1.0
            first_behind = False
