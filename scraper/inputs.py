"""What ``pullquote extract`` is given: files, folders, archives, standard input.

Everything becomes a stream of ``SavedPage``; files are named here and read where they are
extracted, so that a pool of processes shares the reading. Addresses are left to the function
that the caller gives; nothing is fetched here.
"""

import gzip
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote, urljoin

from scraper.bundles import HAR_ENDINGS, WACZ_ENDINGS, open_wacz, read_har, unbundle
from scraper.errors import InputError
from scraper.page import Page, read_page
from scraper.warc import iter_answers

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

HTML_ENDINGS = (
    *(".html", ".htm", ".xhtml", ".html.gz", ".htm.gz", ".xhtml.gz"),
    *(".mhtml", ".mht", ".webarchive"),
)
"""Files that hold one page."""
WARC_ENDINGS = (".warc", ".warc.gz")

_MAX_BYTES = 64 * 2**20
"""Largest page that is read, unpacked: ten times the largest article page met in the wild."""

_REASON_CHARS = 120
_SNIFFED_BYTES = 64 * 2**10
_HTML = re.compile(
    rb"<\s*(?:!doctype\s+html|(?:html|head|body|title|meta|script|style|table|div|p|h[1-6]|a|br|ul"
    rb"|article|main|section|font|center|span|b|i)\b)",
    re.IGNORECASE,
)
"""A start tag of a page. Source: the tags that the WHATWG MIME Sniffing standard, section 7.1,
takes for HTML, and those that fragments begin with."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page to be extracted: its bytes, or the file that holds them."""

    name: str
    """What messages call it."""
    path: Path | None = None
    content: bytes = b""
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched_at: datetime | None = None
    status: int | None = None


def find_pages(
    arguments: Iterable[str],
    url: str | None = None,
    fetch: Callable[[str], SavedPage] | None = None,
) -> Iterator[SavedPage]:
    """Yield the pages that the arguments name, folders in the order of their paths.

    Args:
        arguments: Files, folders, addresses, or ``-`` for standard input; all are checked before
            the first page comes.
        url: Address of the page; for a folder the address that its paths are relative to.
        fetch: Gets the page of an address; None where addresses are not taken.

    Raises:
        InputError: An argument does not exist, or a folder holds nothing to read.
    """
    checked = [
        (argument, [] if argument == "-" or is_address(argument) else _find_files(Path(argument)))
        for argument in arguments
    ]
    for argument, files in checked:
        if argument == "-":
            yield SavedPage("standard input", content=sys.stdin.buffer.read(), url=url)
        elif is_address(argument):
            if fetch is None:
                raise InputError(f"{argument}: addresses are not taken here; save the page first")
            yield fetch(argument)
        for path in files:
            name = path.name.lower()
            if name.endswith(WARC_ENDINGS):
                yield from _read_warc(path)
            elif name.endswith(WACZ_ENDINGS):
                yield from _read_wacz(path)
            elif name.endswith(HAR_ENDINGS):
                yield from _read_har(path)
            else:
                yield SavedPage(str(path), path=path, url=address_of(url, path, Path(argument)))


def is_address(argument: str) -> bool:
    """Return whether an argument is a web address rather than a path."""
    return argument.lower().startswith(("http://", "https://"))


def _find_files(path: Path) -> list[Path]:
    """Return the files of a folder that can be read, or the one file."""
    if path.is_dir():
        endings = (*HTML_ENDINGS, *WARC_ENDINGS, *WACZ_ENDINGS, *HAR_ENDINGS)
        files = sorted(found for found in path.rglob("*") if found.name.lower().endswith(endings))
        if not files:
            raise InputError(
                f"{path} holds no HTML, MHTML, WARC, WACZ or HAR file; name a folder of saved pages"
            )
        return files
    if path.exists():
        return [path]
    scheme, colon, _ = str(path).partition(":/")
    if colon and scheme.isalpha():
        raise InputError(f"{scheme}: addresses can't be read; use http:// or https://")
    host = path.parts[0] if path.parts else ""
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", host.lower()) and not host.endswith(
        ".html"
    ):
        raise InputError(f"{path} does not exist; if it is an address, write https://{path}")
    raise InputError(f"{path} does not exist; name a file, a folder, an address, or - for stdin")


def address_of(url: str | None, path: Path, argument: Path) -> str | None:
    """Return the page's address: ``url`` itself, or below it where a folder was named."""
    if url is None or not argument.is_dir():
        return url
    return urljoin(url, quote(path.relative_to(argument).as_posix()))


def read_bytes(page: SavedPage) -> SavedPage:
    """Return the page with its bytes read and unpacked.

    Raises:
        InputError: The file can't be read, is too large or is no HTML.
    """
    content = page.content if page.path is None else _read_file(page.path)
    if len(content) > _MAX_BYTES:
        raise InputError(f"{page.name} is larger than {_MAX_BYTES // 2**20} MiB; it was left out")
    page = replace(page, content=content, path=None)
    try:
        inner = unbundle(content)
    except InputError as error:
        raise InputError(f"{page.name} is no HTML page: {error}") from error
    if inner is not None:
        page = replace(
            page,
            content=inner.content,
            url=page.url or inner.url,
            headers=inner.headers,
            fetched_at=page.fetched_at or inner.fetched_at,
        )
    if not looks_like_html(page.content):
        raise InputError(f"{page.name} is no HTML page: {_what_it_is(page.content)}")
    return page


def _what_it_is(content: bytes) -> str:
    """Return what bytes without a tag are, and what to do about it."""
    if not content.strip():
        return "it is empty; save the page again"
    if content.startswith(b"%PDF-"):
        return "it is a PDF, which is not read; name the web page about it, if there is one"
    if content.lstrip()[:1] in (b"{", b"["):
        return "it is JSON; records in JSON Lines are read by export, review and load"
    return "it has no tag; name a saved web page"


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            if file.read(2) == b"\x1f\x8b":
                file.seek(0)
                with gzip.open(file) as unpacked:
                    return unpacked.read(_MAX_BYTES + 1)
            file.seek(0)
            return file.read(_MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def to_page(saved: SavedPage) -> Page:
    """Return the page that saved bytes are."""
    return read_page(
        saved.content,
        url=saved.url,
        headers=saved.headers,
        fetched_at=saved.fetched_at,
        status=saved.status,
    )


def looks_like_html(content: bytes) -> bool:
    """Return whether a start tag stands in the first 64 KiB, in any charset."""
    start = content[:_SNIFFED_BYTES].replace(b"\0", b"")
    return _HTML.search(start) is not None


def _read_warc(path: Path) -> Iterator[SavedPage]:
    """Yield the pages of a WARC file; a damaged rest ends it with an error.

    Raises:
        InputError: The file is no WARC file, or damaged from some place on.
    """
    with naming_damage(str(path)), path.open("rb") as file:
        for _, page in read_warc_pages(file, str(path)):
            yield page


def _read_wacz(path: Path) -> Iterator[SavedPage]:
    """Yield the pages of all WARC files in a WACZ file.

    Raises:
        InputError: The file, or a WARC file in it, is damaged.
    """
    with open_wacz(path) as warcs:
        for name, file in warcs:
            with naming_damage(f"{path} ({name})"):
                for _, page in read_warc_pages(file, str(path)):
                    yield page


def _read_har(path: Path) -> Iterator[SavedPage]:
    for page in read_har(path, _MAX_BYTES):
        yield SavedPage(
            page.url or str(path),
            content=page.content,
            url=page.url,
            headers=page.headers,
            fetched_at=page.fetched_at,
            status=page.status,
        )


@contextmanager
def naming_damage(archive: str) -> Iterator[None]:
    """Turn what reading a WARC file raises into an ``InputError`` that names the file.

    Raises:
        InputError: The file can't be read, is no WARC file, or is damaged from some place on.
    """
    from warcio.exceptions import ArchiveLoadFailed

    try:
        yield
    except (ArchiveLoadFailed, OSError, EOFError, zlib.error, ValueError) as error:
        # The reason may quote the bytes that were met where a record was expected.
        reason = ascii(str(error)[:_REASON_CHARS])[1:-1]
        raise InputError(f"{archive} is damaged or no WARC file: {reason}") from error


def unpack_record(record: "ArcWarcRecord") -> bytes:
    """Return the unpacked body of a ``response`` record, up to one byte over the limit."""
    content: bytes = record.content_stream().read(_MAX_BYTES + 1)
    return content


def read_warc_pages(
    file: BinaryIO, name: str, unpack: "Callable[[ArcWarcRecord], bytes]" = unpack_record
) -> Iterator[tuple[int, SavedPage]]:
    """Yield (offset in bytes, page) of an open WARC file: complete HTML answers with status 200.

    Args:
        file: At the beginning of a record.
        name: What pages without an address are called.
        unpack: Returns the body of a record.

    Raises:
        ArchiveLoadFailed, EOFError, zlib.error: The file is damaged from here on.
    """
    for answer in iter_answers(file, unpack):
        is_html = "html" in answer.headers.get("content-type", "").lower()
        if answer.status == 200 and answer.content is not None and is_html:
            page = SavedPage(
                name=answer.url or name,
                content=answer.content,
                url=answer.url,
                headers=answer.headers,
                fetched_at=_parse_time(answer.date),
                status=200,
            )
            yield answer.offset, page


def _parse_time(text: str | None) -> datetime | None:
    try:
        when = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return when if when is None or when.tzinfo else None
