"""WARC 1.1 files of what the servers sent, and reading them back.

A file grows only with the database: its committed length is written in the same transaction as
the fetches it holds, and what stands beyond after a crash is cut off. So the archive has exactly
what the database knows. Bodies are kept as sent, with their content codings.
"""

import contextlib
import gzip
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from scraper.crawler.decoding import BadCoding, Bomb, Budget, decode_body
from scraper.crawler.exchange import Exchange
from scraper.crawler.members import to_member
from scraper.crawler.warc_records import WarcRecord, make_info, make_records
from scraper.durable import NO_ROOM, make_folder, sync_folder
from scraper.errors import StoreError, StoreFull
from scraper.store import Original
from scraper.version import __version__
from scraper.warc import iter_answers

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MAX_FILE_BYTES = 1 << 30
"""A new file is begun beyond this, as archives recommend."""
_UNPACKED = Budget(max_bytes=64 << 20, max_ratio=1000)


def _commit_nothing(name: str, size: int) -> None:
    """Keep no books, where nothing is ever resumed."""


class Archive:
    """The archive of a job, open for writing; a run that asks for nothing leaves no file.

    Args:
        folder: Where the files stand; made if missing.
        job: Name of the job, for file names and ``warcinfo``.
        committed: File name → length that the database knows.
        part: What tells this writer's files from those of others in the same run; a part
            leaves the files of others alone.
        commit: Called with (file name, length) for a new file, before it has a byte and when it
            has its head, and returns when that outlasts a power cut: what a crash leaves of a file
            that the database does not know could not be told from an archive that was put there.
    """

    def __init__(
        self,
        folder: Path,
        job: str,
        run: int,
        committed: Mapping[str, int],
        part: str = "",
        commit: Callable[[str, int], None] = _commit_nothing,
    ) -> None:
        with self._naming_errors(folder):
            make_folder(folder)
        self._folder = folder
        self._job = job
        self._commit = commit
        self._prefix = f"{job}-{run:05d}{part}"
        names = [name for name in committed if name.startswith(f"{self._prefix}-")]
        cut_to_committed(folder, {name: committed[name] for name in names} if part else committed)
        serials = (name.removesuffix(".warc.gz").rpartition("-")[2] for name in names)
        self._serial = max(map(int, serials), default=0)
        if not self._serial:
            self._pass_on()
        self._file: BinaryIO | None = None

    @property
    def name(self) -> str:
        """Name of the file that is written to."""
        return f"{self._prefix}-{self._serial:03d}.warc.gz"

    def _pass_on(self) -> None:
        """Go on to the next name at which no file is: one that is there is not ours to write to."""
        self._serial += 1
        while (self._folder / self.name).exists():
            self._serial += 1

    def _open(self) -> BinaryIO:
        """Return the file of this name, with its first record where it is new."""
        path = self._folder / self.name
        is_new = not path.exists() or path.stat().st_size == 0
        if is_new:
            self._commit(self.name, 0)
        file = path.open("ab")
        if is_new:
            try:
                self._begin(file)
            except BaseException:
                _close(file)
                raise
        return file

    def _begin(self, file: BinaryIO) -> None:
        """Write a new file's first record, and have it known."""
        _append(file, [self._info()])
        file.flush()
        os.fdatasync(file.fileno())
        sync_folder(self._folder)
        self._commit(self.name, file.tell())

    def _info(self) -> WarcRecord:
        facts = {
            "software": f"Pullquote/{__version__}",
            "format": "WARC File Format 1.1",
            "isPartOf": self._job,
        }
        return make_info(self.name, facts)

    def write(self, exchange: Exchange) -> Original | None:
        """Append what came of a URL.

        Returns:
            What later copies of the answer refer to, None where they can't.

        Raises:
            StoreError: It can't be written.
        """
        with self._naming_errors():
            self._file = self._file or self._open()
            records, original = make_records(exchange)
            _append(self._file, records)
        return original

    @contextmanager
    def _naming_errors(self, folder: Path | None = None) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            path = folder or self._folder / self.name
            reason = f"{path}: {error.strerror or error}; free some space"
            is_full = error.errno in NO_ROOM
            raise (StoreFull if is_full else StoreError)(f"{reason}; run again to go on") from error

    def flush(self) -> tuple[str, int] | None:
        """Return (file name, length) after handing everything to the system, None before any.

        Raises:
            StoreError: It can't be written.
        """
        if self._file is None:
            return None
        with self._naming_errors():
            self._file.flush()
            name, size = self.name, self._file.tell()
            if size > MAX_FILE_BYTES:
                os.fdatasync(self._file.fileno())
                self._file.close()
                self._pass_on()
                self._file = None
        return name, size

    def sync(self) -> None:
        """Return when what was flushed outlasts a power cut; may run beside the crawl loop.

        Called before the database says that an answer is here: a commit that outlived its
        archive would name a length that is not there.

        Raises:
            StoreError: It can't be written.
        """
        if self._file is not None:
            with self._naming_errors():
                os.fdatasync(self._file.fileno())

    def close(self) -> None:
        """Close the file; what could not be written is beyond the committed length anyway."""
        if self._file is not None:
            _close(self._file)


def _close(file: BinaryIO) -> None:
    """Close a file, though what waits in its buffer can't be written."""
    with contextlib.suppress(OSError):
        file.close()


def _append(file: BinaryIO, records: Iterable[WarcRecord]) -> None:
    """Append records, a member each."""
    file.writelines(
        to_member(record.heads, record.body, is_packed=record.is_packed) for record in records
    )


def cut_to_committed(folder: Path, committed: Mapping[str, int]) -> None:
    """Cut archive files to the length that the database knows."""
    for name, size in committed.items():
        path = folder / name
        if path.exists() and path.stat().st_size > size:
            with path.open("rb+") as file:
                file.truncate(size)


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """One response of an archive, unpacked."""

    url: str
    status: int
    headers: Mapping[str, str]
    fetched_at: datetime
    content: bytes = field(repr=False)
    is_rendered: bool = False
    """Whether the content is what a browser made of the answer."""


def read_archive(path: Path) -> Iterator[ArchivedPage]:
    """Yield the responses of a WARC file (``.warc`` or ``.warc.gz``), in order.

    A page that was rendered comes as the browser left it. Answers that are kept in part are left
    out. A file cut off in the middle of a record gives the records before it.
    """
    from warcio.exceptions import ArchiveLoadFailed

    with path.open("rb") as file:
        try:
            for answer in iter_answers(file, _unpack):
                if answer.content is not None and answer.url and answer.date:
                    yield ArchivedPage(
                        url=answer.url,
                        status=answer.status,
                        headers=answer.headers,
                        fetched_at=datetime.fromisoformat(answer.date),
                        content=answer.content,
                        is_rendered=answer.is_rendered,
                    )
        except (ArchiveLoadFailed, EOFError, zlib.error, gzip.BadGzipFile):
            return


def _unpack(record: "ArcWarcRecord") -> bytes | None:
    """Return the body of an answer without its codings, None where they are broken."""
    packed = record.raw_stream.read()
    try:
        codings = [
            text for name, text in record.http_headers.headers if name.lower() == "content-encoding"
        ]
        return decode_body(packed, ", ".join(codings), _UNPACKED).content
    except (BadCoding, Bomb):
        return None
