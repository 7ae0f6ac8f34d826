"""Tells from the lines around a name whose it is, where the name's own place does not.

Pages print the writer of a book that they speak of, whom the press may call, a sculptor's years
above his obituary and the readers below the text in lines that look like a byline.
"""

import re

from scraper.needles import make_needles
from scraper.page import Page
from scraper.parsers.authors.leads import cut_last_byword
from scraper.parsers.authors.mentions import LONGEST_LINE, Mention
from scraper.parsers.authors.regions import OUTSIDE, RELATED, Regions
from scraper.parsers.rules import bylines
from scraper.parsers.rules import bystanders as rules
from scraper.text import SECTION_TAGS

_FACTS_AROUND = 4
"""Blocks on both sides of a name among which the other facts of a work stand."""
_LEAST_FACTS = 2
_LABEL_WORDS = 3
_PRESS_WORDS = make_needles(rules.PRESS_WORDS)
_SENTENCE_WORDS = 5
"""Words from which on a line with a full stop and no number or address is a sentence."""
_ENDS = (".", "!", "?", "…", "”", "»")
_NUMBER_OR_ADDRESS = re.compile(r"[\d@]")
_SHORT = 80
"""Characters of a line that says what somebody is, or where to call."""
_BELOW = 3
"""Blocks with the name and below it that belong to a contact."""
_YEARS = re.compile(r"\W*\*?\s?(?:1[5-9]|20)\d\d\s?[–—-]\s?†?\s?(?:1[6-9]|20)\d\d\W*")
"""The years of somebody's life, and nothing else."""
_TEXT_BLOCKS = 2
"""Blocks of a text before which no comments stand."""
_THREAD_CHARS = 40
_LEAST_FAMILY = 3
_BARE = frozenset("plain item heading full dated beside-date presented signed".split())
"""Marks that say no more than that a name stands there."""
STATING_MARKS = frozenset({"rel", "itemprop"})
_PARTS = re.compile(r"[\W_]$")
_FROM_PLACE = re.compile(r"\sfrom(?=\s[^\W\d_a-z])")
"""A letter comes from a place, a recipe from a book."""
_AROUND_BYWORD = " |•·(,.;:–—-"


def is_bystander(mention: Mention, regions: Regions) -> bool:
    """Return whether the lines around a name say that it is somebody else's than the writer's."""
    marks = mention.marks
    if not marks.isdisjoint(STATING_MARKS):
        return False
    if "inner-word" in marks and marks.isdisjoint(("dated", "written")):
        return not _is_announced(mention, regions)
    if "by" in marks:
        return "opened" in marks and _is_of_work(mention, regions)
    if "bio-class" in marks:
        return False
    if _is_spoken_of(mention, regions) or _has_lived(mention, regions):
        return True
    if mention.block < max(regions.body_first, regions.headline) + _TEXT_BLOCKS:
        return False
    if _is_contact(mention, regions) or _is_commenting(mention, regions):
        return True
    return _is_linked_in_list(mention, regions) or _is_subject(mention, regions)


def _is_announced(mention: Mention, regions: Regions) -> bool:
    """Return whether what stands before a by-word within a line without a day is a byline's.

    A sign or a line's end, or a word for a text ("Weekly column by", "Letter from Rome by"); not
    "Portrait by", nor "Nach einem Rezept von".
    """
    line = regions.texts[mention.block]
    start = line.find(mention.name.name)
    before = line[max(start - LONGEST_LINE, 0) : max(start, 0)].rsplit("\n", 1)[-1].rstrip()
    lead, byword = cut_last_byword(before) or (before, "")
    lead = lead.rstrip()
    words = _FROM_PLACE.sub(" ", lead).lower().split()
    if not rules.AFTER_A_WORK.isdisjoint(words):
        return False
    if " " in byword.strip(_AROUND_BYWORD) or not lead or _PARTS.search(lead):
        return True
    return not rules.TEXT_WORDS.isdisjoint(words)


def _is_of_work(mention: Mention, regions: Regions) -> bool:
    """Return whether a name stands among the facts of a book or film, in lines with labels."""
    first = max(mention.block - _FACTS_AROUND, 0)
    around = "\n".join(regions.texts[first : mention.block + _FACTS_AROUND + 1])
    if ":" not in around:
        return False
    labels = (line.partition(":")[0].lower().split() for line in around.split("\n") if ":" in line)
    facts = {
        rules.WORK_FACTS[word]
        for words in labels
        if len(words) <= _LABEL_WORDS
        for word in words
        if word in rules.WORK_FACTS
    }
    return len(facts) >= _LEAST_FACTS


def _is_spoken_of(mention: Mention, regions: Regions) -> bool:
    """Return whether the text speaks of somebody as one does of others in Japanese and Korean."""
    name = mention.name.name
    if name[:1] < bylines.HAN_FROM:
        return False
    known = {name, name[:2], name[:3]}
    return any(
        part + sign in regions.text or f"{part} {sign}" in regions.text
        for part in known
        for sign in rules.TALKED_OF
    )


def _has_lived(mention: Mention, regions: Regions) -> bool:
    """Return whether the years of a life stand behind a name, or on the line below."""
    line = regions.texts[mention.block]
    behind = line[line.find(mention.name.name) + len(mention.name.name) :]
    below = regions.texts[mention.block + 1 : mention.block + 2]
    return any(_YEARS.fullmatch(text) for text in (behind, *below) if len(text) <= _SHORT)


def _is_contact(mention: Mention, regions: Regions) -> bool:
    """Return whether a name away from the headline is that of somebody whom the press may call."""
    lines = "\n".join(
        text
        for place in range(mention.block - 1, mention.block + _BELOW)
        for text in regions.texts[place : place + 1]
        if len(text) <= _SHORT * 2 and (place == mention.block or not _is_sentence(text))
    ).lower()
    if _PRESS_WORDS.held_in(lines) and rules.PRESS_OFFICE.search(lines):
        return True
    marked = mention.element is not None and mention.element.tag != "address"
    return not marked and rules.TELEPHONE.search(lines) is not None


def _is_sentence(text: str) -> bool:
    """Return whether a short text reports something ("A spokesman declined to comment.")."""
    return (
        text.endswith(_ENDS)
        and len(text.split()) >= _SENTENCE_WORDS
        and _NUMBER_OR_ADDRESS.search(text) is None
    )


def _is_commenting(mention: Mention, regions: Regions) -> bool:
    """Return whether the heading of a thread of comments stands between a text and a name."""
    first = max(regions.body_first, regions.headline) + _TEXT_BLOCKS
    return any(first <= index < mention.block for index in regions.page.once(_threads))


def _threads(page: Page) -> list[int]:
    """Return the indexes of the blocks that head a thread of comments."""
    return [
        block.index
        for block in page.blocks
        if block.tag in SECTION_TAGS
        and len(block.text) <= _THREAD_CHARS
        and rules.COMMENTS.fullmatch(block.text.lower())
    ]


def _is_linked_in_list(mention: Mention, regions: Regions) -> bool:
    """Return whether a name is a link of a list outside of the article: one of a site's writers."""
    outside = regions.block_flags(mention.block) & (OUTSIDE | RELATED)
    return outside != 0 and regions.page.blocks[mention.block].tag == "li"


def _is_subject(mention: Mention, regions: Regions) -> bool:
    """Return whether a text speaks of somebody whom nothing but a bare line at its end names.

    What stands in that line and in the one below is about a writer, too.
    """
    family = mention.name.name.split()[-1]
    if not mention.marks <= _BARE or len(family) < _LEAST_FAMILY:
        return False
    here = regions.texts[mention.block : mention.block + 2]
    inside = [text for text in here if text in regions.text]
    return regions.text.count(family) > sum(text.count(family) for text in inside)
