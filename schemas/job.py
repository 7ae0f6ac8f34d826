"""The job file: what to crawl, how politely, and what to write."""

import re
from datetime import UTC, datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, field_validator

from schemas.base import Model

ExportFormat = Literal[
    "jsonl",
    "csv",
    "parquet",
    "parquet-tables",
    "sqlite",
    "markdown",
    "tei",
    "annotations",
    "csl",
    "bibtex",
    "ris",
    "csl-cited",
    "bibtex-cited",
    "ris-cited",
]

_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_DURATION = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*([smhdw])\s*$")
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")


def parse_duration(value: object) -> object:
    """Return seconds for text such as ``"90s"``, ``"15m"``, ``"2h"``, ``"7d"`` or ``"1w"``.

    What is no text comes back as it is for pydantic to judge.

    Raises:
        ValueError: The text is no duration.
    """
    if not isinstance(value, str):
        return value
    match = _DURATION.match(value)
    if match is None:
        message = 'write seconds, or a number with its unit: "90s", "15m", "2h", "7d", "1w"'
        raise ValueError(message)
    return float(match[1]) * _UNITS_S[match[2]]


Seconds = Annotated[float, BeforeValidator(parse_duration), Field(ge=0, allow_inf_nan=False)]
"""A number of seconds, or text with a unit: ``"90s"``, ``"15m"``, ``"2h"``, ``"7d"``, ``"1w"``."""


class Limits(Model):
    """What a single answer may cost; an answer over a limit is recorded by its name."""

    body_mb: float = Field(default=20, gt=0, le=1024)
    """Largest body in MiB, as sent and unpacked."""

    ratio: float = Field(default=250, ge=10)
    """Largest ratio of unpacked to packed size, for bodies that unpack to more than 1 MiB."""

    redirects: int = Field(default=10, ge=0, le=50)
    """Redirects followed one after the other."""

    connect: Seconds = 10
    """Seconds for opening a connection."""

    idle: Seconds = 20
    """Seconds without a byte arriving."""

    total: Seconds = 60
    """Seconds for one answer from the first byte sent to the last received; a URL that was waited
    for as long in vain, in all its attempts together, is not asked for again in the same run."""

    parse: Seconds = 30
    """Seconds of processor time that extracting one page may take before its worker is replaced."""

    render: Seconds = 60
    """Seconds that a page may take to fill itself in the browser, waits between its requests
    included; it is then taken as it is."""

    render_requests: int = Field(default=100, ge=0, le=1000)
    """Scripts and data that one page may ask for in the browser."""

    attempts: int = Field(default=4, ge=1, le=20)
    """Times that a URL is asked for in one run when the connection or the server fails."""

    retry_wait: Seconds = 120
    """Longest wait that a server may ask for (``Retry-After``) within a run; a URL of which
    more is asked is left to the next run."""


class Schedule(Model):
    """When ``pullquote schedule`` runs the job."""

    cron: str = Field(examples=["0 6 * * *"])
    """Cron expression of five fields: minute, hour, day of month, month, day of week."""

    timezone: str = Field(default="UTC", examples=["Europe/Berlin"])
    """IANA name of the time zone that the expression is read in."""

    @field_validator("cron")
    @classmethod
    def _cron_fires(cls, cron: str) -> str:
        from cronsim import CronSim, CronSimError

        try:
            next(CronSim(cron, datetime(2000, 1, 1, tzinfo=UTC)))
        except (CronSimError, StopIteration) as error:
            message = f"it never fires ({error})"
            raise ValueError(message) from error
        return cron

    @field_validator("timezone")
    @classmethod
    def _timezone_is_known(cls, timezone: str) -> str:
        try:
            ZoneInfo(timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            message = "it is no time zone"
            raise ValueError(message) from error
        return timezone


def _parse_schedule(value: object) -> object:
    return {"cron": value} if isinstance(value, str) else value


def _parse_browser(value: object) -> object:
    """Return the word for ``true`` and ``false``."""
    return {True: "shell", False: "never"}[value] if isinstance(value, bool) else value


Browser = Annotated[Literal["never", "shell", "always"], BeforeValidator(_parse_browser)]
"""Which pages are rendered; ``true`` stands for ``shell``, ``false`` for ``never``."""


class CrawlJob(Model):
    """One crawl: seeds, scope, politeness and exports."""

    name: str = Field(examples=["daily-news"])
    """Name of the job and of its folder below ``output/``: letters, digits, ``.``, ``_``, ``-``."""

    seeds: list[str] = Field(min_length=1, examples=[["https://news.example/"]])
    """Where the crawl starts: addresses of pages, feeds or sitemaps."""

    allow: list[str] = Field(default=[], examples=[["news.example", "*.news.example/2024/*"]])
    """What may be fetched: hosts, hosts with a path pattern, or path patterns starting with
    ``/``; ``*`` stands for anything. Empty means the hosts of the seeds; seeds need no pattern."""

    deny: list[str] = Field(default=[], examples=[["/tag/*", "shop.news.example"]])
    """What is never fetched, written like ``allow``; it wins over ``allow``."""

    max_pages: int | None = Field(default=None, ge=1, examples=[500])
    """Pages fetched in one run; without it the run ends when nothing is left."""

    max_depth: int | None = Field(default=None, ge=0, examples=[3])
    """Links from a seed that are followed; without it any number."""

    delay: Seconds = Field(default=1.0, examples=[1])
    """Seconds between an answer of a host and the next request to it; a longer ``Crawl-delay`` of
    the host wins."""

    concurrency: int = Field(default=1, ge=1, le=64, examples=[1])
    """Requests to one host at the same time."""

    connections: int = Field(default=32, ge=1, le=512, examples=[32])
    """Requests to all hosts at the same time."""

    user_agent: str | None = Field(default=None, examples=["pressfreedom-study/1.0"])
    """Name that the crawler gives itself; ``Pullquote/<version>`` without it."""

    contact: str | None = Field(default=None, examples=["https://lab.example/crawler"])
    """Web or e-mail address at which site operators reach you; sent with every request."""

    obey_robots: bool = Field(default=True, examples=[True])
    """Whether robots.txt is obeyed (RFC 9309)."""

    obey_nofollow: bool = Field(default=True, examples=[True])
    """Whether links marked ``nofollow``, by the link, the page or its headers, are left."""

    obey_noindex: bool = Field(default=True, examples=[True])
    """Whether pages marked ``noindex`` give no record; their links are followed."""

    sitemaps: bool = Field(default=True, examples=[True])
    """Whether the sitemaps that robots.txt names are read."""

    feeds: bool = Field(default=True, examples=[True])
    """Whether the feeds that pages name are read."""

    keep: Literal["articles", "all", "nothing"] = Field(default="articles", examples=["articles"])
    """Which pages give records: ``articles`` only, ``all`` pages, or ``nothing``: then links are
    followed and answers archived, and records are made from the archive later."""

    revisit: Seconds = Field(default=86400, examples=["1d"])
    """Age at which a page is asked for again, such as ``"12h"`` or ``"7d"`` (a number is seconds);
    the age grows while it stays unchanged."""

    schedule: Annotated[Schedule | None, BeforeValidator(_parse_schedule)] = Field(
        default=None, examples=[{"cron": "0 6 * * *", "timezone": "Europe/Berlin"}]
    )
    """When ``pullquote schedule`` runs the job: a cron expression, with a time zone."""

    exports: list[ExportFormat] = Field(default=["jsonl", "csv"], examples=[["jsonl", "csv"]])
    """Formats written after every run."""

    export_duplicates: bool = Field(default=False, examples=[False])
    """Whether records that repeat another record's text are exported too."""

    export_versions: bool = Field(default=False, examples=[False])
    """Whether earlier versions of changed records are exported too, as ``<id>.1``, ``<id>.2`` …"""

    archive: bool = Field(default=True, examples=[True])
    """Whether what the servers sent is kept as WARC files."""

    browser: Browser = Field(default="never", examples=[False])
    """Which pages are rendered by Chromium: those that show nothing without their scripts
    (``true`` or ``"shell"``), all (``"always"``), or none (``false``). Needs the extra
    ``browser``."""

    browser_path: str | None = Field(default=None, examples=["/usr/bin/chromium"])
    """The browser; without it the system's Chromium is looked for."""

    store: str | None = Field(
        default=None, repr=False, examples=["postgresql://crawler@db.lab.example/crawls"]
    )
    """PostgreSQL database that holds the job's state, for crawls of several workers; the variable
    ``PULLQUOTE_STORE`` says the same. Without both it is a file in the output folder."""

    sites: str | None = Field(default=None, examples=["my_sites"])
    """Folder of your own site parsers, relative to the job file."""

    allow_private_hosts: bool | list[str] = Field(default=False, examples=[["127.0.0.1"]])
    """Hosts, addresses or networks that may be private (tests, intranets); ``true`` for all."""

    failure_threshold: float = Field(default=0.1, ge=0, le=1, examples=[0.1])
    """Share of failed pages above which a run exits with 1."""

    workers: int = Field(default=0, ge=0, le=64, examples=[0])
    """Processes that extract pages; 0 means one for each processor, two at most."""

    limits: Limits = Field(default=Limits(), examples=[{"body_mb": 20}])
    """What a single answer may cost."""

    @field_validator("name")
    @classmethod
    def _name_is_a_folder(cls, name: str) -> str:
        if not _NAME.match(name):
            message = "use letters, digits, '.', '_' and '-', beginning with a letter or digit"
            raise ValueError(message)
        return name

    @field_validator("seeds")
    @classmethod
    def _seeds_are_web_addresses(cls, seeds: list[str]) -> list[str]:
        for seed in seeds:
            if not seed.lower().startswith(("http://", "https://")):
                message = f"{seed!r} is no web address; begin it with https:// or http://"
                raise ValueError(message)
        return seeds

    @field_validator("user_agent", "contact")
    @classmethod
    def _sent_as_a_header(cls, value: str | None) -> str | None:
        if value is not None and not (value and value.isascii() and value.isprintable()):
            message = "use printable ASCII text, since it is sent as a header"
            raise ValueError(message)
        return value
