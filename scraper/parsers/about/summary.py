"""Finds the summary of an article in the page's metadata."""

from collections.abc import Iterator

from schemas import Evidence
from scraper.needles import make_needles
from scraper.page import Page
from scraper.parsers.about.statements import article_items, is_site_name, site_items
from scraper.parsers.found import Found
from scraper.parsers.rules import about as rules
from scraper.parsers.site import host_label, squash
from scraper.patterns import late

_KEYS = tuple(
    "og:description description twitter:description dc.description dcterms.description "
    "dcterms.abstract dc.description.abstract citation_abstract".split()
)
_TAG = late(r"<[/a-zA-Z][^<>]{0,500}>")
_LONGEST = 5000
"""Beyond this a "summary" is the text itself, put there by a theme."""
_SHORTEST_WHOLE = 40
"""A statement in place of a summary that is cut off has at least this many characters."""
_WELCOME_CHARS = 120
_END_CHARS = 160
_CUT_OFF_WORDS = make_needles(rules.CUT_OFF_WORDS)
_WORD = late(r"\w{5,}")


def find_description(
    page: Page, title: str | None = None, subtitle: str | None = None, site_name: str | None = None
) -> Found[str] | None:
    """Return the summary that the page states.

    Args:
        title: Its headline; a "summary" that repeats it is none.
        subtitle: The dek below the headline; taken where the summary is no more than its start,
            or an excerpt that breaks off.
        site_name: Name of the site, which is no summary either.

    Returns:
        The first statement that is about the article and whole, else the first that is about
        the article; None where all are the site's.
    """
    stated = _stated(page)
    own = (found for found in stated if _is_articles(page, found.value, title, site_name))
    first = next(own, None)
    if first is None:
        return None
    is_cut = is_cut_off(first.value)
    if subtitle and _goes_on(subtitle, without_end(first.value) if is_cut else first.value):
        return Found(subtitle, Evidence(source="text", where="subtitle", confidence=0.8))
    if not is_cut:
        return first
    for found in own:
        if _is_whole(found.value) and _shares_a_word(found.value, f"{first.value} {title}"):
            return found
    if subtitle and len(subtitle) >= _SHORTEST_WHOLE:
        return Found(subtitle, Evidence(source="text", where="subtitle", confidence=0.6))
    return first


def is_cut_off(text: str) -> bool:
    """Return whether a text ends as excerpts do that a system cut."""
    end = text[-_END_CHARS:]
    if "…" not in end and not _CUT_OFF_WORDS.held_in(end.casefold()):
        return False
    return rules.CUT_OFF.search(end) is not None


def without_end(text: str) -> str:
    """Return a text without the mark, or the link, that says that it goes on elsewhere."""
    return text[:-_END_CHARS] + rules.CUT_OFF.sub("", text[-_END_CHARS:])


def _stated(page: Page) -> Iterator[Found[str]]:
    """Yield every summary in the metadata, without tags."""
    for key in _KEYS:
        for value in page.structured.metas(key)[:1]:
            yield Found(_clean(value), Evidence(source="meta", where=key, confidence=0.9))
    for item in page.once(article_items):
        if text := item.text("description"):
            where = f"{item.where}.description"
            yield Found(_clean(text), Evidence(source=item.syntax, where=where, confidence=0.8))


def _clean(text: str) -> str:
    if "<" in text:
        text = " ".join(_TAG.sub(" ", text).split())
    return text


def _is_articles(page: Page, text: str, title: str | None, site_name: str | None) -> bool:
    """Return whether a summary is this article's, as far as one page can tell."""
    if not text or len(text) > _LONGEST or text.casefold() == "description":
        return False
    if title and len(text) < 2 * len(title) and squash(text) == squash(title):
        return False
    if is_site_name(text, page, site_name):
        return False
    lower = text.casefold()
    is_official = any(word in lower for word in rules.OFFICIAL) and rules.OF_THE_SITE.search(lower)
    is_sites = is_official or _is_welcome(text, page, site_name)
    if is_sites and not _shares_a_word(text, title or ""):
        return False
    return all(item.text("description") != text for item in page.once(site_items))


def _goes_on(text: str, start: str) -> bool:
    """Return whether a text begins with another and says more."""
    if text[:1].casefold() != start[:1].casefold():
        return False
    one, other = squash(text), squash(start)
    return len(one) > len(other) and one.startswith(other)


def _is_whole(text: str) -> bool:
    """Return whether a text ends as sentences do, and not where a system cut it."""
    return (
        len(text) >= _SHORTEST_WHOLE
        and not is_cut_off(text)
        and text.endswith((".", "!", "?", "”", '"', "»", "“", ")", "。", "！", "？"))
    )


def _is_welcome(text: str, page: Page, site_name: str | None) -> bool:
    """Return whether a text welcomes readers to the site, by a word for sites or its name."""
    if not rules.WELCOME.search(text):
        return False
    start = text[:_WELCOME_CHARS]
    names = (squash(site_name or ""), host_label(page.host))
    named = any(len(name) > 2 and name in squash(start) for name in names)
    return named or rules.SITE_WORD.search(start) is not None


def _shares_a_word(text: str, title: str) -> bool:
    """Return whether two texts have a word of some length in common."""
    return not set(_WORD.findall(text.casefold())).isdisjoint(_WORD.findall(title.casefold()))
