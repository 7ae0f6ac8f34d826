"""Trains the ranker of authors on public data sets and writes its weights.

    python benchmarks/train_authors.py BENCH [--check]

``BENCH`` is a folder with ``htmldate-eval``, ``readability`` and ``wcxb-dev``, each with
``gold.jsonl`` and ``pages/``. Boosted trees are fitted to all candidates of pages with a known
author, and of pages known to name none; needs CatBoost. With ``--check`` they are fitted five
times on four fifths of the hosts, in four partitions, and the mean figures of the fifths left out
are printed: the byline alone, by this script's comparison, where the sets' scorer also counts
names that a bio gives.
"""

import argparse
import json
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from catboost import CatBoostClassifier

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.training import FOLDS, read_set
from scraper.page import read_page
from scraper.parsers.authors.candidates import Candidate
from scraper.parsers.authors.displayed import find_displayed
from scraper.parsers.authors.model import Model, to_model
from scraper.parsers.authors.ranking import choose, find_candidates, rate
from scraper.parsers.authors.regions import read_regions
from scraper.parsers.authors.stated import find_stated
from scraper.parsers.body import find_body
from scraper.parsers.leading_lines import headline_blocks
from scraper.parsers.names import name_key, split_names
from scraper.parsers.site import find_site_name
from scraper.parsers.title import find_title

WEIGHTS = Path(__file__).resolve().parent.parent / "scraper/parsers/weights/authors.json"
SETS = ("htmldate-eval", "readability", "wcxb-dev")
PARTITIONS = 4
TREES = 250
DEPTH = 3
RATE = 0.06
RIDGE = 5.0
NEVER = 1e9
"""A border above all values."""
COPY_WEIGHT = 0.3
"""Weight of a page's copy without structured data: what is displayed must do by itself there."""

MARKS_FOR = frozenset(
    "by explicit class rel itemprop link bio-class signed bracketed presented copyright inner-word "
    "dated beside-date full source dateline written opened".split()
)
"""Marks that only speak for a name, in whatever part of the page."""

FOR = frozenset(
    "likelihood json-ld-main json-ld-article json-ld-other meta-author "
    "meta-article meta-other meta-citation meta-label microdata-main microdata-article "
    "microdata-other rdfa-main rdfa-article stated first-printed kinds "
    "agreed slug in-holder sole-by near-date".split()
)
"""Features that only speak for a name."""

AGAINST = frozenset(
    "in-comment in-related in-outside in-body label undefined admin credited others-stated "
    "others-printed tier repeated rest place hidden "
    "words-before in-teaser in-quote in-caption".split()
)
"""Features that only speak against one."""

MARKS_AGAINST = frozenset("speaks interviewed slashed crumb dashed".split())
"""Marks that only speak against a name, in whatever part of the page."""


@dataclass
class Sample:
    """One page's candidates and the names that gold gives."""

    source: str
    page_id: str
    host: str
    candidates: list[Candidate]
    gold: set[str]
    """Keys under which a candidate counts as an author: of each name, of the whole value."""
    split: set[str]
    """Keys of the names that the gold value holds, each once."""

    def fold(self, partition: int) -> int:
        """Return which fifth of a partition the page is in: all pages of a host are in the same."""
        return zlib.crc32(f"{self.host}{partition or ''}".encode()) % FOLDS


def gold_names(value: Any) -> set[str] | None:
    """Return the keys of a gold author field; None where it says nothing."""
    if value is None:
        return None
    values = [value] if isinstance(value, str) else value
    return split_gold(values) | {name_key(v) for v in values}


def split_gold(values: list[str] | None) -> set[str]:
    """Return the keys of the names in gold values, joined ones apart."""
    return {name_key(n.name) for v in values or () for n in split_names(v)}


def host_of(record: Mapping[str, Any]) -> str:
    """Return the last two labels of a page's host, or its id where it has no address."""
    try:
        host = urlsplit(record["url"] or "").hostname
    except ValueError:
        host = None
    return ".".join((host or record["id"]).removeprefix("www.").split(".")[-2:])


def read_samples(bench: Path) -> Iterator[tuple[Sample, Sample | None]]:
    """Yield the pages that can be learned from, each with its copy without structured data."""
    for source in SETS:
        for record, content in read_set(bench / source):
            author = record.get("author")
            gold = gold_names(author)
            if source == "wcxb-dev":
                if record["page_type"] != "article":
                    continue
                gold = gold or set()
            if gold is None:
                continue
            whole, bare = candidates_of(content, record["url"])
            place = (source, record["id"], host_of(record))
            names = split_gold([author] if isinstance(author, str) else author) or gold
            copy = Sample(*place, bare, gold, names) if bare and gold else None
            yield Sample(*place, whole, gold, names), copy


def candidates_of(
    content: bytes, url: str | None
) -> tuple[list[Candidate], list[Candidate] | None]:
    """Return the candidates of a page, described but not rated, with and without stated ones."""
    page = read_page(content, url=url)
    title = find_title(page)
    found = find_site_name(page)
    site = found.value if found else None
    headline = title.value if title else None
    body = find_body(page, title)
    regions = read_regions(page, headline, body.without(headline_blocks(body, title)))
    stated = find_stated(page, headline)
    displayed = find_displayed(regions, stated)
    whole = find_candidates(regions, displayed, stated, site)
    return whole, find_candidates(regions, displayed, [], site) if stated else None


def fit(samples: list[Sample], copies: list[Sample]) -> dict[str, Any]:
    """Return the stored form of a boosted model."""
    weighted = [(s, 1.0) for s in samples] + [(s, COPY_WEIGHT) for s in copies]
    rows = [(c.features, c.key in s.gold, weight) for s, weight in weighted for c in s.candidates]
    names = sorted({name for features, _, _ in rows for name in features})
    matrix = np.array([[features.get(name, 0.0) for name in names] for features, _, _ in rows])
    model = CatBoostClassifier(
        iterations=TREES,
        depth=DEPTH,
        learning_rate=RATE,
        l2_leaf_reg=RIDGE,
        monotone_constraints=[_direction(name) for name in names],
        random_seed=1,
        thread_count=1,
        verbose=0,
        allow_writing_files=False,
    )
    labels = [label for _, label, _ in rows]
    model.fit(matrix, labels, sample_weight=[weight for _, _, weight in rows])
    return to_stored(model, names)


def _direction(name: str) -> int:
    """Return whether a feature may only raise the likelihood (1), only lower it (-1), or both.

    Without that, features that go together part the work in odd ways, and pages of other shapes
    are judged wrongly.
    """
    part, _, mark = name.partition("-")
    if name in FOR or (part in ("top", "end", "far") and mark in MARKS_FOR):
        return 1
    return -1 if name in AGAINST or mark in MARKS_AGAINST else 0


def to_stored(model: CatBoostClassifier, names: list[str]) -> dict[str, Any]:
    """Return a trained model as the lists that ``ranking.to_model`` reads."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        written = json.loads(path.read_text(encoding="utf-8"))
    trees = [_padded(tree) for tree in written["oblivious_trees"]]
    scale, (bias,) = written["scale_and_bias"]
    return {
        "names": names,
        "columns": [columns for columns, _, _ in trees],
        "borders": [borders for _, borders, _ in trees],
        "values": [[round(scale * value, 4) for value in values] for _, _, values in trees],
        "bias": round(bias, 4),
    }


def _padded(tree: dict[str, Any]) -> tuple[list[int], list[float], list[float]]:
    """Return columns, borders and values of a tree, with questions that nothing answers yes to.

    Early stopping of a branch leaves some trees shallower than the others.
    """
    splits = tree["splits"]
    missing = DEPTH - len(splits)
    columns = [split["float_feature_index"] for split in splits] + [0] * missing
    borders = [round(split["border"], 4) for split in splits] + [NEVER] * missing
    values = tree["leaf_values"] + [0.0] * (2**DEPTH - len(tree["leaf_values"]))
    return columns, borders, values


def score(samples: list[Sample], model: Model) -> dict[str, float]:
    """Return set F1, exact sets, and authors invented where gold names none."""
    shares: list[float] = []
    exact: list[bool] = []
    invented: list[bool] = []
    for sample in samples:
        rate(sample.candidates, model)
        names = {candidate.key for candidate in choose(sample.candidates)}
        if not sample.gold:
            invented.append(bool(names))
            continue
        # A value that can't be split counts as one name, and so does one that is given whole.
        gold = sample.split if not names & (sample.gold - sample.split) else names & sample.gold
        hits = len(names & gold)
        shares.append(2 * hits / (len(names) + len(gold)))
        exact.append(names == gold)
    return {
        "pages": len(shares),
        "f1": float(np.mean(shares)) if shares else 0.0,
        "exact": float(np.mean(exact)) if exact else 0.0,
        "none": len(invented),
        "invented": float(np.mean(invented)) if invented else 0.0,
    }


def cross_check(pairs: list[tuple[Sample, Sample | None]]) -> None:
    """Print the figures of pages of hosts that were not fitted on."""
    rows: dict[str, list[dict[str, float]]] = {}
    for partition, fold in product(range(PARTITIONS), range(FOLDS)):
        fitted = [(s, copy) for s, copy in pairs if s.fold(partition) != fold]
        stored = fit([sample for sample, _ in fitted], [copy for _, copy in fitted if copy])
        model = to_model(stored)
        for source in SETS:
            part = [s for s, _ in pairs if s.fold(partition) == fold and s.source == source]
            rows.setdefault(source, []).append(score(part, model))
    for source, folds in rows.items():
        pages = sum(row["pages"] for row in folds)
        means = {n: sum(row[n] * row["pages"] for row in folds) / pages for n in ("f1", "exact")}
        none = sum(row["none"] for row in folds)
        if none:
            means["invented"] = sum(row["invented"] * row["none"] for row in folds) / none
        rounded = {name: round(value, 3) for name, value in means.items()}
        print(source, int(pages) // PARTITIONS, rounded)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path, help="folder of the data sets")
    parser.add_argument("--check", action="store_true", help="only print held-out figures")
    options = parser.parse_args()
    pairs = list(read_samples(options.bench))
    if options.check:
        cross_check(pairs)
        return 0
    stored = fit([sample for sample, _ in pairs], [copy for _, copy in pairs if copy])
    WEIGHTS.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    print(score([sample for sample, _ in pairs], to_model(stored)), WEIGHTS)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
