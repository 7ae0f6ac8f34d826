"""JSON Lines: one record a line, every field, as the models define them."""

from collections.abc import Iterator
from contextlib import contextmanager

from schemas import Article
from scraper.exporters.staging import Sink, Staging

JSONL = "articles.jsonl"


@contextmanager
def jsonl(staging: Staging, name: str = JSONL) -> Iterator[Sink]:
    """Yield a function that appends a record to ``articles.jsonl``.

    Every key stands in every line, absent values as ``null``, so that columns are stable;
    ``Article.model_validate_json(line)`` gives the record back.
    """
    with staging.open_text(name) as file:

        def write(record: Article) -> None:
            file.write(record.model_dump_json() + "\n")

        yield write
