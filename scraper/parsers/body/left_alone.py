"""Takes out headings, labels and lead-ins of which nothing is left that they head.

What stood below them was links or furniture, and is not in the chosen text.
"""

from collections.abc import Sequence
from itertools import takewhile

from scraper.parsers.body.features import Described
from scraper.parsers.body.furniture import (
    CLOSER_LIMIT,
    EDGE_SIGNS,
    ITEMS,
    is_closer,
    is_link,
    is_share_bar,
)
from scraper.parsers.rules.boilerplate import ABOUT_LABELS, CONTENTS_LABELS, LABEL_LIMIT
from scraper.patterns import late
from scraper.text import HEADING_TAGS, TextBlock, fold_case

_HEADING_LIMIT = 120
"""Longer headings are text that a theme set in large letters."""
_CLOSING_MOST = 3
_LEAD_IN_ENDS = (":", "：")
_CONTENTS = frozenset(map(fold_case, CONTENTS_LABELS))
_CONTENTS_LIMIT = max(map(len, CONTENTS_LABELS)) + 2
_ABOUT = frozenset(map(fold_case, ABOUT_LABELS))
_TAGS_LIMIT = 200
_SENTENCE = late(r"[.。]$|(?:\d|\w{4})[.!?]\s|\n")
"""What no list of tags has: sentences, a day ("Tag: Samstag, 14. Juni"), a second line."""


def without_left_alone(
    blocks: Sequence[TextBlock], described: Described, kept: Sequence[int]
) -> list[int]:
    """Return the chosen blocks less labels and headings of which all that they head was left out.

    A sentence is no label, however short: forty characters of Chinese are a paragraph.
    """
    running = described.masses.running
    left: list[int] = []
    following = len(blocks)
    for place in reversed(kept):
        left_out = following - place > 1
        if (left_out and _heads(blocks, place, following, is_label=running[place] <= 0)) or (
            _is_contents_label(blocks[place])
            and (left_out or not any(map(_is_listed, blocks[following : following + 1])))
        ):
            continue
        left.append(place)
        following = place
    return left[_closing(blocks, left) :][::-1]


def _is_contents_label(block: TextBlock) -> bool:
    """Return whether a block is the label of a list of the article's sections.

    Scripts fill such lists in, or they were left out as links: the label heads nothing then.
    """
    text = block.text
    return len(text) <= _CONTENTS_LIMIT and fold_case(text).strip(EDGE_SIGNS) in _CONTENTS


def _is_listed(block: TextBlock) -> bool:
    return block.tag in ITEMS or block.link_chars > 0


def _closing(blocks: Sequence[TextBlock], chosen: Sequence[int]) -> int:
    """Return how many headings and lead-ins end the text: what they lead to was left out.

    More than a few headings in a row are a list that a theme set in large letters.

    Args:
        chosen: Indexes of the chosen ones, from the last.
    """
    closing = list(takewhile(lambda place: _leads_on(blocks, place), chosen))
    is_list = all(blocks[place].tag in HEADING_TAGS for place in closing)
    if len(closing) == len(chosen) or (is_list and len(closing) > _CLOSING_MOST):
        return 0
    return len(closing)


def _leads_on(blocks: Sequence[TextBlock], place: int) -> bool:
    """Return whether a block is a heading, a label, the list of tags, or a lead-in to a link."""
    block = blocks[place]
    if block.tag in HEADING_TAGS:
        return True
    if len(block.text) <= CLOSER_LIMIT and is_closer(block.text):
        return True
    label, _, tags = block.text[:_TAGS_LIMIT].partition("：" if "：" in block.text else ":")
    if tags and block.text.endswith(tags) and fold_case(label).strip(" (（[") in _ABOUT:
        return _SENTENCE.search(tags) is None
    leads = len(block.text) <= _HEADING_LIMIT and block.text.endswith(_LEAD_IN_ENDS)
    return leads and place + 1 < len(blocks) and is_link(blocks[place + 1])


def _heads(blocks: Sequence[TextBlock], place: int, following: int, *, is_label: bool) -> bool:
    """Return whether a block heads what was left out up to the following one, and nothing else."""
    block, left_out = blocks[place], blocks[place + 1 : following]
    after = blocks[following : following + 1]
    if is_label and is_share_bar(left_out[0]) and len(block.text) <= LABEL_LIMIT:
        return True
    is_heading = block.tag in HEADING_TAGS and len(block.text) <= _HEADING_LIMIT
    if not is_heading or not all(map(is_link, left_out)):
        return False
    return not after or (after[0].tag in HEADING_TAGS and after[0].tag <= block.tag)
