"""Trains the ranker of authors on public data sets and writes its weights.

    python benchmarks/train_authors.py BENCH [--check]

``BENCH`` is a folder with ``htmldate-eval``, ``readability`` and ``wcxb-dev``, each with
``gold.jsonl`` and ``pages/``. A logistic model with a ridge penalty is fitted to all candidates
of pages with a known author, and of pages known to name none. With ``--check`` it is fitted
five times on four fifths of the pages, and the figures of the fifth left out are printed.
"""

import argparse
import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scraper.page import read_page
from scraper.parsers.authors.displayed import find_displayed
from scraper.parsers.authors.ranking import Candidate, choose, find_candidates, rate
from scraper.parsers.authors.regions import read_regions
from scraper.parsers.authors.stated import find_stated
from scraper.parsers.body import find_body
from scraper.parsers.names import name_key, split_names
from scraper.parsers.site import find_site_name
from scraper.parsers.title import find_title

WEIGHTS = Path(__file__).resolve().parent.parent / "scraper/parsers/weights/authors.json"
SETS = ("htmldate-eval", "readability", "wcxb-dev")
FOLDS = 5
RIDGE = 2.0
STEPS = 60
RARE = 3
"""A feature seen on fewer candidates is not learned from."""


FOR = frozenset(
    "class-strong class by-word rel itemprop link-strong link in-author bio-class presented "
    "signed line copyright json-ld-main json-ld-article microdata-main microdata-article rdfa- "
    "main rdfa-article json-ld-other meta-author meta-article meta-citation meta-other meta- "
    "label stated stated-twice stated*displayed stated*shown first-printed likelihood marks "
    "mentions site-name is-site*person displayed".split()
)
"""Features that only speak for a name."""

AGAINST = frozenset(
    "in-comment in-related in-outside label undefined admin many-words stated*hidden login*hidden "
    "lower*hidden organization*hidden one-word*hidden is-site*hidden others-stated others-printed "
    "stated*others-printed organization*others-printed credited item heading".split()
)
"""Features that only speak against one."""


@dataclass
class Sample:
    """One page's candidates and the names that gold gives."""

    source: str
    page_id: str
    candidates: list[Candidate]
    gold: set[str]

    @property
    def fold(self) -> int:
        """Which fifth the page belongs to; by its id, so that it stays."""
        return zlib.crc32(f"{self.source}/{self.page_id}".encode()) % FOLDS


def gold_names(value: Any) -> set[str] | None:
    """Return the keys of a gold author field; None where it says nothing."""
    if value is None:
        return None
    values = [value] if isinstance(value, str) else value
    return {name_key(n.name) for v in values for n in split_names(v)} | {
        name_key(v) for v in values
    }


def read_samples(bench: Path) -> Iterator[Sample]:
    """Yield the pages that can be learned from."""
    for source in SETS:
        with (bench / source / "gold.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                gold = gold_names(record.get("author"))
                if gold is None and source == "wcxb-dev" and record["page_type"] == "article":
                    gold = set()
                if gold is None:
                    continue
                path = bench / source / "pages" / f"{record['id']}.html.gz"
                content = gzip.decompress(path.read_bytes())
                yield Sample(source, record["id"], candidates_of(content, record["url"]), gold)


def candidates_of(content: bytes, url: str | None) -> list[Candidate]:
    """Return the candidates of a page, described but not rated."""
    page = read_page(content, url=url)
    title = find_title(page)
    site = find_site_name(page)
    headline = title.value if title else None
    regions = read_regions(page, headline, find_body(page, title))
    return find_candidates(
        regions, find_displayed(regions), find_stated(page, headline), site.value if site else None
    )


def fit(samples: list[Sample]) -> dict[str, float]:
    """Return the weights of a logistic model, fitted by Newton steps."""
    rows = [(c.features, c.key in s.gold) for s in samples for c in s.candidates]
    seen: dict[str, int] = {}
    for features, _ in rows:
        for name, value in features.items():
            seen[name] = seen.get(name, 0) + bool(value)
    names = ["bias", *sorted(name for name, count in seen.items() if count >= RARE)]
    index = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    matrix[:, 0] = 1.0
    for row, (features, _) in enumerate(rows):
        for name, value in features.items():
            if name in index:
                matrix[row, index[name]] = value
    labels = np.array([label for _, label in rows], dtype=float)
    weights = _solve(matrix, labels, *_bounds(names))
    return {name: round(float(weights[place]), 3) for name, place in index.items()}


def _bounds(names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the least and greatest weight of each feature.

    What marks a name as an author's never speaks against it, and the other way round: without
    that, features that go together get weights of opposite signs, and pages of other shapes
    are judged wrongly.
    """
    least = np.full(len(names), -np.inf)
    greatest = np.full(len(names), np.inf)
    for place, name in enumerate(names):
        mark = name.split("@")[0]
        if mark in FOR and ("@" not in name or not name.split("@")[1].startswith("repeated")):
            least[place] = 0.0
        elif mark in AGAINST:
            greatest[place] = 0.0
    return least, greatest


def _solve(
    matrix: np.ndarray, labels: np.ndarray, least: np.ndarray, greatest: np.ndarray
) -> np.ndarray:
    """Return the weights of least loss within bounds, by Newton steps on the free ones."""
    weights = np.zeros(matrix.shape[1])
    penalty = np.full(matrix.shape[1], RIDGE)
    penalty[0] = 1e-3
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        gradient = matrix.T @ (chance - labels) + penalty * weights
        free = ~(((weights <= least) & (gradient > 0)) | ((weights >= greatest) & (gradient < 0)))
        part = matrix[:, free]
        spread = chance * (1 - chance)
        hessian = (part * spread[:, None]).T @ part + np.diag(penalty[free])
        step = np.zeros_like(weights)
        step[free] = np.linalg.solve(hessian, gradient[free])
        moved = np.clip(weights - step, least, greatest)
        if np.abs(moved - weights).max() < 1e-4:
            break
        weights = moved
    return weights


def score(samples: list[Sample], weights: dict[str, float]) -> dict[str, float]:
    """Return set F1, exact sets, and authors invented where gold names none."""
    shares: list[float] = []
    exact: list[bool] = []
    invented: list[bool] = []
    for sample in samples:
        rate(sample.candidates, weights)
        names = {candidate.key for candidate in choose(sample.candidates)}
        gold = {key for key in sample.gold if key in names} or sample.gold
        if not sample.gold:
            invented.append(bool(names))
            continue
        hits = len(names & gold)
        shares.append(2 * hits / (len(names) + len(gold)))
        exact.append(names == gold)
    return {
        "pages": len(shares),
        "f1": float(np.mean(shares)) if shares else 0.0,
        "exact": float(np.mean(exact)) if exact else 0.0,
        "invented": float(np.mean(invented)) if invented else 0.0,
    }


def cross_check(samples: list[Sample]) -> None:
    """Print the figures of pages that were not fitted on."""
    rows: dict[str, list[dict[str, float]]] = {}
    for fold in range(FOLDS):
        weights = fit([s for s in samples if s.fold != fold])
        for source in SETS:
            part = [s for s in samples if s.fold == fold and s.source == source]
            rows.setdefault(source, []).append(score(part, weights))
    for source, folds in rows.items():
        pages = sum(row["pages"] for row in folds)
        means = {
            name: sum(row[name] * row["pages"] for row in folds) / pages
            for name in ("f1", "exact", "invented")
        }
        print(source, int(pages), {name: round(value, 3) for name, value in means.items()})


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path, help="folder of the data sets")
    parser.add_argument("--check", action="store_true", help="only print held-out figures")
    options = parser.parse_args()
    samples = list(read_samples(options.bench))
    if options.check:
        cross_check(samples)
        return 0
    text = json.dumps({"weights": fit(samples)}, indent=1, sort_keys=True)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    print(score(samples, fit(samples)), WEIGHTS)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
