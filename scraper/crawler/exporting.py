"""Writes a job's exports, and leaves them alone where nothing in them has changed.

What was written last stands in ``.exports.json`` beside the files: a digest of all that goes into
them, size and time of each file, so that one that was deleted or written by somebody else is
written again, and what the records hold, so that the report of such a run reads none of them.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import pydantic
from pydantic_core import from_json

import schemas
from schemas import Article, CrawlJob
from scraper import exporters
from scraper.corrections import CorrectionLog, corrections_path
from scraper.crawler.counts import Counts, Tally
from scraper.crawler.stopping import Stop
from scraper.exporters import write_exports, write_lines
from scraper.exporters.jsonl import JSONL
from scraper.exporters.staging import Staging
from scraper.record_json import read_record
from scraper.store import Store
from scraper.store.opening import DATABASE
from scraper.version import __version__

NOTE = ".exports.json"


@dataclass(frozen=True, slots=True)
class Exported:
    """The exports of a job."""

    files: list[str]
    """Relative to the job's folder."""
    counts: Counts
    """What the records hold."""
    is_unchanged: bool
    """Whether they were left as they are."""
    stale: list[str] = field(default_factory=list)
    """Files of formats that the job had and has no more, as they were written last."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What was written last."""

    inputs: str
    """Digest of all that went into the files."""
    files: dict[str, list[int]]
    """File, relative to the job's folder → its size and time, as ``_stamp`` gives them."""
    counts: Counts
    """What the records held."""
    shape: str = ""
    """Digest of what decides how a record is written as JSON."""
    since: int = 0
    """First run whose records are all written so in the database."""
    stale: dict[str, list[int]] = field(default_factory=dict)
    """As ``files``, of formats that the job has no more."""


def export_records(job: CrawlJob, store: Store, folder: Path, stop: Stop, since: int) -> Exported:
    """Write the exports of a job, unless those that are there say the same.

    Args:
        since: First run whose records are all written by this state of the package, as far as
            the caller knows; what was known at the last exports counts where nothing has changed.

    Raises:
        ExportError: They can't be written; the old ones stay as they are.
        GivenUp: The run is told to stop, and its time is over; the old ones stay too.
    """
    # What the note says is in the files must not be lost to a power cut that they outlast.
    store.sync()
    inputs = _digest_inputs(stop.watch(_iter_inputs(job, store, folder)))
    known = _read_note(folder)
    if known is not None and known.inputs == inputs and known.files == _stamps(folder, known.files):
        stale = list(_find_stale(folder, known, known.files))
        return Exported(list(known.files), known.counts, is_unchanged=True, stale=stale)
    tally, shape = Tally(), _digest_inputs(_iter_shape())
    if known is not None and known.shape == shape:
        since = known.since
    corrections = CorrectionLog(corrections_path(folder / DATABASE))
    if job.exports == ["jsonl"] and not job.export_versions:
        lines = stop.watch(_iter_lines(job, store, tally, corrections, since))
        paths = [write_lines(lines, folder / JSONL)]
    else:
        records = stop.watch(_iter_counted(job, store, tally))
        paths = write_exports(corrections.apply(records), folder, job.exports)
    files = [str(path.relative_to(folder)) for path in paths]
    left = _find_stale(folder, known, files) if known is not None else {}
    note = _Note(inputs, _stamps(folder, files), tally.counts(), shape, since, left)
    _write_note(folder, note)
    return Exported(files, note.counts, is_unchanged=False, stale=list(left))


def _find_stale(folder: Path, known: _Note, files: Iterable[str]) -> dict[str, list[int]]:
    """Return what was written once for formats that the job has no more, and by nobody since."""
    written = {**known.stale, **known.files}
    return {
        name: stamp
        for name, stamp in written.items()
        if name not in files and _stamp(folder / name) == stamp
    }


def _iter_lines(
    job: CrawlJob, store: Store, tally: Tally, corrections: CorrectionLog, since: int
) -> Iterator[str]:
    """Yield the records as lines, most of them as they stand in the database; count all.

    One of an earlier run may have been written by other models, and is written anew. What another
    version of the package wrote (an archive read again has runs of its own) the record tells.
    """
    for text, original, run in store.records.iter_written():
        fields = from_json(text)
        tally.add(fields)
        if original is not None and not job.export_duplicates:
            continue
        is_plain = original is None and run >= since
        is_own = fields.get("extractor_version") == __version__
        if is_plain and is_own and not corrections.of(fields["id"]):
            yield text
        else:
            record = read_record(text)
            marked = record.model_copy(update={"duplicate_of": original})
            yield from (one.model_dump_json() for one in corrections.apply([marked]))


def find_exported(store: Store, folder: Path) -> Exported:
    """Return the exports that an earlier run has left, with the records that there are now.

    What the records hold beside their number is as it was then.
    """
    known = _read_note(folder)
    files = [name for name in known.files if _stamp(folder / name)] if known is not None else []
    counts = known.counts if known is not None else Counts()
    return Exported(files, replace(counts, records=store.records.count()), is_unchanged=True)


def _iter_counted(job: CrawlJob, store: Store, tally: Tally) -> Iterator[Article]:
    """Yield what is exported; count all records on the way, so that each is read once."""
    if job.export_versions:
        for record in store.iter_articles(with_duplicates=True):
            tally.add(vars(record))
        yield from store.iter_versions(with_duplicates=job.export_duplicates)
        return
    for record in store.iter_articles(with_duplicates=True):
        tally.add(vars(record))
        if job.export_duplicates or record.duplicate_of is None:
            yield record


def _digest_inputs(parts: Iterable[bytes]) -> str:
    """Return a digest of all that decides what stands in the exports."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _iter_inputs(job: CrawlJob, store: Store, folder: Path) -> Iterator[bytes]:
    chosen = (job.exports, job.export_versions, job.export_duplicates)
    yield json.dumps(chosen).encode()
    for path in sorted(Path(exporters.__path__[0]).glob("*.py")):
        yield path.read_bytes()
    yield from _iter_shape()
    corrections = corrections_path(folder / DATABASE)
    yield corrections.read_bytes() if corrections.exists() else b""
    for state in store.records.iter_states():
        known = (state.id, state.digest, state.changed_run, state.duplicate_of)
        yield json.dumps(known).encode()
    if job.export_versions:
        for version in store.records.iter_version_keys():
            yield json.dumps(version).encode()


def _iter_shape() -> Iterator[bytes]:
    """Yield all that decides how a record is written as JSON."""
    yield pydantic.VERSION.encode()
    for path in sorted(Path(schemas.__path__[0]).glob("*.py")):
        yield path.read_bytes()


def _stamps(folder: Path, files: list[str] | dict[str, list[int]]) -> dict[str, list[int]]:
    return {name: stamp for name in files if (stamp := _stamp(folder / name))}


def _stamp(path: Path) -> list[int]:
    """Return what tells a file that was written since; nothing where there is none."""
    try:
        found = path.stat()
        size = sum(1 for _ in path.iterdir()) if path.is_dir() else found.st_size
    except OSError:
        return []
    return [size, found.st_mtime_ns]


def _read_note(folder: Path) -> _Note | None:
    """Return what was written last, None where that is not known."""
    try:
        known = json.loads((folder / NOTE).read_bytes())
        counts = Counts(**known["counts"])
        shape, since, stale = known.get("shape", ""), known.get("since", 0), known.get("stale", {})
        return _Note(known["inputs"], known["files"], counts, shape, since, stale)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _write_note(folder: Path, note: _Note) -> None:
    with Staging(folder) as staging:
        with staging.open_text(NOTE) as file:
            file.write(json.dumps(asdict(note)) + "\n")
        staging.commit()
