"""What ends the text before a name is looked for where its last word may be one of a credit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.parsers.authors.leads import (
    BY,
    OTHER,
    WRITTEN,
    _credit_at_end,
    announced_by,
    cut_last_byword,
)
from scraper.parsers.rules import bylines as rules

ENDS = st.sampled_from(["", " ", ":", " : ", "：", "/", "\n"])
BEFORE = st.sampled_from(["", "| ", "Jane Doe", "Jane Doe, ", "3 May 2020 – ", "文"])
WORDS = [
    re.compile(f"(?:{words})", re.IGNORECASE)
    for words in (rules.BY_WORDS, rules.WRITTEN_WORDS, rules.CREDIT_END.pattern)
]


@pytest.mark.parametrize("pattern", WORDS, ids=["by-word", "written", "credit"])
@given(data=st.data(), before=BEFORE, end=ENDS)
def test_the_quick_test_lets_all_that_announces_through(data, pattern, before, end):
    lead = before + data.draw(st.from_regex(pattern, fullmatch=True)) + end
    assert announced_by(lead) == _credit_at_end(lead)


@given(before=BEFORE, word=st.from_regex(WORDS[0], fullmatch=True), end=st.sampled_from("\n :："))
def test_a_byword_behind_a_border_of_words_ends_a_text(before, word, end):
    cut = cut_last_byword(f"{before} {word}{end}")
    assert cut is not None
    assert before.startswith(cut[0])
    assert cut_last_byword(f"{before} {word}{end}x") is None


@pytest.mark.parametrize(
    ("lead", "cut"),
    [
        ("A column, written by", ("A column,", "written by")),
        ("By ", ("", "By ")),
        ("example.de", None),
        ("3.by", ("3", "by")),
        ("Nearby", None),
    ],
)
def test_a_byword_is_cut_off_the_end(lead, cut):
    assert cut_last_byword(lead) == cut


@pytest.mark.parametrize(
    ("lead", "announced"),
    [
        ("Medically reviewed by", "Medically reviewed by"),
        ("Jane DoePhotographs by", "Photographs by"),
        ("DoeEditor:", "Editor"),
        ("DoeFactChecker:", "FactChecker"),
        ("WRITTEN BY", WRITTEN),
        ("KainX", None),
        ("EDITORIAL", None),
        ("3 May | by ", BY),
        ("Written by", WRITTEN),
        ("HAZIRLAYAN:", BY),
        ("Contact:", OTHER),
        ("Powered by", OTHER),
        ("News and weather", None),
        ("3 May 2020", None),
        ("•", None),
        ("", None),
    ],
)
def test_what_a_text_announces(lead, announced):
    assert announced_by(lead) == announced
