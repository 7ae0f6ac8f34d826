"""Measures how the time of ``extract`` grows with hostile quotations, citations and lists.

    python benchmarks/hostile.py [--rounds 2] [--only NAME,…]

Each page is one shape at an eighth, a quarter, half and all of its full size: a million
characters, a paragraph of five megabytes, a list of 100,000 entries. Printed are CPU seconds (the
best of the rounds) and what the last doubling cost: 2 is linear, and less where a limit bites.
Pages are invented here; nothing is read or fetched.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scraper import extract

EIGHTHS = (1, 2, 4, 8)
MILLION = 1_000_000
ENTRIES = 100_000


def paragraph(unit: str) -> Callable[[float], str]:
    """Return a maker of one paragraph that repeats a unit up to a share of a million characters."""
    return lambda share: f"<p>{unit * int(share * MILLION / len(unit))}</p>"


def paragraphs(unit: str) -> Callable[[float], str]:
    """Return a maker of paragraphs of one unit each, a million characters at most."""
    return lambda share: f"<p>{unit}</p>" * int(share * MILLION / len(unit))


def entries(share: float) -> str:
    """Return a reference list of so large a share of 100,000 entries."""
    made = (
        f"<li>Moss, A. ({1950 + n % 70}). A pier of stone {n}. Harbour Studies {n}, 3–9.</li>"
        for n in range(int(share * ENTRIES))
    )
    return f"<h2>References</h2><ol>{''.join(made)}</ol>"


def repeated(unit: str, count: int, around: str = "{}") -> Callable[[float], str]:
    """Return a maker of a numbered unit that stands many times, and of what stands around all."""
    return lambda share: around.format("".join(unit.format(n) for n in range(int(share * count))))


def noted(share: float) -> str:
    """Return raised numbers of which each leads to a note below, and back, 20,000 at most."""
    count = int(share * ENTRIES / 5)
    marks = (f"<sup id=b{n}><a href=#n{n}>{n}</a></sup> rain" for n in range(count))
    notes = (f"<li id=n{n}>Moss said so. <a href=#b{n}>↩</a></li>" for n in range(count))
    return f"<p>{' '.join(marks)}</p><ol>{''.join(notes)}</ol>"


ENTRY = "Moss, A. (1999). A pier of stone {0}. Harbour Studies {0}, 3–9."
"""An entry of a list, to be numbered."""
CITED = "<h2>References</h2><ul><li>Moss, A. (2010) Pier. Leeds: Quill.</ul>"
"""A list of the work that notes cite."""
BOX = "<div class=author-box><h4>Ada Moss</h4><p>Ada Moss is keeper of pier {}.</p></div>"

SHAPES: dict[str, Callable[[float], str]] = {
    "quotation marks": paragraph('"'),
    "opening marks": paragraph("“"),
    "opening marks before words": paragraph("“So it was "),
    "quotations with a source": paragraph("“So it was then,” Ada Finch said. "),
    "paragraphs that each open a mark": paragraphs("“So it was then and went on. "),
    "apostrophes": paragraph("’tis ‘so "),
    "guillemets behind blanks": paragraph("so it was then », and "),
    "signed quotations": paragraphs("“So it was here then.” Ada Finch, Harbour Studies, 2016."),
    "authors before a colon": paragraph("Ada Finch, Tom Moss and "),
    "words under headings": repeated("<h3>Answer {}</h3><p>“So it was here then.”</p>", 20_000),
    "notes that quote": repeated(
        "<li id=n{0}>Moss et al., Section {0}: “So it was here then.”</li>",
        20_000,
        "<p>Rain<sup><a href=#n1>1</a></sup></p><h2>Notes</h2><ol>{}</ol>",
    ),
    "notes that cite": repeated(
        "<li id=n{0}>The date: see Moss (2010, p. {0}), Lind {0}, p. 4; Ibid., 7; Moss, Pier, 9.",
        10_000,
        f"<p>Rain<sup><a href=#n1>1</a></sup></p><h2>Notes</h2><ol>{{}}</ol>{CITED}",
    ),
    "works in notes that are cited again": repeated(
        "<li>Ada Moss, Pier {0} (Leeds: Quill, 2010), p. 4.<li>Ibid., 7.<li>Moss, Pier {0}, p. 9.",
        10_000,
        "<p>Rain<sup><a href=#n1>1</a></sup></p><h2>Notes</h2><ol>{}</ol>",
    ),
    "one note of citations": lambda share: (
        f"<h2>Notes</h2><ol><li>{'See Moss (2010), p. 4. ' * int(20_000 * share)}</ol>{CITED}"
    ),
    "one paragraph of 5 MB": lambda share: paragraph("The pier sank a little more. ")(5 * share),
    "opening brackets": paragraph("("),
    "citations in brackets": paragraph("(Moss, 2010) "),
    "numbers in brackets": paragraph("[1] "),
    "narrative citations": paragraph("Moss (2010) "),
    "brackets in brackets": lambda share: (
        "(" * int(share * MILLION / 2) + ")" * int(share * MILLION / 2)
    ),
    "list of 100,000 entries": entries,
    "entries as paragraphs": repeated(f"<p>{ENTRY}</p>", 20_000, "<h2>Sources</h2>{}"),
    "entries as lines": repeated(f"{ENTRY}<br>", 20_000, "<h2>Notes</h2><p>{}</p>"),
    "entries numbered in one block": repeated(f"{{0}}. {ENTRY} ", 20_000, "<p>{}</p>"),
    "entries in a table": repeated(f"<tr><td>[{{0}}]<td>{ENTRY}", 20_000, "<table>{}"),
    "entries as definitions": repeated(
        f"<dt>[{{0}}]<dd>{ENTRY}", 20_000, "<h2>References</h2><dl>{}</dl>"
    ),
    "notes and back": noted,
    "headings of lists": repeated("<h3>Sources</h3><p>Moss {}</p>", 20_000),
    "lines of sources": repeated("<p>Sources: Moss {0}; Lind {0}; Hall {0}</p>", 20_000),
    "numbers in round brackets": repeated(
        "It rose ({}). ", 50_000, "<p>{}</p><h2>References</h2><ol><li>Moss, A. (1999). Pier.</ol>"
    ),
    "author boxes": repeated(BOX, 20_000, "<p class=byline>By Ada Moss</p>{}"),
    "headings of authors": repeated("<h4>About the author</h4><p>Ada {}", 20_000),
    "paragraphs that name the author": repeated(
        "<p>Ada Moss has kept pier {} since the war.", 20_000, "<p class=byline>By Ada Moss</p>{}"
    ),
}


def seconds_of(shape: Callable[[float], str], share: float, rounds: int) -> float:
    """Return the CPU seconds of one page, the best of the rounds."""
    lede = "<h1>A long page</h1><p>Some words of an article stand before what is hostile.</p>"
    html = f"<html lang=en><body><article>{lede}{shape(share)}</article></body></html>"
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        extract(html, url="https://hostile.example/page")
        best = min(best, time.process_time() - started)
    return best


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", default="", help="names of shapes, parted by commas")
    options = parser.parse_args()
    only = [name for name in options.only.split(",") if name]
    extract("<p>Warm up: the first page loads the tables.</p>")
    print("| shape | ⅛ | ¼ | ½ | full size, s | last doubling |\n|---|---:|---:|---:|---:|---:|")
    for name, shape in SHAPES.items():
        if not only or name in only:
            spent = [seconds_of(shape, eighths / 8, options.rounds) for eighths in EIGHTHS]
            cells = " | ".join(f"{value:.2f}" for value in spent)
            print(f"| {name} | {cells} | × {spent[-1] / spent[-2]:.1f} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
