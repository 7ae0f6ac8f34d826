"""WARC 1.1 files of what the servers sent, and reading them back.

A file grows only with the database: its committed length is written in the same transaction as
the fetches it holds, and what stands beyond after a crash is cut off. So the archive has exactly
what the database knows. Bodies are kept as sent, with their content codings.
"""

import contextlib
import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from scraper.crawler.decoding import BadCoding, Bomb, Budget, decode_body
from scraper.crawler.response import Response
from scraper.errors import StoreError
from scraper.version import __version__

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord
    from warcio.warcwriter import WARCWriter

MAX_FILE_BYTES = 1 << 30
"""A new file is begun beyond this, as archives recommend."""
_UNPACKED = Budget(max_bytes=64 << 20, max_ratio=1000)


class Archive:
    """The archive of a job, open for writing.

    Args:
        folder: Where the files stand; made if missing.
        job: Name of the job, for file names and ``warcinfo``.
        run: Number of the run, for file names.
        committed: File name → length that the database knows.
    """

    def __init__(self, folder: Path, job: str, run: int, committed: Mapping[str, int]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._job = job
        self._prefix = f"{job}-{run:05d}"
        cut_to_committed(folder, committed)
        names = [name for name in committed if name.startswith(self._prefix)]
        self._serial = max(len(names), 1)
        with self._naming_errors():
            self._file = self._open()

    @property
    def name(self) -> str:
        """Name of the file that is written to."""
        return f"{self._prefix}-{self._serial:03d}.warc.gz"

    def _open(self) -> BinaryIO:
        path = self._folder / self.name
        is_new = not path.exists() or path.stat().st_size == 0
        file = path.open("ab")
        self._writer = _new_writer(file)
        if is_new:
            self._write_info()
        return file

    def _write_info(self) -> None:
        info = {
            "software": f"Pullquote/{__version__}",
            "format": "WARC File Format 1.1",
            "isPartOf": self._job,
        }
        self._writer.write_record(self._writer.create_warcinfo_record(self.name, info))

    def write(self, response: Response) -> None:
        """Append a response with its request; a 304 becomes a ``revisit`` record.

        Raises:
            StoreError: It can't be written.
        """
        with self._naming_errors():
            self._write(response)

    @contextmanager
    def _naming_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            path = self._folder / self.name
            reason = f"{path}: {error.strerror or error}; free some space"
            raise StoreError(f"{reason}; run again to go on") from error

    def _write(self, response: Response) -> None:
        from warcio.statusandheaders import StatusAndHeaders

        moment = response.arrived_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        common = {"WARC-Date": moment}
        if response.ip:
            common["WARC-IP-Address"] = response.ip
        kind = "revisit" if response.status == 304 else "response"
        fields = dict(common)
        if kind == "revisit":
            fields["WARC-Profile"] = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
        protocol, _, rest = _lines(response.raw_head)[0].partition(" ")
        answer = self._writer.create_warc_record(
            response.url,
            kind,
            payload=io.BytesIO(response.packed),
            length=len(response.packed),
            http_headers=StatusAndHeaders(rest, _pairs(response.raw_head), protocol=protocol),
            warc_headers_dict=fields,
        )
        verb = _lines(response.raw_request)[0]
        request = self._writer.create_warc_record(
            response.url,
            "request",
            http_headers=StatusAndHeaders(verb, _pairs(response.raw_request), is_http_request=True),
            warc_headers_dict=dict(common),
        )
        self._writer.write_request_response_pair(request, answer)

    def flush(self) -> tuple[str, int]:
        """Return (file name, length) after handing everything to the system.

        Raises:
            StoreError: It can't be written.
        """
        with self._naming_errors():
            self._file.flush()
        name, size = self.name, self._file.tell()
        if size > MAX_FILE_BYTES:
            self._file.close()
            self._serial += 1
            self._file = self._open()
        return name, size

    def close(self) -> None:
        """Close the file; what could not be written is beyond the committed length anyway."""
        with contextlib.suppress(OSError):
            self._file.close()


def _new_writer(file: BinaryIO) -> "WARCWriter":
    from warcio.warcwriter import WARCWriter

    return WARCWriter(file, gzip=True, warc_version="1.1")


def cut_to_committed(folder: Path, committed: Mapping[str, int]) -> None:
    """Cut archive files to the length that the database knows."""
    for name, size in committed.items():
        path = folder / name
        if path.exists() and path.stat().st_size > size:
            with path.open("rb+") as file:
                file.truncate(size)


def _lines(head: bytes) -> list[str]:
    return head.decode("latin-1").rstrip("\r\n").split("\r\n")


def _pairs(head: bytes) -> list[tuple[str, str]]:
    """Return the headers of a message, without the framing that was undone on the way."""
    pairs = []
    for line in _lines(head)[1:]:
        name, _, value = line.partition(":")
        if name.lower() != "transfer-encoding":
            pairs.append((name, value.strip()))
    return pairs


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """One response of an archive, unpacked."""

    url: str
    status: int
    headers: Mapping[str, str]
    fetched_at: datetime
    content: bytes = field(repr=False)


def read_archive(path: Path) -> Iterator[ArchivedPage]:
    """Yield the responses of a WARC file (``.warc`` or ``.warc.gz``), in order.

    A file cut off in the middle of a record gives the records before it.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file):
                if record.rec_type == "response" and record.http_headers is not None:
                    page = _to_page(record)
                    if page is not None:
                        yield page
        except (ArchiveLoadFailed, EOFError, zlib.error, gzip.BadGzipFile):
            return


def _to_page(record: "ArcWarcRecord") -> ArchivedPage | None:
    headers: dict[str, str] = {}
    for name, value in record.http_headers.headers:
        headers[name.lower()] = value
    status = record.http_headers.get_statuscode()
    packed = record.raw_stream.read()
    try:
        content = decode_body(packed, headers.get("content-encoding"), _UNPACKED).content
    except (BadCoding, Bomb):
        return None
    moment = record.rec_headers.get_header("WARC-Date").replace("Z", "+00:00")
    return ArchivedPage(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        status=int(status) if status.isdecimal() else 0,
        headers=headers,
        fetched_at=datetime.fromisoformat(moment),
        content=content,
    )
