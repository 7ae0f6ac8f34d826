"""The records under review, where they are: a job's database or a JSON Lines file.

Read one at a time, by what the index keeps of each: the id in a database, the place in a file.
"""

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal, Protocol

from pydantic import ValidationError

from schemas import Article
from scraper.errors import InputError
from scraper.load import Source
from scraper.record_json import first_fault, read_record
from scraper.store import RecordState, Store

Change = Literal["", "new", "changed", "vanished"]

_ID = re.compile(rb'\s*\{\s*"id"\s*:\s*"([^"\\]+)"')
"""The id that ``Article`` writes first in its line; other orders of keys are parsed whole."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it can be found again."""

    id: str
    digest: str
    """Changes when the record does."""
    change: Change = ""
    """What the latest run of the job did to it."""
    duplicate_of: str | None = None
    place: int = 0
    """First byte of its line in a file; 0 in a database."""
    line: bytes = b""
    """Its JSON where reading it again would be slow: lines of a gzipped file."""


class Corpus(Protocol):
    """A set of records."""

    @property
    def source(self) -> Source:
        """Where they are."""

    def entries(self) -> Iterator[Entry]:
        """Yield what is known of each record without parsing it."""

    @contextmanager
    def reader(self) -> Iterator["Reader"]:
        """Yield what reads single records; not for several threads at a time."""


class Reader(Protocol):
    """Reads single records, as they were extracted."""

    def read(self, entry: Entry) -> Article:
        """Return the record of an entry.

        Raises:
            InputError: It is not there any more, or no record.
        """


def open_corpus(source: Source) -> Corpus:
    """Return the records of a source."""
    return JobCorpus(source) if source.path.suffix == ".db" else FileCorpus(source)


@dataclass(frozen=True, slots=True)
class JobCorpus:
    """The records of a job, read while a crawl may be writing them."""

    source: Source

    def entries(self) -> Iterator[Entry]:
        """Yield the records in the order of ids."""
        with self.source.open_store() as store:
            latest = store.runs.last_id()
            for state in store.records.iter_states():
                yield Entry(state.id, state.digest, _change_in(state, latest), state.duplicate_of)

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """Yield what reads single records of the database."""
        with self.source.open_store() as store:
            yield _JobReader(store, self.source.path)


@dataclass(frozen=True, slots=True)
class _JobReader:
    store: Store
    path: Path

    def read(self, entry: Entry) -> Article:
        """Return the record with that id."""
        json = self.store.records.find_json(entry.id)
        if json is None:
            raise InputError(f"record {entry.id} is gone from {self.path}; start again")
        return _parse(json.encode(), entry, self.path)


def _change_in(state: RecordState, run: int) -> Change:
    if state.vanished_run is not None:
        return "vanished"
    if state.first_run == run:
        return "new"
    return "changed" if state.changed_run == run else ""


@dataclass(frozen=True, slots=True)
class FileCorpus:
    """The records of a JSON Lines file, gzipped or not."""

    source: Source

    @property
    def _is_packed(self) -> bool:
        return self.source.path.suffix == ".gz"

    def entries(self) -> Iterator[Entry]:
        """Yield the records in the order of lines; of two with one id the later counts.

        Raises:
            InputError: The file can't be read, or a line is no record.
        """
        path = self.source.path
        place = 0
        try:
            with gzip.open(path) if self._is_packed else path.open("rb") as file:
                for number, line in enumerate(file, start=1):
                    if line.strip():
                        yield self._entry(line, number, place)
                    place += len(line)
        except (OSError, EOFError) as error:
            raise InputError(f"{path} cannot be read: {error}") from error

    def _entry(self, line: bytes, number: int, place: int) -> Entry:
        found = _ID.match(line)
        if found is not None:
            name = found[1].decode("utf-8", "replace")
        else:
            where = Entry(f"in line {number}", "")
            name = _parse(line, where, self.source.path).id
        digest = blake2b(line.rstrip(), digest_size=16).hexdigest()
        return Entry(name, digest, place=place, line=line if self._is_packed else b"")

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """Yield what reads single lines of the file."""
        yield _FileReader(self.source.path)


@dataclass(frozen=True, slots=True)
class _FileReader:
    path: Path

    def read(self, entry: Entry) -> Article:
        """Return the record that begins at a place of the file."""
        if entry.line:
            return _parse(entry.line, entry, self.path)
        try:
            with self.path.open("rb") as file:
                file.seek(entry.place)
                line = file.readline()
        except OSError as error:
            raise InputError(f"{self.path} cannot be read: {error.strerror}") from error
        record = _parse(line, entry, self.path)
        if record.id != entry.id:
            raise InputError(f"{self.path} was changed while it was being reviewed; start again")
        return record


def _parse(line: bytes, entry: Entry, path: Path) -> Article:
    try:
        return read_record(line)
    except ValidationError as error:
        message = f"{path}: record {entry.id} is none of this version: {first_fault(error)}"
        raise InputError(f"{message}; extract the pages again") from error
