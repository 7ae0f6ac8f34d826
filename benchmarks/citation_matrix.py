"""Reads constructed pages of every style, shape, heading and mark, and counts what is right.

    python benchmarks/citation_matrix.py [--part dev|check] [--rounds N] [--show WORDS]

Prints, for each row of the matrix (style, shape, language of the heading, kind of mark), recall
and precision of entries and citations, the share of right links, and the pages without a fault.
Works are invented, and pages are built from them anew each time: nothing is fetched.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

from constructed.pages import Built, build_pages
from constructed.score import Tally, bare, rates, score_page

from schemas import Article
from scraper import extract

_FIELDS = ("authors", "year", "title", "container")
_ROWS = ("style", "shape", "heading", "mark")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", default="dev", choices=("dev", "check"))
    parser.add_argument("--rounds", type=int, default=2, help="pages of each pair (default: 2)")
    parser.add_argument("--show", help="print the faults of pages whose name holds this")
    options = parser.parse_args()
    tables: dict[str, dict[str, Tally]] = {row: defaultdict(Tally) for row in _ROWS}
    whole = Tally()
    for page in build_pages(options.part, rounds=options.rounds):
        article = extract(page.markup, "https://tern-notes.example/harbour")
        tally = score_page(page, article)
        whole.add(tally)
        for row in _ROWS:
            tables[row][getattr(page, row)].add(tally)
        if options.show is not None and options.show in f"{page.name}|{page.mark}|{page.heading}":
            _show(page, article, tally)
    print("fields of entries found, share right, by style")
    for style, tally in tables["style"].items():
        shares = (
            f"{n} {tally.fields[f'{n} right'] / tally.fields[n]:.3f}"
            for n in _FIELDS
            if tally.fields[n]
        )
        print(f"{style:26} " + "  ".join(shares))
    for row in _ROWS:
        print(f"\n{row:26} pages whole  entries R    P  citations R    P  links")
        for name, tally in sorted(
            tables[row].items(), key=lambda pair: pair[1].right_pages / pair[1].pages
        ):
            print(_line(name, tally))
    print("\n" + _line("all", whole))
    return 0


def _line(name: str, tally: Tally) -> str:
    entries, citations = rates(tally.entries), rates(tally.citations)
    links = rates(tally.links)[0]
    return (
        f"{name:26} {tally.pages:5} {tally.right_pages:5} {entries[0]:10.3f} {entries[1]:5.3f}"
        f" {citations[0]:11.3f} {citations[1]:5.3f} {links:6.3f}"
    )


def _show(page: Built, article: Article, tally: Tally) -> None:
    """Print what differs on a page."""
    if tally.right_pages:
        return
    print(f"== {page.name} | {page.mark} | {page.heading}")
    gold = [bare(text) for text in page.references]
    own = [bare(r.text) for r in article.references]
    for text, key in zip(page.references, gold, strict=True):
        if key not in own:
            print("  - entry", text)
    for reference in article.references:
        if bare(reference.text) not in gold:
            print("  + entry", repr(reference.label), reference.text[:200])
    texts = [c.text for c in article.citations]
    for cited in page.citations:
        if cited.text not in texts:
            print("  - cites", cited.kind, cited.text)
    for citation in article.citations:
        items = [
            (i.authors, i.year, i.suffix, i.locator, i.number, i.reference) for i in citation.items
        ]
        print("    found", citation.kind, citation.text, items)


if __name__ == "__main__":
    raise SystemExit(main())
