"""Whatever the page: the body is made of its blocks, in order, and never raises."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.page import read_page
from scraper.parsers.body import find_body

TAGS = (
    "div p b a br pre table tr td li ul ol span h1 h2 article figure figcaption blockquote".split()
)
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS]),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.sampled_from(['<div class="post-body">', '<ol start="7" reversed>', "<p hidden>"]),
    st.text(max_size=12),
    st.just("The river rose for three days, and the bridge had to be closed. "),
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=60))
def test_body_is_made_of_blocks_in_order(parts: list[str]) -> None:
    page = read_page("".join(parts))
    body = find_body(page, None)
    assert 0 <= body.score <= 1
    indexes = [source.index for source in body.sources]
    assert indexes == sorted(set(indexes))
    for block, source in zip(body.blocks, body.sources, strict=True):
        assert block.text == source.text
        if block.kind != "caption":
            assert body.text[block.start : block.end] == block.text


@settings(max_examples=30)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_body(content: bytes) -> None:
    assert find_body(read_page(content), None).text is not None
