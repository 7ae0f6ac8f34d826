"""The compiled pass over a page's regions gives what the one in Python gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pullquote_test_twins import compiled, elements, has_compiler

from scraper.cut import cut
from scraper.page import read_page
from scraper.parsers.authors import regions
from scraper.text import Container

NAMES = st.sampled_from(["class", "id", "itemprop", "rel", "title", "{urn:x}class"])
VALUES = st.sampled_from(
    ["", "byline", "post-author x", "comments", "comments-open", "related-posts", "author"]
) | st.sampled_from(["author-box", "menu", "é nav", "photo-credit author", "tag-author", "quote"])
TAGS = st.sampled_from(
    ["div", "p", "article", "footer", "nav", "aside", "address", "blockquote", "figure", "body"]
) | st.sampled_from(["span", "font", "{urn:x}span"])


TEXTS = st.sampled_from([(None, None), ("a", None), ("a", "b")])
PAGES = elements(TAGS, NAMES, VALUES, TEXTS).map(lambda root: cut(root)[1])


def assert_same_spans(root: etree._Element) -> None:
    if has_compiler():
        signed_spans = compiled("scraper.parsers.authors.regions", "signed_spans")
        for parts in ([root], list(root)):
            assert signed_spans(parts) == regions.signed_spans(parts)


def assert_same_flags(
    containers: list[Container], first: int, last: int, headline: int = -1
) -> None:
    if has_compiler():
        read_flags = compiled("scraper.parsers.authors.regions", "read_flags")
        whole = max((c.end for c in containers), default=0)
        expected = regions.read_flags(containers, headline, first, last, whole)
        assert read_flags(containers, headline, first, last, whole) == expected


@given(PAGES, st.integers(-1, 12), st.integers(0, 12), st.integers(-1, 12))
def test_any_page(containers, first, length, headline):
    assert_same_flags(containers, first, first + length if first >= 0 else -1, headline)
    for container in containers:
        assert_same_spans(container.element)


@pytest.mark.parametrize(
    "html",
    [
        "<div class=author>" * 700 + "x",
        "".join(f"<p class='c{n} byline' id=author{n}>a" for n in range(20_000)),
        f"<div class='{'author ' * 100_000}'>a</div>",
        "<p>by <span class=author-photos>a</span>" * 5_000,
        "<div class='&#55296; author' id=x>a</div>",
    ],
    ids=["deep", "many classes", "a long class", "spans", "half a pair"],
)
def test_hostile_pages(html):
    page = read_page(html)
    assert_same_flags(page.containers, 0, 0)
    assert_same_spans(page.root)


def test_an_attribute_in_parts_is_read_whole():
    parser = etree.XMLParser(resolve_entities=False)
    root = etree.fromstring(
        "<!DOCTYPE b [<!ENTITY e 'li'>]><body><p class='by&e;ne'>a</p><p>b</p></body>", parser
    )
    containers = cut(root)[1]
    assert_same_flags(containers, 1, 1)
    assert regions.read_flags(containers, -1, 1, 1, 2)[1][1] & regions.AUTHOR


def test_containers_out_of_order_are_refused():
    if has_compiler():
        outer, inner = cut(etree.fromstring("<body><p>a</p></body>"))[1]
        with pytest.raises(ValueError, match="stands before the one around it"):
            compiled("scraper.parsers.authors.regions", "read_flags")([inner, outer], -1, 0, 0, 1)
