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
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scraper.page import read_page
from scraper.parsers.title import find_plain
from scraper.parsers.title.candidates import Candidate, find_candidates

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


@dataclass(frozen=True)
class Question:
    """One page: its readings of the headline, and which of them are right."""

    name: str
    fold: int
    gold: str
    candidates: list[Candidate]
    right: list[bool]
    plain: str | None
    """The headline that heading and metadata agree on, which needs no ranking."""

    @property
    def is_lesson(self) -> bool:
        """Return whether the gold is what the page displays, or the page displays nothing.

        On one page of wcxb-dev in fifteen the gold is the wording of ``<title>`` beside another
        one in the heading: that teaches to distrust headings.
        """
        right = [c for c, is_right in zip(self.candidates, self.right, strict=True) if is_right]
        shows = any("h1" in c.features and "is-site" not in c.features for c in self.candidates)
        return bool(right) and (any(_is_displayed(c) for c in right) or not shows)


def _is_displayed(candidate: Candidate) -> bool:
    return candidate.source == "heading" or "displayed" in candidate.features


def read_questions(bench: Path) -> list[Question]:
    """Return the article pages with a title in the gold."""
    questions = []
    spent = []
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
            page = read_page(content, url=gold["url"])
            _ = page.blocks, page.structured
            started = time.process_time()
            plain = find_plain(page)
            found = None if plain else find_candidates(page)
            spent.append((time.process_time() - started) * 1000)
            candidates = found or find_candidates(page)
            right = [key(c.text) == key(gold["title"]) for c in candidates]
            fold = fold_of(gold["url"], gold["id"])
            value = plain.value if plain else None
            questions.append(Question(name, fold, gold["title"], candidates, right, value))
    print(f"title: {np.median(spent):.2f} ms median, {np.mean(spent):.2f} mean")
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
    names = sorted({name for q in questions for c in q.candidates for name in c.features})
    index = {name: number for number, name in enumerate(names)}
    data = [to_rows(question, index) for question in questions]
    hits: dict[str, list[tuple[bool, bool]]] = {name: [] for name in SETS}
    for fold in range(FOLDS):
        weights = train(
            [d for d, q in zip(data, questions, strict=True) if q.fold != fold and q.is_lesson],
            len(names),
        )
        for (rows, _), question in zip(data, questions, strict=True):
            if question.fold == fold:
                said = answer(question, rows, weights)
                hits[question.name].append((key(said) == key(question.gold), any(question.right)))
    for name in SETS:
        exact, reachable = np.mean(hits[name], axis=0)
        agreed = [q for q in questions if q.name == name and q.plain]
        certain = np.mean([key(q.plain or "") == key(q.gold) for q in agreed])
        print(
            f"{name:15s} {len(hits[name]):4d} pages  exact {exact:.3f}  "
            f"among the candidates {reachable:.3f}  "
            f"heading and metadata agree {len(agreed)}, right {certain:.3f}"
        )
    if options.write:
        lessons = [d for d, q in zip(data, questions, strict=True) if q.is_lesson]
        weights = train(lessons, len(names))
        table = {
            n: round(float(w), 3) for n, w in zip(names, weights, strict=True) if abs(w) >= 0.01
        }
        note = "softmax over linear scores; see benchmarks/train_title.py"
        WEIGHTS.write_text(
            json.dumps({"about": note, "weights": table}, indent=1) + "\n", encoding="utf-8"
        )
    return 0


def to_rows(question: Question, index: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of a question's candidates as rows, and which are right."""
    rows = np.zeros((len(question.candidates), len(index)))
    for number, candidate in enumerate(question.candidates):
        for name, value in candidate.features.items():
            rows[number, index[name]] = value
    return rows, np.array(question.right, dtype=bool)


def answer(question: Question, rows: np.ndarray, weights: np.ndarray) -> str:
    """Return the headline that the parser would give with some weights."""
    if question.plain or not question.candidates:
        return question.plain or ""
    return question.candidates[int(np.argmax(rows @ weights))].text


if __name__ == "__main__":
    raise SystemExit(main())
