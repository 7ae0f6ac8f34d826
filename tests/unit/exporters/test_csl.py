import json

import pytest

from schemas import Article, Author, Name, Reference
from scraper.exporters.csl import article_item, csl_json, reference_item, work_identity


@pytest.mark.parametrize(
    "author, name",
    [
        (
            Author(name="Ada Öztürk", given="Ada", family="Öztürk"),
            Name(family="Öztürk", given="Ada"),
        ),
        (Author(name="Ada Öztürk"), Name(literal="Ada Öztürk")),
        (Author(name="佐伯 真理子"), Name(literal="佐伯 真理子")),
        (Author(name="Staff", kind="organization", family="Staff"), Name(literal="Staff")),
    ],
    ids=["split", "not split", "japanese", "organisation"],
)
def test_names_are_split_only_where_that_is_certain(author, name):
    assert article_item(Article(id="a", authors=[author])).author == (name,)


@pytest.mark.parametrize(
    "date, parts",
    [
        ("2016", [2016]),
        ("2016-03", [2016, 3]),
        ("2016-03-08", [2016, 3, 8]),
        ("2016-03-08T23:30:00-05:00", [2016, 3, 8]),
    ],
)
def test_dates_keep_their_precision(date, parts):
    data = json.loads(csl_json(article_item(Article(id="a", date_published=date))))
    assert data["issued"] == {"date-parts": [parts]}


def test_absent_fields_are_left_out():
    assert json.loads(csl_json(article_item(Article(id="a")))).keys() == {"id", "type"}
    data = json.loads(csl_json(reference_item(Reference(text="See there."))))
    assert data["note"] == "See there."
    assert data["type"] == "document"


@pytest.mark.parametrize(
    "article, start",
    [
        (Article(id="a", title="The Sea", authors=[Author(name="Ada Öztürk")], date_published="2016-01"), "ozturk2016-"),
        (Article(id="a", title="On the Harbour"), "harbour-"),
        (Article(id="a", title="港の夜店"), "work-"),
        (Article(id="a"), "work-"),
        (Article(id="a", title="Élise’s café, revisited"), "elise-"),
    ],
)  # fmt: skip
def test_keys_are_readable_ascii(article, start):
    key = article_item(article).id
    assert key.startswith(start)
    assert key.isascii()


@pytest.mark.parametrize(
    "work, identity",
    [
        (Reference(text="x", DOI="10.1/AbC", PMID="1"), "doi:10.1/abc"),
        (Reference(text="x", PMID="1", arxiv="2001.1"), "pmid:1"),
        (Reference(text="x", arxiv="2001.1", title="T"), "arxiv:2001.1"),
        (Reference(text="x", title="The  Sea!", issued="2016-03", URL="u"), "work 2016 the sea"),
        (Reference(text="x", URL="https://A.example/B"), "URL:https://A.example/B"),
        (Reference(text="Some: Text."), "text some text"),
    ],
)
def test_what_makes_two_entries_one_work(work, identity):
    assert work_identity(work) == identity
