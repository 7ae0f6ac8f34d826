"""Every fixture, field by field, against the record that a careful reader expects."""

from functools import cache
from pathlib import Path

import pytest

from schemas import Article
from scraper.differences import diff_values, to_plain
from scraper.fixtures import find_fixtures, to_expected

FIXTURES = find_fixtures(Path(__file__).parents[2] / "fixtures")
PAIRS = [
    (fixture, field)
    for fixture in FIXTURES
    for field in Article.model_fields
    if field in (fixture.read_expected() or {})
]


@cache
def record_of(fixture):
    return fixture.extract()


def test_there_are_enough_pages_of_enough_sites():
    assert len(FIXTURES) >= 24
    assert len({fixture.name.split("/")[0] for fixture in FIXTURES}) >= 8
    assert all(fixture.record.exists() for fixture in FIXTURES)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_extraction_does_not_raise_and_offsets_hold(fixture):
    record = record_of(fixture)
    spans = [*record.blocks, *record.citations, *(q for q in record.quotes if not q.parts)]
    for span in (*spans, *(part for quote in record.quotes for part in quote.parts)):
        if span.start is not None:
            assert record.body[span.start : span.end] == span.text
    assert record.id == fixture.extract().id


@pytest.mark.parametrize(
    "fixture, field", PAIRS, ids=[f"{fixture.name}-{field}" for fixture, field in PAIRS]
)
def test_field(fixture, field):
    expected = (fixture.read_expected() or {})[field]
    actual = to_expected(record_of(fixture)).get(field)
    if actual != expected:
        pytest.fail(f"{field}:\n{to_plain(diff_values(expected, actual))}", pytrace=False)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_nothing_extra_comes_out(fixture):
    extra = set(to_expected(record_of(fixture))) - set(fixture.read_expected() or {})
    assert not extra
