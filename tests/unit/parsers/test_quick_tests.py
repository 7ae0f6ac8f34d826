"""Words that are looked for before a pattern runs are in all that it finds."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.needles import Needles
from scraper.parsers.citations.author_date import (
    _CUE_IN_DIGITS,
    _CUE_IN_WORDS,
    _CUE_NEEDLES,
    _may_cite,
)
from scraper.parsers.dates.places import _meanings
from scraper.parsers.function_words import WORD, FunctionWords
from scraper.parsers.quotes.set_off import _INDENT_CLASS, _INDENT_STYLE, _is_set_in, _is_telling
from scraper.parsers.references import looks
from scraper.parsers.rules import about, bios
from scraper.parsers.rules import dates as date_rules
from scraper.parsers.rules.quote_blocks import EMBED_CLASSES, QUOTE_CLASSES
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


@given(st.from_regex(TITLE_SEPARATOR) | st.text("Ab |-–:_(（＜＞「新聞」 »★", max_size=20))
def test_titles_are_parted_as_the_pattern_says(text):
    found = [border.span() for border in title_borders(text)]
    assert found == [border.span() for border in TITLE_SEPARATOR.finditer(text)]
    assert title_parts(text) == TITLE_SEPARATOR.split(text)


@pytest.mark.parametrize("name", sorted({*QUOTE_CLASSES, *EMBED_CLASSES}))
def test_each_class_of_a_quotation_is_told(name):
    assert _is_telling(f"box {name}")
    assert _is_telling(f"box {name.upper()}") or name in EMBED_CLASSES


@given(st.text("inNdesetExrac-_ 12", max_size=20))
def test_a_class_that_sets_in_is_told(names):
    assert _is_telling(names) is (_INDENT_CLASS.search(names) is not None)


@given(st.text("marginpdleft-: 4e%x;PX", max_size=24) | st.just("MARGIN-left: 40px"))
def test_a_style_that_sets_in_is_told(style):
    assert _is_set_in(style) is (_INDENT_STYLE.search(style) is not None)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [(word, meaning) for meaning, words in date_rules.CLASS_WORDS.items() for word in words],
)
def test_each_word_of_a_class_by_a_date_has_its_meaning(word, meaning):
    assert meaning in _meanings(f"x {word} x")


def test_a_bounded_word_counts_between_certain_letters_only():
    assert "today" in _meanings("header-date")
    assert "today" not in _meanings("update")
    assert "other" in _meanings("news item")
    assert "other" not in _meanings("itemprop")
    assert {"date", "comment"} == _meanings("commentdate") - {"other"}


@given(st.from_regex(re.compile(_CUE_IN_WORDS.pattern)))
def test_what_cites_in_words_has_one_of_the_needles(content):
    assert _CUE_NEEDLES.held_in(content.lower()) or set(content) & set("İıſK")


@given(st.from_regex(re.compile(_CUE_IN_DIGITS.pattern)))
def test_what_cites_in_digits_may_cite(content):
    assert _may_cite(content)


REFERENCE_SIGNS = {
    "accessed": (looks._ACCESS, looks._ACCESS_NEEDLES, str.lower),
    "house": (looks._HOUSE, looks._HOUSE_NEEDLES, str),
    "within": (looks._WITHIN, looks._WITHIN_NEEDLES, str),
}


@pytest.mark.parametrize("sign", REFERENCE_SIGNS)
@given(data=st.data())
def test_what_a_reference_shows_has_one_of_the_needles(data, sign):
    pattern, needles, folded = REFERENCE_SIGNS[sign]
    text = data.draw(st.from_regex(re.compile(pattern.pattern)))
    assert needles.held_in(folded(text))


@given(st.text('IniDasEn: A<“"x', max_size=12))
def test_a_source_within_another_is_told_as_between_borders_of_words(text):
    wanted = re.search(r'\b(?:In|in|Dans|En):?\s(?:[A-Z]|<|“|")', text)
    found = looks._IN.search(text)
    assert (found and found.span()) == (wanted and wanted.span())
