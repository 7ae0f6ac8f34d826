"""Finds the links in the body, with their places and what they lead to.

Many sites link a source where a paper would cite it; such links are kept apart from citations,
with a role that tells scholarly sources (a DOI, PubMed, arXiv, a journal) from others.
"""

import re
from typing import Literal

from schemas import Link
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.references.markers import same_page_fragment
from scraper.parsers.rules.scholarly import SCHOLARLY_HOSTS

Role = Literal["internal", "external", "scholarly", "anchor"]
_ABSOLUTE = re.compile(r"https?://[\w.:@%-]+(?:[/?#][^\s\\]*)?", re.I)
_ROOTED = re.compile(r"(?:/[\w%~+-][\w%~+.-]*)*+/?+", re.A)
"""A path from the site's root that needs no resolving: no dot segments, queries or fragments."""
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]+)", re.I)
_DOI = re.compile(r"/10\.\d{4,9}/\S")
_HOSTS = frozenset(SCHOLARLY_HOSTS)


def find_links(page: Page, body: Body) -> list[Link]:
    """Return the body's links in order, each with the place of its text.

    Links without text or without an http(s) target are left out, those to a place on the same
    page are kept with the role ``anchor``. ``body[start:end] == text`` holds for every link.
    """
    links: list[Link] = []
    known: dict[str, tuple[str, Role] | None] = {}
    origin = page.resolve("/")
    for block, source in zip(body.blocks, body.sources, strict=True):
        if block.start is None or not source.link_chars:
            continue
        for mark in source.marks():
            if mark.element.tag != "a" or mark.end <= mark.start:
                continue
            href = mark.element.get("href")
            if not href:
                continue
            if href not in known:
                known[href] = _target(page, href, origin)
            target = known[href]
            if target is not None:
                url, role = target
                start, end = block.start + mark.start, block.start + mark.end
                text = source.text[mark.start : mark.end]
                links.append(Link(url=url, text=text, role=role, start=start, end=end))
    return links


def _target(page: Page, href: str, origin: str | None) -> tuple[str, Role] | None:
    """Return the absolute address that a link leads to, and its role."""
    if _ABSOLUTE.fullmatch(href):
        url: str | None = href
    elif origin is not None and _ROOTED.fullmatch(href):
        url = origin + href[1:]
    else:
        url = page.resolve(href)
    if url is None:
        return None
    if "#" in href and same_page_fragment(page, href) is not None:
        return url, "anchor"
    return url, role_of(url, page.host)


def role_of(url: str, own_host: str | None) -> Role:
    """Return what a link leads to: a scholarly source, the own site, or another one."""
    match = _HOST.match(url)
    if match is None:
        return "external"
    host = match.group(1).lower().removeprefix("www.")
    own = (own_host or "").removeprefix("www.")
    if own and (host == own or host.endswith("." + own) or own.endswith("." + host)):
        return "internal"
    if _is_scholarly_host(host) or _DOI.search(url, match.end()):
        return "scholarly"
    return "external"


def _is_scholarly_host(host: str) -> bool:
    labels = host.split(".")
    return any(".".join(labels[i:]) in _HOSTS for i in range(len(labels) - 1))
