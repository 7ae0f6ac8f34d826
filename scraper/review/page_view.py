"""The saved page as it may be shown: harmless, without the network, with its places marked.

Three walls, of which each would be enough: what could run or load is taken out of the markup
here; the answer's Content-Security-Policy allows no script, no request and no form; the frame
that shows it is sandboxed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from lxml import etree
from lxml.html import tostring

from schemas import Article, Evidence
from scraper.page import Page
from scraper.review.text_view import Mark

_DROPPED = frozenset(
    "script noscript template iframe frame frameset noframes object applet portal base meta link "
    "svg math audio video canvas dialog fencedframe".split()
)
"""Elements that go with all they hold: what runs, loads, or is parsed by other rules."""

_RENAMED = {
    **dict.fromkeys(("form", "fieldset", "picture", "map"), "div"),
    **dict.fromkeys(("embed", "source", "track", "area", "param"), "span"),
}
"""Elements that lose their meaning and keep what they hold: libxml2 does not know that some of
these are empty, and puts what follows into them."""
_KEPT_ATTRIBUTES = frozenset(
    "id class lang dir title alt colspan rowspan headers scope start value reversed type datetime "
    "cite role aria-label aria-hidden hidden open align valign width height border".split()
)
"""Attributes that mean something to a reader and can do nothing else."""

_DATA_IMAGE = re.compile(
    r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+\Z", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_CONTEXT_WORDS = 6

_HEAD = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<meta name="color-scheme" content="light dark">'
)


@dataclass(frozen=True, slots=True)
class Target:
    """Words to be marked on the page."""

    name: str
    """Id that the mark gets: ``quote-2``, ``citation-0``."""
    kind: str
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """One text node: the element whose ``text`` or ``tail`` it is."""

    element: etree._Element
    is_tail: bool

    @property
    def text(self) -> str:
        """What stands there."""
        return (self.element.tail if self.is_tail else self.element.text) or ""


def render_page(
    page: Page,
    record: Article,
    style: str = "",
    evidence: Mapping[str, Evidence] | None = None,
) -> str:
    """Return the page's HTML, harmless and marked.

    Args:
        page: As it was read; its tree is changed.
        style: Style sheet to show it with; stands in the page, as a sandboxed page can't load it.
        evidence: Where the values came from before they were corrected; the record's by default.
    """
    labelled = _evidence_elements(page, evidence or record.evidence)
    root = page.root
    title = record.title or "Saved page"
    _clean(root)
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    _mark(body, list(find_targets(record)))
    for element, fields in labelled:
        # A language is stated by what holds the whole text: it can be led to, and has no outline.
        if outlined := [name for name in fields if name != "language"]:
            element.set("data-fields", ", ".join(outlined))
        if element.get("id") is None:
            element.set("id", f"field-{fields[0]}")
    inner = (body.text or "") and escape(body.text or "")
    content = inner + "".join(tostring(child, encoding="unicode") for child in body)
    direction = f' dir="{root.get("dir")}"' if root.get("dir") in ("ltr", "rtl", "auto") else ""
    language = f' lang="{escape(record.language)}"' if record.language else ""
    return (
        f"<!DOCTYPE html><html{language}{direction}><head>{_HEAD}"
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{content}</body></html>"
    )


def _evidence_elements(
    page: Page, evidence: Mapping[str, Evidence]
) -> list[tuple[etree._Element, list[str]]]:
    """Return the elements that fields came from, before anything is taken out of the tree."""
    found: dict[str, list[str]] = {}
    for name, source in evidence.items():
        where = source.where or ""
        if where.startswith("/html") and name != "body":
            found.setdefault(where, []).append(name)
    result = []
    for where, fields in found.items():
        try:
            elements = page.root.getroottree().xpath(where)
        except etree.XPathError:
            continue
        if isinstance(elements, list) and elements and isinstance(elements[0], etree._Element):
            result.append((elements[0], fields))
    return result


def _clean(root: etree._Element) -> None:
    """Take out of a tree whatever could run, load or send."""
    for element in list(root.iter()):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag.lower() in _DROPPED or ":" in tag or not re.fullmatch(r"[\w-]+", tag):
            _drop(element)
        elif tag.lower() in _RENAMED:
            element.tag = _RENAMED[tag.lower()]
        _clean_attributes(element, tag.lower())


def _clean_attributes(element: etree._Element, tag: str) -> None:
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    element.attrib.clear()
    for name, value in attributes.items():
        if name.lower() in _KEPT_ATTRIBUTES:
            element.set(name.lower(), value)
    source, target = attributes.get("src", ""), attributes.get("href", "")
    if tag == "img" and _DATA_IMAGE.match(source):
        element.set("src", source)
    elif tag == "img":
        _show_alternative(element)
    if tag == "a" and target.startswith("#"):
        element.set("href", target)
    elif tag == "a" and target and "title" not in element.attrib:
        element.set("title", target)
    if tag in ("input", "button", "select", "textarea"):
        element.set("disabled", "")


def _show_alternative(image: etree._Element) -> None:
    """Turn an image that may not load into its alternative text, without a sign of breakage.

    The style sheet writes the text: as words of the page it could be taken for a quotation's.
    """
    image.tag = "span"
    text = " ".join(image.get("alt", "").split())
    image.attrib.pop("alt", "")
    if text:
        image.set("role", "img")
        image.set("aria-label", text)
        image.set("data-alt", text)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    tail, previous = element.tail or "", element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def find_targets(record: Article) -> Iterator[Target]:
    """Yield the words of a record that are to be marked on its page."""
    body = record.body
    for number, quote in enumerate(record.quotes):
        stretches = quote.parts or (quote,)
        for part in stretches:
            yield _target(f"quote-{number}", "quote", part.text, body, part.start, part.end)
    for number, citation in enumerate(record.citations):
        name = f"citation-{number}"
        yield _target(name, "citation", citation.text, body, citation.start, citation.end)
    for number, work in enumerate(record.references):
        yield Target(f"reference-{number}", "reference", work.text)
    for number, author in enumerate(record.authors):
        for paragraph in filter(None, (author.bio or "").split("\n\n")):
            yield Target(f"bio-{number}", "bio", paragraph)


def _target(
    name: str, kind: str, text: str, body: str, start: int | None, end: int | None
) -> Target:
    if start is None or end is None:
        return Target(name, kind, text)
    return Target(name, kind, text, body[max(start - 60, 0) : start], body[end : end + 60])


def _mark(body: etree._Element, targets: Sequence[Target]) -> None:
    """Mark words in a tree; what is not found is left unmarked."""
    slots = list(_slots(body))
    words = [
        (match.group().casefold(), number, match.start(), match.end())
        for number, slot in enumerate(slots)
        for match in _WORD.finditer(slot.text)
    ]
    places: dict[str, list[int]] = {}
    for position, (word, *_) in enumerate(words):
        places.setdefault(word, []).append(position)
    found: dict[int, list[Mark]] = {}
    names = []
    for target in targets:
        span = _find(target, words, places)
        if span is None:
            continue
        names.append(target)
        first, last = words[span[0]], words[span[1] - 1]
        for number in range(first[1], last[1] + 1):
            start = first[2] if number == first[1] else 0
            end = last[3] if number == last[1] else len(slots[number].text)
            found.setdefault(number, []).append(Mark(start, end, target.kind, len(names) - 1))
    opened: set[str] = set()
    for number in sorted(found):
        _write(slots[number], found[number], names, opened)


def _slots(element: etree._Element) -> Iterator[Slot]:
    """Yield the text nodes below an element in document order."""
    if element.text:
        yield Slot(element, is_tail=False)
    for child in element:
        yield from _slots(child)
        if child.tail:
            yield Slot(child, is_tail=True)


def _find(
    target: Target,
    words: Sequence[tuple[str, int, int, int]],
    places: Mapping[str, Sequence[int]],
) -> tuple[int, int] | None:
    """Return the stretch of words that a target is; of several, where the context fits best.

    Only words are compared: white space, case and punctuation differ between text and page.
    """
    wanted = _WORD.findall(target.text.casefold())
    if not wanted:
        return None
    size = len(wanted)
    before = _WORD.findall(target.before.casefold())[-_CONTEXT_WORDS:]
    after = _WORD.findall(target.after.casefold())[:_CONTEXT_WORDS]
    best: tuple[int, int] | None = None
    for place in places.get(wanted[0], ()):
        if place + size > len(words) or words[place + size - 1][0] != wanted[-1]:
            continue
        if any(words[place + n][0] != word for n, word in enumerate(wanted)):
            continue
        fit = _fit(words, place - len(before), before) + _fit(words, place + size, after)
        if best is None or fit > best[0]:
            best = (fit, place)
    return None if best is None else (best[1], best[1] + size)


def _fit(words: Sequence[tuple[str, int, int, int]], start: int, wanted: Iterable[str]) -> int:
    return sum(
        0 <= start + n < len(words) and words[start + n][0] == word for n, word in enumerate(wanted)
    )


def _write(slot: Slot, marks: Sequence[Mark], targets: Sequence[Target], opened: set[str]) -> None:
    """Put ``mark`` elements around the marked stretches of one text node."""
    text = slot.text
    cuts = sorted({0, len(text), *(place for m in marks for place in (m.start, m.end))})
    pieces: list[str | etree._Element] = []
    for a, b in pairwise(cuts):
        covering = [mark for mark in marks if mark.start <= a and mark.end >= b]
        if not covering or not text[a:b].strip():
            pieces.append(text[a:b])
            continue
        element = etree.Element("mark")
        element.text = text[a:b]
        element.set("class", " ".join(dict.fromkeys(f"pq-{mark.kind}" for mark in covering)))
        inner = targets[covering[-1].number].name
        if inner not in opened:
            element.set("id", inner)
            opened.add(inner)
        pieces.append(element)
    _replace(slot, pieces)


def _replace(slot: Slot, pieces: Sequence[str | etree._Element]) -> None:
    """Replace a text node by texts and elements."""
    element = slot.element
    parent = element.getparent() if slot.is_tail else element
    if parent is None:
        return
    at = parent.index(element) + 1 if slot.is_tail else 0
    last: etree._Element | None = element if slot.is_tail else None
    if slot.is_tail:
        element.tail = ""
    else:
        element.text = ""
    for piece in pieces:
        if not isinstance(piece, str):
            parent.insert(at, piece)
            at, last = at + 1, piece
        elif last is None:
            parent.text = (parent.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece
