"""Trains the headline ranker and prints cross-validated figures.

    python benchmarks/train_title.py BENCH_FOLDER [--write]

Each page is one multiple-choice question: its candidates, of which those equal to the gold title
are right. A softmax over linear scores is fitted by gradient descent with an L2 penalty; folds
are cut by host, so that no site is both learned from and tested on.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scraper.page import read_page
from scraper.parsers.title import Candidate, find_candidates

FOLDS = 5
ROUNDS = 400
PENALTY = 0.0005
SETS = ("wcxb-dev", "htmldate-eval", "readability")
WEIGHTS = Path(__file__).parent.parent / "scraper" / "parsers" / "weights" / "title.json"


def fold_of(url: str | None, page_id: str) -> int:
    """Return the fold of a page, the same for all pages of a host."""
    host = urlsplit(url or "").hostname or page_id
    return int(hashlib.sha256(host.encode()).hexdigest(), 16) % FOLDS


def key(text: str) -> str:
    """Return the words of a title, folded, as the scorers compare them."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def read_questions(bench: Path) -> list[tuple[str, int, list[Candidate], list[bool]]]:
    """Return (set, fold, candidates, which are right) for each page with a gold title."""
    questions = []
    for name in SETS:
        for line in (bench / name / "gold.jsonl").read_text(encoding="utf-8").split("\n"):
            if not line:
                continue
            gold = json.loads(line)
            if not gold.get("title") or gold.get("page_type", "article") != "article":
                continue
            content = gzip.decompress(
                (bench / name / "pages" / f"{gold['id']}.html.gz").read_bytes()
            )
            candidates = find_candidates(read_page(content, url=gold["url"]))
            right = [key(c.text) == key(gold["title"]) for c in candidates]
            questions.append((name, fold_of(gold["url"], gold["id"]), candidates, right))
    return questions


def train(questions: list[tuple[np.ndarray, np.ndarray]], size: int) -> np.ndarray:
    """Return the weights that make right candidates most likely."""
    rows = np.concatenate([x for x, y in questions if y.any()])
    right = np.concatenate([y for x, y in questions if y.any()])
    groups = np.repeat(
        np.arange(sum(y.any() for _, y in questions)), [len(y) for _, y in questions if y.any()]
    )
    count = groups[-1] + 1
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    weights = np.zeros(size)
    moment, square = np.zeros(size), np.zeros(size)
    for step in range(1, ROUNDS + 1):
        scores = rows @ weights
        top = np.maximum.reduceat(scores, starts)
        likely = np.exp(scores - top[groups])
        share = likely / np.bincount(groups, likely)[groups]
        wanted = likely * right
        target = wanted / np.maximum(np.bincount(groups, wanted)[groups], 1e-12)
        slope = rows.T @ (share - target) / count + PENALTY * weights
        moment = 0.9 * moment + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        pace = 0.1 * moment / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights = weights - pace
    return weights


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--write", action="store_true", help="train on all pages and save")
    options = parser.parse_args()
    questions = read_questions(options.bench)
    names = sorted({name for _, _, cands, _ in questions for c in cands for name in c.features})
    index = {name: number for number, name in enumerate(names)}
    data = []
    for _, _, candidates, right in questions:
        rows = np.zeros((len(candidates), len(names)))
        for number, candidate in enumerate(candidates):
            for name, value in candidate.features.items():
                rows[number, index[name]] = value
        data.append((rows, np.array(right, dtype=bool)))
    hits: dict[str, list[bool]] = {name: [] for name in SETS}
    reachable: dict[str, list[bool]] = {name: [] for name in SETS}
    for fold in range(FOLDS):
        weights = train(
            [d for d, q in zip(data, questions, strict=True) if q[1] != fold and len(d[1])],
            len(names),
        )
        for (rows, right), question in zip(data, questions, strict=True):
            if question[1] == fold:
                hits[question[0]].append(
                    bool(len(right)) and bool(right[int(np.argmax(rows @ weights))])
                )
                reachable[question[0]].append(bool(right.any()))
    for name in SETS:
        print(
            f"{name:15s} {len(hits[name]):4d} pages  exact {np.mean(hits[name]):.3f}  "
            f"among the candidates {np.mean(reachable[name]):.3f}"
        )
    if options.write:
        weights = train([d for d in data if len(d[1])], len(names))
        table = {
            n: round(float(w), 3) for n, w in zip(names, weights, strict=True) if abs(w) >= 0.01
        }
        note = "softmax over linear scores; see benchmarks/train_title.py"
        WEIGHTS.write_text(
            json.dumps({"about": note, "weights": table}, indent=1) + "\n", encoding="utf-8"
        )
        for n, w in sorted(table.items(), key=lambda item: item[1]):
            print(f"  {w:7.2f} {n}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
