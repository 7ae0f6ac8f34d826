"""Titles in a list of sources are no quotations."""

from dataclasses import replace

from schemas import Quote
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.citations.listed import is_listed
from scraper.parsers.references import ReferenceList


def test_title_before_a_list_in_its_own_block_is_a_quotation():
    page = read_page(
        "<body><pre>Okafor’s “Slow rivers of the North” rose. Sources: Lind</pre></body>"
    )
    (block,) = page.blocks
    body = assemble([Piece(block, "code")])
    start = body.text.index("Slow")
    quote = Quote(text="Slow rivers of the North", kind="direct", start=start, end=start + 24)
    whole = ReferenceList(claimed=frozenset((block.index,)))
    below = replace(whole, beginnings={block.index: body.text.index("Sources")})
    assert is_listed(quote, body, whole)
    assert not is_listed(quote, body, below)
