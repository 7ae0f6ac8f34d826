"""Reads the body from JSON-LD where the page itself has none.

Some pages are an empty shell that scripts fill; a few of them state their text as
``articleBody`` (schema.org/Article). Where the page has a body, that one is taken: the stated
text is often shortened and has lost its structure.
"""

from collections.abc import Iterator

from lxml import etree

from scraper.cut import cut
from scraper.page import Page
from scraper.structured import Json, clean, parse_json
from scraper.text import TextBlock

_KEY = "articleBody"
_DEPTH = 12
_SCRIPT_LIMIT_CHARS = 2_000_000
_LEAST_CHARS = 200


def stated_blocks(page: Page) -> list[TextBlock]:
    """Return the blocks of the longest stated body, none where nothing longer is stated."""
    longest = max(_stated(page.root), key=len, default="")
    if len(longest) < _LEAST_CHARS:
        return []
    longest = longest.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    if "</" in longest:
        root = etree.fromstring(f"<html><body>{longest}</body></html>", etree.HTMLParser())
        texts = [block.text for block in cut(root)[0]] if root is not None else []
    else:
        texts = [clean(line) for line in longest.splitlines()]
    return [
        TextBlock(text, index, -1, "p") for index, text in enumerate(text for text in texts if text)
    ]


def _stated(root: etree._Element) -> Iterator[str]:
    """Yield every stated body of the page."""
    for script in root.iter("script"):
        text = script.text or ""
        if _KEY not in text or len(text) > _SCRIPT_LIMIT_CHARS:
            continue
        if "ld+json" in (script.get("type") or "").lower():
            try:
                value = parse_json(text)
            except (ValueError, RecursionError):
                continue  # the reader of structured data has left the warning
            yield from _bodies(value, 0)


def _bodies(value: Json, depth: int) -> Iterator[str]:
    """Yield the values of the key, at any place within a JSON value."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _bodies(part, depth + 1)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key == _KEY and isinstance(part, str):
                yield part
            elif isinstance(part, list | dict):
                yield from _bodies(part, depth + 1)
