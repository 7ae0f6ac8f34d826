"""The desk itself, without the web: a corpus, its index, its corrections, its saved pages."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from schemas import Article, Correction
from scraper.corrections import CorrectionLog, apply_corrections, corrections_path
from scraper.errors import InputError
from scraper.exporters import write_exports
from scraper.fixtures import Fixture, add_fixture, find_fixtures, read_content
from scraper.inputs import to_page
from scraper.load import Source
from scraper.page import Page
from scraper.review.corpus import Corpus, Reader, open_corpus
from scraper.review.corrector import Author, Draft
from scraper.review.index import Index, find_entry, read_index
from scraper.review.query import Query, iter_ids
from scraper.review.saved_pages import SavedPages


@dataclass(frozen=True, slots=True)
class Setting:
    """How a desk is opened."""

    source: Source
    who: str
    """Name that corrections are signed with."""
    pages: tuple[Path, ...] = ()
    """Saved pages beside the job's own archive."""
    url: str | None = None
    fixtures: Path = Path("fixtures")
    """Where corrected records are saved as fixtures."""

    @property
    def name(self) -> str:
        """What the corpus is called on the page."""
        path = self.source.path
        return path.parent.resolve().name if path.suffix == ".db" else path.name

    @property
    def index_path(self) -> Path:
        """The file of the index."""
        path = self.source.path
        stem = "review" if path.suffix == ".db" else path.name.partition(".jsonl")[0]
        return path.with_name(f"{stem}.index.db")

    @property
    def export_folder(self) -> Path:
        """Where exports of a selection go, apart from the job's own."""
        return self.source.folder / "selection"


class Desk:
    """A corpus under review.

    Args:
        now: Clock for the time of corrections.
    """

    def __init__(self, setting: Setting, now: Callable[[], datetime] | None = None) -> None:
        self.setting = setting
        self._now = now or (lambda: datetime.now(UTC))
        self.corpus: Corpus = open_corpus(setting.source)
        self.log = CorrectionLog(corrections_path(setting.source.path))
        self.index = Index(setting.index_path)
        self.pages = SavedPages(self.index.db, setting.source.folder, setting.pages, setting.url)
        self._stack = ExitStack()
        self._reader: Reader | None = None
        self.generation = 0
        """Grows with every change, for what is computed from the whole index."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        self.index.close()

    @property
    def db(self) -> sqlite3.Connection:
        """The index, for queries."""
        return self.index.db

    def update(self, progress: Callable[[int], None] = lambda _: None) -> None:
        """Bring the index up to date.

        Raises:
            InputError: A record or saved page can't be read.
            StoreError: The index can't be written.
        """
        self.index.update(self.corpus, self.log, progress)
        self.pages.update()
        self.generation += 1

    @property
    def reader(self) -> Reader:
        """What reads single records."""
        if self._reader is None:
            self._reader = self._stack.enter_context(self.corpus.reader())
        return self._reader

    def draft(self, article: str) -> Draft | None:
        """Return a record with its corrections, None where there is none of that id."""
        entry = self.index.find(article)
        if entry is None:
            return None
        return Draft.of(self.reader.read(entry), self.log.of(article))

    def author(self) -> Author:
        """Return who corrects, and that it is now."""
        return Author(self.setting.who, self._now())

    def correct(self, article: str, corrections: Sequence[Correction]) -> None:
        """Keep corrections of a record and bring its row up to date.

        Raises:
            ExportError: The file of corrections can't be written; ``DiskFull`` for want of space.
        """
        entry = self.index.find(article)
        if entry is None or not corrections:
            return
        self.log.add(corrections)
        self.index.rewrite(entry, self.reader, self.log)
        self.generation += 1

    def page(self, record: Article) -> Page | None:
        """Return the saved page of a record, None where none is known.

        Raises:
            InputError: The file that holds it can't be read.
        """
        saved = self.pages.find(record)
        return None if saved is None else to_page(saved)

    def save_fixture(self, article: str) -> Fixture:
        """Save a record's page with the corrected record as what it should give.

        Raises:
            InputError: There is no saved page, or a fixture of that name is there with another
                page.
            ExportError: The files can't be written.
        """
        draft = self.draft(article)
        saved = self.pages.find(draft.extracted) if draft else None
        if draft is None or saved is None:
            raise InputError("the saved page is not at hand; start the desk with --pages")
        fixture = self._fixture(saved.content, draft.extracted.url)
        fixture.write_expected(draft.applied.record)
        return fixture

    def _fixture(self, content: bytes, url: str | None) -> Fixture:
        """Return the fixture of a page, made if missing."""
        folder = self.setting.fixtures
        if folder.is_dir() and any(folder.rglob("*.html")):
            for fixture in find_fixtures(folder):
                if read_content(fixture.page) == content:
                    return fixture
        return add_fixture(folder, content, url)[0]

    def export(self, query: Query, formats: Sequence[str]) -> list[Path]:
        """Write what a query finds in some formats; return the files. For any thread.

        Raises:
            ExportError: A file can't be written; ``DiskFull`` for want of space.
        """
        return write_exports(self._selected(query), self.setting.export_folder, formats)

    def _selected(self, query: Query) -> Iterator[Article]:
        with read_index(self.setting.index_path) as db, self.corpus.reader() as reader:
            for article in iter_ids(db, query):
                entry = find_entry(db, article)
                if entry is not None:
                    record = reader.read(entry)
                    yield apply_corrections(record, self.log.of(article)).record


def iter_corrections(desk: Desk) -> Iterable[tuple[str, list[Correction]]]:
    """Yield (article, its corrections that count) of all corrected articles."""
    for article in desk.log.articles:
        yield article, desk.log.of(article)
