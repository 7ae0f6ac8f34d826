"""The labeller with its shipped weights and with small ones."""

import itertools

import numpy as np
import pytest

from scraper.parsers.reference_labels import (
    LABELS,
    WEIGHTS,
    Labeller,
    feature_key,
    load_labeller,
    product,
    unpack,
)
from scraper.parsers.reference_tokens import JOINTS

MAX_WEIGHT_BYTES = 1_000_000


def small_labeller(words):
    """A labeller that gives each listed word one label and all else ``other``."""
    keys = [feature_key(f"w={word}") for word in words]
    size = len(LABELS)
    embedding = np.zeros((len(keys), size))
    for row, label in enumerate(words.values()):
        embedding[row, LABELS.index(label)] = 5
    hidden = 2
    output = np.zeros((size + 2 * hidden, size))
    output[:size] = np.eye(size)
    bias = np.zeros(size)
    bias[0] = 1
    return Labeller(
        keys,
        {
            "embedding": embedding,
            "conv1": np.zeros((5 * size, hidden)),
            "bias1": np.zeros(hidden),
            "conv2": np.zeros((5 * hidden, hidden)),
            "bias2": np.zeros(hidden),
            "output": output,
            "bias3": bias,
            "chain": np.zeros((len(JOINTS), size, size)),
            "first": np.zeros(size),
        },
    )


def test_two_numbers_in_a_byte_come_back():
    values = np.array([[-8, 7, 0, -1], [3, -4, 5, 6]], np.int8)
    high, low = values[:, ::2] + 8, values[:, 1::2] + 8
    assert (unpack((high * 16 + low).astype(np.uint8)) == values).all()


def test_networks_are_averaged():
    one = small_labeller({"holm": "author"})
    other = small_labeller({"holm": "title"})
    parts = [
        {
            **labeller._networks[0],
            "embedding": labeller._embedding[:-1] * weight,
            "chain": labeller._chain,
            "first": labeller._first,
        }
        for labeller, weight in ((one, 1), (other, 2))
    ]
    labelled = Labeller([feature_key("w=holm")], *parts).label("Holm")
    assert [item.label for item in labelled] == ["title"]


def test_best_label_wins():
    labeller = small_labeller({"holm": "author", "lamps": "title"})
    labelled = labeller.label("Holm, about lamps")
    assert [item.label for item in labelled] == ["author", "other", "title"]


def test_chain_outweighs_a_weak_score():
    labeller = small_labeller({"holm": "author", "lamps": "title"})
    labeller._chain[JOINTS.index("space"), LABELS.index("title"), LABELS.index("author")] = -20
    assert [item.label for item in labeller.label("Holm lamps")] != ["author", "title"]
    assert [item.label for item in labeller.label("Holm, lamps")] == ["author", "title"]


def test_identifiers_are_links_and_words_never():
    labeller = small_labeller({"holm": "link"})
    labelled = labeller.label("Holm https://lamps.example/ 10.1000/abc")
    assert [item.label for item in labelled] == ["other", "link", "link"]


@pytest.mark.parametrize("text", ["", " ", "———."])
def test_nothing_to_label(text):
    assert load_labeller().label(text) == []


def test_shipped_weights_are_small_and_plain():
    assert WEIGHTS.stat().st_size <= MAX_WEIGHT_BYTES
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        assert stored["keys"].dtype == np.uint32
        assert stored["embedding"].dtype == np.uint8


def test_weights_are_read_once():
    assert load_labeller() is load_labeller()


def test_same_string_same_labels():
    text = "Okafor, L. (2019). On lamps. Journal of Light, 3(2), 1–9."
    assert load_labeller().label(text) == load_labeller().label(text)


def brute_force(labeller, scores, joints):
    """The best of all sequences over the first three labels, tried one by one."""
    chain, first = labeller._chain, labeller._first

    def value(path):
        moves = zip(path, path[1:], joints[1:], strict=False)
        total = first[path[0]] + sum(scores[place, label] for place, label in enumerate(path))
        return total + sum(chain[joint, new, old] for old, new, joint in moves)

    return list(max(itertools.product(range(3), repeat=len(scores)), key=value))


def test_viterbi_finds_what_trying_all_finds():
    labeller = small_labeller({"holm": "author"})
    rng = np.random.default_rng(4)
    labeller._chain[:] = rng.normal(size=labeller._chain.shape)
    for _ in range(20):
        scores = np.full((5, len(LABELS)), -50.0)
        scores[:, :3] = rng.normal(size=(5, 3))
        joints = rng.integers(0, len(JOINTS), 5).tolist()
        assert labeller._best_sequence(scores, joints) == brute_force(labeller, scores, joints)


@pytest.mark.parametrize("rows", [1, 12, 13, 40])
def test_product_in_parts_is_the_product(rows):
    numbers = np.random.default_rng(rows)
    table = numbers.normal(size=(rows, 320)).astype(np.float32)
    weights = numbers.normal(size=(320, 64)).astype(np.float32)
    assert np.allclose(product(table, weights), table @ weights, atol=1e-4)
