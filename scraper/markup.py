"""Parses a page's bytes into one lxml tree that holds what a browser's would.

libxml2 knows neither HTML5's elements nor its rules for pages that end in the middle, stops where
elements are nested too deep, and drops what follows: what it leaves elsewhere is put in its place.
"""

import html
import re

from lxml import etree

from scraper.converted import mend_converted
from scraper.preformatted import set_prose
from scraper.sidenotes import lift_sidenotes, may_hold_sidenotes
from scraper.wrapped import join_wrapped

_TAG = re.compile(rb"<[A-Za-z!/?]")
_EMPTY = b"<html><body></body></html>"
_TAG_LIMIT = 1_000_000
"""Tags that are read; a page with more is cut off. 500,000 list items are within it."""
_NESTING_LIMIT = 800
"""Open elements beyond which flattening leaves tags out: libxml2 stops at 2,048 levels, and the
elements not counted (those whose end may be left out) add less than as many again."""
_OPTIONAL_END = frozenset("p li dt dd option optgroup tr td th thead tbody tfoot html body".split())
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr frame".split()
)
_MARKUP = re.compile(
    rb"<!--(?s:.*?)(?:-->|\Z)"
    rb"|<(script|style|textarea|title|xmp)\b(?s:.*?)(?:</\1\s*>|\Z)"
    rb"|<(/?)([a-z][a-z0-9-]*)[^>]*>",
    re.I,
)
"""Comments, elements whose content is no markup, and tags (name in the third group)."""
_METADATA_TAGS = frozenset(
    "base basefont bgsound link meta noframes noscript object script style template title".split()
)


def within_limit(encoded: bytes, warnings: list[str]) -> bytes:
    """Return the page up to the greatest number of tags that is read."""
    if len(encoded) <= _TAG_LIMIT or encoded.count(b"<") <= _TAG_LIMIT:
        return encoded
    warnings.append(f"html: only the first {_TAG_LIMIT} tags are read")
    return b"<".join(encoded.split(b"<", _TAG_LIMIT)[:_TAG_LIMIT])


def parse_markup(encoded: bytes, warnings: list[str]) -> etree._Element:
    """Return the root element, of an empty document where nothing is; add to ``warnings``."""
    is_plain = not _TAG.search(encoded)
    if is_plain:
        encoded = _as_preformatted(encoded)
    root, is_whole = _read_tree(encoded, warnings)
    if not is_whole:
        # libxml2 drops all that follows the element that is nested too deep.
        warnings.append(
            "html: elements are nested too deep; their text is read, the innermost tags are not"
        )
        root, _ = _read_tree(_flatten(encoded), warnings)
    if root is None:
        warnings.append("html: the page is empty")
        root = etree.fromstring(_EMPTY, etree.HTMLParser())
    _mend_head(root)
    _mend_end(root)
    mend_converted(root, child_of(root, "body"))
    breaks, preformatted = [], []
    for element in root.iter("br", "template", "noscript", "pre"):
        if element.tag == "br":
            breaks.append(element)
        elif element.tag == "pre":
            preformatted.append(element)
        elif _is_shown(element):
            element.tag = "div"
    if breaks:
        join_wrapped(breaks)
    if preformatted:
        set_prose(root, preformatted, is_plain=is_plain)
    if may_hold_sidenotes(encoded):
        lift_sidenotes(root)
    return root


def _is_shown(element: etree._Element) -> bool:
    """Return whether browsers show what a ``template`` or ``noscript`` holds.

    They do in declarative shadow DOM (HTML Living Standard, 4.12.3). And they read ``noscript`` as
    text, up to its end tag, where libxml2 goes on to the end of the page for an element that is
    opened within and closed behind it: then scripts stand in it, or others of its kind.
    """
    if element.tag == "template":
        return element.get("shadowrootmode") is not None
    return next(element.iterdescendants("script", "noscript"), None) is not None


def _as_preformatted(encoded: bytes) -> bytes:
    """Return plain text as browsers show it, in a ``pre`` (WHATWG HTML, 7.5.5)."""
    text = html.escape(encoded.decode("utf-8", "replace"), quote=False)
    return f"<pre>{text}</pre>".encode() if text.strip() else b""


def _read_tree(encoded: bytes, warnings: list[str]) -> tuple[etree._Element | None, bool]:
    """Return the root element, if any, and whether libxml2 read the page to its end."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        root = etree.fromstring(encoded, parser)
    except (etree.LxmlError, ValueError) as error:
        warnings.append(f"html: cannot be parsed ({error})")
        return None, True
    last = parser.error_log.last_error
    return root, last is None or last.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT


def _flatten(encoded: bytes) -> bytes:
    """Return the page without the tags of elements that stand in too many others."""
    depth = 0

    def keep(match: re.Match[bytes]) -> bytes:
        nonlocal depth
        name = (match.group(3) or b"").lower().decode()
        if not name or name in _VOID or name in _OPTIONAL_END:
            return match.group()
        if match.group(2):
            depth = max(depth - 1, 0)
            return match.group() if depth < _NESTING_LIMIT else b""
        depth += 1
        return match.group() if depth <= _NESTING_LIMIT else b""

    return _MARKUP.sub(keep, encoded)


def child_of(root: etree._Element, tag: str) -> etree._Element | None:
    """Return the first child of a tag: what ``find`` does, without reading a path."""
    return next(root.iterchildren(tag), None)


def _mend_head(root: etree._Element) -> None:
    """Move content out of ``head``, where libxml2 leaves HTML5 elements of pages without tags.

    Minifiers drop ``</head><body>``, which HTML allows: the first element that is not metadata
    begins the body (WHATWG HTML, 13.2.6.4.4 "in head"), but libxml2 does not know ``article``.
    """
    head = child_of(root, "head")
    if head is None:
        return
    # A loop without calls: heads have fifty children, nearly all of them metadata.
    stray = None
    for child in head:
        tail = child.tail
        if (tail and not tail.isspace()) or (child.tag not in _METADATA_TAGS and _is_full(child)):
            stray = child
            break
    if stray is None:
        return
    moved = [stray, *stray.itersiblings()]
    body = child_of(root, "body")
    if body is None:
        body = etree.SubElement(root, "body")
    for place, element in enumerate(moved):
        body.insert(place, element)


def _mend_end(root: etree._Element) -> None:
    """Move what stands behind ``</body>`` or ``</html>`` into the body, as browsers do.

    Templates that include each other close the page in the middle (WHATWG HTML, 13.2.6.4.19 "after
    body": anything else is read as in the body). libxml2 puts it below or beside the root element.
    """
    body = child_of(root, "body")
    if body is None:
        return
    late = [child for child in body.itersiblings() if child.tag != "head"]
    for other in root.itersiblings(etree.Element):
        for part in other:
            late += list(part) if part.tag in ("head", "body") else [part]
    for element in late:
        body.append(element)


def _is_full(element: etree._Element) -> bool:
    """Return whether an element holds something."""
    return len(element) > 0 or bool(element.text)
