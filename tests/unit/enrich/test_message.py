"""What an API says of a work, under the names of a reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Name, Reference
from scraper.enrich.message import fields_of

MESSAGE = {
    "type": "journal-article",
    "title": ["The <i>Salt</i> of Harbours &amp; Rivers"],
    "subtitle": ["A survey"],
    "author": [
        {"family": "Finch", "given": "Ada B."},
        {"name": "Harbour Board"},
        {"given": "only"},
        "odd",
    ],
    "container-title": ["Journal of Quays", "J. Quays"],
    "issued": {"date-parts": [[2019, 3]]},
    "volume": "12",
    "page": "4-19",
    "ISSN": ["2049-3631", "2049-3630"],
}


def test_a_journal_article():
    assert fields_of(MESSAGE) == {
        "type": "article-journal",
        "title": "The Salt of Harbours & Rivers: A survey",
        "author": [Name(family="Finch", given="Ada B."), Name(literal="Harbour Board")],
        "container_title": "Journal of Quays",
        "issued": "2019-03",
        "volume": "12",
        "page": "4-19",
        "ISSN": "2049-3630",
    }


@pytest.mark.parametrize(
    "parts, issued",
    [
        ([[2019]], "2019"),
        ([[2019, 3, 7]], "2019-03-07"),
        ([[2019, 13]], "2019"),
        ([[None]], None),
        ([], None),
        ("2019", None),
    ],
)
def test_dates_keep_their_precision(parts, issued):
    assert fields_of({"issued": {"date-parts": parts}}).get("issued") == issued


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*MESSAGE, "editor", "ISBN", "publisher"]), JSON))
def test_odd_messages_give_valid_fields_or_none(message):
    Reference.model_validate({"text": "entry", **fields_of(message)})
