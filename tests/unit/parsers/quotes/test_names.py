"""Names told from other words, by given names, by language and by what the page says of them."""

import pytest

from scraper.parsers.quotes.names import build_cast
from scraper.parsers.quotes.naming import naming_of, nouns_of, without_roles
from scraper.parsers.quotes.runs import (
    given_gender,
    split_run,
    strip_name,
    without_possessive,
    without_told,
)

GERMAN = naming_of("de-DE")


@pytest.mark.parametrize(
    "word, gender",
    [("Ada", "f"), ("Bogdan", "m"), ("Cameron", "p"), ("Jean-Luc", "m"), ("Harbour", None)],
)
def test_given_names_tell_gender(word, gender):
    assert given_gender(word) == gender


@pytest.mark.parametrize(
    "words, name",
    [
        pytest.param("Klimaforscherin Ada Finch", "Ada Finch", id="role-in-front"),
        pytest.param("Verbands-Chef Finch", "Finch", id="hyphen-role"),
        pytest.param("Philosoph Johann Peter Hebel", "Johann Peter Hebel", id="two-given-names"),
        pytest.param("Jan van der Moor Abschied", "Jan van der Moor", id="noun-behind"),
        pytest.param("Präsident Karl-Peter Moor", "Karl-Peter Moor", id="joined-given-names"),
        pytest.param("Auswärtiges Amt", "Auswärtiges Amt", id="no-role-no-name"),
    ],
)
def test_german_runs_are_cut_to_the_name(words, name):
    assert " ".join(without_roles(words.split())) == name


def test_german_nouns_are_told_by_their_articles():
    found = nouns_of("Der Wirt kam. Ein alter Kahn lag im Hafen, und Finch sah zu.")
    assert {"wirt", "kahn", "hafen"} <= found
    assert "finch" not in found


def test_german_genitives_and_nouns_are_no_names_of_their_own():
    text = "Ada Finch kam. Ada Finchs Rede war kurz. Der Rat der Stadt hörte zu."
    cast = build_cast(text, None, (), GERMAN)
    finch = cast.index["Ada", "Finch"]
    assert [index for _, index in cast.seen].count(finch) == 2
    assert not cast.may_name(["Rat"])
    assert not cast.may_name(["Stadt"])


def test_leading_words_of_a_language_are_no_part_of_a_name():
    assert strip_name("Selon Morel", naming_of("fr"))[0] == "Morel"
    assert strip_name("Nach Finch", GERMAN)[0] == "Finch"
    assert strip_name("Los Angeles")[0] == "Los Angeles"


def test_german_articles_part_a_name_from_what_it_belongs_to():
    assert split_run("Finch der Neuen Zeitung", GERMAN) == ["Finch", "Neuen Zeitung"]


def test_authors_joined_in_a_citation_are_two_people():
    cast = build_cast("So it was (Delgado & Price, 2019).", None, ())
    assert cast.fullest(["Price"], 40) is None
    assert cast.fullest(["Delgado", "&", "Price"], 40) is not None


def test_a_name_that_a_page_admits_later_is_found_from_then_on():
    text = "Quillfeather came. Ada Finch left."
    cast = build_cast(text, None, ())
    assert cast.fullest(["Quillfeather"], 0) is None
    cast.admit("Quillfeather", text)
    found = cast.fullest(["Quillfeather"], 0)
    assert found is not None
    assert found.text == "Quillfeather"


def test_names_inside_quotations_are_no_antecedents():
    cast = build_cast("Ada Finch came. “Bob Moor left,” she said.", None, ())
    cast.leave_out([(17, 31)])
    assert {cast.names[index].text for _, index in cast.seen} == {"Ada Finch"}


def test_declined_names_are_those_of_the_page():
    text = (
        "Ewa Zielińska przyszła. Marek Nowak mówił. Zdaniem Ewy Zielińskiej i Marii Nowak to źle."
    )
    cast = build_cast(text, None, (), naming_of("pl"))
    assert cast.undeclined(["Ewy", "Zielińskiej"]).text == "Ewa Zielińska"
    assert cast.undeclined(["Zielińskiej"]).text == "Ewa Zielińska"
    assert cast.undeclined(["Marii", "Nowak"]) is None
    assert build_cast(text, None, ()).undeclined(["Ewy", "Zielińskiej"]) is None


@pytest.mark.parametrize("run", ["I’m Ada Finch", "You'll Ada Finch", "Accordingly Ada Finch"])
def test_words_that_only_open_a_sentence_are_no_part_of_a_name(run):
    assert strip_name(run)[0] == "Ada Finch"


@pytest.mark.parametrize("name", ["Ada King Jr.", "Ada Finch Judge Sr.", "Ada King, Jr."])
def test_a_name_before_a_generation_is_no_title(name):
    assert strip_name(name) == (name, False)
    assert strip_name(f"Judge {name}") == (name, True)


def test_given_names_may_end_like_adverbs():
    assert strip_name("Emily Finch")[0] == "Emily Finch"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ada Finch’s", "Ada Finch"), ("the Parrs'", "the Parrs"), ("Ines", "Ines"), ("s", "s")],
)
def test_a_name_loses_only_the_sign_that_it_owns_something(name, expected):
    assert without_possessive(name) == expected


@pytest.mark.parametrize(
    "run, name",
    [
        ("Ana Kovač Ivanu Horvatu", "Ana Kovač"),
        ("Jure Prpić Ani Kovač", "Jure Prpić"),
        ("Nagy Anna Mari", "Nagy Anna Mari"),
        ("Dr. Kovács Mari", "Dr. Kovács Mari"),
    ],
)
def test_who_was_told_is_cut_off_a_whole_name_only(run, name):
    assert without_told(run) == name
