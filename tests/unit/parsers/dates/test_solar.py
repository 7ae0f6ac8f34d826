"""The Solar Hijri calendar: conversion against known days, and its printed forms."""

import pytest

from scraper.parsers.dates.reading import find_printed, to_ascii_digits
from scraper.parsers.dates.solar import find_solar, is_leap, to_moment
from scraper.parsers.dates.values import read_value

# New years and leap days as the official calendar of Iran gives them.
KNOWN = {
    (1357, 11, 22): "1979-02-11",
    (1375, 1, 1): "1996-03-20",
    (1399, 12, 30): "2021-03-20",
    (1400, 1, 1): "2021-03-21",
    (1402, 6, 31): "2023-09-22",
    (1403, 12, 30): "2025-03-20",
    (1404, 1, 1): "2025-03-21",
    (1404, 10, 11): "2026-01-01",
}


@pytest.mark.parametrize("day, expected", KNOWN.items(), ids=map(str, KNOWN))
def test_known_days(day: tuple[int, int, int], expected: str):
    assert to_moment(*day).iso() == expected


def test_days_follow_each_other_without_gap():
    days = [
        to_moment(year, month, day)
        for year in range(1370, 1412)
        for month in range(1, 13)
        for day in range(1, 32)
    ]
    ordinals = [moment.ordinal for moment in days if moment]
    assert ordinals == list(range(ordinals[0], ordinals[0] + len(ordinals)))
    assert [y for y in range(1395, 1413) if is_leap(y)] == [1395, 1399, 1403, 1408, 1412]


@pytest.mark.parametrize("day", [(1400, 13, 1), (1400, 7, 31), (1400, 12, 30), (1400, 0, 1)])
def test_days_that_the_calendar_has_not(day: tuple[int, int, int]):
    assert to_moment(*day) is None


PRINTED = {
    "Persian, in words": ("چهارشنبه ۲۲ اردیبهشت ۱۴۰۰", "2021-05-12"),
    "Persian, with comma and clock": ("۷ آذر ۱۴۰۲، ۱۴:۳۰", "2023-11-28T14:30"),
    "Persian, with the word for month": ("5 تیر ماه 1398", "2019-06-26"),
    "Persian, digits": ("۱۴۰۲/۰۹/۰۷", "2023-11-28"),
    "Afghan months": ("۱۵ حمل ۱۴۰۰", "2021-04-04"),
    "of the common era": ("۲۸ نوامبر ۲۰۲۳", "2023-11-28"),
}


@pytest.mark.parametrize("text, expected", PRINTED.values(), ids=PRINTED)
def test_printed(text: str, expected: str):
    found = find_printed(to_ascii_digits(text), language="fa")
    assert [printed.moment.iso() for printed in found] == [expected]


def test_digits_are_read_in_the_calendars_languages_only():
    assert not list(find_solar("1402/09/07", "de"))
    assert read_value("1402-09-07", language="fa").iso() == "2023-11-28"
    assert not list(find_solar("1300 Menschen kamen 1402", ""))
