"""Reads trails of links ("Home » Sport » Rowing"): stated, printed as such, or as plain lines."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from schemas import Evidence
from scraper.census import TRAIL_CLASS_WORDS
from scraper.page import Page
from scraper.parsers.about.filing import (
    BLOCKS_AROUND,
    EDGES,
    LONGEST,
    Known,
    is_headline,
    is_section,
)
from scraper.parsers.found import Found
from scraper.parsers.rules import about as rules
from scraper.patterns import late
from scraper.structured import Item
from scraper.text import inner_text

_TRAILS_LOOKED_AT = 3
_STEPS_AT_MOST = 8
_LINKS_WITHOUT_TEXT = 4
_BLOCKS_AT_TOP = 40
_ARROWS = late(r"\s*(?:>>?|»|›|▸|►|→|::)\s*|\s+/\s+")
_NO_TRAILS = frozenset(("script", "style", "template"))


def item_trails(known: Known) -> Iterator[Found[str]]:
    """Yield the last step before the article of each trail in structured data."""
    for crumbs in known.page.structured.of_type("BreadcrumbList"):
        steps = [_step(step) for step in crumbs.items("itemListElement")]
        where = f"{crumbs.where}.itemListElement"
        evidence = Evidence(source=crumbs.syntax, where=where, confidence=0.7)
        if steps and (not steps[-1][1] or known.page.resolve(steps[-1][1]) == known.page.url):
            steps.pop()
        names = [name for name, _ in steps]
        yield from _last(names, evidence, known)


def _step(step: Item) -> tuple[str, str]:
    """Return the name and the address of a step; empty where it has none."""
    held = step.items("item")
    name = step.text("name") or next((n for i in held if (n := i.text("name"))), "")
    address = step.text("item") or next(
        (a for i in held if (a := i.id or i.text("url") or i.text("@id"))), ""
    )
    return name, address


def _last(names: list[str], evidence: Evidence, known: Known) -> Iterator[Found[str]]:
    """Yield the last steps of a trail that can be sections, the innermost first."""
    end = next((n for n, name in enumerate(names) if is_headline(name, known.title)), len(names))
    for step in reversed(names[:end]):
        name = rules.ARCHIVE_LABEL.sub("", step)
        if is_section(name, known):
            yield Found(name.strip(EDGES), evidence)


def printed_trails(known: Known) -> Iterator[Found[str]]:
    """Yield the last steps of the trails that classes or labels name so."""
    for trail in _trails(known.page)[:_TRAILS_LOOKED_AT]:
        steps = _steps(known.page, trail)
        if 0 < len(steps) <= _STEPS_AT_MOST:
            evidence = Evidence(source="text", where=known.page.xpath_of(trail), confidence=0.6)
            yield from _last(steps, evidence, known)


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
    return [step for step in _ARROWS.split(inner_text(trail)) if step.strip(EDGES)]


def _leads_here(page: Page, link: etree._Element) -> bool:
    return page.url is not None and (
        (page.resolve(link.get("href")) or "").partition("#")[0] == page.url
    )


def plain_trail(known: Known) -> Iterator[Found[str]]:
    """Yield the last steps of a line above the headline: "Home » Sport", "News > World > Asia"."""
    at = known.headline()
    # The line may end with the headline, and so be the first that does.
    end = _BLOCKS_AT_TOP if at is None else at + 1
    for block in known.page.blocks[max((at or 0) - 2 * BLOCKS_AROUND, 0) : end]:
        steps = _ARROWS.split(block.text) if len(block.text) < 4 * LONGEST else []
        if len(steps) > 1 and block.link_chars:
            # Where there are links, what stands there without one is the article.
            steps = [inner_text(m.element) for m in block.marks() if m.element.tag == "a"]
        first = steps[0].casefold().strip(EDGES).split(":")[-1].strip() if steps else ""
        if first in rules.HOME_WORDS or (len(steps) > 2 and first in rules.WEAK_SECTIONS):
            evidence = Evidence(source="text", where=known.page.path_of(block), confidence=0.6)
            yield from _last(steps, evidence, known)
