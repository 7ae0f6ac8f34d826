"""Reads the body from where it stands unseen, on pages that show none themselves.

Some pages are an empty shell that scripts fill. Their text may stand in three places, asked in
this order: JSON-LD that states an ``articleBody`` (schema.org/Article); the data that the scripts
start from (``application/json``, JSON that is assigned to a variable or stands in an attribute, as
in ``data-page``); and markup that is shown without scripts only (``noscript``), once a script asks
for it (``template``), or as a page of its own in a frame (``srcdoc``). Where the page has a body,
that one is taken: the stated text is often shortened and has lost its structure.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from scraper.cut import cut
from scraper.page import Page
from scraper.parsers.body.script_data import longest_text, values_of
from scraper.structured import Json, clean, parse_json
from scraper.text import TextBlock

_KEY = "articleBody"
_DEPTH = 12
_SCRIPT_LIMIT_CHARS = 2_000_000
_LEAST_CHARS = 200
_DATA_STARTS = ("{", "[")
_HIDDEN_TAGS = ("noscript", "template")
_FRAME = "iframe"


@dataclass(frozen=True, slots=True)
class Stated:
    """A body that stands elsewhere than in the page's visible elements."""

    blocks: list[TextBlock]
    source: str
    where: str

    @property
    def chars(self) -> int:
        """Length of the text."""
        return sum(len(block.text) for block in self.blocks)


def stated_body(page: Page) -> Stated | None:
    """Return the body from the first place that holds one, None where none does."""
    for stated in (_in_json_ld(page.root), _in_scripts(page.root), _in_hidden(page)):
        if stated is not None and stated.chars >= _LEAST_CHARS:
            return stated
    return None


def _in_json_ld(root: etree._Element) -> Stated | None:
    longest = max(_stated(root), key=len, default="")
    return Stated(_to_blocks([longest]), "json-ld", _KEY) if longest else None


def _in_scripts(root: etree._Element) -> Stated | None:
    """Return the text of the data that scripts start from."""
    best: tuple[str, list[str]] = ("", [])
    for text in _data_texts(root):
        for value in values_of(text) if len(text) <= _SCRIPT_LIMIT_CHARS else ():
            key, lines = longest_text(value)
            if sum(map(len, lines)) > sum(map(len, best[1])):
                best = (key, lines)
    key, lines = best
    return Stated(_to_blocks(lines), "script", key) if lines else None


def _data_texts(root: etree._Element) -> Iterator[str]:
    """Yield the texts of scripts and of attributes that may hold data."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            yield script.text or ""
    for element in root.iter(etree.Element):
        for value in map(str, element.values()):
            if len(value) >= _LEAST_CHARS and value.startswith(_DATA_STARTS):
                yield value


def _in_hidden(page: Page) -> Stated | None:
    """Return the longest text of what readers see without scripts, in a frame or later."""
    best: Stated | None = None
    for element in page.root.iter(*_HIDDEN_TAGS, _FRAME):
        if element.tag == _FRAME:
            stated = Stated(_to_blocks([element.get("srcdoc") or ""]), "text", "")
        else:
            blocks = [block for block in cut(element)[0] if block.link_chars * 2 < len(block.text)]
            stated = Stated(_renumbered([block.text for block in blocks]), "text", "")
        if best is None or stated.chars > best.chars:
            best = Stated(stated.blocks, "text", page.xpath_of(element))
    return best


def _to_blocks(texts: list[str]) -> list[TextBlock]:
    """Return the blocks of texts, each of which may be HTML."""
    lines: list[str] = []
    for text in texts:
        whole = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
        if "</" in whole:
            root = etree.fromstring(f"<html><body>{whole}</body></html>", etree.HTMLParser())
            lines += [block.text for block in cut(root)[0]] if root is not None else []
        else:
            lines += [clean(line) for line in whole.splitlines()]
    return _renumbered(lines)


def _renumbered(texts: list[str]) -> list[TextBlock]:
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
