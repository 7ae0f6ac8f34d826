"""Trains the body model and writes its weights; needs the development packages (catboost).

    python benchmarks/train_body.py DATA_DIR -o scraper/parsers/weights/body.npz

``DATA_DIR`` holds ``gold.jsonl`` (``id``, ``url``, ``page_type``, ``main_content``) and
``pages/<id>.html.gz``. Pages of one site stay in one fold. Before the weights are written, the
model is trained once for each fold on the other folds, and the score of the pages left out is
printed. Same data, same seed, same weights.
"""

import argparse
import gzip
import hashlib
import json
import math
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from catboost import CatBoostClassifier

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.body_labels import label_blocks, words_of
from benchmarks.body_variants import plain_markup, wide_script
from benchmarks.training import FOLDS, read_set
from scraper.page import Page, read_page
from scraper.parsers.body.features import Described, describe
from scraper.parsers.body.find import body_of, find_body, title_of
from scraper.parsers.body.layout import HINT_KEYS, Hints, name_parts
from scraper.parsers.body.trees import Trees

SEED = 1
DEPTH = 6
HINT_PAGES = 4
"""Pages that a word of class names must stand on to be kept."""
HINT_PRIOR = 0.4
HINT_STRENGTH = 4.0
HINT_FEATURES = ("least_", "most_", "path_")
HINTLESS_SHARE = 0.3
VARIANT_SHARE = 0.25
AGREED_STEP = 2
AGREED_WORDS = 120
AGREED_SCORE = 0.93
AGREED_TRUST = 0.4


@dataclass
class Sample:
    """One page with its labels."""

    id: str
    fold: int
    page: Page
    gold: str
    labels: np.ndarray[Any, Any]
    sizes: np.ndarray[Any, Any]
    described: Described | None = None
    variants: tuple[np.ndarray[Any, Any], ...] = ()
    """Features of the page as page builders write it, and in a script without spaces."""
    probabilities: np.ndarray[Any, Any] | None = None
    trust: np.ndarray[Any, Any] | None = None
    """What each label is worth; None where a person has checked the reference text."""


def read_samples(folder: Path, types: set[str]) -> list[Sample]:
    """Return the annotated pages of some types; a page without blocks teaches nothing."""
    samples = []
    for record, content in read_set(folder):
        if record["page_type"] not in types or not record["main_content"]:
            continue
        page = read_page(content, url=record["url"])
        if not page.blocks:
            continue
        labels, sizes = label_blocks([block.text for block in page.blocks], record["main_content"])
        samples.append(
            Sample(
                record["id"],
                fold_of(record["url"]),
                page,
                record["main_content"],
                np.array(labels, float),
                np.array(sizes, float),
            )
        )
    return samples


def read_agreed(folder: Path) -> list[Sample]:
    """Return pages without a reference text on which two extractors agree.

    These are the weights that ship now and trafilatura. Blocks that only one of them takes teach
    nothing; the others count less than checked ones.
    """
    import trafilatura

    samples = []
    for file in sorted((folder / "pages").glob("*.html.gz"))[::AGREED_STEP]:
        content = gzip.decompress(file.read_bytes())
        page = read_page(content)
        theirs = trafilatura.extract(content, include_comments=False, fast=True) or ""
        ours = find_body(page, None).text
        if len(words_of(ours)) < AGREED_WORDS or _word_f1(ours, theirs) < AGREED_SCORE:
            continue
        texts = [block.text for block in page.blocks]
        labels, sizes = label_blocks(texts, theirs)
        same = np.array(labels) == np.array(label_blocks(texts, ours)[0])
        samples.append(
            Sample(
                file.name.removesuffix(".html.gz"),
                -1,
                page,
                theirs,
                np.array(labels, float),
                np.array(sizes, float),
                trust=AGREED_TRUST * same,
            )
        )
    return samples


def _word_f1(first: str, second: str) -> float:
    a, b = Counter(words_of(first)), Counter(words_of(second))
    return 2 * (a & b).total() / max(a.total() + b.total(), 1)


def fold_of(url: str) -> int:
    """Return the fold of a page: one for all pages of a registered name."""
    site = ".".join((urlsplit(url).hostname or "").split(".")[-2:])
    return int(hashlib.md5(site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def learn_hints(samples: Iterable[Sample]) -> dict[str, float]:
    """Return what the words of class names say: log odds that text below them is body.

    Every page has one voice a word: the share of the words below it that are body.
    """
    share: dict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    for sample in samples:
        for word, value in _hint_shares(sample).items():
            share[word] += value
            count[word] += 1
    prior = math.log(HINT_PRIOR / (1 - HINT_PRIOR))
    weights = {}
    for word, pages in sorted(count.items()):
        if pages >= HINT_PAGES:
            rate = (share[word] + HINT_STRENGTH * HINT_PRIOR) / (pages + HINT_STRENGTH)
            rate = min(max(rate, 0.01), 0.99)
            weights[word] = round(math.log(rate / (1 - rate)) - prior, 3)
    return weights


def _hint_shares(sample: Sample) -> dict[str, float]:
    """Return for each word of class names the share of body among the words below it."""
    body = np.concatenate(([0.0], np.cumsum(sample.labels * sample.sizes)))
    all_ = np.concatenate(([0.0], np.cumsum(sample.sizes)))
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for container in sample.page.containers[1:]:
        below = all_[container.end] - all_[container.first]
        if not below:
            continue
        for key in HINT_KEYS:
            if key == "id" and container.tag[0] == "h":
                continue
            for word in name_parts(container.attributes.get(key) or ""):
                sums[word][0] += body[container.end] - body[container.first]
                sums[word][1] += below
    return {word: part / below for word, (part, below) in sums.items()}


def add_features(samples: Sequence[Sample], hints: Hints) -> None:
    """Describe the blocks of some pages, and of the variants of those that have a gold text."""
    for sample in samples:
        page, title = sample.page, title_of(sample.page)
        sample.described = describe(page.blocks, page.containers, title, hints)
        if sample.trust is None:
            plain = describe(*plain_markup(page.blocks, page.containers), title, hints)
            wide = describe(wide_script(page.blocks), page.containers, title, hints)
            names = list(plain.columns)
            sample.variants = (plain.matrix(names), wide.matrix(names))


def weigh(sample: Sample) -> np.ndarray[Any, Any]:
    """Return what each block is worth in training: its part of the page's word score."""
    body = max(float((sample.labels * sample.sizes).sum()), 60.0)
    worth = np.minimum((sample.sizes + 1) / body, 0.25) + 0.15 / max(len(sample.sizes), 40)
    return worth if sample.trust is None else worth * sample.trust


def fit(samples: Sequence[Sample], names: list[str], options: argparse.Namespace) -> Trees:
    """Return the model trained on some pages: the mean of several that differ by their seed."""
    labels = np.concatenate([s.labels for s in samples])
    weights = np.concatenate([weigh(s) for s in samples])
    members = []
    for seed in range(SEED, SEED + options.models):
        matrix = np.concatenate(list(_matrices(samples, names, seed)), axis=1).T
        model = CatBoostClassifier(
            iterations=options.trees,
            depth=DEPTH,
            learning_rate=options.rate,
            l2_leaf_reg=15,
            random_seed=seed,
            rsm=0.3,
            bootstrap_type="Bernoulli",
            subsample=0.7,
            border_count=48,
            thread_count=2,
            verbose=False,
            allow_writing_files=False,
        )
        model.fit(matrix, labels, sample_weight=weights)
        members.append(model)
    return to_trees(members, names)


def _matrices(
    samples: Sequence[Sample], names: list[str], seed: int
) -> Iterator[np.ndarray[Any, Any]]:
    """Yield the features of pages; some lose what class names say, some become a variant.

    Class names in other languages, or made by a machine, say nothing: the model has to learn to
    do without them, and likewise without elements that mean something and without words.
    """
    random = np.random.default_rng(seed)
    told = [row for row, name in enumerate(names) if name.startswith(HINT_FEATURES)]
    for sample in samples:
        matrix = _described(sample).matrix(names)
        if sample.variants and random.random() < VARIANT_SHARE:
            matrix = sample.variants[random.integers(len(sample.variants))].copy()
        if random.random() < HINTLESS_SHARE:
            matrix[told] = 0
        yield matrix


def to_trees(models: Sequence[CatBoostClassifier], names: list[str]) -> Trees:
    """Return the mean of models as arrays; features that no tree asks about are left out."""
    trees: list[dict[str, Any]] = []
    values: list[float] = []
    bias = 0.0
    for model in models:
        stored = stored_model(model)
        scale, (shift,) = stored["scale_and_bias"]
        bias += shift / len(models)
        places = [f["flat_feature_index"] for f in stored["features_info"]["float_features"]]
        for tree in stored["oblivious_trees"]:
            for split in tree["splits"]:
                split["place"] = places[split["float_feature_index"]]
            if len(tree["splits"]) == DEPTH:
                trees.append(tree)
                values += [value * scale / len(models) for value in tree["leaf_values"]]
    keys = sorted({(s["place"], s["border"]) for tree in trees for s in tree["splits"]})
    number = {key: place for place, key in enumerate(keys)}
    used = sorted({place for place, _ in keys})
    splits = [[number[s["place"], s["border"]] for s in tree["splits"]] for tree in trees]
    return Trees(
        names=[names[place] for place in used],
        question_feature=np.array([used.index(place) for place, _ in keys]),
        question_border=np.array([border for _, border in keys], np.float32),
        splits=np.array(splits).T,
        values=np.array(values, np.float32),
        bias=bias,
    )


def stored_model(model: CatBoostClassifier) -> dict[str, Any]:
    """Return a trained model as its library writes it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        model.save_model(str(file), format="json")
        stored: dict[str, Any] = json.loads(file.read_text())
        return stored


def _described(sample: Sample) -> Described:
    if sample.described is None:
        raise ValueError(f"page {sample.id} has no features yet")
    return sample.described


def cross_validate(
    samples: Sequence[Sample],
    taught: Sequence[Sample],
    names: list[str],
    options: argparse.Namespace,
) -> None:
    """Print the score of every page by a model that has not seen its fold."""
    for fold in range(FOLDS):
        train = [sample for sample in taught if sample.fold != fold]
        test = [sample for sample in samples if sample.fold == fold]
        model = fit(train, names, options)
        for sample in test:
            described = _described(sample)
            sample.probabilities = model.probabilities(described.matrix(model.names))
    scores = []
    lines = []
    for sample in samples:
        if sample.probabilities is not None:
            text = body_of(sample.page, _described(sample), sample.probabilities).text
            scores.append(_word_f1(text, sample.gold))
            lines.append(json.dumps({"id": sample.id, "text": text}, ensure_ascii=False) + "\n")
    if options.predictions:
        options.predictions.write_text("".join(lines), encoding="utf-8")
    low = sum(value < 0.8 for value in scores)
    print(f"{len(scores)} pages left out in turn: word F1 {fmean(scores):.4f}, {low} under 0.8")


def write(trees: Trees, hints: dict[str, float], file: Path) -> None:
    """Write the weights."""
    words = sorted(hints)
    np.savez_compressed(
        file,
        names=np.array(trees.names),
        question_feature=trees.question_feature.astype(np.uint8),
        question_border=trees.question_border,
        splits=trees.splits.astype(np.uint16),
        values=trees.values.astype(np.float32),
        bias=np.float32(trees.bias),
        hint_words=np.array(words),
        hint_weights=np.array([hints[word] for word in words], np.float32),
    )


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder with gold.jsonl and pages/")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--trees", type=int, default=150, help="trees a model")
    parser.add_argument("--models", type=int, default=3)
    parser.add_argument("--rate", type=float, default=0.14)
    parser.add_argument("--types", default="article", help="page types, joined by commas")
    parser.add_argument("--leave-out", default="", help="ids of wrong references, by commas")
    parser.add_argument("--predictions", type=Path, help="where to write the left-out bodies")
    parser.add_argument("--agree", type=Path, help="folder of further pages, without gold")
    parser.add_argument("--no-check", action="store_true", help="skip the cross-validation")
    options = parser.parse_args()
    samples = read_samples(options.data, set(options.types.split(",")))
    left_out = set(options.leave_out.split(","))
    taught = [sample for sample in samples if sample.id not in left_out]
    for fold in range(FOLDS):
        others = learn_hints(sample for sample in taught if sample.fold != fold)
        add_features([sample for sample in samples if sample.fold == fold], Hints(others))
    names = list(_described(samples[0]).columns)
    if options.agree:
        agreed = read_agreed(options.agree)
        add_features(agreed, Hints(learn_hints(taught)))
        taught += agreed
    if not options.no_check:
        cross_validate(samples, taught, names, options)
    write(
        fit(taught, names, options),
        learn_hints(sample for sample in taught if sample.trust is None),
        options.output,
    )
    print(f"{options.output}: {options.output.stat().st_size // 1024} KiB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
