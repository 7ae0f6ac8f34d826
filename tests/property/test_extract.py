"""Whatever comes in, a valid record comes out, and its offsets hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article
from scraper import extract

TAGS = st.sampled_from(
    "p div h1 h2 li ul ol table tr td a b sup q blockquote pre br article aside time span".split()
)
TEXTS = st.sampled_from(
    [
        "The river rose. ",
        "“It was loud,” said Mara Holt. “Very loud.” ",
        "(Holt, 2016: 33) ",
        "8 March 2016 ",
        "By Mara Holt ",
        "References ",
        "[1] ",
        "’",
        "\u200b\u00ad",
        "<",
        "&amp;&lt;",
        "語「引用」",
        "\x1e\x1f",
        " ",
    ]
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    parts = draw(
        st.lists(
            st.one_of(
                TEXTS,
                TAGS.map("<{}>".format),
                TAGS.map("</{}>".format),
                TAGS.map('<{} class="author byline" id="fn1" href="#fn1">'.format),
            ),
            max_size=40,
        )
    )
    return "".join(parts)


def check(article: Article) -> None:
    assert Article.model_validate_json(article.model_dump_json()) == article
    for block in article.blocks:
        if block.start is not None:
            assert article.body[block.start : block.end] == block.text
    for quote in article.quotes:
        for part in quote.parts:
            assert article.body[part.start : part.end] == part.text
        if not quote.parts and quote.start is not None:
            assert article.body[quote.start : quote.end] == quote.text
    for citation in article.citations:
        if citation.start is not None:
            assert article.body[citation.start : citation.end] == citation.text
        for item in citation.items:
            assert item.reference is None or item.reference < len(article.references)
    for link in article.links:
        if link.start is not None:
            assert article.body[link.start : link.end] == link.text


@given(st.binary(max_size=400))
@settings(max_examples=120)
def test_any_bytes_give_a_valid_record(content):
    check(extract(content, "https://a.example/x"))


@given(markup())
@settings(max_examples=250)
def test_any_markup_gives_a_valid_record(html):
    check(extract(html, "https://a.example/2016/03/the-river-rose"))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 5000 + "x",
        "<table><tr><td>" * 2000 + "x",
        "<p>" + "“" * 50_000,
        "<p>" + "(" * 50_000,
        "<a href=x>" * 5000,
        "<ul>" + "<li>item 1</li>" * 5000,
    ],
    ids=["nested", "tables", "marks", "brackets", "links", "items"],
)
def test_hostile_shapes_are_read(html):
    check(extract(html, "https://a.example/x"))
