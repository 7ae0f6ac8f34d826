"""Records from a JSON Lines file, one at a time; of those with one id the last."""

import gzip
import json
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from pydantic import ValidationError

from schemas import Article
from scraper.errors import InputError
from scraper.record_json import first_fault, read_record

_ID = re.compile(rb'\{"id":"([\w.-]+)"')
"""How our own lines begin, so that most need not be parsed to know their id."""


def read_lines(path: Path) -> Iterator[Article]:
    """Yield the records of a file in its order; of those with one id the last, at its place.

    A page that was saved twice, or files that were put together, give an id twice; as a key of
    tables it must stand there once. A warning says that lines were left out.

    Args:
        path: JSON Lines, packed by gzip where its name ends so.

    Raises:
        InputError: The file can't be read, or a line is no record.
    """
    try:
        last = _find_repeated(path)
        if last:
            ids = "one id comes" if len(last) == 1 else f"{len(last):,} ids come"
            message = f"{path}: {ids} more than once; the last line of each counts"
            warnings.warn(message, stacklevel=2)
        for number, line in _number_lines(path):
            record = _parse_line(line, number, path)
            if last.get(record.id, number) == number:
                yield record
    except (OSError, EOFError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _find_repeated(path: Path) -> dict[str, int]:
    """Return id → number of its last line, of the ids that a file has more than once.

    Eight bytes are held for each line, so that files of any size can be looked through.
    """
    import numpy as np

    hashes = np.fromiter((hash(_id_of(line)) for _, line in _number_lines(path)), dtype=np.int64)
    hashes.sort()
    twice = set(hashes[1:][hashes[1:] == hashes[:-1]].tolist())
    if not twice:
        return {}
    last: dict[str, int] = {}
    lines: Counter[str] = Counter()
    for number, line in _number_lines(path):
        record_id = _id_of(line)
        if record_id and hash(record_id) in twice:
            last[record_id] = number
            lines[record_id] += 1
    return {record_id: number for record_id, number in last.items() if lines[record_id] > 1}


def _id_of(line: bytes) -> str:
    """Return the id of a line, empty where it is no record."""
    if (known := _ID.match(line)) is not None:
        return known[1].decode()
    try:
        record = json.loads(line)
    except ValueError:
        return ""
    found = record.get("id") if isinstance(record, dict) else None
    return found if isinstance(found, str) else ""


def _number_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield (number from 1, line) of the lines that are not empty."""
    with _open(path) as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, line


def _open(path: Path) -> AbstractContextManager[Iterable[bytes]]:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


def _parse_line(line: bytes, number: int, path: Path) -> Article:
    try:
        return read_record(line)
    except ValidationError as error:
        message = f"{path}, line {number} is no record of this version: {first_fault(error)}"
        raise InputError(f"{message}; extract the pages again, or leave the line out") from error
