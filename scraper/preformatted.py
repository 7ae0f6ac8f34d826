"""Sets preformatted prose as paragraphs, as its readers see it: texts of the web's first years.

Papers, letters and drafts were put on the web within one ``pre``, or as plain text: lines wrapped
by hand, paragraphs parted by empty lines, headlines in capitals, underlined or centred by spaces,
lists with stars. As one block of code nothing of that could be told apart. What is code, a table
set with spaces or a drawing stays as it is; so does a ``pre`` amid other text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import cast

from lxml import etree

from scraper.patterns import late
from scraper.tree import string_of

Piece = str | etree._Element
"""Text without line breaks, or an element that stands in a line."""
Line = list[Piece]

_LEAST_SHARE = 0.5
"""Of the page's letters that stand in such text, and of its letters that stand in prose."""
_LEAST_WIDTH = 25
"""Characters of the widest line of a paragraph, at least; ideographs are twice as wide."""
_LEAST_FILL = 0.6
"""Of the widest line that every other line but the last fills, where words were wrapped."""
_LONE_WIDTH = 100
"""Characters of a paragraph that is one line: the reader's window wraps it."""
_SHORT = 50
"""Characters of a line that ends where its author wanted it, in what is not wrapped prose."""
_HEADING_WIDTH = 80
_SIGNS = late(r"[{}<>=|\\_$#~^]")
_MOST_SIGNS = 0.02
_DRAWN = late(r"[-+|/\\_=*.:<>#~^]")
_LEAST_DRAWN = 0.4
"""Of a drawing's characters that are no words."""
_MOST_DIGITS = 0.1
"""A log has more."""
_MOST_CLOSED = 0.3
"""Of the lines that end as statements do."""
_COLUMNS = late(r"\S(?: {4,}|\t+)\S")
"""A gap between two words that no line set flush has."""
_LEAST_BEGUN = 0.2
"""Of a poem's lines that begin with a capital."""
_ENDED = late(r"[,.;:!?…—–”’\"')»]\Z")
_LEAST_ENDED = 0.5
"""Of its lines that end with a stop."""
_POEM = frozenset(("verse", "wp-block-verse", "poem"))
"""Classes of elements that keep the lines of a poem (``verse`` is a block of WordPress)."""
_UNSPACED = late(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Signs between which no space stands where a line ended: Chinese and Japanese."""
_BULLET = late(r"\s*(?:[*•·‣o–-]|\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_QUOTED = late(r"\s*>[\s>]*")
"""What mail sets before each line that it answers (RFC 3676, 4.5)."""
_RULE = late(r"\s*([=\-_*~])\1{2,}\s*\Z")
_SECTION = late(r"\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\S.{0,60}(?<![.,;:])\s*\Z")
_CENTRED = late(r"[ \t]{8,}\S")
_MARKED = late(r"\s*(#{1,6})\s+(?=\S)")
"""A heading of Markdown."""
_EMPTY = late(r"\n\s*\n")
_LETTER = late(r"[^\W\d_]")
_UNWRITABLE = late(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What libxml2 reads and lxml does not write: no characters of XML 1.0 (2.2)."""
_DEEPEST = 8
"""Inline elements within each other, of which further ones are opened unasked."""
_BLOCKS = frozenset(
    "h1 h2 h3 h4 h5 h6 hr table ul ol dl div p blockquote center img script style".split()
)
"""What stands in no line, wherever it was written."""


def set_prose(
    root: etree._Element, found: Sequence[etree._Element], *, is_plain: bool = False
) -> None:
    """Turn the preformatted elements that hold a page's prose, and poems, into paragraphs.

    Args:
        root: The page, changed in place; no text is lost but rules and the signs of lists.
        found: Its ``pre`` elements, in document order. Linear in their text.
        is_plain: Whether it is plain text, in which nothing else can be.
    """
    prose = []
    for element in found:
        if next(element.iterancestors("pre"), None) is not None:
            continue  # It is read as a part of the outer one.
        if not _POEM.isdisjoint((element.get("class") or "").split()):
            _set(element, has_headline=True)
        elif is_plain or _is_prose(string_of(element)):
            prose.append(element)
    if not prose or _letters(*map(string_of, prose)) < _LEAST_SHARE * _letters(string_of(root)):
        return
    has_headline = next(root.iter("h1"), None) is not None
    for element in prose:
        _set(element, has_headline=has_headline)
        has_headline = True


def _letters(*texts: str) -> int:
    """Return how many characters of some texts are no white space."""
    return sum(len("".join(text.split())) for text in texts)


def _is_prose(text: str) -> bool:
    """Return whether more than half of a text's letters stand in paragraphs or verses."""
    if _is_answered([line for line in text.split("\n") if _QUOTED.match(line)]):
        # What is answered in mail says nothing of how the rest is set.
        text = "\n".join("" if _QUOTED.match(line) else line for line in text.split("\n"))
    chunks = [chunk.split("\n") for chunk in re.split(r"\n(?:[ \t\r]*\n)+", text)]
    prose = [chunk for chunk in chunks if is_paragraph(chunk) or _is_verse(chunk)]
    return _letters(*("".join(chunk) for chunk in prose)) > _LEAST_SHARE * _letters(text)


def _is_answered(lines: Sequence[str]) -> bool:
    """Return whether some lines behind ``>`` are words: R and Python set it before code, too."""
    if any(line.lstrip().startswith(">>> ") for line in lines):
        return False
    return _is_worded(
        [line[sign.end() :].strip() for line in lines if (sign := _QUOTED.match(line))]
    )


def is_paragraph(lines: Sequence[str]) -> bool:
    """Return whether some lines are words that were wrapped, or one line that the window wraps."""
    lines = [line.strip() for line in lines if line.strip()]
    widest = max(map(len, lines), default=0)
    if widest < (_LEAST_WIDTH if len(lines) > 1 else _LONE_WIDTH) or not _is_worded(lines):
        return False
    return all(len(line) >= _LEAST_FILL * widest for line in lines[:-1])


def _is_verse(lines: Sequence[str]) -> bool:
    """Return whether some lines are verses: begun with capitals, many of them with a stop."""
    lines = [line.strip() for line in lines if line.strip()]
    if len(lines) < 2 or max(map(len, lines)) > _HEADING_WIDTH or not _is_worded(lines):
        return False
    begun = sum(1 for line in lines if (first := _LETTER.search(line)) and first.group().isupper())
    ended = sum(1 for line in lines if _ENDED.search(line))
    return begun >= _LEAST_BEGUN * len(lines) and ended >= _LEAST_ENDED * len(lines)


def _is_worded(lines: Sequence[str]) -> bool:
    """Return whether some lines, without space around them, are no code, log, table or drawing."""
    text = "".join(lines)
    if len(_SIGNS.findall(text)) > _MOST_SIGNS * len(text):
        return False
    if sum(map(str.isdigit, text)) > _MOST_DIGITS * len(text):
        return False
    if sum(1 for line in lines if line.endswith((";", "{", "}"))) > _MOST_CLOSED * len(lines):
        return False
    return not any(map(_COLUMNS.search, lines))


def _set(element: etree._Element, *, has_headline: bool) -> None:
    """Put paragraphs, headings and lists in the place of lines.

    The element becomes a ``section``, so that the XPaths of what stands beside it stay.
    """
    chunks = [Chunk(lines) for lines in _chunks(_lines(element))]
    for child in list(element):
        element.remove(child)
    element.text = None
    element.tag = "section"
    indent = min((chunk.indent for chunk in chunks if is_paragraph(chunk.texts)), default=0)
    for chunk in chunks:
        element.extend(_elements(chunk, is_first=not has_headline, indent=indent))
        has_headline = True


def _lines(element: etree._Element) -> Iterator[Line]:
    """Yield the lines of an element; a block-level element within it has one between empty ones."""
    line: Line = []
    for piece in _pieces(element):
        if not isinstance(piece, str):
            if piece.tag in _BLOCKS:
                yield line
                yield []
                yield [piece]
                line = []
                yield []
            else:
                line.append(piece)
                if string_of(piece).endswith("\n"):
                    yield line
                    line = []
            continue
        first, *others = piece.replace("\r", "").split("\n")
        line.append(first)
        for other in others:
            yield line
            line = [other]
    yield line


def _pieces(element: etree._Element) -> Iterator[Piece]:
    """Yield texts and elements; what goes over an empty line is opened (``font``, ``a``)."""
    # The stack holds what is still to come: a page may nest such elements as deep as it likes, and
    # the text of the innermost is not to be read for each of them.
    waiting = [(piece, _DEEPEST) for piece in list(_content(element))[::-1]]
    while waiting:
        piece, levels = waiting.pop()
        if isinstance(piece, str) or _stands(piece, levels):
            yield piece
        else:
            inner = list(_content(piece))[::-1]
            waiting += [(part, levels - 1) for part in inner]


def _stands(element: etree._Element, levels: int) -> bool:
    """Return whether an element is left as it is: a block, or what ends within a paragraph."""
    return element.tag in _BLOCKS or (levels > 0 and not _EMPTY.search(string_of(element)))


def _content(element: etree._Element) -> Iterator[Piece]:
    """Yield an element's text and children, the text behind a child apart from it."""
    if element.text:
        yield element.text
    for child in list(element):
        tail, child.tail = child.tail, None
        yield "\n" if child.tag == "br" else child
        if tail:
            yield tail


def _chunks(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Yield what stands between empty lines, what is quoted in mail apart from its answer."""
    for sort, group in groupby(lines, _sort):
        if sort:
            yield list(group)


def _sort(line: Line) -> int:
    return 0 if _is_empty(line) else 2 if _QUOTED.match(_text_of(line)) else 1


def _is_empty(line: Line) -> bool:
    return all(isinstance(piece, str) and not piece.strip() for piece in line)


class Chunk:
    """Lines between empty ones, without the rules above and below them."""

    def __init__(self, lines: list[Line]) -> None:
        """Read the lines' texts."""
        texts = [_text_of(line) for line in lines]
        self.is_underlined = len(lines) == 2 and bool(_RULE.match(texts[1]))
        """Whether it is one line above a rule."""
        kept = [place for place, text in enumerate(texts) if not _RULE.match(text)]
        self.lines = [lines[place] for place in kept]
        self.texts = [texts[place] for place in kept]

    @property
    def indent(self) -> int:
        """Spaces before each line, at least."""
        return min((len(text) - len(text.lstrip()) for text in self.texts), default=0)


def _text_of(line: Line) -> str:
    return "".join(piece if isinstance(piece, str) else string_of(piece) for piece in line)


def _elements(chunk: Chunk, *, is_first: bool, indent: int) -> list[etree._Element]:
    """Return what a chunk is: a heading, a list, a table or drawing, or a paragraph.

    Args:
        chunk: The lines.
        is_first: Whether nothing stands before it that could be the headline.
        indent: Spaces before the lines of paragraphs.
    """
    texts, lines = chunk.texts, chunk.lines
    if not lines:
        return []
    if len(lines) == 1 and len(lines[0]) == 1 and not isinstance(lines[0][0], str):
        block = lines[0][0]
        if block.tag in _BLOCKS:
            return [block]
    if _QUOTED.match(texts[0]) and _is_answered(texts):
        return [_quotation(chunk)]
    if mark := _MARKED.match(texts[0]) if len(texts) == 1 else None:
        return [_made(f"h{len(mark.group(1))}", [_without(lines[0], mark.end())])]
    if chunk.is_underlined or _is_heading(chunk, is_first=is_first, indent=indent):
        return [_made("h1" if is_first else "h2", lines, wraps=True)]
    if _BULLET.match(texts[0]) and sum(map(bool, map(_BULLET.match, texts))) > 1:
        return [_list(chunk)]
    text = "".join("".join(texts).split())
    is_drawn = len(_DRAWN.findall(text)) > _LEAST_DRAWN * len(text)
    if len(texts) > 1 and (is_drawn or sum(map(bool, map(_COLUMNS.search, texts))) > 1):
        return [_made("pre", lines)]
    return [_made("p", lines, wraps=is_paragraph(texts) and not _is_verse(texts))]


def _is_heading(chunk: Chunk, *, is_first: bool, indent: int) -> bool:
    """Return whether lines are a heading: in capitals, numbered, or set apart from paragraphs."""
    texts = chunk.texts
    text = " ".join(text.strip() for text in texts)
    if len(text) > _HEADING_WIDTH or text.endswith((",", ";", ":")) or not _LETTER.search(text):
        return False
    if text.isupper() and not text.endswith("."):
        return True
    if is_first and all(map(_CENTRED.match, texts)):
        return True
    if len(texts) > 1 or text.endswith(".") or _COLUMNS.search(text):
        return False
    is_lone = all(isinstance(piece, str) for piece in chunk.lines[0])
    return bool(_SECTION.match(text)) or (is_lone and (is_first or chunk.indent < indent))


def _quotation(chunk: Chunk) -> etree._Element:
    """Return lines of mail that are answered, without their signs."""
    made = etree.Element("blockquote")
    signs = (_QUOTED.match(text) for text in chunk.texts)
    lines = (
        _without(line, s.end() if s else 0) for line, s in zip(chunk.lines, signs, strict=True)
    )
    for is_empty, quoted in groupby(lines, lambda line: not _text_of(line).strip()):
        if not is_empty:
            made.append(_made("p", list(quoted), wraps=True))
    return made


def _list(chunk: Chunk) -> etree._Element:
    """Return a list whose items begin at its signs; other lines go on with the item before."""
    made = etree.Element("ol" if chunk.texts[0].lstrip()[:1].isdigit() else "ul")
    items: list[list[Line]] = []
    for line, text in zip(chunk.lines, chunk.texts, strict=True):
        sign = _BULLET.match(text)
        if sign is None:
            items[-1].append(line)
        else:
            items.append([_without(line, sign.end())])
    made.extend(_made("li", item, wraps=True) for item in items)
    return made


def _without(line: Line, width: int) -> Line:
    """Return a line without its first characters, as far as they stand in no element."""
    rest: Line = []
    for piece in line:
        if width and isinstance(piece, str):
            rest.append(piece[width:])
            width = max(width - len(piece), 0)
        else:
            rest.append(piece)
            width = 0
    return rest


def _made(tag: str, lines: Sequence[Line], *, wraps: bool = False) -> etree._Element:
    """Return an element that holds some lines.

    Args:
        tag: Its name; a ``pre`` keeps its spaces.
        lines: What it holds.
        wraps: Whether each line goes on where the next begins; else short ones end there.
    """
    made = etree.Element(tag)
    pieces: list[Piece] = []
    before: str | None = None
    for line in lines:
        text = _text_of(line)
        if before is not None and tag == "pre":
            pieces.append("\n")
        elif before is not None and not wraps and len(before.strip()) < _SHORT:
            pieces.append(etree.Element("br"))
        elif before is not None:
            pieces.append(space_between(before.rstrip(), text.lstrip()))
        pieces += line if tag == "pre" else _stripped(line)
        before = text
    _fill(made, pieces)
    return made


def _stripped(line: Line) -> Iterator[Piece]:
    """Yield the pieces of a line without the space around it."""
    for place, piece in enumerate(line):
        if not isinstance(piece, str):
            yield piece
            continue
        begun = piece if place else piece.lstrip()
        yield begun if place < len(line) - 1 else begun.rstrip()


def space_between(before: str, after: str) -> str:
    """Return what stands between two lines that are set as one: "well-" goes on with "known"."""
    if before[-1:] == "-" and before[-2:-1].isalpha() and after[:1].isalpha():
        return ""
    return "" if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after[:1]) else " "


def _fill(element: etree._Element, pieces: Iterable[Piece]) -> None:
    """Put pieces into an empty element; texts in a row at once, so that it is linear in them."""
    last: etree._Element | None = None
    for is_text, group in groupby(pieces, lambda piece: isinstance(piece, str)):
        if is_text:
            text = _UNWRITABLE.sub("", "".join(cast("Iterable[str]", group)))
            if last is None:
                element.text = text
            else:
                last.tail = text
        else:
            for last in cast("Iterable[etree._Element]", group):
                element.append(last)
