"""Members of a WARC file: one gzip member a record, as readers expect (WARC 1.1, annex D).

What a server sent packed does not become smaller by being packed again, only later: for 17 KB of
gzip that costs 0.4 ms. Such a body is stored in its member as it is, behind its packed headers.
"""

import struct
import zlib
from collections.abc import Iterator

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


def to_member(heads: bytes, body: bytes, *, is_packed: bool) -> bytes:
    """Return a gzip member that holds a record.

    Args:
        heads: Of the record, and of the message in it.
        is_packed: Whether the body is packed already, so that it is stored as it is.
    """
    split = len(heads) if is_packed else len(heads) + len(body)
    wbits, memory = _SMALL if split <= _SMALL_BYTES else _USUAL
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, wbits, memory)
    parts: list[bytes | memoryview] = [_HEAD, packer.compress(heads)]
    if is_packed and body:
        # A flush ends on a whole byte, so that stored blocks can follow (RFC 1951, 3.2.4).
        parts += [packer.flush(zlib.Z_SYNC_FLUSH), *_stored(memoryview(body))]
    else:
        parts += [packer.compress(body), packer.flush()]
    check = zlib.crc32(body, zlib.crc32(heads))
    parts.append(struct.pack("<II", check, (len(heads) + len(body)) & 0xFFFFFFFF))
    return b"".join(parts)


def _stored(data: memoryview) -> Iterator[bytes | memoryview]:
    """Yield the last blocks of a deflate stream that holds data as it is."""
    for start in range(0, len(data), _MOST_STORED):
        part = data[start : start + _MOST_STORED]
        is_last = start + len(part) == len(data)
        yield struct.pack("<BHH", is_last, len(part), len(part) ^ _MOST_STORED)
        yield part
