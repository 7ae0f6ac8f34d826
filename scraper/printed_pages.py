"""Joins the lines of printed pages to paragraphs, as converters of PDF (and scans) give them.

pdf2htmlEX and pdftohtml place each line by itself, page by page: no paragraph, no heading, words
parted at the ends of lines, and the heads and feet of pages amid the text. What a line is shows in
the size of its letters, its length, and what repeats at the borders of pages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from lxml import etree

from scraper.preformatted import space_between
from scraper.tree import string_of

_SIZE = re.compile(r"\.(f[st][0-9a-f]+)\s*\{[^{}]*?font-size:\s*(\d+(?:\.\d+)?)px")
"""A class of letters, and their size, in the style sheets of both programs."""
_PAGE_ID = re.compile(r"page\d+-div")
"""What pdftohtml calls a page; pdf2htmlEX says it by the class ``pf``."""
_IN_LINES = frozenset("a b i br hr img font span".split())
"""All that a body of lines holds."""
_BORDER = 2
"""Lines at the top and at the end of a page that may be its head or foot."""
_HEADLINE = 6
"""Characters of a headline by which the head of a page is known."""
_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|pagina|página|strona|стр\.)\W*)?(?:\d+|[ivxl]+)\W*", re.I
)
"""The number of a page, alone in its line."""
_DIGITS = re.compile(r"\d+")
_FULL = 0.85
"""Of the widest line: a shorter one that ends with a stop ends a paragraph."""
_HALF = 0.6
"""Of the widest line: a shorter one that is not carried on in small letters stands alone."""
_STOPS = tuple(".!?:…”“»\"'’。！？：")
_PARTED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u00ad\u2010]\Z")
_BEGUN = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")


@dataclass(slots=True)
class _Line:
    text: str
    size: float
    """Of its letters in pixels; 0 where no style sheet says it."""


def join_pages(first: etree._Element, root: etree._Element) -> None:
    """Put headings and paragraphs in the place of a document's lines.

    Args:
        first: The element that holds the pages, or the first page.
        root: The whole page, whose styles say how large letters are.
    """
    around = first.getparent()
    held = first if first.get("id") == "page-container" or around is None else around
    pages = [one for one in held if _is_page(one)]
    sizes = {
        name: float(size)
        for style in (root.iter("style") if pages else ())
        for name, size in _SIZE.findall(style.text or "")
    }
    read = {page: list(_lines(page, sizes)) for page in pages}
    full = [page for page in pages if read[page]]
    if full:
        _set(full[0], [read[page] for page in full])
        for page in full[1:]:
            held.remove(page)


def _is_page(element: etree._Element) -> bool:
    names = (element.get("class") or "").split()
    return "pf" in names or _PAGE_ID.fullmatch(element.get("id") or "") is not None


def join_marked_pages(first: etree._Element, _root: etree._Element) -> None:
    """Do the same for lines with a ``br`` behind each, a named anchor and a rule around each page.

    Lines whose letters are all bold are headings. A page by hand has empty lines, too.
    """
    body = first.getparent()
    if body is None or first.tag != "a" or not all(child.tag in _IN_LINES for child in body):
        return
    if any(_leaves_empty(child) for child in body) or next(body.iter("hr"), None) is None:
        return
    pages: list[list[_Line]] = [[]]
    text, bold = body.text or "", 0
    for child in body:
        inner = string_of(child)
        if child.tag in ("br", "hr") or child.get("name") is not None:
            line = _Line(" ".join(text.split()), float(0 < bold == len(text.strip())))
            pages[-1] += [line] if line.text else []
            text, bold = "", 0
            if child.tag == "a":
                pages.append([])
        bold += len(inner.strip()) if child.tag == "b" else 0
        text += f"{inner}{child.tail or ''}"
    pages[-1] += [_Line(" ".join(text.split()), 0.0)] if text.strip() else []
    if any(pages):
        body.text = None
        _set(body, [page for page in pages if page])


def _leaves_empty(element: etree._Element) -> bool:
    """Return whether an element is a ``br`` with nothing between it and the next."""
    following = element.getnext()
    is_double = element.tag == "br" and following is not None and following.tag == "br"
    return is_double and not (element.tail or "").strip(" \t\r\n")


def _set(element: etree._Element, pages: Sequence[Sequence[_Line]]) -> None:
    """Put headings and paragraphs in the place of all that an element holds."""
    written: Counter[float] = Counter()
    for line in chain.from_iterable(pages):
        written[line.size] += len(line.text)
    main = written.most_common(1)[0][0]
    for child in list(element):
        element.remove(child)
    element.extend(_elements(list(_without_borders(pages, main)), main))


def _lines(page: etree._Element, sizes: dict[str, float]) -> Iterator[_Line]:
    """Yield a page's lines: ``p`` of pdftohtml, ``div class=t`` of pdf2htmlEX."""
    for element in page.iter("p", "div"):
        names = (element.get("class") or "").split()
        if element.tag == "p" or "t" in names:
            text = " ".join(string_of(element).split())
            if text:
                yield _Line(text, next((sizes[name] for name in names if name in sizes), 0.0))


def _without_borders(pages: Sequence[Sequence[_Line]], main: float) -> Iterator[_Line]:
    """Yield the lines of all pages without heads, feet and numbers of pages.

    A head repeats but for its numbers; or it is set smaller than the text, or names the document,
    at the border of a page behind the first, with nothing but the page's number outside.
    """
    borders = [{*range(_BORDER), *range(len(page) - _BORDER, len(page))} for page in pages]
    met = Counter(
        key
        for page, places in zip(pages, borders, strict=True)
        for key in {_key(line) for place, line in enumerate(page) if place in places}
    )
    headline = pages[0][0].text
    headed = re.compile(rf"\b{re.escape(headline)}\b") if len(headline) >= _HEADLINE else None
    for number, (page, places) in enumerate(zip(pages, borders, strict=True)):
        numbered = [_NUMBER.fullmatch(line.text) is not None for line in page]
        for place, line in enumerate(page):
            beside = numbered[:place] if place < _BORDER else numbered[place + 1 :]
            is_outer = number > 0 and place in places and all(beside)
            if is_outer and (line.size < main or (headed and headed.search(line.text))):
                continue
            if place in places and (numbered[place] or met[_key(line)] > 1):
                continue
            yield line


def _key(line: _Line) -> tuple[str, float]:
    return _DIGITS.sub("#", line.text.casefold()), line.size


def _elements(lines: Sequence[_Line], main: float) -> Iterator[etree._Element]:
    """Yield headings and paragraphs; the largest letters are those of the headline."""
    largest = max((line.size for line in lines), default=0.0)
    widest = max((len(line.text) for line in lines if line.size == main), default=0)
    compounds = {word.casefold() for line in lines for word in _COMPOUND.findall(line.text)}
    run: list[str] = []
    headline = "h1"
    for line, following in pairwise((*lines, None)):
        if line is None:
            break
        run.append(line.text)
        if following is None or _ends(line, following, widest if line.size == main else 0):
            tag = "p" if line.size <= main else headline if line.size == largest else "h2"
            headline = "h2" if tag == headline else headline
            made = etree.Element(tag)
            made.text = _joined(run, compounds)
            yield made
            run = []


def _ends(line: _Line, following: _Line, widest: int) -> bool:
    """Return whether a paragraph or a heading ends with a line."""
    if line.size != following.size:
        return True
    if not widest or following.text[:1].islower():
        return False
    is_stopped = line.text.endswith(_STOPS)
    return len(line.text) < (_FULL if is_stopped else _HALF) * widest


def _joined(lines: Sequence[str], compounds: set[str]) -> str:
    """Return lines as one; a hyphen at an end stays where the text has that word with one."""
    parts: list[str] = []
    for line, following in pairwise((*lines, "")):
        parted, begun = _PARTED.search(line), _BEGUN.match(following)
        if parted is None or begun is None or not following[:1].islower():
            parts += (line, space_between(line, following))
        elif f"{parted[1]}-{begun[0]}".casefold() in compounds:
            parts.append(line)
        else:
            parts.append(line[:-1])
    return "".join(parts).rstrip()
