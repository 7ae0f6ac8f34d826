"""The report of one run."""

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.base import Model


class FailureExample(Model):
    """A failed URL, to show what an outcome looks like."""

    url: str
    """The URL."""

    outcome: str
    """How its fetch ended."""

    message: str | None = None
    """What happened."""


class HostReport(Model):
    """How a run went on one host."""

    host: str
    """Host, with the port where it isn't the scheme's own."""

    fetched: int = Field(default=0, ge=0)
    """URLs asked for."""

    failed: int = Field(default=0, ge=0)
    """URLs that failed."""

    median_s: float | None = None
    """Median seconds of an answer."""


class CrawlReport(Model):
    """What one run of a job did, and what the job holds now."""

    job: str
    """Name of the job."""

    run: int = Field(ge=1)
    """Number of the run, from 1."""

    state: Literal["finished", "interrupted", "failed"]
    """``finished``; ``interrupted`` by a signal, to be resumed; ``failed`` for lack of space or
    a broken database."""

    started_at: AwareDatetime
    """When the run began (UTC); for a resumed run, when it first began."""

    ended_at: AwareDatetime
    """When it ended (UTC)."""

    resumed: bool = False
    """Whether it went on where an interrupted run had stopped."""

    fetched: int = Field(default=0, ge=0)
    """URLs asked for in the run."""

    outcomes: dict[str, int] = {}
    """URLs by outcome."""

    statuses: dict[str, int] = {}
    """URLs by HTTP status."""

    hosts: list[HostReport] = []
    """Hosts, most fetched first."""

    queued: int = Field(default=0, ge=0)
    """URLs known and not yet fetched."""

    records: int = Field(default=0, ge=0)
    """Records that the job holds."""

    new: int = Field(default=0, ge=0)
    """Records that are new since the run began."""

    newest_at: AwareDatetime | None = None
    """When the run began that brought the latest new record (UTC); absent before the first one."""

    changed: int = Field(default=0, ge=0)
    """Records whose text changed in the run."""

    vanished: int = Field(default=0, ge=0)
    """Records whose page was gone (404, 410) in the run."""

    duplicates: int = Field(default=0, ge=0)
    """Records marked as repeating another record's text."""

    completeness: dict[str, float] = {}
    """Field name to the share of records that have a value there."""

    by_month: dict[str, int] = {}
    """Month of publication (``2024-05``; ``unknown`` where absent) to records."""

    failures: list[FailureExample] = []
    """Up to three failed URLs for each outcome."""

    traps: list[str] = []
    """Endless URL families that were left, one line each."""

    files: list[str] = []
    """Exports, relative to the job's folder."""

    files_unchanged: bool = False
    """Whether nothing in the exports had changed, so that they were left as they are."""

    warnings: list[str] = []
    """What the operator should know."""

    failure_share: float = Field(default=0.0, ge=0, le=1)
    """Share of the URLs asked for that failed."""
