"""Reads the answers of WARC files; a page that was rendered comes as the browser left it.

Source: ISO 28500:2017 (WARC 1.1). A ``conversion`` to HTML that refers to the answer before it
is what a browser made of that answer, and stands for it.
"""

import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

_RENDERED_TYPE = "text/html; charset=utf-8"
_FRAMING = frozenset({"content-encoding", "content-length", "transfer-encoding"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a WARC file, unpacked."""

    url: str | None
    date: str | None
    """``WARC-Date``, ISO 8601."""
    status: int
    """HTTP status; 0 where the status line has none."""
    headers: Mapping[str, str]
    """Names in lower case; values of repeated names joined by a comma, as a crawl reads them."""
    content: bytes | None = field(repr=False)
    """None where it can't be unpacked or is kept in part."""
    offset: int = 0
    """Where its record begins in the file, in bytes."""
    record_id: str | None = None
    is_rendered: bool = False


def iter_answers(
    file: BinaryIO, unpack: "Callable[[ArcWarcRecord], bytes | None]"
) -> Iterator[Answer]:
    """Yield the answers of an open WARC file, in order.

    Args:
        file: ``.warc`` or ``.warc.gz``, at the beginning of a record.
        unpack: Returns the body of a ``response`` record, None where there is none to be had.

    Raises:
        ArchiveLoadFailed, EOFError, zlib.error: The file is damaged from here on.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    held: Answer | None = None
    try:
        records = ArchiveIterator(file)
        for record in _sound(records):
            if record.rec_type == "conversion" and held is not None and _is_of(record, held):
                held = _rendered(held, record.raw_stream.read())
            elif record.rec_type == "response" and record.http_headers is not None:
                if held is not None:
                    yield held
                held = _to_answer(record, records.offset, unpack)
    except (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError):
        if held is not None:
            yield held
        raise
    if held is not None:
        yield held
    if file.seekable() and records.offset < file.seek(0, io.SEEK_END):
        # What can't be unpacked at all is taken for the end of the file.
        raise EOFError("a record is cut off, or is none")


def _sound(records: "ArchiveIterator") -> "Iterator[ArcWarcRecord]":
    """Yield records; warcio meets a head that is cut off with errors of its own code."""
    from warcio.exceptions import ArchiveLoadFailed

    try:
        yield from records
    except (AttributeError, TypeError) as error:
        raise ArchiveLoadFailed("the head of a record is cut off") from error


def _is_of(record: "ArcWarcRecord", held: Answer) -> bool:
    """Return whether a conversion is what a browser made of an answer."""
    headers = record.rec_headers
    refers_to = headers.get_header("WARC-Refers-To")
    kind = headers.get_header("Content-Type") or ""
    return refers_to is not None and refers_to == held.record_id and kind.startswith("text/html")


def _rendered(answer: Answer, content: bytes) -> Answer:
    headers = to_rendered_headers(answer.headers)
    return replace(answer, headers=headers, content=content, is_rendered=True)


def to_rendered_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers that a rendered page is read with: its answer's, for HTML in UTF-8."""
    kept = {name: text for name, text in headers.items() if name not in _FRAMING}
    return kept | {"content-type": _RENDERED_TYPE}


def _to_answer(
    record: "ArcWarcRecord", offset: int, unpack: "Callable[[ArcWarcRecord], bytes | None]"
) -> Answer:
    status = record.http_headers.get_statuscode()
    is_whole = record.rec_headers.get_header("WARC-Truncated") is None
    return Answer(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        date=record.rec_headers.get_header("WARC-Date"),
        status=int(status) if status.isdecimal() else 0,
        headers=_merged(record.http_headers.headers),
        content=unpack(record) if is_whole else None,
        offset=offset,
        record_id=record.rec_headers.get_header("WARC-Record-ID"),
    )


def _merged(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return headers by name (RFC 9110, 5.3): servers send ``Link`` and ``X-Robots-Tag`` often."""
    merged: dict[str, str] = {}
    for raw_name, text in pairs:
        name = raw_name.lower()
        merged[name] = f"{merged[name]}, {text}" if name in merged else text
    return merged
