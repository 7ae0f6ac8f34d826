"""CSL types by the fields that an entry has."""

import pytest

from scraper.parsers.reference_types import Signs, find_type

NOTHING = {
    "text": "On lamps",
    "container": None,
    "has_editor": False,
    "has_volume": False,
    "has_pages": False,
    "has_publisher": False,
    "has_isbn": False,
    "has_doi": False,
    "has_url": False,
    "has_arxiv": False,
    "has_day": False,
}


@pytest.mark.parametrize(
    "signs, expected",
    [
        pytest.param({}, None, id="no sign"),
        pytest.param({"container": "Journal of Light", "has_volume": True}, "article-journal", id="journal"),
        pytest.param({"container": "Light", "has_editor": True}, "chapter", id="edited book"),
        pytest.param({"container": "Light", "has_publisher": True, "has_pages": True}, "chapter", id="book with pages"),
        pytest.param({"container": "Conference on Lamps"}, "paper-conference", id="conference"),
        pytest.param({"container": "The Harbour Times", "has_day": True}, "article-newspaper", id="newspaper"),
        pytest.param({"container": "Lamp Magazine"}, "article-magazine", id="magazine"),
        pytest.param({"container": "Tern Blog", "has_url": True}, "webpage", id="page of a site"),
        pytest.param({"text": "PhD thesis, Greywater", "has_publisher": True}, "thesis", id="thesis"),
        pytest.param({"text": "Lamp report", "has_publisher": True}, "report", id="report"),
        pytest.param({"has_publisher": True}, "book", id="publisher"),
        pytest.param({"text": "Wave 3 [Data set]. Archive", "container": "Archive"}, "dataset", id="data"),
        pytest.param({"text": "lamp (v. 2) [Computer software]", "has_url": True}, "software", id="software"),
        pytest.param({"text": "The lamp [Film].", "has_publisher": True}, "motion_picture", id="film"),
        pytest.param({"text": "“Lamp,” U.S. Patent 7 123 456, 2006"}, "patent", id="patent"),
        pytest.param({"text": "On lamps [2nd ed.]", "has_publisher": True}, "book", id="edition in brackets"),
        pytest.param({"has_isbn": True}, "book", id="ISBN"),
        pytest.param({"has_arxiv": True}, "article", id="preprint"),
        pytest.param({"has_doi": True}, "article-journal", id="DOI alone"),
        pytest.param({"has_url": True}, "webpage", id="address alone"),
    ],
)  # fmt: skip
def test_type(signs, expected):
    assert find_type(Signs(**{**NOTHING, **signs})) == expected
