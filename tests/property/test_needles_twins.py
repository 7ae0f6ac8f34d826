"""Words looked for together are those that are found one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import twins

LETTERS = "abé本\U0001f600"
WORDS = st.lists(st.text(LETTERS, min_size=2, max_size=6), max_size=12)


@pytest.mark.parametrize("twin", twins("scraper.needles", "Needles"))
@given(words=WORDS, text=st.text(LETTERS, max_size=80))
def test_any_words_in_any_text(twin, words, text):
    assert twin()(words).held_in(text) == [word for word in words if word in text]


@pytest.mark.parametrize("twin", twins("scraper.needles", "holds_bytes"))
@given(data=st.data(), content=st.binary(max_size=40), part=st.binary(min_size=1, max_size=5))
def test_any_part_of_any_bytes(twin, data, content, part):
    rare = data.draw(st.integers(0, len(part) - 1))
    holds = twin()
    assert holds(content, part, rare) is (part in content)
    assert holds(content + part + content, part, rare)
