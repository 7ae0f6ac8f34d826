"""Quotations of a piece of HTML, whose every block is the body."""

import pytest

from schemas import Author
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.quotes import find_quotes

KINDS = {
    "li": "list_item",
    "pre": "code",
    "figcaption": "caption",
    "h2": "heading",
    "h3": "heading",
}


def quotes_in(html, language="en", authors=(), url="https://paper.example/story"):
    page = read_page(html, url=url)
    body = assemble([Piece(block, KINDS.get(block.tag, "paragraph")) for block in page.blocks])
    found = find_quotes(page, body, [Author(name=name) for name in authors], language)
    for quote in found:
        if quote.start is not None and not quote.parts:
            assert body.text[quote.start : quote.end] == quote.text
        for part in quote.parts:
            assert body.text[part.start : part.end] == part.text
    return found


@pytest.fixture
def quotes():
    return quotes_in


@pytest.fixture
def texts():
    return lambda html, language="en": [quote.text for quote in quotes_in(html, language)]
