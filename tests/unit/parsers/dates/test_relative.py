from datetime import UTC, datetime

import pytest

from scraper.parsers.dates.relative import read_relative

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text, day",
    [
        ("5 minutes ago", "2026-11-24"),
        ("2 hours ago", "2026-11-23"),
        ("an hour ago", "2026-11-24"),
        ("2 weeks ago", "2026-11-10"),
        ("vor einer Stunde", "2026-11-24"),
        ("vor 3 Tagen", "2026-11-21"),
        ("hace 2 días", "2026-11-22"),
        ("3 giorni fa", "2026-11-21"),
        ("há 2 dias", "2026-11-22"),
        ("2 dagen geleden", "2026-11-22"),
        ("2 dni temu", "2026-11-22"),
        ("2 дня назад", "2026-11-22"),
        ("3 gün önce", "2026-11-21"),
        ("2 dagar sedan", "2026-11-22"),
        ("3日前", "2026-11-21"),
        ("3일 전", "2026-11-21"),
        ("Yesterday", "2026-11-23"),
        ("Gestern", "2026-11-23"),
        ("Вчера", "2026-11-23"),
        ("Today", "2026-11-24"),
        ("3d ago", "2026-11-21"),
        ("2 nappal ezelőtt", "2026-11-22"),
        ("2 hari lalu", "2026-11-22"),
        ("acum 2 zile", "2026-11-22"),
        ("prije 2 dana", "2026-11-22"),
        ("преди 2 дни", "2026-11-22"),
        ("πριν από 2 ημέρες", "2026-11-22"),
        ("2 วันที่แล้ว", "2026-11-22"),
        ("منذ 2 أيام", "2026-11-22"),
        ("vorgestern", "2026-11-22"),
        ("avant-hier", "2026-11-22"),
        ("anteayer", "2026-11-22"),
        ("eergisteren", "2026-11-22"),
        ("позавчера", "2026-11-22"),
        ("前天", "2026-11-22"),
    ],
)
def test_day_told_from_now(text, day):
    assert read_relative(text, NOW).iso() == day


@pytest.mark.parametrize(
    "text",
    ["", "ago", "3 comments", "12 people like this", "before 3", "x" * 100 + " 2 hours ago"],
)
def test_nothing_told_from_now(text):
    assert read_relative(text, NOW) is None
