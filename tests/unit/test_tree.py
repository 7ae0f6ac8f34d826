"""Elements by their attributes, and the text below one: in Python and compiled."""

import pytest
from lxml import etree
from pullquote_test_twins import twins

HAVING = pytest.mark.parametrize("having", twins("scraper.tree", "having"))
STRING_OF = pytest.mark.parametrize("string_of", twins("scraper.tree", "string_of"))


@HAVING
@pytest.mark.parametrize(
    "values, expected",
    [
        ({"id": ""}, ["a", "c", "d"]),
        ({"itemprop": ""}, ["d"]),
        ({"id": "", "itemprop": ""}, ["a", "c", "d"]),
        ({"class": "crumb"}, ["b", "d"]),
        ({"class": ("x", "crumb")}, ["b", "d"]),
        ({"class": ("x", "none")}, ["d"]),
        ({"class": "crumb", "aria_label": "readcrumb"}, ["b", "c", "d"]),
        ({"class": "none"}, []),
        ({"lang": ""}, []),
    ],
)
def test_elements_are_found_by_their_attributes_in_order(having, values, expected) -> None:
    root = etree.fromstring(
        "<a id='1'><!-- class='crumb' --><b class='crumbs' xml:lang='en'/>"
        "<c aria-label='Breadcrumb' id=''><d class='x crumb' id='2' itemprop='name'/></c></a>"
    )
    assert [element.tag for element in having()(**values)(root)] == expected


@HAVING
def test_nothing_beside_the_element_is_found(having) -> None:
    root = etree.fromstring("<a id='1'><b id='2'><c id='3'/></b><d id='4'/></a>")
    assert [element.tag for element in having()(id="")(root[0])] == ["b", "c"]
    assert [element.tag for element in having()(id="")(root[1])] == ["d"]


@HAVING
def test_a_search_takes_the_first_few_thousand_of_very_many(having) -> None:
    root = etree.fromstring("<div>" + "<p class='a'/>" * 5000 + "</div>")
    search = having()(**{"class": "a"})
    assert search(root) == list(root)[:4000]
    assert search(root) == list(root)[:4000]


@HAVING
def test_a_value_in_several_pieces_is_read_whole(having) -> None:
    root = etree.fromstring(
        "<!DOCTYPE a [<!ENTITY e 'cru'>]><a><b class='&e;mb'/><b class='&amp;crumb'/></a>",
        etree.XMLParser(resolve_entities=False),
    )
    assert having()(**{"class": "crumb"})(root) == list(root)


@STRING_OF
@pytest.mark.parametrize(
    "markup, text",
    [
        ("<p/>", ""),
        ("<p>  one </p>", "  one "),
        ("<p>a<b>ñ</b>\n<!-- no --><i><u>行</u></i>z</p>", "añ\n行z"),
        ("<p><![CDATA[<x>]]> y</p>", "<x> y"),
    ],
)
def test_the_text_below_an_element(string_of, markup, text) -> None:
    root = etree.fromstring(f"<div>{markup}behind</div>")
    assert string_of()(root[0]) == text


@STRING_OF
def test_an_entity_that_was_left_alone_is_looked_up(string_of) -> None:
    root = etree.fromstring(
        "<!DOCTYPE p [<!ENTITY e 'word'>]><p>a &e;<b>c</b></p>",
        etree.XMLParser(resolve_entities=False),
    )
    assert string_of()(root) == "a wordc"


@STRING_OF
def test_deep_nesting_is_no_recursion(string_of) -> None:
    root = node = etree.Element("b")
    for _ in range(20_000):
        node = etree.SubElement(node, "b")
    node.text = "here"
    assert string_of()(root) == "here"


@pytest.mark.parametrize("links_to", twins("scraper.tree", "links_to"))
@pytest.mark.parametrize(
    "held, longest, expected",
    [
        ("/sport", -1, ["1", "7"]),
        ("//é.example", -1, ["6"]),
        ("none", 0, ["3", "4"]),
        ("none", 7, ["1", "3", "4", "5"]),
    ],
)
def test_links_are_found_by_what_their_address_holds(links_to, held, longest, expected):
    root = etree.HTML(
        "<a id=0>no address</a><a id=1 href='/sport/?page=12'><a id=2 href=''><b href='/sport'></b>"
        "<a id=3 href='//?x'><p><a id=4 href='?/long/er'></p><a id=5 href='/ééé'>"
        "<a id=6 href='https://é.example/a/b/c'><a id=7 href='/news/sport'>"
    )
    found = links_to()(list(root.iter("a")), held, longest)
    assert [link.get("id") for link in found] == expected
