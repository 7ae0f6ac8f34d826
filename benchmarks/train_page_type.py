"""Trains the model that tells articles from other pages and prints cross-validated figures.

    python benchmarks/train_page_type.py BENCH_FOLDER [--write]

Logistic regression with an L2 penalty over the features of ``find_features``, articles and
others weighed as they occur in the data set with other pages; folds are cut by host.

That set is mostly in English. Two sets of articles alone, from 40 countries, share the weight of
its articles: short news and notices of offices stand among more links than essays do.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.training import FOLDS, Floats, descend, fold_of, read_set, write_weights
from scraper.page import Page, read_page
from scraper.parsers.body import find_body
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found
from scraper.parsers.page_type import _address, _by_rule, _count_words, find_features
from scraper.parsers.title import find_title

ROUNDS = 1500
PACE = 0.05
PENALTY = 0.004
THRESHOLD = 0.5
LEAST_WORDS = 60
SHARED = 0.375
"""Part of the articles' weight that lies on the sets of articles alone. From .125 to .5 the score
on the mixed set is the same within .002."""


@dataclass(frozen=True)
class Sample:
    """A page to learn from."""

    fold: int
    features: dict[str, float]
    is_article: bool
    is_from_articles: bool
    """Whether its data set holds articles alone."""


def read_samples(bench: Path) -> list[Sample]:
    """Return two samples of every page: with its address, and without one.

    Saved pages often have no address: the model has to do without it, too. In the sets of
    articles pages that show no text, or say that they are something else, are left out.
    """
    found = []
    for name, is_alone in (("wcxb-dev", False), ("htmldate-eval", True), ("readability", True)):
        for gold, content in read_set(bench / name):
            page = read_page(content, url=gold["url"])
            title = find_title(page)
            body = find_body(page, title)
            features = find_features(page, body, title)
            if is_alone and not _seems_article(page, body, title, features):
                continue
            fold, is_article = fold_of(gold["url"], gold["id"]), gold["page_type"] == "article"
            found.append(Sample(fold, features, is_article, is_alone))
            kept = {k: value for k, value in features.items() if k not in _address(gold["url"])}
            found.append(Sample(fold, {**kept, **_address(None)}, is_article, is_alone))
    return found


def _seems_article(
    page: Page, body: Body, title: Found[str] | None, features: dict[str, float]
) -> bool:
    """Return whether nothing speaks against a page of a set of articles."""
    if any(features[name] for name in ("talk type", "product type", "og product")):
        return False
    return _by_rule(page, body, title) is None and _count_words(body.text) >= LEAST_WORDS


def weigh(samples: list[Sample]) -> np.ndarray:
    """Return what each sample counts; all sum to 1.

    Articles weigh together what those of the mixed set alone would, so that the share of other
    pages stays; ``SHARED`` of it lies on the other sets' articles.
    """
    alone = np.array([sample.is_from_articles for sample in samples])
    articles = np.array([sample.is_article for sample in samples])
    mixed = articles & ~alone
    mass = np.ones(len(samples))
    mass[mixed] = 1 - SHARED
    mass[alone] = SHARED * mixed.sum() / max(alone.sum(), 1)
    return mass / mass.sum()


def train(rows: Floats, right: Floats, mass: Floats) -> Floats:
    """Return the weights of the penalised logistic regression."""

    def slope(weights: Floats) -> Floats:
        likely = 1 / (1 + np.exp(-rows @ weights))
        found: Floats = rows.T @ (mass * (likely - right)) + PENALTY * weights
        return found

    return descend(slope, rows.shape[1], rounds=ROUNDS, pace=PACE)


def _rate(scores: np.ndarray, right: np.ndarray) -> str:
    said = scores >= THRESHOLD
    hits = float((said * right).sum())
    precision, recall = hits / said.sum(), hits / right.sum()
    f1 = 2 * precision * recall / (precision + recall)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--write", action="store_true", help="train on all pages and save")
    options = parser.parse_args()
    samples = read_samples(options.bench)
    names = sorted({name for sample in samples for name in sample.features})
    rows = np.array([[sample.features.get(name, 0.0) for name in names] for sample in samples])
    right = np.array([sample.is_article for sample in samples], dtype=float)
    folds = np.array([sample.fold for sample in samples])
    scores = np.zeros(len(samples))
    for fold in range(FOLDS):
        seen = folds != fold
        mass = weigh([sample for sample in samples if sample.fold != fold])
        weights = train(rows[seen], right[seen], mass)
        scores[~seen] = 1 / (1 + np.exp(-rows[~seen] @ weights))
    alone = np.array([sample.is_from_articles for sample in samples])
    has_address = np.arange(len(samples)) % 2 == 0
    for title, chosen in (("with address", has_address), ("without", ~has_address)):
        print(f"{title}: {_rate(scores[chosen & ~alone], right[chosen & ~alone])}")
        said = scores[chosen & alone] >= THRESHOLD
        print(f"{title}, articles of the other sets: recall {said.mean():.3f} of {len(said)}")
    if options.write:
        weights = train(rows, right, weigh(samples))
        table = {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}
        note = "logistic regression; see benchmarks/train_page_type.py"
        write_weights("page_type", note, table)
        for n, w in sorted(table.items(), key=lambda item: item[1]):
            print(f"  {w:7.2f} {n}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
