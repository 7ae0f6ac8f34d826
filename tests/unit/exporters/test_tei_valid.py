"""TEI files against the DTD of the TEI that trafilatura carries."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from scraper.exporters.tei import to_tei
from scraper.fixtures import find_fixtures

FIXTURES = Path(__file__).parents[3] / "fixtures"
SPEC = find_spec("trafilatura")
STAND_INS = {"table": "list", "row": "item", "cell": "hi", "eg": "p", "figure": "p"}
"""Elements of TEI Lite that this DTD of corpora leaves out → what may stand in their places."""


@pytest.mark.parametrize("fixture", find_fixtures(FIXTURES), ids=lambda fixture: fixture.name)
def test_a_record_is_valid_tei(fixture):
    dtd = etree.DTD(str(Path(SPEC.origin).parent / "data" / "tei_corpus.dtd"))
    text = to_tei(fixture.extract()).replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    root = etree.fromstring(text.encode())
    for element in list(root.iter()):
        if element.tag == "figure":
            for head in element:
                head.tag = "hi"
        element.tag = STAND_INS.get(element.tag, element.tag)
    dtd.validate(root)
    assert [error.message for error in dtd.error_log.filter_from_errors()] == []
