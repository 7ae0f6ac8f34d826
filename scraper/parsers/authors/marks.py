"""Tells what the attributes of an element within a line say of it as the name of an author.

A page has hundreds of such elements, most of them links of menus, and few are marked.
``marks_c.pyx`` reads from the tree itself which cannot be.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from lxml import etree

from scraper.native import twin
from scraper.parsers.authors import regions as region
from scraper.parsers.authors.mentions import LONGEST_INLINE
from scraper.parsers.authors.stems import make_stems
from scraper.parsers.rules import byline_classes
from scraper.parsers.rules import bylines as rules
from scraper.remembering import remembered
from scraper.text import TextBlock, fold, inner_text

LONGEST_RAW = 200
"""Characters with white space of an element that may hold a name."""
PATHS = make_stems(dict.fromkeys(rules.AUTHOR_PATH_STEMS, 1), r"\W")
"""What tells the addresses that may be those of authors' pages."""
LINKED = frozenset({"link"})
"""The marks of an element that nothing marks but where it leads to."""
Marked = tuple[int, etree._Element, AbstractSet[str], str]
"""An element within a line: its block's index, itself, its marks, its text."""


def find_marked(
    blocks: list[TextBlock], flags: list[int], close: frozenset[int], inside: range, longest: int
) -> list[Marked]:
    """Return the elements within lines that something marks, in the order of their blocks.

    Args:
        flags: What the containers are, as bits (``Regions.flags``).
        close: Blocks by the headline and by the body's end, in which menus are read as well.
        inside: Blocks within the body, of which paragraphs are not read: who is linked there is
            spoken of.
        longest: Characters from which on a block is a paragraph.
    """
    found: list[Marked] = []
    for block in blocks:
        index = block.index
        if not block.raw_marks or (index in inside and len(block.text) > longest):
            continue
        if flags[block.container] & region.MENU and index not in close:
            continue
        for start, end, element in block.raw_marks:
            marks = inline_marks(element) if start + 1 < end <= start + LONGEST_RAW else None
            # "About us" and "Team", far from headline and text, link to what may be pages about
            # authors.
            if marks and (marks != LINKED or index in close):
                found.append((index, element, marks, fold(block.raw[start:end])))
    return found


def find_unplaced(regions: region.Regions, stated: Sequence[str]) -> Iterator[Marked]:
    """Yield the marked elements of style alone, whose places blocks don't keep.

    They are looked for around the headline and the body's ends: elsewhere teasers and comments
    have them, which matters where data states a name that does not stand there.
    """
    for element in region.find_signed_spans(_surroundings(regions, stated)):
        marks = inline_marks(element)
        text = inner_text(element) if marks else ""
        block = regions.block_of(element, text) if 1 < len(text) <= LONGEST_INLINE else None
        if block is not None:
            yield block, element, marks, text


def _surroundings(regions: region.Regions, stated: Sequence[str]) -> list[etree._Element]:
    """Return the elements that hold those places, or the page's; none stands within another."""
    blocks, containers = regions.page.blocks, regions.page.containers
    found: list[etree._Element] = []
    end, last = 0, regions.body_last
    behind = range(last - region.BEFORE_END, last + region.BEHIND_END + 1) if last >= 0 else ()
    close = [n for n in regions.near.union(behind) if 0 <= n < len(blocks)]
    around = "\n".join([regions.texts[n] for n in close])
    if not all(name in around for name in stated):
        return [regions.page.root]
    for index in sorted({blocks[n].container for n in close}):
        # Containers are numbered from the outside, and in the order of their blocks.
        if containers[index].first >= end:
            found.append(containers[index].element)
            end = containers[index].end
    return found


def inline_marks(element: etree._Element) -> AbstractSet[str]:
    """Return what an inline element's attributes say of it as the name of an author."""
    get = element.get
    value, itemprop = get("class"), get("itemprop")
    flags = region.class_flags(value) if value else 0
    path = rel = None
    if element.tag == "a":
        path, rel = path_mark(get("href")), get("rel")
        if rel and "author" not in (rel := rel.lower()) and "tag" not in rel:
            rel = None
    if not (flags & region.AUTHOR or path or rel or itemprop):
        return _NO_MARKS
    if itemprop in _TOPICS or (rel and "tag" in rel.split()):
        return TOPIC
    if value and byline_classes.TOPIC_ELEMENT.search(value.lower()):
        return TOPIC
    marks = {path} if path else set()
    if flags & region.AUTHOR:
        marks.add("class-strong" if flags & region.STRONG_AUTHOR else "class")
    if itemprop in ("author", "creator") or (itemprop == "name" and _in_person(element)):
        marks.add("itemprop")
    if rel and "author" in rel.split():
        marks.add("rel")
    return marks


_NO_MARKS: AbstractSet[str] = frozenset()
_TOPICS = ("articleSection", "keywords")
TOPIC: AbstractSet[str] = frozenset({"topic"})
"""What is said of the name of a section or a tag: ``rel=tag`` (HTML Living Standard, 4.6.7),
``itemprop=articleSection``, or a class like ``byline__category``."""


@remembered(4096)
def path_mark(href: str | None) -> str | None:
    """Return the mark of a link to an author's page; menus repeat on all pages of a site."""
    lower = (href or "").lower()
    if not PATHS.told(lower) or rules.AUTHOR_PATH.search(lower) is None:
        return None
    return "link-strong" if rules.STRONG_AUTHOR_PATH.search(lower) else "link"


def _in_person(element: etree._Element) -> bool:
    """Return whether an element stands in the item of an author."""
    for number, parent in enumerate(element.iterancestors()):
        if number > 3:
            return False
        if parent.get("itemscope") is not None:
            return parent.get("itemprop") in ("author", "creator")
    return False


read_marked = twin(find_marked)
