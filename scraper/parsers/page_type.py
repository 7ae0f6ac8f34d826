"""Decides whether a page is one article, and if not, what it is.

Error pages, login forms, walls and JavaScript shells have signs of their own and are told by
rules. Between articles and everything else with text (lists, shops, forums, manuals) a logistic
model decides over structure: what the page says it is, how its text is spread, and its address.
"""

import math
import re
from urllib.parse import urlsplit

from schemas import PageType
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found
from scraper.parsers.linear import load_weights, weigh
from scraper.parsers.page_signs import find_sign, is_aside, spread_over, word_worth
from scraper.parsers.rules import page_type as rules
from scraper.parsers.rules.titles import ARTICLE_TYPES
from scraper.words import read_words

_SAMPLE = 2000
_MANY_TEASERS = 0.4
_FEW_WORDS = 60
_SHORT_WORDS = 200
_NOTICE_WORDS = 40
"""An article of fewer words says that it is one, or when it appeared: all 8 of 799 pages do."""
_LONG_PARAGRAPH = 80
_HOME_PATH = re.compile(
    r"^/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)\.\w+)?$", re.I
)
_SHELL_IDS = re.compile(r"^(?:root|app|__next|__nuxt|main-app|react-root|gatsby|svelte)", re.I)
_THRESHOLD = 0.5
_LIST_THRESHOLD = 0.6
"""What is asked of a page with the address of a list that states nothing else: of 10 such articles
none scores between the two."""
_SHELL_CHARS = 200
_LOUD = 0.2
"""What a feature adds to the decision that is named as a reason for it, at least."""


def find_page_type(
    page: Page, body: Body, title: Found[str] | None, *, is_dated: bool = False
) -> PageType:
    """Return what the page is, with the probability that it is one article and the reason."""
    if ruled := _by_rule(page, body, title, is_dated=is_dated):
        return ruled
    features = find_features(page, body, title)
    weights = load_weights("page_type")
    logit = weigh(features, weights)
    score = round(1 / (1 + math.exp(-max(min(logit, 30.0), -30.0))), 3)
    is_stated = _is_stated_article(features)
    if features.get("home") and not is_stated:
        # Front pages hold teasers long enough to look like paragraphs of one article.
        return PageType(kind="home", score=min(score, 0.4), reason="the address of a front page")
    asked = _LIST_THRESHOLD if features.get("list path") and not is_stated else _THRESHOLD
    if score < asked:
        kind = "home" if features.get("home") else "list" if _is_list(features) else "other"
        return PageType(kind=kind, score=score, reason=_reason(features, weights, -1))
    if not is_dated and _is_notice(body, features):
        reason = "next to no text, and nothing says that it is an article"
        return PageType(kind="other", score=0.2, reason=reason)
    if not is_stated and (sign := find_sign(page, body, title)):
        return PageType(kind=sign.kind, score=0.3, reason=sign.reason)
    return PageType(kind="article", score=score, reason=_reason(features, weights, 1))


def _reason(features: dict[str, float], weights: dict[str, float], sign: int) -> str:
    """Return the features that spoke loudest for the decision."""
    get = weights.get
    said = [(sign * get(name, 0.0) * value, name) for name, value in features.items() if value]
    loud = sorted([pair for pair in said if pair[0] > _LOUD], key=lambda pair: -pair[0])
    return ", ".join([name for _, name in loud[:3]]) or "nothing in particular"


def _is_stated_article(features: dict[str, float]) -> bool:
    return bool(features["article type"] or features["og article"] or features["published time"])


def _is_notice(body: Body, features: dict[str, float]) -> bool:
    """Return whether a page without a date is a line or two: "We will be back soon"."""
    few = _count_words(body.text[:_SAMPLE]) < _NOTICE_WORDS
    return few and not _is_stated_article(features)


def _is_list(features: dict[str, float]) -> bool:
    return bool(
        features.get("list path")
        or features.get("list type")
        or features.get("many items")
        or features.get("linked headings", 0.0) > _MANY_TEASERS
    )


# --- pages with signs of their own ----------------------------------------------------------


def _by_rule(
    page: Page, body: Body, title: Found[str] | None, *, is_dated: bool
) -> PageType | None:
    """Return the type of error pages, logins, walls and shells; None for all others."""
    if page.status is not None and page.status >= 400:
        return PageType(kind="error", score=0.02, reason=f"HTTP status {page.status}")
    # The first lines of an article are enough to see that it is none of these.
    if _count_words(body.text[:_SAMPLE]) > _SHORT_WORDS:
        return None
    words = _count_words(body.text[: 2 * _SAMPLE])
    if words > _SHORT_WORDS:
        return None
    heading = title.value if title else ""
    if rules.ERROR_TITLE.search(heading) or _title_is_error(page):
        return PageType(kind="error", score=0.03, reason="the title is that of an error page")
    shown = " ".join(block.text for block in page.blocks[:60])[:4000]
    if rules.CHALLENGE.search(heading) or (words < _FEW_WORDS and rules.CHALLENGE.search(shown)):
        return PageType(kind="wall", score=0.03, reason="a challenge stands in front of the page")
    # Short news of sites with a form on each page have their day and some sentences.
    if _asks_for_password(page) and not (is_dated and words >= _FEW_WORDS):
        return PageType(kind="login", score=0.05, reason="a password field and little text")
    if words < _FEW_WORDS:
        return _with_few_words(page, shown, is_dated=is_dated)
    return None


def _asks_for_password(page: Page) -> bool:
    """Return whether a field for a password stands where the page's own content does.

    Many an article carries a form to log in over or beside its text: in a window that a button
    opens, in the header, in a column at the side.
    """
    inputs = page.root.iter("input")
    fields = (field for field in inputs if field.get("type") == "password")
    return any(not any(map(is_aside, field.iterancestors())) for field in fields)


def _title_is_error(page: Page) -> bool:
    element = next(iter(page.census.tags["title"]), None)
    return element is not None and bool(rules.ERROR_TITLE.search(element.text or ""))


def _with_few_words(page: Page, shown: str, *, is_dated: bool) -> PageType | None:
    """Return the type of a page that shows next to nothing."""
    if _is_shell(page):
        return PageType(kind="shell", score=0.05, reason="scripts are to fill an empty page")
    if rules.ERROR_TEXT.search(shown) and not is_dated:
        return PageType(kind="error", score=0.05, reason="it speaks of the page that was asked for")
    if len(rules.CONSENT.findall(shown)) > 2:
        return PageType(kind="wall", score=0.05, reason="little but a consent dialogue")
    if len(rules.SUBSCRIBE.findall(shown)) > 1:
        return PageType(kind="wall", score=0.1, reason="little but an offer to subscribe")
    return None


def _is_shell(page: Page) -> bool:
    """Return whether the page is empty until its scripts have run."""
    if len(page.blocks) > 12:
        return False
    for element in page.root.iter("div", "main", "app-root"):
        name = element.get("id") or ""
        if (element.tag == "app-root" or _SHELL_IDS.match(name)) and not len(element):
            return True
    if _asks_for_scripts(page):
        return True
    scripts = sum(len(script.text or "") for script in page.census.tags["script"])
    shown = sum(len(block.text) for block in page.blocks)
    return shown < _SHELL_CHARS and (
        scripts > 5000 or next(page.root.iter("noscript"), None) is not None
    )


def _asks_for_scripts(page: Page) -> bool:
    """Return whether all that a page with scripts shows is that they are to be allowed."""
    shown = " ".join(block.text for block in page.blocks)
    return (
        len(shown) < _SHELL_CHARS
        and "javascript" in shown.lower()
        and bool(page.census.tags["script"])
    )


# --- features ---------------------------------------------------------------------------------


def find_features(page: Page, body: Body, title: Found[str] | None) -> dict[str, float]:
    """Return what the logistic model looks at; names are words, as they stand in reasons."""
    return {
        "always": 1.0,
        **_stated(page),
        **_spread(page, body),
        **_address(page.url),
        "title words": min(_count_words(title.value), 15) / 15 if title else 0.0,
    }


def _count_words(text: str) -> int:
    words, signs = read_words(text)
    return words + signs // 2


def _stated(page: Page) -> dict[str, float]:
    """Return what the page says it is."""
    structured = page.structured
    og = (structured.metas("og:type") or [""])[0].lower()
    kinds = [kind for item in structured.items if item.top for kind in item.types]
    articles = sum(kind.endswith(ARTICLE_TYPES) for kind in kinds)
    return {
        "og article": float("article" in og or og in ("blog", "news")),
        "og website": float(og == "website"),
        "og product": float("product" in og),
        "article type": float(1 <= articles <= 3 and "DiscussionForumPosting" not in kinds),
        "many items": float(articles > 3),
        "product type": float(any(kind in ("Product", "ProductGroup", "Offer") for kind in kinds)),
        "talk type": float(any(kind in ("DiscussionForumPosting", "QAPage") for kind in kinds)),
        "list type": float(
            any(kind in ("CollectionPage", "ItemList", "SearchResultsPage") for kind in kinds)
        ),
        "business type": float(any(kind in ("LocalBusiness", "Service") for kind in kinds)),
        "published time": float(
            bool(structured.first_meta("article:published_time", "citation_publication_date"))
            or any(item.text("datePublished") for item in structured.items if item.top)
        ),
        "author stated": float(
            bool(structured.first_meta("author", "article:author", "twitter:creator"))
            or any("author" in item.values for item in structured.items if item.top)
        ),
        "feed": float(
            any(
                "rss" in (link.type or "") or "atom" in (link.type or "")
                for link in structured.links
            )
        ),
    }


def _spread(page: Page, body: Body) -> dict[str, float]:
    """Return how the text is spread over the page and the body."""
    spread = page.once(spread_over)
    texts = [block for block in body.blocks if block.start is not None]
    kinds = [block.kind for block in texts]
    lengths = [len(block.source.text) for block in texts]
    total = sum(lengths) or 1
    density = word_worth(body.text)
    parts = list(zip(kinds, lengths, strict=True))
    sizes = [length * density for kind, length in parts if kind == "paragraph"]
    long = [size for size in sizes if size >= _LONG_PARAGRAPH]
    items = sum([length for kind, length in parts if kind == "list_item"])
    body_links = sum([source.link_chars for source in body.sources])
    elements = page.census.tags
    return {
        "body length": min(math.log1p(total * density) / 10, 1.2),
        "paragraph text": min(math.log1p(sum(long)) / 10, 1.2),
        "paragraph share": sum(long) / (total * density),
        "paragraphs": min(len(long), 40) / 40,
        "paragraph length": min(sum(long) / max(len(long), 1), 800) / 800,
        "item share": items / total,
        "body share": min(total / (spread.shown or 1), 1.0),
        "link share": min(spread.linked / (spread.shown or 1), 1.0),
        "body link share": min(body_links / total, 1.0),
        "headings": min(kinds.count("heading"), 20) / 20,
        "code": float("code" in kinds),
        "linked headings": min(math.log1p(spread.teasers) / 4, 1.0),
        "prices": min(math.log1p(spread.prices) / 4, 1.0),
        "blocks": min(math.log1p(len(page.blocks)) / 8, 1.2),
        "body score": body.score,
        "h1 count": min(len(elements["h1"]), 4) / 4,
        "article elements": min(len(elements["article"]), 10) / 10,
        "time elements": min(len(elements["time"]), 10) / 10,
    }


def _address(url: str | None) -> dict[str, float]:
    """Return what the address tells."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return {"no address": 1.0}
    if not parts.netloc:
        return {"no address": 1.0}
    path = parts.path
    slug = max(path.rstrip("/").split("/"), key=len)
    return {
        "home": float(bool(_HOME_PATH.match(path)) and not parts.query),
        "article path": float(bool(rules.ARTICLE_PATH.search(path))),
        "list path": float(bool(rules.LIST_PATH.search(path))),
        "shop path": float(bool(rules.SHOP_PATH.search(path))),
        "talk path": float(bool(rules.TALK_PATH.search(path))),
        "docs path": float(bool(rules.DOCS_PATH.search(path))),
        "docs host": float(parts.netloc.startswith(("docs.", "doc.", "developer.", "wiki."))),
        "talk host": float(parts.netloc.startswith(("forum", "community.", "discuss"))),
        "slug words": min(slug.count("-") + slug.count("_"), 8) / 8,
        "depth": min(path.strip("/").count("/"), 5) / 5,
        "query": float(bool(parts.query)),
    }
