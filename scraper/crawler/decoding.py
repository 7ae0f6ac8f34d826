"""Unpacks content codings piece by piece, within limits that no body can get past.

Every decoder is asked for a bounded piece at a time, so that a bomb is noticed after one piece
and not after a gigabyte. gzip may have several members (RFC 1952, 2.2), ``deflate`` comes with
and without its zlib frame (RFC 9110, 8.4.1.2, and what servers send), a body that ends in the
middle of a stream is said to be cut. brotli and zstd are offered where their modules are there.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

PIECE_BYTES = 1 << 18
"""Most that a decoder gives out at a time."""
STEP_BYTES = 1 << 14
"""Packed bytes looked at between two checks of the budget."""
MAX_CODINGS = 3
"""``Content-Encoding`` may be a list; more than this many is never honest."""
_RATIO_FREE_BYTES = 1 << 20
"""Bodies that unpack to less are never called bombs: small pages of spaces pack very well."""


class BadCoding(Exception):
    """The body is not what its coding says."""


class Bomb(Exception):
    """The body unpacks to more than the limits allow."""

    def __init__(self, message: str, *, by_ratio: bool) -> None:
        super().__init__(message)
        self.by_ratio = by_ratio


@dataclass(frozen=True, slots=True)
class Budget:
    """What a body may unpack to."""

    max_bytes: int
    max_ratio: float

    def check(self, packed: int, unpacked: int) -> None:
        """Raise where ``unpacked`` bytes from ``packed`` are too many.

        Raises:
            Bomb: Size or ratio is over its limit.
        """
        if unpacked > _RATIO_FREE_BYTES and unpacked > packed * self.max_ratio:
            message = f"{packed} bytes unpacked to more than {unpacked}: a decompression bomb"
            raise Bomb(message, by_ratio=True)
        if unpacked > self.max_bytes:
            message = f"the body unpacks to more than the limit of {self.max_bytes} bytes"
            raise Bomb(message, by_ratio=False)


class Decoder(Protocol):
    """One coding: bytes in, pieces of at most about ``PIECE_BYTES`` out."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what ``data`` unpacks to."""

    def is_complete(self) -> bool:
        """Return whether the stream may end here."""


class Gzip:
    """gzip with any number of members; junk after a complete member is dropped."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._members = 0
        self._fresh = True
        self._ended = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what ``data`` unpacks to."""
        while data and not self._ended:
            if self._fresh and self._members and not data.startswith(b"\x1f"):
                # Servers pad with zeros or append a stray answer; browsers drop both.
                self._ended = True
                return
            self._fresh = False
            yield self._inflated(data)
            data = self._inflate.unconsumed_tail
            if self._inflate.eof:
                data = self._inflate.unused_data
                self._members += 1
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
                self._fresh = True

    def _inflated(self, data: bytes) -> bytes:
        try:
            return self._inflate.decompress(data, PIECE_BYTES)
        except zlib.error as error:
            if self._members and not self._fresh:
                self._ended = True
                return b""
            raise BadCoding(f"gzip: {error}") from error

    def is_complete(self) -> bool:
        """Return whether at least one member is whole and none is open."""
        return self._ended or (self._fresh and self._members > 0)


class Deflate:
    """deflate, with or without the zlib frame."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj()
        self._head = b""
        self._is_chosen = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what ``data`` unpacks to."""
        if not self._is_chosen:
            self._head += data
            if len(self._head) < 2:
                return
            data, self._is_chosen = self._head, True
            # A zlib frame begins with CM = 8 and a header that 31 divides (RFC 1950, 2.2).
            if data[0] & 0x0F != 8 or int.from_bytes(data[:2], "big") % 31:
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        while data and not self._inflate.eof:
            try:
                yield self._inflate.decompress(data, PIECE_BYTES)
            except zlib.error as error:
                raise BadCoding(f"deflate: {error}") from error
            data = self._inflate.unconsumed_tail

    def is_complete(self) -> bool:
        """Return whether the stream has reached its end mark."""
        return self._inflate.eof


class Brotli:
    """brotli (RFC 7932), where the ``brotli`` module can be asked for bounded pieces."""

    def __init__(self) -> None:
        import brotli

        self._decoder = brotli.Decompressor()
        self._error: type[Exception] = brotli.error

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what ``data`` unpacks to."""
        try:
            piece = self._decoder.process(data, output_buffer_limit=PIECE_BYTES)
            yield piece
            # A few packed bytes may be swallowed whole and still have megabytes to give.
            while piece or not self._decoder.can_accept_more_data():
                piece = self._decoder.process(b"", output_buffer_limit=PIECE_BYTES)
                yield piece
        except self._error as error:
            raise BadCoding(f"brotli: {error}") from error

    def is_complete(self) -> bool:
        """Return whether the stream has reached its end."""
        return bool(self._decoder.is_finished())


class Zstandard:
    """zstd (RFC 8878) with windows of at most 8 MiB, as RFC 9659 asks of HTTP."""

    _STEP_BYTES = 128
    """zstd's decoder has no output limit: so little goes in at a time that a piece is at most
    about 4 MiB (a block of 128 KiB takes at least 4 bytes)."""

    def __init__(self) -> None:
        import zstandard

        self._make = zstandard.ZstdDecompressor(max_window_size=1 << 23).decompressobj
        self._decoder = self._make()
        self._error: type[Exception] = zstandard.ZstdError
        self._frames = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what ``data`` unpacks to."""
        for start in range(0, len(data), self._STEP_BYTES):
            rest = data[start : start + self._STEP_BYTES]
            while rest:
                try:
                    yield self._decoder.decompress(rest)
                except self._error as error:
                    raise BadCoding(f"zstd: {error}") from error
                rest = b""
                if self._decoder.eof:
                    rest = self._decoder.unused_data
                    self._frames += 1
                    self._decoder = self._make()

    def is_complete(self) -> bool:
        """Return whether a frame has ended."""
        return self._frames > 0


def _has_bounded_brotli() -> bool:
    """Return whether brotli is there in a version that can stop (1.2 and later)."""
    try:
        import brotli
    except ImportError:
        return False
    return hasattr(brotli.Decompressor, "can_accept_more_data")


def _has_zstandard() -> bool:
    try:
        import zstandard  # noqa: F401 - optional
    except ImportError:
        return False
    return True


def known_codings() -> dict[str, Callable[[], Decoder]]:
    """Return coding name → decoder, in the order in which they are offered."""
    codings: dict[str, Callable[[], Decoder]] = {"gzip": Gzip, "deflate": Deflate}
    if _has_bounded_brotli():
        codings["br"] = Brotli
    if _has_zstandard():
        codings["zstd"] = Zstandard
    return codings


_OPTIONAL = dict.fromkeys(("br", "zstd"), " (the extra 'codings' of this package reads it)")
"""Coding → how to read it, where that is left to an extra."""
CODINGS = known_codings()
ACCEPT_ENCODING = ", ".join(CODINGS)
"""The value of ``Accept-Encoding`` that asks for exactly what can be unpacked."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """An unpacked body."""

    content: bytes
    is_cut: bool
    """Whether it ended before its stream did."""


def parse_codings(header: str | None) -> list[str]:
    """Return the codings of a ``Content-Encoding`` in the order in which they were applied.

    Raises:
        BadCoding: A coding is unknown, or there are too many.
    """
    names = [name.strip().lower() for name in (header or "").split(",")]
    names = [name.removeprefix("x-") for name in names if name and name != "identity"]
    if len(names) > MAX_CODINGS:
        raise BadCoding(f"{len(names)} codings on top of each other")
    for name in names:
        if name not in CODINGS:
            raise BadCoding(f"unknown coding {name!r}{_OPTIONAL.get(name, '')}")
    return names


def decode_body(packed: bytes, header: str | None, budget: Budget) -> Decoded:
    """Return a body without its content codings.

    Args:
        packed: The body as sent.
        header: Value of ``Content-Encoding``.
        budget: What it may unpack to.

    Raises:
        BadCoding: The body is broken or its coding unknown.
        Bomb: It unpacks to more than the budget.
    """
    content, is_cut = packed, False
    for name in reversed(parse_codings(header)):
        if not content:
            break
        if name in ("gzip", "deflate") and _is_plain(content):
            # Behind some proxies the header stays when the coding is gone.
            continue
        step = _decode_one(content, CODINGS[name](), budget, len(packed))
        content, is_cut = step.content, is_cut or step.is_cut
    return Decoded(content, is_cut)


def _is_plain(content: bytes) -> bool:
    """Return whether bytes are obviously text, in spite of what their header says."""
    head = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<rss", b"<feed"))


def _decode_one(packed: bytes, decoder: Decoder, budget: Budget, wire_bytes: int) -> Decoded:
    pieces: list[bytes] = []
    unpacked = 0
    view = memoryview(packed)
    for start in range(0, len(packed), STEP_BYTES):
        read = min(start + STEP_BYTES, len(packed))
        # Under several codings the ratio is taken to what came over the wire for this part.
        wire_read = max(1, wire_bytes * read // len(packed))
        for piece in decoder.feed(bytes(view[start:read])):
            unpacked += len(piece)
            budget.check(wire_read, unpacked)
            pieces.append(piece)
    return Decoded(b"".join(pieces), not decoder.is_complete())


def gunzip(packed: bytes, budget: Budget) -> Decoded:
    """Return a ``.gz`` file's content, as ``decode_body`` does for the coding.

    Raises:
        BadCoding: It is no gzip.
        Bomb: It unpacks to more than the budget.
    """
    return _decode_one(packed, Gzip(), budget, len(packed))
