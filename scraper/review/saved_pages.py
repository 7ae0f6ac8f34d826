"""Where the saved page of each record is: in the job's archive, or among given files.

The index keeps, for each address, the file and the first byte of the latest answer; archives are
read on from where they ended the last time. Saved pages without an address are known by the id of
the record that they give.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from schemas import Article
from scraper.errors import InputError
from scraper.extract import extract
from scraper.inputs import (
    HTML_ENDINGS,
    WARC_ENDINGS,
    SavedPage,
    address_of,
    find_pages,
    naming_damage,
    read_bytes,
    read_warc_pages,
    to_page,
)
from scraper.urls import canonicalize

_INSERT = "INSERT OR REPLACE INTO pages VALUES (?, ?, ?)"


class SavedPages:
    """The saved pages of a corpus.

    Args:
        db: The index, whose tables ``pages`` and ``files`` are kept here.
        folder: The folder of the job, with its archive in ``warc/``.
        given: Files and folders of saved pages that the reader named.
        url: Address that a given folder's paths belong to.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        folder: Path,
        given: Sequence[Path] = (),
        url: str | None = None,
    ) -> None:
        self._db = db
        self._archives = sorted((folder / "warc").glob("*.warc*"))
        self._given = given
        self._url = url

    def update(self) -> int:
        """Look at what is new in the files; return how many pages were added.

        Raises:
            InputError: A given file does not exist or holds no page.
        """
        before = self._count()
        files = [*self._archives, *_files(self._given)]
        known = dict(self._db.execute("SELECT file, size FROM files"))
        self._db.execute("BEGIN")
        for path in files:
            size = path.stat().st_size
            read = known.get(str(path), 0)
            if size != read:
                self._add(path, 0 if size < read else read)
                self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (str(path), size))
        self._db.execute("COMMIT")
        return self._count() - before

    def _count(self) -> int:
        (count,) = self._db.execute("SELECT count(*) FROM pages").fetchone()
        return int(count)

    def _add(self, path: Path, start: int) -> None:
        if path.name.lower().endswith(WARC_ENDINGS):
            rows = [(url, str(path), place) for url, place in _iter_places(path, start)]
            self._db.executemany(_INSERT, rows)
            return
        top = next((top for top in self._given if top in path.parents), path)
        for page in find_pages([str(path)], address_of(self._url, path, top)):
            record = extract(to_page(read_bytes(page)))
            keys = {record.id, record.canonical_url, record.url}
            self._db.executemany(_INSERT, [(key, str(path), 0) for key in keys if key])

    def find(self, record: Article) -> SavedPage | None:
        """Return the saved page of a record with its bytes, None where none is known.

        Raises:
            InputError: The file can't be read any more.
        """
        for key in _keys(record):
            row = self._db.execute("SELECT file, place FROM pages WHERE key = ?", (key,)).fetchone()
            if row is not None:
                return self._read(Path(row[0]), row[1], record)
        return None

    def _read(self, path: Path, place: int, record: Article) -> SavedPage | None:
        if path.name.lower().endswith(WARC_ENDINGS):
            saved = _read_at(path, place)
            return None if saved is None else read_bytes(saved)
        return read_bytes(next(find_pages([str(path)], record.url)))


def _keys(record: Article) -> Iterator[str]:
    for address in (record.url, record.canonical_url):
        if address:
            yield address
            yield canonicalize(address) or address
    yield record.id


def _files(given: Iterable[Path]) -> Iterator[Path]:
    endings = (*HTML_ENDINGS, *WARC_ENDINGS)
    for path in given:
        if path.is_dir():
            yield from sorted(f for f in path.rglob("*") if f.name.lower().endswith(endings))
        elif path.exists():
            yield path
        else:
            raise InputError(f"{path} does not exist; name a file or folder of saved pages")


def _iter_places(path: Path, start: int) -> Iterator[tuple[str, int]]:
    """Yield (address, first byte) of the pages in an archive from some byte on.

    A record that is cut off ends it: a crawl may be writing it.
    """
    with (
        contextlib.suppress(InputError),
        naming_damage(str(path)),
        path.open("rb") as file,
    ):
        file.seek(start)
        for place, page in read_warc_pages(file, str(path)):
            if page.url:
                yield page.url, place


def _read_at(path: Path, place: int) -> SavedPage | None:
    """Return the page of the archive record that begins at a byte."""
    with naming_damage(str(path)), path.open("rb") as file:
        file.seek(place)
        return next((page for _, page in read_warc_pages(file, str(path))), None)
