from datetime import UTC, datetime

import pytest

from scraper.http_date import read_http_date

MOMENT = datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Sun, 06 Nov 1994 08:49:37 GMT", MOMENT),
        ("Sunday, 06-Nov-94 08:49:37 GMT", MOMENT),
        ("Sun Nov  6 08:49:37 1994", MOMENT),
        ("Sun, 06 Nov 1994 09:49:37 +0100", MOMENT),
        (None, None),
        ("", None),
        ("yesterday", None),
        ("Sun, 06 Nov 99999 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 08:49:37 +99999999999", None),
    ],
)
def test_a_header_s_moment_in_its_three_forms_or_none(text, expected):
    assert read_http_date(text) == expected
