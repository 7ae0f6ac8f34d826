"""The compiled count of function words gives what the one in Python gives, to the last bit."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import twins

from scraper.parsers import function_words
from scraper.parsers.function_words import FunctionWords

LETTERS = "abñ本\U0001f600’'"
WORDS = st.text(LETTERS, min_size=1, max_size=4)
LANGUAGES = ["de", "fr", "nl", "sv"]
WEIGHTS = st.sampled_from([1.0, 2**-0.5, 3**-0.5])
USERS = st.dictionaries(
    WORDS,
    st.lists(st.tuples(st.sampled_from(LANGUAGES), WEIGHTS), max_size=3).map(tuple),
    max_size=9,
)
TEXTS = st.lists(WORDS | st.text(LETTERS + " .,“-7_\u0301\u2028", max_size=8), max_size=20)


@pytest.mark.parametrize("twin", twins("scraper.parsers.function_words", "FunctionWords"))
@given(users=USERS, texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_any_words_in_any_texts(twin, users, texts):
    known, pure = twin()(users), FunctionWords(users)
    for parts in texts:
        total, weights = known.weigh(" ".join(parts))
        expected, by_language = pure.weigh(" ".join(parts))
        assert total == expected
        assert {key: by_language[key] for key in weights} == weights
        assert set(by_language) == set(weights)


class _Interrupted:
    """The pattern of words, before each use of which somebody else weighs a text."""

    def __init__(self, pattern: re.Pattern[str], weigh: Callable[[], object]) -> None:
        self.pattern, self.weigh = pattern, weigh

    def findall(self, text: str) -> list[str]:
        self.weigh()
        return self.pattern.findall(text)


@pytest.mark.parametrize("twin", twins("scraper.parsers.function_words", "FunctionWords"))
def test_texts_that_are_weighed_at_the_same_time_do_not_meet(twin, monkeypatch):
    known = twin()(dict.fromkeys(("das", "der", "die"), (("de", 1.0),)))
    pattern = _Interrupted(function_words.WORD, lambda: known.weigh("die die der"))
    monkeypatch.setattr(function_words, "WORD", pattern)
    assert known.weigh("der die das a1b der 2c die") == (8, {"de": 5.0})
