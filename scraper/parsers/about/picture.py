"""Finds the picture that stands for an article.

Systems state one for every page: where an article has no picture of its own, that is the logo, a
card with the site's name or an empty file. Such stand-ins are told by their names.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.about.statements import article_items, site_items
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found
from scraper.parsers.rules import about as rules
from scraper.parsers.site import host_label
from scraper.patterns import late
from scraper.structured import Item
from scraper.text import outwards

_KEYS = tuple(
    "og:image:secure_url og:image og:image:url twitter:image twitter:image:src parsely-image-url "
    "sailthru.image.full thumbnail".split()
)
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-srcset", "srcset", "src")
_DOUBLED_SCHEME = late(r"^https?:(?=https?://)", re.I)
_WORD = late(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FILE = late(r"\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$", re.I)
_HASH = late(r"(?=\w*\d)[0-9a-f]{8,}", re.I)
_LONG_LABEL = 4
_SMALL_PX = 200
_PICTURES_LOOKED_AT = 30
_OUTSIDE = frozenset(("nav", "aside", "footer", "form", "noscript"))


def find_image(page: Page, body: Body | None = None) -> Found[str] | None:
    """Return the absolute URL of the picture that stands for the article.

    Args:
        body: The article's text; where given, and the page states no picture of the article, the
            first one among its blocks is taken that is no icon, portrait or teaser.

    Returns:
        The first stated picture that is no stand-in; None where there is none.
    """
    logos = {
        _bare(url) for item in page.once(site_items) for url in _pictures(item, "logo", "image")
    }
    for value, evidence in _stated(page):
        url = _resolve(page, value)
        if url and _bare(url) not in logos and not is_stand_in(url, page):
            return Found(url, evidence)
    return _displayed(page, body) if body is not None else None


def _stated(page: Page) -> Iterator[tuple[str, Evidence]]:
    """Yield every picture in the metadata, the surest first."""
    structured = page.structured
    for key in _KEYS[:3]:
        for value in structured.metas(key):
            yield value, Evidence(source="meta", where=key, confidence=0.9)
    for item in page.once(article_items):
        for value in _pictures(item, "image", "thumbnailUrl"):
            where = f"{item.where}.image"
            yield value, Evidence(source=item.syntax, where=where, confidence=0.8)
    for key in _KEYS[3:]:
        for value in structured.metas(key):
            yield value, Evidence(source="meta", where=key, confidence=0.8)
    for link in structured.links:
        if "image_src" in link.rel:
            yield link.href, Evidence(source="link", where="rel=image_src", confidence=0.8)


def _pictures(item: Item, *names: str) -> Iterator[str]:
    for name in names:
        yield from item.texts(name)
        for picture in item.items(name):
            if url := picture.text("url") or picture.text("contentUrl"):
                yield url


def _resolve(page: Page, value: str) -> str | None:
    value = _DOUBLED_SCHEME.sub("", value)
    if value.startswith("//") and page.base_url is None:
        value = "https:" + value
    return page.resolve(value)


def _bare(url: str) -> str:
    return url.partition("?")[0].rpartition("://")[2]


# --- stand-ins --------------------------------------------------------------------------------


def is_stand_in(url: str, page: Page) -> bool:
    """Return whether a picture's address says that it is the site's, a person's or nobody's.

    So says a folder (``/logos/``), a word of the file's name (``blank``), or a name made of the
    site's and general words alone (``acme-logo-facebook-1200x630.png``). ``raspberry-pi-logo.jpg``
    is no stand-in where the site has another name, nor is a card in the article's own folder.
    """
    # Services that shrink pictures carry the address of the real one in their own.
    plain = unquote(unquote(url))
    if rules.STAND_IN_HOSTS.search(plain) or rules.STAND_IN_PLACES.search(plain):
        return True
    try:
        path = urlsplit(plain).path.rstrip("/")
    except ValueError:
        return True
    folder, _, name = path.rpartition("/")
    if len(folder) > 1 and f"{page.host}{folder}" in unquote(page.url or ""):
        return False
    if not _FILE.search(name):
        return False
    words = [word.lower() for word in _WORD.findall(_HASH.sub(" ", _FILE.sub("", name)))]
    words = [word for word in words if len(word) > 1]
    if not rules.STAND_IN_NAMES.isdisjoint(words):
        return True
    label = host_label(page.host)
    if not all(word in rules.STAND_IN_WORDS or _is_of_site(word, label) for word in words):
        return False
    names_site = any(word not in rules.STAND_IN_WORDS for word in words)
    signs = (
        rules.STAND_IN_SIGNS | rules.STAND_IN_SIGNS_BY_SITE if names_site else rules.STAND_IN_SIGNS
    )
    return not signs.isdisjoint(words)


def _is_of_site(word: str, label: str) -> bool:
    """Return whether a word is part of a host's name, or the other way round."""
    return word in label or (label in word and len(label) >= _LONG_LABEL)


# --- displayed --------------------------------------------------------------------------------


def _displayed(page: Page, body: Body) -> Found[str] | None:
    """Return the first picture among the blocks of the body that shows something of it."""
    holder = _holder(page, body)
    if holder is None:
        return None
    for number, picture in enumerate(holder.iter("img")):
        if number > _PICTURES_LOOKED_AT:
            return None
        if _is_small(picture) or _is_beside(page, picture, holder):
            continue
        url = next(_addresses(page, picture), None)
        if url and not is_stand_in(url, page) and not _is_furniture(url):
            where = page.xpath_of(picture)
            return Found(url, Evidence(source="text", where=where, confidence=0.5))
    return None


def _holder(page: Page, body: Body) -> etree._Element | None:
    """Return the innermost element that holds all of the body's blocks."""
    indexes = [source.index for source in body.sources if source.container >= 0]
    if not indexes:
        return None
    first, last = min(indexes), max(indexes)
    around = outwards(page.containers, page.blocks[first].container)
    holders = (container.element for container in around if container.end > last)
    return next(holders, None)


def _addresses(page: Page, picture: etree._Element) -> Iterator[str]:
    """Yield the addresses that a picture is loaded from, those of lazy loading first."""
    for key in _LAZY:
        value = (picture.get(key) or "").strip()
        if key.endswith("srcset"):
            # Addresses may hold commas; between candidates stands a blank, too.
            value = value.partition(", ")[0].split(" ")[0].rstrip(",")
        if value and not value.startswith("data:") and (url := _resolve(page, value)):
            yield url


def _is_furniture(url: str) -> bool:
    return rules.NOT_LEAD_NAME.search(url.partition("?")[0].rpartition("/")[2]) is not None


def _is_small(picture: etree._Element) -> bool:
    """Return whether a picture states a width or height of an icon or a thumbnail."""
    sizes = (re.match(r"\d+(?!\d*%)", picture.get(key) or "") for key in ("width", "height"))
    return any(size is not None and int(size[0]) < _SMALL_PX for size in sizes)


def _is_beside(page: Page, picture: etree._Element, holder: etree._Element) -> bool:
    """Return whether a picture belongs to a menu, a person or another article."""
    for element in [picture, *picture.iterancestors()]:
        if element is holder:
            return False
        if element.tag in _OUTSIDE or rules.NOT_LEAD_CLASS.search(element.get("class") or ""):
            return True
        if element.tag == "a" and not _leads_to_picture(page, element):
            return True
    return False


def _leads_to_picture(page: Page, link: etree._Element) -> bool:
    """Return whether a link around a picture opens that picture, and not another article."""
    url = page.resolve(link.get("href"))
    return url is None or url == page.url or _FILE.search(url.split("?")[0]) is not None
