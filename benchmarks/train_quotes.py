"""Learns the weights that tell quotations from other words in marks.

    python benchmarks/train_quotes.py QUOTES_FOLDER PAGES_FOLDER MAIN.jsonl [--write] [--folds 10]

``QUOTES_FOLDER`` holds ``gold.jsonl`` (quotes, non_quotes and ignore by page), ``PAGES_FOLDER``
its real pages as ``<id>.html.gz``, ``MAIN.jsonl`` their ``main_content``: spans are taken from the
blocks of the page whose words are in it, so that body extraction has no part in the figures.
Folds are made of whole pages, by a hash of their id; nothing is random. ``--predict`` also
extracts each page whole, with weights that never saw it, and writes what ``evaluate_quotes.py``
scores.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import predict

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from schemas.article import BlockKind
from scraper.page import Page, read_page
from scraper.parsers.body_text import Body, Piece, assemble
from scraper.parsers.quotes import recipe
from scraper.parsers.quotes.around import describe_all
from scraper.parsers.quotes.grammar import grammar_of
from scraper.parsers.quotes.marks import read_usage
from scraper.parsers.quotes.not_quotes import Model
from scraper.parsers.quotes.recipe import find_candidates, find_spans
from scraper.parsers.quotes.set_off import find_set_off
from scraper.parsers.quotes.setting import Setting
from scraper.parsers.quotes.texts import WORD

WEIGHTS = ROOT / "scraper" / "parsers" / "weights" / "quotes.json"
OVERLAP = 0.8
L2 = 3.0
STEPS = 40
THRESHOLD = 0.55
ELSEWHERE = 0.45
"""Least probabilities in English and in other languages (docs/decisions/0057)."""
LEAST_PAGES = 3
"""A feature seen on fewer pages is not learned."""
PRIOR = {
    "cited": 2.5,
    "source phrase": 2.0,
    "lead cited": 2.0,
    "calling near": -1.5,
    "calling far": -0.5,
    "work near": -1.5,
    "lead titled": -4.0,
    "lead oneself": -3.0,
    "proverb": -2.0,
    "cue modal": -1.5,
    "lead modal": -0.5,
    "mention generic": -1.5,
    "code signs": -1.0,
    "in code": -3.0,
    "label verb": -1.0,
    "after sure": 1.5,
    "before sure": 1.0,
    "mention named": 0.7,
    "edited": 1.0,
    "in q": 2.0,
    "page edited": 3.0,
    "no attribution & page edited": 3.0,
    "no attribution & page addressed": -2.0,
    "cited & words 3": -2.0,
    "bare title": -1.0,
    "lead read on": -4.0,
    "lead thought": -2.5,
    "lead infinitive": -2.0,
    "lead unsaid": -2.5,
    "lead common": -1.5,
    "mention universal": -4.0,
    "lead imperative": -1.0,
    "heading sample": -0.5,
    "in row": -0.5,
    "unsaid person": -2.0,
    "lead habitual": -2.0,
    "tail work": -2.0,
    "under heading": -1.5,
    "title case & in a": -1.0,
}
"""What the weights are drawn to where the pages say little: the definition of a quotation."""
KINDS: dict[str, BlockKind] = {
    "li": "list_item",
    "tr": "table_row",
    "pre": "code",
    "figcaption": "caption",
    **{f"h{level}": "heading" for level in range(1, 7)},
}


@dataclass(frozen=True, slots=True)
class Example:
    """One marked stretch with its features and whether it is a quotation."""

    page: str
    text: str
    features: dict[str, float]
    label: int


def bag(text: str) -> Counter[str]:
    """Return the words of a text with their counts."""
    return Counter(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """Return intersection over union of two bags."""
    union = (one | other).total()
    return (one & other).total() / union if union else 0.0


def squeeze(text: str) -> str:
    """Return the letters and digits of a text."""
    return re.sub(r"[\W_]+", "", text).casefold()


def body_of(page: Page, main: str) -> Body:
    """Return the blocks of a page whose words are in the main content, as a body."""
    words = squeeze(main)
    kept = [b for b in page.blocks if (plain := squeeze(b.text)) and plain in words]
    return assemble([Piece(b, KINDS.get(b.tag, "paragraph")) for b in kept])


def examples_of(
    gold: dict[str, Any], content: bytes, main: str, language: str
) -> Iterator[Example]:
    """Yield the marked stretches of a page that the gold set judges."""
    page = read_page(content, url=gold.get("url"))
    body = body_of(page, main)
    setting = Setting(
        page,
        body,
        tuple(b.text for b in body.blocks),
        grammar_of(language),
        read_usage([b.text for b in body.blocks], language),
    )
    spans = find_spans(setting, find_set_off(page, body, setting.grammar), language)
    candidates = find_candidates(setting, spans)
    judged = [(bag(t), 1) for q in gold["quotes"] for t in (q["parts"] or [q["text"]])]
    judged += [(bag(n["text"]), 0) for n in gold["non_quotes"] if n["class"] != "nested"]
    described = describe_all(setting, candidates, range(len(candidates)))
    for number, candidate in enumerate(candidates):
        words = bag(candidate.text)
        if words.total() < 3:
            continue
        best = max(judged, key=lambda item: overlap(words, item[0]), default=None)
        if best is not None and overlap(words, best[0]) >= OVERLAP:
            yield Example(gold["id"], candidate.text, described[number], best[1])


def fit(examples: Sequence[Example], l2: float = L2) -> dict[str, float]:
    """Return the weights of a logistic regression with an L2 penalty, by Newton's method."""
    pages: dict[str, set[str]] = {}
    for example in examples:
        for name in example.features:
            pages.setdefault(name, set()).add(example.page)
    names = sorted(name for name, seen in pages.items() if len(seen) >= LEAST_PAGES)
    column = {name: place for place, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in column:
                x[row, column[name]] = value
    y = np.array([example.label for example in examples], dtype=float)
    share = Counter(example.page for example in examples)
    # A page with forty spans says less than four pages with ten.
    weight = np.array([min(1.0, 12 / share[e.page]) for e in examples])
    penalty = np.full(len(names), l2)
    penalty[column["bias"]] = 1e-3
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    w = prior.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty * (w - prior)
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curve, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return PRIOR | {name: round(float(w[column[name]]), 4) for name in names}


def score(example: Example, weights: dict[str, float]) -> float:
    """Return the probability of an example."""
    total = sum(v * weights.get(k, 0.0) for k, v in example.features.items())
    return float(1 / (1 + np.exp(-total)))


def fold_of(page: str, folds: int) -> int:
    """Return the fold of a page."""
    return int(hashlib.sha1(page.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def cross_validate(examples: Sequence[Example], folds: int) -> list[tuple[Example, float]]:
    """Return each example with the probability given by weights that never saw its page."""
    found: list[tuple[Example, float]] = []
    for fold in range(folds):
        held = [e for e in examples if fold_of(e.page, folds) == fold]
        if held:
            weights = fit([e for e in examples if fold_of(e.page, folds) != fold])
            found += [(e, score(e, weights)) for e in held]
    return found


def predict_held_out(
    examples: Sequence[Example], tasks: Sequence[tuple[str, str | None, Path]], folds: int
) -> Iterator[dict[str, Any]]:
    """Yield the record of each page, extracted whole by weights that never saw it."""
    shipped = recipe.load_model
    for fold in range(folds):
        weights = fit([e for e in examples if fold_of(e.page, folds) != fold])
        model = Model(weights, THRESHOLD, ELSEWHERE)
        recipe.load_model = cache(lambda model=model: model)
        yield from (predict.predict(task) for task in tasks if fold_of(task[0], folds) == fold)
    recipe.load_model = shipped


def report(scored: Sequence[tuple[Example, float]], *, errors: bool) -> None:
    """Print hits and misses at the threshold, and the worst examples."""
    right = sum(e.label == 1 and p >= THRESHOLD for e, p in scored)
    false = sum(e.label == 0 and p >= THRESHOLD for e, p in scored)
    missed = sum(e.label == 1 and p < THRESHOLD for e, p in scored)
    f1 = 2 * right / (2 * right + false + missed)
    print(
        f"quotations {right + missed}, others {len(scored) - right - missed}: F1 {f1:.3f}, "
        f"false {false}, missed {missed}"
    )
    if errors:
        for example, p in sorted(scored, key=lambda item: -abs(item[1] - item[0].label)):
            if (p >= THRESHOLD) != bool(example.label):
                print(f"  {p:.2f} for {example.label} [{example.page}] {example.text[:90]}")
                print("      ", ", ".join(k for k in example.features if k != "bias"))


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_examples(options: argparse.Namespace) -> list[Example]:
    """Return the examples of the gold set and of its constructed shapes."""
    mains = {r["id"]: r["main_content"] for r in read_jsonl(options.main)}
    found: list[Example] = []
    for gold in read_jsonl(options.quotes / "gold.jsonl"):
        content = gzip.decompress((options.pages / f"{gold['id']}.html.gz").read_bytes())
        found += examples_of(gold, content, mains[gold["id"]], "en")
    shapes = options.quotes / "shapes"
    for gold in read_jsonl(shapes / "gold.jsonl"):
        content = (shapes / "pages" / f"{gold['id']}.html").read_bytes()
        found += examples_of(gold, content, gold["main_content"], gold["lang"])
    return found


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("quotes", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("main", type=Path)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--errors", action="store_true", help="list the held-out errors")
    parser.add_argument("--half", action="store_true", help="learn on even pages, test on odd ones")
    parser.add_argument("--predict", type=Path, help="write held-out records of the pages here")
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    options = parser.parse_args()
    examples = read_examples(options)
    if options.half:
        weights = fit([e for e in examples if fold_of(e.page, 2) == 0])
        report(
            [(e, score(e, weights)) for e in examples if fold_of(e.page, 2) == 1],
            errors=options.errors,
        )
        examples = [e for e in examples if fold_of(e.page, 2) == 0]
    report(cross_validate(examples, options.folds), errors=options.errors)
    if options.predict:
        tasks = list(predict.read_tasks(options.quotes / "gold.jsonl", options.pages))
        rows = predict_held_out(examples, tasks, options.folds)
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
        options.predict.write_text("".join(lines), encoding="utf-8")
    weights = fit(examples)
    print("in sample: ", end="")
    report([(e, score(e, weights)) for e in examples], errors=False)
    if options.write:
        stored = {
            "threshold": THRESHOLD,
            "elsewhere": ELSEWHERE,
            "examples": len(examples),
            "weights": weights,
        }
        WEIGHTS.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
