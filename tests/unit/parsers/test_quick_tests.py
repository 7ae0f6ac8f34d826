"""Words that are looked for before a pattern runs are in all that it finds."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.needles import Needles
from scraper.parsers.function_words import WORD, FunctionWords
from scraper.parsers.rules import about, bios
from scraper.parsers.site import (
    _LEGAL_FORM,
    TITLE_SEPARATOR,
    _without_legal_form,
    title_borders,
    title_parts,
)

PATTERNS = [
    (bios.NO_BIO, bios.NO_BIO_WORDS, "©ⓒ"),
    (bios.BUTTON, bios.BUTTON_WORDS, ""),
    (about.CUT_OFF, about.CUT_OFF_WORDS, "…"),
]


@pytest.mark.parametrize(("pattern", "words", "signs"), PATTERNS, ids=["notice", "button", "end"])
@given(data=st.data())
def test_what_the_pattern_finds_has_one_of_the_words(data, pattern, words, signs):
    folded = data.draw(st.from_regex(pattern)).casefold()
    assert Needles(words).held_in(folded) or any(sign in folded for sign in signs)


@given(st.from_regex(_LEGAL_FORM) | st.text("PTpt inc.Lzo/s", min_size=1, max_size=20))
def test_a_legal_form_is_cut_off_as_the_pattern_says(name):
    if name.strip():
        assert _without_legal_form(name) == _LEGAL_FORM.sub("", name)


@given(st.text("ab'’ .9_-\nK\u212aé“”½٣\u0301", max_size=30))
def test_words_are_counted_as_the_pattern_finds_them(text):
    words = WORD.findall(text)
    known = {word: ((word, 1.0),) for word in words[::2]}
    listed = Counter(word for word in words if word in known)
    assert FunctionWords(known).weigh(text) == (len(words), listed)


@pytest.mark.parametrize("words", ["is|was|works?|a été|a|écrit|is si occupa"])
def test_words_grouped_by_their_first_letter_are_the_same(words):
    grouped = bios.by_first_letter(words)
    assert grouped == "i(?:s|s si occupa)|w(?:as|orks?)|a(?: été|)|é(?:crit)"


@given(st.from_regex(TITLE_SEPARATOR) | st.text("Ab |-–:_(（＜＞「新聞」 »★", max_size=20))
def test_titles_are_parted_as_the_pattern_says(text):
    found = [border.span() for border in title_borders(text)]
    assert found == [border.span() for border in TITLE_SEPARATOR.finditer(text)]
    assert title_parts(text) == TITLE_SEPARATOR.split(text)
