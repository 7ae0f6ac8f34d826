"""Records from wherever a job or an export has put them, as an iterator of models."""

import gzip
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from schemas import Article
from scraper.corrections import CorrectionLog, corrections_path
from scraper.errors import InputError

DATABASE = "pullquote.db"
OUTPUT = Path("output")
_LINE_ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz")


@dataclass(frozen=True, slots=True)
class Source:
    """Where records are: a job's database, or a JSON Lines file."""

    path: Path

    @property
    def folder(self) -> Path:
        """The folder that the exports of these records belong to."""
        return self.path.parent


def load(
    source: str | Path, *, with_duplicates: bool = False, with_corrections: bool = True
) -> Iterator[Article]:
    """Return the records of a job or a JSON Lines file, one at a time.

    Args:
        source: A job file, a job's name or output folder, its database, or a ``.jsonl`` file.
        with_duplicates: Whether a job's records that repeat another one come too.
        with_corrections: Whether what readers corrected is put in; without, records are as
            they were extracted.

    Raises:
        InputError: Nothing is there, or a line is no record; raised by the first ``next``.
        StoreError: The database can't be read.
    """
    return read_records(
        find_source(source), with_duplicates=with_duplicates, with_corrections=with_corrections
    )


def find_source(source: str | Path) -> Source:
    """Return where the records of a job or file are.

    Raises:
        InputError: Nothing is there, or it is not of a kind that holds records.
    """
    path = Path(source)
    if path.name.endswith(_LINE_ENDINGS) or path.suffix == ".db":
        candidates = [path]
    elif path.suffix == ".toml":
        candidates = [OUTPUT / _job_name(path) / DATABASE]
    else:
        candidates = [path / DATABASE, OUTPUT / path / DATABASE]
    for candidate in candidates:
        if candidate.is_file():
            return Source(candidate)
    looked = " and ".join(str(candidate) for candidate in candidates)
    raise InputError(f"{source}: no records found (looked for {looked}); run the job first")


def find_database(source: str | Path) -> Path:
    """Return the database of a job.

    Raises:
        InputError: There is none, or a JSON Lines file was named.
    """
    path = find_source(source).path
    if path.suffix != ".db":
        raise InputError(f"{path} holds records only; name a job, its output folder or database")
    return path


def read_records(
    source: Source,
    *,
    with_duplicates: bool = False,
    with_corrections: bool = True,
    with_versions: bool = False,
) -> Iterator[Article]:
    """Yield the records of a source; those of a database in the order of their ids.

    A file gives all that is in it; a database leaves out what repeats another record, as the
    exports of a crawl do, and earlier versions, unless they are asked for. Corrections are those
    of the file beside it, for the newest versions.
    """
    records = _read_extracted(source, with_duplicates=with_duplicates, with_versions=with_versions)
    if with_corrections:
        records = CorrectionLog(corrections_path(source.path)).apply(records)
    yield from records


def _read_extracted(
    source: Source, *, with_duplicates: bool, with_versions: bool
) -> Iterator[Article]:
    if source.path.name.endswith(_LINE_ENDINGS):
        yield from _read_lines(source.path)
        return
    from scraper.store import Store

    with Store(source.path) as store:
        choose = store.iter_versions if with_versions else store.iter_articles
        yield from choose(with_duplicates=with_duplicates)


def _job_name(path: Path) -> str:
    try:
        name = tomllib.loads(path.read_text(encoding="utf-8")).get("name")
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read as a job: {error}") from error
    if not isinstance(name, str):
        raise InputError(f'{path} has no name; write name = "my-study" in it')
    return name


def _read_lines(path: Path) -> Iterator[Article]:
    try:
        with _open(path) as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _parse_line(line, number, path)
    except (OSError, EOFError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _open(path: Path) -> AbstractContextManager[Iterable[bytes]]:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


def _parse_line(line: bytes, number: int, path: Path) -> Article:
    try:
        return Article.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        message = f"{path}, line {number} is no record of this version: {where}: {first['msg']}"
        raise InputError(message) from error
