"""On which day readers saw what a page states in UTC."""

import pytest

from scraper.parsers.dates.day import Day
from scraper.parsers.dates.days import Candidates
from scraper.parsers.dates.mentions import Address, Mention
from scraper.parsers.dates.shown import displayed_day
from scraper.parsers.dates.values import read_value


def day_of(*mentions, visible=(), features=()):
    made = Day(mentions[0].moment.ordinal, list(mentions))
    made.visible = [dict.fromkeys(names, 1.0) for names in visible]
    made.features = dict.fromkeys(features, 1.0)
    return made


def stated(value, source="json-ld"):
    return Mention(read_value(value), "published", source)


def shown(value):
    return Mention(read_value(value), "generic", "text")


def candidates(*days):
    return Candidates(days, Address(), {"none": 1.0})


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
