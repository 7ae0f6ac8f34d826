"""Writes a job's exports, and leaves them alone where nothing in them has changed.

What was written last stands in ``.exports.json`` beside the files: a digest of all that goes into
them, size and time of each file, so that one that was deleted or written by somebody else is
written again, and what the records hold, so that the report of such a run reads none of them.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import pydantic
from pydantic_core import from_json

import schemas
from schemas import Article, CrawlJob
from scraper import corrections, exporters, record_json
from scraper.corrections import CorrectionLog, corrections_path
from scraper.crawler.counts import Counts, Tally, tell
from scraper.crawler.stopping import Stop
from scraper.exporters import BY_RECORD, FORMATS, open_formats, write_exports
from scraper.exporters.parts import PARTS, Earlier, Part, PartsBroken, open_earlier
from scraper.exporters.staging import Sink, StagedText, Staging
from scraper.record_json import read_record
from scraper.store import RecordState, Store
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
    form: str = ""
    """Digest of what decides how a record is written."""
    parts: list[int] = field(default_factory=list)
    """As ``files``, of what says which record gave which part of them."""
    stale: dict[str, list[int]] = field(default_factory=dict)
    """As ``files``, of formats that the job has no more."""


def export_records(job: CrawlJob, store: Store, folder: Path, stop: Stop, since: int) -> Exported:
    """Write the exports of a job, unless those that are there say the same.

    Args:
        since: First run whose records are all written by this state of the package, as far as
            the caller knows.

    Raises:
        ExportError: They can't be written; the old ones stay as they are.
        GivenUp: The run is told to stop, and its time is over; the old ones stay too.
    """
    # What the note says is in the files must not be lost to a power cut that they outlast.
    store.sync()
    form = _digest(_iter_form(job, store))
    inputs = _digest(stop.watch(_iter_inputs(form, job, store, folder)))
    known = _read_note(folder)
    there = known if known and known.files == _stamps(folder, known.files) else None
    if there and there.inputs == inputs:
        stale = list(_find_stale(folder, there, there.files))
        return Exported(list(there.files), there.counts, is_unchanged=True, stale=stale)
    writing = _Writing(job, store, folder, stop, since)
    if job.export_versions or not BY_RECORD.issuperset(job.exports):
        paths = writing.write_whole()
    else:
        noted = there.parts if there and there.form == form else []
        paths = writing.write_parts(has_parts=noted != [] and noted == _stamp(folder / PARTS))
    files = [str(path.relative_to(folder)) for path in paths if path.name != PARTS]
    left = _find_stale(folder, known, files) if known is not None else {}
    counts, stamps = writing.tally.counts(), _stamps(folder, files)
    _write_note(folder, _Note(inputs, stamps, counts, form, _stamp(folder / PARTS), left))
    return Exported(files, counts, is_unchanged=False, stale=list(left))


class _Writing:
    """Writes the exports of a job, and counts all its records on the way."""

    def __init__(self, job: CrawlJob, store: Store, folder: Path, stop: Stop, since: int) -> None:
        self._job, self._store, self._folder, self._stop = job, store, folder, stop
        self._since = since
        self._corrections = CorrectionLog(corrections_path(folder / DATABASE))
        self.tally = Tally()

    def write_whole(self) -> list[Path]:
        """Write every record; return the files."""
        records = self._corrections.apply(self._stop.watch(self._iter_counted()))
        return write_exports(records, self._folder, self._job.exports)

    def _iter_counted(self) -> Iterator[Article]:
        """Yield what is exported; count all records, so that each is read once."""
        job, store = self._job, self._store
        for record in store.iter_articles(with_duplicates=True):
            self.tally.add(tell(vars(record)))
            is_chosen = job.export_duplicates or record.duplicate_of is None
            if is_chosen and not job.export_versions:
                yield record
        if job.export_versions:
            yield from store.iter_versions(with_duplicates=job.export_duplicates)

    def write_parts(self, *, has_parts: bool) -> list[Path]:
        """Write what changed, copy the rest from the files that are there; return the files."""
        writers = [FORMATS[name] for name in dict.fromkeys(self._job.exports)]
        try:
            with Staging(self._folder) as staging:
                with ExitStack() as stack:
                    write = stack.enter_context(open_formats(staging, writers))
                    texts = staging.texts[:]
                    opened = open_earlier(self._folder, texts) if has_parts else nullcontext()
                    earlier = stack.enter_context(opened)
                    notes = stack.enter_context(staging.open_text(PARTS))
                    for part in self._iter_parts(earlier, texts, write):
                        notes.write(json.dumps(part) + "\n")
                return staging.commit()
        except PartsBroken:
            self.tally = Tally()
            return self.write_parts(has_parts=False)

    def _iter_parts(
        self, earlier: Earlier | None, texts: list[StagedText], write: Sink
    ) -> Iterator[Part]:
        """Yield what each record gives to the files, once it is there or is sure to be copied."""
        for state in self._stop.watch(self._store.records.iter_states()):
            corrected = [one.model_dump_json() for one in self._corrections.of(state.id)]
            key = [state.digest, state.changed_run, state.duplicate_of, *corrected]
            part = earlier.keep(state.id, key) if earlier is not None else None
            if part is None:
                before = [text.size for text in texts]
                told = self._write(state, texts, write, is_plain=not corrected)
                sizes = [text.size - size for text, size in zip(texts, before, strict=True)]
                part = Part(state.id, key, told, sizes)
            self.tally.add(part.told)
            yield part
        if earlier is not None:
            earlier.copy()

    def _write(
        self, state: RecordState, texts: list[StagedText], write: Sink, *, is_plain: bool
    ) -> str:
        """Write a record where it is exported; return what is counted of it.

        As JSON Lines alone it is written as it stands in the database, unless this package may have
        another form for it: it is of an earlier run, or of another version, as what an archive that
        is read again gives.
        """
        job, text = self._job, self._store.records.find_json(state.id) or ""
        if state.duplicate_of is not None and not job.export_duplicates:
            return tell(from_json(text))
        if is_plain and state.duplicate_of is None and state.changed_run >= self._since:
            fields = from_json(text) if job.exports == ["jsonl"] else {}
            if fields.get("extractor_version") == __version__:
                texts[0].write(text + "\n")
                return tell(fields)
        record = read_record(text).model_copy(update={"duplicate_of": state.duplicate_of})
        for corrected in self._corrections.apply([record]):
            write(corrected)
        return tell(vars(record))


def _find_stale(folder: Path, known: _Note, files: Iterable[str]) -> dict[str, list[int]]:
    """Return what was written once for formats that the job has no more, and by nobody since."""
    written = {**known.stale, **known.files}
    return {
        name: stamp
        for name, stamp in written.items()
        if name not in files and _stamp(folder / name) == stamp
    }


def find_exported(store: Store, folder: Path) -> Exported:
    """Return the exports that an earlier run has left, with the records that there are now.

    What the records hold beside their number is as it was then.
    """
    known = _read_note(folder)
    files = [name for name in known.files if _stamp(folder / name)] if known is not None else []
    counts = known.counts if known is not None else Counts()
    return Exported(files, replace(counts, records=store.records.count()), is_unchanged=True)


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _iter_inputs(form: str, job: CrawlJob, store: Store, folder: Path) -> Iterator[bytes]:
    """Yield all that decides what stands in the exports."""
    yield form.encode()
    corrected = corrections_path(folder / DATABASE)
    yield corrected.read_bytes() if corrected.exists() else b""
    for state in store.records.iter_states():
        known = (state.id, state.digest, state.changed_run, state.duplicate_of)
        yield json.dumps(known).encode()
    if job.export_versions:
        for version in store.records.iter_version_keys():
            yield json.dumps(version).encode()


def _iter_form(job: CrawlJob, store: Store) -> Iterator[bytes]:
    """Yield all that decides how a record is written and counted, whichever it is."""
    chosen = (job.exports, job.export_versions, job.export_duplicates)
    # A database made anew gives its runs the same numbers, and other times to the same texts.
    yield json.dumps([*chosen, __version__, pydantic.VERSION, store.runs.first_begin()]).encode()
    packages = [Path(package.__path__[0]) for package in (exporters, schemas, corrections)]
    sources = [path for package in packages for path in sorted(package.glob("*.py"))]
    for path in [*sources, Path(record_json.__file__), Path(__file__).with_name("counts.py")]:
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
        form, parts, stale = known.get("form", ""), known.get("parts", []), known.get("stale", {})
        return _Note(known["inputs"], known["files"], counts, form, parts, stale)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _write_note(folder: Path, note: _Note) -> None:
    with Staging(folder) as staging:
        with staging.open_text(NOTE) as file:
            file.write(json.dumps(asdict(note)) + "\n")
        staging.commit()
