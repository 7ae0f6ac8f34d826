import numpy as np
import pytest

from scraper.parsers.body.characters import (
    COMMA,
    LETTER,
    STOP,
    SYMBOL,
    UPPER,
    WIDE,
    count_characters,
)


def count(*texts: str):
    return count_characters(list(texts))


def test_counts_per_block() -> None:
    found = count("Two Towns, one.", "7\tx\ny")
    assert found.length.tolist() == [15, 5]
    assert found.capitals.tolist() == [2, 0]
    assert found.commas.tolist() == [1, 0]
    assert found.stops.tolist() == [1, 0]
    assert found.digits.tolist() == [0, 1]
    assert found.lines.tolist() == [0, 1]
    assert found.cells.tolist() == [0, 1]
    assert found.words.tolist() == [3, 1]
    assert found.lead.tolist()[0] == UPPER
    assert found.last.tolist() == [STOP, LETTER]


def test_a_block_does_not_see_the_one_before() -> None:
    assert count("a", "B").capitals.tolist() == [0, 1]


@pytest.mark.parametrize("text", ["雨が三日降った。", "비가 사흘 내렸다.", "雨下了三天。"])
def test_wide_letters_weigh_more(text: str) -> None:
    found = count(text)
    assert found.mass[0] > found.length[0]
    assert found.words[0] > 2
    assert found.stops[0] == 1


@pytest.mark.parametrize(
    "text, capitals",
    [("Дождь шёл три дня, и Волга вышла.", 2), ("Η βροχή κράτησε.", 1), ("أمطرت ثلاثة أيام.", 0)],
)
def test_capitals_and_stops_of_other_scripts(text: str, capitals: int) -> None:
    found = count(text)
    assert found.capitals.tolist() == [capitals]
    assert found.stops.tolist() == [1]


def test_characters_beyond_the_basic_plane_are_symbols() -> None:
    found = count("🌧️", "\U0001f600 x")
    assert found.symbols.tolist() == [1, 1]
    assert found.lead.tolist() == [SYMBOL, SYMBOL]


def test_wide_and_comma_classes() -> None:
    assert count("雨，").lead.tolist() == [WIDE]
    assert count("雨，").last.tolist() == [COMMA]


def test_lone_surrogates_do_no_harm() -> None:
    assert np.isfinite(count("a\ud800b").mass).all()
