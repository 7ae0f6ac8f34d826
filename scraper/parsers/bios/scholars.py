"""Reads what journals and repositories say of an article's authors: institution and ORCID iD.

The tags of Highwire Press, which search engines for science ask for, name each author and behind
them what is theirs; systems such as Open Journal Systems print the iD beside the name.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree

from scraper.needles import has_bytes
from scraper.page import Page
from scraper.parsers.names import same_person
from scraper.patterns import late
from scraper.text import HEADING_TAGS, TextBlock

_SITE = (b"orcid.org/", 5)
"""What an iD's address holds, and the place of its rarest byte."""
_MOST_TAGS = 400
"""Tags that are read: collaborations in physics sign with thousands of names."""
_NOTES_BELOW = 20
"""Blocks below a name in which its notes stand."""
_LEAST_NOTE, _LONGEST_NOTE = 6, 200
"""Characters of an institution with department and town."""
_SIGN = late(r"\d{1,2}|[a-z]")
_PLAIN_NOTE = late(r"(\d{1,2}|[a-z])[.):]?\s+([^\W\d_].*)")
_LONGEST = 160
"""Characters between a name and the iD that is its own: an institution, with its town."""
_MOST_BEFORE = 1000
"""Characters of a box before a name, at most: it is a line or a short list."""


def find_cited(page: Page, name: str, key: str) -> str | None:
    """Return the value of the first tag with a key between an author's tag and the next one's.

    Args:
        name: The author's name, given name first.
        key: ``citation_author_institution``, ``citation_author_orcid``.
    """
    if key not in page.structured.by_key:
        return None
    own = False
    for meta in islice(page.structured.meta, _MOST_TAGS):
        if meta.key == "citation_author":
            own = same_person(" ".join(reversed(meta.value.split(", ", 1))), name)
        elif own and meta.key == key and meta.value:
            return meta.value
    return None


def find_noted(page: Page, blocks: Sequence[int], name: str) -> str | None:
    """Return the institution that a raised sign behind a name leads to: "Jane Doe¹ … ¹ Kiel".

    Args:
        page: The page.
        blocks: Indexes of the blocks that print the name.
        name: The author's name.
    """
    for index in blocks:
        signs = _signs_behind(page.blocks[index], name)
        below = page.blocks[index + 1 : index + 1 + _NOTES_BELOW] if signs else ()
        for block in below:
            for sign, text in _notes_of(block):
                if sign in signs and _LEAST_NOTE <= len(text) <= _LONGEST_NOTE and "@" not in text:
                    return text
    return None


def _signs_behind(block: TextBlock, name: str) -> frozenset[str]:
    """Return the numbers and letters that stand raised right behind a name: ¹, ²."""
    raised = [mark for mark in block.marks() if mark.element.tag == "sup"]
    signs: set[str] = set()
    at = block.text.find(name) if raised else -1
    while at >= 0 and not signs:  # "Jane Doering², Jane Doe¹"
        end = at + len(name)
        for mark in raised:
            if end <= mark.start <= end + 1:
                signs.update(_SIGN.findall(block.text[mark.start : mark.end]))
                end = mark.end
        at = block.text.find(name, at + len(name))
    return frozenset(signs)


def _notes_of(block: TextBlock) -> Iterator[tuple[str, str]]:
    """Yield sign and text of the notes in a block, each of which its raised sign begins."""
    marks = [mark for mark in block.marks() if mark.element.tag == "sup"]
    text = block.text
    opening = [m for m in marks if not m.start or text[m.start - 1].isspace()]
    ends = [*(mark.start for mark in opening), len(text)]
    for mark, end in zip(opening, ends[1:], strict=True):
        yield text[mark.start : mark.end].strip(), text[mark.end : end].strip(" \n\t.,;")
    # "1 Introduction" is a heading, "a ferry" the text.
    is_note = not marks and block.tag not in HEADING_TAGS
    if is_note and (match := _PLAIN_NOTE.match(text)) and not match[2][0].islower():
        yield match[1], match[2].strip(" .,;")


def find_printed_id(page: Page, blocks: Sequence[int], name: str, others: list[str]) -> str | None:
    """Return the address of the iD that a page prints behind a name, and before the next one.

    Args:
        blocks: Indexes of the blocks that print the name.
    """
    if not has_bytes(page.content, *_SITE):
        return None
    found = (
        _id_behind(page.containers[page.blocks[index].container].element, name, others)
        for index in blocks
    )
    return next(filter(None, found), None)


def _id_behind(box: etree._Element, name: str, others: list[str]) -> str | None:
    """Return the address of the first iD in an element behind a name; it may be a picture alone."""
    read = ""
    for event, node in etree.iterwalk(box, events=("start", "end")):
        _, printed, behind = read.partition(name)
        too_far = len(behind) > _LONGEST or (not printed and len(read) > _MOST_BEFORE)
        if too_far or any(other in behind for other in others):
            return None
        address = node.get("href") or ""
        if event == "start" and printed and "orcid.org/" in address:
            return address
        read += (node.text if event == "start" else node.tail) or ""
    return None
