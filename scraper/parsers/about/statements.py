"""What the fields of this package share: the article's items, and words that name the site."""

from scraper.page import Page
from scraper.parsers.rules import about as rules
from scraper.parsers.site import host_label, squash
from scraper.remembering import remembered
from scraper.structured import Item

_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "Recipe")
_SITE_TYPES = ("WebSite", "Organization", "Corporation", "Blog", "NewsMediaOrganization")
_LONGEST_NAME = 80
_SHORTEST_KEY = 3
_MOST_LETTERS_MORE = 3


def article_items(page: Page) -> list[Item]:
    """Return the items that describe an article, in page order."""
    return page.structured.of_type(*_ARTICLE_TYPES)


def site_items(page: Page) -> list[Item]:
    """Return the items that describe the site or who runs it, also as values of others."""
    found = page.structured.of_type(*_SITE_TYPES)
    for item in page.once(article_items):
        found += item.items("publisher")
    return found


def is_site_name(text: str, page: Page, site_name: str | None) -> bool:
    """Return whether a text names the site: its name or host, with "blog", "inc" or a region."""
    if len(text) > _LONGEST_NAME:
        return False
    key = squash(text)
    if len(key) < _SHORTEST_KEY:
        return False
    host, names = _names(page.host or "", site_name or "")
    if key == host:
        return True
    bare = key.removeprefix("the")
    for name in names:
        rest = bare.removeprefix(name.removeprefix("the"))
        if not rest or (rest != bare and rest in rules.BEHIND_SITE_NAMES):
            return True
        # "Prevention-US": the edition, as systems of publishers with several tag it.
        edition = text.startswith(site_name or "\0") and text[-3:].isupper()
        if edition and len(rest) <= _MOST_LETTERS_MORE:
            return True
    return False


@remembered(256)
def _names(host: str, site_name: str) -> tuple[str, tuple[str, ...]]:
    """Return a host, and the names of a site, as they are compared."""
    names = (squash(site_name), host_label(host))
    return squash(host.removeprefix("www.")), tuple(n for n in names if len(n) >= _SHORTEST_KEY)
