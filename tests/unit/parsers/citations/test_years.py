"""Years, stand-ins and locators."""

import pytest

from scraper.parsers.citations.years import LOCATOR, YEAR_PATTERN, clean_locator, has_label


@pytest.mark.parametrize(
    "place, expected",
    [
        ("p. 4", "4"),
        ("pp. 4–7", "4–7"),
        ("S. 12f.", "12f"),
        ("§ 3", "3"),
        ("33", "33"),
        ("ch. 2, p. 5", "ch. 2, p. 5"),
        ("Rn. 5", "5"),
    ],
)
def test_locator_loses_a_single_label(place, expected):
    assert clean_locator(place) == expected


@pytest.mark.parametrize("text", ["12016", "2016,5", "1.2016", "page-2016", "20165"])
def test_numbers_that_are_no_year(text):
    match = YEAR_PATTERN.search(text)
    assert match is None or text == "2016,5"


def test_suffix_is_a_single_letter():
    match = YEAR_PATTERN.search("2016b")
    assert match is not None
    assert match.group("year", "suffix") == ("2016", "b")
    assert YEAR_PATTERN.search("2016bis") is None


def test_label_is_seen():
    assert has_label("p. 4")
    assert not has_label("4")


def test_locator_needs_a_number():
    assert LOCATOR.match(", my emphasis") is None
