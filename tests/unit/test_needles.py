import pytest
from pullquote_test_twins import twins

from scraper.needles import make_needles


@pytest.fixture(autouse=True, params=twins("scraper.needles", "Needles"))
def _twin(request, monkeypatch):
    monkeypatch.setitem(globals(), "make_needles", request.param())


@pytest.mark.parametrize(
    "words, text, held",
    [
        pytest.param(["mill", "wheel"], "The wheel of a windmill", ["mill", "wheel"], id="order"),
        pytest.param(["mill", "milling"], "windmills", ["mill"], id="one begins another"),
        pytest.param(["ill", "mill"], "mill", ["ill", "mill"], id="one within another"),
        pytest.param(["mill", "mill"], "mill", ["mill", "mill"], id="given twice"),
        pytest.param(["mill"], "mil l", [], id="none"),
        pytest.param(["mill"], "", [], id="no text"),
        pytest.param(["mill"], "mil", [], id="shorter text"),
        pytest.param([], "mill", [], id="no words"),
        pytest.param(["миля", "本日", "mill"], "本日は миля", ["миля", "本日"], id="other scripts"),
        pytest.param(["\U0001f600!", "é!"], "é\U0001f600!", ["\U0001f600!"], id="beyond the plane"),
        pytest.param(["aab"], "a" * 300 + "b", ["aab"], id="at the end"),
        pytest.param(["x" * 400], "y" + "x" * 400, ["x" * 400], id="a long word"),
        pytest.param(["a\0b"], "xa\0b", ["a\0b"], id="a NUL"),
    ],
)
def test_words_that_a_text_holds(words, text, held):
    assert make_needles(words).held_in(text) == held


@pytest.mark.parametrize("word", ["", "a", "本"])
def test_words_of_one_character_are_refused(word):
    with pytest.raises(ValueError, match="two characters"):
        make_needles(["mill", word])
