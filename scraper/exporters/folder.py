"""Formats with one file an article: how the files are called, and which folders are ours."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from schemas import Article
from scraper.errors import ExportError
from scraper.exporters.staging import Sink, Staging, naming_errors

_OUR_FILE = re.compile(r".*-[0-9a-f]{8}\.\w+")
_SLUG_CHARS = 60
"""Length of the readable part of a file name: well under the 255 bytes that systems allow, even
when each character takes three of them."""


@contextmanager
def files(
    staging: Staging, folder: str, ending: str, to_text: Callable[[Article], str]
) -> Iterator[Sink]:
    """Yield a function that writes a record to its own file.

    The folder is replaced as a whole, so that files of vanished articles go.

    Raises:
        ExportError: The folder holds a file that is not ours, or can't be written.
    """
    target = staging.target(folder)
    refuse_foreign_files(target)
    staged = staging.subfolder(folder)

    def write(record: Article) -> None:
        name = file_name(record, ending)
        with naming_errors(target / name):
            (staged / name).write_text(to_text(record), encoding="utf-8", newline="\n")

    yield write


def file_name(record: Article, ending: str) -> str:
    """Return ``2016-03-08-a-headline-3f9a1c22.md``; the hash keeps names apart."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", record.title or "untitled").lower())
    slug = "-".join(words)[:_SLUG_CHARS].strip("-")
    day = (record.date_published or "").split("T")[0]
    return "-".join(part for part in (day, slug, record.id[:8]) if part) + ending


def refuse_foreign_files(folder: Path) -> None:
    """Make sure that nobody else's file is lost when the folder is replaced as a whole.

    Raises:
        ExportError: The folder holds a file that no export wrote.
    """
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if not _OUR_FILE.fullmatch(path.name):
            message = (
                f"{folder} holds {path.name}, which no export wrote, and the whole folder would"
                " be replaced; move the file elsewhere and run again"
            )
            raise ExportError(message)
