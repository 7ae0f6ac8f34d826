"""Reference strings of any sort: never an error, never a made-up field, never slow."""

import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.identifiers import find_dois, find_isbns
from scraper.parsers.reference_fields import parse_reference
from scraper.parsers.reference_names import split_names
from scraper.parsers.reference_tokens import gaps_between, tokenise

PIECES = st.sampled_from(
    "Holm, B. Okafor LA & and et al. (2019) 2019a n.d. “Lamps” ‘Light’ „Licht“ « lumière » In: vol. 12(3) "
    "pp. 45–67 S. 12 https://a.example/x 10.1000/abc ISBN 0-306-40615-2 Press Verlag London: [12] ( ) ] "
    "; : . , — 日本 Ø ß \u200d \u0301".split(" ")
)
STRINGS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))


@settings(max_examples=150)
@given(STRINGS)
def test_never_raises_and_prints_only_what_stands_there(text):
    reference = parse_reference(text)
    for value in (
        reference.title,
        reference.container_title,
        reference.publisher,
        reference.volume,
    ):
        assert value is None or value in reference.text
    for name in (*reference.author, *reference.editor):
        assert name.family or name.literal


@settings(max_examples=100)
@given(STRINGS)
def test_tokens_are_ordered_and_lie_inside(text):
    tokens = tokenise(text)
    places = [0, *(place for token in tokens for place in (token.start, token.end)), len(text)]
    assert places == sorted(places)
    assert len(gaps_between(text, tokens)) == len(tokens) + 1


def lines_run(function, text):
    """Lines of our own code that a call runs: time without a clock."""
    count = 0

    def trace(_frame, _event, _argument):
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(text)
    finally:
        sys.settrace(before)
    return count


HOSTILE = tuple("(|[1] |A. |Holm, |10.1000/a|“|a.b|1–|https://|ISBN 1 |& |et al ".split("|"))


def test_work_is_capped_on_long_strings():
    for piece in HOSTILE:
        short = lines_run(parse_reference, piece * (6000 // len(piece)))
        long = lines_run(parse_reference, piece * (200_000 // len(piece)))
        assert long <= 3 * short + 2000, piece


def test_helpers_take_long_strings():
    for piece in HOSTILE:
        text = piece * (200_000 // len(piece))
        assert len(split_names(text)) <= 200
        assert isinstance(find_dois(text), list)
        assert isinstance(find_isbns(text), list)
