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


@pytest.mark.parametrize("twin", twins("scraper.needles", "holds_bytes"))
@pytest.mark.parametrize(
    "content, part, rare, held",
    [
        pytest.param(b"a mill", b"mill", 0, True, id="at the end"),
        pytest.param(b"mill race", b"mill", 3, True, id="at the beginning"),
        pytest.param(b"mimill", b"mill", 1, True, id="behind its own beginning"),
        pytest.param(b"a mil", b"mill", 0, False, id="cut off"),
        pytest.param(b"ll", b"mill", 3, False, id="shorter than the part"),
        pytest.param(b"", b"m", 0, False, id="nothing"),
        pytest.param(b"a\0mi\0ll", b"i\0l", 1, True, id="a NUL"),
    ],
)
def test_a_part_of_bytes(twin, content, part, rare, held):
    assert twin()(content, part, rare) is held


@pytest.mark.parametrize("twin", twins("scraper.needles", "holds_bytes"))
@pytest.mark.parametrize("part, rare", [(b"", 0), (b"mill", 4), (b"mill", -1)])
def test_a_rarest_byte_that_is_none_of_the_part_is_refused(twin, part, rare):
    with pytest.raises(ValueError, match="rarest byte"):
        twin()(b"a mill", part, rare)
