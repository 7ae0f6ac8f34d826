"""Names of which nothing has to be cut off are read at once: what rules a step out is in its pattern."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.parsers.names import buttons, places, plain, split, tails

AROUND = st.sampled_from(["", "Jane Doe", "Jane Doe ", " Jane Doe", "doe", "Æthel ", ", "])


def drawn(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Return texts that a pattern finds something in, mostly with a name before or behind it."""
    return st.tuples(AROUND, st.from_regex(pattern, fullmatch=True), AROUND).map("".join)


@given(drawn(tails._TAIL))
def test_what_a_line_goes_on_with_is_looked_for(text):
    assert tails._TAIL.search(text, 1) is None or tails._may_go_on(text)


@given(drawn(split._SPLIT_STRONG) | drawn(re.compile(r"[a-z]{3}/[A-Z]{2,3}")))
def test_a_sign_parts_lines(text):
    assert split._SPLIT_STRONG.search(text) is None or not split._SIGNS.isdisjoint(text)


@given(drawn(split._AND) | drawn(split._SOFT_AND))
def test_words_that_join_are_known(text):
    words = text.lower().split()
    if split._AND.search(text):
        assert "&" in text or "+" in text or not split._JOINING.isdisjoint(words)
    if split._SOFT_AND.search(text.strip()):
        assert not split._SOFT_JOINING.isdisjoint(words)


@given(drawn(split._LEAD_CREDIT))
def test_a_byword_before_a_name_is_cut_off(text):
    assert split._without_credit(text) == split._LEAD_CREDIT.sub("", text)


@given(st.from_regex(plain._LEADING_JOB))
def test_a_job_before_a_name_is_cut_off(text):
    bare = text.strip()
    assert plain.without_leading_job(bare) == plain._LEADING_JOB.sub("", bare)


@given(drawn(buttons._MORE))
def test_the_first_word_tells_of_more_by_somebody(text):
    if buttons._MORE.match(text):
        assert text.partition(" ")[0].lower() in buttons._MORE_FIRST


@given(drawn(buttons._BEHIND))
def test_a_button_behind_a_name_is_cut_off(text):
    bare = text.strip()
    assert buttons.cut_button(bare) == buttons._BEHIND.sub("", bare)


@given(st.from_regex(places._SECTION))
def test_a_word_stands_before_a_section(text):
    assert not places._SECTION_WORDS.isdisjoint(text.lower().split())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jane Doe for The Lantern", "Jane Doe"),
        ("Jane Doe en Cultura", "Jane Doe"),
        ("Sportredakteurin Jane Doe", "Jane Doe"),
        ("More from Jane Doe", "Jane Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("Jane Doe Follow", "Jane Doe"),
        ("Jane DoeShare", "Jane Doe"),
        ("Jane O'Doe Photos", "Jane O'Doe"),
        ("Jane O’Doe under Culture", "Jane O’Doe"),
    ],
)
def test_what_stands_around_a_name_is_cut_off(line, name):
    assert [found.name for found in split.split_names(line)] == [name]
