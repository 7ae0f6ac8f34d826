"""Finds the headings of reference lists, in any element and many languages."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from scraper.page import Page
from scraper.parsers.references.worth import LABEL_SPACE, find_heading_blocks
from scraper.parsers.rules.reference_lists import (
    ENTRY_LABELS,
    FURTHER_WORDS,
    LIST_MODIFIERS,
    LIST_NOUNS,
    NOT_LIST_WORDS,
    NOTE_NOUNS,
    WEAK_NOUNS,
    WORKS_PHRASES,
)
from scraper.patterns import late
from scraper.text import HEADING_TAGS, TextBlock, outwards

_LONGEST_WORDS = 7
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0e7f\u1000-\u109f\u1780-\u17ff\u200c\u200d])"
"""A letter, or a mark on one: vowels of Indian scripts, Thai, Burmese and Khmer are no letters to
Unicode."""
_WORD = late(rf"{_LETTER}+(?:['’-]{_LETTER}+)*")
_ASCII_WORD = late("[A-Za-z]+(?:['-][A-Za-z]+)*")
"""The same in a text of ASCII alone: a letter is one class there, which takes a third of the time.
"""
_EDIT = late(r"\[[^\]]*\]|\([^)]*\)")
_LEVELS = 40
"""Containers around a block that are looked at."""
_COMMENTS = late(r"(?<![\w-])comments?(?:[-_]?(?:list|area|body|content|text|thread))?(?![\w-])")
_CONTENT_TAGS = frozenset("article main".split())
_NAVIGATION_TAGS = frozenset("nav header menu".split())
_NO_HEADING_TAGS = frozenset("a label legend th caption figcaption".split())
_LABELS = frozenset(ENTRY_LABELS)
_KNOWN = LIST_NOUNS | WEAK_NOUNS | LIST_MODIFIERS
_ABOVE = 3
"""Blocks between the headline of a bibliography and its first entry at most."""
_LEAST_LINED = 200
"""Characters of a block that may hold an article and the list behind it."""
_HEADING_LINE = late(r"\n[ \t]*(?:\d+[\d.]*\s+)?([^\n.;,]{3,40}?):?[ \t]*\n\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class ListHeading:
    """A block that heads a list, or opens with words that do."""

    block: int
    level: int | None
    """Heading level 1–6; None for a paragraph, button or bold line."""
    strong: bool
    """The words name a reference list and little else."""
    notes: bool
    """The words name notes."""
    further: bool = False
    """The words name works that are recommended rather than cited."""
    content: int = 0
    """Where the entries begin in the same block, 0 if the block is only the heading."""

    @property
    def within(self) -> int:
        """Where the list begins in a block that holds text before it, else 0."""
        return self.content if self.content > LABEL_SPACE + 1 else 0


def first_heading(page: Page, first: int) -> int:
    """Return the block of the headline if the page is a list that it names, else ``first``."""
    for block in reversed(page.blocks[max(first - _ABOVE, 0) : first]):
        if heading_level(block) is not None:
            judged = judge(_words(block.text.lower()))
            return block.index if judged is not None and judged[0] else first
    return first


def heading_level(block: TextBlock) -> int | None:
    """Return the level of a heading block, or None."""
    return int(block.tag[1]) if block.tag in HEADING_TAGS else None


def find_headings(page: Page, first: int = 0) -> list[ListHeading]:
    """Return the headings of possible reference lists from a block on, in page order.

    Args:
        first: The block where the article begins: its lists do not stand before it.
    """
    found: dict[int, ListHeading] = {}
    blocks = page.blocks[first:]
    short, labelled = find_heading_blocks(blocks)
    for block in short:
        heading = _of_short(page, block)
        if heading is not None:
            found[block.index] = heading
    for block in labelled:
        heading = _of_label(block) if block.index not in found else None
        if heading is not None and not _is_navigation(page, block):
            found[block.index] = heading
    for block in [b for b in blocks if len(b.text) >= _LEAST_LINED and "\n" in b.text]:
        heading = _of_line(block) if block.index not in found else None
        if heading is not None and not _is_navigation(page, block):
            found[block.index] = heading
    return [found[index] for index in sorted(found)]


def _words(text: str) -> list[str]:
    """Return the words of a text."""
    found: list[str] = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    return found


def _of_short(page: Page, block: TextBlock) -> ListHeading | None:
    """Return the heading that a short block is."""
    if block.tag in _NO_HEADING_TAGS:
        return None
    linked = 2 * block.link_chars > len(block.text) and block.tag not in HEADING_TAGS
    if linked and not _is_toggle(block):
        return None
    text = block.text.lower()
    words = _words(_EDIT.sub(" ", text) if "[" in text or "(" in text else text)
    if len(words) > _LONGEST_WORDS:
        return None
    judged = judge(words)
    if judged is None or _is_navigation(page, block):
        return None
    if _is_within(page, block, ("thead",)):
        # The head of a column.
        return None
    strong, notes, further = judged
    if block.tag == "td" and not strong:
        return None
    return ListHeading(block.index, heading_level(block), strong, notes, further)


def judge(words: list[str]) -> tuple[bool, bool, bool] | None:
    """Return whether words head a list: (strong, notes, further), or None if they do not."""
    if not words or any(word in NOT_LIST_WORDS for word in words):
        return None
    phrase = " ".join(words)
    if phrase in WORKS_PHRASES:
        further = any(word in FURTHER_WORDS for word in words)
        return not further, any(word in NOTE_NOUNS for word in words), further
    strong = [word for word in words if word in LIST_NOUNS]
    weak = [word for word in words if word in WEAK_NOUNS]
    if not (strong or weak) or any(word not in _KNOWN for word in words):
        return None
    further = any(word in FURTHER_WORDS for word in words) and not strong
    notes = all(word in NOTE_NOUNS for word in (*strong, *weak))
    return bool(strong), notes, further


def _of_label(block: TextBlock) -> ListHeading | None:
    """Return the heading at the start of a block that goes on with its entries."""
    for mark in (":", "\n"):
        place = block.text.find(mark, 0, LABEL_SPACE + 1)
        if place < 0:
            continue
        label, rest = block.text[:place], block.text[place + 1 :]
        if not rest.strip():
            continue
        words = _words(label.lower())
        phrase = " ".join(words)
        judged = judge(words)
        if phrase in _LABELS or judged is not None:
            strong, notes, further = judged or (False, False, False)
            start = len(label) + 1 + (len(rest) - len(rest.lstrip()))
            return ListHeading(block.index, None, strong, notes, further, start)
    return None


def _of_line(block: TextBlock) -> ListHeading | None:
    """Return the last heading that is a line of a block: articles in ``pre``, or of ``br`` alone.

    Only words that name nothing but a list head one there.
    """
    for match in reversed(list(_HEADING_LINE.finditer(block.text))):
        judged = judge(_words(match.group(1).lower()))
        if judged is not None and judged[0] and match.start():
            return ListHeading(block.index, None, *judged, content=match.end())
    return None


def _is_navigation(page: Page, block: TextBlock) -> bool:
    """Return whether a block stands in a menu, or among readers' comments.

    A menu around the article is broken markup.
    """
    for container in islice(outwards(page.containers, block.container), _LEVELS):
        if container.tag in _CONTENT_TAGS:
            return False
        element = container.element
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if container.tag in _NAVIGATION_TAGS or _COMMENTS.search(names):
            return True
    return False


def _is_toggle(block: TextBlock) -> bool:
    """Return whether a block is a link without a target, which opens the list below it."""
    if block.tag == "li":
        return False
    hrefs = (m.element.get("href") for m in block.raw_marks if m.element.tag == "a")
    return all(not href or href == "#" or href.startswith("javascript") for href in hrefs)


def stands_aside(page: Page, block: int) -> bool:
    """Return whether a block stands in a side column or a footer."""
    return _is_within(page, page.blocks[block], ("aside", "footer"))


def _is_within(page: Page, block: TextBlock, tags: Collection[str]) -> bool:
    around = islice(outwards(page.containers, block.container), _LEVELS)
    return any(container.tag in tags for container in around)
