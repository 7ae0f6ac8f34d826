"""Files put together from those that are there: what says the same is copied, not written anew.

In most formats a record gives one stretch of each file, and gives it by itself alone. How long
each stretch is stands beside the files, with a key that tells whether the record would give the
same again; so a change of ten records among many costs those ten, and a copy of bytes.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from scraper.exporters.staging import StagedText

PARTS = ".exports.parts"
"""One line a record: what ``Part`` holds, as JSON."""


class Part(NamedTuple):
    """What a record gave to the files."""

    id: str
    key: Sequence[object]
    """Whatever decides what the record gives; alike means that it gives the same again."""
    told: str
    """What the caller wants to know of a record that is not read."""
    sizes: list[int]
    """Bytes in each file."""


class PartsBroken(Exception):
    """The parts are not those of the files."""


@dataclass(slots=True)
class Earlier:
    """The files that are there, in the order in which they are written, and their parts."""

    parts: Iterator[Part]
    files: Sequence[BinaryIO]
    texts: Sequence[StagedText]
    _next: Part | None = None
    _held: list[int] = field(default_factory=list)
    """Bytes of each file that are to be copied from where it stands, once all are known."""

    def __post_init__(self) -> None:
        self._held = [0] * len(self.files)
        self._next = next(self.parts, None)

    def keep(self, record_id: str, key: Sequence[object]) -> Part | None:
        """Have the stretches of a record copied; None where it has to be written.

        Records are asked for in the order of ids in which they were written.
        """
        while (part := self._next) is not None and part.id <= record_id:
            self._next = next(self.parts, None)
            if (part.id, part.key) == (record_id, key):
                self._held = [sum(sizes) for sizes in zip(self._held, part.sizes, strict=True)]
                return part
            self.copy()
            for file, size in zip(self.files, part.sizes, strict=True):
                file.seek(size, 1)
        self.copy()
        return None

    def copy(self) -> None:
        """Copy what is to be kept; before anything else is written."""
        if any(self._held):
            for text, file, size in zip(self.texts, self.files, self._held, strict=True):
                if text.copy(file, size) < size:
                    raise PartsBroken
            self._held = [0] * len(self.files)


@contextmanager
def open_earlier(folder: Path, texts: Sequence[StagedText]) -> Iterator[Earlier]:
    """Open the files of ``texts`` that are there, behind their heads, and their parts.

    Raises:
        PartsBroken: One of them is not what it was when they were written, or can't be read.
    """
    try:
        with ExitStack() as stack:
            files = [stack.enter_context(text.target.open("rb")) for text in texts]
            for text, file in zip(texts, files, strict=True):
                file.seek(text.size)
            lines = stack.enter_context((folder / PARTS).open("rb"))
            yield Earlier(_read(lines), files, texts)
    except OSError as error:  # of reading: what can't be written is an ExportError
        raise PartsBroken from error


def _read(lines: BinaryIO) -> Iterator[Part]:
    try:
        for line in lines:
            yield Part(*json.loads(line))
    except (ValueError, TypeError) as error:
        raise PartsBroken from error
