import pkgutil
import re
import sys
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scraper.parsers
from scraper.parsers.rules import posted
from scraper.patterns import (
    ANY,
    WORD_BEGINS,
    by_first_letter,
    first_words,
    held_words,
    last_words,
    late,
    spellings,
)


@pytest.fixture
def made(monkeypatch):
    """Return the sources that were compiled, as they come."""
    found = []

    def compiled(pattern, flags):
        found.append(pattern)
        return real(pattern, flags)

    real = re.compile
    monkeypatch.setattr("scraper.patterns.re.compile", compiled)
    return found


def test_a_pattern_is_compiled_at_the_first_question(made):
    mill = late("mill", re.IGNORECASE)
    assert mill.pattern == "mill"
    assert made == []
    assert mill.search("a MILL")
    assert not mill.match("a mill")
    assert mill.sub("sea", "mill, mill", count=1) == "sea, mill"
    assert made == ["mill"]


def test_a_method_kept_from_before_compiles_it_once_too(made):
    search = late("mill").search
    assert search("a mill")
    assert not search("a wheel")
    assert made == ["mill"]


@pytest.mark.parametrize(
    "method, arguments",
    [
        ("search", ("windmill mill", 5)),
        ("match", ("mill",)),
        ("fullmatch", ("mill",)),
        ("findall", ("mill mill",)),
        ("split", ("a mill b",)),
        ("sub", ("sea", "mill mill")),
        ("subn", ("sea", "mill mill")),
    ],
)
def test_it_answers_as_a_pattern_does(method, arguments):
    for wanted in ("m(i)ll", "wheel"):
        own = getattr(late(wanted), method)(*arguments)
        other = getattr(re.compile(wanted), method)(*arguments)
        assert str(own) == str(other)
    assert [m.span() for m in late("mill").finditer("mill mill")] == [(0, 4), (5, 9)]


def test_one_that_is_no_pattern_says_so_when_asked():
    broken = late("(mill")
    with pytest.raises(re.error, match="unterminated"):
        broken.search("mill")


def late_patterns():
    for found in pkgutil.walk_packages(scraper.parsers.__path__, "scraper.parsers."):
        import_module(found.name)
    modules = [module for name, module in sys.modules.items() if name.startswith("scraper.")]
    kind = type(late(""))
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if type(value) is kind
    }


def test_all_of_them_are_patterns():
    found = late_patterns()
    assert len(found) > 300
    for value in found.values():
        value.search("")


ALTERNATIVES = r"is|was|works?|a été|a|é?crit|is si|(?:wa|is )x|ist|[ai]b|was (?:a|b)|as|\(a|at"


def test_alternatives_are_grouped_up_to_one_that_begins_with_no_letter():
    assert by_first_letter(ALTERNATIVES) == (
        r"i(?:s)|w(?:as|orks?)|a(?: été|)|é?crit|i(?:s si)|(?:wa|is )x|i(?:st)|[ai]b|"
        r"w(?:as (?:a|b))|a(?:s)|\(a|a(?:t)"
    )


@given(st.text("aist wérb(x", max_size=9))
def test_grouped_alternatives_match_as_far_as_before(text):
    plain, grouped = re.compile(ALTERNATIVES), re.compile(by_first_letter(ALTERNATIVES))
    found, expected = grouped.match(text), plain.match(text)
    assert (found and found.span()) == (expected and expected.span())


@given(st.text("aist wérb(x", max_size=9))
def test_what_is_asked_behind_first_letters_may_ask_what_stands_before_them(text):
    words = "is|was|works?|ist|as|a"
    grouped = re.compile(by_first_letter(words, WORD_BEGINS))
    found, expected = grouped.search(text), re.search(rf"\b(?:{words})", text)
    assert (found and found.start()) == (expected and expected.start())


def test_phrases_that_announce_are_grouped_as_they_are():
    grouped = re.compile(posted.WRITTEN, re.IGNORECASE)
    for phrase in posted.PHRASES:
        assert grouped.fullmatch(phrase)
        assert not grouped.fullmatch(f"{phrase}x")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("mill|sea", {"mill", "sea"}),
        ("mills?", {"mill", "mills"}),
        ("(?:wind|water)?mill", {"mill", "windmill", "watermill"}),
        (r"(?P<of>a|b)\s*[:|]", {"a:", "a :", "a|", "a |", "b:", "b :", "b|", "b |"}),
        (r"\bopr(?:ac)?\.(?=\s)", {"opr.", "oprac."}),
        (r"(?<=\d )(?-i:By)(?!x)", {"By"}),
        (r"aus dem \w+ von", {f"aus dem {ANY} von"}),
        (r"[^a].[a-z]x{0,3}", {ANY * 3, f"{ANY * 3}x"}),
        (r"[\s-]?a+?b", {"ab", " ab", "-ab"}),
        ("", {""}),
    ],
)
def test_what_a_pattern_takes_is_spelled(pattern, expected):
    assert spellings(pattern) == expected


def test_spellings_may_be_cut_behind_some_letters():
    assert {each[:3] for each in spellings("(?:wind|water)?mill(?:er|s)", 3)} == {
        *("win", "wat", "mil")
    }


WORDS = (
    r"(?:this )?(?:post|article) (?:was )?by|words(?=:)|texte? (?:de|d')|by-?line|[fp]hoto|auf \w+"
)


@given(st.from_regex(WORDS, fullmatch=True))
def test_words_are_those_that_a_pattern_takes(text):
    assert re.match(r"\w+", text).group() in first_words(WORDS)
    last = re.findall(r"[^\W\d_]+", text)[-1]
    assert last in last_words(WORDS) or text.startswith("auf ")
    assert any(word in text for word in held_words(WORDS))


def test_what_goes_on_with_any_sign_is_no_whole_word():
    assert first_words(r"auto\w*|auf") == {"auto", "auf"}
    assert first_words(r"auto\w+|auf") == {"auf"}
    assert last_words(r"[\w-]+ed|by") == {"by"}
    assert held_words(r"auto\w+|autos|Über x") == ("auto", "über x")
