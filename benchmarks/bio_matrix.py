"""Reads constructed pages with boxes about authors, and counts what is right.

    python benchmarks/bio_matrix.py [--part dev|check] [--show]

A page is right if each author has the whole text of the box and no other, if nobody else's text is
an author's, and if no sentence of a box stands in the body.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

from constructed.authors import BioPage, build_bio_pages
from constructed.score import bare

from schemas import Article
from scraper import extract


def faults(page: BioPage, article: Article) -> list[str]:
    """Return what is wrong on a page, in words."""
    found = {author.name: author.bio for author in article.authors}
    wrong = [
        f"bio of {name}: {found.get(name)!r}"
        for name, bio in page.bios
        if bare(found.get(name) or "") != bare(bio)
    ]
    known = {bare(bio) for _, bio in page.bios}
    wrong += [f"extra: {n}: {b!r}" for n, b in found.items() if b and bare(b) not in known]
    body = bare(article.body)
    texts = [bio for _, bio in page.bios] + list(page.apart)
    wrong += [f"in the body: {text[:40]}" for text in texts if bare(text) in body]
    return wrong


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", default="dev", choices=("dev", "check"))
    parser.add_argument("--show", action="store_true", help="print the faults")
    options = parser.parse_args()
    tables: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for page in build_bio_pages(options.part):
        wrong = faults(page, extract(page.markup, "https://tern-notes.example/harbour"))
        for row in ("shape", "language", "cast"):
            counts = tables[row][getattr(page, row)]
            counts[0] += 1
            counts[1] += not wrong
        if wrong and options.show:
            print(page.name, *wrong, sep="\n    ")
    for row, table in tables.items():
        print(f"\n{row:24} pages right")
        for name, (count, right) in table.items():
            print(f"{name:24} {count:5} {right:5}")
    total = [sum(c[i] for c in tables["cast"].values()) for i in (0, 1)]
    print(f"\nall                      {total[0]:5} {total[1]:5}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
