"""Sentences and words are found as by the plain patterns that say what they are."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from scraper.parsers.quotes.grammar import grammar_of
from scraper.parsers.quotes.texts import sentence_end, sentence_start, words_pattern

SIGNS = st.text("aB.!…?  \n”)。？1", max_size=20)
SENTENCE_END = re.compile(r"(?<=[.!?…])[)\]’”\"»]*(?:\s+|$)|\n|[。！？]")
WORDS = "say said says saying they’ve they don’t so no nod"
EXACTLY = re.compile(
    r"(?<![\w’'])(?:they[’']ve|saying|don[’']t|said|says|they|say|nod|so|no)(?!\w)"
)


@given(SIGNS, st.integers(0, 20), st.integers(0, 20))
@example("A b.”  C", 0, 8)
@example("He left. ", 8, 9)
@example("Was it?\n”Yes.", 3, 13)
def test_sentences_begin_and_end_at_their_signs(text, one, other):
    first, last = sorted(min(place, len(text)) for place in (one, other))
    ends = list(SENTENCE_END.finditer(text, first, last))
    if "B." not in text and "a." not in text:
        # No abbreviations.
        assert sentence_start(text, first, last) == (ends[-1].end() if ends else first)
        later = [end.start() for end in ends if end.start() > first]
        assert sentence_end(text, first, last) == (later[0] if later else last)


@given(st.lists(st.sampled_from([*WORDS.split(), "ing", "s", " ", "’", "'", "x", "-"]), max_size=9))
def test_words_are_found_as_by_one_long_alternative(parts):
    text = "".join(parts)
    found = [match.span() for match in words_pattern(WORDS).finditer(text)]
    assert found == [match.span() for match in EXACTLY.finditer(text)]


def test_the_longest_word_is_found_and_none_within_another():
    cue = grammar_of("en").cue
    assert [cue.search(f"she {word} it").group() for word in ("says", "said", "told")] == [
        "says",
        "said",
        "told",
    ]
    assert cue.search("she unsaid it") is None
