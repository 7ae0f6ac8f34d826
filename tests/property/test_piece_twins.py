"""The compiled twin names the pieces of a body as the one in Python does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from pullquote_test_twins import compiled, has_compiler

from scraper.cut import cut
from scraper.parsers.body import pieces
from scraper.parsers.body_text import Piece
from scraper.text import Container, TextBlock

TAGS = "div p li ol ul dl dd td table tr pre blockquote figure figcaption h2 h5 section".split()
CLASSES = [
    "",
    "WP-Caption-Text",
    "é-Pull-Quote",
    "blueprint",
    "cap tion",
    "photo-credit box",
    "pullquote",
    "é",
    "a b c",
]
TEXTS = [
    "The river rose.",
    "Photo: Ada Byron",
    "a mill by night " * 14,
    "© Ada Byron",
    "Cover image by Ada",
    'See<a href="#n1">↩</a>',
    '<img><em class="img_desc">By night</em>',
    'At <img><span class="caption">night</span>',
]


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts, opened = [], []
    for tag in draw(st.lists(st.sampled_from(TAGS), max_size=30)):
        name, text = draw(st.sampled_from(CLASSES)), draw(st.sampled_from(TEXTS))
        number = draw(st.sampled_from(["", " value=7", " start=3 reversed"]))
        parts.append(f'<{tag} class="{name}"{number}>{text}')
        opened.append(tag)
        while opened and draw(st.booleans()):
            parts.append(f"</{opened.pop()}>")
    return "".join(parts)


def shown(found: list[Piece]) -> list[tuple[object, ...]]:
    """Return what tells pieces apart; a block without its back-links is another one, but alike."""
    return [
        (p.source.index, p.text, p.kind, p.level, p.ordinal, p.start, p.end, type(p)) for p in found
    ]


def assert_same(blocks: list[TextBlock], containers: list[Container], kept: list[int]) -> None:
    if has_compiler():
        name_pieces = compiled("scraper.parsers.body.pieces", "name_pieces")
        expected = pieces.name_pieces(blocks, containers, kept)
        assert shown(name_pieces(blocks, containers, kept)) == shown(expected)


@given(pages(), st.data())
def test_any_choice_of_any_page(page, data):
    blocks, containers = cut(html.document_fromstring(f"<body>{page}<p>end").find("body"))
    kept = data.draw(st.sets(st.sampled_from(range(len(blocks)))))
    assert_same(blocks, containers, sorted(kept))


@pytest.mark.parametrize(
    "page",
    [
        "<blockquote>" + "<div>" * 11 + "near" + "</div>" * 11 + "</blockquote>",
        "<blockquote>" + "<div>" * 12 + "far" + "</div>" * 12 + "</blockquote>",
        "<figcaption>one</figcaption>" * 3 + "<p>text",
        "<p>a<figcaption>b</figcaption><p>c<p>d<p>e<p>f<figcaption>g</figcaption><p>h",
        "<ol reversed start=4><li>a<li value=9>b<ul><li>c</ul><p>d<li>e</ol>",
    ],
    ids=["within reach", "out of reach", "slides", "captions between", "numbered"],
)
def test_odd_pages(page):
    blocks, containers = cut(html.document_fromstring(f"<body>{page}").find("body"))
    numbers = list(range(len(blocks)))
    for kept in (numbers, numbers[::2], numbers[:1] + numbers[-1:], []):
        assert_same(blocks, containers, kept)


def test_what_is_no_page_is_refused():
    if not has_compiler():
        return
    name_pieces = compiled("scraper.parsers.body.pieces", "name_pieces")
    blocks, containers = cut(html.document_fromstring("<p>one<p>two").find("body"))
    with pytest.raises(TypeError):
        name_pieces([None], containers, [0])
    with pytest.raises(IndexError):
        name_pieces(blocks, containers[:1], [1])
    containers[1].parent = 2
    with pytest.raises(ValueError, match="stands before"):
        name_pieces(blocks, containers, [0])
