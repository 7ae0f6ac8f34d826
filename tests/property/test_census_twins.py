"""The compiled census finds what the searches in Python find."""

from hypothesis import given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, elements, has_compiler

from scraper import census

NAMES = st.sampled_from(
    [*"class id rel aria-label itemscope itemprop typeof property {urn:x}class".split()]
)
VALUES = st.sampled_from(
    ["", "a", "a b", "é", "Breadcrumbs", "my-tag", "ariane tag", "category tag"]
)
TAGS = st.sampled_from([*census.TAGS, "div", "p", "timer", "{urn:x}time"])


@given(elements(TAGS, NAMES, VALUES, st.just((None, None)), comments=True))
def test_any_page(root):
    if has_compiler():
        assert compiled("scraper.census", "count")(root) == census.count(root)
