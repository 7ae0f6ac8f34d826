"""Finds the headline as displayed.

On most pages one first-level heading says what the machine-readable titles say: that is the
headline. Elsewhere every heading, every part of one and every way to cut the machine-readable
titles at their separators is a candidate, and a small linear ranker, trained on public data (see
``benchmarks/train_title.py``), weighs what is displayed, what the sources agree on, and what looks
like the name of the site or a kicker.
"""

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.dates.lines import is_date_line
from scraper.parsers.found import Found
from scraper.parsers.linear import load_weights, weigh
from scraper.parsers.site import squash, title_borders
from scraper.parsers.title.candidates import (
    LONGEST_TITLE,
    find_candidates,
    heading_text,
    is_linked,
    links_home,
)
from scraper.parsers.title.parts import find_parts, headline_of
from scraper.parsers.title.stated import (
    StatedTitle,
    names_site,
    read_head_titles,
    stated_names,
    to_key,
)
from scraper.text import Container

_SURE = 0.97
"""Confidence of a headline that heading and metadata agree on (on the development sets 764 of 786
such pages; the gold of most others is a wording that the page does not show)."""
_FEWEST_WORDS = 3
_FIRST_HEADINGS = 6
_STRONG_MARKS = frozenset({"|", "｜", "»", "::"})
"""What parts a headline from a section or a site rather than from its second half."""


def find_title(page: Page) -> Found[str] | None:
    """Return the headline as displayed, without site name, kicker, section or date in front.

    Returns:
        The heading that the page's titles repeat; else the candidate that ranks highest, in the
        spelling of the page's text where it stands there; None where the page has neither
        heading nor title.
    """
    return find_plain(page) or _rank(page)


def find_plain(page: Page) -> Found[str] | None:
    """Return the headline of a page whose first-level heading is of one piece and states it.

    The heading is a machine-readable title whole, or one up to a separator behind which the site
    names itself. None where there is any doubt: several parts, a separator in the heading, a
    link to the front page.
    """
    titles: list[StatedTitle] | None = None
    looked_at = 0
    for container in page.containers:
        if container.tag != "h1" or container.first == container.end:
            continue
        looked_at += 1
        if looked_at > _FIRST_HEADINGS:
            return None
        text = _plain_text(page, container)
        key = to_key(text)
        if key.count(" ") + 1 < _FEWEST_WORDS:
            continue
        titles = read_head_titles(page) if titles is None else titles
        if _is_stated(key, titles, page) and not _is_logo(page, container, text):
            where = page.xpath_of(container.element)
            return Found(text, Evidence(source="heading", where=where, confidence=_SURE))
    return None


def _plain_text(page: Page, container: Container) -> str:
    """Return the text of a heading of one piece; of one with marked parts, the headline.

    Empty where parts are not marked, or where site or date stand beside a separator.
    """
    text = heading_text(page, container)
    if len(text) > LONGEST_TITLE:
        return ""
    parts = find_parts(container.element)
    if parts:
        headline = headline_of(parts)
        return "" if to_key(headline) == to_key(text) else headline
    sites: frozenset[str] | None = None
    for border in title_borders(text):
        sites = stated_names(page) if sites is None else sites
        sides = (text[: border.start()], text[border.end() :])
        if border.group().strip() in _STRONG_MARKS or any(
            is_date_line(side) or names_site(side, sites) for side in sides
        ):
            return ""
    return text


def _is_stated(key: str, titles: list[StatedTitle], page: Page) -> bool:
    """Return whether a title is a text, or that text with the site's name behind it."""
    sites = stated_names(page)
    if squash(key) in sites:
        return False
    front = f"{key} "
    for title in titles:
        if title.key == key:
            return True
        if not title.key.startswith(front):
            continue
        for border in title.cuts():
            behind = title.text[border.end() :]
            if names_site(behind, sites) and to_key(title.text[: border.start()]) == key:
                return True
    return False


def _is_logo(page: Page, container: Container, text: str) -> bool:
    return is_linked(page, container, text) and links_home(container.element)


def _rank(page: Page) -> Found[str] | None:
    candidates = find_candidates(page)
    if not candidates:
        return None
    weights = load_weights("title")
    scored = [(weigh(candidate.features, weights), candidate) for candidate in candidates]
    ranked = sorted(scored, key=lambda pair: -pair[0])
    best = ranked[0][1]
    margin = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
    confidence = round(min(0.5 + margin / 8, 1.0), 2)
    where = page.xpath_of(best.element) if best.element is not None else best.where
    return Found(best.text, Evidence(source=best.source, where=where, confidence=confidence))
