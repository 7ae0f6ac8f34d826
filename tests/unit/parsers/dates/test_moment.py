from dataclasses import replace

import pytest

from scraper.parsers.dates.moment import Moment, from_epoch, make_moment


@pytest.mark.parametrize(
    "moment, text",
    [
        (Moment(2019), "2019"),
        (Moment(2019, 3), "2019-03"),
        (Moment(2019, 3, 8), "2019-03-08"),
        (Moment(2019, 3, 8, 9, 5), "2019-03-08T09:05"),
        (Moment(2019, 3, 8, 9, 5, 7), "2019-03-08T09:05:07"),
        (Moment(2019, 3, 8, 9, 5, 7, "250", 0, True), "2019-03-08T09:05:07.250Z"),
        (Moment(2019, 3, 8, 9, 5, 7, "", 0), "2019-03-08T09:05:07+00:00"),
        (Moment(2019, 3, 8, 9, 5, None, "", -570), "2019-03-08T09:05-09:30"),
        (Moment(2019, 3, 8, 9, 5, None, "", 345), "2019-03-08T09:05+05:45"),
    ],
)
def test_text_has_the_precision_of_the_value(moment, text):
    assert moment.iso() == text


@pytest.mark.parametrize(
    "parts",
    [(2019, 13), (2019, 0), (2019, 2, 29), (2019, 4, 31), (0, 1, 1), (10_000, 1, 1)],
)
def test_no_moment_outside_the_calendar(parts):
    assert make_moment(*parts) is None


def test_impossible_time_leaves_the_day():
    assert make_moment(2019, 3, 8, (24, 0, 0, "")) == Moment(2019, 3, 8)


def test_leap_second_is_the_second_before():
    assert make_moment(2016, 12, 31, (23, 59, 60, ""), 0).second == 59


def test_offset_that_no_place_has_is_dropped():
    assert make_moment(2019, 3, 8, (9, 0, None, ""), 20 * 60).offset is None


def test_midnight_is_told_from_a_second_behind_it():
    midnight = Moment(2019, 3, 8, 0, 0, 0)
    assert midnight.is_midnight
    assert not replace(midnight, second=4).is_midnight


def test_epoch_is_utc():
    assert from_epoch(1_571_212_800).iso() == "2019-10-16T08:00:00Z"


def test_epoch_out_of_range_is_none():
    assert from_epoch(10**30) is None
