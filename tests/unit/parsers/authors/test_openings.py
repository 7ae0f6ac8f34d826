"""What opens a line is read once, and as the patterns say."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pullquote_test_twins import twins

from scraper.parsers.authors.openings import (
    byword_end,
    cut_byword,
    cut_credit,
    is_commented,
    is_written,
    may_announce,
    opens,
)
from scraper.parsers.rules import bylines as rules

FIRST = st.sampled_from(
    ["By", "by", "BY", "Von", "Par", "Text", "Theme", "De", "В", "Автор", "作者"]
)
REST = st.text("A aÉé_1’:\n\t,Jane", max_size=30)


@given(FIRST, REST)
def test_the_quick_test_says_what_the_pattern_says(first, rest):
    line = first + rest
    word = rules.FIRST_WORD.match(line).group().lower()
    known = word in rules.ANNOUNCING_WORDS or line >= rules.CASELESS_FROM
    assert may_announce(line) >= known
    assert known or not may_announce(line) or line.startswith(("Von", "By", "by"))


@pytest.mark.parametrize(
    "line", ["ByJane Doe", "by Jane Doe", "Texte : Jane", "von", "Fotos\tvon x"]
)
def test_a_word_opens_a_line_where_it_ends(line):
    assert may_announce(line)


@pytest.mark.parametrize("line", ["BYRON", "textile", "", "b", "TEXT_x"])
def test_a_longer_word_does_not(line):
    assert not may_announce(line)


@pytest.mark.parametrize(
    ("line", "rest", "announced"),
    [
        ("By Jane Doe", "Jane Doe", True),
        (" ·By Author: Jane Doe", "Jane Doe", True),
        ("3 May 2020 by Jane Doe", "Jane Doe", True),
        ("Jane Doe", "Jane Doe", False),
        ("", "", False),
    ],
)
def test_a_byword_is_cut_off(line, rest, announced):
    assert cut_byword(line) == (rest, announced)


def test_a_credit_is_parted_from_who_it_is_given():
    assert cut_credit("Photos by Jane Doe") == ("Photos by", "Jane Doe")
    assert cut_credit("By Jane Doe") is None


def test_what_opens_a_line():
    assert opens("Photos by Jane Doe")
    assert opens("By Jane Doe")
    assert not opens("By J")
    assert byword_end("By Jane Doe") == len("By ")
    assert byword_end("Bystander") == 0


def test_bywords_of_texts_and_of_comments():
    assert is_written("Written by Jane Doe")
    assert not is_written("By Jane Doe")
    assert is_commented("Comment by Jane Doe")
    assert not is_commented("Commentary")


FIND = twins("scraper.parsers.authors.openings", "find_openings")


@pytest.mark.parametrize("find", FIND)
def test_the_texts_of_a_page_that_are_worth_a_look(find):
    texts = ["Home", "By Jane Doe", "Jane Doe", "Jane Doe lives by the sea.", "B\nline", "作", ""]
    assert find()(texts) == [1, 5]
    assert find()(["B\nline\n  By Jane Doe", "B\nTextile", "B\n"]) == [0]
    assert find()(["", "below"]) == []
    assert find()([]) == []


@given(st.lists(st.builds(str.__add__, FIRST, REST) | REST, max_size=8))
def test_any_texts(texts):
    pure, *compiled = (twin.values[0]()(texts) for twin in FIND)
    assert all(other == pure for other in compiled)
    lines = [[text, *map(str.strip, text.split("\n")[1:])] for text in texts]
    assert pure == [n for n, found in enumerate(lines) if any(map(may_announce, found))]


ANNOUNCING = [
    re.compile(late.pattern, re.IGNORECASE)
    for late in (rules.BYLINE, rules.CREDIT, rules.WRITTEN, rules.COMMENTED)
]


@pytest.mark.parametrize("pattern", ANNOUNCING, ids=["by-word", "credit", "written", "comment"])
# What looks around is drawn without that, and such lines are thrown away again.
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data(), rest=REST)
def test_whatever_a_pattern_opens_with_passes_the_quick_test(data, pattern, rest):
    line = data.draw(st.from_regex(pattern, fullmatch=True)) + rest
    assert not rules.BYLINE.match(line) or byword_end(line)
    assert not rules.CREDIT.match(line) or cut_credit(line)
    assert is_written(line) == (rules.WRITTEN.match(line) is not None)
    assert is_commented(line) == (rules.COMMENTED.match(line) is not None)


@pytest.mark.parametrize("twin", twins("scraper.parsers.authors.openings", "may_announce"))
@given(
    first=FIRST | st.sampled_from([*sorted(rules.ANNOUNCING_WORDS), "ByÀ", "by×", "VonÞ x", "["]),
    rest=REST,
)
def test_both_twins_let_the_same_lines_through(twin, first, rest):
    line = first + rest
    assert twin()(line) == may_announce(line)
