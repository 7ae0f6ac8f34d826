"""How much a URL looks like an article's, to decide which is fetched first.

A small ``max_pages`` should bring articles, not tag pages. Every rule is a habit of publishing
systems; none decides whether a page is fetched, only when.
"""

import re
from functools import lru_cache

FIRST = 0
"""Seeds, sitemaps and feeds."""
_ARTICLE = 10
UNSURE = 20
"""From here on a URL is not known to be an article's."""
_LIST = 30
_UNLIKELY = 60

_DATE = re.compile(r"/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|/[a-z])|/20\d{6}/")
_NUMBERED = re.compile(r"[-/_.](?:a|id|art|article|story)?-?\d{5,}(?:[./]|$)|\b[0-9a-f]{16,}\b")
_LIST_WORDS = re.compile(
    r"/(?:tags?|topics?|categor(?:y|ies)|sections?|authors?|archives?|page|keywords?|labels?|"
    r"people|themen?|rubri(?:k|que|ca)|etiquetas?|schlagwort|auteurs?|autor(?:es)?)/",
    re.I,
)
_UNLIKELY_WORDS = re.compile(
    r"/(?:search|login|log-in|signin|sign-in|signup|register|subscribe|subscriptions?|account|"
    r"cart|checkout|basket|contact|about|privacy|terms|imprint|impressum|cookies?|legal|help|faq|"
    r"jobs|careers|advertis\w*|static|assets|cdn-cgi|wp-json|wp-admin|wp-login|feed|print|amp|"
    r"share|comment-page-\d+|reply|calendar|events?|shop|gallery|download|newsletter)(?:[/.\-_?]|$)",
    re.I,
)
_HEADLINE_WORDS = 5


def rank_of(url: str, depth: int = 0, *, is_announced: bool = False) -> int:
    """Return the place of a URL in the queue: lower is earlier.

    Args:
        depth: Links from a seed; among equals the nearer page comes first.
        is_announced: Whether a link with a headline for its text leads there.
    """
    return at_depth(_kind_of(url, is_announced=is_announced), depth)


def is_headline(text: str) -> bool:
    """Return whether the text of a link may be a headline: these are long, and menus short."""
    return text.count(" ") > 3 and len(text.split()) >= _HEADLINE_WORDS


def at_depth(rank: int, depth: int) -> int:
    """Return the place of a URL that is known by its rank at depth 0."""
    return rank + min(depth, 9)


def is_article_like(url: str) -> bool:
    """Return whether a canonical URL looks like an article's by itself."""
    return _kind_of(url, is_announced=False) == _ARTICLE


@lru_cache(maxsize=8192)
def _kind_of(url: str, *, is_announced: bool) -> int:
    """Return the class of a URL; links of menus are asked about on every page."""
    whole, _, query = url.partition("?")
    path = "/" + whole.split("/", 3)[3]
    if _UNLIKELY_WORDS.search(path):
        return _UNLIKELY
    if _LIST_WORDS.search(path if path.endswith("/") else path + "/"):
        return _LIST
    slug = (
        path.rstrip("/").rpartition("/")[2].rpartition(".")[0]
        or path.rstrip("/").rpartition("/")[2]
    )
    score = 2 * bool(_DATE.search(path)) + bool(_NUMBERED.search(path))
    score += 2 * (slug.count("-") + slug.count("_") >= 3) + (path.endswith((".html", ".htm")))
    score += is_announced
    score -= bool(query) + 2 * (path == "/")
    return _ARTICLE if score >= 2 else UNSURE
