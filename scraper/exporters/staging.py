"""Files that appear complete or not at all.

Exports are written under temporary names beside their targets, flushed to the disk and then
renamed over the old files, so that a reader never meets half a file and a failed run leaves the
old files as they were. A full disk becomes ``DiskFull`` with the name of the file.
"""

import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Self

from schemas import Article
from scraper.durable import NO_ROOM, sync_file, sync_folder, sync_tree
from scraper.errors import DiskFull, ExportError

Sink = Callable[[Article], None]
"""Takes one record after the other."""


@contextmanager
def naming_errors(target: Path) -> Iterator[None]:
    """Turn any operating system error inside into an ``ExportError`` that names ``target``.

    Raises:
        DiskFull: No space, quota or file size is left.
        ExportError: Any other ``OSError``.
    """
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            message = f"no space left while writing {target}; free some and run again"
            raise DiskFull(message) from error
        reason = error.strerror or str(error)
        message = f"cannot write {target}: {reason}; check the folder and its permissions"
        raise ExportError(message) from error


_LEFTOVER_AGE_S = 86_400
"""Age at which a temporary file is nobody's: no export takes a day."""
_COPIED_AT_ONCE = 2**17
"""Bytes: a file is copied faster through what a processor holds than through a megabyte."""


class StagedText:
    """A text file being written; every write error names the file that it will become."""

    def __init__(self, file: BinaryIO, target: Path) -> None:
        self._file = file
        self.target = target
        self.size = 0
        """Bytes written so far."""

    def write(self, text: str) -> int:
        """Append ``text`` in UTF-8; return its length.

        Raises:
            DiskFull: No space is left.
            ExportError: Writing failed for another reason.
        """
        data = text.encode()
        self._append(data)
        return len(text)

    def copy(self, file: BinaryIO, size: int) -> int:
        """Append the next ``size`` bytes of another file; return how many it had.

        Raises:
            As ``write`` does.
        """
        copied = 0
        while copied < size and (data := file.read(min(size - copied, _COPIED_AT_ONCE))):
            self._append(data)
            copied += len(data)
        return copied

    def _append(self, data: bytes) -> None:
        with naming_errors(self.target):
            self._file.write(data)
        self.size += len(data)

    def close(self) -> None:
        """Write what is still in memory, and close; raises as ``write`` does."""
        with naming_errors(self.target):
            self._file.close()


class Staging:
    """A set of files under temporary names that take their places together.

    Used as a context manager: leaving it without ``commit`` removes everything staged.

    Args:
        folder: Where the files belong; made if missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._token = secrets.token_hex(4)
        self._staged: dict[Path, Path] = {}
        self.texts: list[StagedText] = []
        """The text files that were opened, in order."""

    def __enter__(self) -> Self:
        with naming_errors(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._remove_leftovers()
        return self

    def _remove_leftovers(self) -> None:
        """Remove what a run that was killed has left, once no run can be at work on it."""
        for path in self._folder.glob(".*.tmp"):
            # Another export into the folder may give its file its name at this very moment.
            with suppress(FileNotFoundError):
                if time.time() - path.stat().st_mtime > _LEFTOVER_AGE_S:
                    _remove(path)

    def __exit__(self, *_: object) -> None:
        for temporary in self._staged.values():
            _remove(temporary)
        self._staged.clear()

    def target(self, name: str) -> Path:
        """Return where the file called ``name`` will stand after ``commit``."""
        return self._folder / name

    def path(self, name: str) -> Path:
        """Return the temporary path for a writer that opens files by itself."""
        temporary = self._folder / f".{name}.{self._token}.tmp"
        self._staged[self.target(name)] = temporary
        return temporary

    def subfolder(self, name: str) -> Path:
        """Return a new empty temporary folder that replaces ``name`` on ``commit``."""
        temporary = self.path(name)
        with naming_errors(self.target(name)):
            temporary.mkdir()
        return temporary

    @contextmanager
    def open_text(self, name: str) -> Iterator[StagedText]:
        """Open the temporary file for ``name``: UTF-8 without byte order mark, newlines as given.

        Raises:
            ExportError: The file can't be made or closed; ``DiskFull`` where space ran out.
        """
        target = self.target(name)
        with naming_errors(target):
            raw = self.path(name).open("wb")
        file = StagedText(raw, target)
        self.texts.append(file)
        try:
            yield file
        except BaseException:
            # What is still in memory finds no room either, and would hide the reason.
            with suppress(OSError):
                raw.close()
            raise
        file.close()

    def commit(self) -> list[Path]:
        """Flush every staged file to the disk, then rename all; return the final paths."""
        for target, temporary in self._staged.items():
            with naming_errors(target):
                (sync_tree if temporary.is_dir() else sync_file)(temporary)
        for target, temporary in self._staged.items():
            with naming_errors(target):
                _replace(temporary, target)
        done = list(self._staged)
        self._staged.clear()
        with naming_errors(self._folder):
            sync_folder(self._folder)
        return done


def _remove(path: Path) -> None:
    """Remove what can be: what went wrong before is the news, and leftovers go another day."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _replace(temporary: Path, target: Path) -> None:
    """Rename over ``target``; a folder needs the old one out of the way first."""
    if not (temporary.is_dir() and target.is_dir()):
        temporary.replace(target)
        return
    old = temporary.with_suffix(".old")
    target.replace(old)
    temporary.replace(target)
    shutil.rmtree(old)


Writer = Callable[[Staging], AbstractContextManager[Sink]]
"""A format: opens what it needs in the staging area and yields where records go."""
