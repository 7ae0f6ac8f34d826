"""Finds the section that an article is filed under, in readers' words.

Stated sections come first, then the trail of links above the headline, the link to the section by
the headline, and what the page's own menu calls the folder of its address. Words that part no
article from another ("News", "Blog") are taken only where nothing says more.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from urllib.parse import unquote

from lxml import etree

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.about.filing import BLOCKS_AROUND, EDGES, LONGEST, Known, is_section
from scraper.parsers.about.statements import article_items, is_site_name
from scraper.parsers.about.trails import item_trails, plain_trail, printed_trails
from scraper.parsers.found import Found
from scraper.parsers.names import split_names
from scraper.parsers.rules import about as rules
from scraper.parsers.site import squash, title_parts
from scraper.patterns import late
from scraper.remembering import remembered
from scraper.text import find_links_to, inner_text

_KEYS = tuple(
    "article:section og:article:section parsely-section sailthru.section og:section "
    "dc.subject.section articlesection article:category article:categories "
    "bc:primarycategory".split()
)
_LOOSE_KEYS = tuple(
    "vr:category cxenseparse:maincategory cxenseparse:category outbrainsection prism.section "
    "category topic rubric section subsection channel search.section".split()
)
"""Keys that systems use as they like; printed sections go before them."""
_AROUND_A_LINK = 7
_TITLE_PARTS = 3
_A_PERSON = 0.85
"""Likelihood of a full name with a frequent given name: papers print the writer there, too."""
_AND = late(r"\b(?:and|und|et|y|e|i)\b|&")
_OF_A_PERSON = ("@", "~", "author", "user", "people", "profile")
_WORD_OF_PATH = late(r"[^\W\d_]{3,}")


def find_section(
    page: Page,
    title: str | None = None,
    site_name: str | None = None,
    authors: Sequence[str] = (),
) -> Found[str] | None:
    """Return the section that the article is filed under.

    Args:
        title: Its headline, with which trails of links end.
        site_name: Name of the site, with which they begin.
        authors: Names of those who wrote it, whose page a trail may lead through.

    Returns:
        The innermost section, as readers see it where the metadata give a word of an address
        (``crime-safety``); None where nothing names one.
    """
    known = Known(page, title, site_name)
    weak: Found[str] | None = None
    writers = set(map(squash, authors))
    for source in _SOURCES:
        for found in source(known):
            if squash(found.value) in writers:
                continue
            if found.value.casefold() not in rules.WEAK_SECTIONS:
                return _spelled(known, found) if found.value.islower() else found
            weak = weak or found
    return weak


# --- stated -----------------------------------------------------------------------------------


def _stated(known: Known) -> Iterator[Found[str]]:
    """Yield the sections in the metadata; of several the one that the page's trail names, too."""
    yield from _metas(_KEYS, known)
    for item in known.page.once(article_items):
        if values := item.texts("articleSection"):
            where = f"{item.where}.articleSection"
            evidence = Evidence(source=item.syntax, where=where, confidence=0.9)
            yield from _one_of(values, evidence, known)


def _loosely_stated(known: Known) -> Iterator[Found[str]]:
    """Yield the sections under keys that mean other things, too; no names for machines."""
    for found in _metas(_LOOSE_KEYS, known):
        if "-" not in found.value or not found.value.islower():
            yield found


def _metas(keys: tuple[str, ...], known: Known) -> Iterator[Found[str]]:
    for key in keys:
        if values := known.page.structured.metas(key):
            evidence = Evidence(source="meta", where=key, confidence=0.9)
            yield from _one_of(values, evidence, known)


def _one_of(values: list[str], evidence: Evidence, known: Known) -> Iterator[Found[str]]:
    """Yield one of the values of a statement that can be sections.

    Blogs state all of an article's categories in the order of the alphabet. The address or the
    trail of links tells which of them it is filed under.
    """
    # Some systems write the summary there.
    lists = [parts for value in values if max(map(len, parts := _split(value))) <= LONGEST]
    parts = [part.strip(EDGES) for one in lists for part in one]
    parts = [part for part in parts if is_section(part, known)]
    strong = [part for part in parts if part.casefold() not in rules.WEAK_SECTIONS]
    parts = strong or parts
    if len(parts) > 1:
        steps = [found.value for found in item_trails(known)]
        steps += reversed(_folders(known.page))
        by_key = {squash(part): part for part in reversed(parts)}
        parts = [by_key[key] for key in map(squash, steps) if key in by_key] or parts
    for part in parts[:1]:
        yield Found(part, evidence)


def _split(value: str) -> list[str]:
    """Return the sections in one text; "Arts, Culture and Media" is one."""
    parts = value.split(",")
    joined = len(parts) == 2 and ", " in value and _AND.search(parts[1])
    return [value] if joined else parts


# --- links ------------------------------------------------------------------------------------


def _links_by_headline(known: Known) -> Iterator[Found[str]]:
    """Yield links to a category: by the microformat ``rel-category``, or by a class, near by."""
    for link in known.page.census.named["category"]:
        if link.tag == "a" and "category" in (link.get("rel") or "").split():
            yield from _linked(link, 0.6, known)
    at = known.headline()
    if at is None:
        return
    for block in known.page.blocks[max(at - BLOCKS_AROUND, 0) : at + BLOCKS_AROUND + 1]:
        if not block.link_chars or len(block.text) > 4 * LONGEST:
            continue
        links = [mark.element for mark in block.marks() if mark.element.tag == "a"]
        for link in links:
            if _is_classed(link):
                yield from _linked(link, 0.5, known)
        if len(links) == 1 and block.index == at - 1 and _is_right_above(links[0], at, known):
            yield from _linked(links[0], 0.4, known)


def _is_right_above(link: etree._Element, headline: int, known: Known) -> bool:
    """Return whether a link that the site's menu has, too, is all that stands above the headline.

    What holds nothing but the link is the sibling before what holds the headline: the last link of
    a menu is not.
    """
    page, address, text = known.page, link.get("href") or "", inner_text(link)
    holder = link
    for parent in islice(link.iterancestors(), _AROUND_A_LINK):
        if inner_text(parent) != text:
            break
        holder = parent
    below = page.containers[page.blocks[headline].container].element
    if not any(element is holder.getnext() for element in chain([below], below.iterancestors())):
        return False
    others = find_links_to(page.census.tags["a"], address, -1) if len(address) > 1 else ()
    return any(other is not link and inner_text(other) == text for other in others)


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


def _linked(link: etree._Element, confidence: float, known: Known) -> Iterator[Found[str]]:
    text = inner_text(link)
    if is_section(text, known):
        evidence = Evidence(source="text", where=known.page.xpath_of(link), confidence=confidence)
        yield Found(text.strip(EDGES), evidence)


def _folders(page: Page) -> list[str]:
    """Return the folders of the page's own address, outermost first."""
    path = unquote((page.url or "").split("?")[0].split("#")[0]).rstrip("/")
    folders = path.split("/")[3:-1]
    return [] if any(folder.startswith(_OF_A_PERSON) for folder in folders) else folders


def _menu(known: Known) -> Iterator[Found[str]]:
    """Yield what the page's links call the folders of its own address, the innermost first.

    ``/sport/rowing/2020-regatta`` is filed under what a link to ``/sport/rowing/`` says, if that
    and the folder share a word: other links there ("See all") name no section.
    """
    folders = _folders(known.page)
    if not folders or known.page.url is None:
        return
    origin = "/".join(known.page.url.split("/")[:3])
    wanted = {"/" + "/".join(folders[: n + 1]): n for n in range(len(folders))}
    names: dict[int, Found[str]] = {}
    outermost = f"/{folders[0]}"
    for link in find_links_to(known.page.census.tags["a"], outermost, -1):
        path = (link.get("href") or "").removeprefix(origin)
        number = wanted.get(path.split("?")[0].rstrip("/")) if path.startswith(outermost) else None
        if number is None or number in names:
            continue
        if _shares_a_word(inner_text(link), folders[number]):
            for found in _linked(link, 0.5, known):
                names[number] = found
    for _, found in sorted(names.items(), reverse=True):
        yield found


def _within_title(known: Known) -> Iterator[Found[str]]:
    """Yield what stands between headline and site in ``<title>``: "Boats | Society | The Paper"."""
    element = next(iter(known.page.census.tags["title"]), None)
    if element is None or not known.title or not known.site_name:
        return
    parts = [part.strip(EDGES) for part in title_parts(inner_text(element))]
    if len(parts) == _TITLE_PARTS and squash(parts[0]) == squash(known.title):
        _, middle, end = parts
        if any(name.likelihood >= _A_PERSON for name in split_names(middle)):
            return
        if is_site_name(end, known.page, known.site_name) and is_section(middle, known):
            where = known.page.xpath_of(element)
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


def _spelled(known: Known, found: Found[str]) -> Found[str]:
    """Return a section as readers see it, where the metadata give a word of an address."""
    key = squash(_fold(found.value))
    for source in (item_trails, printed_trails, _menu):
        for other in source(Known(known.page)):
            if squash(_fold(other.value)) == key and not other.value.islower():
                return Found(other.value, found.evidence)
    return found


_SOURCES = (
    _stated,
    item_trails,
    printed_trails,
    plain_trail,
    _links_by_headline,
    _loosely_stated,
    _menu,
    _within_title,
)
"""Where a section is looked for, in this order."""
