import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Article, Author, PageType, Quote
from scraper.errors import InputError
from scraper.exporters.filters import filter_records, parse_conditions

RECORDS = [
    Article(
        id="a",
        url="https://www.news.example/1",
        title="The old pier",
        authors=[Author(name="Ada Lund", bio="Ada writes."), Author(name="Rory O'Brien")],
        date_published="2024-05-03T10:00:00+02:00",
        language="de",
        word_count=500,
        quotes=[Quote(text="no")],
        page_type=PageType(kind="article", score=1, reason=""),
        tags=["Ships", "law and order"],
    ),
    Article(id="b", url="https://gov.example/2", date_published="2023", word_count=100),
    Article(id="c", canonical_url="https://data.gov.example/3", language="en", image="https://x/"),
]


@pytest.mark.parametrize(
    "expression, ids",
    [
        ("has quotes", "a"),
        ("has quote", "a"),
        ("no quotes", "bc"),
        ("no date_published", "c"),
        ("has bios", "a"),
        ("no page_type", "bc"),
        ("language is DE", "a"),
        ("author is ada lund", "a"),
        ('author is "Ada"', ""),
        ("title contains PIER", "a"),
        ("tag is ships", "a"),
        ("tags is 'law and order'", "a"),
        ("tags is “law and order”", "a"),
        ("author is Rory O'Brien and has quotes", "a"),
        ("title contains pier'", ""),
        ("page_type is article", "a"),
        ("words > 99", "ab"),
        ("words < 500", "bc"),
        ("since 2024-05-03", "a"),
        ("since 2024-05-04", ""),
        ("until 2024-05-03", "ab"),
        ("since 2023-06-01", "ab"),
        ("until 2022", ""),
        ("site news.example", "a"),
        ("site https://www.news.example/1", "a"),
        ("site news.example/", "a"),
        ("site www.gov.example", "b"),
        ("site *.gov.example", "c"),
        ("site *gov.example", "bc"),
        ("HAS quotes AND language IS de", "a"),
        ("has quotes and language is en", ""),
    ],
)
def test_conditions(expression, ids):
    assert "".join(record.id for record in filter_records(RECORDS, [expression])) == ids


def test_several_expressions_all_hold():
    assert [r.id for r in filter_records(RECORDS, ["words > 50", "no quotes"])] == ["b"]
    assert list(filter_records(RECORDS, [])) == RECORDS


@pytest.mark.parametrize(
    "expression, message",
    [
        ("", "'' is no condition; write conditions such as"),
        ("quotes", "'quotes' is no condition"),
        ("has colour", "'colour' is no field of a record; known are id, url"),
        ("words > many", "no condition"),
        ("since yesterday", "write a date as 2024, 2024-01"),
        ("since 2024-13-45", "write a date as 2024, 2024-01"),
        ("until 2023-02-29T10:00", "write a date as 2024, 2024-01"),
        ("site https://", "write a host such as news.example"),
        ("site [news", "write a host such as news.example"),
        ("has quotes and", "'' is no condition"),
        ("title is 'a", "a quotation mark is not closed"),
    ],
)
def test_what_cannot_be_understood_says_what_can(expression, message):
    with pytest.raises(InputError, match=message):
        filter_records([], [expression])


@given(st.text())
def test_any_text_is_conditions_or_an_input_error(text):
    try:
        conditions = parse_conditions(text)
    except InputError:
        return
    assert all(holds(RECORDS[0]) in (True, False) for holds in conditions)
