"""Partition files: the records of one slice each, complete or not there.

A partition's name says which bytes of which archive it holds, so that a later run knows what is
done, and two processes that extract the same slice put the same file in the same place. Behind
the records a small file is put that says how many they are and what failed; where it stands, the
partition is complete. In a local folder files are written beside their places and renamed;
elsewhere they are written here and sent whole, which object stores show only when complete.
"""

import json
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from schemas import Article
from scraper.archives.slices import WarcSlice, open_file_system, read_slice
from scraper.batch import extract_pages
from scraper.errors import ExportError, InputError
from scraper.exporters.jsonl import jsonl
from scraper.exporters.parquet import parquet
from scraper.exporters.staging import Sink, Staging

_WRITERS: dict[str, Callable[[Staging, str], AbstractContextManager[Sink]]] = {
    "jsonl": jsonl,
    "parquet": parquet,
}
_ATTEMPTS = 3
"""Times that a slice may take its process down with it before it is left out."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one slice."""

    records: int = 0
    failures: tuple[str, ...] = ()
    """One line for each page, or for the rest of the slice, that could not be extracted."""
    was_done: bool = False
    """Whether the partition was there already."""


@dataclass(frozen=True, slots=True)
class Partitions:
    """A folder of partition files, and how they are made.

    Args:
        folder: Path, or address of a folder that fsspec can write to.
        form: ``jsonl`` or ``parquet``.
        sites: Folder of the user's own site parsers, there on every machine.
        run: Name of this run: what an earlier run left unfinished counts as no attempt of it.
    """

    folder: str
    form: str = "jsonl"
    sites: Path | None = None
    run: str = field(default_factory=lambda: secrets.token_hex(4))

    def __post_init__(self) -> None:
        if self.form not in _WRITERS:
            known = " or ".join(_WRITERS)
            raise InputError(f"partitions can't be written as {self.form!r}; use {known}")

    def file_name(self, piece: WarcSlice) -> str:
        """Return the name of a slice's partition file."""
        return f"{piece.name}.{self.form}"

    def extract(self, piece: WarcSlice) -> Outcome:
        """Write the partition of a slice; where it is complete already, say what it holds.

        Raises:
            ExportError: The partition can't be written; ``DiskFull`` where space ran out.
        """
        done = self._read_outcome(piece)
        if done is not None:
            return done
        if self._count_attempt(piece) > _ATTEMPTS:
            line = (
                f"{piece.archive}, bytes {piece.start}-{piece.end}: left out, because extracting "
                f"it killed its process {_ATTEMPTS} times; extract it by itself to see why"
            )
            return Outcome(failures=(line,))
        failures: list[str] = []
        records = 0
        with self._staging() as staging:
            with _WRITERS[self.form](staging, self.file_name(piece)) as write:
                for record in _records(piece, self.sites, failures):
                    write(record)
                    records += 1
            # Last, so that it is put in place behind the records.
            with staging.open_text(self._outcome_name(piece)) as file:
                file.write(json.dumps({"records": records, "failures": failures}) + "\n")
            staging.commit()
        self._attempt_file(piece).unlink(missing_ok=True)
        return Outcome(records, tuple(failures))

    @property
    def _is_remote(self) -> bool:
        return "://" in self.folder

    @staticmethod
    def _outcome_name(piece: WarcSlice) -> str:
        return f"{piece.name}.outcome.json"

    def _read_outcome(self, piece: WarcSlice) -> Outcome | None:
        """Return what became of a slice whose partition is complete, else None."""
        name = self._outcome_name(piece)
        try:
            if self._is_remote:
                system, folder = open_file_system(self.folder)
                text = system.cat_file(f"{folder}/{name}").decode()
            else:
                text = (Path(self.folder) / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        said = json.loads(text)
        return Outcome(said["records"], tuple(said["failures"]), was_done=True)

    def _staging(self) -> AbstractContextManager[Staging]:
        return _sent_to(self.folder) if self._is_remote else Staging(Path(self.folder))

    def _attempt_file(self, piece: WarcSlice) -> Path:
        """Return the note of a slice's attempts; it is of use on the machine it stands on."""
        folder = Path(tempfile.gettempdir()) / "pullquote" if self._is_remote else Path(self.folder)
        return folder / f".{self.file_name(piece)}.attempts"

    def _count_attempt(self, piece: WarcSlice) -> int:
        """Note that a slice is begun; return how often this run has begun it."""
        note = self._attempt_file(piece)
        try:
            note.parent.mkdir(parents=True, exist_ok=True)
            with note.open("a", encoding="ascii") as file:
                file.write(f"{self.run}\n")
            return note.read_text(encoding="ascii").split().count(self.run)
        except OSError as error:
            reason = error.strerror or str(error)
            message = f"cannot write {note}: {reason}; check the folder and its permissions"
            raise ExportError(message) from error


def _records(piece: WarcSlice, sites: Path | None, failures: list[str]) -> Iterator[Article]:
    """Yield the records of a slice; add a line to ``failures`` for each page that gives none."""
    try:
        for result in extract_pages(read_slice(piece), sites=sites):
            if result.record is None:
                failures.append(result.error or result.name)
            else:
                yield result.record
    except InputError as error:
        failures.append(str(error))


class _Sent(Staging):
    """Staging in a folder of this machine, whose files are sent elsewhere on commit."""

    def __init__(self, folder: Path, address: str) -> None:
        super().__init__(folder)
        self._address = address

    def commit(self) -> list[Path]:
        """Put the files in place here, then send each; return the paths here.

        Raises:
            ExportError: A file can't be sent.
        """
        paths = super().commit()
        system, folder = open_file_system(self._address)
        for path in paths:
            try:
                system.makedirs(folder, exist_ok=True)
                system.put_file(str(path), f"{folder}/{path.name}")
            except OSError as error:
                message = f"cannot write {self._address}/{path.name}: {error}; run again to go on"
                raise ExportError(message) from error
        return paths


@contextmanager
def _sent_to(address: str) -> Iterator[Staging]:
    with tempfile.TemporaryDirectory() as folder, _Sent(Path(folder), address) as staging:
        yield staging
