"""What all steps of finding quotations read: the page's text, and how it is written."""

from dataclasses import dataclass, field

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.frames import Frame, frame_of
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.marks import Usage
from scraper.parsers.quotes.spans import Span

_Spans = tuple[Span, Span | None, Span | None]
"""A span and its neighbours."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all steps read."""

    page: Page
    body: Body
    texts: tuple[str, ...]
    grammar: Grammar
    usage: Usage
    language: str | None = None
    frames: dict[tuple[int, int], tuple[_Spans, Frame]] = field(default_factory=dict)
    """The sentence around a span, by where that stands: it is asked for twice, and seldom between
    other neighbours."""

    def frame(self, span: Span, before: Span | None, behind: Span | None) -> Frame:
        """Return the sentence around a span, between its neighbours."""
        spans = (span, before, behind)
        place = (span.block, span.left)
        found = self.frames.get(place)
        if found is None or found[0] != spans:
            found = self.frames[place] = spans, frame_of(self.texts, span, before, behind)
        return found[1]
