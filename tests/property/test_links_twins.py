"""The compiled reading of links finds what the one in Python finds."""

from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, elements, has_compiler

from scraper.crawler import links

NAMES = st.sampled_from(["href", "src", "rel", "class", "{urn:x}href"])
VALUES = st.sampled_from(["", "#", "#a", "/a", "a b", "é", "next"])
TAGS = st.sampled_from([*links.TAGS, "abbr", "p", "framed", "{urn:x}a"])
TEXTS = st.sampled_from([None, "", " ", "a", "é“"])


@given(elements(TAGS, NAMES, VALUES, st.tuples(TEXTS, TEXTS), comments=True))
def test_any_page(root):
    if has_compiler():
        assert compiled("scraper.crawler.links", "links_of")(root) == links.links_of(root)
