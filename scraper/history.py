"""The versions of a record: when each was made, and in which fields it differs from the one before.

A page that changes, and parsers that get better, give a new version; the earlier ones stay in the
job's database. Reads only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from schemas import Article
from schemas.job import parse_duration
from scraper.errors import InputError
from scraper.record_json import read_record
from scraper.store import Store
from scraper.urls import canonicalize, id_of

IGNORED = frozenset({"fetched_at", "duplicate_of"})
"""Fields that are no difference between versions: the time, and a mark that runs set anew."""


@dataclass(frozen=True, slots=True)
class RecordVersion:
    """One version of a record."""

    number: int
    """From 1, the oldest that is known."""
    run: int | None
    """Run that made it; None where the database no longer says."""
    changed: tuple[str, ...]
    """Fields in which it differs from the version before; empty for the first."""
    article: Article


@dataclass(frozen=True, slots=True)
class History:
    """A record with all its versions, oldest first."""

    id: str
    versions: tuple[RecordVersion, ...]
    vanished_run: int | None
    """Run in which its page was gone (404, 410)."""
    is_current: bool
    """Whether the last version is the job's record; False where no page gives it any more."""

    @property
    def url(self) -> str:
        """Address of the latest version."""
        article = self.versions[-1].article
        return article.canonical_url or article.url or ""

    def change_since(self, run: int) -> str:
        """Return whether it is ``new``, ``changed`` or ``vanished`` since a run."""
        if self.vanished_run is not None and self.vanished_run >= run:
            return "vanished"
        first = self.versions[0].run
        return "new" if first is not None and first >= run else "changed"

    def fields_since(self, run: int) -> tuple[str, ...]:
        """Return the fields that changed in this run or later, in the order of the record."""
        changed = {name for v in self.versions if (v.run or 0) >= run for name in v.changed}
        return tuple(name for name in Article.model_fields if name in changed)

    def version(self, number: int) -> RecordVersion:
        """Return a version by its number; negative ones count from the newest.

        Raises:
            InputError: There is none of that number.
        """
        index = number - 1 if number > 0 else len(self.versions) + number
        if number == 0 or not 0 <= index < len(self.versions):
            raise InputError(f"{self.id} has versions 1 to {len(self.versions)}, not {number}")
        return self.versions[index]


def read_history(store: Store, key: str) -> History:
    """Return the history of a record.

    Args:
        key: The record's id, its URL, or any URL that led to it.

    Raises:
        InputError: The job has no such record.
    """
    record_id = _find_id(store, key)
    state = store.records.find_state(record_id)
    newest = store.records.find_json(record_id)
    earlier = store.records.versions(record_id)
    if newest is None and not earlier:
        message = f"{key}: the job has no record of it; give an id or address from its exports"
        raise InputError(message)
    texts = [version.json for version in earlier] + ([newest] if newest is not None else [])
    made_in = [state.first_run if state else None, *(version.run for version in earlier)]
    return History(
        id=record_id,
        versions=tuple(_to_versions(texts, made_in)),
        vanished_run=state.vanished_run if state else None,
        is_current=newest is not None,
    )


def iter_histories(store: Store, run: int | None = None) -> Iterator[History]:
    """Yield the history of each record that changed or vanished, by id.

    Args:
        run: Only what is new, changed or vanished in this run or later.
    """
    records = store.records
    for record_id in records.iter_changed() if run is None else records.iter_touched(run):
        yield read_history(store, record_id)


def first_run_since(store: Store, since: str, now: float) -> int:
    """Return the first run that was not over at a time; the next to come where all were.

    Args:
        since: A date or moment of ISO 8601 (UTC where it has no offset), or an age as in a job.
        now: Seconds since 1970.

    Raises:
        InputError: It is neither.
    """
    try:
        moment = now - float(str(parse_duration(since)))
    except ValueError:
        try:
            given = datetime.fromisoformat(since)
        except ValueError as error:
            raise InputError(
                f"{since!r} is no time; write 2026-11-26 or an age: 12h, 1d"
            ) from error
        moment = (given if given.tzinfo else given.replace(tzinfo=UTC)).timestamp()
    first = store.runs.first_since(moment)
    return store.runs.last_id() + 1 if first is None else first


def _find_id(store: Store, key: str) -> str:
    url = canonicalize(key) if "://" in key else None
    if url is None:
        return key
    target = store.frontier.target_of(url)
    return target.record if target is not None and target.record else id_of(url)


def _to_versions(texts: Sequence[str], made_in: Sequence[int | None]) -> Iterator[RecordVersion]:
    articles = [read_record(text) for text in texts]
    changed: list[tuple[str, ...]] = [(), *(changed_fields(*pair) for pair in pairwise(articles))]
    for number, (article, run, fields) in enumerate(
        zip(articles, made_in, changed, strict=False), start=1
    ):
        yield RecordVersion(number, run, fields, article)


def changed_fields(old: Article, new: Article) -> tuple[str, ...]:
    """Return the fields in which two versions differ, in the order of the record."""
    return tuple(
        name
        for name in Article.model_fields
        if name not in IGNORED and getattr(old, name) != getattr(new, name)
    )
