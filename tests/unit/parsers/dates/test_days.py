import pytest

from scraper.parsers.dates.day import Day
from scraper.parsers.dates.days import Candidates, rank_days, score_day
from scraper.parsers.dates.mentions import Address, Mention
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


def test_day_is_scored_by_its_best_place():
    day = day_of(shown("2019-10-16"), visible=[("far",), ("near",)])
    assert score_day(day, {"far": -1.0, "near": 2.0}) == 2.0


def test_probabilities_add_up_to_one():
    ranked = rank_days(candidates(day_of(stated("2019-10-16")), day_of(stated("2018-01-01"))))
    assert sum(likely for likely, _ in ranked) == pytest.approx(1)
    assert [likely for likely, _ in ranked] == sorted((p for p, _ in ranked), reverse=True)


def test_no_days_leave_the_answer_none():
    assert rank_days(candidates()) == [(1.0, None)]
