"""Dates as precise as they are printed."""

import pytest

from scraper.parsers.reference_dates import parse_date


@pytest.mark.parametrize(
    "printed, date",
    [
        ("2019", ("2019", None)),
        ("2017a", ("2017", "a")),
        ("2019, February 26", ("2019-02-26", None)),
        ("26 February 2019", ("2019-02-26", None)),
        ("Feb. 26, 2019", ("2019-02-26", None)),
        ("26. Februar 2019", ("2019-02-26", None)),
        ("février 2016", ("2016-02", None)),
        ("2011 May 25", ("2011-05-25", None)),
        ("January 2020", ("2020-01", None)),
        ("1er mars 2012", ("2012-03", None)),
        ("2019-06-18", ("2019-06-18", None)),
        ("2019-06", ("2019-06", None)),
        ("21.01.2022", ("2022-01-21", None)),
        ("01/21/2022", ("2022-01-21", None)),
        ("21/01/2022", ("2022-01-21", None)),
        ("03/04/2022", ("2022", None)),
        ("31 June 2019", ("2019-06", None)),
        ("30.02.2019", ("2019-02", None)),
        ("2019-04-31", ("2019-04", None)),
        ("29 February 2020", ("2020-02-29", None)),
        ("1989-90", ("1989", None)),
        ("Winter 2004", ("2004", None)),
        ("n.d.", (None, None)),
        ("", (None, None)),
        ("12345", (None, None)),
    ],
)
def test_date(printed, date):
    assert parse_date(printed) == date
