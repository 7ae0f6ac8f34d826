import pytest
from lxml import etree
from pullquote_test_twins import twins


@pytest.fixture(params=twins("scraper.attributes", "attributes_of"))
def attributes_of(request):
    return request.param()


@pytest.mark.parametrize(
    "tag",
    [
        pytest.param("<p>", id="none"),
        pytest.param("<p class='a b' id=c hidden>", id="in order"),
        pytest.param("<p class=''>", id="empty"),
        pytest.param("<p data-été='&amp;&#233; &#x1f600;'>", id="not ASCII"),
        pytest.param("<p class=a class=b>", id="twice"),
        pytest.param("<p xml:lang=de x:y=z>", id="with a colon"),
    ],
)
def test_attributes_as_lxml_has_them(attributes_of, tag):
    element = etree.fromstring(f"<html><body>{tag}x", etree.HTMLParser()).find(".//p")
    assert list(attributes_of(element).items()) == element.items()


def test_attributes_with_a_namespace(attributes_of):
    element = etree.fromstring("<p xmlns:x='urn:x' x:class='a' class='b' xml:lang='de'/>")
    assert attributes_of(element) == dict(element.items())
    assert attributes_of(element)["{urn:x}class"] == "a"


def test_an_entity_within_a_value(attributes_of):
    parser = etree.XMLParser(resolve_entities=False)
    element = etree.fromstring("<!DOCTYPE p [<!ENTITY e 'dy'>]><p class='bo&e; c'/>", parser)
    assert attributes_of(element) == {"class": "body c"}


def test_nothing_but_elements_has_any(attributes_of):
    assert attributes_of(etree.Comment("class='a'")) == {}
