"""Quotations of any text: offsets hold, nothing raises, work grows with the text."""

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.quotes import find_quotes
from scraper.parsers.quotes.marked import blocks_with_marks
from scraper.parsers.quotes.marks import MARK
from scraper.text import TextBlock

PIECES = st.sampled_from(
    [
        *"“”‘’\"'„«»「」—-.,:;()[] \n",
        "said Ada Finch",
        "“We go home now,” ",
        "she said",
        "the minister",
        "(2016: 4)",
        "’s",
        "Word",
        "one two three four",
        "によると",
        "は",
        "と話した",
    ]
)
PAGE = read_page("<p>x</p>", url="https://paper.example/")


def body_of(*texts):
    blocks = [TextBlock(text=t, index=i, container=-1, tag="p", raw=t) for i, t in enumerate(texts)]
    return assemble([Piece(block, "paragraph") for block in blocks])


@settings(max_examples=150)
@given(
    st.lists(st.lists(PIECES, min_size=1, max_size=20).map("".join), min_size=1, max_size=4),
    st.sampled_from(["en", "de", "fr", "es", "ja", "ru", None]),
)
def test_offsets_hold_on_any_text(texts, language):
    body = body_of(*texts)
    for quote in find_quotes(PAGE, body, [], language):
        assert quote.start is not None
        assert quote.end is not None
        assert 0 <= quote.start < quote.end <= len(body.text)
        if not quote.parts:
            assert body.text[quote.start : quote.end] == quote.text
        for part in quote.parts:
            assert body.text[part.start : part.end] == part.text
        assert body.text[: quote.start].endswith(quote.prefix)


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_html_of_any_kind_is_read(html):
    page = read_page(html)
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    find_quotes(page, body, [], None)


def calls(action: Callable[[], object]) -> int:
    """Return how many Python and C functions an action calls."""
    count = 0

    def note(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "”",
        '"',
        "'",
        "‘a ",
        "«",
        "“a b c d” ",
        "“A b c,” said Ada Finch. ",
        "“A b c,” he said. ",
        "“x, he said, ",
        "the x's ",
        "「あ」は",
    ],
)
def test_work_grows_no_faster_than_the_text(unit):
    known = "“We will go there today,” said Ada Finch. "
    small, large = (body_of(known + unit * n) for n in (150, 600))
    find_quotes(PAGE, small, [], "en")
    first = calls(lambda: find_quotes(PAGE, small, [], "en"))
    second = calls(lambda: find_quotes(PAGE, large, [], "en"))
    assert second < 6 * first


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("en", "“A b c d,” X{n}aver said. "),
        ("pl", "„A b c d” – mówi Ewa X{n}ska. Zdaniem Ewy X{n}skiej „a b c d”. "),
        ("ja", "田中{n}さんは「あいう」と話した。"),
        ("zh", "王丽{n}说：“一二三四”。"),
        ("fr", "« A b c d, assure Claire M{n}an, e f g h. » "),
        ("it", "«A b c d – spiega Paola B{n}chi – e f g h». "),
    ],
)
def test_work_grows_no_faster_than_the_number_of_speakers(language, sentence):
    def text(count):
        return "".join(
            sentence.format(n=chr(97 + i % 26) * (1 + i // 26 % 9)) for i in range(count)
        )

    small, large = body_of(text(100)), body_of(text(400))
    find_quotes(PAGE, small, [], language)
    first = calls(lambda: find_quotes(PAGE, small, [], language))
    second = calls(lambda: find_quotes(PAGE, large, [], language))
    assert second < 6 * first


@given(st.lists(st.text(alphabet="ab â€'’`\"“»\n", max_size=8), max_size=6))
def test_blocks_with_marks_are_those_in_which_a_mark_is_found(texts):
    expected = {index for index, text in enumerate(texts) if MARK.search(text)}
    assert blocks_with_marks(texts) == expected
