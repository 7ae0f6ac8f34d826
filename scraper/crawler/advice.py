"""What whoever looks after a job should know once a run is over, with what to do about it.

A job that is left alone for a year fails in ways that no single page shows: its site moves to
another domain and every page is out of scope, or nothing new comes for weeks because the list that
told of it is gone. Both end with exit code 0.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from schemas import CrawlJob
from scraper.crawler.contact import is_contact
from scraper.crawler.notices import REMEMBERED_S
from scraper.store import Run, Store
from scraper.urls import host_of

QUIET_DAYS = 14
"""A job without a new record for so long is said to be quiet. Slow journals are: it is a note."""
_MOVED = 5
"""Pages of a host that send their readers to one other host before it is said to have moved."""

_HASTE_S = 600
"""Age of a page before which nobody means to ask for it again, but with a unit left out."""
_RUNS_OF_ROOM = 10
"""A disk with room for fewer runs like this one is said to fill up; some exports need much more."""
_LEAST_ROOM = 256 << 20
"""Bytes below which it is said whatever a run brings."""


def advise(job: CrawlJob, store: Store, run: Run, now: float, free: int) -> Iterator[str]:
    """Yield what is worth a look after a run, one line each."""
    if job.contact is None:
        yield "contact is not set: site operators cannot reach you; set it in the job file"
    elif not is_contact(job.contact):
        yield (
            f"contact is {job.contact!r}, by which site operators cannot reach you: write an "
            "address such as ada@lab.example or https://lab.example/crawler"
        )
    if 0 < job.revisit < _HASTE_S:
        yield (
            f"revisit is {job.revisit:g} seconds: every run asks for all pages again; if days are "
            f'meant, write "{job.revisit:g}d"'
        )
    if not job.obey_robots:
        yield "obey_robots is false: robots.txt was not read"
    yield from _moves(store, run)
    yield from _notices(store, run)
    yield from _gathered(store, run)
    yield from _walls(store, now)
    newest = store.runs.newest_at()
    if newest is not None and now - newest > QUIET_DAYS * 86400:
        yield (
            f"no new record since {datetime.fromtimestamp(newest, UTC):%Y-%m-%d}: if the site goes "
            "on publishing, its lists or feeds may have moved; look at the seeds and the report"
        )
    needed = max(_LEAST_ROOM, _RUNS_OF_ROOM * store.runs.wire_bytes(run.id))
    if free < needed:
        yield (
            f"{free >> 20:,} MiB are free, this run alone brought "
            f"{store.runs.wire_bytes(run.id) >> 20:,}: make room (docs: operations, disk); a full "
            "disk ends a run with exit code 1 and loses nothing"
        )


def _notices(store: Store, run: Run) -> Iterator[str]:
    """Yield hosts that answered many pages with one text, or no longer as articles."""
    for host, count, message in store.runs.held_back(run.id):
        yield (
            f"{host} answered {count:,} pages with a notice ({message}): their records are as they "
            "were, and the pages are asked for again within hours, later ever more rarely"
        )
    for host, count, url in store.runs.without_article(run.id):
        if count >= _MOVED:
            yield (
                f"{count:,} pages of {host} had an article before and show none now, as {url}: "
                "their records are as they were; look whether the site hides or rebuilds its pages"
            )


def _gathered(store: Store, run: Run) -> Iterator[str]:
    """Yield addresses to which many pages that had an article redirect now."""
    for host, url, count in store.runs.gathered(run.id, _MOVED):
        yield (
            f"{count:,} pages of {host} that had an article lead to {url} now: if that is a login "
            "or a notice, their texts are kept; if the site was rebuilt, its stories have to be "
            "found anew from the seeds"
        )


def _walls(store: Store, now: float) -> Iterator[str]:
    """Yield hosts that have answered pages with notices for longer than anything is repaired."""
    for host, count, url in store.notices.held_since(now - REMEMBERED_S):
        yield (
            f"{count:,} pages of {host} have answered with a notice for more than a month, as "
            f"{url}: look what they say; if it is a wall that stays (a login, consent), deny such "
            "pages: records they had stay as they were; if it is one story at addresses without "
            "words that had none, the first of them is stored"
        )


def _moves(store: Store, run: Run) -> Iterator[str]:
    """Yield hosts whose pages redirect to one that the job may not enter.

    Their pages are asked once and left, a seed in each run: it tells as long as nobody has acted.
    """
    left = store.runs.left_by_redirect(run.id)
    moves = Counter((host, host_of(url)) for host, url, _ in left)
    seeds = {(host, host_of(url)) for host, url, is_seed in left if is_seed}
    for move, count in moves.most_common():
        host, elsewhere = move
        if count >= _MOVED or move in seeds:
            pages = f"{count:,} pages" if count > 1 else "a seed"
            yield (
                f"{host} sends its readers to {elsewhere} ({pages}), which is out of scope: if it "
                f"has moved, add {elsewhere!r} to allow and its front page to seeds"
            )
