"""The bibliography formats: CSL-JSON, BibTeX and RIS, of the articles or of what they cite.

Ready for Zotero and its like. Cited works that several articles share stand in the file once.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256

from schemas import Article, Reference
from scraper.exporters.bibtex import bibtex_entry
from scraper.exporters.csl import (
    CslItem,
    article_item,
    cited_items,
    csl_json,
    work_identity,
)
from scraper.exporters.ris import ris_entry
from scraper.exporters.staging import Sink, StagedText, Staging


@contextmanager
def csl(staging: Staging) -> Iterator[Sink]:
    """Yield a function that adds an article to ``articles.csl.json``."""
    with _json_array(staging, "articles.csl.json") as add:
        yield lambda record: add(article_item(record))


@contextmanager
def bibtex(staging: Staging) -> Iterator[Sink]:
    """Yield a function that adds an article to ``articles.bib``."""
    with staging.open_text("articles.bib") as file:
        yield lambda record: _write(file, bibtex_entry(article_item(record)))


@contextmanager
def ris(staging: Staging) -> Iterator[Sink]:
    """Yield a function that adds an article to ``articles.ris``."""
    with staging.open_text("articles.ris") as file:
        yield lambda record: _write(file, ris_entry(article_item(record)))


@contextmanager
def csl_cited(staging: Staging) -> Iterator[Sink]:
    """Yield a function that adds the works an article cites to ``cited-works.csl.json``."""
    with _json_array(staging, "cited-works.csl.json") as add, _new_works() as is_new:
        yield lambda record: _add_works(record, is_new, add)


@contextmanager
def bibtex_cited(staging: Staging) -> Iterator[Sink]:
    """Yield a function that adds the works an article cites to ``cited-works.bib``."""
    with staging.open_text("cited-works.bib") as file, _new_works() as is_new:
        yield lambda record: _add_works(
            record, is_new, lambda item: _write(file, bibtex_entry(item))
        )


@contextmanager
def ris_cited(staging: Staging) -> Iterator[Sink]:
    """Yield a function that adds the works an article cites to ``cited-works.ris``."""
    with staging.open_text("cited-works.ris") as file, _new_works() as is_new:
        yield lambda record: _add_works(record, is_new, lambda item: _write(file, ris_entry(item)))


def _write(file: StagedText, text: str) -> None:
    file.write(text)


def _add_works(
    record: Article, is_new: Callable[[Reference], bool], add: Callable[[CslItem], None]
) -> None:
    """Add every work that was not met before."""
    for work, item in cited_items(record):
        if is_new(work):
            add(item)


@contextmanager
def _json_array(staging: Staging, name: str) -> Iterator[Callable[[CslItem], None]]:
    """Yield a function that adds an item to a JSON array, written as it grows."""
    with staging.open_text(name) as file:
        separator = "[\n"

        def add(item: CslItem) -> None:
            nonlocal separator
            file.write(separator + csl_json(item))
            separator = ",\n"

        yield add
        file.write("[]\n" if separator == "[\n" else "\n]\n")


@contextmanager
def _new_works() -> Iterator[Callable[[Reference], bool]]:
    """Yield a function that is true for the first entry of each work.

    What was met is kept in a temporary SQLite file rather than in memory, which a million
    articles with twenty works each would fill.
    """
    with closing(sqlite3.connect("")) as seen:
        seen.execute("CREATE TABLE seen (identity BLOB PRIMARY KEY) WITHOUT ROWID")

        def is_new(work: Reference) -> bool:
            digest = sha256(work_identity(work).encode()).digest()
            inserted = seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (digest,))
            return inserted.rowcount == 1

        yield is_new
