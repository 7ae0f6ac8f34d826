"""Members of a WARC file: one gzip member a record, as readers expect (WARC 1.1, annex D).

What a server sent packed does not become smaller by being packed again, only later: for 17 KB of
gzip that costs 0.4 ms. Such a body is stored in its member as it is, behind its packed headers.
"""

import gzip
import struct
import zlib
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Of a gzip member without name and time (RFC 1952, 2.3)."""
_LEVEL = 9
_HEADS_END = b"\r\n\r\n"


class Members:
    """A file for warcio's writer that has no packing of its own.

    Args:
        file: Where members are appended.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        """Take a part of the record in hand."""
        self._parts.append(part)
        return len(part)

    def flush(self) -> None:
        """Do nothing: a member is written when its record ends."""

    def end(self, record: "ArcWarcRecord") -> None:
        """Append the record in hand as a member.

        Raises:
            OSError: It can't be written.
        """
        content = b"".join(self._parts)
        self._parts.clear()
        self._file.write(to_member(content, heads=2 if is_packed(record) else None))


def is_packed(record: "ArcWarcRecord") -> bool:
    """Return whether the body of a record is packed already."""
    headers = record.http_headers
    coding = headers.get_header("Content-Encoding") if headers else None
    return coding is not None and coding.strip().lower() not in ("", "identity")


def to_member(content: bytes, heads: int | None = None) -> bytes:
    """Return a gzip member that holds a record.

    Args:
        content: The record.
        heads: Heads behind which the rest is stored as it is; None to pack all of it.
    """
    if heads is None:
        return gzip.compress(content, _LEVEL, mtime=0)
    split = 0
    for _ in range(heads):
        end = content.find(_HEADS_END, split)
        split = len(content) if end < 0 else end + len(_HEADS_END)
    head = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    rest = zlib.compressobj(0, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = memoryview(content)
    return b"".join(
        (
            _HEAD,
            head.compress(body[:split]),
            # A full flush ends on a whole byte, so that another stream can follow (RFC 1951, 2.3).
            head.flush(zlib.Z_FULL_FLUSH),
            rest.compress(body[split:]),
            rest.flush(),
            struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF),
        )
    )
