"""Takes the signs off a line that lead to a place on the same page: back from a note, or to itself.

Markdown, Pandoc and WordPress set an arrow behind each note (``↩``, ``↩2``); Sphinx, MkDocs and
systems built on Markdown a sign behind or before each heading (``¶``, ``#``), by which readers
take the heading's own address; wikis links to change a section ("[edit]"). They mean nothing where
the text stands alone.
"""

import re
from dataclasses import replace
from operator import attrgetter

from scraper.text import Mark, TextBlock, fold

_ENDS = frozenset("↩↑⤴⇑⬆▲△↖¶#§🔗\ufe0e\ufe0f])0123456789")
"""What the text of such a link may end with."""
_OWN = frozenset("¶#§🔗")
"""Signs by which a line leads to itself."""
_SIGN = re.compile(r"[\s[(]*[↩↑⤴⇑⬆▲△↖][\ufe0e\ufe0f]?\s*\d{0,2}[\s\])]*")


def without_back_links(block: TextBlock) -> TextBlock:
    """Return a block without such links at its ends; the block itself where it has none."""
    if block.text and block.text[-1] in _ENDS:
        block = _without_signs_behind(_without_edit_links(block))
    return _without_sign_before(block) if block.text and block.text[0] in _OWN else block


def _without_signs_behind(block: TextBlock) -> TextBlock:
    """Return a block without the links at its end that are such signs, however many."""
    end = len(block.raw)
    for link in sorted(_links(block), key=attrgetter("end"), reverse=True):
        if link.end > end or block.raw[link.end : end].strip():
            break
        if "#" not in link.element.get("href", "") or not _is_sign(block.raw, link):
            break
        end = link.start
    return _cut(block, end)


def _without_edit_links(block: TextBlock) -> TextBlock:
    """Return a block without the links in brackets by which a wiki's section is changed."""
    start = block.raw.rfind("[")
    links = [link for link in _links(block) if link.start > start > 0]
    ends = [start, *(link.end for link in links)][: len(links)]
    between = [block.raw[a : link.start] for a, link in zip(ends, links, strict=True)]
    if not links or any(part.strip(" [|") for part in between):
        return block
    if any("action=edit" not in link.element.get("href", "") for link in links):
        return block
    return _cut(block, start) if block.raw[links[-1].end :].strip() == "]" else block


def _cut(block: TextBlock, end: int) -> TextBlock:
    """Return a block up to a place in its raw text."""
    if end == len(block.raw):
        return block
    raw = block.raw[:end]
    marks = tuple([mark for mark in block.raw_marks if mark.end <= end])
    touching = _touching_within(block, 0, end)
    return replace(block, text=fold(raw), raw=raw, raw_marks=marks, touching=touching, _marks=None)


def _links(block: TextBlock) -> list[Mark]:
    return [mark for mark in block.raw_marks if mark.element.tag == "a" and mark.end > mark.start]


def _without_sign_before(block: TextBlock) -> TextBlock:
    """Return a block without the sign at its beginning by which it leads to itself."""
    first = min(_links(block), key=attrgetter("start"), default=None)
    if first is None or block.raw[: first.start].strip():
        return block
    if block.raw[first.start : first.end].strip() not in _OWN:
        return block
    if "#" not in first.element.get("href", ""):
        return block
    size = first.end
    marks = (mark for mark in block.raw_marks if mark.end > size)
    moved = tuple([Mark(max(m.start - size, 0), m.end - size, m.element) for m in marks])
    raw = block.raw[size:]
    touching = _touching_within(block, size, len(block.raw))
    return replace(block, text=fold(raw), raw=raw, raw_marks=moved, touching=touching, _marks=None)


def _touching_within(block: TextBlock, start: int, end: int) -> tuple[int, ...]:
    """Return the places in a part of a block's text where two elements' words touch."""
    return tuple([place - start for place in block.touching if start < place < end])


def _is_sign(raw: str, link: Mark) -> bool:
    """Return whether a link to a place on a page is a sign alone."""
    text, target = raw[link.start : link.end].strip(), link.element.get("href", "")
    if text in _OWN:
        return True
    # Some show the heading's address itself: "So what is web design?#section6".
    return target.startswith("#") and (text == target or _SIGN.fullmatch(text) is not None)
