"""The look at the begins of all blocks lets through what the look at each would."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import twins

from scraper.parsers.bios.beginnings import SHORT, begins_as_heading
from scraper.parsers.bios.people import Person, to_people
from scraper.parsers.rules import bios as rules

HEADS = [
    "About the author",
    "",
    " • O autorze",
    "a szerzőről",
    "a\nszerző",
    "Prices of boats",
    "o\tautorze",
    "ÜBER die Autorin",
    "*meet the writer*",
    "o",
    "作者",
    "." * SHORT + "about the author",
]
FIND = twins("scraper.parsers.bios.beginnings", "find_beginnings")
BEGINS = twins("scraper.parsers.bios.beginnings", "begins_as_heading")
HEADING = st.from_regex(re.compile(rules.HEADING.pattern, re.IGNORECASE), fullmatch=True)
ABOUT = st.from_regex(
    re.compile(rules.ABOUT.pattern.replace(r"\s+", " "), re.IGNORECASE), fullmatch=True
)


@pytest.mark.parametrize("find", FIND)
def test_beginnings_are_those_that_begin_as_headings_one_by_one(find):
    alone = [index for index, head in enumerate(HEADS) if begins_as_heading(head[:SHORT].lower())]
    assert find()(HEADS, ()) == alone == [0, 2, 3, 7, 8, 10]


@pytest.mark.parametrize("begins", BEGINS)
@given(st.sampled_from(HEADS) | HEADING | ABOUT | st.text(max_size=8))
def test_either_twin_says_of_one_text_what_the_other_does(begins, head):
    assert begins()(head) == begins_as_heading(head)


@pytest.mark.parametrize("find", FIND)
@given(HEADING | ABOUT, st.sampled_from(["", "x", " ", " – é"]))
def test_any_heading_is_found(find, heading, rest):
    head = heading + rest
    assert begins_as_heading(head)
    assert find()([head, "Prices of boats", head.title()], ()) == [0, 2]


@pytest.mark.parametrize("find", FIND)
@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["by Ada Lunt", "a boat", "LUNT Ada", "adamant"], [0, 2, 3]),
        (["first\nada", "second", "third ada ada"], [0, 2]),
        (["", "", "lunt"], [2]),
        (["é Ada", "x" * SHORT + " ada", "x" * (SHORT - 3) + "ada", "ad", "aad ad ada"], [0, 2, 4]),
        ([], []),
    ],
    ids=["by-any-word", "line-breaks-in-a-text", "empty-texts", "early", "nothing"],
)
def test_names_are_found_at_the_begin_of_texts(find, texts, expected):
    people = to_people([Person("Ada Lunt")])
    assert find()(texts, people.words) == expected
    heads = [text[:SHORT] for text in texts]
    assert [i for i, head in enumerate(heads) if people.may_be_in(head)] == expected


LETTERS = st.text("aboutmeTHOé .•\n本İ", max_size=12)


@given(
    st.lists(LETTERS, max_size=8), st.lists(st.text("abé本", min_size=1, max_size=3), max_size=3)
)
def test_any_texts_and_words(texts, words):
    pure, *compiled = (twin.values[0]()(texts, tuple(words)) for twin in FIND)
    assert all(other == pure for other in compiled)
