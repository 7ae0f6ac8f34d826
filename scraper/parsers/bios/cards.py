"""Finds the cards that present people: heading, name, job, text, in any markup.

A card is a run of blocks. Its text is prose that a heading or a name line announces, that stands
in a container whose class says so, or that opens with the name of somebody in the byline.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from scraper.parsers.authors import regions as region
from scraper.parsers.authors.regions import Regions
from scraper.parsers.bios.beginnings import SHORT, read_beginnings
from scraper.parsers.bios.boxes import (
    box_of,
    is_bio_text,
    is_marked,
    list_end,
    marked_blocks,
    marked_end,
    more_prose,
    share_box,
)
from scraper.parsers.bios.card import LEAD_BLOCKS, Card, make_card, read_down
from scraper.parsers.bios.people import (
    NOBODY,
    People,
    Person,
    heading_name,
    joint_names,
    line_name,
    mentions,
    named,
    owners,
    repeated_name,
    starting_name,
    to_people,
)
from scraper.parsers.bios.signs import (
    LEAST_CHARS,
    LEAST_WORDS,
    head_lines,
    is_about_somebody,
    is_heading,
    is_prose,
    is_weak,
    leading_name,
    opening_name,
    speaks_of_house,
    without_heading,
)
from scraper.parsers.names import same_person
from scraper.parsers.rules import bios as rules
from scraper.text import SECTION_TAGS, TextBlock

_OPENING_CHARS = 60
_MOST_CARDS = 40
_NAME_ABOVE = 3
"""Blocks above a bio among which the name of its person stands."""
_SIGNING_BLOCKS = 2
"""Last blocks of the body in which a text that starts with the author's name is a bio."""


def find_cards(regions: Regions, persons: Sequence[Person]) -> list[Card]:
    """Return the cards of a page, in page order, each with the person's printed name.

    Linear in the page: each block is looked at once as the possible start of a card, and a
    card reads at most a few blocks around it.
    """
    people = to_people(persons)
    cards: list[Card] = []
    taken = listed = -1
    blocks = regions.page.blocks
    likely = sorted(_likely_blocks(regions, people))
    index = 0
    while index < len(blocks):
        if index >= listed:
            slot = bisect_left(likely, index)
            if slot == len(likely):
                break
            index = likely[slot]
        block = blocks[index]
        index += 1
        if block.index <= taken:
            continue
        if len(cards) == _MOST_CARDS:
            break
        if regions.flags[block.container] & region.COMMENT:
            continue
        card = _read_card(regions, people, block)
        if card is None and block.index < listed:
            card = _listed(regions, block)
        if card is not None:
            cards += [card, *_shared(regions, people, card)]
            if card.plural and card.heading is not None:
                listed = list_end(regions, card.heading)
            taken = card.texts[-1] if card.texts else max(card.lines, default=block.index)
    return cards


def _shared(regions: Regions, people: People, card: Card) -> list[Card]:
    """Return the same card for each other author to whom a sentence of its text belongs."""
    if card.name is None or len(people.persons) < 2:
        return []
    texts = [regions.page.blocks[index].text for index in card.texts]
    names = dict.fromkeys(name for text in texts for _, of in owners(text, people) for name in of)
    return [replace(card, name=name) for name in names if not same_person(name, card.name)]


def _likely_blocks(regions: Regions, people: People) -> set[int]:
    """Return the blocks that have a heading's first letters, name one of the byline or are marked.

    A quick test before blocks are read, of all of them at once: most blocks are menus and prose,
    and one card in a page is many. It lets through every block that begins a card.
    """
    likely = set(read_beginnings(regions.texts, people.words))
    if people:
        likely.update(marked_blocks(regions))
    return likely


def _listed(regions: Regions, block: TextBlock) -> Card | None:
    """Return the card of one more person under a heading for several."""
    name = _name_above(block.text, NOBODY)
    if name is not None:
        above, bio = head_lines(block.text, name)
        told = mentions(bio[:_OPENING_CHARS], name) or is_about_somebody(bio)
        if not above or not told:
            return None
        return make_card(regions, name, [], [block.index], strength=3, plural=True)
    name = line_name(block.text, NOBODY) if len(block.text) <= SHORT else None
    if name is None:
        return None
    lines, texts = read_down(regions, NOBODY, block.index + 1, name)
    if not texts or not _fits(regions, block.index, texts[0], name):
        return None
    return make_card(regions, name, [block.index, *lines], texts, strength=3, plural=True)


def _name_above(text: str, people: People) -> str | None:
    """Return the name that is the first of several lines of a text."""
    head, broken, _ = text.partition("\n")
    return line_name(head, people) if broken and len(head) <= SHORT else None


def _read_card(regions: Regions, people: People, block: TextBlock) -> Card | None:
    """Return the card that begins with a block, or None."""
    text = block.text
    if len(text) <= SHORT:
        headed = is_heading(text) and not _holds_bio(text, people)
        if headed and _is_outside_body(regions, block) and not _is_entry(regions, block):
            return _after_heading(regions, people, block)
        if name := _card_name(regions, people, block):
            return _after_name(regions, people, block, name)
    return _opened_by_name(regions, people, block)


def _card_name(regions: Regions, people: People, block: TextBlock) -> str | None:
    """Return the name of a short line that begins a card.

    It stands in an author's box, behind the text, or above prose that opens with it again. A line
    of a box that is the name and, behind a dash, the bio begins none. Where it stands is cheaper to
    tell than whom it names.
    """
    if not people.may_be_in(block.text):
        return None
    marked, introduced = is_marked(regions, block), None
    if marked and is_prose(block) and starting_name(block.text, people, boxed=True) is not None:
        return None
    if not marked and block.index <= regions.body_last:
        introduced = _opening_below(regions, block.index + 1)
        if introduced is None:
            return None
    name = named(block.text, people)
    if name and introduced and not same_person(introduced, name):
        return None
    return name


def _holds_bio(text: str, people: People) -> bool:
    """Return whether a short line holds its heading and the bio ("About the author: Jane is …")."""
    rest, announced = without_heading(text)
    if not announced or len(rest) < LEAST_CHARS:
        return False
    return bool(opening_name(rest) or starting_name(rest, people))


def _opening_below(regions: Regions, index: int) -> str | None:
    """Return the name that prose below a line begins with; a job may stand between."""
    below = regions.page.blocks[index : index + 2]
    prose = next((block for block in below if is_prose(block) or len(block.text) > SHORT), None)
    return opening_name(prose.text) if prose is not None and is_prose(prose) else None


def _is_entry(regions: Regions, block: TextBlock) -> bool:
    """Return whether what reads as a heading is an entry of a menu or of the text's list."""
    if is_marked(regions, block):
        return False
    linked = block.link_chars * 2 > len(block.text)
    if block.tag == "li":
        return linked or regions.body_first <= block.index <= regions.body_last
    return regions.flags[block.container] & region.MENU != 0


def _is_outside_body(regions: Regions, block: TextBlock) -> bool:
    """Return whether a heading can start a box: not one of the many headings of the text."""
    if not 0 <= regions.body_first <= block.index <= regions.body_last:
        return True
    if not is_weak(block.text) and rules.HEADING.match(block.text):
        return True
    left = regions.body_last - block.index
    return left <= 12 or is_marked(regions, block)


# --- cards by how they begin --------------------------------------------------------------------


def _after_heading(regions: Regions, people: People, block: TextBlock) -> Card | None:
    """Read the card under a heading; the heading may hold the name."""
    name = heading_name(block.text, people)
    weak = is_weak(block.text)
    lines, texts = read_down(regions, people, block.index + 1, name)
    for line in lines:
        if name is None:
            name = line_name(regions.page.blocks[line].text, people)
    if weak and texts and not _fits(regions, block.index, texts[0], name or ""):
        texts = []
    if not texts and (name is None or not lines or weak):
        return None
    if name is None and texts:
        first = regions.page.blocks[texts[0]].text
        name = (
            _name_above(first, people)
            or starting_name(first, people)
            or opening_name(first)
            or leading_name(first)
        )
    strength = 2 if weak or not rules.HEADING.match(block.text.strip()) else 3
    return make_card(
        regions,
        name,
        lines,
        texts,
        heading=block.index,
        strength=strength,
        plural=rules.PLURAL.search(block.text) is not None,
    )


def _after_name(regions: Regions, people: People, block: TextBlock, name: str) -> Card | None:
    """Read the card that a name line begins."""
    lines, texts = read_down(regions, people, block.index + 1, name)
    marked = is_marked(regions, block)
    house = people.have_house(name)
    if texts and (
        _is_body(regions, texts)
        or not _fits(regions, block.index, texts[0], name, organization=house)
    ):
        texts = []
    if not texts and not marked:
        return None
    card = make_card(regions, name, [block.index, *lines], texts, strength=2 if marked else 1)
    if texts:
        return card
    # Nothing ends a card without text but its box: links behind it may be the next one's.
    end = min(card.end, marked_end(regions, block))
    first, end = box_of(regions, block.index, end)
    return replace(card, first=first, end=end)


def _is_body(regions: Regions, texts: Sequence[int]) -> bool:
    """Return whether what follows a byline is the article itself."""
    first, last = regions.body_first, regions.body_last
    if first == texts[0] and opening_name(regions.page.blocks[first].text):
        return False
    return first in texts or 2 * sum(first <= text <= last for text in texts) > last - first + 1 > 2


def _fits(regions: Regions, line: int, text: int, name: str, *, organization: bool = False) -> bool:
    """Return whether prose under an unmarked name line is about the person or the house."""
    prose = regions.page.blocks[text]
    opening = prose.text[:_OPENING_CHARS]
    boxed = share_box(regions, line, text)
    if organization:
        # A house's name stands in most that it prints: its text begins with it, or says "we".
        near = boxed or text - line <= LEAD_BLOCKS // 2
        return (near and speaks_of_house(opening, name)) or (boxed and is_bio_text(regions, prose))
    if mentions(opening, name):
        return boxed or text - line <= LEAD_BLOCKS // 2
    if not boxed:
        return False
    if is_marked(regions, regions.page.blocks[line]) and mentions(prose.text, name):
        return True
    if _leads_to_person(regions, text + 1, name):
        return True
    if text > regions.body_last and len(prose.text.split()) >= 2 * LEAST_WORDS:
        return is_marked(regions, prose)
    return is_about_somebody(opening)


def _leads_to_person(regions: Regions, index: int, name: str) -> bool:
    """Return whether the line behind a bio is a button to the person's page or articles."""
    blocks = regions.page.blocks
    if index >= len(blocks) or len(blocks[index].text) > SHORT:
        return False
    line = blocks[index].text
    return bool(line and name and name in line and rules.PROFILE_TEXT.search(line))


def _opened_by_name(regions: Regions, people: People, block: TextBlock) -> Card | None:
    """Read the card that is nothing but prose opening with a name of the byline."""
    if len(block.text) < LEAST_CHARS:
        return None
    text, announced = without_heading(block.text)
    marked = is_marked(regions, block)
    if not (announced or (marked and people) or people.may_be_in(text[:SHORT])):
        return None
    inside = regions.body_first <= block.index < regions.body_last - 4
    if inside and not marked and not announced and not _is_section_of_one(regions, block):
        return None
    if not is_prose(block):
        return None
    name = opening_name(text) or repeated_name(text, people)
    if marked or announced or block.index >= regions.body_last - _SIGNING_BLOCKS:
        name = starting_name(text, people, boxed=marked) or name
    name = name or next(iter(joint_names(text, people)), None)
    known = name is not None and any(
        same_person(name, person.name) and not (person.organization and not marked)
        for person in people.persons
    )
    if not (known or announced) and not (
        marked and people and _is_anonymous(regions, people, block)
    ):
        return None
    if not known and 0 <= regions.body_first <= block.index < regions.body_last - _SIGNING_BLOCKS:
        return None
    if block.tag == "blockquote" and not (marked or announced):
        return None
    if known and not marked and not announced and 0 <= block.index <= regions.body_first + 2:
        return None
    texts = [block.index, *(() if announced else more_prose(regions, block.index, people))]
    strength = 3 if announced else 2 if marked else 1
    return make_card(regions, name if known or announced else None, [], texts, strength=strength)


def _is_anonymous(regions: Regions, people: People, block: TextBlock) -> bool:
    """Return whether prose that names nobody is a bio by the class of its box.

    It speaks of itself or of "her", or is all that an element for the bio of a person holds; the
    lines above it in the box name nobody who is not in the byline.
    """
    if regions.flags[block.container] & region.BIO and is_about_somebody(block.text):
        return True
    if not is_bio_text(regions, block) or opening_name(block.text) is not None:
        return False
    if all(person.organization for person in people.persons):
        return False
    for line in regions.page.blocks[max(block.index - _NAME_ABOVE, 0) : block.index]:
        if share_box(regions, block.index, line.index):
            name = line_name(line.text, NOBODY)
            if name is not None and not people.have(name):
                return False
    return True


def _is_section_of_one(regions: Regions, block: TextBlock) -> bool:
    """Return whether a block is all there is between two headings ("Who wrote this")."""
    blocks = regions.page.blocks
    around = blocks[max(block.index - 1, 0) : block.index + 2]
    return len(around) == 3 and all(b.tag in SECTION_TAGS for b in (around[0], around[2]))
