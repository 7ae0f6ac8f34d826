"""What the archive keeps of one URL: the answer, how the fetch ended, and what was rendered."""

from dataclasses import dataclass
from datetime import datetime

from schemas.fetch import Outcome
from scraper.crawler.response import Rendered, Response
from scraper.store import Original


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
