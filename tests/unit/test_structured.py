"""JSON-LD as the web writes it, metas, links, microdata and RDFa."""

import pytest
from lxml import etree

from scraper.census import take_census
from scraper.structured import parse_json, read_structured


def read(html: str):
    return read_structured(take_census(etree.fromstring(html, etree.HTMLParser())))


def ld(text: str):
    return read(f'<html><head><script type="application/ld+json">{text}</script></head></html>')


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "Article", "headline": "A"}',
        '<!-- {"@type": "Article", "headline": "A"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "A"}\n//]]>',
        '/*<![CDATA[*/{"@type": "Article", "headline": "A"}/*]]>*/',
        '{"@type": "Article", "headline": "A",}',
        '{"@type": "Article", "headline": "A"};',
        '// a comment\n{"@type": "Article", "headline": "A"}',
        '[{"@type": "Article", "headline": "A"}]',
        '{"@graph": [{"@type": "Article", "headline": "A"}]}',
        '{"@type": ["NewsArticle", "http://schema.org/Article"], "headline": "A"}',
    ],
)
def test_json_ld_is_read_in_every_wrapping(text):
    found = ld(text)
    assert [item.text("headline") for item in found.of_type("Article")] == ["A"]
    assert not found.warnings


def test_raw_line_breaks_and_entities_in_strings():
    found = ld('{"@type": "Article", "headline": "Fish &amp;amp; chips\nat noon"}')
    assert found.items[0].text("headline") == "Fish & chips at noon"


def test_two_values_in_one_script():
    found = ld('{"@type": "Article"}\n{"@type": "WebSite"}')
    assert [item.types for item in found.items] == [("Article",), ("WebSite",)]


def test_references_by_id_are_followed():
    found = ld(
        '{"@graph": [{"@type": "Article", "author": {"@id": "#p"}},'
        '{"@type": "Person", "@id": "#p", "name": "Ines Calloway"}]}'
    )
    author = found.of_type("Article")[0].items("author")[0]
    assert author.text("name") == "Ines Calloway"
    assert author.types == ("Person",)


def test_a_cycle_of_references_ends():
    found = ld(
        '{"@graph": [{"@type": "Article", "@id": "#a", "author": {"@id": "#p"}},'
        '{"@type": "Person", "@id": "#p", "name": "Ines", "subjectOf": {"@id": "#a"}}]}'
    )
    assert found.of_type("Article")[0].items("author")[0].text("name") == "Ines"


def test_nested_items_are_told_from_those_that_stand_alone():
    found = ld('{"@type": "Article", "publisher": {"@type": "Organization", "name": "X"}}')
    assert [(item.types[0], item.top) for item in found.items] == [
        ("Article", True),
        ("Organization", False),
    ]


@pytest.mark.parametrize("text", ["plain words", "{", "[" * 5000, '{"a": 1} trailing'])
def test_what_cannot_be_read_is_a_warning_or_nothing(text):
    found = ld(text)
    assert found.items == ()


def test_an_unreadable_script_does_not_hide_the_next():
    found = read(
        '<script type="application/ld+json">{broken</script>'
        '<script type="application/ld+json; charset=utf-8">{"@type": "Article"}</script>'
    )
    assert found.items[0].types == ("Article",)
    assert found.warnings[0].startswith("json-ld[0]: ")


def test_parse_json_refuses_what_is_no_json():
    with pytest.raises(ValueError, match="Expecting"):
        parse_json("nothing")


def test_metas_under_all_key_attributes():
    found = read(
        '<meta property="og:title" content="A &amp; B"><meta name="Author" content=" Ines  C ">'
        '<meta itemprop="datePublished" content="2016-03-08"><meta charset="utf-8">'
    )
    assert found.metas("og:title") == ["A & B"]
    assert found.metas("nothing", "author") == ["Ines C"]
    assert found.first_meta("datepublished") == ("datepublished", "2016-03-08")


def test_links_keep_rel_and_type():
    found = read('<link rel="alternate FEED" type="application/rss+xml" href=" /feed ">')
    assert found.links[0].rel == {"alternate", "feed"}
    assert found.links[0].href == "/feed"


def test_microdata_scopes_and_nesting():
    found = read(
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">A</h1>'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person">'
        '<b itemprop="name">Ines Calloway</b></span>'
        '<time itemprop="datePublished" datetime="2016-03-08">yesterday</time></div>'
    )
    article, person = found.items
    assert article.types == ("NewsArticle",)
    assert article.text("datePublished") == "2016-03-08"
    assert article.items("author") == [person]
    assert person.text("name") == "Ines Calloway"
    assert not person.top


def test_rdfa_properties_without_prefix():
    found = read('<div typeof="schema:Article"><h2 property="schema:headline">A</h2></div>')
    assert found.items[0].types == ("Article",)
    assert found.items[0].text("headline") == "A"


def test_a_linked_url_property_is_where_the_link_leads_and_a_linked_author_the_text():
    html = (
        b"<div itemscope itemtype='https://schema.org/Article'><a itemprop='url' href=' /bread '>"
        b"Bread</a><a itemprop='author' href='/jo'>Joan Zellman</a></div>"
    )
    values = read(html).items[0].values
    assert (values["url"], values["author"]) == (["/bread"], ["Joan Zellman"])
