import pytest
from pullquote_test_building import candidates, day_of, shown, stated

from scraper.parsers.dates.days import rank_days, score_day


def test_day_is_scored_by_its_best_place():
    day = day_of(shown("2019-10-16"), visible=[("far",), ("near",)])
    assert score_day(day, {"far": -1.0, "near": 2.0}) == 2.0


def test_probabilities_add_up_to_one():
    ranked = rank_days(candidates(day_of(stated("2019-10-16")), day_of(stated("2018-01-01"))))
    assert sum(likely for likely, _ in ranked) == pytest.approx(1)
    assert [likely for likely, _ in ranked] == sorted((p for p, _ in ranked), reverse=True)


def test_no_days_leave_the_answer_none():
    assert rank_days(candidates()) == [(1.0, None)]
