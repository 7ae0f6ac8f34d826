"""Trains the model that tells articles from other pages and prints cross-validated figures.

    python benchmarks/train_page_type.py BENCH_FOLDER [--write]

Logistic regression with an L2 penalty over the features of ``find_features``, articles and
others weighed as they occur in the data; folds are cut by host.
"""

import argparse
import gzip
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from train_title import FOLDS, fold_of

from scraper.page import read_page
from scraper.parsers.body import find_body
from scraper.parsers.page_type import _address, find_features
from scraper.parsers.title import find_title

ROUNDS = 1500
PENALTY = 0.004
WEIGHTS = Path(__file__).parent.parent / "scraper" / "parsers" / "weights" / "page_type.json"


def read_pages(bench: Path) -> list[tuple[int, dict[str, float], bool, str]]:
    """Return (fold, features, is an article, id) of every page."""
    found = []
    folder = bench / "wcxb-dev"
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        gold = json.loads(line)
        content = gzip.decompress((folder / "pages" / f"{gold['id']}.html.gz").read_bytes())
        page = read_page(content, url=gold["url"])
        title = find_title(page)
        features = find_features(page, find_body(page, title), title)
        name = f"{gold['id']} {gold['page_type']} {gold['url']}"
        fold, is_article = fold_of(gold["url"], gold["id"]), gold["page_type"] == "article"
        found.append((fold, features, is_article, name))
        # Saved pages often have no address: the model has to do without it, too.
        kept = {key: value for key, value in features.items() if key not in _address(gold["url"])}
        found.append((fold, {**kept, **_address(None)}, is_article, ""))
    return found


def train(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the weights of the penalised logistic regression."""
    weights = np.zeros(rows.shape[1])
    moment, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - right) / len(rows) + PENALTY * weights
        moment = 0.9 * moment + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights = weights - 0.05 * (moment / (1 - 0.9**step)) / (
            np.sqrt(square / (1 - 0.99**step)) + 1e-8
        )
    return weights


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--write", action="store_true", help="train on all pages and save")
    options = parser.parse_args()
    pages = read_pages(options.bench)
    names = sorted({name for _, features, _, _ in pages for name in features})
    rows = np.array([[features.get(name, 0.0) for name in names] for _, features, _, _ in pages])
    right = np.array([is_article for _, _, is_article, _ in pages], dtype=float)
    folds = np.array([fold for fold, _, _, _ in pages])
    scores = np.zeros(len(pages))
    for fold in range(FOLDS):
        weights = train(rows[folds != fold], right[folds != fold])
        scores[folds == fold] = 1 / (1 + np.exp(-rows[folds == fold] @ weights))
    for title, chosen in (("with address", slice(0, None, 2)), ("without", slice(1, None, 2))):
        for threshold in (0.4, 0.5, 0.6):
            said, true = scores[chosen] >= threshold, right[chosen]
            hits = float((said * true).sum())
            precision, recall = hits / said.sum(), hits / true.sum()
            f1 = 2 * precision * recall / (precision + recall)
            print(
                f"{title} at {threshold}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"
            )
    if options.write:
        weights = train(rows, right)
        table = {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}
        note = "logistic regression; see benchmarks/train_page_type.py"
        WEIGHTS.write_text(
            json.dumps({"about": note, "weights": table}, indent=1) + "\n", encoding="utf-8"
        )
        for n, w in sorted(table.items(), key=lambda item: item[1]):
            print(f"  {w:7.2f} {n}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
