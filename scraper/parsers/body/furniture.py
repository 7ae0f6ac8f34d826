"""Takes lines of the site's furniture out of the chosen text, by what they say or lead to.

Themes set such lines within the article, often in its own elements, so that nothing but the line
itself tells: a share bar leads to share services only, a tag line to lists of the site, a label
says that an advertisement follows.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scraper.native import twin
from scraper.needles import make_needles
from scraper.parsers.body.buttons import is_button, is_way_out
from scraper.parsers.body.features import Described
from scraper.parsers.body.layout import Layout
from scraper.parsers.rules.boilerplate import (
    AD_LABELS,
    CLOSING_LABELS,
    COPYRIGHT_LINE,
    LABEL_LIMIT,
    LIST_TARGET,
    POINTER_LIMIT,
    POINTERS,
    SERVER_MESSAGE,
    SHARE_TARGET,
)
from scraper.parsers.rules.counters import COUNTER_LINE, COUNTER_STEMS
from scraper.remembering import remembered
from scraper.text import HEADING_TAGS, TextBlock, fold_case

_LONGEST_FIRST = sorted(POINTERS, key=len, reverse=True)
_POINTER = re.compile(
    rf"(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?!\w)\s*[:：>»|–—!?…-]*\s*", re.I
)
START = 6
"""First characters by which lines are told apart: hardly any begins as a pointer or a label does
and is none."""
POINTER_STARTS = frozenset(pointer[:START].lower().replace("ı", "i") for pointer in POINTERS)
"""How pointers begin in ASCII: no other letter outside of it has one within for its other case."""
_LETTERS = 3
_POINTER_LETTERS = frozenset(start[:_LETTERS] for start in POINTER_STARTS)
"""The same in fewer characters, for lines that go on outside of ASCII."""
_AD_STARTS = frozenset(label[:START] for label in AD_LABELS)
_SHORT_LABELS = tuple(label for label in AD_LABELS if len(label) < START)
"""Labels that say all in the first characters, so that anything may follow them there."""
CLOSERS = frozenset(map(fold_case, CLOSING_LABELS))
CLOSER_LIMIT = max(map(len, CLOSING_LABELS)) + 4
_CACHE = 4096
"""First characters of lines that are remembered."""
MOSTLY_LINK = 0.8
_BAR_LIMIT = 300
"""Longer blocks are text, wherever their links lead."""
_LONGEST = 500
"""Longer blocks are no line of furniture: what a failing server prints may be so long."""
COPYRIGHT_LIMIT = 200
CLAIM_SIGNS = frozenset("CcAaTt저")
"""Letters that copyright lines begin with, where they do not begin with a sign."""
_CLAIMS = ("©", "ⓒ", "(c)", "copyright", "content", "text")
"""What copyright lines begin with, behind three signs at most, or "all" before "content"."""
_CLAIM_HEAD = 14
"""Characters that hold the longest of these beginnings."""
_TAGS_LEAST = 2
"""One link to a list of the site may well stand in a sentence."""
AD_LIMIT = 2 * LABEL_LIMIT
_PARTS = re.compile(r"[.:|\n]\s*")
"""What stands between two labels: "Advertisement. Scroll to continue reading."."""
_COUNTED = make_needles(COUNTER_STEMS)
_COUNTS = re.compile(r"[\d.,]")
"""What every counter has: a number, however it is printed."""
_PLACE = re.compile(r"\{\{.*?\}\}", re.S)
"""A place in a template, as Angular, Vue, Handlebars and Mustache write it."""
_CODE = frozenset("pre code kbd samp tt var".split())
EDGE_SIGNS = " \t\n.:：…-–—*|▼↓()[]"
_EDGES = frozenset(EDGE_SIGNS)
ITEMS = frozenset("li dt dd td a".split())
_OPENERS = frozenset("[(")
_LEAD_SIGNS = frozenset(">»›→➔➜➤►▶▸❯")
_BULLETS = frozenset("•◦‣▪▫●○■□⁃∙")
"""What stands in an element of its own before each item of a list that is none by its tags."""
_TEASERS_LEAST = 2
_TEASER_LIMIT = 600
"""Characters of a teaser on average, at most."""


def drop_furniture(
    blocks: Sequence[TextBlock], described: Described, keep: NDArray[np.bool_]
) -> None:
    """Take out of ``keep`` pointers, share bars, tag lines, labels, and signs of list items."""
    for place in np.flatnonzero(keep & (described.characters.length == 1)).tolist():
        keep[place] = blocks[place].text not in _BULLETS
    running = np.flatnonzero(keep & (described.masses.running > 0))
    text_ends = int(running[-1]) if len(running) else -1
    # No line of furniture is long, and what goes below a pointer is a link: most text is neither.
    worth = (described.characters.length <= _LONGEST) | (
        described.masses.link_density >= MOSTLY_LINK
    )
    places = np.flatnonzero(keep & worth).tolist()
    heads = [place for place in places if blocks[place].tag in HEADING_TAGS]
    pointing: set[int] = set()
    led = -2
    for place in _may_go(blocks, places):
        block = blocks[place]
        # The last heading so far, be it this very block.
        above = bisect_right(heads, place)
        head = heads[above - 1] if above else -1
        # What a label alone points to are the links right below it.
        is_led = led == place - 1 and is_link(block) and block.tag not in HEADING_TAGS
        points = is_led or is_pointer(block)
        if points:
            led = place if is_led or not block.link_chars else led
            pointing.add(place)
        keep[place] = not (
            points
            or (head in pointing and is_link(block))
            or is_furniture(block)
            or (place >= text_ends and is_imprint(block))
            or (
                place > text_ends
                and (is_tag_line(block) or (is_way_out(block) and head <= text_ends))
            )
        )
    _drop_teasers(blocks, described.layout, keep)


def may_go(blocks: Sequence[TextBlock], places: Sequence[int]) -> list[int]:
    """Return the places of blocks that some rule about a line may take: one in nine.

    Sizes, shares of links and first characters tell the others apart, before any rule is asked.
    ``furniture_c.pyx`` has the same for a compiler.
    """
    return [place for place in places if _may_take(blocks[place])]


def _may_take(block: TextBlock) -> bool:
    text, links = block.text, block.link_chars
    size = len(text)
    return (
        bool(links and (links >= MOSTLY_LINK * size or size - links <= LABEL_LIMIT))
        or may_point(text)
        or (size <= AD_LIMIT and may_label(text[:START]))
        or may_count(text)
        or (size <= COPYRIGHT_LIMIT and ("\n" in text or may_claim(text)))
        or text[-1:].isdecimal()
        or "{{" in text
    )


def _drop_teasers(blocks: Sequence[TextBlock], layout: Layout, keep: NDArray[np.bool_]) -> None:
    """Take out teasers below a heading that only points ("Related posts").

    Each of them is a heading that leads away with a few lines below it. They end with the smallest
    container that holds the first heading and the first of them: the text may go on behind it. One
    heading alone, or with more below it, is an article's: blogs print such boxes in front of it.
    """
    headings = [place for place, block in enumerate(blocks) if block.tag in HEADING_TAGS]
    for place, below in pairwise(headings):
        if not (is_link(blocks[below]) and is_pointer(blocks[place])):
            continue
        box = layout.own[place]
        while layout.end[box] <= below:
            box = layout.up[box]
        end = int(layout.end[box])
        teasers = sum(is_link(blocks[head]) for head in headings if below <= head < end)
        text = sum(len(blocks[index].text) for index in range(below, end) if keep[index])
        if teasers >= _TEASERS_LEAST and text <= teasers * _TEASER_LIMIT:
            keep[below:end] = False


def is_furniture(block: TextBlock) -> bool:
    """Return whether a block is the site's wherever it stands: bar, button, label or notice."""
    text = block.text
    size = len(text)
    if block.link_chars and (
        is_share_bar(block)
        or is_button(block)
        or (size <= CLOSER_LIMIT and is_link(block) and is_closer(text))
    ):
        return True
    # Sizes and first characters are looked at here: they spare most lines the calls.
    return (
        (size <= AD_LIMIT and is_ad_label(block))
        or (size <= LABEL_LIMIT and is_counter(block))
        or (size <= COPYRIGHT_LIMIT and is_copyright_line(block))
        or (text[-1:].isdecimal() and SERVER_MESSAGE.fullmatch(text) is not None)
        or ("{{" in text and is_unfilled(block))
    )


def is_closer(text: str) -> bool:
    """Return whether a line says what sites set below a text: "Share this article", "Comments"."""
    return fold_case(text).strip(EDGE_SIGNS) in CLOSERS


def is_unfilled(block: TextBlock) -> bool:
    """Return whether a block is a template's, mostly places that a script was to fill in.

    Where such a place is what the text speaks of, it is marked as code.
    """
    text = block.text
    if not _CODE.isdisjoint((block.tag, *[mark.element.tag for mark in block.raw_marks])):
        return False
    return sum(len(place.group()) for place in _PLACE.finditer(text)) > len(text) / 2


def is_pointer(block: TextBlock) -> bool:
    """Return whether a block only points to another story ("Read more: …", ">> The mill")."""
    text = block.text
    if text[:1] in _LEAD_SIGNS:
        return _is_led_away(block)
    if text[:1] in _OPENERS:
        text = text[1:].lstrip()
    if not may_point(text):
        return False
    found = _POINTER.match(text)
    if found is None:
        return False
    rest = len(text) - found.end()
    return rest == 0 or block.link_chars >= MOSTLY_LINK * rest


def _is_led_away(block: TextBlock) -> bool:
    """Return whether a block is a sign that leads on, and a link with no more than a label.

    Items of lists have such signs for bullets, and quotations begin with one of them ("»…«").
    """
    size, links = len(block.text), block.link_chars
    is_link = links >= size / 2 and size - links <= LABEL_LIMIT and size <= POINTER_LIMIT
    return is_link and block.tag not in ITEMS and "«" not in block.text


def may_point(text: str) -> bool:
    """Return whether a text may begin with a pointer, by its size and first characters."""
    if len(text) > POINTER_LIMIT:
        return False
    start = text[:START]
    if start.isascii():
        return start.lower() in POINTER_STARTS
    letters = start[:_LETTERS]
    return not letters.isascii() or letters.lower() in _POINTER_LETTERS


def is_share_bar(block: TextBlock) -> bool:
    """Return whether a block holds links to share services, and no more than a label besides."""
    targets = _targets(block)
    return bool(targets) and all(map(SHARE_TARGET.match, targets))


def is_tag_line(block: TextBlock) -> bool:
    """Return whether a block holds links to the site's own lists, and no more than a label."""
    targets = _targets(block)
    return len(targets) >= _TAGS_LEAST and all(map(LIST_TARGET.search, targets))


def is_ad_label(block: TextBlock) -> bool:
    """Return whether a block says that an advertisement follows, or the text after it."""
    text = block.text
    if len(text) > AD_LIMIT or not may_label(text[:START]):
        return False
    folded = text.casefold()
    line = folded.strip(EDGE_SIGNS)
    labels = folded in AD_LABELS or all(part in AD_LABELS for part in _PARTS.split(line) if part)
    return bool(line) and labels


@remembered(_CACHE)
def may_label(start: str) -> bool:
    """Return whether a text of these first characters may be a label of an advertisement."""
    folded = start.casefold()
    return start[:1] in _EDGES or folded[:START] in _AD_STARTS or folded.startswith(_SHORT_LABELS)


def is_counter(block: TextBlock) -> bool:
    """Return whether a block says how long the text takes to read, or how often it was."""
    text = block.text
    return may_count(text) and COUNTER_LINE.fullmatch(text) is not None


def may_count(text: str) -> bool:
    """Return whether a text may be a counter: it is short, has a number and says what of."""
    if len(text) > LABEL_LIMIT or _COUNTS.search(text) is None:
        return False
    return bool(_COUNTED.held_in(text.lower()))


def is_copyright_line(block: TextBlock) -> bool:
    """Return whether a block holds a copyright line, and besides it nothing but links."""
    text = block.text
    if len(text) > COPYRIGHT_LIMIT or not ("\n" in text or may_claim(text)):
        return False
    if "\n" not in text:
        return COPYRIGHT_LINE.match(text) is not None
    others = [line for line in text.split("\n") if COPYRIGHT_LINE.match(line) is None]
    if len(others) > text.count("\n"):
        return False
    return sum(char.isalnum() for line in others for char in line) <= block.link_chars


def is_imprint(block: TextBlock) -> bool:
    """Return whether a block begins with a copyright line: who made the site may follow it.

    Before it may stand a line of links: the way home, an address to write to.
    """
    text = block.text
    if len(text) > COPYRIGHT_LIMIT:
        return False
    if "\n" in text and block.link_chars:
        before, _, text = text.partition("\n")
        if sum(char.isalnum() for char in before) > block.link_chars:
            text = block.text
    return may_claim(text) and COPYRIGHT_LINE.match(text) is not None


def may_claim(text: str) -> bool:
    """Return whether a text may begin with a copyright line, by its first characters."""
    first = text[:1]
    if first.isalnum() and first not in CLAIM_SIGNS:
        return False
    head = text[:_CLAIM_HEAD].lower()
    return any(claim in head for claim in _CLAIMS)


def _targets(block: TextBlock) -> list[str]:
    """Return where the links of a bar lead; nothing where the block is more than a bar."""
    length = len(block.text)
    if not block.link_chars or length > _BAR_LIMIT or length - block.link_chars > LABEL_LIMIT:
        return []
    return [mark.element.get("href", "") for mark in block.raw_marks if mark.element.tag == "a"]


def is_link(block: TextBlock) -> bool:
    """Return whether a block is a link with hardly a word besides."""
    return block.link_chars >= MOSTLY_LINK * len(block.text)


_may_go = twin(may_go)
