import pkgutil
import re
import sys
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scraper.parsers
from scraper.parsers.rules import posted
from scraper.patterns import WORD_BEGINS, by_first_letter, late


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
