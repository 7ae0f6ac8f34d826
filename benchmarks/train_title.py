"""Trains the headline ranker and prints cross-validated figures.

    python benchmarks/train_title.py BENCH_FOLDER [--write]

Each page is one multiple-choice question: its candidates, of which those equal to the gold title
are right. A softmax over linear scores is fitted by gradient descent with an L2 penalty; folds
are cut by host, so that no site is both learned from and tested on.
"""

import argparse
import re
import sys
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.training import FOLDS, SETS, Floats, fit_choices, fold_of, read_set, write_weights
from scraper.page import read_page
from scraper.parsers.title import find_plain
from scraper.parsers.title.candidates import Candidate, find_candidates

ROUNDS = 400
PACE = 0.1
PENALTY = 0.0005


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
        for gold, content in read_set(bench / name):
            if not gold.get("title") or gold.get("page_type", "article") != "article":
                continue
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


def train(questions: list[tuple[Floats, Floats]], size: int) -> Floats:
    """Return the weights that make right candidates most likely."""
    lessons = [(rows, right, 1.0) for rows, right in questions if right.any()]
    return fit_choices(lessons, size, PENALTY, rounds=ROUNDS, pace=PACE)


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
        write_weights("title", note, table)
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
