"""Names of authors in citations."""

import pytest

from scraper.parsers.citations.names import parse_authors, surname_of


@pytest.mark.parametrize(
    "text, names",
    [
        ("Okafor", ("Okafor",)),
        ("Okafor and Lind", ("Okafor", "Lind")),
        ("J. Okafor, B.-C. Lind", ("Okafor", "Lind")),
        ("Smith, J., Jones, K.", ("Smith", "Jones")),
        ("van Rijn", ("van Rijn",)),
        ("Rivers Trust and Council of Lakes", ("Rivers Trust and Council of Lakes",)),
        ("Okafor (Hrsg.)", ("Okafor",)),
        ("Okafor’s", ("Okafor",)),
    ],
)
def test_names(text, names):
    found = parse_authors(text)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "text",
    ["", "April", "during the war", "42", "see below", "Figure 3", "www.example.com/a", "x" * 300],
)
def test_no_names(text):
    assert parse_authors(text) is None


def test_capital_initials_are_no_words_for_others():
    found = parse_authors("Smith, JT")
    assert found is not None
    assert not found.et_al


def test_et_al_is_noted_and_left_out():
    found = parse_authors("Okafor et al.")
    assert found is not None
    assert found.et_al
    assert found.several
    assert found.names == ("Okafor",)


def test_publisher_and_place_are_noted():
    publisher, place = parse_authors("Tilde Press"), parse_authors("Paris")
    assert publisher is not None
    assert publisher.publisher
    assert place is not None
    assert place.place


def test_given_name_is_dropped_from_two_words():
    assert surname_of("Anna Okafor") == "Okafor"
    assert surname_of("Klint Jørgensen") == "Klint Jørgensen"


def test_particle_alone_is_no_name():
    assert surname_of("van der") is None


@pytest.mark.parametrize("text", ["Home Office", "National Audit Office", "World Loom Office"])
def test_offices_are_authors(text):
    found = parse_authors(text)
    assert found is not None
    assert found.names == (text,)


@pytest.mark.parametrize("text", ["Office", "Microsoft Office", "Box Office"])
def test_programs_and_takings_are_none(text):
    assert parse_authors(text) is None
