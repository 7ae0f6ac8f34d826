"""Members of a WARC file: one gzip member a record, as readers expect (WARC 1.1, annex D).

What a server sent packed does not become smaller by being packed again, only later: for 17 KB of
gzip that costs 0.4 ms. Such a body is stored in its member as it is, behind its packed headers.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Of a gzip member without name and time (RFC 1952, 2.3)."""
_LEVEL = 9
_SMALL_BYTES = 1 << 12
"""Records up to this are packed with a window of their size and little memory: zlib's usual 268 KiB
are mapped and given back for each of them, which takes three times as long as the packing."""
_SMALL = (-12, 5)
_USUAL = (-zlib.MAX_WBITS, 8)
_MOST_STORED = 0xFFFF
"""Bytes in a stored block (RFC 1951, 3.2.4)."""
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
    split = len(content)
    if heads is not None:
        split = 0
        for _ in range(heads):
            end = content.find(_HEADS_END, split)
            split = len(content) if end < 0 else end + len(_HEADS_END)
    wbits, memory = _SMALL if split <= _SMALL_BYTES else _USUAL
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, wbits, memory)
    body = memoryview(content)
    parts: list[bytes | memoryview] = [_HEAD, packer.compress(body[:split])]
    if split == len(content):
        parts.append(packer.flush())
    else:
        # A flush ends on a whole byte, so that stored blocks can follow (RFC 1951, 3.2.4).
        parts += [packer.flush(zlib.Z_SYNC_FLUSH), *_stored(body[split:])]
    parts.append(struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF))
    return b"".join(parts)


def _stored(data: memoryview) -> Iterator[bytes | memoryview]:
    """Yield the last blocks of a deflate stream that holds data as it is."""
    for start in range(0, len(data), _MOST_STORED):
        part = data[start : start + _MOST_STORED]
        is_last = start + len(part) == len(data)
        yield struct.pack("<BHH", is_last, len(part), len(part) ^ _MOST_STORED)
        yield part
