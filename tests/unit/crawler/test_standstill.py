from scraper.crawler.standstill import Standstill

DAY = 86400.0


def test_a_day_in_which_nothing_was_gained_is_told():
    standstill = Standstill(500, 10.0)
    assert standstill.find(lambda: 900, DAY) is None
    note = standstill.find(lambda: 500, DAY + 10)
    assert "for 1 day," in note
    assert "of 500 queued URLs 500 are left" in note
    assert "the first crawl of a large site, or a site that publishes faster" in note
    assert "max_pages" in note


def test_each_day_is_held_against_the_one_before():
    standstill = Standstill(5_000, 0.0)
    notes = [
        standstill.find([4_000, 4_001, 4_000][day - 1].__int__, day * DAY) for day in (1, 2, 3)
    ]
    assert [note is None for note in notes] == [True, False, True]
    assert "for 2 days, and of 4,000 queued URLs 4,001 are left" in notes[1]


def test_what_is_told_is_not_told_with_every_page():
    standstill = Standstill(1, 0.0)
    assert standstill.find(lambda: 1, DAY)
    assert standstill.find(lambda: 1, DAY + 1) is None
