"""Trains the ranker for the day of publication and prints cross-validated figures.

    python benchmarks/train_dates.py BENCH_FOLDER [--write] [--worst N]

Each page is one multiple-choice question: its days, and the answer that none of them is the
article's. Folds are cut by host, so that no site is both learned from and tested on.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).absolute().parent.parent))

from benchmarks.training import FOLDS, SETS, fit_choices, fold_of, read_set, write_weights
from scraper.page import read_page
from scraper.parsers.body import find_body
from scraper.parsers.dates.day import ORIGINAL
from scraper.parsers.dates.days import Candidates, find_candidates, score_day
from scraper.parsers.dates.shown import displayed_day
from scraper.parsers.linear import weigh
from scraper.parsers.title import find_title

ROUNDS = 400
PACE = 0.08
PENALTY = 0.002
ARTICLE_WEIGHT, OTHER_WEIGHT, STATED_WEIGHT = 0.35, 0.15, 0.05
"""How much dateless pages count, beside 1 for a page with a date."""
PLACE_ROUNDS = 2
LEAST_PAGES = 4
FIRST_WEIGHTS = {
    "first-behind-headline": 1.0,
    "behind-headline:1-2": 1.0,
    "behind-headline:3-6": 0.5,
    "class:other:near": -1.0,
    "shape:many": -1.0,
    "label:published": 0.5,
}
POSITIVE = (*sorted(ORIGINAL), "original", "original:twice", "url", "time:published")
"""Features that never speak against a day, whatever the habits of the training pages."""


@dataclass(frozen=True)
class Question:
    """One page: its candidates and the right answer."""

    name: str
    page_id: str
    fold: int
    gold: str | None
    candidates: Candidates
    weight: float
    is_article: bool


def read_questions(bench: Path) -> list[Question]:
    """Return the pages with a day in the gold, and those of wcxb-dev without."""
    questions = []
    spent = []
    for name in SETS:
        for gold, content in read_set(bench / name):
            day = gold.get("publish_date")
            if not day and name != "wcxb-dev":
                continue
            page = read_page(content, url=gold["url"])
            title = find_title(page)
            body = find_body(page, title)
            started = time.process_time()
            candidates = find_candidates(page, title, body)
            spent.append((time.process_time() - started) * 1000)
            is_article = gold.get("page_type", "article") == "article"
            weight = 1.0 if day else ARTICLE_WEIGHT if is_article else OTHER_WEIGHT
            if not day and any(ORIGINAL & d.features.keys() for d in candidates.days):
                # The page states its date and the annotators did not take it: no lesson in that.
                weight = STATED_WEIGHT
            fold = fold_of(gold["url"], gold["id"])
            questions.append(Question(name, gold["id"], fold, day, candidates, weight, is_article))
    print(f"candidates: {np.median(spent):.2f} ms median, {np.percentile(spent, 95):.2f} p95")
    return questions


def right_answers(question: Question) -> np.ndarray:
    """Return which answers are right; the last is "none of them"."""
    gold = question.gold
    if not gold:
        return np.array([False] * len(question.candidates.rivals) + [True])
    if len(gold) == 7:
        right = [
            date.fromordinal(d.ordinal).isoformat()[:7] == gold for d in question.candidates.rivals
        ]
    else:
        wanted = date.fromisoformat(gold[:10]).toordinal()
        right = [day.ordinal == wanted for day in question.candidates.rivals]
    return np.array([*right, not any(right)])


def to_rows(question: Question, index: dict[str, int], weights: dict[str, float]) -> np.ndarray:
    """Return the features of all answers as rows, "none of them" last.

    Of the places where a day is displayed the one that the weights of the last round prefer
    goes in.
    """
    answers = []
    for day in question.candidates.rivals:
        place = max(day.visible, key=lambda place: weigh(place, weights), default={})
        answers.append({**day.features, **place})
    answers.append(dict(question.candidates.absent))
    rows = np.zeros((len(answers), len(index)))
    for number, features in enumerate(answers):
        for name, value in features.items():
            if name in index:
                rows[number, index[name]] = value
    return rows


def fit(questions: list[Question], index: dict[str, int]) -> dict[str, float]:
    """Return weights, trained in rounds that each choose the places anew."""
    weights = dict(FIRST_WEIGHTS)
    least = np.array([0.0 if name in POSITIVE else -np.inf for name in index])
    for _ in range(PLACE_ROUNDS):
        data = [(to_rows(q, index, weights), right_answers(q), q.weight) for q in questions]
        trained = fit_choices(data, len(index), PENALTY, rounds=ROUNDS, pace=PACE, least=least)
        weights = {name: float(trained[n]) for name, n in index.items()}
    return weights


def read_index(questions: list[Question]) -> dict[str, int]:
    """Return the features that occur often enough to be learned, numbered."""
    counted: dict[str, int] = {}
    for question in questions:
        names = set(question.candidates.absent)
        for day in question.candidates.rivals:
            names.update(day.features, *day.visible)
        for name in names:
            counted[name] = counted.get(name, 0) + 1
    return {
        name: n for n, name in enumerate(sorted(k for k, v in counted.items() if v >= LEAST_PAGES))
    }


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--write", action="store_true", help="train on all pages and save")
    parser.add_argument("--worst", type=int, default=0, help="list wrong pages")
    options = parser.parse_args()
    questions = read_questions(options.bench)
    index = read_index(questions)
    chosen = [0] * len(questions)
    for fold in range(FOLDS):
        weights = fit([q for q in questions if q.fold != fold], index)
        for number, question in enumerate(questions):
            if question.fold == fold:
                chosen[number] = choose(question, weights)
    report(questions, chosen, options.worst)
    if options.write:
        table = {n: round(w, 3) for n, w in fit(questions, index).items() if abs(w) >= 0.01}
        note = "softmax over a page's days; see benchmarks/train_dates.py"
        write_weights("dates", note, table)
    return 0


def choose(question: Question, weights: dict[str, float]) -> int:
    """Return the number of the answer with the highest score."""
    scores = [score_day(day, weights) for day in question.candidates.rivals]
    best = int(np.argmax([*scores, weigh(question.candidates.absent, weights)]))
    days = question.candidates.rivals
    if best == len(days):
        return best
    return days.index(displayed_day(days[best], question.candidates))


def report(questions: list[Question], chosen: list[int], worst: int) -> None:
    """Print figures per set, and wrong pages."""
    answers = [right_answers(question) for question in questions]
    for name in SETS:
        numbers = [n for n, q in enumerate(questions) if q.name == name and q.gold]
        none = [chosen[n] == len(answers[n]) - 1 for n in numbers]
        hit = [bool(answers[n][chosen[n]]) for n in numbers]
        there = [not answers[n][-1] for n in numbers]
        day = np.mean([h and not e for h, e in zip(hit, none, strict=True)])
        print(
            f"{name:15s} {len(numbers):4d} pages  day {day:.3f}  "
            f"among candidates {np.mean(there):.3f}  no answer {np.mean(none):.3f}"
        )
    for is_article, label in ((True, "articles"), (False, "other pages")):
        numbers = [n for n, q in enumerate(questions) if not q.gold and q.is_article == is_article]
        false = [chosen[n] != len(answers[n]) - 1 for n in numbers]
        print(f"dateless {label}: {len(numbers)} pages, given a date {np.mean(false):.3f}")
    for number, question in enumerate(questions):
        answer = chosen[number]
        days = question.candidates.rivals
        if worst > 0 and question.gold and not (answers[number][answer] and answer < len(days)):
            worst -= 1
            said = date.fromordinal(days[answer].ordinal) if answer < len(days) else None
            mark = " (not a candidate)" if answers[number][-1] else ""
            print(question.name, question.page_id, question.gold, "said", said, mark)


if __name__ == "__main__":
    raise SystemExit(main())
