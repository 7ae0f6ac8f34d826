"""What a card about a person is, and which blocks of the page belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.page import Page
from scraper.parsers.authors.regions import Regions
from scraper.parsers.bios.boxes import box_of, more_prose
from scraper.parsers.bios.people import People, line_name, named
from scraper.parsers.bios.signs import is_heading, is_prose
from scraper.parsers.names import same_person
from scraper.parsers.rules import bios as rules
from scraper.parsers.rules.reference_lists import LIST_NOUNS, WEAK_NOUNS

LEAD_BLOCKS = 9
"""Short lines between a person's name and the text about them, at most."""

_LONGEST_BUTTON = 40

_SOURCES = LIST_NOUNS | WEAK_NOUNS - {"links", "weblinks"}
"""Headings of lists whose entries are no sentences about the author, however close they stand."""


@dataclass(frozen=True, slots=True)
class Card:
    """One box about one person."""

    name: str | None
    """The name that the card prints; None where only the page's sole author can be meant."""
    lines: tuple[int, ...]
    """Blocks between heading and text, the name's among them."""
    texts: tuple[int, ...]
    """Blocks of the bio; none where the card has no text."""
    heading: int | None
    first: int
    end: int
    """All blocks of the card, half-open."""
    strength: int
    """How surely this is a card about an author: heading, class, name, opening."""
    plural: bool = False
    """Whether its heading announces several people."""
    reviewer: bool = False
    """Whether its heading announces who reviewed or edited the text."""


def is_named(page: Page, card: Card, name: str) -> bool:
    """Return whether a card prints a name in a line above its text."""
    return any(name in page.blocks[line].text for line in card.lines)


def read_down(
    regions: Regions, people: People, start: int, name: str | None
) -> tuple[list[int], list[int]]:
    """Return the short lines and the prose that follow a heading or a name line."""
    blocks = regions.page.blocks
    lines: list[int] = []
    for block in blocks[start : start + (LEAD_BLOCKS if name else 2 * LEAD_BLOCKS)]:
        if is_prose(block):
            return lines, [block.index, *more_prose(regions, block.index, people)]
        if block.tag in ("h1", "h2") and not line_name(block.text, people):
            break
        if block.text.casefold().strip(" :.") in _SOURCES:
            break
        if lines and is_heading(block.text) and not rules.NOISE_LINE.match(block.text):
            break
        other = named(block.text, people)
        if other and name and not same_person(other, name):
            break
        if other and name is None:
            name = other
        lines.append(block.index)
    return lines, []


def make_card(
    regions: Regions,
    name: str | None,
    lines: Sequence[int],
    texts: Sequence[int],
    *,
    heading: int | None = None,
    strength: int,
    plural: bool = False,
) -> Card:
    """Return the card of some blocks, with the box around them and, if near, their heading.

    Args:
        name: The name that the card prints, if any.
        lines: Blocks with name and job, in order.
        texts: Blocks of the bio; lines or texts there must be.
        heading: The block that announces the card, which may stand above the box.
        strength: How surely this is a card about an author.
        plural: Whether the heading announces several people.
    """
    announced = regions.page.blocks[heading].text if heading is not None else ""
    reviewer = rules.REVIEWER.search(announced) is not None
    used = [*lines, *texts]
    first, end = box_of(regions, min(used), max(used) + 1)
    if heading is not None and heading < first:
        first, end = box_of(regions, heading, end)
    if texts and _is_button(regions, end):
        end += 1
    return Card(
        name,
        tuple(lines),
        tuple(texts),
        heading,
        first,
        end,
        strength,
        plural,
        reviewer,
    )


def _is_button(regions: Regions, index: int) -> bool:
    """Return whether a block is nothing but a link to a person's page, behind their text."""
    if index >= len(regions.page.blocks):
        return False
    block = regions.page.blocks[index]
    is_link = len(block.text) <= _LONGEST_BUTTON and block.link_chars >= len(block.text)
    return is_link and rules.PROFILE_TEXT.search(block.text) is not None
