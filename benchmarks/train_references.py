"""Trains the labeller of reference strings and prints cross-validated figures.

Usage::

    python benchmarks/train_references.py DATA [--folds 10] [--save WEIGHTS.npz]

``DATA`` holds ``references/gold.jsonl`` (labelled strings), ``citations/gold.jsonl`` (reference
lists of pages) and the scorer ``evaluate_references.py``. Folds of the first are single strings,
folds of the second whole pages, so that no page is both learned from and tested on. Titles and
names of a test fold never reach the invented strings either.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from predict_references import fields_of
from reference_model.align import Example, align, read_pages, read_strings
from reference_model.synthetic import Inventor, bank_of
from reference_model.train import Model, Settings, fit, save

from scraper.parsers import reference_fields

Grouped = list[tuple[str, Example]]

SEED = 20_240


def read_data(folder: Path) -> dict[str, Grouped]:
    """Return the aligned examples of both data sets with their groups."""
    strings = read_strings(folder / "references" / "gold.jsonl")
    pages = read_pages(folder / "citations" / "gold.jsonl")
    return {
        "references": [(group, align(record, "references")) for group, record in strings],
        "citations": [(group, align(record, "citations")) for group, record in pages],
    }


def train(
    examples: Sequence[Example], invented: int, settings: Settings, seed: int = SEED
) -> Model:
    """Fit a model on gold examples and so many invented ones made from their values."""
    inventor = Inventor(seed, bank_of([dict(example.record) for example in examples]))
    return fit([*examples, *inventor.examples(invented)], settings, seed)


def folds_of(data: Grouped, count: int) -> list[set[str]]:
    """Return the groups of each fold, shuffled with a fixed seed."""
    groups = sorted({group for group, _ in data})
    random.Random(SEED).shuffle(groups)
    return [set(groups[start::count]) for start in range(count)]


def predict(model: Model, examples: Sequence[Example]) -> list[dict[str, object]]:
    """Return the scored fields of each example with the given model."""
    labeller = model.labeller()
    rows = []
    for example in examples:
        href = example.record.get("href")
        links = (str(href),) if href else ()
        reference = reference_fields.parse_reference(example.text, links=links, labeller=labeller)
        rows.append({"id": example.record["id"], **fields_of(reference)})
    return rows


def cross_validate(
    data: dict[str, Grouped], name: str, folds: int, invented: int, settings: Settings
) -> list[dict[str, object]]:
    """Return predictions for every example of a data set, each by a model that never saw it."""
    rows: list[dict[str, object]] = []
    other = [example for key, part in data.items() if key != name for _, example in part]
    for fold, held in enumerate(folds_of(data[name], folds)):
        learned = [example for group, example in data[name] if group not in held]
        tested = [example for group, example in data[name] if group in held]
        rows += predict(train([*learned, *other], invented, settings, SEED + fold), tested)
    return rows


def score(data: Grouped, rows: Sequence[dict[str, object]], folder: Path, worst: int) -> str:
    """Return the scorer's table for predictions of a data set."""
    with tempfile.TemporaryDirectory() as place:
        gold, predicted = Path(place, "gold.jsonl"), Path(place, "predicted.jsonl")
        for path, records in (
            (gold, [dict(example.record) for _, example in data]),
            (predicted, list(rows)),
        ):
            lines = (json.dumps(record, ensure_ascii=False) for record in records)
            path.write_text("\n".join(lines), encoding="utf-8")
        command = [
            sys.executable,
            str(folder / "evaluate_references.py"),
            str(gold),
            str(predicted),
        ]
        done = subprocess.run(
            [*command, "--worst", str(worst)], capture_output=True, text=True, check=True
        )
    return done.stdout


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0, help="print cross-validated figures")
    parser.add_argument("--invented", type=int, default=5000, help="invented strings (5000)")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--save", type=Path, help="train on everything and store the weights here")
    parser.add_argument("--worst", type=int, default=0, help="also print the worst references")
    options = parser.parse_args()
    data = read_data(options.data)
    settings = Settings(epochs=options.epochs)
    if options.folds:
        for name in data:
            rows = cross_validate(data, name, options.folds, options.invented, settings)
            table = score(data[name], rows, options.data, options.worst)
            print(f"{name}, {options.folds} folds\n{table}")
    if options.save:
        examples = [example for part in data.values() for _, example in part]
        save(train(examples, options.invented, settings), options.save)
    return 0


if __name__ == "__main__":
    sys.exit(main())
