"""The compiled look for stems finds in any text what the one in Python finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pullquote_test_twins import compiled, has_compiler, twins

from scraper.cut import cut
from scraper.parsers.authors import marks, regions, stems
from scraper.parsers.rules import byline_classes

TWINS = twins("scraper.parsers.authors.stems", "Stems")
ALONE = {"by": 1, "author": 2, "auth": 4, "ad$": 8, "ads$": 8, "/u$": 16}
PIECES = st.sampled_from([*(stem.removesuffix("$") for stem in ALONE), "aut", "a", "/", "b", "x"])
STEMS = [
    *(*byline_classes.AUTHOR_STEMS, *byline_classes.RELATED_STEMS, *byline_classes.BIO_STEMS),
    *("line", "box", "author", "meta", "category-", "no", "footer"),
]
BETWEEN = st.sampled_from([*"-_ \t\x1c:.1", "", "", "é", "İ", "\u212a", "\0"])


@given(st.lists(st.tuples(PIECES, BETWEEN, st.booleans()), max_size=8))
def test_any_text(pieces):
    text = "".join((piece.upper() if up else piece) + rest for piece, rest, up in pieces)
    expected = stems.Stems(ALONE, r"[\s_-]").told(text)
    held = {stem: stem in text.lower() for stem in ("by", "author", "auth")}
    assert expected & 7 == sum(ALONE[stem] for stem, is_held in held.items() if is_held)
    if has_compiler():
        make = compiled("scraper.parsers.authors.stems", "Stems")
        assert make(ALONE, r"[\s_-]").told(text) == expected
        words = stems.Stems(ALONE, r"[\s_-]").words(text)
        assert make(ALONE, r"[\s_-]").words(text) == words


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("Ad", 8),
        ("top-ad", 8),
        ("ADS box", 8),
        ("header", 0),
        ("ad1", 0),
        ("authority by-line", 1 + 2 + 4),
        ("x/u", 16),
        ("x/u_y", 16),
        ("x/users", 0),
        ("ad é", 8),
        ("", 0),
    ],
)
def test_a_stem_stands_anywhere_or_ends_a_part(twin, text, bits):
    found = twin()(ALONE, r"[\s_-]").told(text)
    assert found == bits


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("stem", ["a", "a$", "é!", "By"])
def test_what_is_no_stem_is_refused(twin, stem):
    with pytest.raises(ValueError, match="a stem has two or more characters"):
        twin()({stem: 1}, " ")


def test_stems_without_room_are_refused():
    if has_compiler():
        make = compiled("scraper.parsers.authors.stems", "Stems")
        with pytest.raises(ValueError, match="there is room for"):
            make({f"a{number}": 1 for number in range(200)}, " ")
        with pytest.raises(ValueError, match="there is room for"):
            make({"a" * 40: 1}, " ")
        with pytest.raises(ValueError, match="too many different characters"):
            make(
                {
                    letter * 2: 1
                    for letter in map(chr, range(37, 97))
                    if letter.islower() or not letter.isalpha()
                }
                | {"ab": 1, "cd": 1, "ef": 1},
                " ",
            )


@given(st.lists(st.sampled_from([*STEMS, *"-_ xé"]), max_size=6))
def test_values_in_the_tree_are_read_as_in_python(pieces):
    value = "".join(piece.removesuffix("$") for piece in pieces)
    link = f"/{value}"
    root = etree.Element("body")
    line = etree.SubElement(root, "p", {"class": value})
    line.text = "x"
    etree.SubElement(line, "a", {"href": link, "class": value}).text = "Jane Doe"
    blocks, containers = cut(root)
    given_ = blocks, [0] * len(containers), frozenset([0]), range(0), 100
    if has_compiler():
        find = compiled("scraper.parsers.authors.marks", "find_marked")
        assert find(*given_) == marks.find_marked(*given_)
        read_flags = compiled("scraper.parsers.authors.regions", "read_flags")
        assert read_flags(containers, -1, -1, -1, 1) == regions.read_flags(
            containers, -1, -1, -1, 1
        )
