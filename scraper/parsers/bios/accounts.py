"""Tells which accounts on social networks are an author's own.

A box also links to share forms, to the site's accounts, to other people: what counts is an
address of one account, each once, that neither names somebody else nor belongs to the site.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from lxml import etree

from schemas import Author
from scraper.page import Page
from scraper.parsers.names import looks_like_person, name_key, same_person
from scraper.parsers.rules import bios as rules
from scraper.structured import Item

_FULL_NAME = 0.6
_LEAST_NAME = 4
_MOST_ITEMS = 40
_SITE_TYPES = ("Organization", "Corporation", "WebSite", "Brand", "LocalBusiness")
_FRAME_LINKS = etree.XPath(
    "//*[self::header or self::footer or self::nav or @role='contentinfo' or @role='banner' "
    "or @id='footer' or @id='header'][not(ancestor::article or ancestor::main)]//a/@href"
)
"""Addresses in the frame that all pages of a site share."""
_HOST_PREFIX = re.compile(r"^(?:www|m|mobile|[a-z]{2}(?:-[a-z]{2})?)\.")
_BY_QUERY = re.compile(r"/(?:profile\.php|citations|user|channel|people)/?$")
"""Paths of pages that name the account in the query."""


def is_account(address: str) -> bool:
    """Return whether an address is of an account on a social network, not a share button."""
    host, path, _ = _parts(address)
    if not rules.SOCIAL_HOSTS.search(host) or rules.SHARE_LINK.search(address.lower()):
        return False
    # Themes print the network's own address where no account was entered, or one in another.
    named = bool(path.strip("/")) or rules.ACCOUNT_HOSTS.search(host) is not None
    return named and "://" not in path and not rules.NO_ACCOUNT.match(path)


def find_accounts(
    page: Page,
    author: Author,
    links: Sequence[tuple[str, str]],
    items: Sequence[Item],
    others: Sequence[str] = (),
) -> list[str]:
    """Return the accounts of a person, each once: those of their boxes before stated ones.

    Args:
        author: The person; an organisation's accounts may be the site's.
        links: Absolute address and text of the links in the person's boxes.
        items: Items of structured data that describe the person.
        others: Names of the other people of the page, whose boxes may share an element.
    """
    found: dict[tuple[str, str, str], str] = {}
    for address, label in links:
        if is_account(address) and not _is_of_another(address, label, author.name, others):
            found.setdefault(_key(address), address)
    for item in items:
        for address in item.texts("sameAs"):
            if is_account(address):
                found.setdefault(_key(address), address)
    if not found or author.kind == "organization":
        return list(found.values())
    doubtful = [key for key, address in found.items() if not _is_named_after(address, author.name)]
    if doubtful:
        of_site = set(map(_key, _site_accounts(page, items)))
        for key in of_site.intersection(doubtful):
            del found[key]
    return list(found.values())


def _site_accounts(page: Page, persons: Sequence[Item]) -> Iterator[str]:
    """Yield the accounts of the site: stated as its publisher's, or linked from its frame."""
    for item in page.structured.items[:_MOST_ITEMS]:
        if item.is_a(*_SITE_TYPES) and item not in persons:
            yield from (v for v in item.texts("sameAs") if is_account(v))
    links = _FRAME_LINKS(page.root)
    for href in links if isinstance(links, list) else ():
        address = page.resolve(str(href))
        if address and is_account(address):
            yield address


def _is_of_another(address: str, label: str, name: str, others: Sequence[str]) -> bool:
    """Return whether a link leads to somebody or something else that the bio speaks of."""
    host, path, _ = _parts(address)
    if rules.ENCYCLOPEDIA_HOSTS.search(host):
        subject = unquote(path.rsplit("/", 1)[-1]).replace("_", " ").split(" (")[0]
        return not same_person(subject, name)
    if looks_like_person(label) >= _FULL_NAME and not same_person(label, name):
        return True
    if _is_named_after(address, name):
        return False
    return any(_is_named_after(address, other) for other in others)


def _is_named_after(address: str, name: str) -> bool:
    """Return whether an account has a part of the person's name: on personal sites it is both."""
    handle = name_key(" ".join(_parts(address))).replace(" ", "")
    return any(len(word) >= _LEAST_NAME and word in handle for word in name_key(name).split())


def _key(address: str) -> tuple[str, str, str]:
    """Return what tells an account from others, however its address is written."""
    host, path, query = _parts(address)
    host = _HOST_PREFIX.sub("", host)
    if host == "twitter.com":
        host = "x.com"
    path = path.casefold().rstrip("/")
    return host, path, query if _BY_QUERY.search(path) else ""


def _parts(address: str) -> tuple[str, str, str]:
    """Return host, path and query of an address; empty where it cannot be read."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").lower(), parts.path, parts.query
    except ValueError:
        return "", "", ""
