"""Takes a heading apart: a kicker above the headline, the headline, a line below it.

Newspapers put all three into one ``h1``, each in an element of its own; what a reader tells by
size and colour is told here by elements, their classes and the breaks between lines.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from scraper.parsers.dates.lines import is_date_line
from scraper.parsers.rules import titles as rules
from scraper.text import BR, fold, inner_text

_SHOWN = cast(
    "Callable[[etree._Element], list[str]]",
    etree.XPath(
        "descendant::text()[not(ancestor::style or ancestor::script or ancestor::template"
        " or ancestor::noscript or ancestor::svg)]"
    ),
)
_OWN_LINE = frozenset({"small", "div", "p", "time", "h2", "h3", "h4", "h5", "h6", "header"})
"""Elements that a heading does not hold for the sake of emphasis."""
_NO_TEXT = frozenset({"style", "script", "template", "noscript", "svg"})
_BORDER = " \t\n:|/–—-•·»"
_SPOKEN_SIGNS = frozenset((":", "–", "—", "|", "//"))
_PARTS_AT_MOST = 6
_CHILDREN_AT_MOST = 40
_IN_FRONT = frozenset({"kicker", "dek", "date", "own"})
_BEHIND = frozenset({"dek", "date", "own"})
_LONGEST_DATE_LINE = 60


@dataclass(frozen=True, slots=True)
class Part:
    """One line or element of a heading."""

    text: str
    kind: str
    """``kicker``, ``dek`` or ``title`` by class, ``date`` by text, ``own`` (a small element or a
    block), ``span``, ``line``, or ``text``."""


def find_parts(heading: etree._Element) -> list[Part]:
    """Return the parts of a heading in order; none where it is of one piece.

    Elements for emphasis belong to the text around them. Signs that stand alone between two
    parts are no parts. A colon or dash in an element of its own is there for screen readers, which
    do not see that what stands before it is set small: that is a kicker, whatever its class (so on
    all six such pages of the development sets).
    """
    element = _unwrap(heading)
    if not 0 < len(element) <= _CHILDREN_AT_MOST:
        return []
    pieces = list(_pieces(element))
    if all(kind == "text" and text != BR for text, kind in pieces):
        return []
    parts: list[Part] = []
    joined = ""
    for text, kind in pieces:
        if kind == "text":
            joined += text
            continue
        parts.extend(_lines(joined))
        joined = ""
        if kind == "sign":
            parts[:] = [Part(part.text, "kicker") for part in parts]
            continue
        parts.extend(_part(text, kind))
    parts.extend(_lines(joined))
    return parts if 1 < len(parts) <= _PARTS_AT_MOST else []


def headline_of(parts: list[Part]) -> str:
    """Return a heading without what its markup calls kicker or dek, and without a date line.

    Of 29 such parts in front of a headline in the development sets' ``h1``, gold leaves out 27.
    """
    kept = list(parts)
    while len(kept) > 1 and _is_aside(kept[0], _IN_FRONT, kept[1:]):
        kept = kept[1:]
    while len(kept) > 1 and _is_aside(kept[-1], _BEHIND, kept[:-1]):
        kept = kept[:-1]
    return " ".join([part.text for part in kept])


def _is_aside(part: Part, kinds: frozenset[str], others: list[Part]) -> bool:
    """Return whether a part is of one of the kinds, and the others could be a headline."""
    if part.kind not in kinds:
        return False
    rest = " ".join([other.text for other in others])
    if part.kind == "own":
        # A small element beside running text is an aside; of two blocks either may be.
        return len(part.text) < len(rest) and any(other.kind == "text" for other in others)
    return " " in rest and len(part.text) <= 2 * len(rest)


def _unwrap(element: etree._Element) -> etree._Element:
    """Return the innermost element that holds all of a heading's text."""
    while len(element) == 1 and not _is_text(element.text) and not _is_text(element[0].tail):
        element = element[0]
    return element


def _is_text(text: str | None) -> bool:
    return text is not None and not text.isspace() and text != ""


def _pieces(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield (raw text, kind) of an element's text and children.

    The kind is ``text`` for running text, and ``sign`` for a colon or dash in an element.
    """
    children = list(element)
    alone = not _is_text(element.text) and not any(_is_text(child.tail) for child in children)
    yield element.text or "", "text"
    for child in children:
        if child.tag == "br":
            yield BR, "text"
        elif child.tag not in _NO_TEXT:
            text = _shown_text(child)
            if text.strip() in _SPOKEN_SIGNS:
                yield text, "sign"
            else:
                yield text, "date" if _is_date(text) else _kind(child, alone=alone)
        yield child.tail or "", "text"


def _shown_text(element: etree._Element) -> str:
    """Return an element's text without the style sheets that some systems put beside it."""
    if next(element.iter(*_NO_TEXT), None) is None:
        return inner_text(element)
    return " ".join("".join(_SHOWN(element)).split())


def _kind(child: etree._Element, *, alone: bool) -> str:
    names = child.get("class") or ""
    if names and rules.DEK_CLASS.search(names):
        return "dek"
    if (names and rules.KICKER_CLASS.search(names)) or _ends_in_sign(child):
        return "kicker"
    if child.tag in _OWN_LINE:
        return "own"
    if child.tag == "span" and names and rules.TITLE_CLASS.search(names):
        return "title"
    return "span" if alone and child.tag == "span" else "text"


def _ends_in_sign(child: etree._Element) -> bool:
    """Return whether the last thing in an element is a colon or dash in one of its own."""
    last = child[-1] if len(child) else None
    return (
        last is not None and not _is_text(last.tail) and inner_text(last).strip() in _SPOKEN_SIGNS
    )


def _lines(raw: str) -> Iterator[Part]:
    lines = fold(raw).split("\n")
    for line in lines:
        yield from _part(line, "line" if len(lines) > 1 else "text")


def _part(text: str, kind: str) -> Iterator[Part]:
    text = fold(text).replace("\n", " ").strip(_BORDER)
    if not text:
        return
    yield Part(text, "date" if _is_date(text) else kind)


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_DATE_LINE and is_date_line(text)
