"""Lines at the body's beginning that have a field of their own."""

import pytest

from schemas import Evidence
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.found import Found
from scraper.parsers.leading_lines import dek_blocks, headline_blocks


@pytest.mark.parametrize(
    "line, is_headline",
    [
        ("The river rose above the old stone bridge on Sunday", True),
        ("THE RIVER ROSE ABOVE THE OLD STONE BRIDGE ON SUNDAY", True),
        ("The river rose above the old stone bridge on Sunday night", False),
        ("The river rose above the old stone bridge", False),
        ("The river fell", False),
        ("Mid County<br>The river rose above the old stone bridge on Sunday", True),
        (f"{'All week. ' * 9}<br>The river rose above the old stone bridge on Sunday", False),
    ],
)
def test_a_line_is_the_headline_if_it_has_all_of_its_words_and_no_others(line, is_headline):
    title = "The river rose above the old stone bridge on Sunday"
    page = read_page(f"<main><p>{line}</p><p>Nobody slept that night.</p></main>")
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    found = Found(title, Evidence(source="heading"))
    assert headline_blocks(body, found) == ({0} if is_headline else set())


@pytest.mark.parametrize("confidence, is_left_out", [(0.9, True), (0.5, False)])
def test_a_dek_is_left_out_only_where_the_markup_names_it(confidence, is_left_out):
    dek = "After a week of rain the town counts its cellars."
    page = read_page(f"<main><p>{dek}</p><p>Nobody slept that night.</p></main>")
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    found = Found(dek, Evidence(source="text", confidence=confidence))
    assert dek_blocks(body, found) == ({0} if is_left_out else set())
