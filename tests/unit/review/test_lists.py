import pytest

from scraper.review.lists import day, direction, missing_names, place_label, plural, shown


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("en-GB", "ltr"),
        ("ja", "ltr"),
        (None, "auto"),
        ("", "auto"),
    ],
)
def test_directions(language, expected):
    assert direction(language) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("title", "Title"),
        ("date_published", "Date published"),
        ("quotes.2.speaker_mention", "Quote 3, speaker mention"),
        ("authors.0", "Author 1"),
        ("references.+", "New reference"),
        ("citations.1.items.0.year", "Citation 2, items, 0, year"),
        ("page_type.kind", "Page type, kind"),
    ],
)
def test_places_are_said(path, expected):
    assert place_label(path) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2016", "2016"), ("2016-03", "March 2016"), ("2016-03-08T10:00", "8 March 2016"), (None, "")],
)
def test_days_keep_their_precision(date, expected):
    assert day(date) == expected


def test_values_and_counts_are_said_in_one_line():
    assert shown(["Ada", {"name": "Jo", "role": None}]) == "Ada; Jo"
    assert shown([]) == "nothing"
    assert shown("x" * 300) == "x" * 160 + "…"
    assert (plural(1, "work"), plural(12_000, "work")) == ("1 work", "12\u202f000 works")
    assert missing_names(0b1101) == ["title", "authors", "date"]


def test_a_month_that_is_none_is_shown_as_it_stands():
    assert (day("2024-13-45"), day("2024-00")) == ("2024-13-45", "2024-00")
