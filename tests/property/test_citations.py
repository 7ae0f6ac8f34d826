"""Citations, lists and links on hostile input: no error, true offsets, linear growth."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Quote
from scraper.page import Page, read_page
from scraper.parsers.body_text import Body, Piece, assemble
from scraper.parsers.citations import (
    author_date,
    author_page,
    cite_notes,
    find_citations,
    link_quotes,
    names,
    narrative,
    noted,
    numeric,
    short_forms,
    years,
)
from scraper.parsers.citations.author_date import find_author_date, parse_bracket
from scraper.parsers.citations.names import parse_authors
from scraper.parsers.citations.narrative import find_narrative
from scraper.parsers.links import find_links
from scraper.parsers.references import find_references, looks, markers, sections, unheaded, units
from scraper.patterns import late
from scraper.remembering import READ_LIMIT, count_read

SIGNS = st.text(alphabet="()[]{}.,;:&/–-’“”§¹₂ \n", max_size=4)
WORDS = st.sampled_from(
    "Okafor Lind et al. and und van der 2016 2016a n.d. ibid. p. S. 12 33–35 see vgl. in press "
    "Tilde Press, (2014) [1] [2-4] ( ) ; said argues report’s the in his book A. B. ^ ↩ 1. 1 ² ¹²³⁴⁵⁶ ① ٣ १ （王明，2014）".split()
)
TEXTS = st.lists(st.one_of(WORDS, SIGNS, st.text(max_size=3)), max_size=40).map(" ".join)
TAGS = st.sampled_from(
    "p div li ol ul h2 sup sub a table tr td dl dt dd br pre blockquote aside section span".split()
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' id="n1"',
        ' href="#n1"',
        ' href="#r1" id="r1"',
        ' href="https://a.example"',
        ' start="x"',
        ' start="99999999999"',
        ' value="²"',
    ]
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 25))):
        tag = draw(TAGS)
        text = draw(st.one_of(TEXTS, st.sampled_from(["References", "Sources:", "Notes", "[1]"])))
        parts.append(f"<{tag}{draw(ATTRIBUTES)}>{text}")
        if draw(st.booleans()):
            parts.append(f"</{tag}>")
    return "<body>" + "".join(parts) + "</body>"


def body_of(page: Page) -> Body:
    return assemble([Piece(block, "paragraph") for block in page.blocks])


@given(TEXTS)
def test_spans_lie_in_the_text(text):
    for find in (find_author_date, find_narrative):
        for candidate in find(text):
            assert 0 <= candidate.start < candidate.end <= len(text)
            assert candidate.items
            assert text[candidate.end - 1] in ")]）］"


@given(TEXTS)
def test_brackets_and_names_never_raise(text):
    read = parse_bracket(text)
    assert read is None or read[0]
    authors = parse_authors(text)
    assert authors is None or all(authors.names)


@settings(max_examples=60)
@given(markup())
def test_pages_give_true_offsets(html):
    page = read_page(html, url="https://rivers.example/a")
    body = body_of(page)
    references = find_references(page, body)
    assert len(references.anchors) in (0, len(references.entries))
    assert len(references.targets) == len(references.markers)
    assert all(0 <= index < len(page.blocks) for index in references.claimed)
    citations = find_citations(page, body, references)
    last = -1
    for citation in citations:
        if citation.start is not None:
            assert body.text[citation.start : citation.end] == citation.text
            assert citation.start >= last
            last = citation.end or last
        for item in citation.items:
            assert item.reference is None or item.reference < len(references.entries)
    for link in find_links(page, body):
        assert body.text[link.start : link.end] == link.text
    quotes = [Quote(text=body.text[:5], start=0, end=min(5, len(body.text)))] if body.text else []
    linked, backed = link_quotes(body, quotes, citations)
    assert len(linked) == len(quotes)
    assert len(backed) == len(citations)


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=6))
def test_what_notes_cite_stands_in_them(texts):
    items = "".join(f"<li id=n{n}>{text} <a href=#m{n}>^</a>" for n, text in enumerate(texts))
    marks = "".join(f"<a href=#n{n} id=m{n}>{n}</a> word " for n in range(len(texts)))
    works = "<h2>References</h2><ul><li>Okafor, A. (2016) Rain. Leeds: Tilde Press.</ul>"
    page = read_page(f"<p>Words stand here {marks}</p><h2>Notes</h2><ol>{items}</ol>{works}")
    listed = find_references(page, body_of(page))
    references, citations = cite_notes(listed)
    assert len(references.entries) == len(listed.entries)
    for citation in citations:
        assert citation.note in references.notes
        assert citation.text in references.entries[citation.note].text
        assert (citation.start, citation.end) == (None, None)
        for item in citation.items:
            assert item.reference is None or item.reference < len(references.entries)
            assert item.number is not None or item.reference != citation.note


@given(markup())
@settings(max_examples=25)
def test_same_page_same_answer(html):
    page = read_page(html)
    body = body_of(page)
    first = find_citations(page, body, find_references(page, body))
    again = read_page(html)
    other = body_of(again)
    assert find_citations(again, other, find_references(again, other)) == first


def _calls(run: Callable[[], object]) -> int:
    """Count what a run does: function calls, which grow as the work does.

    What was remembered of runs before it is forgotten, so that their order says nothing.
    """
    import sys

    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1

    count_read(READ_LIMIT)
    sys.setprofile(tick)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


TEXT_SHAPES = {
    "open brackets": "(",
    "years": "(2000) ",
    "unclosed years": "(2000 ",
    "names": "Okafor (2000) ",
    "numbers": "word [1] ",
    "square": "[",
    "works": "(Okafor, 2016; Lind, 2012) ",
    "et al": "et al ",
    "hyphens": "A-",
    "capitals": "Aa ",
    "quotes": "“",
    "ibid": "(ibid., p. 4) ",
}


@pytest.mark.parametrize("shape", TEXT_SHAPES.values(), ids=TEXT_SHAPES)
def test_work_grows_with_the_text(shape):
    def work(times: int) -> int:
        page = read_page(f"<body><p>Word {shape * times} (Okafor 2000)</p></body>")
        body = body_of(page)
        return _calls(lambda: find_citations(page, body, find_references(page, body)))

    work(1)  # Patterns are compiled when first used.
    assert work(1600) <= 5 * work(400) + 2000


PAGE_SHAPES: dict[str, Callable[[int], str]] = {
    "list": lambda n: "<h2>References</h2><ol>" + "<li>Okafor A. 2014. https://a.example</li>" * n,
    "lines": lambda n: "<h2>References</h2><p>" + "Okafor A. 2014. https://a.example<br>" * n,
    "headings": lambda n: "<h2>References</h2>" * n,
    "labels": lambda n: "<p>Sources</p><p>foo bar</p>" * n,
    "raised": lambda n: "<p>Some text goes here" + "<sup>1</sup> and on" * n + "</p>",
    "anchors": lambda n: (
        "<p>Some text"
        + "".join(f'<a href="#f{i}" id="r{i}">{i % 900}</a> and' for i in range(n))
        + "</p><p>"
        + "".join(f'<a id="f{i}">{i % 900}</a> note <a href="#r{i}">^</a><br>' for i in range(n))
    ),
    "links": lambda n: "<p>" + '<a href="https://a.example/x">word</a> ' * n + "</p>",
}


@pytest.mark.parametrize("shape", PAGE_SHAPES.values(), ids=PAGE_SHAPES)
def test_work_grows_with_the_page(shape):
    def work(times: int) -> int:
        page = read_page(f"<body>{shape(times)}</body>", url="https://rivers.example/a")
        body = body_of(page)

        def run() -> None:
            find_citations(page, body, find_references(page, body))
            find_links(page, body)

        return _calls(run)

    work(10)  # Patterns are compiled when first used.
    assert work(400) <= 5 * work(100) + 3000


NOTE_SHAPES = {
    "prose": "<li>The date: see Okafor (2016, p. 4), Lind 2012, 7; Ibid., p. 9; Okafor, Rain, 3.",
    "works": "<li>Ada Okafor, Rain (Leeds: Tilde, 2016), 4.<li>Ibid., 7.<li>Okafor, Rain, p. 9.",
    "commas": "<li>Okafor, Okafor, Okafor, Okafor: Okafor, Okafor 12, Okafor 13; Okafor.",
}


@pytest.mark.parametrize("shape", NOTE_SHAPES.values(), ids=NOTE_SHAPES)
def test_work_grows_with_the_notes(shape):
    def work(times: int) -> int:
        works = "<h2>References</h2><ul><li>Okafor, A. (2016) Rain. Leeds: Tilde Press.</ul>"
        page = read_page(f"<p>Word</p><h2>Notes</h2><ol>{shape * times}</ol>{works}")
        references = find_references(page, body_of(page))
        return _calls(lambda: cite_notes(references))

    work(10)  # Patterns are compiled when first used.
    assert work(400) <= 5 * work(100) + 3000


def test_a_million_brackets_are_read():
    text = "(" * 500_000 + ")" * 500_000 + "[1]" * 1000
    assert list(find_author_date(text)) == []
    assert list(find_narrative(text)) == []


def test_no_pattern_is_unbounded_in_both_directions():
    """Every repeated class that may overlap its neighbour has an upper bound."""
    modules = (
        author_date,
        author_page,
        narrative,
        names,
        noted,
        numeric,
        short_forms,
        years,
        looks,
        markers,
        sections,
        unheaded,
        units,
    )
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, re.Pattern | type(late(""))):
                assert ".*.*" not in value.pattern
                assert re.search(r"\[\^[^\]]*\][+*]\[\^", value.pattern) is None
