import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import twins

from scraper.words import count_words

CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
WORD = re.compile(r"\w+")
TELLING = st.text(st.sampled_from("ab_9é٣²ß’' \n-—.中かﾊ・한ไ😀𝔸\ud800\u0301"), max_size=30)


@pytest.mark.parametrize(
    "text, count",
    [
        ("", 0),
        (" \n", 0),
        ("One two-three.", 3),
        ("It’s the dog's", 3),
        ("snake_case 9th", 2),
        ("日本語です", 5),
        ("三 words と", 3),
        ("Ünïcödé straße", 2),
        ("한국어 문장", 2),
        ("𝔸lpha 😀 beta", 2),
    ],
)
def test_words_and_signs_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize("tally", twins("scraper.words", "tally"))
@given(TELLING | st.text(max_size=40))
def test_words_are_those_that_a_regular_expression_finds(tally, text: str) -> None:
    assert tally()(text) == (len(WORD.findall(CJK.sub(" ", text))), len(CJK.findall(text)))
