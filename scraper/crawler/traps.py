"""Recognises endless families of URLs: calendars, facets, ever deeper paths.

Some URLs are refused by their shape alone. All others belong to a family, the URL with its
varying parts left out, and a family is left when a long row of its pages brought neither a
record nor a URL of another family.
"""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from scraper.crawler.likeness import is_article_like
from scraper.store.store import Family

MAX_SEGMENTS = 14
MAX_REPEATS = 2
"""A path that has one segment more often is a relative link gone wrong."""
MAX_PARAMETERS = 8
FRUITLESS = 60
"""Pages of a family in a row that may bring nothing new. Lists of known articles are shorter, or
bring other pages; calendars and facets never end."""

_NUMBER = re.compile(r"\d+")
_ID = re.compile(r"^(?:\d+|(?=.*\d)[0-9a-f]{6,}|[0-9a-f]{10,})$", re.I)
_COMMA = r"(?:[,;|]|%(?:2C|3B|7C))"
_LISTED = re.compile(rf"[^+](?:\+|%2[B0])|[^,;|]{_COMMA}", re.I)
"""What joins words in a path, as WordPress joins tags: any number of them in any order."""
_COUNTED = re.compile(rf"(?:^|{_COMMA})\d+(?:{_COMMA}|$)", re.I)
"""A number among them is a page's or a story's, and the words say which: systems of Poland write
``sport,2`` and ``story,4711`` for ``/sport/2`` and ``/story/4711``."""


def find_shape_trap(url: str) -> str | None:
    """Return why a canonical URL is refused by its shape, None where it is not."""
    path, _, query = url.partition("?")
    segments = [segment for segment in path.split("/")[3:] if segment]
    if len(segments) > MAX_SEGMENTS:
        return f"the path has {len(segments)} segments"
    kinds = set(segments)
    if len(segments) - len(kinds) >= MAX_REPEATS:
        for segment in kinds:
            if segments.count(segment) > MAX_REPEATS and not segment.isdigit():
                return f"the path repeats {segment[:40]!r}"
    if query.count("&") >= MAX_PARAMETERS:
        return f"the query has {query.count('&') + 1} parameters"
    return None


def shape_of(url: str) -> str:
    """Return the family of a canonical URL within its host.

    Numbers, ids and slugs become ``*``, lists (``red+green``) ``*+*``, numbers within words ``0``;
    of a query only that there is one is kept, since facets shuffle and multiply the parameters.
    """
    path, query = urlsplit(url)[2:4]
    segments = path.split("/")
    shaped = [_shape_segment(segment) for segment in segments[:-1]]
    last = segments[-1]
    stem, dot, extension = last.rpartition(".")
    shaped.append(_shape_segment(stem) + dot + extension if dot else _shape_segment(last))
    return "/".join(shaped[:4]) + ("/**" if len(shaped) > 4 else "") + ("?" if query else "")


def _shape_segment(segment: str) -> str:
    if _ID.match(segment):
        return "*"
    if _LISTED.search(segment) and not _COUNTED.search(segment):
        return "*+*"
    if segment.count("-") + segment.count("_") >= 2:
        return "*"
    return _NUMBER.sub("0", segment)


def is_member(url: str, shape: str) -> bool:
    """Return whether a URL is of a family; what looks like an article is of none."""
    return shape_of(url) == shape and not is_article_like(url)


def judge_family(family: Family, *, is_fruitful: bool) -> Family:
    """Return what is known of a family after one more of its pages.

    Args:
        is_fruitful: Whether the page gave a new record or a new URL of another family.
    """
    fruitless = 0 if is_fruitful else family.fruitless + 1
    judged = replace(family, fetched=family.fetched + 1, fruitless=fruitless)
    if judged.reason is None and fruitless >= FRUITLESS:
        reason = f"{fruitless} pages in a row brought no record and no other page"
        return replace(judged, reason=reason)
    return judged
