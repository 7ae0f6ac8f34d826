"""Reads the files in which browsers and recorders keep pages with what belongs to them.

One page: MHTML (RFC 2557; Chrome's and Edge's "Webpage, single file") and Safari's ``.webarchive``.
Many: HAR 1.2 (the network panel of any browser) and WACZ 1.1.1 (Browsertrix, ArchiveWeb.page).
Only the pages come out; pictures, styles and scripts are passed over.
"""

import binascii
import json
import plistlib
import zipfile
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from typing import BinaryIO, cast
from xml.parsers.expat import ExpatError

from scraper.errors import InputError
from scraper.http_date import read_http_date

HAR_ENDINGS = (".har",)
WACZ_ENDINGS = (".wacz",)

_HEAD_BYTES = 2048
_LARGEST_HAR = 512 * 2**20
"""JSON is read as a whole."""
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_PROPERTY_LISTS = (b"bplist00", b"<?xml")
_WARC_IN_ZIP = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True)
class Unbundled:
    """A page as it stood in a file with others."""

    content: bytes
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched_at: datetime | None = None
    status: int | None = None


def unbundle(content: bytes) -> Unbundled | None:
    """Return the page of an MHTML file or a ``.webarchive``, None where the bytes are neither.

    Raises:
        InputError: It is one of them, and holds no page or is damaged.
    """
    head = content[:_HEAD_BYTES]
    if head.startswith(_PROPERTY_LISTS[0]) or (
        head.startswith(_PROPERTY_LISTS[1]) and b"<!DOCTYPE plist" in head
    ):
        return _read_webarchive(content)
    if b"MIME-Version:" in head and b"multipart/related" in head and b"\n--" in content:
        try:
            return _read_mhtml(content)
        except RecursionError as error:
            raise InputError("it is MHTML with parts nested too deep") from error
    return None


def _read_mhtml(content: bytes) -> Unbundled:
    """Return the page of an MHTML file: the part that ``start`` names, else the first of HTML."""
    message = message_from_bytes(content)
    parts = [part for part in message.walk() if part.get_content_type() in _HTML_TYPES]
    start = message.get_param("start")
    if not parts:
        raise InputError("it is MHTML without a page; save the page again as HTML or MHTML")
    part = next((part for part in parts if start and part["Content-ID"] == start), parts[0])
    body = part.get_payload(decode=True)
    url = _address(part["Content-Location"]) or _address(message["Snapshot-Content-Location"])
    return Unbundled(
        body if isinstance(body, bytes) else b"",
        url,
        _typed(part.get_content_type(), part.get_content_charset()),
        read_http_date(message["Date"]),
    )


def _typed(kind: str, charset: str | None) -> dict[str, str]:
    return {"content-type": f"{kind}; charset={charset}" if charset else kind}


def _address(value: object) -> str | None:
    """Return a web address; frames and mails are located by ``cid:`` and file names."""
    text = "".join(str(value or "").split())
    return text if text.lower().startswith(("http://", "https://")) else None


def _read_webarchive(content: bytes) -> Unbundled:
    try:
        resource = plistlib.loads(content)["WebMainResource"]
        body = resource["WebResourceData"]
        kind = resource.get("WebResourceMIMEType", "text/html")
        url, charset = resource.get("WebResourceURL"), resource.get("WebResourceTextEncodingName")
    except (KeyError, TypeError, ValueError, AttributeError, ExpatError, OverflowError) as error:
        reason = "it is a property list without a page; save it again as a web archive or HTML"
        raise InputError(reason) from error
    if not isinstance(body, bytes) or kind not in _HTML_TYPES:
        raise InputError(f"it is a web archive of {str(kind)[:60]}, not of a page")
    return Unbundled(body, _address(url), _typed(kind, str(charset) if charset else None))


def read_har(path: Path, most_bytes: int) -> Iterator[Unbundled]:
    """Yield the pages of a HAR file: complete answers of HTML with status 200, in its order.

    Args:
        most_bytes: Longest answer that is read, in bytes.

    Raises:
        InputError: It can't be read, or is no HAR file.
    """
    try:
        if path.stat().st_size > _LARGEST_HAR:
            raise InputError(
                f"{path} is larger than {_LARGEST_HAR // 2**20} MiB; record less at once"
            )
        entries = json.loads(path.read_bytes())["log"]["entries"]
        for entry in entries:
            if page := _read_entry(entry, most_bytes):
                yield page
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{path} is no HAR file: {error!r}"[:300]) from error


def _read_entry(entry: Mapping[str, dict[str, object]], most_bytes: int) -> Unbundled | None:
    response, body = entry["response"], entry["response"]["content"]
    if not isinstance(body, dict) or response.get("status") != 200:
        return None
    kind = str(body.get("mimeType", "")).partition(";")[0].strip().lower()
    text = body.get("text")
    if kind not in _HTML_TYPES or not isinstance(text, str) or len(text) > 2 * most_bytes:
        return None
    is_coded = body.get("encoding") == "base64"
    try:
        content = b64decode(text) if is_coded else text.encode("utf-8", "replace")
    except binascii.Error:
        return None
    headers = _headers(response.get("headers"))
    if not is_coded:
        # The browser has decoded the text; what the server called its charset holds no more.
        headers["content-type"] = f"{kind}; charset=utf-8"
    url = _address(entry["request"].get("url"))
    return Unbundled(content, url, headers, _moment(entry.get("startedDateTime")), 200)


def _headers(listed: object) -> dict[str, str]:
    pairs = listed if isinstance(listed, list) else ()
    return {str(pair["name"]).lower(): str(pair["value"]) for pair in pairs}


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


@contextmanager
def open_wacz(path: Path) -> Iterator[Iterator[tuple[str, BinaryIO]]]:
    """Give the WARC files of a WACZ file, each with its name, open at its beginning.

    Raises:
        InputError: It is no ZIP file, or damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield _warcs(archive)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError(f"{path} is damaged or no WACZ file: {error}") from error


def _warcs(archive: zipfile.ZipFile) -> Iterator[tuple[str, BinaryIO]]:
    for name in archive.namelist():
        if name.startswith("archive/") and name.lower().endswith(_WARC_IN_ZIP):
            with archive.open(name) as file:
                yield name, cast(BinaryIO, file)
