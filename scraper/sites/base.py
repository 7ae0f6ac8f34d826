"""What a site parser is, and how one of its fields is asked for.

An error in a site parser costs that one field: it becomes a warning on the record and a
traceback in the log, and the generic value stays.
"""

import fnmatch
import logging
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from scraper.page import Page

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_LOG = logging.getLogger("pullquote.sites")


FIELDS = tuple(
    "title subtitle authors date_published date_modified language site_name section tags "
    "description image body".split()
)
"""The fields that a site parser may give."""


class SiteParser:
    """Base of all site parsers; a subclass names its hosts and overrides fields by methods.

    The methods are named after the fields (``FIELDS``). Each is called as ``method(soup)`` and
    returns the field's value, or None to leave the generic one. ``authors`` returns names or
    ``Author`` models, ``tags`` a list of text, ``body`` elements of the soup (or text with blank
    lines between paragraphs), all others text.

    Attributes:
        hosts: Host patterns, ``news.example`` or ``*.news.example``.
    """

    hosts: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def fits(cls, host: str | None) -> bool:
        """Return whether this parser is for a host."""
        return any(fnmatch.fnmatch(host or "", pattern) for pattern in cls.hosts)


class SiteView:
    """A page as one site parser sees it: parsed by BeautifulSoup once, when first asked."""

    def __init__(self, parser: SiteParser, page: Page) -> None:
        self.parser = parser
        self.warnings: list[str] = []
        self._page = page

    @cached_property
    def soup(self) -> "BeautifulSoup":
        """The page for CSS selectors; slow beside the lxml tree, hence only made here."""
        from bs4 import BeautifulSoup

        return BeautifulSoup(self._page.content, "lxml", from_encoding="utf-8")

    def value(self, name: str) -> object | None:
        """Return what the site parser gives for a field; None where it leaves it alone."""
        method = getattr(self.parser, name, None)
        if method is None:
            return None
        try:
            found: object | None = method(self.soup)
        except Exception as error:  # noqa: BLE001 - a user's code must not cost the page
            where = self.where(name)
            self.warnings.append(f"{name}: site parser {where} failed ({error!r})")
            _LOG.warning("site parser failed: %s on %s", where, self._page.url, exc_info=True)
            return None
        return found

    def where(self, name: str) -> str:
        """Return what evidence calls the method of a field."""
        return f"{type(self.parser).__name__}.{name}"
