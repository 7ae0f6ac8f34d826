"""Runs every quality scorer of a benchmark folder and prints one table.

    python benchmarks/quality.py BENCH_FOLDER [--jobs N] [--output FOLDER] [--only NAME]

The folder holds gold data, pages and scorers (``evaluate*.py``); each data set's pages are
extracted once, and each scorer reads the predictions of the pages that it knows.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from predict import predict

SETS = ("wcxb-dev", "htmldate-eval", "readability")
ANNOTATED = {
    "quotes": ("quotes", "evaluate_quotes.py", "wcxb-dev"),
    "quote shapes": ("quotes/shapes", "evaluate_quotes.py", "quotes/shapes"),
    "citations": ("citations", "evaluate_citations.py", None),
    "bios": ("bios", "evaluate_bios.py", "wcxb-dev"),
    "boilerplate": ("boilerplate", "evaluate_boilerplate.py", "wcxb-dev"),
}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write objects as JSON Lines."""
    path.write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
    )


def predict_all(
    bench: Path, gold: list[dict[str, Any]], pages: str, jobs: int
) -> dict[str, dict[str, Any]]:
    """Return the predictions of gold pages by id."""
    tasks = [(row["id"], row.get("url"), bench / pages / "pages") for row in gold]
    with ProcessPoolExecutor(jobs) as pool:
        return {row["id"]: row for row in pool.map(predict, tasks, chunksize=8)}


def field_agreement(
    gold: list[dict[str, Any]], predictions: dict[str, dict[str, Any]], gold_key: str, key: str
) -> tuple[float, int]:
    """Return the share of pages with a gold value whose prediction equals it, and their count."""
    wanted = [(row[gold_key], predictions[row["id"]].get(key)) for row in gold if row.get(gold_key)]
    same = sum(_same(gold_key, want, got) for want, got in wanted)
    return (same / len(wanted) if wanted else 1.0), len(wanted)


def _same(name: str, want: str, got: str | None) -> bool:
    if not got:
        return False
    if name == "language":
        return got.partition("-")[0].lower() == want.partition("-")[0].lower()
    if name == "modified_date":
        return got[:10] == want[:10]
    return " ".join(want.casefold().split()) == " ".join(got.casefold().split())


def print_set(bench: Path, name: str, gold: list[dict[str, Any]], folder: Path, jobs: int) -> None:
    """Extract the pages of one data set and print its figures."""
    predictions = predict_all(bench, gold, name, jobs)
    path = folder / f"{name}.jsonl"
    write_lines(path, predictions.values())
    arguments: list[str | Path] = [bench / name / "gold.jsonl", path]
    if name == "wcxb-dev":
        arguments += ["--types", "article"]
    done = subprocess.run(
        [sys.executable, str(bench / "evaluate.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    print(f"\n== {name}\n{done.stdout.rstrip()}")
    for gold_key, key in (
        ("language", "language"),
        ("site_name", "site_name"),
        ("modified_date", "date_modified"),
    ):
        share, count = field_agreement(gold, predictions, gold_key, key)
        if count:
            print(f"{key:15s} {share:.3f}  (of {count})")
    errors = [row for row in predictions.values() if row["error"]]
    times = sorted(row["cpu_ms"] for row in predictions.values() if not row["error"])
    print(f"errors {len(errors)}; CPU ms median {times[len(times) // 2]:.1f}", *errors[:3])
    if name == "wcxb-dev":
        kinds = {row["id"]: row["page_type"] == "article" for row in gold}
        said = [row["id"] for row in predictions.values() if row.get("is_article")]
        hits = sum(kinds[page] for page in said)
        precision, recall = hits / max(len(said), 1), hits / sum(kinds.values())
        print(
            f"article or not: precision {precision:.3f} recall {recall:.3f} "
            f"F1 {2 * precision * recall / (precision + recall):.3f}"
        )


def print_annotated(bench: Path, name: str, folder: Path, jobs: int) -> None:
    """Print the figures of one annotation over pages of the sets."""
    gold_folder, scorer, pages = ANNOTATED[name]
    gold = read_lines(bench / gold_folder / "gold.jsonl")
    predictions: dict[str, dict[str, Any]] = {}
    for source in {row.get("set", pages) if pages is None else pages for row in gold}:
        chosen = [row for row in gold if pages is not None or row["set"] == source]
        predictions |= predict_all(bench, chosen, str(source), jobs)
    path = folder / f"{name.replace(' ', '-')}.jsonl"
    write_lines(path, predictions.values())
    done = subprocess.run(
        [sys.executable, scorer, f"{gold_folder}/gold.jsonl", str(path.resolve())],
        cwd=bench,
        capture_output=True,
        text=True,
        check=True,
    )
    print(f"\n== {name}\n{done.stdout.rstrip()}")


def print_references(bench: Path, folder: Path) -> None:
    """Print the figures of single reference strings."""
    path = folder / "references.jsonl"
    script = Path(__file__).with_name("predict_references.py")
    gold = bench / "references" / "gold.jsonl"
    subprocess.run([sys.executable, str(script), str(gold), "-o", str(path)], check=True)
    done = subprocess.run(
        [sys.executable, "evaluate_references.py", "references/gold.jsonl", str(path.resolve())],
        cwd=bench,
        capture_output=True,
        text=True,
        check=True,
    )
    print(f"\n== references (strings)\n{done.stdout.rstrip()}")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--output", type=Path, help="keep the predictions in this folder")
    parser.add_argument("--only", choices=[*SETS, *ANNOTATED, "references"])
    options = parser.parse_args()
    if not (options.bench / "evaluate.py").exists():
        print(f"{options.bench} holds no evaluate.py: give the folder with gold data and scorers")
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.output or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in SETS:
            if options.only in (None, name):
                gold = read_lines(options.bench / name / "gold.jsonl")
                print_set(options.bench, name, gold, folder, options.jobs)
        for name in ANNOTATED:
            if options.only in (None, name):
                print_annotated(options.bench, name, folder, options.jobs)
        if options.only in (None, "references"):
            print_references(options.bench, folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
