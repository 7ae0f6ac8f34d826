"""Finds embedded posts that stand among the article's blocks but outside its body.

Bodies leave out what networks put into a page as a box of their own; the words in it are quoted
by the article all the same. Such quotations have no offsets, as those in captions.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.signing import is_signature, signer
from scraper.parsers.quotes.texts import count_words
from scraper.patterns import late
from scraper.text import Container, TextBlock

_LEAST_WORDS = 3
_MOST_BLOCKS = 12
_EMBEDS_LIMIT = 100
_BUTTON = 9
_NETWORK = late(r"instagram|tiktok|facebook|twitter|mastodon|bluesky", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Embed:
    """An embedded post."""

    after: int
    """Index of the body's block before it."""
    text: str
    signature: str | None


def find_embeds(page: Page, body: Body, posts: Sequence[Container]) -> list[Embed]:
    """Return what the posts of known networks say that stand within the range of the body.

    Args:
        posts: Boxes of posts of which the body has nothing, in page order.
    """
    own = [source.index for source in body.sources]
    found: list[Embed] = []
    behind = -1
    for container in posts[:_EMBEDS_LIMIT]:
        inside = own[0] < container.first and container.end <= own[-1]
        short = container.end - container.first <= _MOST_BLOCKS
        if not inside or not short or container.first <= behind:
            continue
        behind = container.end - 1
        text, signature = _read(page.blocks[container.first : container.end])
        if count_words(text) >= _LEAST_WORDS:
            found.append(Embed(bisect_left(own, container.first) - 1, text, signature))
    return found


def _read(blocks: Sequence[TextBlock]) -> tuple[str, str | None]:
    """Return the words of a post, and who signs its last block."""
    words = [block for block in blocks if not _is_button(block)]
    if words and is_signature(words[-1]):
        return _joined(words[:-1]), signer(words[-1].text)
    return _joined(words), None


def _is_button(block: TextBlock) -> bool:
    """Return whether a block is the link that a network shows until its script has run."""
    linked = block.link_chars * 2 > len(block.text)
    return linked and _NETWORK.search(block.text) is not None and block.text.count(" ") < _BUTTON


def _joined(blocks: Sequence[TextBlock]) -> str:
    return "\n\n".join(block.text for block in blocks)
