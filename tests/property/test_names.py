from hypothesis import given
from hypothesis import strategies as st

from scraper.parsers.names import (
    looks_like_person,
    name_key,
    name_parts,
    same_person,
    split_names,
)

WORDS = st.sampled_from(
    [
        "Jane",
        "Doe",
        "and",
        "und",
        ",",
        ";",
        "|",
        "(",
        ")",
        "Dr.",
        "MD",
        "2020",
        "by",
        "·",
        "\n",
        "Ł",
    ]
)
LINES = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=30).map(" ".join))


@given(LINES)
def test_splitting_never_raises_and_gives_no_empty_names(text):
    for name in split_names(text):
        assert name.name.strip()
        assert 0.0 <= name.likelihood <= 1.0


@given(LINES)
def test_likelihood_is_a_share(text):
    assert 0.0 <= looks_like_person(text) <= 1.0


@given(st.text(max_size=80))
def test_keys_are_idempotent(text):
    assert name_key(name_key(text)) == name_key(text)


@given(st.text(max_size=80), st.text(max_size=80))
def test_same_person_is_symmetric(one, other):
    assert same_person(one, other) == same_person(other, one)


@given(st.text(max_size=80))
def test_parts_never_raise(text):
    given_name, family = name_parts(text)
    assert (given_name is None) == (family is None)
