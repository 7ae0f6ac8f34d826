import pytest

from scraper.crawler.frames import Found
from scraper.crawler.tempo import find_tempo

NOW = 1_000_000.0
HOUR = 3600.0


def entries(*ages_s):
    """Return entries of a feed by their ages; None for one without a date."""
    return [
        Found(f"https://a.example/{n}", 0, "page", None if age is None else NOW - age)
        for n, age in enumerate(ages_s)
    ]


@pytest.mark.parametrize(
    ("ages", "new", "last_read", "expected"),
    [
        ([600, 1200, 1800, 2400, 3000], 2, NOW - HOUR, (1800, False)),
        ([600, 1200, 1800, 2400, 9e9], 2, NOW - HOUR, (1800, False)),
        ([600, 1200, 1800, 2400, 3000], 5, NOW - HOUR, (1800, True)),
        ([600, 1200, 1800, 2400, 3000], 5, NOW - 1000, (500, True)),
        ([600, 1200, 1800, 2400, 3000], 5, None, (1800, False)),
        ([None] * 6, 6, NOW - HOUR, (1800, True)),
        ([None] * 6, 5, NOW - HOUR, (None, False)),
        ([1, 2, 3, 4, 5], 1, NOW - HOUR, (None, False)),
        ([-9000] * 5, 1, NOW - HOUR, (None, False)),
        ([600] * 4, 4, NOW - HOUR, (None, False)),
        ([], 0, NOW - HOUR, (None, False)),
    ],
    ids=[
        "half of the entries are younger than half an hour",
        "an entry that is pinned says nothing",
        "nothing but new entries",
        "nothing but new entries in a quarter of an hour",
        "a first look",
        "new entries without dates",
        "known entries without dates",
        "dates of whatever wrote the feed",
        "dates of tomorrow",
        "a feed of a few entries",
        "an empty feed",
    ],
)
def test_how_soon_a_feed_has_to_be_read_again(ages, new, last_read, expected):
    assert find_tempo(entries(*ages), new, NOW, last_read) == expected
