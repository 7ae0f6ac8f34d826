import pytest
from lxml import etree
from pullquote_test_twins import compiled, has_compiler, twins

from scraper.crawler import links


@pytest.fixture(params=twins("scraper.crawler.links", "links_of"))
def links_of(request):
    return request.param()


def parse(html):
    return etree.fromstring(html, etree.HTMLParser())


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<a href=/x>Word</a>", [("/x", "Word", "")]),
        ("<a href=/x><b>Word</b></a>", [("/x", "", "")]),
        ("<a href=/x>One<br>two</a>", [("/x", "", "")]),
        ("<a href=/x>One<!-- c --> two</a>", [("/x", "", "")]),
        ("<a rel='next nofollow' href='/x?a=1&amp;b=&#233;'>é</a>",
         [("/x?a=1&b=é", "é", "next nofollow")]),
        ("<a name=x>none</a><a href>empty</a><a href=#top>here</a>", []),
        ("<map><area href=/m></map><iframe src=/f></iframe>", [("/m", "", ""), ("/f", "", "")]),
        ("<a src=/s>S</a><a href='' src=/t>T</a>", [("/s", "S", ""), ("/t", "T", "")]),
        ("<abbr href=/x></abbr><img src=/y><article href=/z>", []),
    ],
    ids=["text", "element", "break", "comment", "entities", "nowhere", "others", "src", "no links"],
)  # fmt: skip
def test_what_a_link_is(links_of, html, expected):
    assert links_of(parse(html)) == expected


def test_frames(links_of):
    html = "<html><frameset><frame src=/a><frame src=/b></frameset></html>"
    assert links_of(parse(html)) == [("/a", "", ""), ("/b", "", "")]


def test_a_part_of_a_page_ends_with_it(links_of):
    root = parse("<div><p><a href=/in>in</a></p><a href=/out>out</a></div>")
    assert links_of(root.find(".//p")) == [("/in", "in", "")]


def test_names_of_other_namespaces_are_no_links(links_of):
    root = etree.fromstring("<x xmlns:n='urn:n'><n:a href='/n'>n</n:a><a n:href='/q'>q</a></x>")
    assert links_of(root) == []


@pytest.mark.parametrize(
    "html",
    ["<a href=/x>" * 700 + "y", "<a href=/x>y</a>" * 9000, f"<a href='/{'é' * 100_000}'>x"],
    ids=["deep", "many", "long"],
)
def test_hostile_pages(html):
    if has_compiler():
        root = parse(html)
        assert compiled("scraper.crawler.links", "links_of")(root) == links.links_of(root)
