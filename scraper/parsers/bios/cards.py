"""Finds the cards that present people: heading, name, job, text, in any markup.

A card is a run of blocks. Its text is prose that a heading or a name line announces, that stands
in a container whose class says so, or that opens with the name of somebody in the byline.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.parsers.authors import regions as region
from scraper.parsers.authors.regions import Regions
from scraper.parsers.bios.signs import (
    LEAST_WORDS,
    SHORT,
    is_about_somebody,
    is_heading,
    is_name,
    is_prose,
    is_weak,
    opening_name,
    without_heading,
)
from scraper.parsers.names import name_key, read_name, same_person, split_names
from scraper.parsers.rules import bios as rules
from scraper.parsers.rules import bylines as byline_rules
from scraper.text import TextBlock

_OPENING_CHARS = 60
_LEAD_BLOCKS = 9
_CARD_BLOCKS = 16
_MOST_CARDS = 40


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the byline, as cards are matched to them."""

    name: str
    reviewer: bool = False
    organization: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name by which a text may mention it, in lower case."""
        words = self.name.lower().split()
        return (words[0], words[-1])


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
    reviewer: bool = False


def find_cards(regions: Regions, people: Sequence[Person]) -> list[Card]:
    """Return the cards of a page, in page order, each with the person's printed name.

    Linear in the page: each block is looked at once as the possible start of a card, and a
    card reads at most a few blocks around it.
    """
    cards: list[Card] = []
    taken = listed = -1
    for block in regions.page.blocks:
        if block.index <= taken or len(cards) >= _MOST_CARDS:
            continue
        if regions.flags[block.container] & region.COMMENT:
            continue
        card = _read_card(regions, people, block)
        if card is None and block.index < listed:
            card = _listed(regions, block)
        if card is not None:
            cards.append(card)
            if card.plural and card.heading is not None:
                listed = _list_end(regions, card.heading)
            taken = card.texts[-1] if card.texts else max(card.lines, default=block.index)
    return cards


def _list_end(regions: Regions, heading: int) -> int:
    """Return the block behind the list of authors that a heading opens."""
    containers = regions.page.containers
    index = regions.page.blocks[heading].container
    end = heading
    while index >= 0 and containers[index].end - heading <= 2 * _CARD_BLOCKS:
        end = containers[index].end
        index = containers[index].parent
    return end


def _listed(regions: Regions, block: TextBlock) -> Card | None:
    """Return the card of one more person under a heading for several."""
    name = _line_name(block.text, ()) if len(block.text) <= SHORT else None
    if name is None:
        return None
    lines, texts = _read_down(regions, (), block.index + 1, name)
    if not texts or not _fits(regions, block.index, texts[0], name):
        return None
    return _card(regions, name, [block.index, *lines], texts, strength=3, plural=True)


def _read_card(regions: Regions, people: Sequence[Person], block: TextBlock) -> Card | None:
    """Return the card that begins with a block, or None."""
    text = block.text
    if len(text) <= SHORT:
        if is_heading(text) and _is_outside_body(regions, block):
            return _after_heading(regions, people, block)
        name = _named(text, people)
        if name and (_is_marked(regions, block) or block.index > regions.body_last):
            return _after_name(regions, people, block, name)
    return _opened_by_name(regions, people, block)


def _is_outside_body(regions: Regions, block: TextBlock) -> bool:
    """Return whether a heading can start a box: not one of the many headings of the text."""
    if not 0 <= regions.body_first <= block.index <= regions.body_last:
        return True
    if not is_weak(block.text) and rules.HEADING.match(block.text):
        return True
    left = regions.body_last - block.index
    return left <= 12 or _is_marked(regions, block)


def _is_marked(regions: Regions, block: TextBlock) -> bool:
    """Return whether a container close around a block has the class of an author box."""
    containers = regions.page.containers
    index = block.container
    for _ in range(4):
        if index < 0:
            return False
        container = containers[index]
        if container.end - container.first > _CARD_BLOCKS:
            return False
        if regions.own[index] & (region.BIO | region.AUTHOR):
            return True
        index = container.parent
    return False


def _named(text: str, people: Sequence[Person]) -> str | None:
    """Return the name of a name line, if it is of the byline."""
    if not _mentions(text, people):
        return None
    match = byline_rules.BYLINE.match(text)
    rest = text[match.end() :] if match else text
    about = rules.ABOUT.match(rest)
    names = split_names(rest[about.end() :] if about else rest)
    if len(names) != 1:
        return None
    name = names[0].name
    return name if any(same_person(name, person.name) for person in people) else None


def _mentions(text: str, people: Sequence[Person]) -> bool:
    """Return whether a text can hold one of the names: a quick test before names are read."""
    lower = text.lower()
    return any(word in lower for person in people for word in person.words)


# --- cards by how they begin --------------------------------------------------------------------


def _after_heading(regions: Regions, people: Sequence[Person], block: TextBlock) -> Card | None:
    """Read the card under a heading; the heading may hold the name."""
    name = _heading_name(block.text, people)
    weak = is_weak(block.text)
    lines, texts = _read_down(regions, people, block.index + 1, name)
    for line in lines:
        if name is None:
            name = _line_name(regions.page.blocks[line].text, people)
    if weak and texts and not _fits(regions, block.index, texts[0], name or ""):
        texts = []
    if not texts and (name is None or not lines or weak):
        return None
    if name is None and texts:
        name = opening_name(regions.page.blocks[texts[0]].text)
    strength = 2 if weak or not rules.HEADING.match(block.text.strip()) else 3
    return _card(
        regions,
        name,
        lines,
        texts,
        heading=block.index,
        strength=strength,
        plural=rules.PLURAL.search(block.text) is not None,
    )


def _heading_name(text: str, people: Sequence[Person]) -> str | None:
    bare = text.strip(" :.•-–—*")
    match = rules.HEADING.match(bare)
    rest = bare[match.end() :].strip(" :-–—|") if match else ""
    if not rest:
        about = rules.ABOUT.match(bare)
        rest = bare[about.end() :] if about else ""
    if not rest or rules.HEADING.fullmatch(rest) or rules.HEADING.fullmatch(bare):
        return None
    named = _named(rest, people)
    if named:
        return named
    name = read_name(rest)
    return name.name if name and is_name(rest) else None


def _line_name(text: str, people: Sequence[Person]) -> str | None:
    """Return the name that a line under a heading prints, of the byline or not."""
    named = _named(text, people)
    if named:
        return named
    if rules.NOISE_LINE.match(text) or len(text) > SHORT:
        return None
    names = split_names(text)
    if len(names) != 1 or text.endswith((".", "?", "!")):
        return None
    return names[0].name if names[0].likelihood >= 0.6 or names[0].kind == "organization" else None


def _after_name(
    regions: Regions, people: Sequence[Person], block: TextBlock, name: str
) -> Card | None:
    """Read the card that a name line begins."""
    lines, texts = _read_down(regions, people, block.index + 1, name)
    marked = _is_marked(regions, block)
    if texts and not _fits(regions, block.index, texts[0], name):
        texts = []
    if not texts and not marked:
        return None
    return _card(regions, name, [block.index, *lines], texts, strength=2 if marked else 1)


def _fits(regions: Regions, line: int, text: int, name: str) -> bool:
    """Return whether prose under an unmarked name line is about the person."""
    prose = regions.page.blocks[text]
    opening = prose.text[:_OPENING_CHARS]
    words = set(name_key(opening).split())
    boxed = _share_box(regions, line, text)
    if any(len(word) > 2 and word in words for word in name_key(name).split()):
        return boxed or text - line <= _LEAD_BLOCKS // 2
    if not boxed:
        return False
    if _leads_to_person(regions, text + 1, name):
        return True
    if text > regions.body_last and len(prose.text.split()) >= 2 * LEAST_WORDS:
        return _is_marked(regions, prose)
    return is_about_somebody(opening)


def _leads_to_person(regions: Regions, index: int, name: str) -> bool:
    """Return whether the line behind a bio is a button to the person's page or articles."""
    blocks = regions.page.blocks
    if index >= len(blocks) or len(blocks[index].text) > SHORT:
        return False
    line = blocks[index].text
    return bool(line and name and name in line and rules.PROFILE_TEXT.search(line))


def _share_box(regions: Regions, one: int, other: int) -> bool:
    containers = regions.page.containers
    index = regions.page.blocks[one].container
    for _ in range(3):
        if index < 0:
            return False
        container = containers[index]
        if container.first <= other < container.end:
            return container.end - container.first <= _CARD_BLOCKS
        index = container.parent
    return False


def _opened_by_name(regions: Regions, people: Sequence[Person], block: TextBlock) -> Card | None:
    """Read the card that is nothing but prose opening with a name of the byline."""
    marked = _is_marked(regions, block)
    text, announced = without_heading(block.text)
    if not (announced or _mentions(text[:SHORT], people) or (marked and people)):
        return None
    if not is_prose(block):
        return None
    inside = regions.body_first <= block.index < regions.body_last - 4
    if inside and not marked and not announced and not _is_section_of_one(regions, block):
        return None
    name = opening_name(text) or _repeated_name(text, people)
    known = name is not None and any(
        same_person(name, person.name) and not (person.organization and not marked)
        for person in people
    )
    bio = regions.flags[block.container] & region.BIO
    if (
        not known
        and not announced
        and not (marked and bio and people and is_about_somebody(block.text))
    ):
        return None
    if known and not marked and not announced and 0 <= block.index <= regions.body_first + 2:
        return None
    texts = [block.index, *(() if announced else _more_prose(regions, block.index))]
    strength = 3 if announced else 2 if marked else 1
    return _card(regions, name if known or announced else None, [], texts, strength=strength)


def _repeated_name(text: str, people: Sequence[Person]) -> str | None:
    """Return the name of a name line that is glued to the bio that opens with it again."""
    for person in people:
        first = person.name.split()[0]
        if text.startswith(person.name):
            again = text.find(first, len(person.name), len(person.name) + SHORT)
            if again > 0 and opening_name(text[again:]):
                return person.name
    return None


def _is_section_of_one(regions: Regions, block: TextBlock) -> bool:
    """Return whether a block is all there is between two headings ("Who wrote this")."""
    blocks = regions.page.blocks
    around = blocks[max(block.index - 1, 0) : block.index + 2]
    return len(around) == 3 and all(b.tag in _HEADINGS for b in (around[0], around[2]))


_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())


# --- the blocks of a card -----------------------------------------------------------------------


def _read_down(
    regions: Regions, people: Sequence[Person], start: int, name: str | None
) -> tuple[list[int], list[int]]:
    """Return the short lines and the prose that follow a heading or a name line."""
    blocks = regions.page.blocks
    lines: list[int] = []
    for block in blocks[start : start + (_LEAD_BLOCKS if name else 2 * _LEAD_BLOCKS)]:
        if is_prose(block):
            return lines, [block.index, *_more_prose(regions, block.index)]
        if block.tag in ("h1", "h2") and not _line_name(block.text, people):
            break
        if lines and is_heading(block.text) and not rules.NOISE_LINE.match(block.text):
            break
        other = _named(block.text, people)
        if other and name and not same_person(other, name):
            break
        if other and name is None:
            name = other
        lines.append(block.index)
    return lines, []


def _more_prose(regions: Regions, text: int) -> Iterator[int]:
    """Yield the blocks that go on with a bio: prose of the same box."""
    blocks = regions.page.blocks
    first = blocks[text]
    box = regions.page.containers[first.container].parent
    if box < 0:
        return
    container = regions.page.containers[box]
    if (
        container.end - container.first > _CARD_BLOCKS
        or container.first < regions.body_first <= text
    ) and not _is_marked(regions, first):
        return
    for block in blocks[text + 1 : min(container.end, text + 1 + _CARD_BLOCKS)]:
        if not is_prose(block) or block.tag != first.tag:
            return
        yield block.index


def _card(
    regions: Regions,
    name: str | None,
    lines: Sequence[int],
    texts: Sequence[int],
    *,
    heading: int | None = None,
    strength: int,
    plural: bool = False,
) -> Card:
    announced = regions.page.blocks[heading].text if heading is not None else ""
    reviewer = rules.REVIEWER.search(announced) is not None
    used = [*lines, *texts] + ([heading] if heading is not None else [])
    first, end = min(used), max(used) + 1
    box_first, box_end = _box(regions, first, end)
    return Card(
        name,
        tuple(lines),
        tuple(texts),
        heading,
        box_first,
        box_end,
        strength,
        plural,
        reviewer,
    )


def _box(regions: Regions, first: int, end: int) -> tuple[int, int]:
    """Return the range of the smallest container around a card, if it holds little else."""
    containers = regions.page.containers
    index = regions.page.blocks[first].container
    while index >= 0:
        container = containers[index]
        if container.end - container.first > max(_CARD_BLOCKS, 2 * (end - first)):
            break
        if container.first <= first and container.end >= end:
            return container.first, container.end
        index = container.parent
    return first, end
