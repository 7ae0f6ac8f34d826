"""Writes the fields that the tool reads from single reference strings, for the scorers.

Usage: ``python benchmarks/predict_references.py GOLD.jsonl -o PREDICTIONS.jsonl``. Of each gold
line only ``id``, ``text`` and, where a page gives them, ``links`` are read.
"""

import argparse
import json
import sys
from pathlib import Path

from schemas import Reference
from scraper.parsers.reference_fields import parse_reference


def fields_of(reference: Reference) -> dict[str, object]:
    """Return the scored fields of a reference under the scorers' names."""
    return {
        "authors": [name.family or name.literal or "" for name in reference.author],
        "year": reference.issued[:4] if reference.issued else None,
        "title": reference.title,
        "container": reference.container_title,
        "volume": reference.volume,
        "issue": reference.issue,
        "pages": reference.page,
        "publisher": reference.publisher,
        "place": reference.publisher_place,
        "url": reference.URL,
        "doi": reference.DOI,
    }


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, help="JSON Lines with id and text")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    with (
        options.gold.open(encoding="utf-8") as lines,
        options.output.open("w", encoding="utf-8") as output,
    ):
        for line in lines:
            if line.strip():
                record = json.loads(line)
                reference = parse_reference(record["text"], links=record.get("links", ()))
                row = {"id": record["id"], **fields_of(reference)}
                output.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
