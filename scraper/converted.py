"""Mends what programs write that turn documents into HTML: each has its own way to say the same.

Word, Google Docs and TeX's converters mark a headline by a class, not as a heading; LaTeXML prints
notes and addresses within lines; converters of PDF know lines and pages only; Project Gutenberg
puts its licence around a book. The elements are found below ``body`` by the names those programs
give them, so that other pages cost a look at a dozen elements.
"""

from collections.abc import Callable, Mapping
from itertools import islice

from lxml import etree

from scraper.printed_pages import join_marked_pages, join_pages
from scraper.sidenotes import detach, lift_note
from scraper.tree import string_of

_HEADLINES = {"MsoTitle": "h1", "title": "h1", "titleHead": "h1", "MsoSubtitle": "p"}
"""Classes of headlines that are no headings (Word, Google Docs, TeX4ht)."""
_BULLETS = frozenset("·•o§-–\uf0b7\uf0a7")
"""Signs that Word prints before an item, in a font that has other ones in their place."""
_CHILDREN = 6
"""Children of ``body`` among which the element is: pages by hand have hundreds."""
_NOTED = frozenset(("ltx_note", "ltx_author_notes"))


def mend_converted(root: etree._Element, body: etree._Element | None) -> None:
    """Change a page that such a program wrote to what it would be if it had been written as HTML.

    Args:
        root: The page, changed in place. Linear in what it holds.
        body: Its ``body``.
    """
    if body is None:
        return
    for element in (body, *islice(body, _CHILDREN)):
        name = element.get("id") or element.get("name") or ""
        mender = _MENDERS.get(name) or _mender_of(element)
        if mender is not None:
            mender(element, root)


def _mender_of(element: etree._Element) -> Callable[[etree._Element, etree._Element], None] | None:
    value = element.get("class")
    if value is None:
        return None
    return next((_MENDERS[name] for name in value.split() if name in _MENDERS), None)


def _mend_published(element: etree._Element, root: etree._Element) -> None:
    """Mend what Google Docs publishes within a frame of its own."""
    for child in element:
        if "doc-content" in (child.get("class") or "").split():
            _mend_headlines(child, root)


def _mend_headlines(element: etree._Element, root: etree._Element) -> None:
    """Make headings of headlines, and items of Word's paragraphs with a sign in front."""
    has_headline = next(root.iter("h1"), None) is not None
    for child in element.iter("p", "h2"):
        names = (child.get("class") or "").split()
        tag = next((_HEADLINES[name] for name in names if name in _HEADLINES), None)
        if tag is not None and not (tag == "h1" and has_headline):
            child.tag = tag
            has_headline = has_headline or tag == "h1"
        elif names and names[0].startswith("MsoList"):
            _mend_item(child)


def _mend_item(paragraph: etree._Element) -> None:
    """Make an item of a paragraph that begins with a sign in an element of its own."""
    sign = next(iter(paragraph), None)
    if sign is not None and not (paragraph.text or "").strip():
        printed = "".join(string_of(sign).split())
        if printed in _BULLETS:
            paragraph.text = sign.tail
            paragraph.remove(sign)
            paragraph.tag = "li"


def _mend_latexml(element: etree._Element, _root: etree._Element) -> None:
    """Set notes behind their paragraph, and authors' addresses behind the authors' line."""
    last: dict[etree._Element, etree._Element] = {}
    for note in list(element.iter("span")):
        names = frozenset((note.get("class") or "").split())
        if names & _NOTED:
            lift_note(note, last)
        elif "ltx_tag_bibitem" in names:
            note.tail = f" {note.tail or ''}"


def _take_out(element: etree._Element, root: etree._Element) -> None:
    """Take out what frames a book: its catalogue's lines, the licence, numbers of pages."""
    around = element.getparent() if element.tag != "body" else None
    for part in list(() if around is None else around):
        if "pg-boilerplate" in (part.get("class") or "").split():
            detach(part)
    for number in [one for one in root.iter("span") if one.get("class") == "pagenum"]:
        detach(number)


_MENDERS: Mapping[str, Callable[[etree._Element, etree._Element], None]] = {
    **dict.fromkeys("WordSection1 Section1 doc-content maketitle".split(), _mend_headlines),
    **dict.fromkeys(("page-container", "page1-div"), join_pages),
    "contents": _mend_published,
    "1": join_marked_pages,
    "ltx_page_main": _mend_latexml,
    "pg-boilerplate": _take_out,
}
"""What mends the elements with an ``id`` or a class: Word, Google Docs, TeX4ht, pdf2htmlEX,
pdftohtml, LaTeXML, Project Gutenberg."""
