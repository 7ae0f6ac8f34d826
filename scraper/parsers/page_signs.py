"""Tells lists, threads, job adverts and goods from articles by what only they show.

They print as much text as articles, so that a model over structure takes them for one: results of
a search and indexes of blogs, whose paragraphs sum up other pages; threads, by "Quote" and
"Answered" between the posts; adverts for a job, by their headings; goods, by the one button that
puts them into a basket.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import Literal
from urllib.parse import urldefrag, urlsplit

from lxml import etree

from scraper.page import Page
from scraper.parsers.body.layout import name_parts
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found
from scraper.parsers.rules import page_type as rules
from scraper.parsers.spread import Spread, find_spread
from scraper.text import TextBlock
from scraper.words import read_words

_CJK_WORTH = 2.0
_SAMPLE = 2000
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4"))
_LEAST_LINKED = 3
"""Headings with links from which on a page with such a headline lists results."""
_LEAST_TEASERS = 4
_TEASER = 60
"""Characters of a paragraph that sums another page up, at least."""
_LONGEST_TITLE = 160
"""Characters of a line that is the title of another page, at most."""
_LEAST_ANSWERS = 3
_LEAST_JOB_HEADINGS = 2
_LONGEST_HEADING = 60
_MOST_BASKETS = 2
"""More buttons of that sort stand below goods that a text goes with."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a page shows that no article does."""

    kind: Literal["list", "other"]
    reason: str


def find_sign(page: Page, body: Body, title: Found[str] | None = None) -> Sign | None:
    """Return what tells that a page is no article though it reads like one, or None."""
    if title and rules.RESULTS_TITLE.search(title.value) and _lists_pages(page, body):
        return Sign("list", "its headline is that of results of a search")
    if shows_teasers(page, body):
        return Sign("list", "its paragraphs stand one each below links to other pages")
    if _is_thread(page, body):
        return Sign("other", "what one answers a post with stands between its paragraphs")
    if _is_job(page, body):
        return Sign("other", "its headings are those of an advert for a job")
    if _is_for_sale(page):
        return Sign("other", "a button puts it into a basket, and a price is shown")
    return None


# --- lists ------------------------------------------------------------------------------------


def _lists_pages(page: Page, body: Body) -> bool:
    """Return whether a page was asked for by a query, or has headings that lead elsewhere.

    Articles speak of results of a search in their headlines, too, and have headings of related
    ones behind their text.
    """
    end = max((source.index for source in body.sources), default=len(page.blocks))
    headings = [block for block in page.blocks[:end] if block.tag in _HEADING_TAGS]
    linked = sum(block.link_chars * 5 > len(block.text) * 4 for block in headings)
    return bool(rules.SEARCH_QUERY.search(page.url or "")) or linked >= _LEAST_LINKED


def shows_teasers(page: Page, body: Body) -> bool:
    """Return whether every paragraph stands below the title of another page of the site.

    So do results of a search and the summaries of a blog: one paragraph each, below a heading or
    any line that is a link. Where a blog prints its posts in full there are several, and something
    else leads to each post, too ("3 comments"). In lists of recommendations the headings lead to
    other sites, or some words stand before the first.
    """
    shown = {source.index for source in body.sources}
    below: Counter[int] = Counter()
    addresses: dict[int, str] = {}
    heading = -1
    # Where a line leads to is only asked of the last ones before a paragraph.
    titles: list[TextBlock] = []
    for block in page.blocks:
        is_paragraph = block.index in shown and _sums_up(block.text)
        if block.tag in _HEADING_TAGS or _is_link(block):
            titles.append(block)
            is_paragraph = is_paragraph and block.tag not in _HEADING_TAGS
            is_paragraph = is_paragraph and not _leads_to(page, block)
        if not is_paragraph:
            continue
        for line in reversed(titles):
            address = _leads_to(page, line)
            if address or line.tag in _HEADING_TAGS:
                heading = line.index if address else -1
                addresses[line.index] = address or ""
                break
        titles.clear()
        if heading < 0:
            return False
        below[heading] += 1
    if len(below) < _LEAST_TEASERS:
        return False
    return max(below.values()) == 1 or _are_posts(page, below, addresses)


def _are_posts(page: Page, below: Counter[int], addresses: dict[int, str]) -> bool:
    """Return whether paragraphs stand below headings to whose addresses other links lead, too."""
    if any(page.blocks[index].tag not in _HEADING_TAGS for index in below):
        return False
    links = Counter(
        urldefrag(page.resolve(element.get("href") or "") or "").url
        for element in page.census.tags["a"]
    )
    return all(links[addresses[index]] > 1 for index in below)


def _sums_up(text: str) -> bool:
    """Return whether a paragraph is long enough to sum another page up."""
    size = len(text)
    return size >= _TEASER or (
        size * (1 + _CJK_WORTH) >= _TEASER and size * word_worth(text) >= _TEASER
    )


def _is_link(line: TextBlock) -> bool:
    """Return whether a line is a link and short enough for a title."""
    size = len(line.text)
    return line.link_chars * 5 > size * 4 and size <= _LONGEST_TITLE and line.container >= 0


def _leads_to(page: Page, line: TextBlock) -> str | None:
    """Return the address of another page of the site to which a line that is a link leads."""
    if not _is_link(line):
        return None
    element = page.containers[line.container].element
    links = chain(element.iter("a"), element.iterancestors("a"))
    address = page.resolve(next(links, element).get("href") or "") or ""
    is_here = "#" not in address and urlsplit(address).hostname in (None, page.host)
    return address if is_here else None


def word_worth(text: str) -> float:
    """Return how many letters of an alphabet one character of a text is worth.

    Chinese and Japanese write a word with one to two characters where others need five or six.
    """
    sample = text[:_SAMPLE]
    return 1.0 + _CJK_WORTH * read_words(sample).signs / max(len(sample), 1)


# --- threads, jobs and goods ------------------------------------------------------------------


def _is_thread(page: Page, body: Body) -> bool:
    """Return whether several posts of a thread stand in the body, each with what answers it.

    The comments below an article have such buttons, too, but they are no part of its body.
    """
    lines = _short_lines(page, body)
    return sum(rules.ANSWERS.match(line) is not None for line in lines) >= _LEAST_ANSWERS


def _short_lines(page: Page, body: Body) -> list[str]:
    """Return the short lines, in lower case, from the body's first paragraph to its last.

    Menus name "Benefits" and "Tasks" as well.
    """
    shown = [source.index for source in body.sources]
    inside = page.blocks[min(shown) : max(shown) + 1] if shown else []
    return [block.text.lower() for block in inside if len(block.text) <= _LONGEST_HEADING]


def _is_job(page: Page, body: Body) -> bool:
    """Return whether several headings ask for, or offer, what adverts for a job do."""
    lines = {line.strip(" :：•-–—") for line in _short_lines(page, body)}
    headings = [line for line in lines if rules.JOB_HEADING.fullmatch(line)]
    return len(headings) >= _LEAST_JOB_HEADINGS


def _is_for_sale(page: Page) -> bool:
    """Return whether a page shows a price, and one or two buttons that put goods into a basket."""
    # Most pages state no price, and have buttons all the same.
    if not page.once(spread_over).prices:
        return False
    buttons = [
        element
        for element in page.root.iter("button", "input")
        if rules.INTO_BASKET.fullmatch(_said_by(element).lower())
    ]
    if not 0 < len(buttons) <= _MOST_BASKETS:
        return False
    return not any(is_aside(around) for button in buttons for around in button.iterancestors())


def spread_over(page: Page) -> Spread:
    """Return how the text of a page is spread over its blocks."""
    return find_spread(page.blocks)


def _said_by(button: etree._Element) -> str:
    """Return what a button says, a button of a form by its value."""
    said = button.get("value") if button.tag == "input" else "".join(map(str, button.itertext()))
    return " ".join((said or "").split())


def is_aside(element: etree._Element) -> bool:
    """Return whether an element says that it lies over or beside the content, or is hidden."""
    if element.tag in ("html", "body"):
        return False
    if element.tag in rules.ASIDE_TAGS or element.get("role") in rules.ASIDE_ROLES:
        return True
    if element.get("aria-hidden") == "true" or element.get("hidden") is not None:
        return True
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return not rules.ASIDE_WORDS.isdisjoint(name_parts(names))
