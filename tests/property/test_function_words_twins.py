"""The compiled count of function words gives what the one in Python gives, to the last bit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import twins

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
