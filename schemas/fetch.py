"""The record of one fetch: what was asked for and how it ended."""

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.base import Model

FetchKind = Literal["page", "feed", "sitemap"]
"""What a URL is expected to be, or what its response turned out to be."""

Outcome = Literal[
    "ok",
    "not-modified",
    "redirect",
    "not-found",
    "gone",
    "http-error",
    "empty",
    "not-html",
    "timeout",
    "too-slow",
    "network-error",
    "bad-http",
    "headers-too-large",
    "body-cut",
    "body-too-large",
    "bomb",
    "bad-coding",
    "redirect-loop",
    "too-many-redirects",
    "bad-redirect",
    "robots-denied",
    "robots-unreachable",
    "out-of-scope",
    "blocked-address",
    "trap",
    "parse-timeout",
    "parse-error",
    "render-error",
    "notice",
]
"""How a fetch ended.

``ok``, ``not-modified`` and ``redirect`` are successes; ``not-found``, ``gone``, ``robots-denied``,
``out-of-scope``, ``not-html`` and ``trap`` are decisions; all others are failures.
"""

SUCCESSES: frozenset[str] = frozenset({"ok", "not-modified", "redirect"})
"""Outcomes that gave what was asked for."""

DECISIONS: frozenset[str] = frozenset(
    {"not-found", "gone", "robots-denied", "out-of-scope", "not-html", "trap"}
)
"""Outcomes that are answers, not failures: they don't count against a run."""

Meaning = Literal["success", "decision", "failure"]
"""What an outcome means for a run: failures count against it."""

TRANSIENT: frozenset[str] = frozenset(
    {
        "timeout",
        "too-slow",
        "network-error",
        "bad-http",
        "body-cut",
        "robots-unreachable",
        "notice",
    }
)
"""Failures that may be gone at the next try."""


def meaning_of(outcome: str) -> Meaning:
    """Return what an outcome means for a run."""
    if outcome in SUCCESSES:
        return "success"
    return "decision" if outcome in DECISIONS else "failure"


class FetchRecord(Model):
    """One request for a URL, with its retries, and how it ended."""

    url: str
    """Canonical URL that was asked for."""

    host: str
    """Its host, with the port where it isn't the scheme's own."""

    kind: FetchKind
    """What was expected there, or found."""

    depth: int = Field(ge=0)
    """Links from a seed."""

    outcome: Outcome
    """How it ended."""

    message: str | None = None
    """What happened, in a sentence; None where the outcome says all."""

    status: int | None = None
    """HTTP status; None where no answer came."""

    started_at: AwareDatetime
    """When the first request left (UTC)."""

    elapsed_s: float = Field(ge=0)
    """Seconds from first request to last byte, waits between attempts included."""

    attempts: int = Field(ge=0)
    """Requests made; 0 where we chose not to ask."""

    size_bytes: int = Field(default=0, ge=0)
    """Size of the body, unpacked."""

    wire_bytes: int = Field(default=0, ge=0)
    """Size of the body as sent."""

    redirect_to: str | None = None
    """Where a redirect leads."""

    article_id: str | None = None
    """Id of the record that the page gave, now or when it last had one."""

    found: int = Field(default=0, ge=0)
    """New URLs found on it."""
