import random

import pytest

from scraper.crawler.duplicates import find_duplicates
from scraper.crawler.signatures import sign
from scraper.store import THRESHOLD, similarity

WORDS = [f"word{number}" for number in range(3000)]


def text_of(seed, count=400):
    return random.Random(seed).choices(WORDS, k=count)


def edited(words, share, seed=9):
    chance = random.Random(seed)
    return [chance.choice(WORDS) if chance.random() < share else word for word in words]


def signed(words):
    return sign(" ".join(words))


def test_short_texts_are_not_compared():
    assert sign("a few words only") is None
    assert sign("") is None


def test_alike_texts_are_similar_and_others_are_not():
    words = text_of(1)
    assert similarity(signed(words), signed(words)) == 1
    assert similarity(signed(words), signed(edited(words, 0.02))) > THRESHOLD
    assert similarity(signed(words), signed(text_of(2))) < 0.1


@pytest.mark.parametrize("seed", range(5))
def test_copies_are_found_in_any_order(seed):
    texts = {f"r{n}": text_of(n) for n in range(20)}
    texts |= {"copy": texts["r3"], "near": edited(texts["r7"], 0.01)}
    rows = [(name, f"https://a.example/{name}", signed(words)) for name, words in texts.items()]
    random.Random(seed).shuffle(rows)
    assert find_duplicates(rows) == {"copy": "r3", "near": "r7"}


def test_the_original_has_the_shortest_url():
    same = signed(text_of(1))
    rows = [("a", "https://a.example/print/story", same), ("b", "https://a.example/story", same),
            ("c", "https://a.example/amp/story", same)]  # fmt: skip
    assert find_duplicates(rows) == {"a": "b", "c": "b"}


def test_nothing_gives_nothing():
    assert find_duplicates([]) == {}


def test_of_two_the_one_that_is_still_there_is_the_original():
    """A story that moved is known by its new address, long as it may be."""
    same = signed(text_of(1))
    rows = [("old", "https://a.example/1", same), ("new", "https://a.example/stories/one", same)]
    assert find_duplicates(rows, {"old"}) == {"old": "new"}
    assert find_duplicates(rows, {"old", "new"}) == {"new": "old"}
