"""Says what the place of a displayed date tells: where it stands, and what stands around it.

Places are described by named features; what they weigh is learned.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from scraper.needles import make_needles
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.dates.reading import Printed
from scraper.parsers.found import Found
from scraper.parsers.rules import dates as rules
from scraper.patterns import late
from scraper.remembering import remembered
from scraper.text import Container, TextBlock, outwards

TODAY = "class:today"
"""Feature of the calendar day in a site's header."""

EMBED = "class:embed"
"""Feature of what stands in a post from elsewhere that the text shows."""
NOTICE = "notice"
"""Feature of a day that a line says something is held, closed or due on."""
_NOTICE_CHARS = 60
PAGE_EDITED = "label:page-edited"
"""Feature of the day on which a page says that it was last edited."""

_LABEL_CHARS = 42
_EDITED_CHARS = 160
"""Characters of a line that says when its page was edited, at most."""
_PUBLISHED_CHARS = 400
"""Characters of a paragraph that says when and where its page was published, at most."""
_WORDS_BEHIND = 14
"""Words behind a date that may be its verb: author and categories stand between in some systems."""
_LEVELS, _LEVELS_LOOKED_AT, _LEVELS_OF_MEMBERS = 8, 4, 5
_LEVELS_OF_TODAY = 2
_NAMES_CHARS = 200
_LONGEST_HEADING = 600
_HEADINGS = frozenset({"h1", "h2", "h3"})
_BLOCKS_LOOKED_AT = 600
_INLINE = ("span", "small", "em", "i", "b", "strong", "abbr", "a", "font", "time")
_INLINE_LOOKED_AT = 14
_INLINE_CHARS = 260
_MEMBER_TAGS = frozenset(
    {"li", "ul", "ol", "table", "tr", "dl", "aside", "nav", "footer", "header"}
)
_LANDMARKS = frozenset({"aside", "nav", "footer", "header", "form", "figure"})
_BLOCKS_ABOVE, _BLOCKS_BELOW = 7, 17
"""Blocks around the headline whose places the ranker tells apart (``note_place``)."""
_LEAST_STORY = 80
_PLACE_CHARS = 40
_PLACE = late(r"[^\W\d_][\w.'’/ -]{1,30}[,.]?\s?[(\[]?(?:den |le |am |on )?")
_DATELINE_MARKS = tuple(".:–—-−)|/")
_WORDS = late(r"[^\W\d_]+|[©(]\w?\)?")
_SMALL_WORDS = late(r"\b[^\W\d_A-Z]{2,}\b")
_SMALL_WORDS_OF_LINE = 7
"""Words without a capital that a line of names, places and dates has, at most."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where headline and body stand, in indexes of the page's blocks."""

    headline: int
    """Index of the headline's block; -1 if it is not displayed."""
    first: int
    """Index of the body's first block; -1 without a body."""
    last: int


@dataclass(slots=True)
class Surroundings:
    """What the containers around a block are called; worked out once a container."""

    page: Page
    known: dict[int, dict[str, float]] = field(default_factory=dict)
    _landmarks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _names: dict[int, frozenset[str]] = field(default_factory=dict)

    def of(self, index: int) -> Mapping[str, float]:
        """Return the features of a container and those around it."""
        if index < 0:
            return {}
        if index not in self.known:
            self.known[index] = self._read(index)
        return self.known[index]

    def _read(self, index: int) -> dict[str, float]:
        found = dict.fromkeys(self._landmarks_of(index), 1.0)
        around = islice(outwards(self.page.containers, index), _LEVELS)
        for level, container in enumerate(around):
            if container.tag in _MEMBER_TAGS and level < _LEVELS_OF_MEMBERS:
                found[f"in:{container.tag}"] = 1.0
            if container.index not in self._names:
                self._names[container.index] = _meanings_of(container)
            if meanings := self._names[container.index]:
                _note_names(meanings, level, found)
        return found

    def _landmarks_of(self, index: int) -> tuple[str, ...]:
        """Return the features of the landmarks around a container, its own included."""
        above: list[int] = []
        while index >= 0 and index not in self._landmarks:
            above.append(index)
            index = self.page.containers[index].parent
        found = self._landmarks[index] if index >= 0 else ()
        for number in reversed(above):
            tag = self.page.containers[number].tag
            found = (*found, f"in:{tag}") if tag in _LANDMARKS else found
            self._landmarks[number] = found
        return found


def _meanings_of(container: Container) -> frozenset[str]:
    """Return what class and id of a container mean."""
    name, number = container.attributes.get("class"), container.attributes.get("id")
    if not name and not number:
        return frozenset()
    found = _meanings(f"{name or ''} {number or ''}"[:_NAMES_CHARS])
    return found - {"other"} if container.tag == "body" else found


def _note_names(meanings: frozenset[str], level: int, found: dict[str, float]) -> None:
    """Note what a container's class and id say; far-away containers count for less."""
    near = level < _LEVELS_LOOKED_AT
    if near:
        if "date" in meanings:
            found[f"class:date:{min(level, 2)}"] = 1.0
        if "modified" in meanings:
            found["class:modified"] = 1.0
        if "byline" in meanings:
            found["class:byline"] = 1.0
    if near and "embed" in meanings:
        found[EMBED] = 1.0
    if "other" in meanings:
        found["class:other:near" if near else "class:other:far"] = 1.0
        if "comment" in meanings:
            found["class:comment"] = 1.0
    if "today" in meanings and level < _LEVELS_OF_TODAY:
        found[TODAY] = 1.0


@remembered(4096)
def _meanings(names: str) -> frozenset[str]:
    """Return what a class and an id mean; pages of one site repeat them all the time."""
    names = names.lower().replace(rules.BUILDER_PREFIX, "")
    return frozenset(
        meaning
        for word in _CLASS_NEEDLES.held_in(names)
        for meaning, pattern in _CLASS_MEANINGS[word]
        if pattern is None or pattern.search(names)
    )


def _class_meanings() -> dict[str, list[tuple[str, re.Pattern[str] | None]]]:
    """Return what each word of classes means, with what it has to match besides."""
    found: dict[str, list[tuple[str, re.Pattern[str] | None]]] = {"omment": [("comment", None)]}
    for meaning, words in rules.CLASS_WORDS.items():
        for word in words:
            found.setdefault(word, []).append((meaning, None))
    for meaning, pairs in rules.CLASS_BOUNDED.items():
        for word, pattern in pairs:
            found.setdefault(word, []).append((meaning, pattern))
    return found


_CLASS_MEANINGS = _class_meanings()
_CLASS_NEEDLES = make_needles(_CLASS_MEANINGS)
"""All words in one pass over a value: six searches for each of them are as many passes."""


def find_layout(page: Page, title: Found[str] | None, body: Body) -> Layout:
    """Return where headline and body stand among the page's blocks."""
    first = body.sources[0].index if body.sources else -1
    last = body.sources[-1].index if body.sources else -1
    headline = _headline(page.blocks, title.value if title else "", first)
    return Layout(headline, first, last)


def _headline(blocks: list[TextBlock], title: str, body: int) -> int:
    """Return the block that shows the headline: the best heading with its words, else a line.

    Lists of the latest stories repeat the headline: an ``h1`` goes before other headings, and of
    equal ones that which is nearest to the body's first block (its index; -1 if there is none).
    """
    if len(title) < 3:
        return -1
    whole = title.casefold()
    start = whole[:60]
    looked_at = blocks[:_BLOCKS_LOOKED_AT]
    found: list[tuple[bool, int, int]] = []
    for block in [block for block in looked_at if block.tag in _HEADINGS]:
        folded = block.text[:_LONGEST_HEADING].casefold()
        if start in folded or (len(folded) > 12 and folded in whole):
            away = abs(block.index - body) if body >= 0 else block.index
            found.append((block.tag != "h1", away, block.index))
    if found:
        return min(found)[2]
    # Most lines show by their first letter that they are another text.
    initials = frozenset((title[0], title[0].lower(), title[0].upper(), whole[0]))
    for block in [block for block in looked_at if block.text[0] in initials]:
        if block.text[:_LONGEST_HEADING].casefold().startswith(start):
            return block.index
    return -1


def blocks_beside(page: Page, layout: Layout) -> list[TextBlock]:
    """Return the blocks around the headline; all where it is not displayed."""
    if layout.headline < 0:
        return page.blocks
    first = max(layout.headline - _BLOCKS_ABOVE, 0)
    return page.blocks[first : layout.headline + _BLOCKS_BELOW]


def note_place(features: dict[str, float], block: TextBlock, layout: Layout) -> None:
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


def note_wording(
    features: dict[str, float],
    blocks: list[TextBlock],
    block: TextBlock,
    text: str,
    printed: Printed | None,
    behind: int,
) -> None:
    """Note how the date is written, and what is written before it.

    ``behind`` is the end of the date before it on the line: what labels that one says nothing
    about this one.
    """
    size = len(text)
    if printed is None:
        start, length = 0, min(size, 20)
    else:
        start, length = printed.start, printed.end - printed.start
        if printed.moment.hour is not None:
            features["has-clock"] = 1.0
        if printed.short_year:
            features["short-year"] = 1.0
    if _is_dateline(text, start, start + length, size):
        # It stands in the body's first paragraph without being about the story.
        features["dateline"] = 1.0
        features.pop("in-body", None)
    else:
        features[_share(length, size)] = 1.0
    if start < 3:
        features["starts-line"] = 1.0
    if block.link_chars > 0.7 * size:
        features["linked"] = 1.0
    context = text[max(start - _LABEL_CHARS, behind) : start]
    if start < 3 and block.index > 0 and len(blocks[block.index - 1].text) < 32:
        context = blocks[block.index - 1].text
    for label in labels_in(context.lower()):
        features[label] = 1.0
    if size > _EDITED_CHARS or not rules.PAGE_EDITED_NEEDLES.held_in(text.lower()):
        return
    if rules.PAGE_EDITED.search(text):
        features[PAGE_EDITED] = 1.0


def note_behind(features: dict[str, float], text: str, printed: Printed, end: int) -> None:
    """Note what the words behind a date say, where a verb ends the sentence.

    German, Dutch, Turkish, Korean and kin name the day first ("wurde am 3. März veröffentlicht").
    ``end`` is where the line's next date begins: the words before that one may label it.
    """
    if len(text) > _PUBLISHED_CHARS or not _LABELS_HERE.isdisjoint(features):
        return
    words, stop, _ = text[printed.end : end].lower().partition(". ")
    if ":" in words or (end < len(text) and not stop):
        return
    for word in _WORDS.findall(words)[:_WORDS_BEHIND]:
        for label in _LABELS_HERE & _labels_of(word):
            features[f"{label}:behind"] = 1.0


def note_notice(features: dict[str, float], text: str, printed: Printed, behind: int) -> None:
    """Note whether the words around a date say what is held, closed or due on that day."""
    if not _LABELS_HERE.isdisjoint(features):
        return
    before = text[max(printed.start - _NOTICE_CHARS, behind) : printed.start].lower()
    after = text[printed.end : printed.end + _LABEL_CHARS].lower()
    if rules.NOTICE_BEFORE.search(before) or rules.NOTICE_BEHIND.match(after):
        features[NOTICE] = 1.0


_LABELS_HERE = frozenset({"label:published", "label:modified"})


def _share(length: int, size: int) -> str:
    """Return how much of its line a date takes."""
    share = length / max(size, 1)
    if share > 0.85:
        return "alone"
    if share > 0.4:
        return "mostly"
    return "short-line" if size < 120 else "in-paragraph"


def is_in_prose(features: Mapping[str, float], text: str) -> bool:
    """Return whether a date stands in a sentence: of the text, of a dek or of a caption."""
    if "in-paragraph" in features:
        return True
    return "short-line" in features and (
        text.endswith((".", "!", "?", "…"))
        or len(_SMALL_WORDS.findall(text)) > _SMALL_WORDS_OF_LINE
    )


def _is_dateline(text: str, start: int, end: int, size: int) -> bool:
    """Return whether a date opens a paragraph behind its place: "Karlsruhe (3.5.2021). It …"."""
    return (
        size > _LEAST_STORY
        and start <= _PLACE_CHARS
        and (start == 0 or _PLACE.fullmatch(text, 0, start) is not None)
        and text[end : end + 3].lstrip(" )")[:1] in _DATELINE_MARKS
    )


@cache
def _stems() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return first letter to (beginning of a word, label)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for label, words in (
        ("label:modified", rules.LABELS_MODIFIED),
        ("label:published", rules.LABELS_PUBLISHED),
        ("label:leading", rules.LABELS_LEADING),
        ("label:other", rules.LABELS_OTHER),
    ):
        for word in words:
            found.setdefault(word[0], []).append((word, label))
    return {letter: tuple(stems) for letter, stems in found.items()}


def labels_in(context: str) -> set[str]:
    """Return what the words before a date, in lower case, say about it (``label:published`` …)."""
    found: set[str] = set()
    for word in _WORDS.findall(context)[-6:]:
        found |= _labels_of(word)
    if ":" in context[-3:] and found:
        found |= {f"{label}:colon" for label in found}
    return found


@remembered(4096)
def _labels_of(word: str) -> frozenset[str]:
    """Return what one word says about the date behind it; most say nothing."""
    return frozenset(
        label
        for stem, label in _stems().get(word[0], ())
        if (word.startswith(stem) if stem[-1] != "@" else word == stem[:-1])
    )


def note_inline(
    features: dict[str, float], container: Container, text: str, printed: Printed
) -> None:
    """Note the class of the inline element that holds just the date."""
    if len(text) > _INLINE_CHARS:
        return
    needle = text[printed.start : printed.start + 8]
    for number, element in enumerate(container.element.iter(*_INLINE)):
        if number > _INLINE_LOOKED_AT:
            return
        if needle in (element.text or ""):
            names = [element.get(name) or "" for name in ("class", "id", "itemprop")]
            meanings = _meanings(" ".join(names)[:_NAMES_CHARS])
            if "today" in meanings:
                features[TODAY] = 1.0
            elif "modified" in meanings:
                features["class:modified"] = 1.0
            elif "date" in meanings:
                features["class:date:inline"] = 1.0
