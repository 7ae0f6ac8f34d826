"""What ends the text before a name is looked for where its last word may be one of a credit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.parsers.authors.leads import BY, OTHER, WRITTEN, _credit_at_end, announced_by
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
