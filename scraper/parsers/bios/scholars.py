"""Reads what journals and repositories say of an article's authors: institution and ORCID iD.

The tags of Highwire Press, which search engines for science ask for, name each author and behind
them what is theirs; systems such as Open Journal Systems print the iD beside the name.
"""

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from scraper.needles import has_bytes
from scraper.page import Page
from scraper.parsers.names import same_person

_SITE = (b"orcid.org/", 5)
"""What an iD's address holds, and the place of its rarest byte."""
_MOST_TAGS = 400
"""Tags that are read: collaborations in physics sign with thousands of names."""
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
