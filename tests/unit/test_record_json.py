import json

import pytest
from pydantic import ValidationError

from schemas import Article, Reference
from scraper.record_json import read_record


def text_of(issued, accessed=None, **fields):
    references = [Reference(text="Holm"), Reference(text="Moss: Ruß", title="Grüße \U0001f600")]
    article = json.loads(Article(id="77778888", references=references).model_dump_json())
    article["references"][1] |= {"issued": issued, "accessed": accessed}
    return json.dumps(article | fields, ensure_ascii=False)


def test_a_record_is_what_its_json_says():
    text = text_of("2019-06-30")
    assert read_record(text) == read_record(text.encode()) == Article.model_validate_json(text)


def test_of_a_day_that_the_calendar_lacks_the_month_is_kept():
    """As of the printed 31 June that records had once."""
    record = read_record(text_of("2019-06-31", "2023-02-29"))
    assert record == read_record(text_of("2019-06", "2023-02"))
    assert record.references[1].title == "Grüße \U0001f600"


def test_of_an_offset_that_no_place_has_the_time_is_kept():
    record = read_record(text_of("2019-06", date_published="2019-06-03T09:30:00+99:00"))
    assert record == read_record(text_of("2019-06", date_published="2019-06-03T09:30:00"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        text_of("2019-06-31", language=1),
        text_of("2019-06-30", date_published="2019-06-03T99:30"),
        text_of("31 June"),
    ],
    ids=["empty", "list", "another fault", "clock", "form"],
)
def test_what_is_no_record_is_refused(text):
    with pytest.raises(ValidationError):
        read_record(text)
