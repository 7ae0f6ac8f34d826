"""Saved pages with the records they should give, and how a record differs from what is expected.

A fixture is ``<site>/<page>.html`` beside ``<page>.json``, the record in a form made for reading
and reviewing: absent fields are left out, the body is a list of paragraphs, and what changes
from run to run (times, versions, confidences, offsets) is not in it.
"""

import gzip
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from schemas import Article, Block
from scraper.errors import ExportError, InputError
from scraper.extract import extract
from scraper.page import read_page
from scraper.sites import SiteParsers

Expected = dict[str, object]
"""A record as ``to_expected`` writes it; parsed JSON."""

_PAGE_ENDINGS = (".html", ".htm", ".html.gz", ".htm.gz")
_VOLATILE = set(
    "content_hash duplicate_of evidence extractor_version fetched_at http_status warnings".split()
)
_VOLATILE_PARTS = {
    "quotes": set("confidence end fragment_url prefix speaker_confidence start suffix".split()),
    "citations": {"end", "start"},
    "references": {"where"},
    "links": {"end", "start"},
}
"""Offsets follow from the body and are checked as an invariant, confidences and places move
with every better rule: a fixture that held them would fail without anything being wrong."""

_MEND_IT = "mend it, or delete it and write a new one with --update"
"""Not written over unasked: the address of the page may stand in it alone."""

_BLOCK_CHARS = 60
"""Length of the text by which a block is recognised in a fixture; the body holds all of it."""


@dataclass(frozen=True, slots=True)
class FieldResult:
    """How one field of a record compares with what is expected.

    ``lost`` is expected and absent, ``new`` is found and not expected.
    """

    field: str
    status: Literal["same", "changed", "lost", "new"]
    expected: object
    actual: object


@dataclass(frozen=True, slots=True)
class Fixture:
    """One saved page and the file of its expected record, which may be missing."""

    name: str
    page: Path
    record: Path

    def read_expected(self) -> Expected | None:
        """Return the expected record, None where there is none yet.

        Raises:
            InputError: The file is no JSON object.
        """
        if not self.record.exists():
            return None
        try:
            data = json.loads(self.record.read_text(encoding="utf-8"))
        except ValueError as error:
            raise InputError(f"{self.record} is no JSON: {error}; {_MEND_IT}") from error
        if not isinstance(data, dict):
            raise InputError(f"{self.record} holds no JSON object; {_MEND_IT}")
        return data

    def extract(self, sites: SiteParsers | None = None) -> Article:
        """Return the record that the page gives today."""
        expected = self.read_expected() or {}
        url = expected.get("url")
        page = read_page(read_content(self.page), url=url if isinstance(url, str) else None)
        return extract(page, sites=sites)

    def check(self, sites: SiteParsers | None = None) -> tuple[Article, list[FieldResult]]:
        """Return the record that the page gives today, and how its fields compare.

        Raises:
            InputError: The expected record is no JSON object.
        """
        record = self.extract(sites)
        return record, compare(self.read_expected() or {}, to_expected(record))

    def write_expected(self, record: Article, fields: Collection[str] | None = None) -> None:
        """Make ``record`` the expected one, or only some fields of it.

        Raises:
            ExportError: The file can't be written.
        """
        data = to_expected(record)
        old = self.read_expected() if fields else None
        if old is not None and fields:
            data = {
                name: (data if name in fields else old).get(name) for name in Article.model_fields
            }
            data = {name: value for name, value in data.items() if value is not None}
        text = json.dumps(data, ensure_ascii=False, indent=2)
        try:
            self.record.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise ExportError(f"cannot write {self.record}: {error.strerror}") from error


def find_fixtures(folder: Path) -> list[Fixture]:
    """Return the fixtures below a folder, in the order of their names; or that of one page.

    Raises:
        InputError: There is no such folder, or no page in it.
    """
    if folder.is_file() and folder.name.endswith(_PAGE_ENDINGS):
        return [_to_fixture(folder, folder.parent)]
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder; name the one that holds your fixtures")
    pages = [path for path in folder.rglob("*") if path.name.endswith(_PAGE_ENDINGS)]
    if not pages:
        raise InputError(f"{folder} holds no .html page; save one with: pullquote fixtures add")
    return sorted((_to_fixture(page, folder) for page in pages), key=lambda found: found.name)


def _to_fixture(page: Path, folder: Path) -> Fixture:
    stem = re.sub(r"\.html?(\.gz)?$", "", page.name)
    return Fixture(
        name=(page.parent / stem).relative_to(folder).as_posix(),
        page=page,
        record=page.with_name(f"{stem}.json"),
    )


def read_content(path: Path) -> bytes:
    """Return a page's bytes, unpacked where the file is gzipped."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def to_expected(record: Article) -> Expected:
    """Return a record in the form that fixtures keep."""
    data = record.model_dump(mode="json", exclude_defaults=True, exclude=_VOLATILE)
    for field, dropped in _VOLATILE_PARTS.items():
        if field in data:
            data[field] = [
                {key: value for key, value in entry.items() if key not in dropped}
                for entry in data[field]
            ]
    for quote in data.get("quotes", []):
        if "parts" in quote:
            quote["parts"] = [part["text"] for part in quote["parts"]]
    if "body" in data:
        data["body"] = record.body.split("\n\n")
    if "blocks" in data:
        data["blocks"] = [_describe(block) for block in record.blocks]
    if record.page_type:
        data["page_type"] = record.page_type.kind
    return data


def _describe(block: Block) -> str:
    """Return ``heading 2: What happens next``, enough to recognise a block."""
    numbers = [str(number) for number in (block.level, block.ordinal) if number is not None]
    text = " ".join(block.text.split())
    if len(text) > _BLOCK_CHARS:
        text = text[:_BLOCK_CHARS].rstrip() + "…"
    return f"{' '.join([block.kind, *numbers])}: {text}"


def compare(expected: Expected, actual: Expected) -> list[FieldResult]:
    """Return every field that either record has, in the order of the model."""
    names = [name for name in Article.model_fields if name in expected or name in actual]
    names += [name for name in expected if name not in Article.model_fields]
    return [_compare_field(name, expected, actual) for name in names]


def _compare_field(name: str, expected: Expected, actual: Expected) -> FieldResult:
    if name not in expected:
        return FieldResult(name, "new", None, actual[name])
    if name not in actual:
        return FieldResult(name, "lost", expected[name], None)
    status: Literal["same", "changed"] = "same" if expected[name] == actual[name] else "changed"
    return FieldResult(name, status, expected[name], actual[name])


def add_fixture(
    folder: Path,
    content: bytes,
    url: str | None,
    name: str | None = None,
    sites: SiteParsers | None = None,
) -> tuple[Fixture, Article]:
    """Save a page and the record that it gives today.

    Args:
        folder: The folder of all fixtures; made if missing.
        content: The page's bytes, saved as they are.
        url: Address of the page; without it the one that the page calls its own is taken.
        name: ``site/page``; without it host and last part of the path.

    Raises:
        InputError: A fixture of that name is there, or nothing says what to call it.
        ExportError: The files can't be written.
    """
    record = extract(read_page(content, url=url), sites=sites)
    if url is None and record.canonical_url:
        record = extract(read_page(content, url=record.canonical_url), sites=sites)
    name = name or _name_from(record.url)
    if name is None:
        raise InputError("nothing says what to call the fixture; give --name site/page or --url")
    fixture = Fixture(name, folder / f"{name}.html", folder / f"{name}.json")
    if fixture.page.exists():
        raise InputError(f"{fixture.page} is there already; give another --name")
    try:
        fixture.page.parent.mkdir(parents=True, exist_ok=True)
        fixture.page.write_bytes(content)
    except OSError as error:
        raise ExportError(f"cannot write {fixture.page}: {error.strerror}") from error
    fixture.write_expected(record)
    return fixture, record


def _name_from(url: str | None) -> str | None:
    if not url:
        return None
    parts = urlsplit(url)
    site = (parts.hostname or "site").removeprefix("www.").replace(".", "-")
    words = [_slug(part) for part in parts.path.split("/")]
    return f"{site}/{next((word for word in reversed(words) if word), 'home')}"


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", re.sub(r"\.\w{2,5}$", "", text)).strip("-").lower()
