"""Finds embedded posts that stand among the article's blocks but outside its body.

Bodies leave out what networks put into a page as a box of their own; the words in it are quoted
by the article all the same. Such quotations have no offsets, as those in captions.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.set_off import is_post, is_signature
from scraper.parsers.quotes.texts import count_words
from scraper.text import Container, TextBlock

_LEAST_WORDS = 3
_MOST_BLOCKS = 12
_EMBEDS_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Embed:
    """An embedded post."""

    after: int
    """Index of the body's block before it."""
    text: str
    signature: str | None


def find_embeds(page: Page, body: Body) -> list[Embed]:
    """Return the posts of known networks within the range of the body that it leaves out."""
    own = [source.index for source in body.sources]
    if not own:
        return []
    found: list[Embed] = []
    for container in _posts(page, own):
        blocks = page.blocks[container.first : container.end]
        text, signature = _read(blocks)
        if count_words(text) >= _LEAST_WORDS and len(found) < _EMBEDS_LIMIT:
            after = max(bisect_left(own, container.first) - 1, 0)
            found.append(Embed(after, text, signature))
    return found


def _posts(page: Page, own: list[int]) -> Iterator[Container]:
    """Yield the boxes of posts between the first and the last block of the body."""
    behind = -1
    for container in page.containers:
        if container.first <= max(own[0], behind) or container.first >= own[-1]:
            continue
        if not is_post(container.element.get("class") or ""):
            continue
        slot = bisect_left(own, container.first)
        if own[slot] >= container.end and container.end - container.first <= _MOST_BLOCKS:
            behind = container.end - 1
            yield container


def _read(blocks: list[TextBlock]) -> tuple[str, str | None]:
    """Return the words of a post, and the last block where it signs."""
    if len(blocks) > 1 and is_signature(blocks[-1]):
        return _joined(blocks[:-1]), blocks[-1].text.lstrip("—–―~- ")
    return _joined(blocks), None


def _joined(blocks: list[TextBlock]) -> str:
    return "\n\n".join(block.text for block in blocks)
