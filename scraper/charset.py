"""Turns the bytes of a page into text.

The order is that of the WHATWG Encoding and HTML standards (byte order mark, transport header,
``meta``, sniffing), with one rule in front: bytes that are valid multi-byte UTF-8 are UTF-8,
whatever the label says, since text in another encoding practically never is.
"""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scraper.native import twin

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM_BYTES = tuple(bom for bom, _ in _BOMS)
_SLICE_BYTES = 32768
_META_PRESCAN_BYTES = 4096
"""WHATWG asks for 1024; real pages put long comments and styles in front."""
_SNIFFED_BYTES = 65536
_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.\-]{2,40})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.\-]{2,40})", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.I)
_TWICE_SIGN = re.compile(rb"\xc3[\x82-\xb4]\xc2[\x80-\x9f]")
"""In bytes: a Latin letter that begins a UTF-8 sequence, then a C1 control character."""
_TWICE = re.compile(
    "[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}"
)
_ISO_2022 = re.compile(rb"\x1b[$(]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a page and how it was decoded."""

    text: str
    charset: str
    source: str
    """``bom``, ``utf-8``, ``header``, ``meta``, ``sniffed`` or ``fallback``."""
    damaged: bool = False
    """Whether some bytes had to be replaced."""
    changed: bool = False
    """Whether the text is not just what the bytes say in ``charset``."""


def is_plain_utf8(content: bytes) -> bool:
    """Return whether bytes are UTF-8 that ``decode`` would give as it stands: most pages are."""
    if content.startswith(_BOM_BYTES):
        return False
    if b"\x1b" in content and _ISO_2022.search(content):
        return False
    return content.isascii() or _is_once_utf8(content)


def is_once_utf8(content: bytes) -> bool:
    """Return whether bytes are UTF-8 to the end, and show no sign of having been encoded twice.

    Their text is not needed in another form: so it is read in slices, none of which is kept.
    ``charset_c.pyx`` has the same for a compiler.
    """
    return not (b"\xc3" in content and _TWICE_SIGN.search(content)) and _is_valid(content)


_is_once_utf8 = twin(is_once_utf8)


def _is_valid(content: bytes) -> bool:
    """Return whether bytes are UTF-8 to the end."""
    size, read = len(content), 0
    view = memoryview(content)
    try:
        while read < size:
            # A slice may end within a character: the next one begins with it.
            end = read + _SLICE_BYTES
            read += codecs.utf_8_decode(view[read:end], "strict", end >= size)[1]
    except UnicodeDecodeError:
        return False
    return True


def decode(content: bytes, headers: Mapping[str, str] | None = None) -> Decoded:
    """Return the text of a page.

    Args:
        content: Bytes as sent, without content coding.
        headers: Response headers; only ``Content-Type`` is read, names in any case.

    Returns:
        The text; bytes that fit no candidate are replaced, never raised on.

    Source: WHATWG HTML, 13.2.3.2 "Determining the character encoding".
    """
    for bom, name in _BOMS:
        if content.startswith(bom):
            return _strictly(content[len(bom) :], name, "bom") or _loosely(
                content[len(bom) :], name, "bom"
            )
    escapes = b"\x1b" in content and _ISO_2022.search(content) is not None
    if not escapes and (found := _strictly(content, "utf-8", "utf-8")):
        if b"\xc3" not in content or not _TWICE_SIGN.search(content):
            return found
        return replace(found, text=_TWICE.sub(_once, found.text), changed=True)
    labels = _labels(content, headers)
    for name, source in labels:
        if found := _strictly(content, name, source):
            return found
    return _sniff(content, labels)


def _once(match: re.Match[str]) -> str:
    """Return a character that was encoded in UTF-8 twice.

    Content systems that read UTF-8 as Latin-1 leave C1 control characters behind, which no page
    means: an opening quotation mark becomes ``â`` and two of them.
    """
    try:
        return match.group().encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match.group()


def _labels(content: bytes, headers: Mapping[str, str] | None) -> list[tuple[str, str]]:
    """Return codec names that the page or its server states, most trusted first."""
    found: list[tuple[str, str]] = []
    for key, value in (headers or {}).items():
        if key.lower() == "content-type" and (match := _HEADER.search(value)):
            found.append((match.group(1), "header"))
    head = content[:_META_PRESCAN_BYTES]
    if match_bytes := _META.search(head) or _XML.search(head):
        found.append((match_bytes.group(1).decode("ascii"), "meta"))
    return [(codec, source) for label, source in found if (codec := _codec(label))]


def _codec(label: str) -> str | None:
    """Return Python's codec for a label, by the browsers' reading of it."""
    from w3lib.encoding import resolve_encoding

    name = resolve_encoding(label)
    if name in ("utf-16", "utf-16-le", "utf-16-be"):
        # A meta element that can be read as ASCII can't stand in UTF-16 text (WHATWG).
        return "utf-8"
    try:
        b"\xe9".decode(name or "", "replace")
    except (LookupError, UnicodeError):
        return None  # What Python calls by such a label is no charset: "base64", "hex", "idna".
    return name


def _strictly(content: bytes, codec: str, source: str) -> Decoded | None:
    try:
        return Decoded(content.decode(codec), codec, source)
    except (UnicodeDecodeError, LookupError):
        return None


def _loosely(content: bytes, codec: str, source: str) -> Decoded:
    return Decoded(content.decode(codec, "replace"), codec, source, damaged=True)


def _sniff(content: bytes, labels: list[tuple[str, str]]) -> Decoded:
    """Return the text of bytes whose label is missing or does not fit."""
    utf8 = content.decode("utf-8", "replace")
    broken = utf8.count("\ufffd")
    multibyte = sum(1 for byte in content[:_SNIFFED_BYTES] if byte >= 0xC2)
    if broken * 20 < multibyte:
        # UTF-8 with a few damaged places: a cut-off body, or snippets pasted from elsewhere.
        return Decoded(utf8, "utf-8", "utf-8", damaged=True, changed=True)
    for name, source in labels:
        loose = _loosely(content, name, source)
        if loose.text.count("\ufffd") * 1000 < len(loose.text):
            return loose
    import chardet

    guess = chardet.detect(_without_markup(content))["encoding"]
    codec = _codec(guess) if guess else None
    if codec and (found := _strictly(content, codec, "sniffed")):
        return found
    if codec and codec != "ascii":
        return _loosely(content, codec, "sniffed")
    return Decoded(content.decode("windows-1252", "replace"), "windows-1252", "fallback")


def _without_markup(content: bytes) -> bytes:
    """Return the part of a page that tells most about its encoding: lines with high bytes."""
    lines = [line for line in content.splitlines() if not line.isascii()]
    return b"\n".join(lines)[:_SNIFFED_BYTES]
