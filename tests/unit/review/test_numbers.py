import pytest

from scraper.review.numbers import A_MINUTE, FIRST_DATED, end_number, first_number

IN_ORDER = """
0001-01-01 0999 1999-12-31 2016 2016-01-01T00:01 2016-01-02 2016-02-29
2016-03 2016-03-01T10:00:59+02:00 2016-03-01T10:01 2016-03-01T23:59 2016-03-02 9999-12-31
""".split()


def test_numbers_grow_with_dates_and_times():
    numbers = [first_number(date) for date in IN_ORDER]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == FIRST_DATED
    assert numbers[-1] < 2**63
    assert all(number % A_MINUTE == 0 for number in numbers)


@pytest.mark.parametrize("text", ["", "soon", "2016-13", "2015-02-29", "16", "0000", "2016-03-08x"])
def test_what_is_no_date_comes_before_all_dates(text):
    assert (first_number(text), end_number(text)) == (0, 0)


@pytest.mark.parametrize(
    ("text", "last", "behind"),
    [
        ("2016", "2016-12-31T23:59", "2017"),
        ("2016-02", "2016-02-29T23:59", "2016-03"),
        ("2016-12", "2016-12-31T23:59", "2017"),
        ("2016-03-08", "2016-03-08T23:59", "2016-03-09"),
        ("2016-03-08T10:00", "2016-03-08T23:59", "2016-03-09"),
    ],
)
def test_a_span_ends_where_the_next_begins(text, last, behind):
    assert first_number(last) < end_number(text) == first_number(behind)


def test_the_last_year_has_an_end():
    for text in ("9999", "9999-12", "9999-12-31"):
        assert first_number("9999-12-31T23:59") < end_number(text) < 2**63
