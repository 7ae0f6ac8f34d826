"""Sets the notes that stand within a sentence behind their paragraph, as readers see them.

Pages with notes in the margin (Tufte CSS and what follows it) print a note at the place of its
mark, and a style sheet moves it aside. Read as it stands, the note would part the sentence.
Numbers that the style sheet counts (``sidenote-number``) are put in, with a link to the note.
"""

from collections.abc import Iterator
from itertools import count, islice

from lxml import etree

from scraper.native import twin
from scraper.tree import having, string_of

NAMES = (b"sidenote", b"marginnote")
"""What the classes of such notes, and of what belongs to them, hold."""

_find = having(**{"class": ("sidenote", "marginnote", "margin-toggle")})
_NOTE = frozenset(("sidenote", "marginnote"))
_NUMBER = "sidenote-number"
_TOGGLES = frozenset(("label", "input"))
_SIGNS = " \n\t⊕⊗"
"""What opens a note without a number on a small screen."""
_INLINE = frozenset("span small aside em i".split())
_TEXT = frozenset("p li dd blockquote figcaption td".split())
_OWN_LINES = frozenset("p h1 h2 h3 h4 h5 h6 div".split())
"""Behind which a note can stand; others have it at their end."""
_LINES = _OWN_LINES | {"figcaption", "td", "li"}
_SIGNS_WITHIN = 6
"""Elements of a note in which its sign is repeated."""
_LEVELS = 6
"""Inline elements around a note, at most."""


def names_sidenotes(encoded: bytes) -> bool:
    """Return whether a page names such notes at all: few do.

    Every byte of every page is looked at, so that ``sidenotes_c.pyx`` has the same for a compiler.
    """
    return any(name in encoded for name in NAMES)


may_hold_sidenotes = twin(names_sidenotes)


def lift_sidenotes(root: etree._Element) -> None:
    """Move each note that stands in a line behind its paragraph, as an ``aside``.

    Linear in the page. Notes in elements of their own stay where they are.
    """
    last: dict[etree._Element, etree._Element] = {}
    counted = count(1)
    mark: etree._Element | None = None
    for element in _find(root):
        names = frozenset((element.get("class") or "").split())
        if element.tag in _TOGGLES:
            mark = _read_toggle(element, counted) if _NUMBER in names else mark
            if element.tag in _TOGGLES and not (element.text or "").strip(_SIGNS):
                detach(element)
        elif element.tag in _INLINE and names & _NOTE:
            text = _text_around(element)
            if text is None:
                continue
            if mark is not None and "sidenote" in names:
                _join(mark, element)
                mark = None
            _set_behind(element, text, last)


def lift_note(note: etree._Element, last: dict[etree._Element, etree._Element]) -> None:
    """Set a note of LaTeXML behind its line; the sign that leads to it stays.

    Args:
        note: The element that holds both, or nothing but what is to be moved.
        last: What was moved behind each line before.
    """
    around = next((one for one in note.iterancestors() if one.tag in _LINES), None)
    if around is None:
        return
    sign = next(iter(note), None)
    outer = next((one for one in note if one.tag == "span"), None)
    if sign is not None and sign.tag == "sup" and outer is not None:
        printed = (sign.text or "").strip()
        for one in list(islice(outer.iter("sup", "span"), _SIGNS_WITHIN)):
            if len(one) == 0 and (one.text or "").strip() == printed:
                detach(one)
        if printed.isdecimal():
            sign.text, link = None, etree.SubElement(sign, "a")
            link.text = printed
            _join(link, outer)
        else:
            detach(sign)
        note = outer
    _set_behind(note, around, last)


def _set_behind(
    note: etree._Element, text: etree._Element, last: dict[etree._Element, etree._Element]
) -> None:
    """Move a note behind the line that it interrupts, and behind those moved there before."""
    detach(note)
    note.tag = "aside"
    if text.tag in _OWN_LINES:
        last.get(text, text).addnext(note)
        last[text] = note
    else:
        text.append(note)


def _read_toggle(label: etree._Element, counted: Iterator[int]) -> etree._Element | None:
    """Turn the label of a numbered note into its mark; return the link, or None for no number."""
    printed = (label.text or "").strip()
    if len(label) or (printed and not printed.isdecimal()):
        return None
    label.tag = "sup"
    label.text = None
    link = etree.SubElement(label, "a")
    link.text = printed or str(next(counted))
    return link


def _join(mark: etree._Element, note: etree._Element) -> None:
    """Let a mark lead to its note, which begins with the number if it prints none."""
    number = mark.text or ""
    if note.get("id") is None:
        note.set("id", f"sidenote-{number}")
    mark.set("href", f"#{note.get('id')}")
    if not string_of(note).lstrip(" [(\n\t").startswith(number):
        note.text = f"{number}. {(note.text or '').lstrip()}"


def _text_around(note: etree._Element) -> etree._Element | None:
    """Return the paragraph whose line a note interrupts, or None where it stands alone."""
    for level, around in enumerate(note.iterancestors()):
        if around.tag in _TEXT:
            alone = level == 0 and not (around.text or "").strip() and len(around) == 1
            return None if alone else around
        if level == _LEVELS or around.tag not in _INLINE:
            return None
    return None


def detach(element: etree._Element) -> None:
    """Take an element out of its line, which closes behind it."""
    around, before, tail = element.getparent(), element.getprevious(), element.tail
    if around is None:
        return
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        around.text = (around.text or "") + tail
    element.tail = None
    around.remove(element)
