"""Finds who wrote the article, and who is credited otherwise.

Names come from structured data and from the places of the page where authors stand; each
distinct name is a candidate, rated by a small trained model, and those that are likely enough
are chosen. A page that names nobody gives nobody.
"""

from collections.abc import Iterator, Sequence

from schemas import Author, Evidence
from scraper.page import Page
from scraper.parsers.authors.around import LEAD_CHARS
from scraper.parsers.authors.byline import Byline, Seen
from scraper.parsers.authors.candidates import Candidate
from scraper.parsers.authors.displayed import find_displayed
from scraper.parsers.authors.leads import announced_by
from scraper.parsers.authors.mentions import Credit, Displayed
from scraper.parsers.authors.ranking import certainty, choose, find_candidates, rate
from scraper.parsers.authors.regions import COMMENT, OUTSIDE, RELATED, Regions, read_regions
from scraper.parsers.authors.stated import find_stated
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found
from scraper.parsers.names import is_picturing, is_role, name_key, name_parts

__all__ = ["Byline", "find_authors"]


def find_authors(page: Page, title: Found[str] | None, body: Body, site_name: str | None) -> Byline:
    """Return who wrote the article, and who is credited otherwise, in printed order.

    Args:
        title: The headline as displayed, beside which bylines stand.
        body: The body, at whose ends bylines stand.
        site_name: Name of the site, which signs for nobody.

    Returns:
        Authors, each once, with the spelling that is displayed; persons, or the organisation
        that is the printed byline. Contributors carry the credit as role. Empty where the page
        names nobody.
    """
    headline = title.value if title else None
    regions = read_regions(page, headline, body)
    stated = find_stated(page, headline)
    displayed = find_displayed(regions, stated)
    candidates = find_candidates(regions, displayed, stated, site_name)
    rate(candidates)
    chosen = choose(candidates)
    authors = tuple(_to_author(candidate, page) for candidate in chosen)
    keys = {candidate.key for candidate in chosen}
    contributors = tuple(_contributors(regions, displayed, keys))
    if not authors:
        authors, contributors = _reported(contributors)
    return Byline(
        authors,
        contributors,
        _claimed(regions, chosen),
        seen={name_key(c.spelling): _seen(c) for c in chosen},
        regions=regions,
    )


def _seen(candidate: Candidate) -> Seen:
    hrefs = [
        m.href for m in candidate.mentions if m.href and m.marks & {"rel", "link-strong", "link"}
    ]
    hrefs += [m.href for m in candidate.mentions if m.href]
    items = [s.item for s in candidate.stated if s.item is not None]
    blocks = dict.fromkeys(mention.block for mention in candidate.mentions)
    return Seen(tuple(dict.fromkeys(hrefs)), tuple(blocks), tuple(items))


def _to_author(candidate: Candidate, page: Page) -> Found[Author]:
    """Return a candidate as an author, with evidence from its most telling place."""
    name = candidate.spelling
    organization = candidate.organization
    given, family = (None, None) if organization else name_parts(name)
    parts = [m.name for m in candidate.mentions] + [s.name for s in candidate.stated]
    author = Author(
        name=name,
        kind="organization" if organization else "person",
        given=given,
        family=family,
        honorific=next((p.honorific for p in parts if p.honorific), None),
        role=next((p.role for p in parts if p.role), None),
    )
    return Found(author, _evidence(candidate, page))


def _evidence(candidate: Candidate, page: Page) -> Evidence:
    confidence = round(certainty(candidate.likelihood), 2)
    if candidate.mentions:
        mention = max(candidate.mentions, key=lambda m: len(m.marks))
        element = mention.element
        where = (
            page.xpath_of(element)
            if element is not None
            else page.path_of(page.blocks[mention.block])
        )
        return Evidence(source="byline", where=where, confidence=confidence)
    stated = candidate.stated[0]
    return Evidence(source=stated.source, where=stated.where, confidence=confidence)


def _contributors(regions: Regions, displayed: Displayed, authors: set[str]) -> list[Found[Author]]:
    """Return the people of credits near the article who aren't its authors."""
    page = regions.page
    found: dict[str, Found[Author]] = {}
    beside = regions.near | regions.ends
    pictures = [
        Credit(mention.name.role, (mention.name,), mention.block)
        for mention in displayed.mentions
        if mention.name.role and mention.block in beside and is_picturing(mention.name.role)
    ]
    for credit in displayed.credits + pictures:
        if regions.block_flags(credit.block) & _ELSEWHERE or len(found) == _MOST_CONTRIBUTORS:
            continue
        for name in credit.names:
            key = name_key(name.name)
            if key in authors or key in found or name.kind != "person":
                continue
            given, family = name_parts(name.name)
            author = Author(
                name=name.name,
                given=given,
                family=family,
                honorific=name.honorific,
                role=credit.role,
            )
            where = page.path_of(page.blocks[credit.block])
            found[key] = Found(author, Evidence(source="byline", where=where, confidence=0.7))
    return list(found.values())


def _reported(
    contributors: tuple[Found[Author], ...],
) -> tuple[tuple[Found[Author], ...], tuple[Found[Author], ...]]:
    """Return who reported and who else is credited, as agencies sign behind a story.

    The words that credit the one are a by-word, not a job.
    """
    wrote = [c for c in contributors if (c.value.role or "").lower() == "reporting by"]
    authors = (Found(c.value.model_copy(update={"role": None}), c.evidence) for c in wrote)
    return tuple(authors), tuple(c for c in contributors if c not in wrote)


def _claimed(regions: Regions, chosen: list[Candidate]) -> frozenset[int]:
    """Return the blocks that are the byline and nothing else."""
    claimed = set()
    for candidate in chosen:
        for mention in candidate.mentions:
            text = regions.page.blocks[mention.block].text
            if _is_byline(text, candidate.spelling):
                claimed.add(mention.block)
                claimed.update(_around(regions.texts, mention.block))
    return frozenset(claimed)


def _around(texts: Sequence[str], block: int) -> Iterator[int]:
    """Yield the lines around a byline that are its by-word ("Written by") and its job."""
    above, below = texts[block - 1] if block else "", texts[block + 1 : block + 2]
    if 0 < len(above) <= LEAD_CHARS and announced_by(above) is not None:
        yield block - 1
        if below and len(below[0]) <= LEAD_CHARS and is_role(below[0]):
            yield block + 1


def _is_byline(text: str, name: str) -> bool:
    """Return whether a block holds little more than a name."""
    return len(text) <= len(name) + _BYLINE_REST_CHARS and not text.endswith((".", "?", "!"))


_ELSEWHERE = COMMENT | RELATED | OUTSIDE
_MOST_CONTRIBUTORS = 12
_BYLINE_REST_CHARS = 60
"""Room for the by-word, a date, a reading time, a second name."""
