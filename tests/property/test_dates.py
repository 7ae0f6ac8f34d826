import re
import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.base import ISO_8601
from scraper.page import read_page
from scraper.parsers.body_text import Body
from scraper.parsers.dates import find_dates
from scraper.parsers.dates.moment import Moment, make_moment
from scraper.parsers.dates.reading import find_printed, to_ascii_digits
from scraper.parsers.dates.relative import read_relative
from scraper.parsers.dates.values import read_value
from scraper.parsers.language import detect_language, find_language
from scraper.parsers.rules.months import MONTHS

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2035, 12, 31))
PIECES = st.sampled_from(
    "2019 19 03 12 31 1999 年 月 日 : . / - T Z +02:00 GMT May März августа de of th am PM Uhr 令和 "
    "元 ago vor hours yesterday ٢٠١٩ 0000000000 tháng gada , ( ) | \u00a0 \n".split(" ")
)
SHREDS = st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES, max_size=40).map(" ".join)


@st.composite
def moments(draw):
    day = draw(DAYS)
    if draw(st.booleans()):
        return Moment(day.year, day.month, day.day)
    second = draw(st.none() | st.integers(0, 59))
    fraction = draw(st.sampled_from(["", "5", "250", "123456"])) if second is not None else ""
    offset = draw(st.none() | st.integers(-48, 56).map(lambda quarter: quarter * 15))
    clock = (draw(st.integers(0, 23)), draw(st.integers(0, 59)), second, fraction)
    return make_moment(day.year, day.month, day.day, clock, offset, zulu=draw(st.booleans()))


@given(moments())
def test_iso_text_reads_back_as_the_same_moment(moment):
    assert read_value(moment.iso()) == moment


@given(DAYS, st.sampled_from(sorted(MONTHS)))
def test_day_and_month_name_of_any_language(day, language):
    name = MONTHS[language].split()[day.month - 1].split("/")[0]
    (found,) = find_printed(f"{day.day} {name} {day.year}", language=language)
    assert found.moment.iso() == day.isoformat()


@given(DAYS)
def test_orders_of_digits(day):
    for text in (
        f"{day:%d.%m.%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y}年{day.month}月{day.day}日",
    ):
        (found,) = find_printed(text)
        assert found.moment.iso() == day.isoformat()
    (found,) = find_printed(f"{day:%m/%d/%Y}", month_first=True)
    assert found.moment.iso() == day.isoformat()


@given(st.text(max_size=120) | SHREDS)
def test_any_value_is_read_or_refused(value):
    moment = read_value(value)
    assert moment is None or re.fullmatch(ISO_8601, moment.iso())


@given(st.text(max_size=200) | SHREDS, st.booleans())
def test_dates_in_any_text_are_in_order_and_apart(text, month_first):
    found = find_printed(to_ascii_digits(text), month_first=month_first)
    end = 0
    for printed in found:
        assert end <= printed.start < printed.end <= len(text)
        assert re.fullmatch(ISO_8601, printed.moment.iso())
        end = printed.start + 1


@given(st.text(max_size=60) | SHREDS)
def test_relative_time_is_never_in_the_future(text):
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    moment = read_relative(text, now)
    assert moment is None or moment.ordinal <= now.toordinal()


@settings(max_examples=60)
@given(st.lists(SHREDS | st.text(max_size=40), max_size=8), st.booleans())
def test_any_page_gives_valid_dates_or_none(texts, known):
    lines = "".join(
        f'<p class="date">{text}</p><time datetime="{text}">{text}</time>'
        f'<meta name="date" content="{text}"><meta property="og:updated_time" content="{text}">'
        for text in texts
    )
    now = datetime(2026, 11, 24, tzinfo=UTC) if known else None
    page = read_page(
        f"<body><h1>Some headline here</h1>{lines}</body>",
        url="https://a.example/2019/1",
        fetched_at=now,
    )
    dates = find_dates(page, None, Body())
    for found in (dates.published, dates.modified):
        assert found is None or re.fullmatch(ISO_8601, found.value)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes(content):
    page = read_page(content)
    find_dates(page, None, Body())
    find_language(page, Body())


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text):
    detect_language(text)


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "12/",
        "19:",
        "May ",
        "2019-",
        "20 de ",
        "1." * 8 + " ",
        "年",
        "\u0661",
        "9 a of 20 ",
        "12 Mon 2019 ",
    ],
)
def test_time_grows_with_the_length_of_a_hostile_text(unit):
    def spent(count):
        page = read_page(
            f"<body><h1>Some headline</h1>{'<p>' + unit * 400 + '</p>' + unit * count}</body>"
        )
        assert page.blocks
        best = 1e9
        for _ in range(3):
            started = time.process_time()
            find_dates(page, None, Body())
            best = min(best, time.process_time() - started)
        return best

    # A long block is read at its ends only, so eight times the text must not cost eight times.
    assert spent(40_000) < 6 * spent(5_000) + 0.02


@pytest.mark.parametrize(
    "unit",
    [
        "<p>12 May 2019</p>",
        "<time datetime='2019-05-12'>x</time> ",
        "<meta name=date content=2019>",
    ],
)
def test_time_grows_with_the_number_of_dates(unit):
    def spent(count):
        page = read_page(f"<body><h1>Some headline</h1>{unit * count}</body>")
        assert page.blocks
        assert page.structured is not None
        best = 1e9
        for _ in range(3):
            started = time.process_time()
            find_dates(page, None, Body())
            best = min(best, time.process_time() - started)
        return best

    assert spent(4_000) < 12 * spent(1_000) + 0.02


@settings(max_examples=60)
@given(DAYS, DAYS, st.booleans())
def test_page_of_two_days_gives_one_of_them_and_no_clock(one, other, is_stated):
    head = f'<meta property="article:published_time" content="{one}">' if is_stated else ""
    now = datetime(2020, 6, 1, tzinfo=UTC)
    page = read_page(
        f"<head>{head}</head><body><h1>Some headline here</h1><p>{one}</p>"
        f"<p>Some words of a story.</p><p>{other:%d.%m.%Y}</p></body>",
        fetched_at=now,
    )
    dates = find_dates(page, None, Body())
    for found in (dates.published, dates.modified):
        if found is not None:
            assert found.value in {one.isoformat(), other.isoformat()}
            assert date.fromisoformat(found.value) <= date(2020, 6, 2)
