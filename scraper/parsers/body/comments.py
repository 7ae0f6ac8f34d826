"""Takes readers' comments out of the chosen text, where the page names them.

The model has seen few long threads: their paragraphs read like an article's, and there may be more
of them than of it. What tells is a container that calls itself comments and begins after the text.
"""

from collections.abc import Mapping, Sequence
from itertools import islice

from scraper.parsers.body.layout import NAME_PART
from scraper.parsers.rules.boilerplate import (
    COMMENT_BEGINNINGS,
    COMMENT_ITEMS,
    COMMENT_OWNERS,
    COMMENT_STEMS,
    COMMENT_WORDS,
    NO_COMMENT_WORDS,
)
from scraper.remembering import remembered
from scraper.text import Container, TextBlock, outwards

_LEAD_CHARS = 80
"""A block of so much text is where the article has begun."""
_TEXT_CHARS = 200
"""With less text than this before them "comments" are what the page is about."""
_THREAD_LEAST = 2
_THREAD_SHARE = 0.5
"""Where comments are so much of a container's text it is their thread, with all that is in it."""
_PREFIX_CHARS = 3
"""Plugins set their initials before the names they give: ``wc-comment``, ``wp-comment-text``."""
_CACHE = 4096
_NAMES = ("class", "id", "itemprop", "itemtype")
_OF_MANY = ("class", "itemprop", "itemtype")
_LAYOUT = frozenset(
    "row col column columns container content wrapper inner box card panel media item block grid "
    "clearfix well section flex".split()
)
"""First words of classes that any box may have (of Bootstrap and the like)."""
_POST_LEVELS = 12
"""Boxes around the beginning of a text, one of which is its post."""


def without_comments(
    blocks: Sequence[TextBlock], containers: Sequence[Container], kept: Sequence[int]
) -> list[int]:
    """Return the chosen blocks less those within comments."""
    begun = next((blocks[i] for i in kept if len(blocks[i].text) >= _LEAD_CHARS), None)
    if begun is None:
        return list(kept)
    # A container that holds the article's beginning is no thread below it, whatever its name.
    known = {-1: False}
    comments: list[int] = []
    outside: list[int] = []
    for index in kept:
        box = blocks[index].container
        told = known.get(box)
        if told is None:
            told = _in_comments(box, containers, begun, known)
        (comments if told else outside).append(index)
    if not comments:
        return outside
    before = sum(len(blocks[index].text) for index in outside if index < comments[0])
    if before < _TEXT_CHARS:
        return list(kept)
    thread = _thread(comments, blocks, containers, begun, known)
    return [index for index in outside if index not in thread]


def _thread(
    comments: Sequence[int],
    blocks: Sequence[TextBlock],
    containers: Sequence[Container],
    begun: TextBlock,
    known: dict[int, bool],
) -> range:
    """Return the blocks of the container that holds all comments, none where it holds more.

    Names, days and numbers of comments often stand beside what is named a comment.
    """
    if len(comments) < _THREAD_LEAST:
        return range(0)
    around = containers[blocks[comments[0]].container]
    while around.end <= comments[-1] and around.parent >= 0:
        around = containers[around.parent]
    if around.first <= begun.index or around.end <= comments[-1]:
        return range(0)
    lead = sum(len(blocks[index].text) for index in range(around.first, comments[0]))
    if lead >= _TEXT_CHARS:
        # The text stands there as well, below an introduction that stands outside.
        return range(0)
    inside = range(around.first, around.end)
    chars = named = 0
    for index in inside:
        length = len(blocks[index].text)
        chars += length
        named += length * _in_comments(blocks[index].container, containers, begun, known)
    return inside if named >= _THREAD_SHARE * chars else range(0)


def _in_comments(
    index: int, containers: Sequence[Container], begun: TextBlock, known: dict[int, bool]
) -> bool:
    """Return whether a container is within comments; ``known`` is filled on the way."""
    climbed = []
    while (told := known.get(index)) is None:
        container = containers[index]
        climbed.append(index)
        if container.first <= begun.index:
            # It holds the beginning, or stands before it, and so do all around it.
            told = False
            break
        if (attributes := container.attributes) and _is_named(attributes):
            told = not _is_post(container, containers, begun)
            break
        index = container.parent
    for inner in climbed:
        known[inner] = told
    return told


def _is_post(box: Container, containers: Sequence[Container], begun: TextBlock) -> bool:
    """Return whether the text begins in a box like a comment's: a thread is what the page is.

    An id says of one box alone what it is, and its class of any, unless it says how it is placed.
    """
    name = box.attributes.get("class")
    if not name or not any(is_comment_name(box.attributes.get(key, "")) for key in _OF_MANY):
        return False
    if all(word.split("-")[0] in _LAYOUT for word in name.lower().split()):
        return False
    around = islice(outwards(containers, begun.container), _POST_LEVELS)
    return any(one.end <= box.first and one.attributes.get("class") == name for one in around)


def _is_named(attributes: Mapping[str, str]) -> bool:
    # A plain loop: a hundred questions a page, at a third of a generator's price.
    for name in _NAMES:  # noqa: SIM110 - see above
        if name in attributes and is_comment_name(attributes[name]):
            return True
    return False


@remembered(_CACHE)
def is_comment_name(value: str) -> bool:
    """Return whether a class attribute, id or item type names comments or one of them.

    ``comments-area``, ``kommentare``, ``comment-1508`` and ``https://schema.org/Comment`` do;
    ``has-comments``, ``category-comment`` and ``comments-open`` say something about an article.
    """
    # Of a hundred values of a page hardly any holds one of these, and nearly all are new.
    folded = value.lower()
    for stem in COMMENT_STEMS:
        if stem in folded:
            return any(map(_names_comments, value.rsplit("schema.org/", 1)[-1].split()))
    return False


def _names_comments(token: str) -> bool:
    words = [word.lower() for word in NAME_PART.findall(token)]
    if not NO_COMMENT_WORDS.isdisjoint(words):
        return False
    while len(words) > 1 and (len(words[0]) <= _PREFIX_CHARS or words[0] in COMMENT_OWNERS):
        del words[0]
    if not words:
        return False
    if not COMMENT_WORDS.isdisjoint(words):
        return True
    follows = words[1] if len(words) > 1 else token[len(words[0]) :]
    return (words[0] in COMMENT_BEGINNINGS and bool(follows)) or ("".join(words) in COMMENT_ITEMS)
