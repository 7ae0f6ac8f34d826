"""Writes the predictions that quality scorers read: one line a page.

    python benchmarks/predict.py GOLD.jsonl PAGES_DIR -o PREDICTIONS.jsonl [--jobs N]

Only ``id`` and ``url`` are read from each gold line. A page that makes ``extract`` raise is
written with its ``error``, never skipped.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from schemas import Article, Author, Citation, Quote, Reference
from scraper import extract


def read_content(folder: Path, page_id: str) -> bytes:
    """Return the bytes of a saved page, ``<id>.html.gz`` or ``<id>.html``."""
    packed = folder / f"{page_id}.html.gz"
    if packed.exists():
        return gzip.decompress(packed.read_bytes())
    return (folder / f"{page_id}.html").read_bytes()


def predict(task: tuple[str, str | None, Path]) -> dict[str, Any]:
    """Return the prediction of one page: ``task`` is its id, URL and folder."""
    page_id, url, folder = task
    content = read_content(folder, page_id)
    started = time.process_time()
    try:
        article = extract(content, url)
    except Exception as error:  # noqa: BLE001 - the benchmark's contract: recorded, not skipped
        return {"id": page_id, "error": f"{type(error).__name__}: {error}"}
    spent = (time.process_time() - started) * 1000
    return {"id": page_id, **to_prediction(article), "cpu_ms": round(spent, 3), "error": None}


def to_prediction(article: Article) -> dict[str, Any]:
    """Return a record in the benchmark's flat format."""
    return {
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "date_published": article.date_published,
        "date_modified": article.date_modified,
        "language": article.language,
        "site_name": article.site_name,
        "text": article.body,
        "is_article": article.page_type is None or article.page_type.kind == "article",
        "quotes": [_quote(quote, article.citations) for quote in article.quotes],
        # The gold has what the text cites; a note's own citations are told apart by ``note``.
        "citations": [_citation(c) for c in article.citations if c.note is None],
        "references": [reference_fields(reference) for reference in article.references],
        "bios": [_bio(author) for author in article.authors if _has_box(author)],
    }


def _has_box(author: Author) -> bool:
    return bool(author.bio or author.role or author.profile_url)


def _quote(quote: Quote, citations: list[Citation]) -> dict[str, Any]:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "cue": quote.cue,
        "citation": None if quote.citation is None else citations[quote.citation].text,
        "parts": [part.text for part in quote.parts],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    items = [
        {**item.model_dump(exclude={"reference"}), "reference_index": item.reference}
        for item in citation.items
    ]
    return {"text": citation.text, "kind": citation.kind, "items": items}


def reference_fields(reference: Reference) -> dict[str, Any]:
    """Return the scored fields of a reference."""
    return {
        "text": reference.text,
        "label": reference.label,
        "authors": [name.family or name.literal or "" for name in reference.author],
        "year": reference.issued[:4] if reference.issued else None,
        "title": reference.title,
        "container": reference.container_title,
        "volume": reference.volume,
        "issue": reference.issue,
        "pages": reference.page,
        "publisher": reference.publisher,
        "url": reference.URL,
        "doi": reference.DOI,
    }


def _bio(author: Author) -> dict[str, Any]:
    return {
        "author_name": author.name,
        "role": author.role,
        "affiliation": author.affiliation,
        "bio": author.bio,
        "profile_url": author.profile_url,
        "social": author.same_as,
    }


def read_tasks(gold: Path, folder: Path) -> Iterator[tuple[str, str | None, Path]]:
    """Yield (id, url, folder) of each gold line."""
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                yield record["id"], record.get("url"), folder


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, help="gold.jsonl; only id and url are read")
    parser.add_argument("pages", type=Path, help="folder of <id>.html.gz or <id>.html")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=1, help="worker processes (default: 1)")
    options = parser.parse_args()
    tasks = list(read_tasks(options.gold, options.pages))
    with options.output.open("w", encoding="utf-8") as out:
        if options.jobs > 1:
            with ProcessPoolExecutor(options.jobs) as pool:
                rows = pool.map(predict, tasks, chunksize=8)
                out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        else:
            out.writelines(
                json.dumps(row, ensure_ascii=False) + "\n" for row in map(predict, tasks)
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
