"""Lines that may print a date: both twins say the same, and no printed date is passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import twins

from scraper.parsers.dates.reading import find_printed
from scraper.parsers.dates.worth import SHORT_BLOCK, lines_with_days

PARTS = st.sampled_from(
    [
        "2",
        "20",
        "19",
        "1",
        "5",
        "25",
        "/",
        "-",
        ".",
        "'",
        " ",
        ":",
        "May",
        "é",
        "年",
        "\u2019",
        "\x1c",
    ]
)
LINES = st.lists(PARTS, max_size=14).map("".join)
DATES = st.sampled_from(
    "4 May 2021|May 4, 2021|2021-05-04|04/05/21|3.5.202112:30|May 4 '21|5/3-2021".split("|")
)
LONG = st.builds(lambda line, times: line + "x" * times, LINES, st.integers(0, 300))
TEXTS = LINES | LONG | st.tuples(LINES, DATES, LINES).map("".join)


@pytest.mark.parametrize("twin", twins("scraper.parsers.dates.worth", "lines_with_days"))
@given(texts=st.lists(TEXTS, max_size=8), ascii_digits=st.booleans())
def test_any_lines(twin, texts, ascii_digits):
    assert twin()(texts, ascii_digits) == lines_with_days(texts, ascii_digits)


@given(LINES | st.tuples(LINES, DATES, LINES).map("".join))
def test_a_line_that_prints_a_date_is_read(text):
    if len(text) <= SHORT_BLOCK and find_printed(text):
        assert lines_with_days([text], False) == [True]
