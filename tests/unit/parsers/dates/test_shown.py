"""On which day readers saw what a page states in UTC."""

import pytest
from pullquote_test_building import candidates, day_of, shown, stated

from scraper.parsers.dates.shown import displayed_day

OWN_DISPLAY = ("behind-headline:1-2", "mostly")


@pytest.mark.parametrize(
    "instant, display, is_moved",
    [
        ("2023-11-09T03:28:35Z", "2023-11-08", True),
        ("2023-11-09T15:28:35Z", "2023-11-10", True),
        ("2023-11-09T15:28:35Z", "2023-11-08", False),
        ("2023-11-09T03:28:35Z", "2023-11-10", False),
        ("2023-11-09T00:00:00Z", "2023-11-08", False),
        ("2023-11-09T03:28:35+01:00", "2023-11-08", False),
        ("2023-11-09", "2023-11-08", False),
        ("2023-11-09T03:28:35Z", "2023-11-06", False),
    ],
)
def test_displayed_day_of_an_instant_in_utc(instant, display, is_moved):
    one = day_of(stated(instant))
    other = day_of(shown(display), visible=[OWN_DISPLAY])
    assert displayed_day(one, candidates(one, other)) is (other if is_moved else one)


def test_date_within_a_paragraph_is_no_display():
    one = day_of(stated("2023-11-09T03:28:35Z"))
    other = day_of(shown("2023-11-08"), visible=[("behind-headline:1-2", "in-paragraph")])
    assert displayed_day(one, candidates(one, other)) is one


def test_day_of_the_address_is_the_publishers():
    one = day_of(stated("2023-11-09T03:28:35Z"))
    other = day_of(stated("2023-11-08", "url"), features=["url"])
    assert displayed_day(one, candidates(one, other)) is other
