"""What the archive keeps of one URL: the answer, how the fetch ended, and what was rendered."""

from dataclasses import dataclass, field
from datetime import datetime

from schemas.fetch import Outcome
from scraper.crawler.response import Response
from scraper.store import Original


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as its scripts left it in a browser."""

    content: bytes = field(repr=False)
    """The document as HTML in UTF-8, shadow trees in place."""
    rendered_at: datetime
    """When the document was taken (UTC)."""
    renderer: str
    """Name and version of the browser."""
    note: str | None = None
    """What was cut short: a limit that was reached while the page was rendered."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One fetch with all that is archived of it."""

    url: str
    outcome: Outcome
    started_at: datetime
    elapsed_s: float
    attempts: int
    depth: int
    response: Response | None = None
    message: str | None = None
    redirect_to: str | None = None
    article_id: str | None = None
    original: Original | None = None
    """The archived response of an earlier fetch of the URL; None on the first."""
    rendered: Rendered | None = None
