"""The record in the making: evidence and warnings are gathered, site parsers have the last word."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from schemas import Author, Evidence
from schemas.base import PartialDate
from scraper.page import Page
from scraper.parsers.authors import Byline
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found
from scraper.sites.base import SiteView
from scraper.sites.body import to_body

T = TypeVar("T")

_TEXT = TypeAdapter(str)
_TEXTS = TypeAdapter(list[str])
_DATE: TypeAdapter[str] = TypeAdapter(PartialDate)
_AUTHORS = TypeAdapter(list[Author])


@dataclass(slots=True)
class Draft:
    """The record in the making: evidence, warnings, and what a site parser overrides."""

    page: Page
    view: SiteView | None
    evidence: dict[str, Evidence] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def note(self, name: str, found: Found[T] | None) -> Found[T] | None:
        """Keep the evidence of a field and return the field."""
        if found is not None:
            self.evidence[name] = found.evidence
        return found

    def text(self, name: str, found: Found[str] | None) -> Found[str] | None:
        """Return a text field, the site parser's first."""
        return self.note(name, self._override(name, _TEXT) or found)

    def texts(self, name: str, found: Found[list[str]] | None) -> Found[list[str]] | None:
        """Return a field of several texts, the site parser's first."""
        return self.note(name, self._override(name, _TEXTS) or found)

    def date(self, name: str, found: Found[str] | None) -> Found[str] | None:
        """Return a date field, the site parser's first; its text must be ISO 8601."""
        return self.note(name, self._override(name, _DATE) or found)

    def body(self, found: Body) -> Body:
        """Return the body, the site parser's first."""
        given = self.view.value("body") if self.view else None
        if given is None or self.view is None:
            return found
        return to_body(given, self._evidence("body"))

    def byline(self, found: Byline) -> Byline:
        """Return the byline with the authors of the site parser, where it gives any."""
        given = self.view.value("authors") if self.view else None
        if given is None:
            return found
        if isinstance(given, Sequence) and not isinstance(given, str):
            given = [Author(name=a) if isinstance(a, str) else a for a in given]
        checked = self._checked("authors", _AUTHORS, given)
        if checked is None:
            return found
        evidence = self._evidence("authors")
        return Byline(
            tuple(Found(author, evidence) for author in checked),
            found.contributors,
            found.claimed,
            found.warnings,
        )

    def note_lists(self, byline: Byline, body: Body) -> None:
        """Keep the evidence of authors, contributors and body."""
        for name, people in (("authors", byline.authors), ("contributors", byline.contributors)):
            for number, found in enumerate(people):
                self.evidence[f"{name}.{number}"] = found.evidence
        if body.evidence:
            self.evidence["body"] = body.evidence

    def all_warnings(self) -> list[str]:
        """Return the parsers' warnings, then the site parser's."""
        return [*self.warnings, *(self.view.warnings if self.view else ())]

    def _override(self, name: str, adapter: TypeAdapter[T]) -> Found[T] | None:
        given = self.view.value(name) if self.view else None
        if given is None:
            return None
        checked = self._checked(name, adapter, given)
        return None if checked is None else Found(checked, self._evidence(name))

    def _checked(self, name: str, adapter: TypeAdapter[T], given: object) -> T | None:
        """Return a site parser's value if it is of the field's type; else None and a warning."""
        try:
            return adapter.validate_python(given)
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            self.warnings.append(f"{name}: the site parser's value cannot be used ({reason})")
            return None

    def _evidence(self, name: str) -> Evidence:
        where = self.view.where(name) if self.view else name
        return Evidence(source="site-parser", where=where, confidence=1.0)
