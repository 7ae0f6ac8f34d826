"""Tokens, gaps and the features of reference strings."""

import pytest

from scraper.parsers.reference_tokens import (
    JOINTS,
    MAX_CHARS,
    describe_word,
    featurise,
    gaps_between,
    joints_between,
    tokenise,
)


def words(text):
    return [token.text for token in tokenise(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("Holm, L. A.", ["Holm", "L", "A"], id="initials apart"),
        pytest.param("12(3):45–67", ["12", "3", "45–67"], id="volume, issue, pages"),
        pytest.param("412 – 418", ["412 – 418"], id="spaced range"),
        pytest.param("D’Holm Okafor-Ito", ["D’Holm", "Okafor-Ito"], id="inner marks"),
        pytest.param("2008;9:1", ["2008", "9", "1"], id="year and volume"),
        pytest.param("Holm, A/Ito, B", ["Holm", "A", "Ito", "B"], id="slash parts"),
        pytest.param("lamps.org blog", ["lamps.org", "blog"], id="domain"),
        pytest.param("", [], id="nothing"),
        pytest.param("———. ", [], id="only marks"),
    ],
)
def test_tokens(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    "text, kind, value",
    [
        ("at https://lamps.example/a?b=c.", "link", "https://lamps.example/a?b=c"),
        ("at www.lamps.example/a).", "link", "www.lamps.example/a"),
        ("doi: 10.1000/abc.", "doi", "doi: 10.1000/abc"),
        ("10.1000/abc", "doi", "10.1000/abc"),
        ("arXiv:2503.20634.", "arxiv", "arXiv:2503.20634"),
        ("ISBN 0-306-40615-2.", "isbn", "ISBN 0-306-40615-2"),
        ("PMID: 24055351", "pmid", "PMID: 24055351"),
        ("ISSN 0378-5955", "issn", "ISSN 0378-5955"),
    ],
)
def test_identifiers_are_one_token(text, kind, value):
    assert [(t.kind, t.text) for t in tokenise(text) if t.kind != "word"] == [(kind, value)]


def test_tokens_stand_where_they_say():
    text = "Holm, L. (2019). On lamps. https://lamps.example/1"
    assert all(text[token.start : token.end] == token.text for token in tokenise(text))


def test_gaps_have_one_sort_of_each_mark():
    text = "Holm,  “Lamps” – [2019]."
    assert gaps_between(text, tokenise(text)) == ["", ', "', '" - (', ")."]


def test_joints():
    text = "Holm, L. On lamps. Tern: “Light” (2019)"
    tokens = tokenise(text)
    joints = [JOINTS[place] for place in joints_between(tokens, gaps_between(text, tokens))]
    assert joints == ["space", "comma", "abbreviation", "space", "stop", "quote", "quote"]


def test_long_strings_are_cut():
    assert len(tokenise("lamp " * 50_000)) <= 400
    assert tokenise("x" * 200_000)[-1].end <= MAX_CHARS


def test_word_lists_are_told():
    described = describe_word("Verlag", "word")
    assert "publisher" in described.letters
    assert "w=verlag" in described.features


def test_numbers_share_their_word():
    assert "w=0000" in describe_word("1999", "word").features
    assert "year" in describe_word("1999", "word").letters
    assert "year" not in describe_word("1199", "word").letters


def test_each_token_has_its_phrase():
    text = "Holm, L. (2019). On the light of lamps. Journal of Light, 3(2), 1–9."
    tokens = tokenise(text)
    described = featurise(tokens, gaps_between(text, tokens))
    assert len(described.tokens) == len(described.where) == len(tokens)
    assert sorted(set(described.where)) == list(range(len(described.phrases)))
    assert described.where == sorted(described.where)


def test_gaps_and_place_are_told():
    text = "“Lamps” 2019"
    described = featurise(tokenise(text), gaps_between(text, tokenise(text)))
    word, edges, place = described.tokens[0]
    assert "w=lamps" in word
    assert edges == ('b="', 'a=" ', 'c="|" ')
    assert "i=0" in place


def test_nothing_to_describe():
    described = featurise([], [""])
    assert (described.tokens, described.phrases, described.where) == ([], [], [])
