"""Says what each chosen block is, and adds the captions that stand between chosen blocks.

The nearest container that tells decides: a paragraph within a quotation is a quotation, a
heading within a list item is a heading. Lists keep their depth and numbers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from lxml import etree

from schemas.article import BlockKind
from scraper.native import twin
from scraper.needles import make_needles
from scraper.parsers.back_links import without_back_links
from scraper.parsers.body.steps import holds_picture, is_step
from scraper.parsers.body_text import Piece
from scraper.parsers.rules.boilerplate import (
    CAPTION_NAME,
    CAPTION_STEMS,
    CREDIT_LIMIT,
    CREDIT_LINE,
    CREDIT_STEMS,
    CREDITED,
    CREDITED_LIMIT,
    PICTURE_BOX,
    PICTURE_LINE,
)
from scraper.parsers.rules.explanations import EXPLANATION, EXPLANATION_LIMIT
from scraper.parsers.rules.quote_blocks import PULL_CLASSES
from scraper.remembering import remembered
from scraper.text import HEADING_TAGS, Container, TextBlock, inner_text, outwards

_KINDS: dict[str, BlockKind] = {
    "li": "list_item",
    "dd": "list_item",
    "tr": "table_row",
    "pre": "code",
    "blockquote": "blockquote",
    "figcaption": "caption",
    "caption": "caption",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
}
CELLS = ("td", "th")
_LISTS = ("ul", "ol", "menu", "dl")
TELLING = (*CAPTION_STEMS, "quote")
"""What a class attribute holds one of, in lower case, that makes something of a container's text;
each of ``PULL_CLASSES`` holds the last."""
_Says = tuple[BlockKind, Container | None]
"""A block's kind, and the container that says so."""
_Told = tuple[BlockKind, Container | None, int]
"""A kind, the container that says so, and how many containers further in the reader is."""
_SILENT: _Told = ("paragraph", None, 0)

_CACHE = 4096
LOOK_OUT = 12
"""Containers looked at from a block outwards: deeper nesting says nothing about the block."""
_INLINE = ("span", "em", "i", "small", "cite")
"""Inline elements that captions stand in."""
CAPTION_REACH = 3
"""A caption belongs to the article when a chosen block stands this near, in blocks."""
CAPTION_LIMIT = 400
"""Longer texts in a ``figcaption`` are text that a theme put there."""
_PICTURES = make_needles(CREDIT_STEMS)
_CAPTIONED = make_needles(CAPTION_STEMS)
_BANNERS = frozenset("ba co fe he le ma to".split())
"""How credits begin that need no colon: "Cover image by …", "Featured photo from …"."""
SLIDES = 3
SLIDESHOW_SHARE = 0.7
"""Where so many captions hold this share of the chosen text, they are the text."""


def name_pieces(
    blocks: Sequence[TextBlock], containers: Sequence[Container], kept: Sequence[int]
) -> list[Piece]:
    """Return the pieces of the body with their captions, in document order.

    ``pieces_c.pyx`` has the same for a compiler.
    """
    if not kept:
        return []
    numbers, kinds = Numbers(containers), Kinds(containers)
    told = {index: kinds.of(blocks[index]) for index in kept}
    is_slideshow = _is_slideshow(blocks, told)
    pieces: list[Piece] = []
    before = kept[0]
    for index in kept:
        if index - before > 1 and not is_slideshow:
            pieces += _captions_between(before, index, blocks, kinds)
        before = index
        block = _without_back_links(blocks[index])
        if not is_slideshow and _is_caption(told[index], block):
            pieces.append(Piece(block, "caption"))
        elif block.text:
            pieces.append(_piece(block, *told[index], numbers))
    return pieces


def _captions_between(
    before: int, after: int, blocks: Sequence[TextBlock], kinds: "Kinds"
) -> Iterator[Piece]:
    """Yield the captions between two chosen blocks that have both of them near by."""
    first = max(before + 1, after - CAPTION_REACH)
    for index in range(first, min(before + CAPTION_REACH + 1, after)):
        block = _without_back_links(blocks[index])
        # "(more)", which unfolds a caption, is none.
        if block.tag != "button" and _is_caption(kinds.of(block), block):
            yield Piece(block, "caption")


def _without_back_links(block: TextBlock) -> TextBlock:
    # Most blocks have no mark at all, and need no further look.
    return without_back_links(block) if block.raw_marks else block


def _is_caption(told: _Says, block: TextBlock) -> bool:
    return told[0] == "caption" and len(block.text) <= CAPTION_LIMIT


def _is_slideshow(blocks: Sequence[TextBlock], told: Mapping[int, _Says]) -> bool:
    """Return whether the text stands in captions: one picture after the other, each explained."""
    captions = [len(blocks[i].text) for i, (kind, _) in told.items() if kind == "caption"]
    total = sum(len(blocks[index].text) for index in told)
    if len(captions) == len(told) and total > CREDIT_LIMIT:
        return True  # A page of one picture: what is said of it is all the text there is.
    return len(captions) >= SLIDES and sum(captions) > SLIDESHOW_SHARE * total


def _piece(
    block: TextBlock, kind: BlockKind, container: Container | None, numbers: "Numbers"
) -> Piece:
    if container is None or kind == "caption":
        return Piece(block, "paragraph")
    if kind == "heading":
        return Piece(block, kind, int(container.tag[1]))
    if kind == "list_item":
        if block.index != container.first:
            # Only the first block of an item carries its bullet; the rest is text below it.
            return Piece(block, "paragraph")
        return Piece(block, kind, numbers.depth(container), numbers.ordinal(container))
    return Piece(block, kind)


class Kinds:
    """What containers make of the blocks in them; read once for each container."""

    def __init__(self, containers: Sequence[Container]) -> None:
        self._containers = containers
        self._known: dict[int, _Told] = {-1: _SILENT}

    def of(self, block: TextBlock) -> _Says:
        """Return a block's kind, and the container that says so."""
        told = self._known.get(block.container) or self._climb(block.container)
        kind, container, steps = told
        if steps >= LOOK_OUT:
            kind, container = "paragraph", None
        if kind == "paragraph" and (is_credit(block.text) or self._names_caption(block)):
            kind = "caption"
        return kind, container

    def _names_caption(self, block: TextBlock) -> bool:
        """Ask only where a picture stands before a short text: there are few."""
        if not block.media or block.container < 0 or len(block.text) > CAPTION_LIMIT:
            return False
        return explains_picture(block, self._containers[block.container])

    def _climb(self, index: int) -> _Told:
        """Return what a container that was not asked before makes of its blocks."""
        containers, known = self._containers, self._known
        climbed = [index]
        index = containers[index].parent
        while (told := known.get(index)) is None:
            climbed.append(index)
            index = containers[index].parent
        for inner in reversed(climbed):
            told = known[inner] = self._read(containers[inner], told)
        return told

    def _read(self, container: Container, around: _Told) -> _Told:
        if container.tag in CELLS:
            # Only tables that lay out the page have cells of their own: no row of data is here.
            return _SILENT
        kind = kind_of(container.tag, container.attributes.get("class", ""))
        if kind is not None:
            return kind, container, 0
        return around[0], around[1], around[2] + 1


def explains_picture(block: TextBlock, container: Container) -> bool:
    """Return whether a short text behind a picture is its caption, by its words or names.

    Args:
        block: The text, with a picture between it and the block before.
        container: The innermost container of the block.
    """
    if is_picture_box(container) and not is_step(container.element, block.text):
        return True
    if len(block.text) <= EXPLANATION_LIMIT and EXPLANATION.search(block.text):
        return True
    return is_inline_caption(block, container)


def is_picture_box(container: Container) -> bool:
    """Return whether the element of a block alone is named as a caption, or as a picture's box.

    Editors of newspapers write ``<p class="bu">`` behind the picture, others picture and caption
    into one box (``<div class="media-image"><img>Eine Brücke</div>``). Cells are looked at here,
    since what is in them is no caption for what stands around the table.
    """
    name = container.attributes.get("class", "")
    if not name or container.end - container.first > 1 or container.tag in HEADING_TAGS:
        return False
    if any(map(PICTURE_LINE.fullmatch, name.split())) or is_caption_name(name):
        return True
    return PICTURE_BOX.search(name) is not None and holds_picture(container.element)


def is_inline_caption(block: TextBlock, container: Container) -> bool:
    """Return whether an inline element around all of a block says that it explains a picture.

    Themes write ``<img><em class="img_desc">`` where others write a ``figcaption``.
    """
    inside: Iterable[etree._Element] = [mark.element for mark in block.raw_marks]
    if container.end - container.first == 1:
        # Most inline elements leave no mark; those of one block are soon gone through.
        inside = container.element.iter(*_INLINE)
    named = (element for element in inside if is_caption_name(element.get("class", "")))
    return any(inner_text(element) == block.text for element in named)


@remembered(_CACHE)
def kind_of(tag: str, name: str) -> BlockKind | None:
    """Return what tag and class attribute of a container make of its text, None for nothing."""
    if is_caption_name(name) and not (tag in HEADING_TAGS and _names_title(name)):
        return "caption"
    kind = _KINDS.get(tag)
    return "blockquote" if kind is None and _is_pull_quote(name) else kind


def _names_title(name: str) -> bool:
    """Return whether a class names a part of a picture's box that may be a heading of the text."""
    return "caption" not in name.lower() and "credit" not in name.lower()


def is_caption_name(name: str) -> bool:
    """Return whether a class attribute says that an element explains a picture or credits it."""
    # Nearly all names hold none of these, and most pages have names that were never asked about.
    if not _CAPTIONED.held_in(name.lower()):
        return False
    return any(map(CAPTION_NAME.fullmatch, name.split()))


_CREDIT_SIGNS = ("/", "=", "ot. ", " via ", " by ", " von ")


def is_credit(text: str) -> bool:
    """Return whether a line says who made or owns a picture ("Photo: Ada Byron"), or ends so."""
    size = len(text)
    if size > CREDITED_LIMIT:
        return False
    has_sign = ":" in text or "：" in text or "©" in text
    may_begin = size <= CREDIT_LIMIT and (has_sign or text[:2].lower() in _BANNERS)
    # Only what holds one of these signs can end with a credit.
    may_end = has_sign or any(map(text.__contains__, _CREDIT_SIGNS))
    if not (may_begin or may_end):
        return False
    if "©" not in text and not _PICTURES.held_in(text.lower()):
        return False
    if may_begin and CREDIT_LINE.match(text):
        return True
    return may_end and CREDITED.search(text) is not None


def _is_pull_quote(name: str) -> bool:
    """Return whether a class attribute says that a phrase of the article is displayed again."""
    return any(word in PULL_CLASSES for word in name.lower().split()) if name else False


class Numbers:
    """Depths and numbers of list items, worked out for the lists that are asked about."""

    def __init__(self, containers: Sequence[Container]) -> None:
        self._containers = containers
        self._depths: dict[int, int] = {}
        self._ordinals: dict[int, int] = {}
        self._read: set[int] = set()

    def depth(self, item: Container) -> int:
        """Return how many lists an item stands in, at least 1."""
        found = self._depths.get(item.parent)
        if found is not None:
            return found
        around = islice(outwards(self._containers, item.parent), LOOK_OUT * 2)
        found = self._depths[item.parent] = max(sum(box.tag in _LISTS for box in around), 1)
        return found

    def ordinal(self, item: Container) -> int | None:
        """Return the number of an ordered list's item, None for all others."""
        if item.parent < 0:
            return None
        around = self._containers[item.parent]
        if around.tag != "ol":
            return None
        if around.index not in self._read:
            self._read.add(around.index)
            self._ordinals.update(self._number(around))
        return self._ordinals.get(item.index)

    def _number(self, list_: Container) -> Iterator[tuple[int, int]]:
        """Yield index and number of each item (HTML 4.4.5: start, reversed, value)."""
        items = []
        index = list_.index + 1
        while index < list_.stop:
            child = self._containers[index]
            if child.tag == "li":
                items.append(child)
            index = child.stop
        step = -1 if list_.element.get("reversed") is not None else 1
        number = _integer(list_.element.get("start"))
        if number is None:
            number = len(items) if step < 0 else 1
        for child in items:
            value = _integer(child.element.get("value"))
            number = number if value is None else value
            yield child.index, number
            number += step


def _integer(value: str | None) -> int | None:
    """Return a whole number of up to nine digits, None for anything else."""
    digits = (value or "").strip().removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 9:
        return None
    return int((value or "").strip())


to_pieces = twin(name_pieces)
