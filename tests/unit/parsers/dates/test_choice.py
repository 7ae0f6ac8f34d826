import pytest

from scraper.parsers.dates.choice import choose_moment, find_modified
from scraper.parsers.dates.day import Day
from scraper.parsers.dates.days import Candidates
from scraper.parsers.dates.mentions import Address, Mention
from scraper.parsers.dates.values import read_value


def mention(value, kind="published", source="meta", **features):
    return Mention(read_value(value), kind, source, "key", None, dict.fromkeys(features, 1.0))


def candidates_of(*mentions):
    days = {}
    for each in mentions:
        ordinal = each.moment.ordinal
        days.setdefault(ordinal, Day(ordinal)).mentions.append(each)
    return Candidates(tuple(days.values()), Address(), {})


@pytest.mark.parametrize(
    "values, expected",
    [
        (["2019-10-16"], "2019-10-16"),
        (["2019-10-16T00:00:00Z"], "2019-10-16"),
        (["2019-10-16", "2019-10-16T09:30:00Z"], "2019-10-16T09:30:00Z"),
        (["2019-10-16T09:30:00Z", "2019-10-16T09:30:00-04:00"], "2019-10-16T09:30:00-04:00"),
        (["2019-10-16T09:30:00", "2019-10-16T13:30:00Z"], "2019-10-16T09:30:00-04:00"),
        (["2019-10-16T09:30:00", "2019-10-16T13:37:00Z"], "2019-10-16T09:30:00"),
        (["2019-10-16T09:30", "2019-10-16T09:30:12+02:00"], "2019-10-16T09:30:12+02:00"),
    ],
    ids=["day", "midnight", "timed", "wrong Z", "zone inferred", "another event", "seconds"],
)
def test_most_exact_moment_of_a_day(values, expected):
    found = candidates_of(*(mention(value) for value in values))
    assert choose_moment(found.days[0], found)[0].iso() == expected


def test_zone_from_the_instant_of_the_next_day():
    shown = mention("November 8, 2023 10:28pm", "generic", "text")
    found = candidates_of(shown, mention("2023-11-09T03:28:00Z"))
    assert choose_moment(found.days[0], found)[0].iso() == "2023-11-08T22:28-05:00"


def test_modification_is_not_taken_for_the_time_of_publication():
    found = candidates_of(mention("2019-10-16"), mention("2019-10-16T12:00:00Z", "modified"))
    assert choose_moment(found.days[0], found)[0].iso() == "2019-10-16"


def test_modified_by_the_better_source():
    found = candidates_of(
        mention("2019-10-16"),
        mention("2019-10-18T08:00:00Z", "modified"),
        mention("2019-10-19T08:00:00Z", "modified", "json-ld"),
    )
    assert find_modified(found, read_value("2019-10-16"), None).source == "json-ld"


@pytest.mark.parametrize(
    "features", [{"in:footer": 1}, {"class:other:near": 1}, {"label:other": 1}]
)
def test_printed_update_of_something_else(features):
    labelled = mention("18 October 2019", "generic", "text", **{"label:modified": 1, **features})
    assert find_modified(candidates_of(labelled), None, None) is None


def test_same_clock_with_a_zone_is_the_better_modification():
    found = candidates_of(
        mention("2019-10-18T08:00:00", "modified", "json-ld"),
        mention("2019-10-18T08:00:00+02:00", "modified", "time"),
    )
    assert find_modified(found, None, None).moment.iso() == "2019-10-18T08:00:00+02:00"
