"""Links in the body: places, targets and roles."""

import pytest

from schemas import Link
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.links import find_links, role_of

OWN = "https://www.rivers.example/2020/post"


def links(html: str, url: str = OWN) -> list[Link]:
    page = read_page(f"<body>{html}</body>", url=url)
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    found = find_links(page, body)
    for link in found:
        assert body.text[link.start : link.end] == link.text
    return found


def test_places_and_texts_in_order():
    found = links(
        '<p>See <a href="https://a.example/1">the  dam</a> and\n<a href="/2">the\u00ad lake</a>.</p>'
        '<p><a href="https://doi.org/10.1234/x">A study</a> says so.</p>'
    )
    assert [(link.text, link.url, link.role) for link in found] == [
        ("the dam", "https://a.example/1", "external"),
        ("the lake", "https://www.rivers.example/2", "internal"),
        ("A study", "https://doi.org/10.1234/x", "scholarly"),
    ]


@pytest.mark.parametrize(
    "href, role",
    [
        ("https://rivers.example/x", "internal"),
        ("https://blog.rivers.example/x", "internal"),
        ("//rivers.example/x", "internal"),
        ("../x", "internal"),
        ("https://lakes.example/x", "external"),
        ("https://notrivers.example/x", "external"),
        ("https://doi.org/10.1234/abc", "scholarly"),
        ("http://dx.doi.org/10.1234/abc", "scholarly"),
        ("https://press.example/doi/full/10.1234/abc", "scholarly"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", "scholarly"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1/", "scholarly"),
        ("https://arxiv.org/abs/2001.00001", "scholarly"),
        ("https://www.jstor.org/stable/1", "scholarly"),
        ("https://arxiv.org.evil.example/abs/1", "external"),
        ("#notes", "anchor"),
        ("https://www.rivers.example/2020/post#notes", "anchor"),
        ("https://www.rivers.example/2020/other#notes", "internal"),
        ("HTTPS://USER@Lakes.example:8080/x", "external"),
    ],
)
def test_roles(href, role):
    (found,) = links(f'<p><a href="{href}">here</a></p>')
    assert found.role == role


@pytest.mark.parametrize(
    "anchor",
    [
        '<a href="mailto:a@rivers.example">mail</a>',
        '<a href="javascript:void(0)">click</a>',
        '<a href="">here</a>',
        "<a>here</a>",
        '<a name="x"></a>',
        '<a href="https://a.example"> </a>',
        '<a href="http://[bad">here</a>',
    ],
)
def test_what_is_no_link(anchor):
    assert links(f"<p>See {anchor} now.</p>") == []


def test_captions_are_outside():
    page = read_page('<body><figure><a href="https://a.example">A dam</a></figure></body>')
    body = assemble([Piece(block, "caption") for block in page.blocks])
    assert find_links(page, body) == []


def test_page_without_an_address():
    page = read_page(
        '<body><p><a href="https://a.example/1">one</a> <a href="/2">two</a></p></body>'
    )
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    assert [link.url for link in find_links(page, body)] == ["https://a.example/1"]


def test_role_of_an_odd_address():
    assert role_of("nowhere", None) == "external"
    assert role_of("https://a.example/x", None) == "external"


@pytest.mark.parametrize("part", ["/a-b", "/a.b", "a-", "/%20", "/."])
def test_a_long_path_that_fits_no_pattern_is_resolved_all_the_same(part):
    # A pattern that goes back over the path would never end on this.
    (link,) = links(f'<p><a href="/x{part * 20_000} ?x">a link</a></p>')
    assert link.url.startswith("https://www.rivers.example/")
