"""Takes other whole articles out of the chosen text, where a page sets several below each other.

Pages that are scrolled on without end hold the next stories in full, each as the first one is:
text of the same quality, that no word or class tells from it. What tells is that the page's title
names one of them: the others are its siblings, and each has a headline of its own of the same rank.
Not every such page calls them ``article``: boxes that a class names so count as well.
"""

from collections.abc import Sequence

from scraper.text import Container, TextBlock

_ARTICLE = "article"
_TITLE_SHORTEST = 8
_TITLE_SHARE = 0.3
"""A headline is at least this share of the page's title, which may name the site as well."""
_HEADLINES = frozenset(("h1", "h2"))
_BOXES = frozenset(("div", "section", "li"))
_NAMED = frozenset("article post story hentry".split())
"""Words of a class that name an article: such a box counts with an ``h1`` of its own alone."""


def without_other_articles(
    blocks: Sequence[TextBlock], containers: Sequence[Container], title: str, kept: Sequence[int]
) -> list[int]:
    """Return the chosen blocks less those in other articles of the page.

    Args:
        title: Content of the page's ``title`` element in lower case; empty where there is none.
    """
    heads = _heads(blocks, containers)
    for own, headline in heads if len(heads) > 1 else ():
        if _is_titled(headline, title):
            others = [
                box
                for box, head in heads
                if box.parent == own.parent
                and head.tag == headline.tag
                and not _is_titled(head, title)
            ]
            return [i for i in kept if not any(box.first <= i < box.end for box in others)]
    return list(kept)


def _heads(
    blocks: Sequence[TextBlock], containers: Sequence[Container]
) -> list[tuple[Container, TextBlock]]:
    """Return the articles that hold a heading of high rank, outer ones first, each with its first.

    A page has few headings: from these outwards, one container in twenty is looked at.
    """
    found: dict[int, TextBlock] = {}
    seen: set[tuple[int, str]] = set()
    for block in blocks:
        if block.tag not in _HEADLINES:
            continue
        at = block.container
        while at >= 0 and (at, block.tag) not in seen:
            seen.add((at, block.tag))
            box = containers[at]
            if at not in found and (
                box.tag == _ARTICLE or (block.tag == "h1" and _is_named_box(box))
            ):
                found[at] = block
            at = box.parent
    return [(containers[at], found[at]) for at in sorted(found)]


def _is_named_box(box: Container) -> bool:
    return box.tag in _BOXES and not _NAMED.isdisjoint(
        box.attributes.get("class", "").lower().split()
    )


def _is_titled(head: TextBlock, title: str) -> bool:
    long_enough = len(head.text) >= max(_TITLE_SHORTEST, _TITLE_SHARE * len(title))
    return long_enough and head.text.lower() in title
