"""Finds the section that an article is filed under, in readers' words.

Stated sections come first, then the trail of links above the headline, the link to the section by
the headline, and what the page's own menu calls the folder of its address. Words that part no
article from another ("News", "Blog") are taken only where nothing says more.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from urllib.parse import unquote

from lxml import etree

from schemas import Evidence
from scraper.census import TRAIL_CLASS_WORDS
from scraper.page import Page
from scraper.parsers.about.statements import article_items, is_site_name
from scraper.parsers.found import Found
from scraper.parsers.names import split_names
from scraper.parsers.rules import about as rules
from scraper.parsers.site import squash, title_parts
from scraper.parsers.subtitle import headline_block
from scraper.patterns import late
from scraper.remembering import remembered
from scraper.structured import Item
from scraper.text import find_links_to, inner_text

_KEYS = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "sailthru.section",
    "og:section",
    "dc.subject.section",
    "articlesection",
    "article:category",
    "article:categories",
    "bc:primarycategory",
)
_LOOSE_KEYS = (
    "vr:category",
    "cxenseparse:maincategory",
    "cxenseparse:category",
    "outbrainsection",
    "prism.section",
    "category",
    "topic",
    "rubric",
    "section",
    "subsection",
    "channel",
    "search.section",
)
"""Keys that systems use as they like; printed sections go before them."""
_LONGEST = 40
_MOST_WORDS = 6
_TRAILS_LOOKED_AT = 3
_STEPS_AT_MOST = 8
_LINKS_WITHOUT_TEXT = 4
_AROUND_A_LINK = 7
_BLOCKS_AROUND = 4
_BLOCKS_AT_TOP = 40
_SHORTEST_SHARED = 15
_EDGES = " \t\n\r\xa0>»›/|▸►→·•:<‹«\\–—-"
_ARROWS = late(r"\s*(?:>>?|»|›|▸|►|→|::)\s*|\s+/\s+")
_NO_TRAILS = frozenset(("script", "style", "template"))
_TWO = 2
_TITLE_PARTS = 3
_A_PERSON = 0.85
"""Likelihood of a full name with a frequent given name: papers print the writer there, too."""
_AND = late(r"\b(?:and|und|et|y|e|i)\b|&")
_OF_A_PERSON = ("@", "~", "author", "user", "people", "profile")
_WORD_OF_PATH = late(r"[^\W\d_]{3,}")
_ID = late(r"^[\W\d_]*$|^[0-9A-Fa-f-]{16,}$|^\{|^\S+_\S+$")
_WORD_OF_CODE = late(r"[a-z]|ul|ol|li|td|tr|th|dl|dt|dd|br|hr|em")
"""A tag of HTML, or a letter, as a trail in a text about code shows; "uk" and "tv" are sections."""


def find_section(
    page: Page,
    title: str | None = None,
    site_name: str | None = None,
    authors: Sequence[str] = (),
) -> Found[str] | None:
    """Return the section that the article is filed under.

    Args:
        page: The page.
        title: Its headline, with which trails of links end.
        site_name: Name of the site, with which they begin.
        authors: Names of those who wrote it, whose page a trail may lead through.

    Returns:
        The innermost section, as readers see it where the metadata give a word of an address
        (``crime-safety``); None where nothing names one.
    """
    weak: Found[str] | None = None
    writers = set(map(squash, authors))
    for source in _SOURCES:
        for found in source(page, title, site_name):
            if squash(found.value) in writers:
                continue
            if found.value.casefold() not in rules.WEAK_SECTIONS:
                return _spelled(page, found) if found.value.islower() else found
            weak = weak or found
    return weak


def _is_section(text: str, page: Page, title: str | None, site_name: str | None) -> bool:
    """Return whether a text can be the name of a section."""
    key = text.casefold().strip(_EDGES)
    return (
        0 < len(key) <= _LONGEST
        and len(key.split()) <= _MOST_WORDS
        and key not in rules.NO_SECTION
        and key.rpartition(":")[2].strip() not in rules.HOME_WORDS
        and not key.endswith(" startseite")
        and "{{" not in key
        and not key.endswith(("?", "…", "..."))
        and not _ID.match(key)
        and not rules.LEADS_ELSEWHERE.match(key)
        and not _is_headline(key, title)
        and not is_site_name(text, page, site_name)
    )


def _is_headline(text: str, title: str | None) -> bool:
    """Return whether a step of a trail is the article itself, perhaps cut short."""
    one, other = squash(text), squash(title or "")
    if one == other:
        return bool(one)
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_SHARED and longer.startswith(shorter)


# --- stated -----------------------------------------------------------------------------------


def _stated(page: Page, title: str | None, site_name: str | None) -> Iterator[Found[str]]:
    """Yield the sections in the metadata; of several the one that the page's trail names, too."""
    yield from _metas(_KEYS, page, title, site_name)
    for item in article_items(page):
        if values := item.texts("articleSection"):
            where = f"{item.where}.articleSection"
            evidence = Evidence(source=item.syntax, where=where, confidence=0.9)
            yield from _one_of(values, evidence, page, title, site_name)


def _loosely_stated(page: Page, title: str | None, site_name: str | None) -> Iterator[Found[str]]:
    """Yield the sections under keys that mean other things, too; no names for machines."""
    for found in _metas(_LOOSE_KEYS, page, title, site_name):
        if "-" not in found.value or not found.value.islower():
            yield found


def _metas(
    keys: tuple[str, ...], page: Page, title: str | None, site_name: str | None
) -> Iterator[Found[str]]:
    for key in keys:
        if values := page.structured.metas(key):
            evidence = Evidence(source="meta", where=key, confidence=0.9)
            yield from _one_of(values, evidence, page, title, site_name)


def _one_of(
    values: list[str], evidence: Evidence, page: Page, title: str | None, site_name: str | None
) -> Iterator[Found[str]]:
    """Yield one of the values of a statement that can be sections.

    Blogs state all of an article's categories in the order of the alphabet. The address or the
    trail of links tells which of them it is filed under.
    """
    # Some systems write the summary there.
    lists = [parts for value in values if max(map(len, parts := _split(value))) <= _LONGEST]
    parts = [part.strip(_EDGES) for one in lists for part in one]
    parts = [part for part in parts if _is_section(part, page, title, site_name)]
    strong = [part for part in parts if part.casefold() not in rules.WEAK_SECTIONS]
    parts = strong or parts
    if len(parts) > 1:
        steps = [found.value for found in _item_trails(page, title, site_name)]
        steps += reversed(_folders(page))
        by_key = {squash(part): part for part in reversed(parts)}
        parts = [by_key[key] for key in map(squash, steps) if key in by_key] or parts
    for part in parts[:1]:
        yield Found(part, evidence)


def _split(value: str) -> list[str]:
    """Return the sections in one text; "Arts, Culture and Media" is one."""
    parts = value.split(",")
    joined = (
        len(parts) == 2 and ", " in value and re.search(r"\b(?:and|und|et|y|e|i)\b|&", parts[1])
    )
    return [value] if joined else parts


# --- trails of links --------------------------------------------------------------------------


def _item_trails(page: Page, title: str | None, site_name: str | None) -> Iterator[Found[str]]:
    """Yield the last step before the article of each trail in structured data."""
    for crumbs in page.structured.of_type("BreadcrumbList"):
        steps = [_step(step) for step in crumbs.items("itemListElement")]
        where = f"{crumbs.where}.itemListElement"
        evidence = Evidence(source=crumbs.syntax, where=where, confidence=0.7)
        if steps and (not steps[-1][1] or page.resolve(steps[-1][1]) == page.url):
            steps.pop()
        names = [name for name, _ in steps]
        yield from _last(names, evidence, page, title, site_name)


def _step(step: Item) -> tuple[str, str]:
    """Return the name and the address of a step; empty where it has none."""
    held = step.items("item")
    name = step.text("name") or next((n for i in held if (n := i.text("name"))), "")
    address = step.text("item") or next(
        (a for i in held if (a := i.id or i.text("url") or i.text("@id"))), ""
    )
    return name, address


def _last(
    names: list[str], evidence: Evidence, page: Page, title: str | None, site_name: str | None
) -> Iterator[Found[str]]:
    """Yield the last steps of a trail that can be sections, the innermost first."""
    end = next((n for n, name in enumerate(names) if _is_headline(name, title)), len(names))
    for name in reversed(names[:end]):
        if _WORD_OF_CODE.fullmatch(name.strip(_EDGES)):
            continue
        if _is_section(name, page, title, site_name):
            yield Found(name.strip(_EDGES), evidence)


def _printed_trails(page: Page, title: str | None, site_name: str | None) -> Iterator[Found[str]]:
    """Yield the last steps of the trails that classes or labels name so."""
    for trail in _trails(page)[:_TRAILS_LOOKED_AT]:
        steps = _steps(page, trail)
        if 0 < len(steps) <= _STEPS_AT_MOST:
            evidence = Evidence(source="text", where=page.xpath_of(trail), confidence=0.6)
            yield from _last(steps, evidence, page, title, site_name)


def _trails(page: Page) -> list[etree._Element]:
    """Return the elements whose classes name them a trail, word by word; else by label and id."""
    found = [trail for trail in page.census.named["trail"] if trail.tag not in _NO_TRAILS]
    classes = [(trail.get("class") or "", trail) for trail in found]
    named = [t for word in TRAIL_CLASS_WORDS for names, t in classes if word in names]
    return named or found


def _steps(page: Page, trail: etree._Element) -> list[str]:
    """Return the steps of a printed trail; where there are links, they are the steps.

    What stands there without a link, or with one to the page itself, is the article.
    """
    # Some bodies have a class such as "has-breadcrumb": their links are not looked at.
    links = list(islice(trail.iter("a"), _STEPS_AT_MOST + _LINKS_WITHOUT_TEXT))
    if len(links) == _STEPS_AT_MOST + _LINKS_WITHOUT_TEXT:
        return []
    if links:
        texts = [(link, inner_text(link)) for link in links]
        return [text for link, text in texts if text and not _leads_here(page, link)]
    return [step for step in _ARROWS.split(inner_text(trail)) if step.strip(_EDGES)]


def _leads_here(page: Page, link: etree._Element) -> bool:
    return page.url is not None and (
        (page.resolve(link.get("href")) or "").partition("#")[0] == page.url
    )


def _plain_trail(page: Page, title: str | None, site_name: str | None) -> Iterator[Found[str]]:
    """Yield the last steps of a line above the headline: "Home » Sport", "News > World > Asia"."""
    at = headline_block(page, title) if title else None
    # The line may end with the headline, and so be the first that does.
    end = _BLOCKS_AT_TOP if at is None else at + 1
    for block in page.blocks[max((at or 0) - 2 * _BLOCKS_AROUND, 0) : end]:
        steps = _ARROWS.split(block.text) if len(block.text) < 4 * _LONGEST else []
        if len(steps) > 1 and block.link_chars:
            # Where there are links, what stands there without one is the article.
            steps = [inner_text(m.element) for m in block.marks() if m.element.tag == "a"]
        first = steps[0].casefold().strip(_EDGES).split(":")[-1].strip() if steps else ""
        if first in rules.HOME_WORDS or (len(steps) > _TWO and first in rules.WEAK_SECTIONS):
            evidence = Evidence(source="text", where=page.path_of(block), confidence=0.6)
            yield from _last(steps, evidence, page, title, site_name)


# --- links ------------------------------------------------------------------------------------


def _links_by_headline(
    page: Page, title: str | None, site_name: str | None
) -> Iterator[Found[str]]:
    """Yield links to a category: by the microformat ``rel-category``, or by a class, near by."""
    for link in page.census.named["category"]:
        if link.tag == "a" and "category" in (link.get("rel") or "").split():
            yield from _linked(link, 0.6, page, title, site_name)
    at = headline_block(page, title) if title else None
    if at is None:
        return
    for block in page.blocks[max(at - _BLOCKS_AROUND, 0) : at + _BLOCKS_AROUND + 1]:
        if not block.link_chars or len(block.text) > 4 * _LONGEST:
            continue
        for mark in block.marks():
            if mark.element.tag == "a" and _is_classed(mark.element):
                yield from _linked(mark.element, 0.5, page, title, site_name)


def _is_classed(link: etree._Element) -> bool:
    """Return whether a class of a link, or of what holds it, says section; menus hold all."""
    around = list(islice(chain([link], link.iterancestors()), _AROUND_A_LINK))
    if not any(_names_section(element.get("class") or "") for element in around[:3]):
        return False
    return all(element.tag != "nav" for element in around)


@remembered(4096)
def _names_section(names: str) -> bool:
    """Return whether a class says section; the links of a page have a few between them."""
    return rules.SECTION_CLASS.search(names) is not None


def _linked(
    link: etree._Element, confidence: float, page: Page, title: str | None, site_name: str | None
) -> Iterator[Found[str]]:
    text = inner_text(link)
    if _is_section(text, page, title, site_name):
        evidence = Evidence(source="text", where=page.xpath_of(link), confidence=confidence)
        yield Found(text.strip(_EDGES), evidence)


def _folders(page: Page) -> list[str]:
    """Return the folders of the page's own address, outermost first."""
    path = unquote((page.url or "").split("?")[0].split("#")[0]).rstrip("/")
    folders = path.split("/")[3:-1]
    return [] if any(folder.startswith(_OF_A_PERSON) for folder in folders) else folders


def _menu(page: Page, title: str | None, site_name: str | None) -> Iterator[Found[str]]:
    """Yield what the page's links call the folders of its own address, the innermost first.

    ``/sport/rowing/2020-regatta`` is filed under what a link to ``/sport/rowing/`` says, if that
    and the folder share a word: other links there ("See all") name no section.
    """
    folders = _folders(page)
    if not folders or page.url is None:
        return
    origin = "/".join(page.url.split("/")[:3])
    wanted = {"/" + "/".join(folders[: n + 1]): n for n in range(len(folders))}
    names: dict[int, Found[str]] = {}
    outermost = f"/{folders[0]}"
    for link in find_links_to(page.census.tags["a"], outermost, -1):
        path = (link.get("href") or "").removeprefix(origin)
        number = wanted.get(path.split("?")[0].rstrip("/")) if path.startswith(outermost) else None
        if number is None or number in names:
            continue
        if _shares_a_word(inner_text(link), folders[number]):
            for found in _linked(link, 0.5, page, title, site_name):
                names[number] = found
    for _, found in sorted(names.items(), reverse=True):
        yield found


def _within_title(page: Page, title: str | None, site_name: str | None) -> Iterator[Found[str]]:
    """Yield what stands between headline and site in ``<title>``: "Boats | Society | The Paper"."""
    element = next(iter(page.census.tags["title"]), None)
    if element is None or not title or not site_name:
        return
    parts = [part.strip(_EDGES) for part in title_parts(inner_text(element))]
    if len(parts) == _TITLE_PARTS and squash(parts[0]) == squash(title):
        head, middle, end = parts
        if any(name.likelihood >= _A_PERSON for name in split_names(middle)):
            return
        if is_site_name(end, page, site_name) and _is_section(middle, page, head, site_name):
            where = page.xpath_of(element)
            yield Found(middle, Evidence(source="title", where=where, confidence=0.4))


def _shares_a_word(text: str, folder: str) -> bool:
    key = squash(_fold(text))
    return any(word in key for word in _WORD_OF_PATH.findall(_fold(folder)))


def _fold(text: str) -> str:
    """Return a text in lower case without accents, as addresses have it (``ü`` is ``ue``)."""
    text = text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    )


def _spelled(page: Page, found: Found[str]) -> Found[str]:
    """Return a section as readers see it, where the metadata give a word of an address."""
    key = squash(_fold(found.value))
    for source in (_item_trails, _printed_trails, _menu):
        for other in source(page, None, None):
            if squash(_fold(other.value)) == key and not other.value.islower():
                return Found(other.value, found.evidence)
    return found


_SOURCES = (
    _stated,
    _item_trails,
    _printed_trails,
    _plain_trail,
    _links_by_headline,
    _loosely_stated,
    _menu,
    _within_title,
)
"""Where a section is looked for, in this order."""
