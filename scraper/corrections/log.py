"""The file of corrections: JSON Lines, appended to and never rewritten.

A text file rather than a table, because it is the one thing here that no program can make again:
it can be read, compared, kept in version control with the study and merged by hand. Taking a
correction back is one more line. The latest line for a place is the one that counts.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from schemas import Article, Correction
from scraper.corrections.apply import apply_corrections
from scraper.durable import NO_ROOM
from scraper.errors import DiskFull, ExportError, InputError

_JOB_FILE = "corrections.jsonl"


def corrections_path(records: Path) -> Path:
    """Return where the corrections of a job's database, or of a file of records, are kept.

    ``output/study/pullquote.db`` has ``output/study/corrections.jsonl``;
    ``pages.jsonl`` has ``pages.corrections.jsonl``.
    """
    if records.suffix == ".db":
        return records.with_name(_JOB_FILE)
    stem = records.name.removesuffix(".gz").rpartition(".")[0]
    return records.with_name(f"{stem}.{_JOB_FILE}")


class CorrectionLog:
    """The corrections of one set of records, by article.

    Args:
        path: The file; it need not be there yet.

    Raises:
        InputError: A line of it is no correction.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines: dict[str, list[Correction]] = defaultdict(list)
        for correction in _read(path):
            self._lines[correction.article].append(correction)

    def __len__(self) -> int:
        return sum(len(self.of(article)) for article in self._lines)

    @property
    def articles(self) -> list[str]:
        """Ids of the articles with a correction that counts, in the order of the file."""
        return [article for article in self._lines if self.of(article)]

    def of(self, article: str) -> list[Correction]:
        """Return the corrections that count for an article, in the order they were made."""
        latest: dict[tuple[str, object], Correction] = {}
        for correction in self._lines.get(article, ()):
            place = place_of(correction)
            latest.pop(place, None)
            if not correction.withdrawn:
                latest[place] = correction
        return list(latest.values())

    def history(self, article: str) -> Sequence[Correction]:
        """Return every line about an article, withdrawn ones too."""
        return tuple(self._lines.get(article, ()))

    def add(self, corrections: Iterable[Correction]) -> None:
        """Append corrections; they are on the disk when this returns.

        Raises:
            DiskFull: No space is left.
            ExportError: The file can't be written for another reason.
        """
        added = list(corrections)
        data = "".join(correction.model_dump_json() + "\n" for correction in added).encode()
        try:
            _mend_end(self.path)
            with self.path.open("ab") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            kind = DiskFull if error.errno in NO_ROOM else ExportError
            message = f"cannot write {self.path}: {error.strerror}; nothing was corrected"
            raise kind(message) from error
        for correction in added:
            self._lines[correction.article].append(correction)

    def apply(self, records: Iterable[Article]) -> Iterator[Article]:
        """Yield records with their corrections put in."""
        for record in records:
            corrections = self.of(record.id)
            yield apply_corrections(record, corrections).record if corrections else record


def place_of(correction: Correction) -> tuple[str, object]:
    """Return what two corrections of the same value have in common.

    Entries of a list are known by their anchor, not by their place, which may have moved between
    the two; a new entry is known by what it is.
    """
    names = correction.path.split(".")
    if len(names) > 1 and names[1] == "+":
        return correction.path, correction.anchor
    if correction.anchor is not None and len(names) > 1:
        return ".".join([names[0], *names[2:]]), correction.anchor
    return correction.path, None


def _mend_end(path: Path) -> None:
    """Give the last line its end; cut it off where it is half a line, of a write that failed."""
    if not path.is_file():
        return
    with path.open("rb+") as file:
        content = file.read()
        _, _, last = content.rpartition(b"\n")
        if not last.strip():
            return
        try:
            Correction.model_validate_json(last)
        except ValidationError:
            file.truncate(len(content) - len(last))
        else:
            file.write(b"\n")


def _read(path: Path) -> Iterator[Correction]:
    if not path.exists():
        return
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield Correction.model_validate_json(line)
        except ValidationError as error:
            if number == len(lines):
                return  # cut off while it was written: it was never confirmed to anybody
            message = f"{path}, line {number} is no correction; mend or delete that line"
            raise InputError(message) from error
