"""Cuts WARC files into slices: byte ranges that hold a few hundred pages each.

A slice begins and ends between two records, so that any process on any machine can read it by
itself. Finding the slices unpacks the archive once, which costs a few hundredths of what
extracting it does. Files are opened by path, or by address through fsspec where the scheme is
not the local disk's.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from scraper.errors import InputError
from scraper.inputs import WARC_ENDINGS, SavedPage, naming_damage, read_warc_pages

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PAGES_A_SLICE = 500
"""Pages of a slice: some ten seconds of work, which is what a lost process has to do again."""

_DIGEST_DIGITS = 8
_CHUNK_BYTES = 2**16


@dataclass(frozen=True, slots=True)
class WarcSlice:
    """A stretch of a WARC file, from one record's first byte to behind another's last."""

    archive: str
    """Path or address of the WARC file."""
    start: int
    end: int
    pages: int
    """HTML pages in it."""

    @property
    def name(self) -> str:
        """Name for files made of the slice: says which bytes of which archive they came from."""
        stem = self.archive.rsplit("/", 1)[-1].removesuffix(".gz").removesuffix(".warc")
        digest = hashlib.sha256(self.archive.encode()).hexdigest()[:_DIGEST_DIGITS]
        return f"{stem}.{digest}.{self.start:012d}-{self.end:012d}"


@dataclass(frozen=True, slots=True)
class Slices:
    """The slices of one archive, and what kept the rest from being read."""

    slices: tuple[WarcSlice, ...]
    problem: str | None = None


def find_archives(arguments: Iterable[str]) -> list[str]:
    """Return the WARC files that paths, folders, patterns and addresses name, sorted, each once.

    Local paths come out absolute, so that every process and every later run names them alike.

    Raises:
        InputError: An argument names no WARC file, or its scheme needs a package.
    """
    found: set[str] = set()
    for argument in arguments:
        matches = _match_address(argument) if "://" in argument else _match_path(argument)
        if not matches:
            raise InputError(
                f"{argument}: no WARC file there; name files that end in .warc or .warc.gz, a "
                "folder of them, or a pattern"
            )
        found.update(matches)
    return sorted(found)


def _match_path(argument: str) -> list[str]:
    path = Path(argument)
    if path.is_dir():
        paths = [p for p in path.rglob("*") if p.name.lower().endswith(WARC_ENDINGS)]
    elif path.exists():
        paths = [path]
    else:
        paths = list(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
    return [str(p.resolve()) for p in paths if p.name.lower().endswith(WARC_ENDINGS)]


def _match_address(argument: str) -> list[str]:
    system, path = open_file_system(argument)
    try:
        if system.isdir(path):
            matches = system.find(path)
        else:
            matches = system.glob(path) if "*" in path else [path] * system.exists(path)
    except OSError as error:
        raise InputError(f"{argument} cannot be listed: {error}") from error
    return [system.unstrip_protocol(m) for m in matches if m.lower().endswith(WARC_ENDINGS)]


def open_file_system(address: str) -> tuple[Any, str]:
    """Return fsspec's file system of an address, and the path in it.

    Raises:
        InputError: fsspec, or its package for the scheme, is not installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        message = "addresses need fsspec; install it with: pip install fsspec"
        raise InputError(f"{address}: {message}") from error
    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise InputError(f"{address}: {error}; install what fsspec names for it") from error
    return system, str(path)


@contextmanager
def _open(archive: str) -> Iterator[BinaryIO]:
    if "://" in archive:
        system, path = open_file_system(archive)
        with system.open(path, "rb") as file:
            yield file
    else:
        with Path(archive).open("rb") as file:
            yield file


def find_slices(archive: str, pages: int = PAGES_A_SLICE) -> Slices:
    """Return the slices of an archive, in order, each with ``pages`` pages but for the last.

    An archive that is damaged from some place on gives the slices before it, and the problem.
    Records before the first page belong to no slice.

    Source: ISO 28500:2017 (WARC 1.1), annex D: each record is a gzip member of its own.
    """
    starts: list[int] = []
    problem = None
    try:
        with naming_damage(archive), _open(archive) as file:
            starts.extend(offset for offset, _ in read_warc_pages(file, archive, _pass_over))
            end = file.tell()
    except InputError as error:
        problem = str(error)
        # Where the last sound page ends is not known: its first byte stands for all of it.
        end = starts[-1] + 1 if starts else 0
    firsts = [*starts[::pages], end]
    slices = tuple(
        WarcSlice(archive, first, stop, min(pages, len(starts) - number * pages))
        for number, (first, stop) in enumerate(pairwise(firsts))
    )
    return Slices(slices, problem)


def _pass_over(record: "ArcWarcRecord") -> bytes:
    """Read to the end of a record, so that damage in it is met before it is taken for a page."""
    while record.raw_stream.read(_CHUNK_BYTES):
        pass
    return b""


def read_slice(piece: WarcSlice) -> Iterator[SavedPage]:
    """Yield the pages of a slice, in order.

    Raises:
        InputError: The archive can't be read, or is not as it was when the slice was found.
    """
    with naming_damage(piece.archive), _open(piece.archive) as file:
        file.seek(piece.start)
        # By count, not by offset: what follows the last page may be damaged.
        for _, page in islice(read_warc_pages(file, piece.archive), piece.pages):
            yield page
