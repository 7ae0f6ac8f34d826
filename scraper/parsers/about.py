"""Reads how the page files and presents its article: section, tags, summary, picture, address.

These fields are stated by the page or absent; nothing is inferred from the text.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.found import Found
from scraper.structured import Item
from scraper.text import having, inner_text

_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "Recipe")
_SEPARATORS = re.compile(r"\s*[,;|]\s*")
_GENERIC_SECTION = frozenset(
    "home homepage startseite accueil inicio index blog news articles uncategorized all".split()
)
_TAGS_AT_MOST = 50
_TRAILS_LOOKED_AT = 3
_STEPS_AT_MOST = 8
_LONGEST_SECTION = 40
_BREADCRUMBS = having(**{"class": "breadcrumb"}, aria_label="readcrumb")


def _article_items(page: Page) -> Iterable[Item]:
    return (item for item in page.structured.items if item.is_a(*_ARTICLE_TYPES))


def find_section(page: Page) -> Found[str] | None:
    """Return the section that the article is filed under.

    Taken from the article's metadata, else from the breadcrumb's last step before the article.
    """
    for key in ("article:section", "parsely-section", "sailthru.section", "dc.subject.section"):
        if found := page.structured.first_meta(key):
            return Found(found[1], Evidence(source="meta", where=found[0], confidence=0.9))
    for item in _article_items(page):
        if text := item.text("articleSection"):
            where = f"{item.where}.articleSection"
            return Found(text, Evidence(source=item.syntax, where=where, confidence=0.9))
    return _breadcrumb(page) or _visible_breadcrumb(page) or _category_link(page)


def _visible_breadcrumb(page: Page) -> Found[str] | None:
    """Return the last link of a breadcrumb that is printed only."""
    if b"readcrumb" not in page.content:
        return None
    for trail in _BREADCRUMBS(page.root)[:_TRAILS_LOOKED_AT]:
        links = [link for link in trail.iter("a") if inner_text(link)]
        if not links or len(links) > _STEPS_AT_MOST:
            continue
        steps = [link for link in links if _is_section(inner_text(link))]
        # The article itself may be the last step, linked to its own address.
        steps = [s for s in steps if page.url is None or page.resolve(s.get("href")) != page.url]
        if steps:
            evidence = Evidence(source="text", where=page.xpath_of(steps[-1]), confidence=0.6)
            return Found(inner_text(steps[-1]), evidence)
    return None


def _category_link(page: Page) -> Found[str] | None:
    """Return the text of the first link that says it leads to the article's category.

    Source: the microformat ``rel-category``, which blog themes print beside the headline.
    """
    if b"category" not in page.content:
        return None
    for link in page.root.iter("a"):
        if "category" in (link.get("rel") or "").split() and _is_section(inner_text(link)):
            evidence = Evidence(source="text", where=page.xpath_of(link), confidence=0.6)
            return Found(inner_text(link), evidence)
    return None


def _is_section(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_SECTION and text.casefold() not in _GENERIC_SECTION


def _breadcrumb(page: Page) -> Found[str] | None:
    for crumbs in page.structured.of_type("BreadcrumbList"):
        names = []
        for step in crumbs.items("itemListElement"):
            inner = [name for thing in step.items("item") if (name := thing.text("name"))]
            names.append(step.text("name") or (inner[0] if inner else ""))
        steps = [name for name in names[:-1] if name and name.casefold() not in _GENERIC_SECTION]
        if steps:
            where = f"{crumbs.where}.itemListElement"
            return Found(steps[-1], Evidence(source=crumbs.syntax, where=where, confidence=0.6))
    return None


def find_tags(page: Page) -> Found[list[str]] | None:
    """Return the keywords that the page gives, each once, in order."""
    structured = page.structured
    tags = structured.metas("article:tag", "og:article:tag", "parsely-tags", "sailthru.tags")
    source, where = "meta", "article:tag"
    if not tags:
        for item in _article_items(page):
            if values := item.texts("keywords"):
                tags, source, where = values, item.syntax, f"{item.where}.keywords"
                break
    if not tags:
        tags, where = structured.metas("news_keywords", "keywords", "citation_keywords"), "keywords"
        source = "meta"
    split = [part.strip(" #\"'") for tag in tags for part in _SEPARATORS.split(tag)]
    unique = {tag.casefold(): tag for tag in reversed(split) if tag}
    found = list(reversed(unique.values()))[:_TAGS_AT_MOST]
    if not found:
        return None
    return Found(found, Evidence(source=source, where=where, confidence=0.8))


def find_description(page: Page) -> Found[str] | None:
    """Return the summary in the page's metadata."""
    keys = ("og:description", "description", "twitter:description", "dc.description")
    if found := page.structured.first_meta(*keys):
        return Found(found[1], Evidence(source="meta", where=found[0], confidence=0.9))
    for item in _article_items(page):
        if text := item.text("description"):
            where = f"{item.where}.description"
            return Found(text, Evidence(source=item.syntax, where=where, confidence=0.8))
    return None


def find_image(page: Page) -> Found[str] | None:
    """Return the absolute URL of the lead image."""
    for key in ("og:image:secure_url", "og:image", "og:image:url", "twitter:image"):
        for value in page.structured.metas(key):
            if url := page.resolve(value):
                return Found(url, Evidence(source="meta", where=key, confidence=0.9))
    for item in _article_items(page):
        stated = [*item.texts("image"), *(i.text("url") or "" for i in item.items("image"))]
        for value in stated:
            if url := page.resolve(value):
                where = f"{item.where}.image"
                return Found(url, Evidence(source=item.syntax, where=where, confidence=0.8))
    return None


def find_canonical_url(page: Page) -> Found[str] | None:
    """Return the address that the page calls its own, absolute.

    ``link rel=canonical`` first, then ``og:url``. A statement that points to the front page, or
    to another site while ``og:url`` stays here, is a theme's mistake and is left aside.
    """
    stated: list[tuple[str, str, str]] = [
        (link.href, "link", "rel=canonical")
        for link in page.structured.links
        if "canonical" in link.rel
    ]
    stated.extend((value, "meta", "og:url") for value in page.structured.metas("og:url")[:1])
    for href, source, where in stated:
        url = page.resolve(href)
        if url and not _is_front_page_of_other(page, url):
            return Found(url, Evidence(source=source, where=where, confidence=0.9))
    return None


def _is_front_page_of_other(page: Page, url: str) -> bool:
    """Return whether a canonical address is a front page while the page itself is not."""
    if page.url is None:
        return False
    own, stated = urlsplit(page.url), urlsplit(url)
    return stated.path in ("", "/") and not stated.query and own.path not in ("", "/")
